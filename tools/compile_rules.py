#!/usr/bin/env python3
"""Write what the program reads of the rules: src/dumpparse/compiled/*.json, from rules/*.toml and publishers/*.toml, which people edit.

    python tools/compile_rules.py

Reading TOML takes longer than reading a page, and so does opening a file for each publisher. Run it after any change of those files;
tests/test_rules.py fails until it was.
"""

import json
import pathlib
import tomllib
from typing import Any

from prefilter import alternatives, pieces, together

DATA = pathlib.Path(__file__).resolve().parent.parent / "src" / "dumpparse"
TARGET = DATA / "compiled"


def compiled() -> dict[str, str]:
    """The text of each file, by its name.

    `rules`: the tables of rules/ by their names. `publishers`: those of publishers/, and `signs`: what tells them. A pattern is cut into its
    alternatives, and what a line must hold for some to match is `holds`, with their numbers; any line holds "".
    """
    read = {folder: {path.stem: _table(path) for path in sorted((DATA / folder).glob("*.toml"))} for folder in ("rules", "publishers")}
    signs = {
        name: {"name": table["name"]} | {kind: table.get(kind, []) for kind in ("lines", "top", "text")} for name, table in read["publishers"].items()
    }
    return {name: json.dumps(what, ensure_ascii=False, indent=1) + "\n" for name, what in (*read.items(), ("signs", signs))}


def _table(path: pathlib.Path) -> dict[str, Any]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for pattern in table.get("pattern", ()):
        pattern["match"], pattern["holds"] = guarded(pattern["match"])
    return table


def guarded(pattern: str) -> tuple[list[str], dict[str, list[int]]]:
    """The alternatives of a pattern, those that any line may match as one, and which of them a line that holds a piece may match."""
    parts: list[str] = []
    holds: dict[str, list[int]] = {}
    found = [(part, pieces(part)) for part in alternatives(pattern)]
    if not all(held for _, held in found):
        open_ = [part for part, held in found if not held]
        parts.append(pattern if len(open_) == len(found) else together(open_))
        holds[""] = [0]
    for part, held in found:
        for piece in held:
            holds.setdefault(piece, []).append(len(parts))
        if held:
            parts.append(part)
    return parts, holds


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for name, text in compiled().items():
        (TARGET / f"{name}.json").write_text(text, encoding="utf-8")
        print(f"wrote {name}.json, {len(text.encode()) // 1024} kB")
