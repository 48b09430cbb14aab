#!/usr/bin/env python3
"""Draw the README's pictures: python docs/picture.py [terminal] [pages]

terminal   docs/explain.svg, `dumpparse explain` on a terminal
pages      docs/report.png and docs/explain.png, the two pages; needs selenium, chromium and chromedriver
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent
DUMP = "fixtures/dawn/layout-2025.txt"
WIDTH = 150


def terminal() -> None:
    from rich.console import Console
    from rich.text import Text

    import dumpparse
    from dumpparse.explain import COLOURS, rows

    text = (ROOT / DUMP).read_text(encoding="utf-8")
    console = Console(record=True, width=WIDTH, file=open(os.devnull, "w"), force_terminal=True, highlight=False)
    for label, line in list(rows(dumpparse.extract(text), WIDTH))[:34]:
        console.print(Text(line[:WIDTH], style=COLOURS.get(label, ""), no_wrap=True))
    console.save_svg(str(HERE / "explain.svg"), title=f"dumpparse explain {DUMP}")


def pages() -> None:
    sys.path.insert(0, str(ROOT / "tests" / "engines"))
    import browser

    programs = shutil.which("chromium"), shutil.which("chromedriver")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def run(*arguments: object) -> None:
            subprocess.run([sys.executable, "-m", "dumpparse", *map(str, arguments)], cwd=ROOT, check=True)

        run("extract", "-q", "-o", folder / "articles.jsonl", "fixtures")
        run("report", "--html", folder / "report.html", folder / "articles.jsonl")
        run("explain", "--html", folder / "explain.html", DUMP)
        with browser.chromium(*programs, width=1100, height=1250) as page:
            page.get(f"file://{folder / 'report.html'}")
            browser.shoot(page, HERE / "report.png", whole=False)
        with browser.chromium(*programs, width=1100, height=760) as page:
            page.get(f"file://{folder / 'explain.html'}")
            page.execute_script("document.querySelector('#F-published details').open = true")
            page.execute_script("document.querySelector('#L9').focus({focusVisible: true})")
            browser.shoot(page, HERE / "explain.png", whole=False)


if __name__ == "__main__":
    for picture in sys.argv[1:] or ("terminal", "pages"):
        {"terminal": terminal, "pages": pages}[picture]()
