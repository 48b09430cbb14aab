"""How far to trust a judged page: whether it has an article at all, and how likely its body is right.

Both come from small trees over traits of the whole page, learned with the rest (tools/train.py) on sites that the labels' trees had
not seen. "Right" is a page F1 of .9 or more against the article as people marked it.
"""

from itertools import pairwise

from . import rules
from .forest import walk
from .measures import PAGE, TOP, scale
from .page import Page

TRAITS = (
    *PAGE, "body words", "body lines", "share of words", "mean lean", "weak words", "missed words", "runs", "first lean", "last lean", "lifted",
    "other prose", "short lines", "headlines", "dates", "bylines", "headline to body", "dates in body",
)  # fmt: skip
# Traits of a page whose labels are the rules' own: nothing was learned about them.
_WEAK, _MISSED, _PROSE = 1.0, -1.0, 15
Traits = dict[str, int]


def traits(page: Page) -> Traits | None:
    """The traits of a page that was judged with what was learned; None for any other, and where there is no body."""
    if page.measured is None or page.lean is None:
        return None
    lean, counts = page.lean, page.measured.counts
    body = page.units("standfirst", "body", "subhead")
    if not body:
        return None
    inside = set(body)
    words = sum([counts[unit] for unit in body]) + 1
    weak = sum([counts[unit] for unit in body if lean[unit] < _WEAK])
    missed = sum([count for unit, count in enumerate(counts) if lean[unit] > _MISSED and unit not in inside])
    other = sum([count for unit, count in enumerate(counts) if count >= _PROSE and unit not in inside])
    headlines = page.units("headline")
    found = (
        *page.measured.page, scale(words), min(TOP, len(body)), 32 * words // (sum(counts) + words),
        _bin(sum([lean[unit] * counts[unit] for unit in body]) / words), 32 * weak // words, min(TOP, 16 * missed // words),
        min(TOP, sum([after - before > 1 for before, after in pairwise(body)])), _bin(lean[body[0]]), _bin(lean[body[-1]]), _bin(page.lifted),
        min(TOP, 8 * other // words), 32 * sum([counts[unit] < 8 for unit in body]) // len(body), min(3, len(headlines)),
        min(9, len(page.units("head.timestamp", "lead.timestamp"))), min(9, len(page.units("head.byline", "lead.byline"))),
        min(TOP, body[0] - headlines[0]) if headlines and headlines[0] < body[0] else TOP,
        min(TOP, sum([bool(page.looks[unit].stamps) for unit in range(body[0], body[-1] + 1)])),
    )  # fmt: skip
    return dict(zip(TRAITS, found, strict=True))


def has_article(found: Traits | None) -> bool:
    """Whether a page with these traits has an article, rather than a list of products, questions or stories."""
    core = rules.core()
    return found is None or walk(TRAITS, core["has_article"], found) >= core["least"]


def of_body(page: Page, found: Traits | None) -> float | None:
    """How likely the body is right, from 0 to 1; None where there is none."""
    if found is None:
        return rules.core()["known"] if page.profile.known and page.units("body") else None
    return calibrated(walk(TRAITS, rules.core()["body"], found), rules.core()["calibration"])


def calibrated(value: float, points: list[list[float]]) -> float:
    """The share of held-out pages that were right at a value: between the points [value, share] in a straight line."""
    below = points[0]
    for point in points:
        if value < point[0]:
            share = 0.0 if point[0] == below[0] else (value - below[0]) / (point[0] - below[0])
            return round(below[1] + max(0.0, share) * (point[1] - below[1]), 3)
        below = point
    return round(below[1], 3)


def _bin(lean: float) -> int:
    return max(0, min(TOP, int(lean * 4) + 28))
