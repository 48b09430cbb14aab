#!/usr/bin/env python3
"""Headline, date and authors by dumpparse from the text of pages, and by others from the HTML of the same pages, in one run.

    pip install -e '.[peers]'
    python benchmarks/fields.py [--html FILE...] [--gold FILE] [--only NAME...] [--rounds N] [--json]

--html FILE  .jsonl or .jsonl.gz, a page a line: {"html": "…", "text": "…", "url": "…"}
--gold FILE  the same, a page a line with what is true of it: {"url": "…", "gold": {"headline": "…", "published": "2024-05-31",
             "authors": ["…"]}, "visible": {"headline": true, …}}. A page of --html that has `visible` itself brings its own gold;
             the others are looked for here by their address, without its scheme, "www.", query and last slash.

A field counts on the pages that have gold for it which the text shows (`visible`; in one of its dumps, where gold has several).
Every tool is judged on the same pages, and nothing is left out where it gives no value: that is a wrong one.

headline   equal without case, punctuation and white space
published  of the same calendar day
authors    the exact set of names, and the F1 of all names
speed      pages a second of CPU over all pages of --html, each tool's whole work: dumpparse and trafilatura read the body too.
           One pass, in turns, and no tool meets what itself or another has read before
"""

import argparse
import json
import pathlib
import platform
import re

import common
import sidebyside
from comparing import folded, harmonic, people, same_day
from sidebyside import Tool

CORPUS = common.SHARED / "corpus"
FIELDS = ("headline", "published", "authors")


def load_dumpparse(options):
    import dumpparse

    return lambda text: dumpparse.extract(text).to_dict()


def load_trafilatura(options):
    import trafilatura

    def extract(page: str) -> dict:
        found = trafilatura.bare_extraction(page, with_metadata=True)
        return {"headline": found.title, "published": found.date, "authors": re.split(r"\s*;\s*", found.author or "")} if found else {}

    return extract


def load_htmldate(options):
    import htmldate

    return lambda page: {"published": htmldate.find_date(page, original_date=True)}


TOOLS = {
    "dumpparse": Tool("text", "dumpparse", load_dumpparse),
    "trafilatura": Tool("html", "trafilatura", load_trafilatura),
    "htmldate": Tool("html", "htmldate", load_htmldate),
}
READS = {"htmldate": ("published",)}  # all others read all fields


def address(url: str) -> str:
    """What two addresses of one page have in common."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*", "", url.strip().lower()).rstrip("/")


def gold_of(record: dict) -> dict:
    """The fields that a record has gold for and its text shows."""
    common.strings(record, "url")
    gold, visible = record.get("gold"), record.get("visible")
    if not isinstance(gold, dict) or not isinstance(visible, dict):
        raise ValueError("a record without gold or visible: each line needs url, gold and visible")
    return {"url": record["url"], "gold": {field: gold[field] for field in FIELDS if visible.get(field) and gold.get(field)}}


def page_of(record: dict) -> dict:
    """A page, with its own gold if it has any; None if it is to be looked for."""
    page = common.strings(record, "html", "text", "url")
    return {**page, "gold": gold_of(record)["gold"] if "visible" in record else None}


def with_gold(pages: list[dict], golds: list[dict]) -> list[dict]:
    """The pages, each with gold: its own, or that of its address, from all the records there are of it."""
    known: dict[str, dict] = {}
    for record in golds:
        known.setdefault(address(record["url"]), {}).update(record["gold"])
    return [page if page["gold"] is not None else {**page, "gold": known.get(address(page["url"]), {})} for page in pages]


def judge(field: str, pairs: list[tuple]) -> dict:
    """The figures of a field, of pairs of gold and answer."""
    if field == "authors":
        names = [(people(gold), people(answer)) for gold, answer in pairs]
        hits, got, wanted = (sum(map(len, sets)) for sets in zip(*((a & b, b, a) for a, b in names), strict=True)) if names else (0, 0, 0)
        f1 = harmonic(hits / got if got else 0, hits / wanted if wanted else 0)
        return {"exact": mean([gold == answer for gold, answer in names]), "F1": f1 if names else None}
    if field == "published":
        return {"exact": mean([same_day(gold, answer) for gold, answer in pairs])}
    return {"exact": mean([folded(gold) == folded(answer) for gold, answer in pairs])}


def mean(values: list[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def compare(pages: list[dict], options) -> list[dict]:
    """A row a tool."""
    rows, answers = sidebyside.compare(TOOLS, pages, options)
    for row in rows:
        if not row["skipped"]:
            given = list(zip(pages, answers[row["name"]], strict=True))
            for field in READS.get(row["name"], FIELDS):
                row[field] = judge(field, [(page["gold"][field], (answer or {}).get(field)) for page, answer in given if field in page["gold"]])
    return rows


def show(rows: list[dict], counts: dict[str, int]) -> str:
    """A GitHub table; what is not installed stands below it."""
    head = [f"{field}, {counts[field]} pages" for field in FIELDS]
    cells = []
    for row in (row for row in rows if not row["skipped"]):
        headline, published, authors = (row.get(field) for field in FIELDS)
        ratio = row["ratio to trafilatura"]
        cells.append(
            (
                f"{row['name']} {row['version']}",
                row["from"],
                *(common.share(figures and figures["exact"]) for figures in (headline, published, authors)),
                common.share(authors and authors["F1"]),
                f"{row['pages a CPU second']:,.0f}",
                "–" if ratio is None else f"{ratio:,.1f}",
                str(row["errors"]),
            )
        )
    text = common.table(["tool", "reads", *head, "authors, F1", "pages a CPU-second", "to trafilatura", "errors"], cells)
    return "\n".join([text, *(f"\n{row['name']}: {row['skipped']}" for row in rows if row["skipped"])])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--html", nargs="+", metavar="FILE", type=pathlib.Path, default=[CORPUS / "html.jsonl.gz"], help="pages with html, text and url"
    )
    parser.add_argument("--gold", metavar="FILE", type=pathlib.Path, default=CORPUS / "meta.jsonl.gz", help="pages with url, gold and visible")
    sidebyside.arguments(parser, TOOLS, rounds=1)
    options = parser.parse_args()
    sidebyside.check(parser, TOOLS, options)
    pages = [page for file in options.html for page in common.needed(parser, file, page_of, holds="html, text and url")]
    golds = []
    if any(page["gold"] is None for page in pages):
        golds = common.needed(parser, options.gold, gold_of, holds="url, gold and visible")
    pages = with_gold(pages, golds)
    counts = {field: sum(field in page["gold"] for page in pages) for field in FIELDS}
    rows = compare(pages, options)
    about = {"files": [file.name for file in options.html], "pages": len(pages), "with gold": counts, "python": platform.python_version()}
    if options.json:
        print(json.dumps({**about, "rounds": options.rounds, "tools": rows}, ensure_ascii=False))
    else:
        shown = sum(bool(page["gold"]) for page in pages)
        print(f"{len(pages)} pages of {', '.join(about['files'])}, {shown} of them with gold; Python {about['python']}\n")
        print(show(rows, counts))


if __name__ == "__main__":
    main()
