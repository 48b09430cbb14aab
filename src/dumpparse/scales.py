"""How counts, distances and log-odds become small whole numbers, 0 to `TOP`, that trees look up."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import compress, pairwise
from math import ceil
from operator import sub

from .block import REACH
from .trees import TOP
from .wording import CAP

# Counts, exact up to eight and logarithmic beyond: 6.5 steps for each doubling, 3,000 at the top.
_STEPS = [*range(8), *(ceil(8 * 2 ** ((step - 8) / 6.5)) for step in range(8, TOP + 1)), CAP * (REACH + 1) + 1]
SCALE = b"".join([bytes([step]) * (last - first) for step, (first, last) in enumerate(pairwise(_STEPS))])
# Distances either way, exact to 15 and in fours beyond, 32 being none.
_SIGNED = bytes([*(17 - far for far in range(17, 0, -1) for _ in range(4)), *range(17, 48), *(47 + far for far in range(1, 17) for _ in range(4))])
_NONE = _SIGNED.index(32)
_NEARER, _FAR = bytes(range(REACH)), bytes([REACH])


def scale(count: int) -> int:
    """A count as a measure."""
    return SCALE[count] if count < len(SCALE) else TOP


def odds(value: float) -> int:
    """Log-odds as a measure: in quarters, from -7 to 9."""
    return max(0, min(TOP, int(value * 4) + 28))


def by_value(function: Callable[[int], int], column: Collection[int]) -> Iterable[int]:
    """The function of each value of a column, worked out once for each value."""
    found = {value: function(value) for value in set(column)}
    return map(found.__getitem__, column)


def signed(values: Collection[int], zero: int) -> Iterable[int]:
    """How far values are from `zero` either way, as measures."""
    return by_value(lambda value: _SIGNED[max(0, min(len(_SIGNED) - 1, value - zero + _NONE))], values)


def ramp(start: int, stop: int) -> bytes:
    """The distances from `start` up to `stop` (not included) as measures."""
    low, high = start + _NONE, stop + _NONE
    middle = _SIGNED[max(low, 0) : max(high, 0)]
    left = max(0, min(high, 0) - low)
    return bytes(left) + middle + bytes([TOP]) * (high - low - left - len(middle))


def to_above(flags: Sequence[bool], itself: bool = False) -> bytes:
    """How many lines above each line the next flagged one is, at most `REACH`; 0 where it is flagged itself and that counts."""
    nearest = 0 if itself else 1
    found = [*compress(range(len(flags)), flags), len(flags) - nearest]
    pieces = [_FAR * (found[0] + nearest)]
    pieces += [_NEARER[nearest : nearest + lines].ljust(lines, _FAR) for lines in map(sub, found[1:], found)]
    return b"".join(pieces)


def turned(rows: Sequence[tuple[int, ...]], columns: int) -> Iterable[tuple[int, ...]]:
    """Columns of rows."""
    return zip(*rows, strict=True) if rows else [()] * columns
