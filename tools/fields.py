"""Learn how the fields' candidates are weighed (src/dumpparse/ranking.py), from pages whose metadata people wrote down.

tools/train.py calls it with trees for the lines that have not seen a page's site. Each field rests on those read before it: what a
site's pages show of the headline when dates are learned was chosen by trees that had not seen the site either.
"""

import gzip
import json
import pathlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import lightgbm
import numpy
import pack_trees
from comparing import folded, harmonic, people
from gold import fold
from reliability import calibrate, held_out
from sheets import Judge, Sheet, read_sheets, site_of, transplanted, written_sheets

from dumpparse.candidates import authors, headlines
from dumpparse.candidates import stamps as stamps_
from dumpparse.extraction import label, read_lines
from dumpparse.fields import read_fields
from dumpparse.fields.authors import choose
from dumpparse.profile import profile
from dumpparse.ranking import Ranking

# Small trees: there are some thousand pages, and a few candidates are right on each.
TREES = {
    "num_leaves": 15, "learning_rate": 0.1, "min_data_in_leaf": 20, "min_sum_hessian_in_leaf": 1, "feature_fraction": 0.5, "lambda_l2": 5,
    "bagging_fraction": 0.7, "bagging_freq": 1, "num_threads": 2, "deterministic": True, "force_row_wise": True, "verbose": -1, "max_bin": 64,
    "seed": 1,
}  # fmt: skip
ROUNDS = {"headline": 220, "published": 80, "authors": 105}
# What makes a name an author's is several signs together: larger trees, which the others gain nothing by.
LARGER = {"authors": {"num_leaves": 31, "learning_rate": 0.08}}
# The chance below which no candidate is taken: rather none than a wrong one, most of all for people.
LEAST = {"headline": 0.08, "published": 0.12, "authors": 0.15}


Learned = dict[str, dict[str, Any]]


