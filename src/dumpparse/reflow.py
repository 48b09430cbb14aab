"""Find the lines that a dumper cut out of one paragraph: hard wraps at a fixed width (wraps.py), and inline elements on lines of their own.

Both kinds of dump are common: `lynx -dump` wraps at 80 columns, BeautifulSoup's `get_text("\\n")` gives every link inside a
sentence a line. Lines with a blank one between them are never joined, unless one stands below each.
"""

from operator import sub

from . import bylines, datelines, seams, wraps
from .lines import Dump
from .profile import Profile
from .regexes import regex
from .seams import BLANKS, EASTERN, PROSE, QUOTES, SAID
from .wraps import BULLETS, CLOSERS, STOPS

_OPEN = frozenset(",([")
_CLOSING = frozenset("»”")  # they close after a word, and open in »German« and ”Swedish”
_LABELS, _LABEL = frozenset(":.…,،"), 24  # what "Photo:" and "Image caption," end with, and their code points
_DASHES = frozenset("–—-|/&")
# A cut sentence has a piece of prose so near; menus in lower case have none.
_PIECES = 12
# White space at this many seams is no accident: a seam without any, before a capital, then parts two lines.
_KEPT = 3
_CUT = 2  # lines that begin with a closing sign, from which on sentences are seen to be cut
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
    if wrapped and sum([_is_kept(dump, unit) for unit in adjacent]) <= _KEPT:
        return wrapped, True
    # Else what was wrapped is the page's source, and its links stand on lines of their own all the same.
    dump.edges = _without_margins(dump)
    return wrapped | _cut(dump, profile, adjacent) | _cut_datelines(dump, profile, adjacent), False


def _is_kept(dump: Dump, unit: int) -> bool:
    """Whether one blank, kept at the end of the row above a unit or before it, shows a sentence that goes on behind a tag."""
    row = dump.filled[unit]
    here, over = dump.rows[row], dump.rows[row - dump.step]
    if over[-1] in BLANKS:
        return over[-2:-1] not in (*BLANKS, "") and (here[0].islower() or here[0] in ",.;)")
    return here[0] == " " and over[0] not in BLANKS and (here[1].islower() or here[1] in "(–—-")


def _cut(dump: Dump, profile: Profile, adjacent: list[int]) -> set[int]:
    """Units that are further pieces of the paragraph above: what stood between two tags of one sentence. `adjacent`: those right below one.

    White space that was kept at the end of a piece or before the next tells it best. Without it, a piece goes on that begins in
    lower case or with a closing sign, below one that does not end a sentence; a piece in capitals between two such ("said /
    Imran Khan / on Friday") belongs to both.
    """
    found: set[int] = set()
    texts, filled, rows = dump.texts, dump.filled, dump.edges
    run = 0  # how much the unit being put together has, in code points
    # Joined for want of white space that tells, and across a full stop because of it: both only if the page as a whole is so.
    weak, unspaced, across = [], [], []
    caseless: set[int] = set()  # joined for want of a stop in a script without capitals: only if others show that sentences were cut
    openings: set[int] = set()  # those below a line that opens a quotation
    below = set(adjacent)
    kept = ended = cut = 0
    for unit in adjacent:
        text = texts[unit]
        first = text[0]
        if first in BULLETS and text[1:2] == " ":
            continue
        above = texts[unit - 1]
        if first in _DASHES and text[1:2] == " " and above[-1] == ")" and _is_dateline(above, text, profile):
            found.add(unit)
            continue
        run = run + len(above) if unit - 1 in found else len(above)
        row, last = filled[unit], above[-1]
        quoted = seams.opens_quotation(above, texts[unit - 2] if unit > 1 else "")
        opened = last in _OPEN or quoted
        stopped = not quoted and ((last in STOPS and not above.endswith(SAID)) or last in QUOTES)
        low = first.islower() or seams.begins_with_particle(text)
        here, over = rows[row], rows[row - dump.step]
        if over[0] not in BLANKS or over[1] not in BLANKS:
            prose = run >= PROSE or len(text) >= PROSE
            if here[0] in BLANKS and here[1] not in BLANKS and over[-1] not in BLANKS and over[0] not in BLANKS:
                if low or (prose and not (stopped and here[0] != " ")) or first in _DASHES or last == ":":
                    kept += 1
                    found.add(unit)
                    continue
            elif over[-1] == " " and here[0] not in BLANKS and over[-2] not in BLANKS:
                if stopped and last != ":" and not above[:-1].isdigit():
                    if low:
                        found.add(unit)
                    elif seams.pursued(dump, unit):
                        across.append(unit)
                    continue
                ends = last.isalpha() or opened
                if (
                    low
                    or last == ":"
                    or stopped
                    or (ends and (prose or (seams.ends_small(above) and seams.pursued(dump, unit))))
                    or seams.is_set_off(dump, unit)
                ):
                    kept += 1
                    found.add(unit)
                    continue
        closes = (first in CLOSERS and not (text[1:2].isalnum() and (stopped or first in _CLOSING))) or (
            seams.closes(text, above, unit - 1 in openings) and not (first == "-" and _is_item(texts, unit))
        )
        if last in _LABELS and _is_picture_label(above, profile) and (last == "," or len(text) < PROSE):
            found.add(unit)
        elif stopped:
            ended += 1
            if closes:
                found.add(unit)
                cut += 1
        elif closes:
            found.add(unit)
            cut += 1
            if first == "-":
                weak.append(unit)
        elif low or first == "(":
            if (
                (text.lower() in profile.phrases and not seams.ends_in_article(above))
                or bylines.leads_in(text)
                or (run < PROSE and profile.dates.find(above))
            ):
                continue
            if (bylines.leads_in_name(text) or seams.opens(text, profile)) and not seams.pursued(dump, unit):
                continue
            found.add(unit)
            weak.append(unit)
        elif last >= EASTERN and seams.goes_on_in_the_east(dump, unit, run, unit - 1 in found):
            found.add(unit)
            weak.append(unit)
            cut += 1
        elif quoted and (run >= PROSE or last >= EASTERN or (" " in above and (last not in QUOTES or above[-2] not in BLANKS) and not bylines.leads_in_name(text))):
            found.add(unit)
            openings.add(unit)
        elif run >= PROSE and (opened or (unit - 1 in found and last.islower() and seams.ends_short(above) and not seams.is_label(above, profile))):
            found.add(unit)
        elif pieces := seams.rest_without_capitals(above, text, texts[unit + 1] if unit + 1 in below else ""):
            caseless.update(range(unit, unit + pieces))
        elif len(text) < 2 * PROSE and text[-1] not in STOPS and ((pauses := seams.pauses(above)) or seams.is_open(above)) and seams.pursued(dump, unit):
            further = unit - 1 in found
            shares = "share" in profile.phrases.get(above.lower(), ())  # "X"
            if not (shares or seams.is_credit(text, texts[unit + 1], profile)) and (
                pauses or seams.has_begun(above, run, further) or seams.goes_on_behind_a_name(above, text, texts[unit + 1], further)
            ):
                found.add(unit)
                weak.append(unit)
                unspaced.append(unit)
    # A cut sentence has a piece of some length; a menu in lower case has none.
    for unit in weak:
        start, end = unit - 1, unit + 1
        while start in found and len(texts[start]) < PROSE and unit - start < _PIECES:
            start -= 1
        while end in found and len(texts[end - 1]) < PROSE and end - unit < _PIECES:
            end += 1
        if max([len(text) * (1 + (text[0] >= EASTERN)) for text in texts[start:end]]) < PROSE and not any("。" in text for text in texts[start:end]):
            found.discard(unit)
    if kept > _KEPT:
        found.difference_update(unspaced)
    if cut >= _CUT:
        found |= caseless
    if across:
        ended += len([unit for unit in range(1, len(texts)) if unit not in below and texts[unit - 1][-1] in STOPS])
    if len(across) * 4 < ended:
        found.update(across)
    return found


