#!/usr/bin/env python3
"""How dumpparse reads what different tools dump of the same HTML.

    pip install -e '.[dumpers]'
    python benchmarks/dumpers.py [FILE] [--only NAME...] [--json]

FILE is .jsonl or .jsonl.gz, a page a line: {"html": "…", "text": "…", "gold": {"body": "…"}}, as for peers.py.

F1       page F1 of multisets of word 4-grams, mean over pages
to first the same, less that of the first dumper on the same pages
lost     the share of the gold's 4-grams that the dump lacks and the first dumper's has: what no reader of it can give
headline, published, authors
         the share of pages on which the record has what it has on the first dumper's dump, of those where that has a value
empty    pages that were given no body

Figures beside the first's, on the same pages, since dumpparse may have learned from these. A tool that is not installed is listed and skipped.
"""

import argparse
import importlib
import json
import pathlib
import platform
import re
import textwrap
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

import common
from comparing import folded, grams
from peers import DEFAULT, page_of

NO_TEXT = ("script", "style", "noscript", "template")
FIELDS = ("headline", "published", "authors")


def soup_of(page: str):
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(page, "lxml")
    for tag in soup(NO_TEXT):
        tag.decompose()
    return soup


def by_soup(separator: str, strip: bool = False) -> Callable[[str], str]:
    return lambda page: soup_of(page).get_text(separator, strip=strip)


def on_one_line(page: str) -> str:
    return re.sub(r"\s+", " ", soup_of(page).get_text())


def by_lxml(page: str) -> str:
    from lxml import html

    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in list(tree.iter(*NO_TEXT)):
        element.drop_tree()
    return tree.text_content()


def by_html2text(page: str, **settings: object) -> str:
    import html2text

    writer = html2text.HTML2Text()
    for name, value in settings.items():
        setattr(writer, name, value)
    return writer.handle(page)


def by_markdownify(page: str) -> str:
    import markdownify

    return markdownify.markdownify(str(soup_of(page)))


def by_inscriptis(page: str) -> str:
    import inscriptis

    return inscriptis.get_text(page)


def by_resiliparse(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page)


def wrapped(width: int) -> Callable[[str], str]:
    def dump(page: str) -> str:
        rows = []
        for row in by_inscriptis(page).splitlines():
            indent = row[: len(row) - len(row.lstrip())]
            rows += textwrap.wrap(row, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]
        return "\n".join(rows)

    return dump


class Dumper(NamedTuple):
    """The modules that it needs, and the function from a page's HTML to its dump."""

    needs: tuple[str, ...]
    dump: Callable[[str], str]


SOUP = ("bs4", "lxml")
DUMPERS = {
    'BeautifulSoup get_text("\\n")': Dumper(SOUP, by_soup("\n")),
    'BeautifulSoup get_text("\\n", strip=True)': Dumper(SOUP, by_soup("\n", strip=True)),
    'BeautifulSoup get_text("\\n\\n", strip=True)': Dumper(SOUP, by_soup("\n\n", strip=True)),
    "BeautifulSoup get_text()": Dumper(SOUP, by_soup("")),
    'BeautifulSoup get_text(" ")': Dumper(SOUP, by_soup(" ")),
    "the same, on one line": Dumper(SOUP, on_one_line),
    "lxml text_content()": Dumper(("lxml",), by_lxml),
    "inscriptis": Dumper(("inscriptis",), by_inscriptis),
    "inscriptis, wrapped at 80": Dumper(("inscriptis",), wrapped(80)),
    "inscriptis, wrapped at 40": Dumper(("inscriptis",), wrapped(40)),
    "resiliparse extract_plain_text": Dumper(("resiliparse",), by_resiliparse),
    "html2text": Dumper(("html2text",), by_html2text),
    "html2text, no links": Dumper(("html2text",), lambda page: by_html2text(page, ignore_links=True, ignore_images=True, body_width=0)),
    "markdownify": Dumper(("markdownify", *SOUP), by_markdownify),
}


def missing(dumper: Dumper) -> str | None:
    """The first module that is not installed."""
    for name in dumper.needs:
        try:
            importlib.import_module(name)
        except ImportError:
            return name
    return None


def values(record: dict) -> dict:
    """What a record says, in a form to compare."""
    return {
        "headline": folded(record["headline"]),
        "published": (record["published"] or "")[:10],
        "authors": tuple(sorted(map(folded, record["authors"]))),
    }


def f1(answer: Counter, gold: Counter) -> float:
    total = answer.total() + gold.total()
    return 2 * (answer & gold).total() / total if total else 0.0


def compare(pages: list[dict], names: list[str]) -> list[dict]:
    """A row a dumper."""
    import dumpparse

    golds = [grams(page["gold"]) for page in pages]
    rows: list[dict] = []
    first: dict | None = None
    for name in names:
        if absent := missing(DUMPERS[name]):
            rows.append({"name": name, "skipped": f"{absent} is not installed"})
            continue
        dumps = [DUMPERS[name].dump(page["html"]) for page in pages]
        records = [dumpparse.extract(dump).to_dict() for dump in dumps]
        held = [(grams(dump) & gold).total() / (gold.total() or 1) for dump, gold in zip(dumps, golds, strict=True)]
        found = {"values": list(map(values, records)), "held": mean(held)}
        found["F1"] = mean([f1(grams(record["body"] or ""), gold) for record, gold in zip(records, golds, strict=True)])
        first = first or found
        rows.append({
            "name": name, "skipped": None, "F1": found["F1"], "to first": found["F1"] - first["F1"], "lost": first["held"] - found["held"],
            **{
                field: mean([one[field] == other[field] for one, other in zip(found["values"], first["values"], strict=True) if other[field]])
                for field in FIELDS
            },
            "empty": sum(not record["body"] for record in records),
        })  # fmt: skip
    return rows


def mean(found: list) -> float | None:
    return sum(found) / len(found) if found else None


def show(rows: list[dict]) -> str:
    def cells(row: dict) -> list[str]:
        if row["skipped"]:
            return [row["skipped"], *[""] * 6]
        fields = [common.share(row[field]) for field in FIELDS]
        return [common.share(row["F1"]), f"{row['to first']:+.3f}", f"{row['lost']:+.3f}", *fields, str(row["empty"])]

    return common.table(["dumped by", "F1", "to first", "lost", *FIELDS, "empty"], [(row["name"], *cells(row)) for row in rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=pathlib.Path, default=DEFAULT, help="pages with html, text and gold.body, .jsonl or .jsonl.gz")
    parser.add_argument("--only", nargs="+", metavar="NAME", default=list(DUMPERS), help=f"any of {', '.join(DUMPERS)}")
    parser.add_argument("--json", action="store_true", help="the same as one JSON object")
    options = parser.parse_args()
    if unknown := set(options.only) - set(DUMPERS):
        parser.error(f"no such dumper: {', '.join(sorted(unknown))}; there are {', '.join(DUMPERS)}")
    pages = common.needed(parser, options.file, page_of, holds="html, text and gold.body")
    rows = compare(pages, options.only)
    if options.json:
        print(json.dumps({"file": options.file.name, "pages": len(pages), "dumpers": rows}, ensure_ascii=False))
    else:
        print(f"{len(pages)} pages of {options.file.name}, Python {platform.python_version()}\n\n{show(rows)}")


if __name__ == "__main__":
    main()
