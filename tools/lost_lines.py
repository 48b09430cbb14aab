#!/usr/bin/env python3
"""Learn rules/lost_lines.json: where lines began in a text that was put on one line (src/dumpparse/lost_lines.py).

    python tools/lost_lines.py [--shared DIR] [--folds N]   cross-validate by site and print the figures
    python tools/lost_lines.py --write                      the same, then learn from all pages and write src/dumpparse/rules/lost_lines.json

DIR/corpus/ and written/ as for train.py, which reads its pages by what is written here: run this one first. The lines are those of the dumps,
one of each page, what a dumper cut out of one paragraph joined: nobody has to mark anything. Needs the extra `train`. The same data and versions
give the same bytes.

How often lines begin and end with a word (of `SITES` sites or more) is, for the pages that the trees learn from, what others show.
"""

import argparse
import collections
import gzip
import json
import math
import pathlib
import sys
from collections.abc import Sequence
from typing import NamedTuple

import lightgbm
import numpy
from gold import fold, site
from line_trees import COMMON, as_trees
from pack_trees import of_trees

from dumpparse import lost_lines
from dumpparse.extraction import read_lines
from dumpparse.lines import LONG, split
from dumpparse.long_rows import of_many_lines
from dumpparse.profile import profile
from dumpparse.trees import TOP, Trees

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "src" / "dumpparse" / "rules" / "lost_lines.json"
DUMPERS = ("bs4", "resiliparse", "inscriptis", "")  # the first of them that a page was dumped with
TREES = {"num_leaves": 16, "learning_rate": 0.15, "min_data_in_leaf": 100, "feature_fraction": 0.6}
ROUNDS = 150
SITES = 9  # that a word must stand on
PER_PAGE = 3  # times that a pair of words counts on one page
FEW, MANY = 30, 20_000  # words of a page that is learned from
PRIOR = 4.0  # spaces that a word's odds are drawn to the mean by
SCALE = 8  # log-odds by which are kept
LEAST = 0.2  # log-odds from which a line begins: below are mostly the second words of names that are known from nowhere


class Text(NamedTuple):
    """The words of a page, those that may begin a line, whether each of these does, and the page's site."""

    site: str
    words: list[lost_lines.Word]
    at: list[int]
    right: list[bool]


