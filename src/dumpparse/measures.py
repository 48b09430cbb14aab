"""Where a line stands on the whole page: numbers that no line has by itself, and that no cue can name.

Each is a small whole number, 0 to `TOP`, so that the learned trees (forest.py) look it up and `explain` can say it. What carried
an experiment on real pages: the densest block of prose, the words a line shares with it, how much prose stands around the line,
and what lies between it and the headline or the block's first line.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, compress, pairwise, repeat
from math import fsum, log2
from operator import sub
from typing import NamedTuple

from .lines import Dump

TOP = 63
# Words that make a line count as prose, and that make it weigh in the densest block.
_PROSE, _LONG = 15, 18
_CAP = 120  # words that a line counts for at most
_REACH = 25  # the widest window, in lines, and how far before the first and after the last prose lines are measured
_LONGEST = 600  # code points of a line that are looked at
# A line of fewer words is measured only within so many lines of prose.
_SHORT, _NEAR = 8, 6
_STRETCH = 40  # words of prose that make a stretch between two dates a long one

# Groups of cues that are counted along the page.
_HEADINGS = frozenset(("list_heading", "columns", "comments", "list_or_menu"))
_COMMENTS = frozenset(("comments",))
_MENUS = frozenset(("menu", "account", "share"))
_DATES = frozenset(("date_alone", "date_labelled", "byline_dated", "name_dated", "by_prefix", "relative_date", "headline_dated", "date_mostly"))
_NAMES = frozenset(("name", "by_prefix", "byline_dated"))
_COUNTED = (_HEADINGS, _COMMENTS, _MENUS, _DATES, _NAMES)

PAGE = (
    "page words", "page lines", "page prose lines", "block weight", "second block", "block lines", "dates on page", "comments on page",
    "headline score", "second headline", "gaps on page", "stretches",
)  # fmt: skip
# In the order in which `measure` makes them.
LINE = (
    "words", "end", "begin", "commas", "capitals", "quotes", "lexicon",
    "shared with block", "weight in block", "shared above", "shared below", "shared with headline",
    "words 1 above", "words 2 above", "words 3 above", "words 6 above", "words 12 above",
    "words 1 below", "words 2 below", "words 6 below", "words 12 below", "words 25 below",
    "end above", "end below", "words above", "prose words above", "prose words below", "prose above",
    "in block", "below block start", "above block end", "headings since block", "dates since block", "names since block",
    "indent", "run of lines", "words in run", "to prose above", "to prose below", "to heading above", "to date above", "to date below",
    "stretch", "stretches below", "stretch words above", "stretch words", "stretch share", "first long stretch",
    "below headline", "headings since headline", "dates since headline", "comments above", "menus 3 above", "dates around",
)  # fmt: skip

_words = re.compile(r"\w+|©").findall
_capital = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]").findall
_CLOSERS = "”\"’'»)]*“„"
_ENDS = {sign: number for number, signs in enumerate((".।。", "!！", "?？؟", ":：", ",;，、"), 2) for sign in signs}
_FIRSTS = {sign: number for number, signs in enumerate(("“\"„«‘'»「", "*+•-–·>"), 6) for sign in signs}
# Counts, exact up to eight and logarithmic beyond: 6.5 steps for each doubling, 3,000 at the top.
_SCALE = bytes(count if count < 8 else min(TOP, int(8 + 6.5 * log2(count / 8))) for count in range(_CAP * (_REACH + 1) + 1))
# Distances either way, exact to 15 and in fours beyond, 32 being none.
_SIGNED = bytes([*(17 - far for far in range(17, 0, -1) for _ in range(4)), *range(17, 48), *(47 + far for far in range(1, 17) for _ in range(4))])
_NONE = _SIGNED.index(32)


class Measured(NamedTuple):
    """The measures of a page: those of the whole by `PAGE`, and by `LINE` those of some units, one row each; the words of every unit."""

    page: Sequence[int]
    units: Sequence[int]
    rows: Sequence[Sequence[int]]
    counts: Sequence[int]


def measure(dump: Dump, cues: Sequence[tuple[str, ...]], lexicon: Mapping[str, float], never: frozenset[str] = frozenset()) -> Measured:
    """Measure a page's units by their texts, their cues and the blank lines between.

    Left out are short ones far from any prose, and those with a cue that is `never` the article's. `lexicon` has what a word in a
    line is worth, in log-odds.
    """
    texts = dump.texts
    size = len(texts)
    counts = [*map(_count, texts)]
    ends = [*map(_end, texts), 15]
    prose = [unit for unit, count in enumerate(counts) if count >= _PROSE]
    first, stop = (max(0, prose[0] - _REACH), min(size, prose[-1] + _REACH + 1)) if prose else (0, size)
    span = range(first, stop)

    # Sums along the page, with room at both ends for the windows.
    total = _sums(counts)
    shown: dict[tuple[str, ...], tuple[bool, ...]] = {}
    for line in cues:
        if line not in shown:
            shown[line] = tuple([not kind.isdisjoint(line) for kind in (*_COUNTED, never)])
    *flags, barred = (list(column) for column in zip(*map(shown.__getitem__, cues), strict=True))
    headings, comments, menus, dates, names = [_sums(column) for column in flags]
    is_prose = [count >= _PROSE for count in counts]
    to_prose = _to_above(is_prose, first, stop), _to_above(is_prose[::-1], size - stop, size - first)[::-1]
    chosen = [
        not bar and (count >= _SHORT or above <= _NEAR or below <= _NEAR or not prose)
        for bar, count, above, below in zip(barred[first:stop], counts[first:stop], *to_prose, strict=True)
    ]
    units = list(compress(span, chosen))
    # The words of the lines that are measured, of all prose, and of what may be its headline.
    words = {unit: words_of(texts[unit]) for unit in units}
    contents: dict[int, set[str]] = {unit: _content(texts[unit], counts[unit], words[unit]) for unit in units}
    for unit in prose:
        if unit not in contents:
            contents[unit] = _content(texts[unit], counts[unit], words_of(texts[unit]))
    prose_above = list(accumulate(is_prose, initial=0))
    prose_sums = list(accumulate([count if count >= _PROSE else 0 for count in counts], initial=0))

    # The densest block of prose, and the next best outside it. A long line that does not end as sentences do may be a title.
    gains = [(count - 6 if end > 1 else -2) if count >= _LONG else -5 for count, end in zip(counts, ends, strict=False)]
    weight, begin, end = _densest(gains, 0, size)
    second = max(_densest(gains, 0, begin)[0], _densest(gains, end, size)[0])
    block = [unit for unit in range(begin, end) if counts[unit] >= _LONG]

    filled = dump.filled
    gaps = [0, *map(sub, filled[1:], dump.lasts)]
    indents = [len(row) - len(row.lstrip()) for row in map(dump.rows.__getitem__, filled[first:stop])]
    usual = Counter([indents[unit - first] for unit in block]).most_common(1)[0][0] if block else 0
    stretches = _stretches(flags[3], prose_sums, size)
    headline, score, runner_up = _headline(texts, counts, contents, prose, cues, dates)

    page = (
        scale(total[-1]), scale(size), scale(len(prose)), scale(weight), min(TOP, 32 * second // (weight + 1)), scale(end - begin),
        scale(dates[-1]), scale(comments[-1]), min(TOP, int(score)), min(TOP, int(32 * runner_up / (score + 0.1))),
        16 * sum([gap > 1 for gap in gaps]) // size, min(TOP, len(stretches)),
    )  # fmt: skip

    def windows(column: list[int], above: int, below: int) -> Iterator[int]:
        """Sums over the lines from `above` to `below` (not included), as seen from each line."""
        start, end = _REACH + first, _REACH + stop
        return map(sub, column[start + below : end + below], column[start + above : end + above])

    def since(column: list[int]) -> Iterable[int]:
        """How many stand between the block's first line and each line, itself included."""
        none = _NONE - column[_REACH + begin]
        return _by_value(lambda count: _SIGNED[max(0, min(len(_SIGNED) - 1, count + none))], column[_REACH + first + 1 : _REACH + stop + 1])

    here = _REACH + headline
    columns = [
        *[map(_SCALE.__getitem__, windows(total, -lines, 0)) for lines in (1, 2, 3, 6, 12)],
        *[map(_SCALE.__getitem__, windows(total, 1, lines + 1)) for lines in (1, 2, 6, 12, 25)],
        chain([ends[first - 1] if first else 15], ends[first : stop - 1]), ends[first + 1 : stop + 1],
        map(scale, total[_REACH + first : _REACH + stop]),
        _by_value(scale, prose_sums[first:stop]), _by_value(lambda above: scale(prose_sums[-1] - above), prose_sums[first:stop]),
        _by_value(lambda above: min(TOP, above), prose_above[first:stop]),
        [begin <= unit < end for unit in span], _ramp(first - begin, stop - begin), _ramp(end - stop, end - first)[::-1],
        since(headings), since(dates), since(names),
        _by_value(lambda indent: _SIGNED[max(0, min(len(_SIGNED) - 1, indent - usual + _NONE))], indents),
        *_runs(gaps, total, first, stop), *to_prose,
        _to_above(flags[0], first, stop, True), _to_above(flags[3], first, stop, True),
        _to_above(flags[3][::-1], size - stop, size - first)[::-1],
        *_stretch_columns(stretches, prose_sums, first, stop),
        _ramp(first - headline, stop - headline),
        _by_value(lambda count: min(TOP, abs(count - headings[here])), headings[_REACH + first : _REACH + stop]),
        _by_value(lambda count: min(TOP, abs(count - dates[here])), dates[_REACH + first : _REACH + stop]),
        _by_value(lambda count: min(TOP, count), comments[_REACH + first : _REACH + stop]),
        windows(menus, -3, 0), windows(dates, -_REACH, _REACH),
    ]  # fmt: skip
    shared = _shared(contents, counts, prose, block, range(begin, end), units, contents.get(headline, set()))
    rows = [
        (*_own(texts[unit], words[unit], counts[unit], ends[unit], lexicon), *common, *rest)
        for unit, common, rest in zip(units, shared, compress(zip(*columns, strict=True), chosen), strict=True)
    ]
    return Measured(page, units, rows, counts)


