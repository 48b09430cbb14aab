"""The lines of a text that was put on one line, as `" ".join(text.split())` and `get_text(" ", strip=True)` leave a page.

Trees learned by tools/lost_lines.py weigh each space behind which a line may have begun: by the words on either side, how often lines end
and begin with these, whether prose goes on there, and whether the words stand together elsewhere on the page.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate, repeat
from typing import NamedTuple

from . import rules
from .characters import is_small, is_unspaced
from .regexes import regex
from .trees import TOP, Trees
from .wording import begin_of, end_of

TRAITS = (
    "shape before last", "last shape", "shape", "next shape", "end before last", "last end", "begin", "last size", "size",
    "small of next 4", "small of next 8", "small of next 16", "small of last 8", "words to small", "words to stop", "stops ahead", "words since stop",
    "pair elsewhere", "last pair elsewhere", "next pair elsewhere", "four elsewhere", "last three elsewhere", "next three elsewhere",
    "ends lines before last", "ends lines", "begins lines", "next begins lines",
    "last digits", "digits", "small on page",
)  # fmt: skip
UNKNOWN = 32  # what stands for the log-odds of a word that too few sites have
_EDGES = " .,;:!?。、！？：（）「」『』【】()[]{}\"“”„«»‘’'|·•-–—>*…"
_OPENERS = "\"“„«‘’'(["
# What may end a line before one in small letters.
_ENDS = frozenset(".!?…:。！？»”\"')]|")
_STOPS, _CLOSERS = frozenset(".!?…。！？"), '"”’»)'
SMALL, CAPITAL, CAPITALS, UNCASED, DIGIT, SIGN, NONE = range(7)  # shapes of words
_AHEAD = 20  # words in which stops are counted
_REACH = 20  # the widest window of words
_EASTERN = 2  # characters that stand for what a piece of text without spaces begins or ends with


class Word(NamedTuple):
    """A word on the row, with the signs at it: its shape, what it is known by where a line begins with it and where one ends, if a stop ends it.

    `begin`, `end`: by wording.py; `digits`: whether it has any.
    """

    text: str
    shape: int
    first: str
    last: str
    stops: bool
    begin: int
    end: int
    digits: bool


class Learned(NamedTuple):
    """What rules/lost_lines.json says: how often lines begin and end with a word (log-odds by 8, `UNKNOWN` for even), the trees, the least sum."""

    begins: Mapping[str, int]
    ends: Mapping[str, int]
    trees: Trees
    least: float


@cache
def learned() -> Learned:
    """What tools/lost_lines.py learned."""
    table = rules.lost_lines()
    return Learned(table["begins"], table["ends"], Trees(table["trees"]), table["least"])


def starts(row: str) -> list[int]:
    """Where lines begin on a row that holds many, in code points; that at its beginning is left out."""
    begins, ends, trees, least = learned()
    found = list(regex(r"\S+").finditer(row))
    known = {text: word_of(text) for text in {match[0] for match in found}}
    words = [known[match[0]] for match in found]
    at = spaces(words)
    values = trees.values(traits(words, at, begins, ends))
    return [found[word].start() for word, value in zip(at, values, strict=True) if value > least]


def word_of(text: str) -> Word:
    """What is looked at of a word."""
    bare = text.strip(_EDGES).lower() or text
    first, last = bare[:_EASTERN] if is_unspaced(bare[0]) else bare, bare[-_EASTERN:] if is_unspaced(bare[-1]) else bare
    stops = len(text) > 2 and text.rstrip(_CLOSERS)[-1:] in _STOPS
    return Word(text, _shape(text.lstrip(_OPENERS)), first, last, stops, begin_of(text), end_of(text), any(map(str.isdigit, text)))


def _shape(text: str) -> int:
    if not text:
        return SIGN
    if text[0].isdigit():
        return DIGIT
    if is_small(text[0]):
        return SMALL
    if text[0].isupper():
        return CAPITALS if len(text) > 1 and text.isupper() else CAPITAL
    return UNCASED if text[0].isalpha() else SIGN


def spaces(words: Sequence[Word]) -> list[int]:
    """The numbers of the words that may begin a line: hardly any line begins with a small letter where no sign ends the one before."""
    return [at for at in range(1, len(words)) if words[at].shape != SMALL or words[at - 1].text[-1] in _ENDS]


def traits(words: Sequence[Word], at: Sequence[int], opening: Mapping[str, int], closing: Mapping[str, int]) -> list[tuple[int, ...]]:
    """The traits of the spaces before some words, in the order of `TRAITS`, numbers from 0 to `TOP`.

    `opening`, `closing`: how often lines begin and end with a word.
    """
    known = [word.last for word in words]
    low = [word.shape in (SMALL, UNCASED) for word in words]
    stopped = [word.stops for word in words]
    # What is before the first and behind the last, so that each has its neighbours.
    shapes = [NONE, NONE, *(word.shape for word in words), NONE]
    ends = [TOP, TOP, *(word.end for word in words)]
    small = _sums(low)
    stops = _sums(stopped)
    lasts = [UNKNOWN, UNKNOWN, *(closing.get(word, UNKNOWN) for word in known)]
    firsts = [*(opening.get(word.first, UNKNOWN) for word in words), UNKNOWN]
    sizes, digits = [min(TOP, len(word.text)) for word in words], [word.digits for word in words]
    to_small, to_stop, since_stop = _distances(low[::-1])[::-1], _distances(stopped[::-1])[::-1], _distances(stopped)
    pairs, threes, fours = (_together(known, size) for size in (2, 3, 4))

    def pick(column: Sequence[int], beside: int) -> list[int]:
        """What a column has for each of the words, or for the one so many behind it."""
        return [column[one + beside] for one in at]

    def within(sums: Sequence[int], start: int, stop: int) -> list[int]:
        """How many stand from so many words behind each to below so many."""
        return [sums[one + stop + _REACH] - sums[one + start + _REACH] for one in at]

    columns = (
        pick(shapes, 0), pick(shapes, 1), pick(shapes, 2), pick(shapes, 3), pick(ends, 0), pick(ends, 1), [words[one].begin for one in at],
        pick(sizes, -1), pick(sizes, 0),
        within(small, 0, 4), within(small, 0, 8), within(small, 0, 16), within(small, -8, 0), pick(to_small, 0),
        pick(to_stop, 0), within(stops, 0, _AHEAD), pick(since_stop, -1),
        *([min(TOP, times) for times in pick(pairs, _REACH + beside)] for beside in (-1, -2, 0)),
        [min(TOP, times) for times in pick(fours, _REACH - 2)],
        # What comes again without its neighbour here: a title in the page's head and above the article.
        [min(TOP, some - all_) for some, all_ in zip(pick(threes, _REACH - 3), pick(fours, _REACH - 3), strict=True)],
        [min(TOP, some - all_) for some, all_ in zip(pick(threes, _REACH), pick(fours, _REACH - 1), strict=True)],
        pick(lasts, 0), pick(lasts, 1), pick(firsts, 0), pick(firsts, 1), pick(digits, -1), pick(digits, 0),
        [TOP * small[-1] // max(1, len(words))] * len(at),
    )  # fmt: skip
    return list(zip(*columns, strict=True))


def _sums(flags: Sequence[bool]) -> list[int]:
    """Running sums, the first and last of them repeated for windows that reach beyond the row."""
    sums = [*repeat(0, _REACH), *accumulate(flags, initial=0)]
    return [*sums, *repeat(sums[-1], _REACH)]


def _together(known: Sequence[str], size: int) -> list[int]:
    """How often each so many words stand together on the page, with room at both ends."""
    runs = list(zip(*(known[start:] for start in range(size)), strict=False))
    times = Counter(runs)
    return [*repeat(0, _REACH), *map(times.__getitem__, runs), *repeat(0, _REACH)]


def _distances(marked: Sequence[bool]) -> list[int]:
    """For each how many stand between it and the last that is marked, at most `TOP`; 0 at one that is."""
    found, far = [], TOP
    for one in marked:
        far = 0 if one else min(TOP, far + 1)
        found.append(far)
    return found
