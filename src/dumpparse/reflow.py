"""Find the lines that a dumper cut out of one paragraph: hard wraps at a fixed width, and inline elements on lines of their own.

Both kinds of dump are common: `lynx -dump` wraps at 80 columns, BeautifulSoup's `get_text("\\n")` gives every link inside a
sentence a line. Lines with a blank one between them are never joined.
"""

from . import datelines
from .lines import Dump
from .profile import Profile

# A wrapped dump: no row is longer, and some come close; the share of rows that end where the next word would not have fitted.
_WIDEST, _NARROWEST, _FULL_ROWS = 100, 50, 0.12
_STOPS = tuple(".!?…:;”\"’'»)]|。！？")
_CLOSERS = frozenset(",.;)]”’»%(")
# A cut sentence has at least one piece this long, in code points; menus in lower case have none.
_PROSE = 40


def continuations(dump: Dump, profile: Profile) -> set[int]:
    """The units that go on where the one above stopped."""
    width = max(map(len, dump.rows), default=0)
    if _NARROWEST <= width <= _WIDEST and (wrapped := _wrapped(dump, width)):
        return wrapped
    return _cut(dump, profile) | _cut_datelines(dump, profile)


def _wrapped(dump: Dump, width: int) -> set[int]:
    """Units whose first word would not have fitted on the row above; none if the dump is not wrapped."""
    found = set()
    rows, filled = dump.rows, dump.filled
    for unit in range(1, len(filled)):
        here, above = filled[unit], filled[unit - 1]
        if here == above + 1:
            row = rows[above].rstrip()
            text = dump.texts[unit]
            # A title that comes again below its date is a teaser's, however full the row above is.
            again = text in dump.texts[unit + 1 : unit + 4]
            if len(row) + 1 + len(text.partition(" ")[0]) > width and _indent(rows[here]) >= _indent(row) and not again:
                found.add(unit)
    return found if len(found) > max(3, _FULL_ROWS * len(filled)) else set()


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


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
