"""Which line most looks like the title of what stands below it, before anything is known of the article: by its words and theirs."""

from collections.abc import Sequence
from itertools import pairwise, repeat
from operator import or_

from .block import REACH
from .topics import Topics, Words
from .wording import BULLETS

_SENTENCE_ENDS = frozenset((2, 9))  # a stop, or one before a quotation or bracket closes
# Words of a title, and lines above prose in which it is sought.
_TITLE, _HEAD = range(3, 26), 39


def possible_titles(counts: list[int], prose: list[int]) -> list[int]:
    """The units that may be the title of prose below them, by their words."""
    return [unit for above, below in pairwise([0, *prose]) for unit in range(max(above, below - _HEAD), below) if counts[unit] in _TITLE]


def likeliest_title(
    titles: list[int],
    topics: Topics,
    of_prose: list[Words],
    prose_above: list[int],
    texts: list[str],
    ends: list[int],
    cues: Sequence[tuple[str, ...]],
    dates: list[int],
) -> tuple[int, float, float]:
    """The unit that most looks like the title of what stands below it, its score, and the next best score.

    A title's words come again in the eight paragraphs below it; it ends as no sentence does, is no item of a list, is often printed twice,
    and a date or byline stands near. Of 2,173 pages whose headline is known this finds .56; the numbers were tried on them.
    `of_prose` is the words of all prose; `prose_above` is how many lines of prose stand above each unit.
    """
    headline, best, runner_up = 0, 0.0, 0.0
    below = [*of_prose, *repeat(topics.none(), 8)]
    for step in (1, 2, 4):  # the words of two, of four, of eight
        below = list(map(or_, below, below[step:]))
    for unit in titles:
        content = topics.by_unit[unit]
        common = topics.many(content & below[prose_above[unit + 1]])
        if common:
            score = common * (1 + common / topics.many(content))
            if ends[unit] in _SENTENCE_ENDS:
                score *= 0.1
            if texts[unit][0] in BULLETS:
                score *= 0.2
            if "item_title" in cues[unit]:
                score *= 0.3
            if "again" in cues[unit] or "twice" in cues[unit]:
                score *= 2
            if dates[REACH + unit + 9] - dates[REACH + unit - 3]:
                score *= 5
            if score > best:
                headline, best, runner_up = unit, score, best
            elif score > runner_up:
                runner_up = score
    return headline, best, runner_up
