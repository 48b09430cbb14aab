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
same time. A tool that is not installed is listed and skipped.
"""

import argparse
import collections
import contextlib
import functools
import gc
import gzip
import html
import importlib.metadata
import json
import logging
import pathlib
import platform
import re
import statistics
import sys
import time
import zlib

DEFAULT = pathlib.Path(__file__).parent.parent.parent / "shared" / "corpus" / "html.jsonl.gz"
TURN = 10  # pages that a tool reads before it is another's turn
BLOCKS = ("blockquote", "br", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "section", "td", "th", "tr")
LONG_SENTENCE = re.compile(r"""(?:\S+\s+){9,}\S*[.!?…。]["'”’»)\]]*""")


# Each tool: a function that imports what it needs and gives the function from a page's HTML (or text) to the article's text.


def load_dumpparse(options):
    import dumpparse

    return lambda text: dumpparse.extract(text).to_dict()["body"]


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


# name: what it is given, the package to install, how to load it
TOOLS = {
    "dumpparse": ("text", "dumpparse", load_dumpparse),
    "trafilatura": ("html", "trafilatura", load_trafilatura),
    "trafilatura-precision": ("html", "trafilatura", load_precise_trafilatura),
    "readability-lxml": ("html", "readability-lxml", load_readability),
    "resiliparse": ("html", "resiliparse", load_resiliparse),
    "jusText": ("html", "jusText", load_justext),
    "boilerpy3": ("html", "boilerpy3", load_boilerpy3),
    "jusText-text": ("text", "jusText", load_justext_on_text),
    "boilerpy3-text": ("text", "boilerpy3", load_boilerpy3_on_text),
    "long-sentences": ("text", None, load_long_sentences),
    "all-text": ("text", None, load_all_text),
}


def read(path: pathlib.Path) -> list[dict]:
    """The pages of a file; ends the program with the file and line of the first that is not one."""
    pages, number = [], 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for line in lines:
                number += 1
                if line := line.strip():
                    pages.append(page_of(json.loads(line)))
    except json.JSONDecodeError as error:
        raise SystemExit(f"{path}:{number}: not JSON at column {error.colno}: {error.msg}") from None
    except ValueError as error:
        raise SystemExit(f"{path}:{number}: {error}") from None
    except (OSError, EOFError, zlib.error) as error:
        raise SystemExit(f"{path}: after line {number}: {error}") from None
    return pages


def page_of(record) -> dict:
    """Of a record what is used here, with the gold's body as `gold`; ValueError says what it lacks."""
    record = record if isinstance(record, dict) else {}
    gold = record.get("gold")
    page = {"html": record.get("html"), "text": record.get("text"), "gold.body": gold.get("body") if isinstance(gold, dict) else None}
    if missing := [key for key, value in page.items() if not isinstance(value, str)]:
        raise ValueError(f"a record with no string at {', '.join(missing)}: each line needs html, text and gold.body")
    return {"html": page["html"], "text": page["text"], "gold": page["gold.body"], "corpus": str(record.get("corpus", ""))}


def load(name: str, options) -> tuple:
    """A tool's function and version; or None and why it has none."""
    _, package, loader = TOOLS[name]
    try:
        function = loader(options)
    except ImportError as error:
        gone = isinstance(error, ModuleNotFoundError) and (error.name or "").partition(".")[0] in (package.lower(), package.partition("-")[0])
        return None, f"not installed (pip install {package})" if gone else f"does not import: {error}"
    version = getattr(sys.modules.get(package), "__version__", None) if package else ""
    if version is None:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            version = importlib.metadata.version(package)
    return function, "?" if version is None else version


def grams(text: str | None) -> collections.Counter:
    words = re.findall(r"\w+", text or "")
    return collections.Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else collections.Counter()


def figures(pairs: list[tuple]) -> dict:
    """P, R and F1 of the 4-grams of gold and answer."""
    precisions, recalls = [], []
    for gold, answer in pairs:
        common = (gold & answer).total()
        precisions += [common / answer.total()] if answer else []
        recalls += [common / gold.total()] if gold else []
    p, r = (sum(values) / len(values) if values else 0.0 for values in (precisions, recalls))
    return {"F1": 2 * p * r / (p + r) if p + r else 0.0, "P": p, "R": r}


