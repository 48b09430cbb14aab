"""Rows that were wrapped at a width: a unit goes on where its first word would not have fitted on the row above."""

from collections.abc import Callable

from .characters import is_small, is_stopless, is_unspaced
from .lines import Dump
from .regexes import regex

BULLETS = frozenset("*+•·#▪◦‣●○■")
STOPS = frozenset(".!?…:;”\"’'»)]|。！？।؟۔")
CLOSERS = frozenset(",.;)]”’»%?!:…、。，」』）】］〉》،؛؟۔।")
# A wrapped dump: the widths looked for, the least number of rows that end where the next word would not have fitted, and their
# least share of the rows that come near the width, or are longer, and have another right below.
_NARROWEST, _WIDEST, _LEAST, _NEAR, _FULL_ROWS = 34, 140, 3, 0.8, 0.5
# Fewer full rows than these are titles of about one length where a greater share of the rows below them begins with a capital.
_MANY_ROWS, _CAPITALS = 40, 0.85
_NARROW, _SMALL = 50, 0.4  # a width below which menus are as wide, and the least share of the rows below full ones that begin in small letters
# In a script without small letters, full rows at least, their least share of those about as wide, and how many there are to one twice as wide.
_CASELESS, _FULL_CASELESS, _LONGER = 8, 0.75, 4
_STOPPED = 0.4  # least share of the rows of wrapped prose in a script without spaces that hold a full stop or lead to one
_TOLD = 0.25  # the same in another script without small letters
# Rows at the left edge may be wider than those with an indent by as much as the indent is, once on each side.
_MARGINS = 6
_SAMPLE = 20  # lines by which the script of a page is told
_INDENT = " \t\xa0"
_LYNX = ("* ", "+ ", "o ", "# ", "@ ")  # its bullets, of which one is a word in some languages
_QUOTED = "> \t"  # before a row of a quotation in Markdown