def learn(
    corpus: pathlib.Path, written: pathlib.Path, judges: Sequence[Judge], as_trees: Callable[[lightgbm.Booster], list]
) -> tuple[Learned, list[Learned]]:
    """What ranking.py knows of the headline, the day of publication and the authors; prints what held-out sites showed.

    Also, for each part of the sites, what was learned without it. With the pages that were written to learn from authors are right on .865 of
    other sites' pages, without them on .858, and headlines on as many.
    """
    sheets = list(read_sheets(corpus, judges))
    sheets += [*transplanted(sheets, judges), *written_sheets(written, judges)]
    titles = Weighed(sheets, as_trees, "headline", headlines.TRAITS)
    for at, sheet in enumerate(sheets):
        lines, wanted = headlines.find(sheet.page), folded(sheet.gold["headline"])
        titles.add(at, headlines.traits(sheet.page, lines), [folded(headlines.title(sheet.page, one)) == wanted for one in lines])
    # A page that was cut out below its headline shows none: that too is to be learned.
    learned = {"headline": titles.fit(lambda sheet: "headline" in sheet.visible)}
    title = {}
    for at, sheet in enumerate(sheets):
        best = titles.best(at)
        if best is not None:
            title[at] = headlines.find(sheet.page)[best].unit
            sheet.page.settle(title[at], "headline", max(titles.chances[at]))

    stamps = Weighed(sheets, as_trees, "published", stamps_.TRAITS)
    found = [stamps_.find(sheet.page) for sheet in sheets]
    told = [at for at, sheet in enumerate(sheets) if "published" in sheet.gold]
    for at in told:
        sheet = sheets[at]
        day = str(sheet.gold["published"])[:10]
        right = [one.iso[:10] == day if one.iso else any(iso[:10] == day for iso in one.stamp.either or ()) for one in found[at]]
        stamps.add(at, stamps_.traits(sheet.page, found[at], title.get(at)), right)
    # Where the dump does not show what people wrote down, none of its dates is the one: that too is to be learned. So with people.
    # With the pages that were written fewer are right on other sites' (.977 for .980).
    learned["published"] = stamps.fit(lambda sheet: bool(sheet.gold.get("published")) and not sheet.tells_all)
    moment = {}
    for at in told:
        sheet = sheets[at]
        best = stamps.best(at)
        if best is not None and found[at][best].iso:
            moment[at] = found[at][best].unit
            sheet.page.settle(moment[at], "timestamp", max(stamps.chances[at]))

    told = [at for at in told if not sheets[at].made]
    mentions = {at: authors.find(sheets[at].page, title.get(at), moment.get(at)) for at in told}

    def exact(at: int, chances: Sequence[float]) -> tuple[float, bool] | None:
        chosen = choose(sheets[at].page, mentions[at], chances, LEAST["authors"])
        if not chosen:
            return None
        return max(chance for _, chance in chosen), people([one.mention.name for one, _ in chosen]) == people(sheets[at].gold["authors"])

    names = Weighed(sheets, as_trees, "authors", authors.TRAITS, exact)
    for at in told:
        sheet = sheets[at]
        wanted_names = people(sheet.gold["authors"] or [])
        rows = authors.traits(sheet.page, mentions[at], title.get(at), moment.get(at))
        names.add(at, rows, [people([one.mention.name]) <= wanted_names for one in mentions[at]])
    learned["authors"] = names.fit(lambda sheet: bool(sheet.gold.get("authors")) or sheet.tells_all)
    hits = have = want = 0
    for at, chances in names.chances.items():
        if sheets[at].whole and sheets[at].visible.get("authors"):
            chosen = people([one.mention.name for one, _ in choose(sheets[at].page, mentions[at], chances, LEAST["authors"])])
            wanted_names = people(sheets[at].gold["authors"])
            hits, have, want = hits + len(chosen & wanted_names), have + len(chosen), want + len(wanted_names)
    precision, recall = hits / max(1, have), hits / max(1, want)
    print(f"authors, held out: precision {precision:.3f}, recall {recall:.3f}, F1 {harmonic(precision, recall):.3f}")
    return learned, [{field.name: field.without[part] for field in (titles, stamps, names)} for part in range(len(judges))]