def _by_value(function: Callable[[int], int], column: Sequence[int]) -> Iterator[int]:
    """The function of each value of a column, worked out once for each value."""
    found = {value: function(value) for value in set(column)}
    return map(found.__getitem__, column)


def scale(count: int) -> int:
    """A count as a measure."""
    return _SCALE[count] if count < len(_SCALE) else TOP


def words_of(text: str) -> list[str]:
    """The words at the beginning of a line, in lower case."""
    return _words(text[:_LONGEST].lower())


def told(words: list[str]) -> set[str]:
    """The words of a line that the lexicon is asked for: its first twelve and last four."""
    return set(words) if len(words) <= 16 else {*words[:12], *words[-4:]}


def _count(text: str) -> int:
    """Words in a line: what spaces part, or a third of its characters in a script without them."""
    count = text.count(" ") + 1
    if len(text) > 14 * count and not text.isascii():
        count = len(text) // 3
    return count if count < _CAP else _CAP


def _content(text: str, count: int, words: list[str]) -> set[str]:
    """The words of a line that tell its topic: those of five letters or more, or pairs of characters in a script without spaces."""
    if count > 2 * len(words):
        return _pairs(text)
    return {word for word in words if len(word) > 4}


def _pairs(text: str) -> set[str]:
    """What stands for words in a script without spaces: each two characters that follow one another."""
    return set(map("".join, pairwise(text[:_LONGEST])))