def wrapped(dump: Dump) -> set[int]:
    """Units whose first word would not have fitted on the row above; none if the dump is not wrapped."""
    rows, filled, texts = dump.rows, dump.filled, dump.texts
    # The characters of scripts without spaces are two columns wide, where most of the page is of one.
    some = texts[:: len(texts) // _SAMPLE + 1]
    columns = _columns if sum([is_unspaced(text[0]) for text in some]) * 2 > len(some) else len
    sizes = list(map(columns, rows))
    if len([size for size in sizes if size > _WIDEST]) * 20 > len(filled):
        return set()
    # Each row with another right below, as the widths that it may have been wrapped at: its own size, to one that lacks room for
    # the next word. By indent, since a quotation may have one on its right as well.
    pairs: dict[int, list[tuple[int, int, int]]] = {}
    indents: dict[int, int] = {}
    for unit in range(1, len(filled)):
        here = filled[unit]
        # Half of the narrowest is too short to be full.
        if here == filled[unit - 1] + 1 and sizes[here - 1] > _NARROWEST // 2:
            text, row, over = texts[unit], rows[here], rows[here - 1]
            left = columns(over.rstrip())
            word = columns(text[0]) if is_unspaced(text[0]) else len(row.lstrip(_INDENT).partition(" ")[0])
            indents[unit - 1] = len(over) - len(over.lstrip(_INDENT))
            pairs.setdefault(len(row) - len(row.lstrip(_INDENT)), []).append((left, left + word, unit))
    widths = {indent: _width(of, texts) for indent, of in pairs.items()}
    widths = {indent: (0, 0) if votes and _are_others(dump, pairs[indent], width) else (votes, width) for indent, (votes, width) in widths.items()}
    usual = max(widths, key=widths.__getitem__, default=0)
    votes, normal = widths.get(usual, (0, 0))
    if not votes or sum(size > normal + _MARGINS for size in sizes) > votes:
        return set()
    found = set()
    full: dict[int, set[int]] = {}
    for indent, of in pairs.items():
        votes, width = widths[indent]
        if not votes or not -_MARGINS <= width - normal + 2 * max(indent - usual, 0) <= 2 * _MARGINS:
            # Too few to tell by themselves: as wide as the usual, or less or more by twice the difference in indent.
            widest = max((left for left, _, _ in of if left <= normal + _MARGINS), default=0)
            width = max(normal, widest) if indent < usual else min(normal, max(widest, normal - indent + usual))
        widths[indent] = votes, width
        full[indent] = {unit - 1 for left, most, unit in of if left > width // 2 and most >= width}
    # Where a paragraph's first row has an indent of its own, those below it have less.
    less = [unit for indent, of in pairs.items() for _, _, unit in of if unit - 1 in full[indent] and indents[unit - 1] > indent]
    small_below = len([unit for unit in less if is_small(texts[unit][0])])
    first_indented = small_below >= _LEAST and small_below > _SMALL * len(less)
    for indent, of in pairs.items():
        width = widths[indent][1]
        going = [unit for _, _, unit in of if unit - 1 in full[indent] and (indents[unit - 1] <= indent or first_indented)]
        found |= {unit for unit in going if _goes_on(dump, unit, unit in full[indent])}
        for left, _, unit in of:
            # Some rows end early: at a link; before words with a space between that does not break.
            beside = unit - 1 in found or unit + 1 in found
            if unit not in found and left > (width // 2 if beside else _NEAR * width):
                text, above = texts[unit], texts[unit - 1]
                first, last = text[0], above[-1]
                small = first in CLOSERS or (first.isalpha() and not first.isupper()) or (first.isdigit() and unit + 1 in found)
                if not beside:
                    small = is_small(first) and not text[1:2].isupper() and _goes_on(dump, unit, False)
                small = small and not (text.startswith("o ") and above.startswith(_LYNX))
                if small and (last == "," or (last.isalnum() and not last.isupper())):
                    found.add(unit)
    return found


def wrapped_markdown(dump: Dump, adjacent: list[int], may_go_on: Callable[[str, str], bool]) -> set[int]:
    """The same in a dump in Markdown, whose rows were wrapped with their marks, and cannot be broken within an address.

    It parts paragraphs by blank lines, so that white space at a row's end tells nothing.
    """
    rows = [(unit, dump.rows[dump.filled[unit] - 1], dump.rows[dump.filled[unit]]) for unit in adjacent]
    going = [(unit, above, row) for unit, above, row in rows if may_go_on(above, row)]
    pairs = [(left := len(above.rstrip()), left + len(row.lstrip(_QUOTED).partition(" ")[0]), unit) for unit, above, row in going]
    # A row that ends with an address may be wider than the others, so it tells nothing of their width.
    telling = [pair for pair, (_, above, _) in zip(pairs, going, strict=True) if pair[0] <= _WIDEST and "](" not in above.rpartition(" ")[2]]
    votes, width = _width(telling, dump.texts)
    if not votes:
        return set()
    return {unit for (unit, above, _), (left, most, _) in zip(going, pairs, strict=True) if most >= width and (left <= width or "](" in above)}


def _columns(row: str) -> int:
    """The width of a row in a terminal."""
    return len(row) + sum(map(is_unspaced, row))


def _goes_on(dump: Dump, unit: int, full: bool) -> bool:
    """Whether a unit can go on after a full row: it is not a list's next entry, a table's next row, a line of its own."""
    text, above = dump.texts[unit], dump.texts[unit - 1]
    if (text[0] in BULLETS and text[1:2] == " ") or ("   " in text and "   " in above):
        return False
    mark, before = text.partition(" ")[0], above.partition(" ")[0]
    if (mark == before and len(mark) == 1) or (mark[:-1].isdigit() and mark[-1] in ".)" and before[:-1].isdigit()):
        return False  # "o", "-", "3."
    if not full and text[-1] not in STOPS and above[-1] in STOPS and not is_small(text[0]):
        return False
    # A title that comes again below its date is a teaser's, however full the row above is.
    return is_small(text[0]) or text not in dump.texts[unit + 1 : unit + 4]


def _width(pairs: list[tuple[int, int, int]], texts: list[str]) -> tuple[int, int]:
    """How many rows can have been wrapped at the width that most can have been, and that width; 0 if too many others are as wide.

    Those that end a sentence may be whole paragraphs, so they tell nothing.
    """
    votes = [0] * (_WIDEST + 2)
    for left, most, unit in pairs:
        if left <= _WIDEST and most >= _NARROWEST and texts[unit - 1][-1] not in STOPS:
            votes[max(left, _NARROWEST)] += 1
            votes[min(most, _WIDEST) + 1] -= 1
    total, best, width = 0, 0, 0
    for at, change in enumerate(votes):
        total += change
        if total > best:
            best, width = total, at
    near = sum(left > _NEAR * width for left, _, _ in pairs)
    return (best, width) if best >= max(_LEAST, _FULL_ROWS * near) else (0, 0)


def _are_others(dump: Dump, pairs: list[tuple[int, int, int]], width: int) -> bool:
    """Whether the rows that look wrapped are titles, or, where they are narrow, entries of menus: few go on in small letters.

    In a script without small letters full stops tell it, if it has any.
    """
    full = [unit for left, most, unit in pairs if left <= width <= most]
    below = [dump.texts[unit][0] for unit in full]
    if sum(map(_is_caseless, below)) * 2 > len(below) and not sum(map(is_unspaced, below)) * 2 > len(below):
        near = sum(left > _NEAR * width for left, _, _ in pairs)
        longer = sum(len(row) > 2 * width for row in dump.rows)
        if width < _NARROW and len(full) < max(_CASELESS, _FULL_CASELESS * near, _LONGER * longer):
            return True
        stopless = sum(map(is_stopless, below)) * 2 > len(below)
        return width < _NARROW if stopless else _stopped(dump.texts, full, _tells) < _TOLD * len(full)
    if width < _NARROW and sum(map(is_small, below)) < _SMALL * len(below):
        return True
    return _are_titles(dump, pairs, width)


def _is_caseless(letter: str) -> bool:
    """Whether a character is a letter of a script without small ones."""
    return letter.isalpha() and not (letter.isupper() or is_small(letter))


# A title may end with a question mark or with dots.
_tells = regex(r"[^.][.।።۔؟?!][”»\"]? \S|[^.][.।።۔][”»\"]?$").search


def _are_titles(dump: Dump, pairs: list[tuple[int, int, int]], width: int) -> bool:
    """Whether the rows that look wrapped are titles of about one length.

    They are few, nearly none goes on in small letters or behind a comma, and what stands together with most ends without a full stop.
    """
    texts, filled = dump.texts, dump.filled
    full = [unit for left, most, unit in pairs if left <= width <= most and texts[unit - 1][-1] not in STOPS]
    if sum([is_unspaced(texts[unit - 1][-1]) for unit in full]) * 2 > len(full):  # no capitals there, and titles hold no full stop
        return _stopped(texts, full, regex("。").search) < _STOPPED * len(full)
    if len(full) >= _MANY_ROWS:
        return False
    begin = sum(texts[unit - 1][-1] != "," and texts[unit][0].isupper() and not texts[unit][1:2].isupper() for unit in full)
    if begin <= _CAPITALS * len(full):
        return False
    closed = 0
    for last in full:
        while last + 1 < len(filled) and filled[last + 1] == filled[last] + 1:
            last += 1
        closed += texts[last][-1] in STOPS
    return closed * 2 < len(full)


def _stopped(texts: list[str], full: list[int], stop: Callable[[str], object]) -> int:
    """How many units have a full stop in the row above, or from there on to the first that is not below a full row. `full`: in order."""
    stopped: set[int] = set()
    for unit in reversed(full):
        if stop(texts[unit - 1]) or stop(texts[unit]) or unit + 1 in stopped:
            stopped.add(unit)
    return len(stopped)
