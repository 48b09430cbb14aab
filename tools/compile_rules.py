#!/usr/bin/env python3
"""Write what the program reads: src/dumpparse/compiled/*.marshal, from rules/*.toml, publishers/*.toml and rules/*.json, which people read.

    python tools/compile_rules.py

Reading TOML takes longer than reading a page, and so does opening a file for each publisher; reading JSON takes three times as long as
Python's own form (marshal, of whose version 2 every Python since 2.5 makes the same). Run it after any change of those files;
tests/test_rules.py fails until it was. tools/train.py does after writing core.json.

One more, regexes-*.bin, holds what the Python that this is run with makes of the program's regular expressions.
"""

import json
import marshal
import pathlib
import re
import tomllib
import unicodedata
from array import array
from itertools import accumulate
from re import _compiler, _parser
from typing import Any

import pack_trees
from prefilter import alternatives, pieces, together

from dumpparse import rules

DATA = pathlib.Path(__file__).resolve().parent.parent / "src" / "dumpparse"
TARGET = DATA / "compiled"
FIXTURES, WRITTEN = DATA.parent.parent / "fixtures", pathlib.Path(__file__).parent / "written"
_greek, _accents = re.compile("[\u0370-\u03ff]").search, re.compile("[\u0300\u0301]").sub


def compiled() -> dict[str, Any]:
    """What each file holds, by its name.

    `rules`: the tables of rules/ by their names. `publishers`: those of publishers/, and `signs`: what tells them. A pattern is cut into its
    alternatives, and what a line must hold for some to match is `holds`, with their numbers; any line holds "". `core`, `lost_lines`: learned,
    with its trees packed; `nodes`: the trees that `explain` walks. `given_names`: by what they begin with.
    """
    read = {folder: {path.stem: _table(path) for path in sorted((DATA / folder).glob("*.toml"))} for folder in ("rules", "publishers")}
    signs = {
        name: {"name": table["name"]} | {kind: table.get(kind, []) for kind in ("lines", "top", "text")} for name, table in read["publishers"].items()
    }
    core, lost_lines = (json.loads((DATA / "rules" / f"{name}.json").read_text(encoding="utf-8")) for name in ("core", "lost_lines"))
    learned = {
        "core": pack_trees.of_core(core),
        "nodes": {"trees": core["trees"]},
        "lost_lines": lost_lines | {"trees": pack_trees.of_trees(lost_lines["trees"])},
    }
    names = {name: _by_beginning(DATA / "rules" / f"{name}.txt") for name in ("given_names", "given_names_elsewhere")}
    return {**read, "signs": signs, **names, **learned}


def _by_beginning(path: pathlib.Path) -> dict[str, str]:
    """The names of a file, whose first line is a comment, each between ends of lines, by what they begin with."""
    found: dict[str, str] = {}
    for name in path.read_text(encoding="utf-8").split("\n")[1:-1]:
        found[name[: rules.BEGINS]] = found.get(name[: rules.BEGINS], "\n") + f"{name}\n"
    return found


def _table(path: pathlib.Path) -> dict[str, Any]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = table.pop("parts", {})
    for cue, lines in table.get("phrases", {}).items():
        if isinstance(lines, str):
            table["phrases"][cue] = "|".join(without_accents(rules.phrases(lines)))
    for pattern in table.get("pattern", ()):
        pattern["match"], pattern["holds"] = guarded(whole(pattern["match"], parts))
    return table


def without_accents(phrases: list[str]) -> list[str]:
    """The phrases, and those in Greek without their accents too, which capitals have none of."""
    bare = [unicodedata.normalize("NFC", _accents("", unicodedata.normalize("NFD", phrase))) if _greek(phrase) else phrase for phrase in phrases]
    return list(dict.fromkeys([*phrases, *bare]))


def whole(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with what stands for each of the parts it is made of, and that these are made of: `<<name>>`."""
    while (filled := re.sub("<<([a-z]+)>>", lambda part: parts[part[1]], pattern)) != pattern:
        pattern = filled
    return pattern


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


def regexes() -> bytes:
    """What this Python makes of the regular expressions that are asked for when fixtures and written pages are read, behind where each begins."""
    from dumpparse import extract
    from dumpparse.regexes import made

    for path in sorted([*FIXTURES.glob("*/*.txt"), *WRITTEN.glob("*.txt")]):
        extract(path.read_text(encoding="utf-8", errors="replace"))
    sources = sorted(made)
    ready = [_dumped(made[source]) for source in sources]
    places = marshal.dumps(dict(zip(sources, accumulate(map(len, ready), initial=0), strict=False)), 2)
    return len(places).to_bytes(4, "little") + places + b"".join(ready)


def _dumped(pattern: re.Pattern[str]) -> bytes:
    """What `re` makes of a pattern's source, which is no part of its interface: tests compare what is read from this with the pattern."""
    code = array("I", _compiler._code(_parser.parse(pattern.pattern), 0))
    return marshal.dumps((pattern.flags, code.tobytes(), pattern.groups, dict(pattern.groupindex)), 2)


def write() -> None:
    """Write the files."""
    TARGET.mkdir(exist_ok=True)
    for name, what in compiled().items():
        _write(f"{name}.marshal", marshal.dumps(what, 2))
    from dumpparse.regexes import name as of_this_python  # which reads what was written

    _write(f"{of_this_python()}.bin", regexes())


def _write(name: str, data: bytes) -> None:
    (TARGET / name).write_bytes(data)
    print(f"wrote {name}, {len(data) // 1024} kB")


if __name__ == "__main__":
    write()
