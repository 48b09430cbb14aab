"""Which line most looks like the title of what stands below it, before anything is known of the article: by its words and theirs."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, repeat
from math import prod
from operator import or_

from .block import REACH
from .characters import is_unspaced
from .regexes import regex
from .topics import Topics, Words
from .wording import BULLETS

_SENTENCE_ENDS = frozenset((2, 9))  # a stop, or one before a quotation or bracket closes
# Words of a title, lines above prose in which it is sought, and above the block in which a date near it is enough.
_TITLE, _HEAD, _NEAR = range(3, 26), 39, 15
_KINDS = (
    (frozenset(("again", "twice")), 1.6), (frozenset(("title_case",)), 1.35), (frozenset(("colon",)), 0.4), (frozenset(("item_title",)), 0.3),
    (frozenset(f"{words}, {end}" for words in ("15-29", "30+") for end in ("stop", "open")), 0.2), (frozenset(("signs",)), 0.15),
)  # fmt: skip
_UNSPACED = 6  # characters of a title in a script without spaces
_SIGNS = " |｜-–—·«»:"
_SEPARATORS = ("|", "｜", " - ", " – ", " — ", " · ", " « ", " » ", " :: ")


def possible_titles(counts: list[int], prose: list[int]) -> list[int]:
    """The units that may be the title of prose below them, by their words."""
    return [unit for above, below in pairwise([0, *prose]) for unit in range(max(above, below - _HEAD), below) if counts[unit] in _TITLE]


def likeliest_title(
    titles: list[int],
    topics: Topics,
    of_prose: list[Words],
    prose_above: list[int],
    texts: Sequence[str],
    ends: list[int],
    cues: Sequence[tuple[str, ...]],
    dates: list[int],
    begin: int,
) -> tuple[int, float, float]:
    """The unit that most looks like the title of what stands below it, its score, and the next best score.

    A title's words come again in the eight paragraphs below it; it ends as no sentence does, is no item of a list, is often printed twice, a
    date or byline stands near, little prose above it, and the block of prose, which begins at unit `begin`, not far below. A page's own
    title, which is its first line with the site's name behind it, says which it is. Of 2,116 pages on which the headline is seen this finds
    .73; the numbers were tried on them, those from one half of the sites found .70 of the other.
    `of_prose` is the words of all prose; `prose_above` is how many lines of prose stand above each unit.
    """
    headline, best, runner_up = 0, 0.0, 0.0
    below = [*of_prose, *repeat(topics.none(), 8)]
    for step in (1, 2, 4):  # the words of two, of four, of eight
        below = list(map(or_, below, below[step:]))
    entitled, _ = of_page(texts[0]) if texts else ((), "")
    for unit in titles:
        content = topics.by_unit[unit]
        common = topics.many(content & below[prose_above[unit + 1]])
        dated = dates[REACH + unit + 9] - dates[REACH + unit - 3] > 0
        named = texts[unit] in entitled
        if not (common or named or (dated and unit <= begin < unit + _NEAR)):
            continue
        score = common * (1 + common / topics.many(content)) if common else 0.3
        score *= _of_kind(cues[unit])
        if ends[unit] in _SENTENCE_ENDS:
            score *= 0.1
        if texts[unit][0] in BULLETS:
            score *= 0.02
        if unit > begin:
            score *= 0.05
        if dated:
            score *= 10
        if named:
            score *= 20
        score *= 0.9 ** min(20, prose_above[unit]) * 0.97 ** min(40, max(0, begin - unit))
        if score > best:
            headline, best, runner_up = unit, score, best
        elif score > runner_up:
            runner_up = score
    return headline, best, runner_up


@lru_cache(8192)
def _of_kind(cues: tuple[str, ...]) -> float:
    """How much more, or less, a line with these cues is a title than others are; kept like the labels' choices, and holds nothing of any text."""
    return prod(factor for kind, factor in _KINDS if not kind.isdisjoint(cues))


def of_page(line: str) -> tuple[Sequence[str], str]:
    """What may be a page's own title, and the site's name behind it: "Ferry drifts for hours | The Herald"; both empty where none is.

    Between them may be sections, or before: "Ferry drifts for hours - Islands | The Herald"; of such parts the title is the longest.
    """
    *before, site = parts(line)
    whole = line.rstrip(_SIGNS).removesuffix(site).rstrip(_SIGNS).strip()
    longest = max(before, key=len, default="")
    titles = [one for one in dict.fromkeys((whole, longest)) if " " in one or (len(one) > _UNSPACED and any(map(is_unspaced, one)))]
    return (titles, site) if titles and site else ((), "")


def parts(line: str) -> list[str]:
    """What the signs part that stand between a page's title, its sections and the site's name; one for a line without any."""
    line = line.rstrip(_SIGNS)
    if "_" in line and not line.isascii():
        line = regex(r"_(?=[\u4e00-\u9fff])").sub("\n", line)  # as in China
    for sign in _SEPARATORS:
        line = line.replace(sign, "\n")
    return [part for part in map(str.strip, line.split("\n")) if part] or [""]