def _sums(column: Iterable[int]) -> list[int]:
    """Running sums, the first and last of them repeated for windows that reach beyond the page."""
    sums = [*repeat(0, _REACH), *accumulate(column, initial=0)]
    sums.extend(repeat(sums[-1], _REACH + 1))
    return sums


def _densest(gains: list[int], start: int, stop: int) -> tuple[int, int, int]:
    """The stretch with the greatest sum (Kadane): its sum, start and end."""
    best = total = 0
    found = begin = end = start
    for at in range(start, stop):
        if total <= 0:
            total, begin = 0, at
        total += gains[at]
        if total > best:
            best, found, end = total, begin, at + 1
    return best, found, end


def _end(text: str) -> int:
    """What a text ends with: 0 a letter, 1 a digit, 2 a stop, 3 to 6 other signs; 7 more where a quotation or bracket closes after it."""
    last = text[-1]
    if last.isalpha():
        return 0
    if last in _CLOSERS:
        return 7 + _ENDS.get(text[-60:].rstrip(_CLOSERS)[-1:], 0)
    if last == "…" or text.endswith("..."):
        return 14
    return 1 if last.isdigit() else _ENDS.get(last, 13)


def _begin(text: str) -> int:
    """What a text begins with: 0 a small letter, 1 a capital, 2 two, 3 a letter without case, 4 a digit, 6 a quotation, 7 a bullet, else 5."""
    first = text[0]
    if first.islower():
        return 0
    if first.isupper():
        return 2 if text[1:2].isupper() else 1
    if first.isalpha():
        return 3
    return 4 if first.isdigit() else _FIRSTS.get(first, 5)


