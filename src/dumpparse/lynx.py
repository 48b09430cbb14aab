"""The numbers that `lynx -dump` puts before links, "[12]Sport", unless it is told not to (-nolist, -nonumbers).

The addresses that they stand for are listed at the end of its dump, by which it is told from a text with footnotes.
"""

from .regexes import regex

Span = tuple[int, int]
_STEP = 5  # most by which a number is greater than the one before: links without text may be left out
_LISTED = r"(?m)^[ \t]*1\.[ \t]+[a-z][a-z+.-]*:"
_NUMBERS = r"(?m)(?:^|(?<=[\s(|>\"'“„«‘/*+•·-]))\[(\d{1,4})\]"


def marks(source: str) -> list[Span]:
    """Where the numbers of a dump's links stand, in order, in code points of the source; none where it has no list of addresses."""
    if not regex(_LISTED).search(source):
        return []
    found: list[Span] = []
    last = 0
    for match in regex(_NUMBERS).finditer(source):
        if last < int(match[1]) <= last + _STEP:
            last = int(match[1])
            found.append(match.span())
    return found
