"""The numbers that `lynx -dump` puts before links, "[12]Sport", unless it is told not to (-nolist, -nonumbers).

The addresses that they stand for are listed at the end of its dump.
"""

from .regexes import regex

Span = tuple[int, int]
_LEAST = 5  # links from which on their numbers are no footnotes'
_NUMBERS = r"(?<![\w\]])\[(\d{1,4})\](?=[^\W_]|[(“„\"'‘«»¡¿*#@+&$€£·•–—|…-])"


def marks(source: str) -> list[Span]:
    """Where the numbers of a dump's links stand, in order, in code points of the source: those that count up by one; none where few do."""
    found: list[Span] = []
    for match in regex(_NUMBERS).finditer(source):
        if int(match[1]) == len(found) + 1:
            found.append(match.span())
    return found if len(found) >= _LEAST else []