def _without_margins(dump: Dump) -> list[str]:
    """The rows without the white space that stands before nearly all of them, and behind, where it tells nothing of a seam."""
    if len(dump.filled) < _ROWS:
        return dump.rows
    exceptions, of = len(dump.filled) // _EXCEPTIONS, [dump.rows[row] for row in dump.filled]
    before, behind = (sorted([len(row) - len(strip(row)) for row in of])[exceptions] for strip in (str.lstrip, str.rstrip))
    if not (before or behind):
        return dump.rows
    return [row[min(before, len(row) - len(row.lstrip())) : len(row) - min(behind, len(row) - len(row.rstrip()))] for row in dump.rows]


def _is_picture_label(above: str, profile: Profile) -> bool:
    """Whether a line is "Photo:" or the like, or a caption that ends with it: who took it stands below."""
    label = regex(profile.picture_label).match
    caption, _, word = above.rpartition(" ")
    return (len(above) <= _LABEL and label(above) is not None) or (above[-1] == ":" and caption[-1:] in STOPS and label(word) is not None)


def _is_dateline(above: str, text: str, profile: Profile) -> bool:
    """Whether a line is a dateline with the one below, which begins with a dash: "Hamburg (dpa)" / "- A man …"."""
    found = datelines.find(f"{above} {text}", profile) if len(above) <= datelines.REACH else None
    return found is not None and found.agency is not None and found.end > len(above)


def _is_item(texts: list[str], unit: int) -> bool:
    """Whether another line near by begins with a hyphen too, as the items of a list do."""
    return any(texts[other][0] == "-" for other in range(max(0, unit - 2), min(len(texts), unit + 3)) if other != unit)


def _cut_datelines(dump: Dump, profile: Profile, adjacent: list[int]) -> set[int]:
    """Units that complete a dateline which begins above: "PARIS, March 7 (" / "AFP" / ") — …"."""
    found: set[int] = set()
    texts, filled = dump.texts, dump.filled
    for unit in [below - 1 for below in adjacent if texts[below - 1][:2].isupper()]:
        text = texts[unit]
        if len(text) > PROSE or unit in found or seams.is_label(text, profile) or datelines.find(text, profile):
            continue
        joined = text
        for piece in range(unit + 1, min(unit + 5, len(texts))):
            if filled[piece] != filled[piece - 1] + dump.step or len(joined) > datelines.REACH:
                break
            if joined[-1].isalnum() and (alone := datelines.find(texts[piece], profile)) and alone.places:
                break
            dateline = datelines.find(f"{joined} {texts[piece]}", profile)
            if dateline and dateline.sure and dateline.end > len(joined):
                found.update(range(unit + 1, piece + 1))
                if dateline.agency:
                    break  # else the agency may follow
            elif piece - 1 in found:
                break
            joined += " " + texts[piece]
    return found
