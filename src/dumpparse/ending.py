"""Where does the article end? What stands below a gap in it may be another one, as on pages that scroll on, or readers' comments, or teasers.

No line says so by itself, since each looks like an article's: what tells is that other things are spoken of below, of other people, that
what stands above the article stands in the gap again, and how the lines on either side look on the whole. Weighed by small trees, which
tools/ending.py learns from marked pages and from pages to which another's article was appended.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from itertools import accumulate, pairwise
from operator import or_
from typing import NamedTuple

from . import rules
from .measures import DATES, HEADINGS, MENUS, NAMES, Cues, Measured
from .scales import odds, scale
from .topics import Words
from .trees import TOP, Trees

TRAITS = (
    "gap lines", "words above", "share below", "gap dates", "gap names", "gap headings", "gap menus", "gap inserts", "gap lines as above the article",
    "headline below", "headline above", "opening known", "below known", "names known", "gap lean", "lean above gap", "lean below gap",
    "mean lean above", "mean lean below", "greatest lean below", "line words above", "line words below", "stops above", "stops below",
    "left out above", "left out below", "page words", "lines to below gap", "lines below article",
)  # fmt: skip
# Log-odds from which the article ends: of the gaps so sure on held-out sites about .75 were its end to the word on pages as they were fetched,
# and .97 on pages that were made (tools/ending.py prints it). That F1 rises all the same is by what little of the article the others cut off.
LEAST = 1.5
# Words that must stand above for an article to have ended, and below for it to matter.
_ABOVE, _BELOW = 60, 20
_HEAD = 25  # lines above the article in which its headline is sought, and lines that come again in a gap
_OPENING, _PROSE = 3, 15  # paragraphs that open what is below a gap, and the words of one
_TITLE = range(3, 31)  # words of a headline
_NAME = 4  # letters of a word with a capital that counts as a name
_CLEAR = 8.0  # log-odds beyond which a line counts for no more
# What stands amid an article more often than below it.
_INSERTS = frozenset(("insert", "advert", "account", "appeal", "embed", "caption_credit", "above_credit", "alt_text"))
_KINDS = (DATES, NAMES, HEADINGS, MENUS, _INSERTS)


class End(NamedTuple):
    """The units that were taken for the article's and stand below its end, and the log-odds that they do."""

    units: Sequence[int]
    worth: float


@cache
def learned() -> Trees:
    """The trees that rules/core.json has for this."""
    return Trees(rules.core()["ending"])


def find(texts: Sequence[str], cues: Sequence[Cues], measured: Measured, lean: Sequence[float], article: Sequence[int], trees: Trees) -> End | None:
    """Where the article ends before its last unit, at the first gap of which `trees` are sure enough; None where it does not.

    `article` is the units that were taken for its own; `lean` each unit's log-odds of being the article's.
    """
    found = list(gaps(texts, cues, measured, lean, article))
    for (unit, _), worth in zip(found, trees.values([row for _, row in found]), strict=True):
        if worth > LEAST:
            return End(article[bisect_left(article, unit) :], worth)
    return None


