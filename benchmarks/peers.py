#!/usr/bin/env python3
"""dumpparse on the text of pages, and the tools that pip installs on the HTML of the same pages, side by side in one run.

    pip install -e '.[peers]'
    python benchmarks/peers.py [FILE] [--only NAME...] [--rounds N] [--stoplist NAME] [--json]

FILE is .jsonl or .jsonl.gz, a page a line: {"html": "…", "text": "…", "gold": {"body": "…"}}, with the plain text that some tool
made of the HTML, and the article as a person would have it. Pages that have a `corpus` are also counted by it.

P, R   of multisets of word 4-grams, means over pages (P over those that were given a body); F1 is their harmonic mean. It is
       the metric of the public article-extraction-benchmark, and of scores.py
speed  pages a second of CPU, in one process; `ratio` is that to trafilatura's. Medians over rounds, in which all take turns
empty  pages that were given no body, among them those where the tool raised an error, which are also counted apart

Every tool is asked for the article's text alone, without comments where it has the option; dumpparse reads all its fields in the
same time. dumpparse-markdown reads what html2text writes of the HTML, and its speed is of both. A tool that is not installed is listed and skipped.
"""

import argparse
import functools
import html
import json
import pathlib
import platform
import re

import common
import sidebyside
from comparing import grams, harmonic
from sidebyside import Tool

DEFAULT = common.SHARED / "corpus" / "html.jsonl.gz"
BLOCKS = ("blockquote", "br", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "section", "td", "th", "tr")
LONG_SENTENCE = re.compile(r"""(?:\S+\s+){9,}\S*[.!?…。]["'”’»)\]]*""")


# Each tool: a function that imports what it needs and gives the function from a page's HTML (or text) to the article's text.


def load_dumpparse(options):
    import dumpparse

    return lambda text: dumpparse.extract(text).to_dict()["body"]


def load_dumpparse_on_markdown(options):
    import html2text

    import dumpparse

    def extract(page: str) -> str | None:
        writer = html2text.HTML2Text()
        writer.body_width = 0
        return dumpparse.extract(writer.handle(page)).body

    return extract


def load_trafilatura(options, **more):
    import trafilatura

    return lambda page: trafilatura.extract(page, include_comments=False, **more)


def load_precise_trafilatura(options):
    return load_trafilatura(options, favor_precision=True)


def load_readability(options):
    import readability  # before what it brings along, so that its own name is the one that is missing

    import lxml.html  # isort: skip

    def extract(page: str) -> str:
        # Its summary is HTML: all the text in it, with a break after every block, so that no two words are glued.
        tree = lxml.html.fromstring(readability.Document(page).summary())
        for element in tree.iter(*BLOCKS):
            element.tail = "\n" + (element.tail or "")
        return tree.text_content()

    return extract


def load_resiliparse(options):
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True, alt_texts=False, list_bullets=False, comments=False)


def load_justext(options):
    import justext

    stoplist = stoplist_of(options.stoplist)
    return lambda page: "\n".join(part.text for part in justext.justext(page, stoplist) if not part.is_boilerplate)


@functools.cache  # one object: jusText's own cache would compare two word by word at every page
def stoplist_of(name: str | None) -> frozenset[str]:
    """One of jusText's lists of words, or all of them as one.

    The language of a page is not told. With English alone, all of a page in another language is boilerplate to jusText, so by default
    it gets the union: as good on English HTML, far better on the rest. On English text alone, `--stoplist English` is fairer to it.
    """
    import justext

    return frozenset().union(*map(justext.get_stoplist, [name] if name else justext.get_stoplists()))


def load_boilerpy3(options):
    from boilerpy3.extractors import ArticleExtractor

    return ArticleExtractor().get_content


def load_justext_on_text(options):
    extract = load_justext(options)
    return lambda text: extract(marked_up(text))


def load_boilerpy3_on_text(options):
    extract = load_boilerpy3(options)
    return lambda text: extract(marked_up(text))


def load_long_sentences(options):
    return lambda text: "\n".join(line for line in map(str.strip, text.splitlines()) if LONG_SENTENCE.fullmatch(line))


def load_all_text(options):
    return lambda text: text


def marked_up(text: str) -> str:
    """A dump as HTML, a paragraph a line. boilerpy3 sees nothing outside a body."""
    lines = "\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><body>\n{lines}\n</body></html>"


