"""How the numeric dates of a page are read: with the day first or with the month."""

from .regexes import regex

_numbers = regex(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:20|19)?\d\d(?!\d)").findall
_ENGLISH = (" the ", " and ", " of ")
_TELLING = 1500  # code points of text from which its language can be told


def order_of(source: str) -> int | None:
    """0 where a page's dates have the day first, 1 where the month; None where nothing tells.

    Dates that can be read one way only tell, else the language: the month is first in English alone.
    """
    seen = {0 if int(first) > 12 else 1 for first, _, second in _numbers(source) if (int(first) > 12) != (int(second) > 12)}
    if len(seen) == 1:
        return seen.pop()
    english = sum([source.count(word) for word in _ENGLISH]) * 200 > len(source)
    return None if english or len(source) < _TELLING else 0
