"""Learn where an article ends (src/dumpparse/ending.py): from marked pages and written ones, from pages to which another one's article was
appended, and from pages with inserts between their paragraphs.

Few pages of any collection scroll on to the next article, since most were fetched without a browser, and few have lists amid their text.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import lightgbm
import numpy
from gold import Sample, fold
from line_trees import BAGGED, COMMON, as_trees, judge
from pack_trees import walked

from dumpparse import ending, forest

TREES = {"num_leaves": 16, "learning_rate": 0.08, "min_data_in_leaf": 25, "feature_fraction": 0.5, "lambda_l2": 10}
ROUNDS = 150
REAL = 10.0  # what a gap of a page as it was fetched counts for, to one of a page that was made
RIGHT = 0.05  # share of its words that may be the article's in what is below its end


class Gap(NamedTuple):
    """A gap in what was taken for an article: its traits, whether it is the article's end, its part of the sites, whether its page was made,
    and what it counts."""

    traits: list[int]
    right: bool
    part: int
    made: bool
    weight: float


def learn(whole: Sequence[Sample], made: Sequence[Sample], forests: Sequence[forest.Forest]) -> tuple[list, list[list]]:
    """The trees that tell where an article ends, and for each part of the sites those that have not seen it."""
    found = [gap for sample in whole for gap in gaps(sample, forests, made=False)]
    found += [gap for sample in made for gap in gaps(sample, forests, made=True)]
    ends = sum(gap.right for gap in found)
    print(f"the article ends at {ends} of {len(found)} gaps on {len(whole)} pages and {len(made)} that were made")
    without = [fit([gap for gap in found if gap.part != part]) for part in range(len(forests))]
    for of_made, said in ((False, "on pages as they were"), (True, "on pages that were made")):
        sure = [gap.right for gap in found if gap.made == of_made and walked(without[gap.part], gap.traits) > ending.LEAST]
        print(f"held out, sure of {len(sure)} ends {said}, right {sum(sure) / max(1, len(sure)):.3f}")
    return fit(found), without


def gaps(sample: Sample, forests: Sequence[forest.Forest], made: bool) -> Iterator[Gap]:
    """The gaps of a page, as trees that have not seen its site make them, down to where the article ends."""
    part = fold(sample.site, len(forests))
    page = judge(sample, forests[part])
    article, _ = forest.taken(page.lean, page.measured.counts)
    found = []
    for unit, traits in ending.gaps(page.texts, page.cues, page.measured, page.lean, article):
        below = [one for one in article if one >= unit]
        words = sum(sample.words[one] for one in below)
        found.append((traits, sum(sample.words[one] for one in below if sample.right[one]) <= RIGHT * words))
        if found[-1][1]:
            break
    for traits, right in found:
        yield Gap(traits, right, part, made, (1.0 if made else REAL) / (1.0 if right else len(found) ** 0.5))


def fit(found: Sequence[Gap]) -> list:
    """Trees that tell the gaps at which articles end; none where there is no gap to learn from."""
    if not found:
        return []
    traits, right = numpy.array([gap.traits for gap in found], numpy.uint8), numpy.array([gap.right for gap in found])
    data = lightgbm.Dataset(traits, right, weight=[gap.weight for gap in found])
    return as_trees(lightgbm.train({**COMMON, **BAGGED, **TREES}, data, ROUNDS))
