"""Find the lines that a dumper cut out of one paragraph: hard wraps at a fixed width (wraps.py), and inline elements on lines of their own.

Both kinds of dump are common: `lynx -dump` wraps at 80 columns, BeautifulSoup's `get_text("\\n")` gives every link inside a
sentence a line. Lines with a blank one between them are never joined.
"""

from operator import sub

from . import bylines, datelines, wraps
from .lines import Dump, is_unspaced
from .profile import Profile
from .regexes import regex
from .wraps import BULLETS, CLOSERS, STOPS

_OPEN = frozenset(",([")
_QUOTES = frozenset("“‘«")  # they open after white space, and close in „German“ and »so«
_CLOSING = frozenset("»”")  # they close after a word, and open in »German« and ”Swedish”
_LABELS, _LABEL = frozenset(":.…,،"), 24  # what "Photo:" and "Image caption," end with, and their code points
_DASHES = frozenset("–—-|/&")
_BLANKS = " \xa0"
_SAID = (",”", ',"', ",“", "”,", '",', "“,", "»,", ",»")  # a quotation that is closed, but not the sentence: “It is,” / Joe Smith / said
# A cut sentence has at least one piece this long, in code points, and so near; menus in lower case have none.
_PROSE, _PIECES = 40, 12
# Japanese particles: one before a sign that is no hiragana begins no line, and some end none, not even a title; Korean ones, parted by a
# space from what follows.
_PARTICLES, _UNENDING = frozenset("はがをにのともでへや"), frozenset("はがのとや、")
_JOSA = frozenset(["은", "는", "을", "를", "의", "에", "와", "과", "로", "에서", "으로", "에게", "까지", "부터", "라고", "이라고", "라는", "이라는"])
_EASTERN = "\u2e80"  # where these scripts begin
_NAMED, _SPACES = 5, 3  # words of a name or a work's title, spaces of the line above it
_POINTS = frozenset("。，、；」』）")  # none of these begins a paragraph
_CREDITS = ("提供", "攝影", "摄影", "撮影", "攝", "摄")  # what captions end with in these scripts
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

        return wraps.wrapped_markdown(dump, adjacent, markdown.may_go_on), True
    if wrapped := wraps.wrapped(dump):
        return wrapped, True
    return _cut(dump, profile, adjacent) | _cut_datelines(dump, profile, adjacent), False


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
        if first in BULLETS and text[1:2] == " ":
            continue
        above = texts[unit - 1]
        run = run + len(above) if unit - 1 in found else len(above)
        row, last = filled[unit], above[-1]
        opened = last in _OPEN or (last in _QUOTES and (len(above) == 1 or above[-2] in _BLANKS))
        stopped = (last in STOPS and not above.endswith(_SAID)) or (last in _QUOTES and not opened)
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
        closes = first in CLOSERS and not (text[1:2].isalnum() and (stopped or first in _CLOSING))
        if last in _LABELS and len(above) <= _LABEL and regex(profile.picture_label).match(above) and (last == "," or len(text) < _PROSE):
            found.add(unit)
        elif stopped:
            ended += 1
            if closes:
                found.add(unit)
        elif closes:
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
        elif len(text) < 2 * _PROSE and text[-1] not in STOPS and _is_open(above) and _pursued(dump, unit):
            further = unit - 1 in found
            shares = "share" in profile.phrases.get(above.lower(), ())  # "X"
            if not shares and (_has_begun(above, run, further) or _goes_on_behind_a_name(above, text, texts[unit + 1], further)):
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
        ended += len([unit for unit in range(1, len(texts)) if unit not in below and texts[unit - 1][-1] in STOPS])
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
    if above.endswith(_CREDITS):
        return False
    if below[:1] in _POINTS and len(text) < _PROSE // 2 and above[-1] not in CLOSERS:
        return True
    begun = above[-1] in _UNENDING or (above[-1] not in CLOSERS and -1 < above.rfind("。") < len(above) - _BEGUN)
    return begun and ("。" in text or (len(text) < _PROSE // 2 and ("。" in below or _begins_with_particle(below))))


def _opens(text: str, profile: Profile) -> bool:
    """Whether a line that begins with a bracket opens an article: "(CNN) A man …", "(서울=연합뉴스) …"."""
    inside = text[1:].partition(")")[0] if text[0] == "(" else ""
    return bool(inside) and (datelines.is_agency(inside, profile) or datelines.find(text, profile) is not None)


def _is_open(text: str) -> bool:
    """Whether a line leaves a sentence open: it ends in a small letter, or closes a quotation behind a comma."""
    return text[-1].islower() or text.endswith(_SAID) or (len(text) == 1 and text.isalpha())


def _has_begun(text: str, run: int, further: bool) -> bool:
    """Whether a line leaves a sentence open for sure: by the short word it ends with, by one that ends in it, or by what it is a piece of.

    `further`: it was joined to those above, with `run` code points together.
    """
    word = _last_word(text)
    if text.isalpha() and len(text) < 4 and (len(text) == 1 or not text.isupper()):
        return not bylines.leads_in(text)  # "In", "Em", "В"
    return word < 4 or (word < 6 and len(text) >= _PROSE) or bylines.is_article(text) or (further and run >= _PROSE) or bool(_inner_stop(text))


def _goes_on_behind_a_name(above: str, text: str, below: str, further: bool) -> bool:
    """Whether a line that may end without a stop goes on with a name, a link of its own, and then in the middle of a sentence.

    No headline or subhead with a name and a role or a note on the author below it, nor one below which a paragraph begins.
    """
    if below[0] in CLOSERS:
        return (len(below) > 1 and (further or above.count(" ") >= _SPACES)) or _last_word(above) < _CAPITAL
    words = text.split()
    named = len(words) <= _NAMED and not any(word.islower() and len(word) > 3 for word in words)
    return named and len(below) >= _PROSE and above.count(" ") >= _SPACES and not _note(below)


_inner_stop = regex(r"\w\w[.!?][”\"’]? \S").search
_note = regex(r"(?:is|was|ist|est|es|è|é|are|covers|writes|has)\b").match


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
    if text[0] == "(":
        text = text.partition(")")[2].lstrip() or "("  # "Pune Municipal Corporation" / "(PMC) were breaking …"
    return text[0].islower() or text[0] in CLOSERS or (row[0] == " " and row[1] not in _BLANKS)


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
