"""How far to trust a judged page: whether it has an article at all, how good its body is, and how likely each field is right.

All come from small trees, learned with the rest by tools/train.py: over traits of the whole page, on sites that the lines' trees had
not seen, and over traits of where a field was found, on some sites that they had. A body's is the page F1 to expect of it against the
article as people marked it, mapped to the mean of what was found; a field's is mapped to the share that is what they wrote down.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import inf
from typing import Any

from . import rules
from .article import Field
from .page import Page
from .ranking import ranking
from .trees import TOP, Trees

# The fields that have a confidence.
FIELDS = ("headline", "byline", "authors", "dateline", "published", "updated")
# Nobody wrote down bylines as printed, or when pages were updated: what stands for them.
_SAME = {"byline": "authors", "updated": "published"}
# Of a value that was read without weighing it, where what stands for it was not weighed either.
_UNWEIGHED = 0.5
DATELINE_TRAITS = ("rule", "body", "to body", "words", "from top")
# Lines from which on a page can be one without an article: of fewer it was cut out by somebody; the shortest that was fetched had 29.
WHOLE = 20
# Of what the rules alone read on a page whose layout is known: all 312 dumps of the founding format were exact.
KNOWN = 0.99


def of_article(found: dict[str, int] | None) -> float:
    """The log-odds that a page with these traits has an article, above what is asked of one: less than 0 for a list of products or stories."""
    if found is None:
        return inf
    from .page_traits import TRAITS

    return _value("has_article", TRAITS, found) - rules.core()["least"]


def of_body(page: Page, found: dict[str, int] | None) -> float | None:
    """The page F1 to expect of the body, from 0 to 1; None where there is none."""
    if found is None:
        return KNOWN if page.known and page.article else None
    from .page_traits import TRAITS  # a layout that the rules alone read has none

    return calibrated(_value("body", TRAITS, found), rules.core()["calibration"])


def _value(what: str, names: Sequence[str], found: Mapping[str, int]) -> float:
    """What the trees that were learned of a page as a whole make of its traits."""
    return _trees(what).values([[found[name] for name in names]])[0]


@cache
def _trees(what: str) -> Trees:
    return Trees(rules.core()[what])


def of_fields(page: Page, fields: dict[str, Any], body: float | None) -> dict[str, float | None]:
    """How likely each field that has a value is right, from 0 to 1; None for the others."""
    chances = {name: _chance(fields.get(name)) for name in FIELDS}
    result: dict[str, float | None] = dict.fromkeys(FIELDS)
    for name in FIELDS:
        found = fields.get(name)
        if not found or (not isinstance(found, list) and found.value is None):
            continue
        if page.known:
            result[name] = KNOWN
        elif name == "dateline":
            known = rules.core()["dateline"]
            traits = dateline_traits(page, found, body, known["rules"])
            value = Trees(known["trees"]).values([[traits[trait] for trait in DATELINE_TRAITS]])[0]
            result[name] = calibrated(value, known["calibration"])
        elif learned := ranking(_SAME.get(name, name)):
            result[name] = calibrated(chances[name] or chances[_SAME.get(name, name)] or _UNWEIGHED, learned.calibration)
    return result


def _chance(found: Any) -> float | None:
    """The chance of a field; of a list the greatest: the calibration is of whether all of it is right."""
    if isinstance(found, list):
        return max((one.chance or 0.0 for one in found), default=None)
    return found.chance if found else None


def dateline_traits(page: Page, found: Field, body: float | None, known_rules: list[str]) -> dict[str, int]:
    """The traits of a dateline; `known_rules` numbers the rules that datelines are read by."""
    from .scales import scale

    units = page.article
    return {
        "rule": known_rules.index(found.rule) + 1 if found.rule in known_rules else 0,
        "body": int(20 * (body or 0.0)),
        "to body": max(0, min(TOP, 32 + units[0] - found.unit)) if units else 0,
        "words": min(TOP, found.text.count(" ") + 1),
        "from top": scale(found.unit),
    }


def calibrated(value: float, points: list[list[float]]) -> float:
    """How right held-out pages were in the mean at a value: between the points [value, share] in a straight line."""
    below = points[0]
    for point in points:
        if value < point[0]:
            share = 0.0 if point[0] == below[0] else (value - below[0]) / (point[0] - below[0])
            return round(below[1] + max(0.0, share) * (point[1] - below[1]), 3)
        below = point
    return round(below[1], 3)
