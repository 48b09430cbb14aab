"""How the numeric dates of a page are read: with the day first or with the month."""

from typing import TYPE_CHECKING

from .regexes import regex

if TYPE_CHECKING:
    from .page import Page

_numbers = regex(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:20|19)?\d\d(?!\d)").findall
_ENGLISH = (" the ", " and ", " of ")
_TELLING = 1500  # code points of text from which its language can be told


def find(page: "Page") -> int | None:
    """How the page's numeric dates are read: 0 with the day first, 1 with the month first; None where nothing tells.

    The publisher tells, else dates on the page that can be read one way only, else the language: the month is first in English alone.
    """
    if page.profile.order is not None:
        return page.profile.order
    source = page.dump.source
    seen = {0 if int(first) > 12 else 1 for first, _, second in _numbers(source) if (int(first) > 12) != (int(second) > 12)}
    if len(seen) == 1:
        return seen.pop()
    english = sum([source.count(word) for word in _ENGLISH]) * 200 > len(source)
    return None if english or len(source) < _TELLING else 0