def texts(corpus: pathlib.Path, folder: pathlib.Path) -> list[Text]:
    """The pages of the corpus, one dump of each, and those in a folder, each a site of its own."""
    best: dict[str, tuple[int, dict]] = {}
    for kind in ("body", "nobody"):
        with gzip.open(corpus / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as records:
            for record in map(json.loads, records):
                name = record.get("url") or record["id"]
                dumper = record.get("dumper", "") if kind == "body" else ""
                rank = DUMPERS.index(dumper) if dumper in DUMPERS else len(DUMPERS)
                if name not in best or rank < best[name][0]:
                    best[name] = rank, record
    written = [{"text": path.read_text(encoding="utf-8"), "url": f"written://{path.stem}"} for path in sorted(folder.glob("*.txt"))]
    found = []
    for record in [*(record for _, record in best.values()), *written]:
        if of_many_lines(split(record["text"]), LONG):
            continue  # it is read by what is learned here
        lines = [line.split() for line in read_lines(record["text"], profile())[0].texts]
        words = [lost_lines.word_of(word) for line in lines for word in line]
        if FEW <= len(words) <= MANY:
            begin = {0}.union(numpy.cumsum([len(line) for line in lines]).tolist())
            at = lost_lines.spaces(words)
            found.append(Text(site(record["url"]) if record.get("url") else record["id"][:12], words, at, [one in begin for one in at]))
    return found


def odds(pages: Sequence[Text]) -> tuple[dict[str, int], dict[str, int]]:
    """How often lines begin and end with a word, log-odds to those of any word, by `SCALE`, from 0 to `TOP`."""
    tables = []
    for behind in (0, 1):
        times, right, sites = collections.Counter(), collections.Counter(), collections.defaultdict(set)
        for page in pages:
            seen: collections.Counter[tuple[str, str]] = collections.Counter()
            for one, begins in zip(page.at, page.right, strict=True):
                pair = page.words[one - 1].last, page.words[one].first
                seen[pair] += 1
                if seen[pair] <= PER_PAGE:
                    word = pair[1 - behind]
                    times[word] += 1
                    right[word] += begins
                    sites[word].add(page.site)
        mean = sum(right.values()) / max(1, sum(times.values()))
        middle = math.log(mean / (1 - mean))
        tables.append({
            word: min(TOP, max(0, round(lost_lines.UNKNOWN + SCALE * (_log_odds(right[word], times[word], mean) - middle))))
            for word in sorted(sites) if len(sites[word]) >= SITES
        })  # fmt: skip
    return tables[0], tables[1]


def _log_odds(right: int, times: int, mean: float) -> float:
    return math.log((right + PRIOR * mean) / (times - right + PRIOR * (1 - mean)))


class Rows:
    """The pages as a matrix, each page's words weighed by the odds that pages of other sites show."""

    def __init__(self, pages: Sequence[Text], folds: int):
        self.pages = pages
        self.part = numpy.array([fold(page.site, folds) for page in pages])
        others = [odds([page for page, part in zip(pages, self.part, strict=True) if part != number]) for number in range(folds)]
        rows = [
            numpy.array(lost_lines.traits(page.words, page.at, *others[part]), numpy.uint8).reshape(-1, len(lost_lines.TRAITS))
            for page, part in zip(pages, self.part, strict=True)
        ]
        self.matrix = numpy.concatenate(rows)
        self.right = numpy.concatenate([page.right for page in pages])
        self.of_row = numpy.repeat(self.part, [len(page.at) for page in pages])

    def fit(self, without: int | None) -> list:
        """Trees from all pages but those of one part of the sites."""
        used = self.of_row != without if without is not None else numpy.ones(len(self.right), bool)
        data = lightgbm.Dataset(self.matrix[used], self.right[used])
        return as_trees(lightgbm.train({**COMMON, **TREES, "seed": 1}, data, ROUNDS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared", help="the folder with corpus/")
    parser.add_argument("--written", type=pathlib.Path, default=HERE / "written", help="the folder of the pages that were written to learn from")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help=f"write {OUT.name}")
    parser.add_argument("--out", type=pathlib.Path, default=OUT, metavar="FILE", help="where --write writes it; default: the package's file")
    options = parser.parse_args()
    pages = texts(options.shared / "corpus", options.written)
    rows = Rows(pages, options.folds)
    print(f"{len(pages)} pages, {len(rows.right)} spaces behind which a line may begin, at {rows.right.sum()} of them one does")
    said = numpy.zeros(len(rows.right))
    for number in range(options.folds):
        held = rows.of_row == number
        if held.any():
            said[held] = Trees(of_trees(rows.fit(number))).values(rows.matrix[held].tolist())
    for least in (-1.0, LEAST, 1.0):
        taken = said > least
        both = (taken & rows.right).sum()
        print(f"held out, log-odds above {least:+.1f}: precision {both / max(1, taken.sum()):.3f}, recall {both / max(1, rows.right.sum()):.3f}")
    if options.write:
        begins, ends = odds(pages)
        options.out.write_text(
            json.dumps({"least": LEAST, "begins": begins, "ends": ends, "trees": rows.fit(None)}, ensure_ascii=False, separators=(",", ":")) + "\n",
            encoding="utf-8",
        )
        print(
            f"wrote {options.out.name}, {options.out.stat().st_size / 1000:.0f} kB: {len(begins)} words that begin lines, {len(ends)} that end them"
        )


if __name__ == "__main__":
    sys.exit(main())
