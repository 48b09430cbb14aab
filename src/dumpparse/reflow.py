"""Find the lines that a dumper cut out of one paragraph: hard wraps at a fixed width, and inline elements on lines of their own.

Both kinds of dump are common: `lynx -dump` wraps at 80 columns, BeautifulSoup's `get_text("\\n")` gives every link inside a
sentence a line. Lines with a blank one between them are never joined.
"""

from collections.abc import Callable
from operator import sub

from . import bylines, datelines
from .lines import Dump, is_unspaced
from .profile import Profile

# A wrapped dump: the widths looked for, the least number of rows that end where the next word would not have fitted, and their
# least share of the rows that come near the width, or are longer, and have another right below.
_NARROWEST, _WIDEST, _LEAST, _NEAR, _FULL_ROWS = 50, 140, 3, 0.8, 0.5
# Fewer full rows than these are titles of about one length where a greater share of the rows below them begins with a capital.
_MANY_ROWS, _CAPITALS = 40, 0.85
_STOPPED = 0.4  # least share of the rows of wrapped prose in a script without spaces that hold a full stop or lead to one
# Rows at the left edge may be wider than those with an indent by as much as the indent is, once on each side.
_MARGINS = 6
_SAMPLE = 20  # lines by which the script of a page is told
_BULLETS = frozenset("*+•·#▪◦‣●○■")
_STOPS = frozenset(".!?…:;”\"’'»)]|。！？।؟۔")
_CLOSERS = frozenset(",.;)]”’»%?!:…、。，」』）")
_OPEN = frozenset(",([")
_QUOTES = frozenset("“‘«")  # they open after white space, and close in „German“ and »so«
_INDENT = " \t\xa0"
_DASHES = frozenset("–—-|/&")
_BLANKS = " \xa0"
_LYNX = ("* ", "+ ", "o ", "# ", "@ ")  # its bullets, of which one is a word in some languages
_QUOTED = "> \t"  # before a row of a quotation in Markdown
# A cut sentence has at least one piece this long, in code points, and so near; menus in lower case have none.
_PROSE, _PIECES = 40, 12
# Japanese particles: one before a sign that is no hiragana begins no line, and some end none, not even a title; Korean ones, parted by a
# space from what follows.
_PARTICLES, _UNENDING = frozenset("はがをにのともでへや"), frozenset("はがのとや、")
_JOSA = frozenset(["은", "는", "을", "를", "의", "에", "와", "과", "로", "에서", "으로", "에게", "까지", "부터", "라고", "이라고", "라는", "이라는"])
_EASTERN = "\u2e80"  # where these scripts begin
_BEGUN = 8  # code points of a sentence in a script without spaces that has begun
# White space at this many seams is no accident: a seam without any, before a capital, then parts two lines.
_KEPT = 3
# Stands for the length of a word with a capital.
_CAPITAL = 99


def continuations(dump: Dump, profile: Profile) -> tuple[set[int], bool]:
    """The units that go on where the one above stopped, and whether that was because its row was full."""
    adjacent = [unit for unit, rows in enumerate(map(sub, dump.filled[1:], dump.filled), 1) if rows == 1]
    if dump.markdown:
        from . import markdown

        return _wrapped_markdown(dump, adjacent, markdown.may_go_on), True
    if wrapped := _wrapped(dump):
        return wrapped, True
    return _cut(dump, profile, adjacent) | _cut_datelines(dump, profile, adjacent), False