TOOLS = {
    "dumpparse": Tool("text", "dumpparse", load_dumpparse),
    "dumpparse-markdown": Tool("html", "html2text", load_dumpparse_on_markdown),
    "trafilatura": Tool("html", "trafilatura", load_trafilatura),
    "trafilatura-precision": Tool("html", "trafilatura", load_precise_trafilatura),
    "readability-lxml": Tool("html", "readability-lxml", load_readability),
    "resiliparse": Tool("html", "resiliparse", load_resiliparse),
    "jusText": Tool("html", "jusText", load_justext),
    "boilerpy3": Tool("html", "boilerpy3", load_boilerpy3),
    "jusText-text": Tool("text", "jusText", load_justext_on_text),
    "boilerpy3-text": Tool("text", "boilerpy3", load_boilerpy3_on_text),
    "long-sentences": Tool("text", None, load_long_sentences),
    "all-text": Tool("text", None, load_all_text),
}


def page_of(record: dict) -> dict:
    """Of a record what is used here, with the gold's body as `gold`."""
    page = common.strings(record, "html", "text", "gold.body")
    return {"html": page["html"], "text": page["text"], "gold": page["gold.body"], "corpus": str(record.get("corpus", ""))}


def figures(pairs: list[tuple]) -> dict:
    """P, R and F1 of the 4-grams of gold and answer."""
    precisions, recalls = [], []
    for gold, answer in pairs:
        both = (gold & answer).total()
        precisions += [both / answer.total()] if answer else []
        recalls += [both / gold.total()] if gold else []
    p, r = (sum(values) / len(values) if values else 0.0 for values in (precisions, recalls))
    return {"F1": harmonic(p, r), "P": p, "R": r}


def compare(pages: list[dict], options) -> list[dict]:
    """A row a tool."""
    rows, answers = sidebyside.compare(TOOLS, pages, options)
    golds = [grams(page["gold"]) for page in pages]
    corpora = sorted({page["corpus"] for page in pages})
    for row in rows:
        if row["skipped"]:
            continue
        pairs = list(zip(golds, map(grams, answers[row["name"]]), strict=True))
        row.update(figures(pairs))
        if len(corpora) > 1:
            row["F1 by corpus"] = {
                corpus: figures([pair for pair, page in zip(pairs, pages, strict=True) if page["corpus"] == corpus])["F1"] for corpus in corpora
            }
        row["empty"] = sum(not answer for _, answer in pairs)
    return rows


def show(rows: list[dict]) -> None:
    corpora = next((list(row["F1 by corpus"]) for row in rows if "F1 by corpus" in row), [])
    wide = [max(5, len(corpus)) for corpus in corpora]
    heads = "".join(f"  {corpus:>{width}}" for corpus, width in zip(corpora, wide, strict=True))
    print(f"{'tool':<22} {'version':<8} from     F1     P     R{heads}  pages/CPU-s     ratio  empty  errors")
    for row in rows:
        if row["skipped"]:
            print(f"{row['name']:<22} {row['skipped']}")
            continue
        by = "".join(f"  {row['F1 by corpus'][corpus]:{width}.3f}" for corpus, width in zip(corpora, wide, strict=True))
        ratio = row["ratio to trafilatura"]
        print(
            f"{row['name']:<22} {row['version']:<8} {row['from']}  {row['F1']:.3f} {row['P']:.3f} {row['R']:.3f}{by}"
            f"  {row['pages a CPU second']:>11,.1f}  {'–' if ratio is None else f'{ratio:,.2f}':>8}  {row['empty']:>5}  {row['errors']:>6}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=pathlib.Path, default=DEFAULT, help="pages with html, text and gold.body, .jsonl or .jsonl.gz")
    sidebyside.arguments(parser, TOOLS, rounds=3)
    parser.add_argument("--stoplist", metavar="NAME", help="one of jusText's lists, such as English (default: all of them together)")
    options = parser.parse_args()
    sidebyside.check(parser, TOOLS, options)
    pages = common.needed(parser, options.file, page_of, holds="html, text and gold.body")
    rows = compare(pages, options)
    if options.json:
        about = {"file": options.file.name, "pages": len(pages), "rounds": options.rounds, "python": platform.python_version()}
        print(json.dumps({**about, "tools": rows}, ensure_ascii=False))
    else:
        print(f"{len(pages)} pages of {options.file.name}, Python {platform.python_version()}, speed: median of {options.rounds} rounds\n")
        show(rows)


if __name__ == "__main__":
    main()
