"""What lies between the places of a page that show dates or bylines: its stretches of prose, of which the article is mostly the first long one."""

from bisect import bisect_left
from collections.abc import Iterable

from .scales import scale, signed, turned
from .trees import TOP

_LONG = 40  # words of prose that make a stretch between two dates a long one


def find_stretches(dated: list[int], prose_sums: list[int], size: int) -> list[tuple[int, int]]:
    """What lies between places that show dates or bylines, by the units that do: the unit each begins above, and its words of prose."""
    begins: list[int] = []
    ends: list[int] = []
    for unit in dated:
        if begins and unit - begins[-1] <= 3:
            begins[-1] = unit
        else:
            ends.append(unit)
            begins.append(unit)
    return [(begin, prose_sums[end] - prose_sums[begin + 1]) for begin, end in zip(begins, [*ends[1:], size], strict=False)]


def stretch_columns(stretches: list[tuple[int, int]], prose_sums: list[int], units: list[int]) -> Iterable[Iterable[int]]:
    """For each unit the number of its stretch, how many follow, its words above the unit, its words, their share, and how far it is from
    the first long one."""
    longest = max([words for _, words in stretches], default=0) + 1
    early = next((number for number, (_, words) in enumerate(stretches) if words >= _LONG), -1)
    begins = [begin for begin, _ in stretches]
    at = [bisect_left(begins, unit) - 1 for unit in units]
    known = {-1: (0, min(TOP, len(stretches)), TOP, TOP)}
    known |= {
        number: (min(TOP, number + 1), min(TOP, len(stretches) - 1 - number), scale(words), 32 * words // longest)
        for number, (_, words) in enumerate(stretches)
    }
    numbers, following, inside, share = turned([known[number] for number in at], 4)
    above = [scale(prose_sums[unit] - prose_sums[begins[number]]) if number >= 0 else TOP for unit, number in zip(units, at, strict=True)]
    return numbers, following, above, inside, share, signed(at, early)