def _wrapped(dump: Dump) -> set[int]:
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
    widths = {indent: (0, 0) if votes and _are_titles(dump, pairs[indent], width) else (votes, width) for indent, (votes, width) in widths.items()}
    usual = max(widths, key=widths.__getitem__, default=0)
    votes, normal = widths.get(usual, (0, 0))
    if not votes or sum(size > normal + _MARGINS for size in sizes) > votes:
        return set()
    found = set()
    for indent, of in pairs.items():
        votes, width = widths[indent]
        if not votes or not -_MARGINS <= width - normal + 2 * max(indent - usual, 0) <= 2 * _MARGINS:
            # Too few to tell by themselves: as wide as the usual, or less or more by twice the difference in indent.
            widest = max((left for left, _, _ in of if left <= normal + _MARGINS), default=0)
            width = max(normal, widest) if indent < usual else min(normal, max(widest, normal - indent + usual))
        full = {unit - 1 for left, most, unit in of if left > width // 2 and most >= width}
        found |= {unit for _, _, unit in of if unit - 1 in full and indents[unit - 1] <= indent and _goes_on(dump, unit, unit in full)}
        for left, _, unit in of:
            # Some rows end early: at a link; before words with a space between that does not break.
            beside = unit - 1 in found or unit + 1 in found
            if unit not in found and left > (width // 2 if beside else _NEAR * width):
                text, above = texts[unit], texts[unit - 1]
                first, last = text[0], above[-1]
                small = first in _CLOSERS or (first.isalpha() and not first.isupper()) or (first.isdigit() and unit + 1 in found)
                if not beside:
                    small = first.islower() and not text[1:2].isupper() and _goes_on(dump, unit, False)
                small = small and not (text.startswith("o ") and above.startswith(_LYNX))
                if small and (last == "," or (last.isalnum() and not last.isupper())):
                    found.add(unit)
    return found


def _wrapped_markdown(dump: Dump, adjacent: list[int], may_go_on: Callable[[str, str], bool]) -> set[int]:
    """The same in a dump in Markdown, whose rows were wrapped with their marks, and cannot be broken within an address.

    It parts paragraphs by blank lines, so that white space at a row's end tells nothing.
    """
    rows = [(unit, dump.rows[dump.filled[unit] - 1], dump.rows[dump.filled[unit]]) for unit in adjacent]
    going = [(unit, above, row) for unit, above, row in rows if may_go_on(above, row)]
    pairs = [(left := len(above.rstrip()), left + len(row.lstrip(_QUOTED).partition(" ")[0]), unit) for unit, above, row in going]
    votes, width = _width([pair for pair in pairs if pair[0] <= _WIDEST], dump.texts)
    if not votes:
        return set()
    return {unit for (unit, above, _), (left, most, _) in zip(going, pairs, strict=True) if most >= width and (left <= width or "](" in above)}


def _columns(row: str) -> int:
    """The width of a row in a terminal."""
    return len(row) + sum(map(is_unspaced, row))


def _goes_on(dump: Dump, unit: int, full: bool) -> bool:
    """Whether a unit can go on after a full row: it is not a list's next entry, a table's next row, a line of its own."""
    text, above = dump.texts[unit], dump.texts[unit - 1]
    if (text[0] in _BULLETS and text[1:2] == " ") or ("   " in text and "   " in above):
        return False
    mark, before = text.partition(" ")[0], above.partition(" ")[0]
    if (mark == before and len(mark) == 1) or (mark[:-1].isdigit() and mark[-1] in ".)" and before[:-1].isdigit()):
        return False  # "o", "-", "3."
    if not full and text[-1] not in _STOPS and above[-1] in _STOPS and not text[0].islower():
        return False
    # A title that comes again below its date is a teaser's, however full the row above is.
    return text[0].islower() or text not in dump.texts[unit + 1 : unit + 4]


def _width(pairs: list[tuple[int, int, int]], texts: list[str]) -> tuple[int, int]:
    """How many rows can have been wrapped at the width that most can have been, and that width; 0 if too many others are as wide.

    Those that end a sentence may be whole paragraphs, so they tell nothing.
    """
    votes = [0] * (_WIDEST + 2)
    for left, most, unit in pairs:
        if left <= _WIDEST and most >= _NARROWEST and texts[unit - 1][-1] not in _STOPS:
            votes[max(left, _NARROWEST)] += 1
            votes[min(most, _WIDEST) + 1] -= 1
    total, best, width = 0, 0, 0
    for at, change in enumerate(votes):
        total += change
        if total > best:
            best, width = total, at
    near = sum(left > _NEAR * width for left, _, _ in pairs)
    return (best, width) if best >= max(_LEAST, _FULL_ROWS * near) else (0, 0)


def _are_titles(dump: Dump, pairs: list[tuple[int, int, int]], width: int) -> bool:
    """Whether the rows that look wrapped are titles of about one length.

    They are few, nearly none goes on in small letters or behind a comma, and what stands together with most ends without a full stop.
    """
    texts, filled = dump.texts, dump.filled
    full = [unit for left, most, unit in pairs if left <= width <= most and texts[unit - 1][-1] not in _STOPS]
    if sum([is_unspaced(texts[unit - 1][-1]) for unit in full]) * 2 > len(full):  # no capitals there, and titles hold no full stop
        return _stopped(texts, full) < _STOPPED * len(full)
    if len(full) >= _MANY_ROWS:
        return False
    begin = sum(texts[unit - 1][-1] != "," and texts[unit][0].isupper() and not texts[unit][1:2].isupper() for unit in full)
    if begin <= _CAPITALS * len(full):
        return False
    closed = 0
    for last in full:
        while last + 1 < len(filled) and filled[last + 1] == filled[last] + 1:
            last += 1
        closed += texts[last][-1] in _STOPS
    return closed * 2 < len(full)


def _stopped(texts: list[str], full: list[int]) -> int:
    """How many units have a full stop in the row above, or from there on to the first that is not below a full row. `full`: in order."""
    stopped: set[int] = set()
    for unit in reversed(full):
        if "。" in texts[unit - 1] or "。" in texts[unit] or unit + 1 in stopped:
            stopped.add(unit)
    return len(stopped)


def _cut(dump: Dump, profile: Profile, adjacent: list[int]) -> set[int]:
    """Units that are further pieces of the paragraph above: what stood between two tags of one sentence. `adjacent`: those right below one.

    White space that was kept at the end of a piece or before the next tells it best. Without it, a piece goes on that begins in
    lower case or with a closing sign, below one that does not end a sentence; a piece in capitals between two such ("said /
    Imran Khan / on Friday") belongs to both.
    """
    found: set[int] = set()
    texts, filled, rows = dump.texts, dump.filled, dump.rows
    run = 0  # how much the unit being put together has, in code points
    # Joined for want of white space that tells, and across a full stop because of it: both only if the page as a whole is so.
    weak, unspaced, across = [], [], []
    kept = ended = 0
    for unit in adjacent:
        text = texts[unit]
        first = text[0]
        if first in _BULLETS and text[1:2] == " ":
            continue
        above = texts[unit - 1]
        run = run + len(above) if unit - 1 in found else len(above)
        row, last = filled[unit], above[-1]
        opened = last in _OPEN or (last in _QUOTES and (len(above) == 1 or above[-2] in _BLANKS))
        stopped = last in _STOPS or (last in _QUOTES and not opened)
        low = first.islower() or _begins_with_particle(text)
        here, over = rows[row], rows[row - 1]
        if over[0] not in _BLANKS or over[1] not in _BLANKS:
            prose = run >= _PROSE or len(text) >= _PROSE
            if here[0] in _BLANKS and here[1] not in _BLANKS and over[-1] not in _BLANKS and over[0] not in _BLANKS:
                if low or (prose and not (stopped and here[0] != " ")) or first in _DASHES or last == ":":
                    kept += 1
                    found.add(unit)
                    continue
            elif over[-1] == " " and here[0] not in _BLANKS and over[-2] not in _BLANKS:
                if stopped and last != ":" and not above[:-1].isdigit():
                    if low:
                        found.add(unit)
                    elif _pursued(dump, unit):
                        across.append(unit)
                    continue
                ends = last.isalpha() or opened
                if low or last == ":" or stopped or (ends and (prose or (_last_word(above) < _CAPITAL and _pursued(dump, unit)))):
                    kept += 1
                    found.add(unit)
                    continue
        if stopped:
            ended += 1
            if first in _CLOSERS and not text[1:2].isalnum():
                found.add(unit)
        elif first in _CLOSERS:
            found.add(unit)
        elif low or first == "(":
            if text.lower() in profile.phrases or bylines.leads_in(text) or (run < _PROSE and profile.dates.find(above)):
                continue
            if (bylines.leads_in_name(text) or _opens(text, profile)) and not _pursued(dump, unit):
                continue
            found.add(unit)
            weak.append(unit)
        elif last >= _EASTERN and run >= _BEGUN and _goes_on_in_the_east(dump, unit, unit - 1 in found):
            found.add(unit)
            weak.append(unit)
        elif run >= _PROSE and (opened or (unit - 1 in found and last.islower() and _last_word(above) < 4 and not _is_label(above, profile))):
            found.add(unit)
        elif len(text) < 2 * _PROSE and last.islower() and text[-1] not in _STOPS and _pursued(dump, unit):
            word = _last_word(above)
            begun = word < 4 or (word < 6 and len(above) >= _PROSE) or bylines.is_article(above)
            if begun or (word < _CAPITAL and texts[unit + 1][0] in _CLOSERS):
                found.add(unit)
                weak.append(unit)
                unspaced.append(unit)
    # A cut sentence has a piece of some length; a menu in lower case has none.
    for unit in weak:
        start, end = unit - 1, unit + 1
        while start in found and len(texts[start]) < _PROSE and unit - start < _PIECES:
            start -= 1
        while end in found and len(texts[end - 1]) < _PROSE and end - unit < _PIECES:
            end += 1
        if max([len(text) * (1 + (text[0] >= _EASTERN)) for text in texts[start:end]]) < _PROSE:
            found.discard(unit)
    if kept > _KEPT:
        found.difference_update(unspaced)
    if across:
        below = set(adjacent)
        ended += len([unit for unit in range(1, len(texts)) if unit not in below and texts[unit - 1][-1] in _STOPS])
    if len(across) * 4 < ended:
        found.update(across)
    return found


def _begins_with_particle(text: str) -> bool:
    """Whether a line goes on by the word it begins with, in scripts that have no small letters to tell it."""
    if text[:1] in _PARTICLES:
        return not "\u3041" <= text[1:2] <= "\u309f"
    return "\uac00" <= text[:1] <= "\ud7af" and text.partition(" ")[0] in _JOSA


def _goes_on_in_the_east(dump: Dump, unit: int, further: bool) -> bool:
    """Whether a unit goes on with a sentence in a script without small letters: one that has begun above, or, with `further`, was joined there.

    It is the rest of the sentence, or a link in it with the rest below.
    """
    texts = dump.texts
    text, above, below = texts[unit], texts[unit - 1], texts[unit + 1] if unit + 1 < len(texts) else ""
    if not is_unspaced(above[-1]):  # Korean
        return len(text) < _PROSE and _begins_with_particle(below)
    if further:
        return "。" in text
    begun = above[-1] in _UNENDING or (above[-1] not in _CLOSERS and -1 < above.rfind("。") < len(above) - _BEGUN)
    return begun and ("。" in text or (len(text) < _PROSE // 2 and ("。" in below or _begins_with_particle(below))))


def _opens(text: str, profile: Profile) -> bool:
    """Whether a line that begins with a bracket opens an article: "(CNN) A man …", "(서울=연합뉴스) …"."""
    inside = text[1:].partition(")")[0] if text[0] == "(" else ""
    return bool(inside) and (datelines.is_agency(inside, profile) or datelines.find(text, profile) is not None)


def _is_label(text: str, profile: Profile) -> bool:
    """Whether a line is furniture that a button has put into a sentence: ", opens new tab"."""
    return text.lower().strip(" ,") in profile.phrases


def _last_word(text: str) -> int:
    """How long the last word is, if it begins in lower case: articles and prepositions, which end no line, are short in most languages."""
    word = text.rpartition(" ")[2]
    return len(word) if word[0].islower() else _CAPITAL


def _pursued(dump: Dump, unit: int) -> bool:
    """Whether the unit below begins like the further piece of a sentence."""
    below = unit + 1
    if below == len(dump.texts) or dump.filled[below] != dump.filled[unit] + 1:
        return False
    text, row = dump.texts[below], dump.rows[dump.filled[below]]
    return text[0].islower() or text[0] in _CLOSERS or (row[0] == " " and row[1] not in _BLANKS)


def _cut_datelines(dump: Dump, profile: Profile, adjacent: list[int]) -> set[int]:
    """Units that complete a dateline which begins above: "PARIS, March 7 (" / "AFP" / ") — …"."""
    found: set[int] = set()
    texts, filled = dump.texts, dump.filled
    for unit in [below - 1 for below in adjacent if texts[below - 1][:2].isupper()]:
        text = texts[unit]
        if len(text) > _PROSE or unit in found or _is_label(text, profile) or datelines.find(text, profile):
            continue
        joined = text
        for piece in range(unit + 1, min(unit + 5, len(texts))):
            if filled[piece] != filled[piece - 1] + 1 or len(joined) > datelines.REACH:
                break
            if joined[-1].isalnum() and (alone := datelines.find(texts[piece], profile)) and alone.places:
                break
            dateline = datelines.find(f"{joined} {texts[piece]}", profile)
            if dateline and dateline.sure and dateline.end > len(joined):
                found.update(range(unit + 1, piece + 1))
                break
            joined += " " + texts[piece]
    return found
