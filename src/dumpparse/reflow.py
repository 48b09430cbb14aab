"""Find the lines that a dumper cut out of one paragraph: hard wraps at a fixed width, and inline elements on lines of their own.

Both kinds of dump are common: `lynx -dump` wraps at 80 columns, BeautifulSoup's `get_text("\\n")` gives every link inside a
sentence a line. Lines with a blank one between them are never joined.
"""

from . import datelines
from .lines import Dump, is_unspaced
from .profile import Profile

# A wrapped dump: the widths looked for, the least number of rows that end where the next word would not have fitted, and their
# least share of the rows that come near the width, or are longer, and have another right below.
_NARROWEST, _WIDEST, _LEAST, _NEAR, _FULL_ROWS = 40, 140, 3, 0.8, 0.5
# Rows at the left edge may be wider than those with an indent by as much as the indent is, once on each side.
_MARGINS = 6
_BULLETS = frozenset("*+•·#o▪◦‣●○■")
_STOPS = tuple(".!?…:;”\"’'»)]|。！？")
_CLOSERS = frozenset(",.;)]”’»%(")
# A cut sentence has at least one piece this long, in code points; menus in lower case have none.
_PROSE = 40


def continuations(dump: Dump, profile: Profile) -> set[int]:
    """The units that go on where the one above stopped."""
    if wrapped := _wrapped(dump):
        return wrapped
    return _cut(dump, profile) | _cut_datelines(dump, profile)


def _wrapped(dump: Dump) -> set[int]:
    """Units whose first word would not have fitted on the row above; none if the dump is not wrapped."""
    rows, filled, texts = dump.rows, dump.filled, dump.texts
    sizes = list(map(len, rows))
    if sum(size > _WIDEST for size in sizes) * 20 > len(filled):
        return set()
    # Each row with another right below, as the widths that it may have been wrapped at: its own size, to one that lacks room for
    # the next word. By indent, since a quotation may have one on its right as well.
    pairs: dict[int, list[tuple[int, int, int]]] = {}
    indents = [sizes[row] - len(rows[row].lstrip(" \t\xa0")) for row in filled]
    for unit in range(1, len(filled)):
        here = filled[unit]
        if here == filled[unit - 1] + 1:
            text = texts[unit]
            left = len(rows[here - 1].rstrip())
            first = 1 if is_unspaced(text[0]) else len(text.partition(" ")[0])
            pairs.setdefault(indents[unit], []).append((left, left + first, unit))
    widths = {indent: width for indent, of in pairs.items() if (width := _width(of))}
    if not widths:
        return set()
    usual = max(widths, key=lambda indent: len(pairs[indent]))
    found = set()
    for indent, of in pairs.items():
        if not (width := widths.get(indent)):
            # Too few to tell by themselves: as wide as the usual, or less or more by twice the difference in indent.
            width = widths[usual]
            widest = max((left for left, _, _ in of if left <= width + _MARGINS), default=0)
            width = max(width, widest) if indent < usual else min(width, max(widest, width - indent + usual))
        full = {unit - 1 for left, most, unit in of if left > width // 2 and most >= width}
        found |= {unit for _, _, unit in of if unit - 1 in full and indents[unit - 1] <= indent and _goes_on(dump, unit, unit in full)}
        for left, _, unit in of:
            # Some rows end early, at a link for one.
            if unit not in found and left > width // 2 and (unit - 1 in found or unit + 1 in found):
                first, last = texts[unit][0], texts[unit - 1][-1]
                small = first in _CLOSERS or (first.isalpha() and not first.isupper()) or (first.isdigit() and unit + 1 in found)
                if small and (last == "," or (last.isalnum() and not last.isupper())):
                    found.add(unit)
    return found


def _goes_on(dump: Dump, unit: int, full: bool) -> bool:
    """Whether a unit can go on after a full row: it is not a list's next entry, a table's next row, a line of its own."""
    text, above = dump.texts[unit], dump.texts[unit - 1]
    if (text[0] in _BULLETS and text[1:2] == " ") or ("   " in text and "   " in above):
        return False
    if not full and not text.endswith(_STOPS) and above.endswith(_STOPS) and not text[0].islower():
        return False
    # A title that comes again below its date is a teaser's, however full the row above is.
    return text not in dump.texts[unit + 1 : unit + 4]


def _width(pairs: list[tuple[int, int, int]]) -> int:
    """The width that most of the rows can have been wrapped at, 0 if none or if too many others are as wide."""
    votes = [0] * (_WIDEST + 2)
    for left, most, _ in pairs:
        if left <= _WIDEST and most >= _NARROWEST:
            votes[max(left, _NARROWEST)] += 1
            votes[min(most, _WIDEST) + 1] -= 1
    total, best, width = 0, 0, 0
    for at, change in enumerate(votes):
        total += change
        if total > best:
            best, width = total, at
    near = sum(left > _NEAR * width for left, _, _ in pairs)
    return width if best >= max(_LEAST, _FULL_ROWS * near) else 0


def _cut(dump: Dump, profile: Profile) -> set[int]:
    """Units that begin in lower case or with a closing sign, right below one that does not end a sentence.

    A piece in capitals between two such ("said / Imran Khan / on Friday") belongs to both.
    """
    found: set[int] = set()
    texts, filled = dump.texts, dump.filled
    for unit, text in enumerate(texts):
        first = text[0]
        if not (first.islower() or first in _CLOSERS) or not unit or filled[unit] != filled[unit - 1] + 1:
            continue
        above = texts[unit - 1]
        if above.endswith(_STOPS) or text.lower() in profile.phrases or profile.dates.find(above):
            continue
        before = texts[unit - 2] if unit > 1 and filled[unit - 1] == filled[unit - 2] + 1 else ""
        between = len(before) >= _PROSE and before[-1].islower() and not above[0].islower() and len(above) < _PROSE
        if between:
            found.add(unit - 1)
        if between or unit - 1 in found or len(above) >= _PROSE or len(text) >= _PROSE:
            found.add(unit)
    return found


def _cut_datelines(dump: Dump, profile: Profile) -> set[int]:
    """Units that complete a dateline which begins above: "PARIS, March 7 (" / "AFP" / ") — …"."""
    found: set[int] = set()
    texts, filled = dump.texts, dump.filled
    for unit, text in enumerate(texts[:-1]):
        if len(text) > _PROSE or not text[:2].isupper() or unit in found or filled[unit + 1] != filled[unit] + 1:
            continue
        if datelines.find(text, profile):
            continue
        joined = text
        for piece in range(unit + 1, min(unit + 5, len(texts))):
            if filled[piece] != filled[piece - 1] + 1 or len(joined) > datelines.REACH:
                break
            dateline = datelines.find(f"{joined} {texts[piece]}", profile)
            if dateline and dateline.sure and dateline.end > len(joined):
                found.update(range(unit + 1, piece + 1))
                break
            joined += " " + texts[piece]
    return found
