"""Where a line stands on the whole page: numbers that no line has by itself, and that no cue can name.

Each is a small whole number (0 to `TOP`), so that the learned tables of rules/core.json look it up and `explain` can say it.
What carried an experiment on real pages: the densest block of prose, the words a line shares with it, how much prose stands
around the line, and what lies between it and the headline.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate
from math import log2
from operator import sub
from typing import NamedTuple

from .cues import Look
from .lines import Dump

TOP = 63
# A line of this many words is prose; one shorter costs the block it stands in.
LONG = 18
_PROSE = 15
_CAP = 120  # words that a line counts for at most
_REACH = 25  # the farthest window, in lines
_LONGEST = 1200  # code points of a line that are looked at
_AROUND = 25  # lines measured before the first and after the last prose

_HEADINGS = frozenset(("list_heading", "columns", "comments", "list_or_menu"))
_COMMENTS = frozenset(("comments",))
_MENUS = frozenset(("menu", "account", "share"))
_DATES = frozenset(("date_alone", "date_labelled", "byline_dated", "name_dated", "by_prefix", "relative_date", "headline_dated", "date_mostly"))
_NAMES = frozenset(("name", "by_prefix", "byline_dated"))
_AGAIN = frozenset(("again", "twice"))
_KINDS = (_HEADINGS, _COMMENTS, _MENUS, _DATES, _NAMES, _AGAIN)

_words = re.compile(r"\w+|©").findall
_CLOSERS = "”\"’'»)]*“„"
_ENDS = {sign: number for number, signs in enumerate((".।。", "!！", "?？؟", ":：", ",;，、"), 2) for sign in signs}
_FIRSTS = {sign: number for number, signs in enumerate(("“\"„«‘'»「", "*+•-–·>"), 6) for sign in signs}

# Counts on a scale that is exact up to eight and logarithmic beyond: 6.5 steps for each doubling, 3,000 words at the top.
_SCALE = bytes(count if count < 8 else min(TOP, int(8 + 6.5 * log2(count / 8))) for count in range(_CAP * (_REACH + 1) + 1))

PAGE = (
    "page words", "page lines", "page prose lines", "block weight", "second block", "block lines", "dates on page", "comment words on page",
    "headline score", "second headline", "gaps on page", "stretches",
)  # fmt: skip
LINE = (
    "words", "letters a word", "end", "begin", "commas", "sentences", "capitals", "long words", "quotes", "lexicon", "has date",
    "line", "lines left", "words above", "words left", "prose above", "prose below", "prose words above", "prose words below",
    "words 1 above", "words 2 above", "words 3 above", "words 6 above", "words 12 above", "words 25 above",
    "words 1 below", "words 2 below", "words 3 below", "words 6 below", "words 12 below", "words 25 below",
    "end above", "end below", "begin below", "to prose above", "to prose below",
    "in block", "below block start", "above block end", "headings since block", "dates since block",
    "shared with block", "weight in block", "shared with prose", "shared above", "shared below",
    "to heading above", "to heading below", "to date above", "to date below", "to name above", "to name below",
    "indent", "gap above", "gap below", "run of lines", "words in run",
    "stretch", "stretches below", "stretch words above", "stretch words", "stretch share", "first long stretch",
    "below headline", "shared with headline", "headings since headline", "comments since headline", "dates since headline", "headline words",
    "comments above", "comments below", "comments 12 below", "menus 3 above", "menus 12 below", "names 12 below", "names 12 above", "dates around", "repeats 3 above", "repeats 12 below", "headings 12 above", "headings 12 below",
)  # fmt: skip


class Measured(NamedTuple):
    """The measures of a page: those of the whole by `PAGE`, and by `LINE` those of each unit from `first` on."""

    page: list[int]
    first: int
    rows: list[tuple[int, ...]]


def measure(dump: Dump, looks: list[Look], cues: list[tuple[str, ...]], lexicon: Mapping[str, float]) -> Measured:
    """Measure a page's units; those far above the first prose and far below the last are left out."""
    texts = dump.texts
    size = len(texts)
    words = [_words(text[:_LONGEST].lower()) for text in texts]
    counts = [min(_CAP, max(len(found), len(text) // 3 if len(text) > 14 * (text.count(" ") + 1) and not text.isascii() else 0)) for found, text in zip(words, texts)]
    contents = [
        {word for word in found if len(word) > 4} if count <= len(found) else _pairs(text)
        for found, count, text in zip(words, counts, texts)
    ]
    prose = [unit for unit, count in enumerate(counts) if count >= _PROSE]
    first, stop = (max(0, prose[0] - _AROUND), min(size, prose[-1] + _AROUND + 1)) if prose else (0, size)
    span = slice(first, stop)
    units = range(first, stop)

    # Prefix sums, with room at both ends for the windows.
    pad = [0] * _REACH
    total = [*pad, *accumulate(counts, initial=0)]
    total += total[-1:] * (_REACH + 1)
    prose_words = list(accumulate((count if count >= _PROSE else 0 for count in counts), initial=0))
    sets = [frozenset(line) for line in cues]
    shown = {}
    for line in set(cues):
        shown[line] = tuple(not kind.isdisjoint(line) for kind in _KINDS)
    flags = list(zip(*[shown[line] for line in cues])) if cues else [()] * len(_KINDS)
    summed = [[*pad, *accumulate(flag, initial=0)] for flag in flags]
    for column in summed:
        column += column[-1:] * (_REACH + 5)
    headings, comments, menus, dates, names, repeats = summed

    # The densest block, by Kadane's method, and the next best outside it.
    gains = [count - 6 if count >= LONG else -5 for count in counts]
    weight, start, end = _densest(gains, 0, size)
    second = max(_densest(gains, 0, start)[0], _densest(gains, end, size)[0]) if weight else 0
    long_in_block = [unit for unit in range(start, end) if counts[unit] >= LONG]
    in_block = Counter(word for unit in long_in_block for word in contents[unit])
    in_prose = Counter(word for unit in prose for word in contents[unit])

    filled, lasts, rows = dump.filled, dump.lasts, dump.rows
    gaps = [0, *map(sub, filled[1:], lasts)] if size > 1 else [0]
    gaps.append(4)
    indents = [len(rows[row]) - len(rows[row].lstrip()) for row in filled]
    usual = Counter(indents[unit] for unit in long_in_block).most_common(1)[0][0] if long_in_block else 0
    run_of, run_words = _runs(gaps, total, size)

    # Stretches: what lies between two places that show dates or bylines.
    marks = [unit for unit, flag in enumerate(flags[3]) if flag]
    stretch_at: list[tuple[int, int]] = []
    for unit in marks:
        if stretch_at and unit - stretch_at[-1][1] <= 3:
            stretch_at[-1] = (stretch_at[-1][0], unit)
        else:
            stretch_at.append((unit, unit))
    begins = [last for _, last in stretch_at]
    ends = [here for here, _ in stretch_at[1:]] + [size]
    stretch_words = [prose_words[stop] - prose_words[begin + 1] for begin, stop in zip(begins, ends)]
    longest = max(stretch_words, default=0) + 1
    first_long = next((number for number, count in enumerate(stretch_words) if count >= 40), -1)

    headline, best, runner_up = _headline(counts, contents, prose, cues, dates, size)
    title = contents[headline] if size else set()

    page = [
        scale(total[-1]), scale(size), scale(len(prose)), scale(weight), min(TOP, 32 * second // (weight + 1)), scale(end - start),
        scale(dates[-1]), scale(comments[-1]), min(TOP, int(best)), min(TOP, int(32 * runner_up / (best + 0.1))),
        16 * sum(gap > 1 for gap in gaps) // (size + 1), min(TOP, len(begins)),
    ]  # fmt: skip

    texts_ends = [*map(_end, texts), 15]
    texts_begins = [*map(_begin, texts), 15]
    o = _REACH

    def window(above: int, below: int) -> Iterable[int]:
        return map(_SCALE.__getitem__, map(sub, total[o + first + below : o + stop + below], total[o + first + above : o + stop + above]))

    def many(column: list[int], above: int, below: int) -> Iterable[int]:
        return map(sub, column[o + first + below : o + stop + below], column[o + first + above : o + stop + above])

    own = [_own(texts[unit], words[unit], counts[unit], contents[unit], lexicon) for unit in units]
    rest = []
    near_above: set[str] = set()
    near_below: set[str] = set()
    seen_prose = -1
    block_words = total[o + end] - total[o + start] + 1
    page_words = total[-1] + 1
    for unit in units:
        count, content = counts[unit], contents[unit]
        is_prose = count >= _PROSE
        above = bisect_left(prose, unit)
        below = above + is_prose
        if above != seen_prose or is_prose:
            near_above = set().union(*[contents[other] for other in prose[max(0, above - 4) : above]])
            near_below = set().union(*[contents[other] for other in prose[below : below + 4]])
            seen_prose = above
            if is_prose:
                seen_prose = -1
        inside = start <= unit < end
        if content:
            size_of = len(content)
            own_block = inside and count >= LONG
            hits = [in_block[word] for word in content if word in in_block]
            if own_block:
                shared = 24 * sum(hit > 1 for hit in hits) // size_of
                heavy = min(TOP, 12 * (sum(hit if hit < 6 else 5 for hit in hits) - size_of) // size_of)
            else:
                shared = 24 * len(hits) // size_of
                heavy = min(TOP, 12 * sum(hit if hit < 6 else 5 for hit in hits) // size_of)
            shared_prose = 24 * sum(in_prose[word] > is_prose for word in content) // size_of
            shared_above, shared_below = 24 * len(content & near_above) // size_of, 24 * len(content & near_below) // size_of
            shared_title = 24 * len(content & title) // size_of
        else:
            shared = heavy = shared_prose = shared_above = shared_below = shared_title = 25
        number = bisect_left(begins, unit) - 1
        low, high = (headline, unit) if unit >= headline else (unit, headline)
        rest.append(
            (
                min(TOP, unit), min(TOP, size - unit), 32 * total[o + unit] // page_words, scale(total[-1] - total[o + unit]),
                min(TOP, above), min(TOP, len(prose) - below), scale(prose_words[unit]), scale(prose_words[-1] - prose_words[unit]),
                texts_ends[unit - 1] if unit else 15, texts_ends[unit + 1], texts_begins[unit + 1],
                min(TOP, unit - prose[above - 1]) if above else TOP, min(TOP, prose[below] - unit) if below < len(prose) else TOP,
                inside, _signed(unit - start), _signed(end - 1 - unit), _signed(headings[o + unit + 1] - headings[o + start]), _signed(dates[o + unit + 1] - dates[o + start]),
                shared, heavy, shared_prose, shared_above, shared_below,
                *_nearest(headings, unit), *_nearest(dates, unit), *_nearest(names, unit),
                _signed(indents[unit] - usual), min(4, gaps[unit]), min(4, gaps[unit + 1]), min(TOP, run_of[unit]), run_words[unit],
                min(TOP, number + 1), min(TOP, len(begins) - 1 - number), scale(prose_words[unit] - prose_words[begins[number]]) if number >= 0 else TOP,
                scale(stretch_words[number]) if number >= 0 else TOP, 32 * stretch_words[number] // longest if number >= 0 else TOP, _signed(number - first_long),
                _signed(unit - headline), shared_title, min(TOP, headings[o + high] - headings[o + low]), min(TOP, comments[o + high] - comments[o + low]),
                min(TOP, dates[o + high] - dates[o + low]), scale(prose_words[high] - prose_words[low]),
                min(TOP, comments[o + unit]), min(TOP, comments[-1] - comments[o + unit + 1]),
            )
        )  # fmt: skip
    columns = [
        window(-1, 0), window(-2, 0), window(-3, 0), window(-6, 0), window(-12, 0), window(-25, 0),
        window(1, 2), window(1, 3), window(1, 4), window(1, 7), window(1, 13), window(1, 26),
        many(comments, 1, 13), many(menus, -3, 0), many(menus, 1, 13), many(names, 1, 13), many(names, -12, 0), many(dates, -25, 25), many(repeats, -3, 0), many(repeats, 1, 13),
        many(headings, -12, 0), many(headings, 1, 13),
    ]  # fmt: skip
    windows = list(zip(*columns))
    result = [
        (*mine, bool(looks[unit].stamps), *other[:8], *window[:12], *other[8:], *window[12:])
        for unit, mine, other, window in zip(units, own, rest, windows)
    ]
    return Measured(page, first, result)


def scale(count: int) -> int:
    """A count of words as a measure."""
    return _SCALE[count] if 0 <= count < len(_SCALE) else TOP


def _signed(distance: int) -> int:
    """A distance either way, with 0 in the middle of the measures."""
    return min(TOP, max(0, distance + 32)) if -16 < distance < 16 else (min(TOP, 47 + (distance - 15) // 4) if distance > 0 else max(0, 17 + (distance + 15) // 4))


def _pairs(text: str) -> set[str]:
    """What stands for words in a script without spaces: each two characters that follow one another."""
    return {text[at : at + 2] for at in range(min(len(text), _LONGEST) - 1)}


def _densest(gains: list[int], start: int, stop: int) -> tuple[int, int, int]:
    """The stretch with the greatest sum (Kadane): its sum, start and end."""
    best = total = 0
    found = begin = start
    end = start
    for at in range(start, stop):
        if total <= 0:
            total, begin = 0, at
        total += gains[at]
        if total > best:
            best, found, end = total, begin, at + 1
    return best, found, end


def _end(text: str) -> int:
    """What a text ends with, as a small number: 0 a letter, 1 a digit, 2 a stop and so on; 7 more where a quotation or bracket closes after it."""
    last = text[-1]
    if last.isalpha():
        return 0
    if last in _CLOSERS:
        inner = text.rstrip(_CLOSERS)[-1:]
        return 7 + _ENDS.get(inner, 0)
    if last == "…" or text.endswith("..."):
        return 14
    return 1 if last.isdigit() else _ENDS.get(last, 13)


def _begin(text: str) -> int:
    """What a text begins with: 0 a small letter, 1 a capital, 2 two capitals, 3 a letter of a script without case, 4 a digit, 6 a quotation mark, 7 a bullet, 5 another sign."""
    first = text[0]
    if first.islower():
        return 0
    if first.isupper():
        return 2 if text[1:2].isupper() else 1
    if first.isalpha():
        return 3
    return 4 if first.isdigit() else _FIRSTS.get(first, 5)


def _own(text: str, words: list[str], count: int, content: set[str], lexicon: Mapping[str, float]) -> tuple[int, ...]:
    """What a line measures by itself."""
    number = len(words) or 1
    initials = sum(map(str.isupper, [word[0] for word in text[:_LONGEST].split()]))
    told = words if len(words) <= 16 else [*words[:12], *words[-4:]]
    spoken = sum([lexicon[word] for word in set(told) if word in lexicon])
    return (
        _SCALE[count], min(TOP, 4 * len(text[:_LONGEST]) // number), _end(text), _begin(text), min(15, text.count(",")),
        min(15, text.count(". ") + text.count("? ") + text.count("! ") + text.count("。")), min(16, 16 * initials // number), 16 * min(len(content), number) // number,
        min(3, text.count('"') + text.count("“") + text.count("»") + text.count("„")), min(TOP, max(0, int(spoken * 6) + 32)),
    )  # fmt: skip


def _nearest(column: list[int], unit: int) -> tuple[int, int]:
    """How far the last flagged line at or above a unit is, and the next below it, from the flags' running sums; 25 is out of reach."""
    upto = column[unit + _REACH + 1]
    above = unit + _REACH + 1 - bisect_left(column, upto) if upto else _REACH
    below = bisect_left(column, upto + 1) - 1 - unit - _REACH if column[-1] > upto else _REACH
    return min(_REACH, above), min(_REACH, below)


def _runs(gaps: list[int], total: list[int], size: int) -> tuple[list[int], list[int]]:
    """For each line how many stand together with no blank line between, and how many words they have on average."""
    run_of, run_words = [0] * size, [0] * size
    begin = 0
    for unit in range(1, size + 1):
        if unit == size or gaps[unit] > 1:
            lines = unit - begin
            mean = scale((total[_REACH + unit] - total[_REACH + begin]) // lines)
            run_of[begin:unit] = [lines] * lines
            run_words[begin:unit] = [mean] * lines
            begin = unit
    return run_of, run_words


def _headline(counts, contents, prose, cues, dates, size) -> tuple[int, float, float]:
    """The line that most looks like a title of what stands below it: its unit, its score, and the next best score.

    A title's words come again in the three paragraphs below it; it is often printed twice, with a date or byline near.
    """
    scores = [0.0] * (size + 1)
    last = prose[-1] if prose else 0
    below: set[str] = set()
    seen = -1
    for unit, count in enumerate(counts):
        if unit >= last:
            break
        content = contents[unit]
        if 3 <= count <= 30 and content:
            at = bisect_left(prose, unit + 1)
            if at != seen:
                below = set().union(*[contents[other] for other in prose[at : at + 3]])
                seen = at
            if prose[at] - unit >= 40:
                continue
            common = len(content & below)
            if common:
                score = common * (0.5 + common / len(content))
                line = cues[unit]
                if "again" in line or "twice" in line:
                    score *= 1.5
                if dates[_REACH + unit + 7] - dates[_REACH + max(-_REACH, unit - 3)]:
                    score *= 1.6
                if "item_title" in line:
                    score *= 0.3
                scores[unit] = score
    best = max(scores)
    headline = scores.index(best)
    scores[headline] = 0.0
    return headline, best, max(scores)
