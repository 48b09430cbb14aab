"""Learn how the fields' candidates are weighed (src/dumpparse/ranking.py), from pages whose metadata people wrote down.

tools/train.py calls it with trees for the lines that have not seen a page's site. Each field rests on those read before it: what a
site's pages show of the headline when dates are learned was chosen by trees that had not seen the site either.
"""

import collections
import gzip
import json
import pathlib
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import lightgbm
import numpy
from gold import cut_out, fold, folded, people, site
from reliability import calibrate, held_out

from dumpparse import forest
from dumpparse.extraction import label, read_lines
from dumpparse.fields import byline, dates, headline
from dumpparse.page import Page
from dumpparse.ranking import Ranking

# Small trees: there are some thousand pages, and a few candidates are right on each.
TREES = {"num_leaves": 15, "learning_rate": 0.1, "min_data_in_leaf": 40, "feature_fraction": 0.5, "lambda_l2": 5, "bagging_fraction": 0.7, "bagging_freq": 1}
COMMON = {"objective": "binary", "num_threads": 2, "deterministic": True, "force_row_wise": True, "verbose": -1, "max_bin": 64, "seed": 1}
ROUNDS = 100
# The chance below which no candidate is taken: rather none than a wrong one, most of all for people.
LEAST = {"headline": 0.08, "published": 0.12, "authors": 0.25}


class Sheet(NamedTuple):
    """A page whose metadata is known: as judged, what people wrote down and which of it the dump shows, its part of the sites."""

    page: Page
    gold: dict[str, Any]
    visible: dict[str, bool]
    part: int


