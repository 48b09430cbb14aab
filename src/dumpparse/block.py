"""The densest block of a page's prose, on which most measures of its lines rest, and which lines are measured."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

PROSE = 15  # words that make a line count as prose
# Ends without a sign, and with one that no sentence has: where a quotation or bracket closes behind a letter, or words were left out.
_OPEN_ENDS, _CUT_ENDS = frozenset((0, 1)), frozenset((7, 14))
# What a line weighs in a block: one of prose its words less some, but little where it does not end as sentences do, as titles, captions
# and teasers cut short, and as little as any other line where it is never the article's.
_LESS, _OPEN, _CUT, _OTHER = 6, -2, 0, -5
REACH = 25  # the widest window of lines, and how far before the first and after the last prose lines are measured
# A line of fewer words is measured only within so many lines of prose, or of two paragraphs.
_SHORT, _NEAR, _BETWEEN = 8, 6, 120
_FEW = 5  # paragraphs on a page of which each line is measured: its article may be a table, a list or one of short lines


class Block(NamedTuple):
    """The densest block: its sum, its first unit, the one below its last, and the sum of the next best outside it.

    `paragraphs`: the page's units that speak for a block.
    """

    weight: int
    begin: int
    end: int
    second: int
    paragraphs: Sequence[int]


def densest(prose: Sequence[int], counts: Sequence[int], ends: Sequence[int], barred: Sequence[bool]) -> Block:
    """The densest block of a page, by its units of prose, and by the words of each unit, its end, and whether it is never the article's."""
    gains = [(unit, _OTHER if barred[unit] else _gain(counts[unit], ends[unit])) for unit in prose]
    weight, begin, end = _greatest(gains)
    second = max(_greatest([gain for gain in gains if gain[0] < begin])[0], _greatest([gain for gain in gains if gain[0] >= end])[0])
    return Block(weight, begin, end, second, [unit for unit, gain in gains if gain > 0])


def _gain(count: int, end: int) -> int:
    """What a line of prose weighs in a block, by its words and its end."""
    return _OPEN if end in _OPEN_ENDS else _CUT if end in _CUT_ENDS else count - _LESS


def _greatest(gains: Sequence[tuple[int, int]]) -> tuple[int, int, int]:
    """The stretch with the greatest sum (Kadane), by what some units weigh, each other one `_OTHER`: its sum, start and end."""
    best = total = found = begin = end = 0
    last = -1
    for unit, gain in gains:
        total += _OTHER * (unit - last - 1)
        if total <= 0:
            total, begin = 0, unit
        total += gain
        last = unit
        if total > best:
            best, found, end = total, begin, unit + 1
    return best, found, end


def measured(prose: Sequence[int], counts: Sequence[int], paragraphs: Sequence[int]) -> Sequence[int]:
    """The units that are measured: those near prose, and on a page of few paragraphs all.

    Of the words of articles that people marked, .0001 (aeb, fundus) to .010 (wcxb) are in other lines; were only those near prose measured, it
    would be .0014 to .016. Were eight paragraphs few, one page in nine would be measured whole, menus too, and headlines be found less often.
    """
    size = len(counts)
    if len(paragraphs) <= _FEW:
        return range(size)
    first, last = max(0, prose[0] - REACH), min(size, prose[-1] + REACH + 1)
    near = bytearray(size)
    near[first:last] = map(_SHORT.__le__, counts[first:last])
    between = [pair for pair in pairwise(paragraphs) if pair[1] - pair[0] <= _BETWEEN]
    for begin, end in (*[(unit - _NEAR, unit + _NEAR + 1) for unit in prose], *between):
        begin, end = max(begin, 0), min(end, size)
        near[begin:end] = b"\1" * (end - begin)
    return [unit for unit, found in enumerate(near) if found]