def _own(text: str, words: list[str], count: int, end: int, lexicon: Mapping[str, float]) -> tuple[int, ...]:
    """What a line measures by itself."""
    initials = len(_capital(text, 0, _LONGEST // 2))
    # Exactly, since a set's order differs from one process to the next.
    spoken = fsum([lexicon[word] for word in told(words) if word in lexicon])
    quotes = text.count('"') + text.count("“") + text.count("»") + text.count("„") if count > 2 else 0
    capitals = 16 * initials // (min(len(words), _LONGEST // 12) or 1)
    return (
        _SCALE[count], end, _begin(text), min(15, text.count(",")), min(16, capitals), min(3, quotes),
        max(0, min(TOP, int(spoken * 6) + 32)),
    )  # fmt: skip


def _shared(
    contents: dict[int, set[str]], counts: list[int], prose: list[int], block: list[int], inside: range, units: Sequence[int], title: set[str]
) -> Iterator[tuple[int, ...]]:
    """Which share of each line's words the block, the four paragraphs above and below, and the headline have too."""
    in_block = Counter(chain.from_iterable([contents[unit] for unit in block]))
    seen = -1
    near_above: set[str] = set()
    near_below: set[str] = set()
    for unit in units:
        words = contents[unit]
        if not words:
            yield 25, 25, 25, 25, 25
            continue
        size = len(words)
        is_prose = counts[unit] >= _PROSE
        above = bisect_left(prose, unit)
        below = above + is_prose
        if above + below != seen:
            near_above = set().union(*[contents[other] for other in prose[max(0, above - 4) : above]])
            near_below = set().union(*[contents[other] for other in prose[below : below + 4]])
            seen = above + below
        found = [in_block[word] for word in words if word in in_block]
        heavy = sum([times if times < 6 else 5 for times in found])
        if counts[unit] >= _LONG and unit in inside:
            block_share, heavy = size - found.count(1), heavy - size
        else:
            block_share = len(found)
        yield (
            24 * block_share // size, min(TOP, 12 * heavy // size),
            24 * len(words & near_above) // size, 24 * len(words & near_below) // size, 24 * len(words & title) // size,
        )  # fmt: skip


def _ramp(start: int, stop: int) -> bytes:
    """The distances from `start` up to `stop` (not included) as measures."""
    low, high = start + _NONE, stop + _NONE
    middle = _SIGNED[max(low, 0) : max(high, 0)]
    left = max(0, min(high, 0) - low)
    return bytes(left) + middle + bytes([TOP]) * (high - low - left - len(middle))


def _to_above(flags: Sequence[bool], first: int, stop: int, itself: bool = False) -> bytes:
    """How many lines above each line the next flagged one is, at most `_REACH`; 0 where it is flagged itself and that counts."""
    result = bytearray()
    far = _REACH
    for unit, flag in enumerate(flags[:stop]):
        if flag and itself:
            far = 0
        if unit >= first:
            result.append(far)
        if flag:
            far = 1
        elif far < _REACH:
            far += 1
    return bytes(result)


def _runs(gaps: list[int], total: list[int], first: int, stop: int) -> tuple[bytes, bytes]:
    """For each line how many stand together with no blank line between, and how many words they have on average."""
    lines, words = bytearray(), bytearray()
    starts = [unit for unit, gap in enumerate(gaps) if gap > 1 and unit]
    for begin, end in pairwise([0, *starts, len(gaps)]):
        if end > first and begin < stop:
            measured = min(end, stop) - max(begin, first)
            lines += bytes([min(TOP, end - begin)]) * measured
            words += bytes([scale((total[_REACH + end] - total[_REACH + begin]) // (end - begin))]) * measured
    return bytes(lines), bytes(words)


def _stretches(dated: Sequence[bool], prose_sums: list[int], size: int) -> list[tuple[int, int]]:
    """What lies between places that show dates or bylines: the unit each begins above, and its words of prose."""
    begins: list[int] = []
    ends: list[int] = []
    for unit in [unit for unit, flag in enumerate(dated) if flag]:
        if begins and unit - begins[-1] <= 3:
            begins[-1] = unit
        else:
            ends.append(unit)
            begins.append(unit)
    return [(begin, prose_sums[end] - prose_sums[begin + 1]) for begin, end in zip(begins, [*ends[1:], size], strict=False)]


def _stretch_columns(stretches: list[tuple[int, int]], prose_sums: list[int], first: int, stop: int) -> list[Iterable[int]]:
    """For each line the number of its stretch, how many follow, its words above the line, its words, their share, and how far it is from
    the first long one."""
    longest = max([words for _, words in stretches], default=0) + 1
    early = next((number for number, (_, words) in enumerate(stretches) if words >= _STRETCH), -1)
    number, following, above, inside, share, from_first = (bytearray() for _ in range(6))
    for at, ((begin, words), (end, _)) in enumerate(pairwise([(-1, -1), *stretches, (stop, 0)]), -1):
        low, high = max(begin + 1, first), min(end + 1, stop)
        if high <= low:
            continue
        lines = high - low
        number += bytes([min(TOP, at + 1)]) * lines
        following += bytes([max(0, min(TOP, len(stretches) - 1 - at))]) * lines
        above += bytes([TOP]) * lines if at < 0 else bytes([scale(sum_ - prose_sums[begin]) for sum_ in prose_sums[low:high]])
        inside += bytes([TOP if at < 0 else scale(words)]) * lines
        share += bytes([TOP if at < 0 else 32 * words // longest]) * lines
        from_first += bytes([_SIGNED[max(0, min(len(_SIGNED) - 1, at - early + _NONE))]]) * lines
    return [number, following, above, inside, share, from_first]


def _headline(
    texts: list[str], counts: list[int], contents: dict[int, set[str]], prose: list[int], cues: Sequence[tuple[str, ...]], dates: list[int]
) -> tuple[int, float, float]:
    """The unit that most looks like the title of what stands below it, its score, and the next best score.

    A title's words come again in the three paragraphs below it; it is often printed twice, with a date or byline near.
    """
    scores = [0.0] * (len(counts) + 1)
    seen = -1
    below: set[str] = set()
    for unit, count in enumerate(counts[: prose[-1]] if prose else ()):
        if not 3 <= count <= 30:
            continue
        at = bisect_left(prose, unit + 1)
        if prose[at] - unit >= 40:
            continue
        content = contents.get(unit)
        if content is None:
            content = _content(texts[unit], count, words_of(texts[unit]))
        if not content:
            continue
        if at != seen:
            below = set().union(*[contents[other] for other in prose[at : at + 3]])
            seen = at
        common = len(content & below)
        if common:
            score = common * (0.5 + common / len(content))
            if "again" in cues[unit] or "twice" in cues[unit]:
                score *= 1.5
            if dates[_REACH + unit + 7] - dates[_REACH + unit - 3]:
                score *= 1.6
            if "item_title" in cues[unit]:
                score *= 0.3
            scores[unit] = score
    best = max(scores)
    headline = scores.index(best)
    scores[headline] = 0.0
    return min(headline, len(counts) - 1), best, max(scores)