def forget() -> None:
    """Empty trafilatura's caches of lines, so that it never meets a page it has seen: it has two entries here, and several rounds."""
    module = sys.modules.get("trafilatura.utils")
    for function in vars(module).values() if module else ():
        if hasattr(function, "cache_clear"):
            function.cache_clear()


def run(tools: dict, pages: list[dict], rounds: int) -> tuple[dict, dict, dict]:
    """By tool: the answer to each page, the number of errors, and the CPU seconds of each round."""
    answers, errors, seconds = {name: [] for name in tools}, collections.Counter(), {name: [0.0] * rounds for name in tools}

    def answer(name: str, page: dict) -> str | None:
        try:
            return tools[name](page[TOOLS[name][0]])
        except Exception:
            errors[name] += 1
            return None

    for name in tools:
        answer(name, pages[0])
    errors.clear()
    gc.collect()
    gc.freeze()  # no tool pays for looking through what the others keep
    order = list(tools)
    for number in range(rounds):
        if sys.stderr.isatty():
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
        for first in range(0, len(pages), TURN):
            order = order[1:] + order[:1]
            for name in order:
                forget()
                gc.collect()
                begun = time.process_time()
                given = [answer(name, page) for page in pages[first : first + TURN]]
                seconds[name][number] += time.process_time() - begun
                answers[name] += given if number == 0 else []
        if number == 0:
            counted = dict(errors)
    return answers, counted, seconds


def compare(pages: list[dict], options) -> list[dict]:
    """A row a tool."""
    loaded = {name: load(name, options) for name in TOOLS if name in options.only}
    tools = {name: function for name, (function, _) in loaded.items() if function}
    answers, errors, seconds = run(tools, pages, options.rounds)
    golds = [grams(page["gold"]) for page in pages]
    corpora = sorted({page["corpus"] for page in pages})
    rows = []
    for name, (function, version) in loaded.items():
        row = {"name": name, "from": TOOLS[name][0], "version": version if function else None, "skipped": None if function else version}
        rows.append(row)
        if not function:
            continue
        pairs = list(zip(golds, map(grams, answers[name]), strict=True))
        row.update(figures(pairs))
        if len(corpora) > 1:
            row["F1 by corpus"] = {
                corpus: figures([pair for pair, page in zip(pairs, pages, strict=True) if page["corpus"] == corpus])["F1"] for corpus in corpora
            }
        row["pages a CPU second"] = statistics.median(len(pages) / max(spent, 1e-9) for spent in seconds[name])
        row["ratio to trafilatura"] = None
        if "trafilatura" in tools:
            both = zip(seconds["trafilatura"], seconds[name], strict=True)
            row["ratio to trafilatura"] = statistics.median(theirs / max(spent, 1e-9) for theirs, spent in both)
        row["empty"] = sum(not answer for _, answer in pairs)
        row["errors"] = errors.get(name, 0)
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
    parser.add_argument("--only", nargs="+", metavar="NAME", default=list(TOOLS), help=f"any of {', '.join(TOOLS)}")
    parser.add_argument("--rounds", type=int, default=3, help="how often all pages are read to measure speed (default: 3)")
    parser.add_argument("--stoplist", metavar="NAME", help="one of jusText's lists, such as English (default: all of them together)")
    parser.add_argument("--json", action="store_true", help="the same as one JSON object")
    options = parser.parse_args()
    if unknown := set(options.only) - set(TOOLS):
        parser.error(f"no such tool: {', '.join(sorted(unknown))}; there are {', '.join(TOOLS)}")
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")
    if not options.file.is_file():
        parser.error(f"no such file: {options.file}: name one whose lines hold html, text and gold.body")
    if not (pages := read(options.file)):
        parser.error(f"no pages in {options.file}")
    logging.disable()  # what the tools have to say about single pages
    rows = compare(pages, options)
    if options.json:
        about = {"file": options.file.name, "pages": len(pages), "rounds": options.rounds, "python": platform.python_version()}
        print(json.dumps({**about, "tools": rows}, ensure_ascii=False))
    else:
        print(f"{len(pages)} pages of {options.file.name}, Python {platform.python_version()}, speed: median of {options.rounds} rounds\n")
        show(rows)


if __name__ == "__main__":
    main()
