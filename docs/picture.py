#!/usr/bin/env python3
"""Draw docs/explain.svg, the README's picture of `dumpparse explain` on a terminal: python docs/picture.py"""

import pathlib

from rich.console import Console
from rich.text import Text

import dumpparse
from dumpparse.explain import COLOURS, rows

HERE = pathlib.Path(__file__).parent
WIDTH = 150


def main() -> None:
    text = (HERE.parent / "fixtures" / "dawn" / "layout-2025.txt").read_text(encoding="utf-8")
    console = Console(record=True, width=WIDTH, file=open("/dev/null", "w"), force_terminal=True, highlight=False)
    for label, line in list(rows(dumpparse.extract(text), WIDTH))[:34]:
        console.print(Text(line[:WIDTH], style=COLOURS.get(label, ""), no_wrap=True))
    console.save_svg(str(HERE / "explain.svg"), title="dumpparse explain fixtures/dawn/layout-2025.txt")


if __name__ == "__main__":
    main()