def answers(corpus: pathlib.Path, judges: Sequence[Judge], without: Sequence[Learned], use: Callable[[Learned], None]) -> Iterator[dict]:
    """What is given for each page by what was learned without its site: `id`, `headline`, `published`, `authors`.

    `use` makes what was learned of the fields the one in force. What is known of publishers is not asked: people saw these pages for it.
    """
    with gzip.open(corpus / "meta.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = list(map(json.loads, lines))
    home = [fold(site_of(record), len(judges)) for record in records]
    for part, learned in enumerate(without):
        use(learned)
        for record, its in zip(records, home, strict=True):
            if its == part:
                read = read_lines(record["text"], profile())
                page = label(*read, *judges[part]) if read[3] else None
                values = read_fields(page)[0] if page else {}
                yield {"id": record["id"], **{key: values.get(key) for key in ("headline", "published", "authors")}}


def one_of(page: numpy.ndarray, right: numpy.ndarray) -> Callable[[numpy.ndarray, lightgbm.Dataset], tuple[numpy.ndarray, numpy.ndarray]]:
    """The loss of choosing one candidate a page, or none: a conditional logit with none at value 0. `page`: each candidate's, from 0.

    Of several that are right any will do; where none is, none is to be chosen.
    """
    pages = page.max() + 1
    has = numpy.bincount(page, right, minlength=pages) > 0

    def gradients(value: numpy.ndarray, _: lightgbm.Dataset) -> tuple[numpy.ndarray, numpy.ndarray]:
        share = numpy.exp(numpy.clip(value, -30, 30))
        chance = share / (1 + numpy.bincount(page, share, minlength=pages))[page]
        good = share * right
        wanted = numpy.where(has[page], good / numpy.maximum(numpy.bincount(page, good, minlength=pages), 1e-12)[page], 0)
        return chance - wanted, numpy.maximum(chance * (1 - chance), 1e-4)

    return gradients


Taken = Callable[[int, Sequence[float]], tuple[float, bool] | None] | None


class Weighed:
    """The candidates of one field on all pages: rows of traits, and which are right.

    `taken`: where more than the best candidate may be, the chance of what is taken on a page and whether all of it is right.
    """

    def __init__(
        self, sheets: Sequence[Sheet], as_trees: Callable[[lightgbm.Booster], list], name: str, features: Sequence[str], taken: Taken = None
    ):
        self.sheets, self.as_trees, self.name, self.features, self.taken = sheets, as_trees, name, list(features), taken
        self.rows: dict[int, list[Sequence[int]]] = {}
        self.right: dict[int, list[bool]] = {}
        self.chances: dict[int, list[float]] = {}
        self.without: dict[int, dict[str, Any]] = {}

    def add(self, at: int, rows: list[Sequence[int]], right: list[bool]) -> None:
        """The candidates of one page."""
        self.rows[at], self.right[at] = rows, right

    def _trees(self, used: list[int]) -> list:
        rows = numpy.array([row for at in used for row in self.rows[at]], numpy.uint8)
        right = numpy.array([ok for at in used for ok in self.right[at]])
        page = numpy.array([number for number, at in enumerate(used) for _ in self.rows[at]])
        objective = one_of(page, right) if self.taken is None else "binary"
        return self.as_trees(
            lightgbm.train(TREES | LARGER.get(self.name, {}) | {"objective": objective}, lightgbm.Dataset(rows, right), ROUNDS[self.name])
        )

    def _ranking(self, used: list[int]) -> dict[str, Any]:
        return {"features": self.features, "least": LEAST[self.name], "trees": self._trees(used), "calibration": []}

    def best(self, at: int) -> int | None:
        """The number of a page's best candidate, None where all are less than likely enough."""
        chances = self.chances[at]
        best = max(chances, default=0.0)
        return chances.index(best) if best >= LEAST[self.name] else None

    def fit(self, is_told: Callable[[Sheet], bool]) -> dict[str, Any]:
        """What was learned from the pages that tell the field; the chances of all pages, by trees that have not seen their site."""
        told = [at for at in self.rows if is_told(self.sheets[at])]
        shown = [at for at in told if self.sheets[at].whole and self.sheets[at].visible[self.name]]
        for part in sorted({sheet.part for sheet in self.sheets}):
            self.without[part] = self._ranking([at for at in told if self.sheets[at].part != part])
            ranking = Ranking(pack_trees.of_field(self.without[part]))
            self.chances |= {
                at: (ranking.each if self.taken else ranking.chances)(rows) for at, rows in self.rows.items() if self.sheets[at].part == part
            }

        def of_best(at: int, chances: Sequence[float]) -> tuple[float, bool] | None:
            best = self.best(at)
            return None if best is None else (chances[best], self.right[at][best])

        values = {at: value for at in shown if (value := (self.taken or of_best)(at, self.chances[at]))}
        parts = {at: self.sheets[at].part for at in values}
        said = held_out({at: value for at, (value, _) in values.items()}, {at: ok for at, (_, ok) in values.items()}, parts)
        sure = [values[at][1] for at, value in said.items() if value >= 0.9]
        right = sum(ok for _, ok in values.values())
        print(
            f"{self.name}, held out: {len(shown)} pages, right on {right / len(shown):.3f}, given on {len(values) / len(shown):.3f}; "
            f"at confidence .9 or more {len(sure) / len(shown):.3f} of pages, right {sum(sure) / max(1, len(sure)):.3f}"
        )
        return self._ranking(told) | {"calibration": calibrate([value for value, _ in values.values()], [ok for _, ok in values.values()])}
