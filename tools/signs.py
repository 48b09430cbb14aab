#!/usr/bin/env python3
"""Gather what tells each publisher into one file: src/dumpparse/rules/signs.json, from the heads of src/dumpparse/publishers/*.toml.

    python tools/signs.py

Opening a file for each publisher would cost every start of the program more than the page it reads. Run it after a change above
the first table of a publisher's file; tests/test_publishers.py fails until it was.
"""

import json
import pathlib
import tomllib

DATA = pathlib.Path(__file__).resolve().parent.parent / "src" / "dumpparse"
TARGET = DATA / "rules" / "signs.json"


def gather() -> str:
    """The text of signs.json: `name`, `lines`, `top` and `text` of each publisher, by the name of its file."""
    heads = {}
    for path in sorted((DATA / "publishers").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        heads[path.stem] = {"name": table["name"]} | {kind: table.get(kind, []) for kind in ("lines", "top", "text")}
    return json.dumps(heads, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(gather(), encoding="utf-8")
    print(f"wrote {TARGET.name}")
