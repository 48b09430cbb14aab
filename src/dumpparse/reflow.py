"""Find the lines that a dumper cut out of one paragraph: hard wraps at a fixed width (wraps.py), and inline elements on lines of
their own (pieces.py).

Both kinds of dump are common: `lynx -dump` wraps at 80 columns, BeautifulSoup's `get_text("\\n")` gives every link inside a
sentence a line. Lines with a blank one between them are never joined, unless one stands below each.
"""

from operator import sub

from . import pieces, wraps
from .characters import is_small
from .lines import Dump
from .pieces import KEPT
from .profile import Profile
from .seams import BLANKS

# Of so many rows at least, the share that are alike, and of how many one may differ.
_ROWS, _NEARLY, _EXCEPTIONS = 20, 0.95, 20


def continuations(dump: Dump, profile: Profile) -> tuple[set[int], bool]:
    """The units that go on where the one above stopped, and whether that was because its row was full."""
    steps = list(map(sub, dump.filled[1:], dump.filled))
    if len(steps) >= _ROWS and sum([step % 2 == 0 for step in steps]) >= _NEARLY * len(steps):
        dump.step = 2
    adjacent = [unit for unit, step in enumerate(steps, 1) if step == dump.step]
    if dump.markdown:
        from . import markdown

        return wraps.wrapped_markdown(dump, adjacent, markdown.may_go_on), True
    wrapped = set() if dump.numbers else wraps.wrapped(dump)
    if wrapped and sum([_is_kept(dump, unit) for unit in adjacent]) <= KEPT:
        return wrapped, True
    # Else what was wrapped is the page's source, and its links stand on lines of their own all the same.
    dump.edges = _without_margins(dump)
    return wrapped | pieces.cut(dump, profile, adjacent), False


def _is_kept(dump: Dump, unit: int) -> bool:
    """Whether one blank, kept at the end of the row above a unit or before it, shows a sentence that goes on behind a tag."""
    row = dump.filled[unit]
    here, over = dump.rows[row], dump.rows[row - dump.step]
    if over[-1] in BLANKS:
        return over[-2:-1] not in (*BLANKS, "") and (is_small(here[0]) or here[0] in ",.;)")
    return here[0] == " " and over[0] not in BLANKS and (is_small(here[1]) or here[1] in "(–—-")


def _without_margins(dump: Dump) -> list[str]:
    """The rows without the white space that stands before nearly all of them, and behind, where it tells nothing of a seam."""
    if len(dump.filled) < _ROWS:
        return dump.rows
    exceptions, of = len(dump.filled) // _EXCEPTIONS, [dump.rows[row] for row in dump.filled]
    before, behind = (sorted([len(row) - len(strip(row)) for row in of])[exceptions] for strip in (str.lstrip, str.rstrip))
    if not (before or behind):
        return dump.rows
    return [row[min(before, len(row) - len(row.lstrip())) : len(row) - min(behind, len(row) - len(row.rstrip()))] for row in dump.rows]