def learn(corpus: pathlib.Path, forests: Sequence[forest.Forest], as_trees: Callable[[lightgbm.Booster], list]) -> dict[str, Any]:
    """What ranking.py knows of the headline, the day of publication and the authors; prints what held-out sites showed."""
    sheets = []
    with gzip.open(corpus / "meta.jsonl.gz", "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            home = site(record["url"]) if record.get("url") else record["id"]
            part = fold(home, len(forests))
            for text in (record["text"], cut_out(record["text"], record["gold"]["headline"] if record["visible"].get("headline") else None, home)):
                read = read_lines(text) if text else None
                if read and read[3] and not read[1].known:
                    sheets.append(Sheet(label(*read, forests[part]), record["gold"], record["visible"], part))
    titles = Field_(sheets, as_trees, "headline", headline.TRAITS)
    for at, sheet in enumerate(sheets):
        units, rows = headline.candidates(sheet.page)
        wanted = folded(sheet.gold["headline"])
        titles.add(at, rows, [folded(headline.title(sheet.page, unit)) == wanted for unit in units])
    learned = {"headline": titles.fit(lambda sheet: bool(sheet.visible.get("headline")))}
    title = {}
    for at, sheet in enumerate(sheets):
        best = titles.best(at)
        if best is not None:
            title[at] = headline.candidates(sheet.page)[0][best]
            sheet.page.settle(title[at], "headline")

    stamps = Field_(sheets, as_trees, "published", dates.TRAITS)
    found = [dates.candidates(sheet.page) for sheet in sheets]
    for at, sheet in enumerate(sheets):
        day = str(sheet.gold["published"])[:10]
        right = [one.iso[:10] == day if one.iso else any(iso[:10] == day for iso in one.stamp.either or ()) for one in found[at]]
        stamps.add(at, dates.traits(sheet.page, found[at], title.get(at)), right)
    learned["published"] = stamps.fit(lambda sheet: bool(sheet.visible.get("published")))
    moment = {}
    for at, sheet in enumerate(sheets):
        best = stamps.best(at)
        if best is not None and found[at][best].iso:
            moment[at] = found[at][best].unit
            sheet.page.settle(moment[at], "timestamp")

    names = Field_(sheets, as_trees, "authors", byline.TRAITS)
    mentions = [byline.candidates(sheet.page, title.get(at), moment.get(at)) for at, sheet in enumerate(sheets)]
    for at, sheet in enumerate(sheets):
        wanted_names = people(sheet.gold["authors"] or [])
        rows = byline.traits(sheet.page, mentions[at], title.get(at), moment.get(at))
        names.add(at, rows, [people([one.mention.name]) <= wanted_names for one in mentions[at]])

    def exact(at: int, chances: Sequence[float]) -> tuple[float, bool] | None:
        chosen = byline.choose(mentions[at], chances, LEAST["authors"])
        if not chosen:
            return None
        return max(chance for _, chance in chosen), people([one.mention.name for one, _ in chosen]) == people(sheets[at].gold["authors"])

    learned["authors"] = names.fit(lambda sheet: bool(sheet.visible.get("authors")), exact)
    hits = have = want = 0
    for at, chances in names.chances.items():
        if sheets[at].visible.get("authors"):
            chosen = people([one.mention.name for one, _ in byline.choose(mentions[at], chances, LEAST["authors"])])
            wanted_names = people(sheets[at].gold["authors"])
            hits, have, want = hits + len(chosen & wanted_names), have + len(chosen), want + len(wanted_names)
    print(f"authors, held out: precision {hits / have:.3f}, recall {hits / want:.3f}, F1 {2 * hits / (have + want):.3f}")
    return learned


class Field_:
    """The candidates of one field on all pages: rows of traits, and which are right."""

    def __init__(self, sheets: Sequence[Sheet], as_trees: Callable[[lightgbm.Booster], list], name: str, features: Sequence[str]):
        self.sheets, self.as_trees, self.name, self.features = sheets, as_trees, name, list(features)
        self.rows: dict[int, list[Sequence[int]]] = {}
        self.right: dict[int, list[bool]] = {}
        self.chances: dict[int, list[float]] = {}

    def add(self, at: int, rows: list[Sequence[int]], right: list[bool]) -> None:
        """The candidates of one page."""
        self.rows[at], self.right[at] = rows, right

    def _trees(self, used: list[int]) -> list:
        rows = numpy.array([row for at in used for row in self.rows[at]], numpy.uint8)
        right = numpy.array([ok for at in used for ok in self.right[at]])
        return self.as_trees(lightgbm.train(COMMON | TREES, lightgbm.Dataset(rows, right), ROUNDS))

    def _ranking(self, used: list[int]) -> dict[str, Any]:
        return {"features": self.features, "least": LEAST[self.name], "trees": self._trees(used), "calibration": []}

    def best(self, at: int) -> int | None:
        """The number of a page's best candidate, None where all are less than likely enough."""
        chances = self.chances[at]
        best = max(chances, default=0.0)
        return chances.index(best) if best >= LEAST[self.name] else None

    def fit(self, is_told: Callable[[Sheet], bool], taken: Callable[[int, Sequence[float]], tuple[float, bool] | None] | None = None) -> dict[str, Any]:
        """What was learned from the pages that tell the field; the chances of all pages, by trees that have not seen their site.

        `taken`: the chance of what is taken on a page and whether it is right, if that is more than the best candidate.
        """
        told = [at for at in self.rows if is_told(self.sheets[at])]
        for part in sorted({sheet.part for sheet in self.sheets}):
            ranking = Ranking(self._ranking([at for at in told if self.sheets[at].part != part]))
            self.chances |= {at: ranking.weigh(rows) for at, rows in self.rows.items() if self.sheets[at].part == part}

        def of_best(at: int, chances: Sequence[float]) -> tuple[float, bool] | None:
            best = self.best(at)
            return None if best is None else (chances[best], self.right[at][best])

        values = {at: value for at in told if (value := (taken or of_best)(at, self.chances[at]))}
        parts = {at: self.sheets[at].part for at in values}
        said = held_out({at: value for at, (value, _) in values.items()}, {at: ok for at, (_, ok) in values.items()}, parts)
        sure = [values[at][1] for at, value in said.items() if value >= 0.9]
        right = sum(ok for _, ok in values.values())
        print(
            f"{self.name}, held out: {len(told)} pages, right on {right / len(told):.3f}, given on {len(values) / len(told):.3f}; "
            f"at confidence .9 or more {len(sure) / len(told):.3f} of pages, right {sum(sure) / max(1, len(sure)):.3f}"
        )
        return self._ranking(told) | {"calibration": calibrate([value for value, _ in values.values()], [ok for _, ok in values.values()])}