def gaps(
    texts: Sequence[str], cues: Sequence[Cues], measured: Measured, lean: Sequence[float], article: Sequence[int]
) -> Iterator[tuple[int, list[int]]]:
    """The gaps in an article where it may end: the first unit of it below each, and the gap's traits, by `TRAITS`.

    None on a page of so many words that they are kept as sets: it takes more than one article to have them, and too long to compare.
    """
    counts, (topics, none_of, many) = measured.counts, measured.topics
    words = list(accumulate([counts[unit] for unit in article], initial=0))
    whole = words[-1]
    places = [at for at in range(1, len(article)) if article[at] - article[at - 1] > 1 and words[at] >= _ABOVE and whole - words[at] >= _BELOW]
    if not places or none_of is not int:
        return
    first, last = article[0], article[-1]
    of_unit = [topics.get(unit, 0) for unit in article]
    prose = [at for at, unit in enumerate(article) if counts[unit] >= _PROSE]
    title = _title(range(max(0, first - _HEAD), first + 1), measured, _union([of_unit[at] for at in prose[:_OPENING]]))
    telling = many(title) or 1
    leans = list(accumulate([max(-_CLEAR, min(_CLEAR, lean[unit])) * counts[unit] for unit in article], initial=0.0))
    stops = list(accumulate([cues[unit][0].endswith("stop") for unit in article], initial=0))
    greatest = list(accumulate([lean[unit] for unit in reversed(article)], max))[::-1]
    above_article = frozenset(texts[max(0, first - _HEAD) : first])
    page_words = scale(sum(counts))
    bounds = [0, *places, len(article)]
    parts = [_union(of_unit[begin:end]) for begin, end in pairwise(bounds)]
    aboves, belows = list(accumulate(parts, or_)), list(accumulate(reversed(parts), or_))[::-1]
    names = _shared_names([[texts[unit] for unit in article[begin:end]] for begin, end in pairwise(bounds)])
    for at, above, below, named in zip(places, aboves, belows[1:], names, strict=False):
        unit, before = article[at], article[at - 1]
        gap = range(before + 1, unit)
        rest, lines = whole - words[at], len(article) - at
        begins = bisect_left(prose, at)
        opening = _union([of_unit[one] for one in prose[begins : begins + _OPENING]])
        yield unit, [
            min(TOP, len(gap)), scale(words[at]), 32 * rest // whole,
            *[min(TOP, sum([not kind.isdisjoint(cues[one]) for one in gap])) for kind in _KINDS],
            min(TOP, sum([texts[one] in above_article for one in gap])),
            24 * many(title & below) // telling, 24 * many(title & above) // telling,
            32 * many(opening & above) // (many(opening) or 1), 32 * many(below & above) // (min(many(below), many(above)) or 1), named,
            odds(sum([lean[one] for one in gap]) / len(gap)), odds(lean[before]), odds(lean[unit]),
            odds(leans[at] / words[at]), odds((leans[-1] - leans[at]) / rest), odds(greatest[at]),
            min(TOP, words[at] // at), min(TOP, rest // lines), 32 * stops[at] // at, 32 * (stops[-1] - stops[at]) // lines,
            32 * (before - first + 1 - at) // (before - first + 1), 32 * (last - unit + 1 - lines) // (last - unit + 1),
            page_words, scale(unit - first), scale(len(texts) - 1 - last),
        ]  # fmt: skip


def _title(units: range, measured: Measured, opening: Words) -> Words:
    """The words of what most looks like the headline of a text that opens with some words; the lowest of several that do."""
    many, best, found = measured.topics.many, 0.0, measured.topics.none()
    for unit in units:
        words = measured.topics.by_unit.get(unit)
        if words and measured.counts[unit] in _TITLE and (common := many(words & opening)):
            score = common * (0.5 + common / many(words))
            if score >= best:
                best, found = score, words
    return found


def _union(some: Sequence[int]) -> int:
    """The words of some units."""
    return reduce(or_, some, 0)


def _shared_names(parts: Sequence[Sequence[str]]) -> list[int]:
    """Between each part of some texts and the next: how many words with a capital are both above and below, to those of the side that has
    fewer, in 32nds."""
    begins: dict[str, int] = {}
    ends: dict[str, int] = {}
    for number, texts in enumerate(parts):
        for word in [word for word in set(" ".join(texts).split()) if len(word) >= _NAME and word[0].isupper()]:
            begins.setdefault(word, number)
            ends[word] = number
    begun, ended = [0] * len(parts), [0] * len(parts)
    for word, number in begins.items():
        begun[number] += 1
        ended[ends[word]] += 1
    result, above, over = [], 0, 0
    for number in range(len(parts) - 1):
        above, over = above + begun[number], over + ended[number]
        result.append(32 * (above - over) // (min(above, len(begins) - over) or 1))
    return result
