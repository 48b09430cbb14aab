"""The numbers that `lynx -dump` puts before links, "[12]Sport", unless it is told not to (-nolist, -nonumbers).

The addresses that they stand for are listed at the end of its dump; a part of one is told from a text with footnotes by the menu that it
begins with.
"""

from .regexes import regex

Span = tuple[int, int]
_STEP = 5  # most by which a number is greater than the one before: links without text may be left out
# A dump without the list has so many numbers from 1 on, of which the first stands in the text's first tenth, and the next within so many
# code points, as in a menu; footnotes are further apart.
_MANY, _TOP, _MENU, _WITHIN = 8, 10, 5, 400
_LISTED = r"(?m)^[ \t]*1\.[ \t]+[a-z][a-z+.-]*:"
# Behind a full stop the number is a footnote's, which a link's stands before: "lighthouse.[24]1"
_NUMBERS = r"(?m)(?:^|(?<=[\s(|>\"'“„«‘/*+•·-])|(?<=[.,;:!?)”’»…])(?=\[\d{1,4}\]\w))\[(\d{1,4})\]"


def marks(source: str) -> list[Span]:
    """Where the numbers of a dump's links stand, in order, in code points of the source; none in a text of another kind."""
    found: list[Span] = []
    last = 0
    for match in regex(_NUMBERS).finditer(source):
        if last < int(match[1]) <= last + _STEP:
            last = int(match[1])
            found.append(match.span())
    if len(found) >= _MANY and source.startswith("[1]", found[0][0]):
        first, later = found[0][0], found[_MENU - 1][0]
        if first * _TOP < len(source) and later - first < _WITHIN:
            return found
    return found if regex(_LISTED).search(source) else []
