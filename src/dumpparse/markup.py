"""What the marks of a dump in Markdown say of its lines, which plain text does not: that one is nothing but a link, or the page's own heading."""

from collections.abc import Iterator, Sequence

from .lines import Dump, Span
from .regexes import regex

# What it is worth, in log-odds, that a line is nothing but a link: of those that were taken for the article's on the pages of the corpus that
# have HTML, as html2text and markdownify write it, one in eight of six words or more was, of other lines three in four.
LINKED, LINKED_SHORT = -3.0, -2.0
_TITLE = 6  # words from which on a link's text is a story's title rather than a word of the text
_BESIDE = 6  # code points of a line that need not be the link's: a bullet, a sign
_FIRST = r"[\s>*+\-\[|]*# +\S"
_RULED = r" {0,3}=+ *"


def links(dump: Dump, words: Sequence[int]) -> dict[int, float]:
    """What it is worth of the units that are nothing but links, in log-odds that they are the article's.

    Nothing where most of the article is, as where each paragraph leads to the rest of it. `words`: of each unit, as far as it reads as the article's.
    """
    flags = bytearray(len(dump.source))
    for start, end in _contents(dump.source, dump.marks):
        flags[start:end] = b"\1" * (end - start)
    for start, end in dump.marks:
        flags[start:end] = b"\2" * (end - start)
    found = {}
    for unit, text in enumerate(dump.texts):
        first, last = dump.filled[unit], dump.lasts[unit]
        start, end = dump.starts[first], dump.starts[last] + len(dump.rows[last])
        linked = flags.count(1, start, end)
        if linked and len(text) - linked <= _BESIDE and 2 * linked > len(text):
            found[unit] = LINKED if text.count(" ") >= _TITLE - 1 else LINKED_SHORT
    return found if 2 * sum([words[unit] for unit in found]) <= sum(words) else {}


def _contents(source: str, marks: Sequence[Span]) -> Iterator[Span]:
    """What links are around."""
    opened = None
    for start, end in marks:
        if source[start] == "[" and end == start + 1:
            opened = end
        elif source[start] == "]" and opened is not None:
            yield opened, start
            opened = None


def is_heading(dump: Dump, unit: int) -> bool:
    """Whether a unit is a heading of the first level, of which a page has one or few."""
    first, last = dump.filled[unit], dump.lasts[unit]
    if regex(_FIRST).match(dump.rows[first]):
        return True
    below = dump.rows[last + 1] if last + 1 < len(dump.rows) else ""
    return below.lstrip(" ")[:1] == "=" and regex(_RULED).fullmatch(below) is not None
