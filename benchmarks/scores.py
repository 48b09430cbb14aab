#!/usr/bin/env python3
"""Score dumpparse on the shared gold, print the figures, and fail when one is below its recorded floor.

    python benchmarks/scores.py [TASK]... [--shared DIR] [--record]

It runs DIR/score.py, which defines the tasks and figures. The floors are in benchmarks/floors.toml: what was reached when they
were last recorded, less a hair for rounding. `--record` raises floors to what is reached now; none is ever lowered by it.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
FLOORS = HERE / "floors.toml"
HAIR = 0.0005


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tasks", nargs="*", metavar="TASK")
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared", help="the folder with score.py and corpus/")
    parser.add_argument("--record", action="store_true", help="raise the floors to what is reached now")
    options = parser.parse_args()
    if not (options.shared / "score.py").is_file():
        parser.error(
            f"no score.py in {options.shared}: the gold is shared among developers and not part of the project; name its folder with --shared"
        )
    done = subprocess.run([sys.executable, options.shared / "score.py", "--json", *options.tasks], stdout=subprocess.PIPE, check=True)
    report = json.loads(done.stdout)
    text = FLOORS.read_text(encoding="utf-8")
    below = 0
    for task, floors in tomllib.loads(text).items():
        if task not in report:
            continue
        if crashes := report[task]["speed"]["crashes"]:
            print(f"{task}: {crashes} crashes")
            below += 1
        for figure, floor in floors.items():
            row, _, key = figure.rpartition(".")
            reached = report[task][row][key]
            lower_is_better = key == "rate" and row in ("false", "empty")
            wrong = reached > floor + 1e-9 if lower_is_better else reached < floor - 1e-9
            below += wrong
            print(f"{task:<10} {figure:<28} {reached:.4f}   {'ceiling' if lower_is_better else 'floor'} {floor:.4f}{'   WORSE' if wrong else ''}")
            better = min(floor, reached + HAIR) if lower_is_better else max(floor, reached - HAIR)
            if options.record and better != floor:
                block = re.search(rf"(?ms)^\[{task}\]\n.*?(?=^\[|\Z)", text)
                text = text.replace(block[0], re.sub(rf'(?m)^"{re.escape(figure)}" = .*$', f'"{figure}" = {better:.4f}', block[0]))
    if options.record:
        FLOORS.write_text(text, encoding="utf-8")
    print(f"{below} figures below their floor" if below else "no figure below its floor")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
