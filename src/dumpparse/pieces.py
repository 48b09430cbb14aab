"""Find the pieces of paragraphs that a dumper put on lines of their own: what stood between two tags of one sentence.

White space that was kept at the end of a piece or before the next tells it best. Without it, a piece goes on that begins in lower case or
with a closing sign, below one that does not end a sentence; a piece in capitals between two such ("said / Imran Khan / on Friday") belongs
to both. What is said of one seam is in seams.py; what only the page as a whole tells is asked when all have been seen.
"""

from collections.abc import Sequence
from functools import partial

from . import bylines, datelines, eastern_names, seams
from .characters import is_caseless, is_small
from .lines import Dump
from .profile import Profile
from .regexes import regex
from .seams import BLANKS, EASTERN, PROSE, QUOTES, SAID
from .wraps import BULLETS, CLOSERS, STOPS

_OPEN = frozenset(",([")
_CLOSING = frozenset("»”")  # they close after a word, and open in »German« and ”Swedish”
_LABELS, _LABEL = frozenset(":.…,،"), 24  # what "Photo:" and "Image caption," end with, and their code points
_NAMES = 3  # words of who took a picture
_DASHES = frozenset("–—-|/&")
# A cut sentence has a piece of prose so near; menus in lower case have none.
_PIECES = 12
# White space at this many seams is no accident: a seam without any, before a capital, then parts two lines.
KEPT = 3
_CUT = 2  # lines that begin with a closing sign, from which on sentences are seen to be cut


def cut(dump: Dump, profile: Profile, adjacent: Sequence[int]) -> set[int]:
    """Units that are further pieces of the paragraph above. `adjacent`: those right below one."""
    pieces = _Pieces(dump, profile, frozenset(adjacent))
    for unit in adjacent:
        pieces.look(unit)
    return pieces.settled() | _datelines(dump, profile, adjacent)


class _Pieces:
    """What is found out of the seams of a page, one after the other.

    `found`: the units that go on with the one above. Some only if the page as a whole bears it out: those joined for want of white space
    that tells (`weak`), of any before a name (`unspaced`), of a stop in a script without capitals (`caseless`), and across a full stop
    because of white space (`across`). `openings`: those below a line that opens a quotation. `run`: how much the unit that is being put
    together has, in code points.
    """

    def __init__(self, dump: Dump, profile: Profile, adjacent: frozenset[int]):
        self.dump, self.profile, self.adjacent = dump, profile, adjacent
        self.found: set[int] = set()
        self.weak: list[int] = []
        self.unspaced: list[int] = []
        self.across: list[int] = []
        self.caseless: set[int] = set()
        self.openings: set[int] = set()
        self.run = 0
        self.kept = self.ended = self.cut = 0  # seams with white space that tells, lines that end a sentence, that begin with a closing sign

    def look(self, unit: int) -> None:
        """Judge whether a unit goes on with the one above, which has been looked at."""
        texts, profile = self.dump.texts, self.profile
        text, above = texts[unit], texts[unit - 1]
        first, last = text[0], above[-1]
        if text[1:2] == " " and (first in BULLETS or (first in _DASHES and last == ")")):
            if first in _DASHES and _is_dateline(above, text, profile):
                self.found.add(unit)
                return
            if first in BULLETS:
                return
        self.run = self.run + len(above) if unit - 1 in self.found else len(above)
        quoted = seams.opens_quotation(above, texts[unit - 2] if unit > 1 else "")
        broken = not quoted and seams.breaks_off(above)
        stopped = not (quoted or broken) and ((last in STOPS and not above.endswith(SAID)) or last in QUOTES)
        low = is_small(first) or seams.begins_with_particle(text)
        if self._by_white_space(unit, low, stopped, quoted):
            return
        closes = (first in CLOSERS and not (text[1:2].isalnum() and (stopped or first in _CLOSING))) or (
            seams.closes(text, above, unit - 1 in self.openings) and not (first == "-" and _is_item(texts, unit))
        )
        if last in _LABELS and _is_labelled(text, above, profile):
            self.found.add(unit)
        elif stopped or closes:
            self.ended += stopped
            if closes:
                self.found.add(unit)
                self.cut += 1
                if first == "-" and not stopped:
                    self.weak.append(unit)
        elif low or first == "(":
            self._low(unit)
        elif last >= EASTERN and seams.goes_on_in_the_east(self.dump, unit, self.run, unit - 1 in self.found, partial(self._is_plain, text)):
            self.found.add(unit)
            self.weak.append(unit)
            self.cut += 1
        elif quoted and self._is_quoted(text, above):
            self.found.add(unit)
            self.openings.add(unit)
        elif broken and (self.run >= PROSE or seams.pursued(self.dump, unit)) and self._is_plain(text):
            self.found.add(unit)
        else:
            self._behind_an_open_line(unit, last in _OPEN or quoted)

    def _by_white_space(self, unit: int, low: bool, stopped: bool, quoted: bool) -> bool:
        """Whether white space at a seam tells what it is; the unit is then known to go on or not. `low`: it begins like the further piece of
        a sentence; `stopped`: the one above ends one; `quoted`: it opens a quotation."""
        dump = self.dump
        text, above = dump.texts[unit], dump.texts[unit - 1]
        row, last = dump.filled[unit], above[-1]
        here, over = dump.edges[row], dump.edges[row - dump.step]
        if over[0] in BLANKS and over[1] in BLANKS:
            return False
        prose = self.run >= PROSE or len(text) >= PROSE
        if here[0] in BLANKS and here[1] not in BLANKS and over[-1] not in BLANKS and over[0] not in BLANKS:
            if not (low or (prose and not (stopped and here[0] != " ")) or text[0] in _DASHES or last == ":"):
                return False
        elif over[-1] == " " and here[0] not in BLANKS and over[-2] not in BLANKS:
            if stopped and last != ":" and not above[:-1].isdigit():
                if low:
                    self.found.add(unit)
                elif seams.pursued(dump, unit):
                    self.across.append(unit)
                return True
            ends = last.isalpha() or last in _OPEN or quoted
            if not (
                low
                or last == ":"
                or stopped
                or (ends and (prose or (seams.ends_small(above) and seams.pursued(dump, unit))))
                or seams.is_set_off(dump, unit)
            ):
                return False
        else:
            return False
        self.kept += 1
        self.found.add(unit)
        return True

    def _low(self, unit: int) -> None:
        """A unit that begins in lower case, with a particle or with a bracket: it goes on unless it is a button or leads in a name."""
        texts, profile = self.dump.texts, self.profile
        text, above = texts[unit], texts[unit - 1]
        if text.lower() in profile.phrases and not seams.ends_in_article(above):
            return
        if bylines.leads_in(text) or (self.run < PROSE and profile.dates.find(above)):
            return
        if (bylines.leads_in_name(text) or seams.opens(text, profile)) and not seams.pursued(self.dump, unit):
            return
        self.found.add(unit)
        self.weak.append(unit)

    def _is_plain(self, text: str) -> bool:
        """Whether a line is no button, no date, and neither names nor leads in a writer."""
        if text.lower() in self.profile.phrases or bylines.has_lead(text) or " - " in text or self.profile.dates.find(text):
            return False
        return not (text[0] >= EASTERN and (eastern_names.lead(text) or eastern_names.signed().search(text)))

    def _is_quoted(self, text: str, above: str) -> bool:
        """Whether a line goes on behind a sign that opens a quotation: one that may close one too tells it behind prose alone."""
        if self.run >= PROSE or above[-1] >= EASTERN:
            return True
        return " " in above and (above[-1] not in QUOTES or above[-2] not in BLANKS) and not bylines.leads_in_name(text)

    def _behind_an_open_line(self, unit: int, opened: bool) -> None:
        """A unit that says nothing of itself: it may go on with a sentence that is not over, as a name does, or a work's title."""
        texts, profile, found = self.dump.texts, self.profile, self.found
        text, above = texts[unit], texts[unit - 1]
        further = unit - 1 in found
        if self.run >= PROSE and (opened or (further and is_small(above[-1]) and seams.ends_short(above) and not seams.is_label(above, profile))):
            found.add(unit)
            return
        below = texts[unit + 1] if unit + 1 in self.adjacent else ""
        if (is_caseless(above[-1]) or above[-1] >= EASTERN) and (
            pieces := seams.rest_without_capitals(above, text, below, partial(self._is_plain, text))
        ):
            self.caseless.update(range(unit, unit + pieces))
            return
        if len(text) >= 2 * PROSE or text[-1] in STOPS:
            return
        pauses = seams.pauses(above)
        if not (pauses or seams.is_open(above)) or not seams.pursued(self.dump, unit):
            return
        shares = "share" in profile.phrases.get(above.lower(), ())  # "X"
        if shares or seams.is_credit(text, texts[unit + 1], profile):
            return
        if pauses or seams.has_begun(above, self.run, further) or seams.goes_on_behind_a_name(above, text, texts[unit + 1], further):
            found.add(unit)
            self.weak.append(unit)
            self.unspaced.append(unit)

    def settled(self) -> set[int]:
        """The units that go on, by what the page as a whole tells."""
        texts, found = self.dump.texts, self.found
        # A cut sentence has a piece of some length; a menu in lower case has none.
        for unit in self.weak:
            start, end = unit - 1, unit + 1
            while start in found and len(texts[start]) < PROSE and unit - start < _PIECES:
                start -= 1
            while end in found and len(texts[end - 1]) < PROSE and end - unit < _PIECES:
                end += 1
            if not any(map(_is_prose, texts[start:end])):
                found.discard(unit)
        if self.kept > KEPT:
            found.difference_update(self.unspaced)
        if self.cut >= _CUT:
            found |= self.caseless
        ended = self.ended
        if self.across:
            ended += len([unit for unit in range(1, len(texts)) if unit not in self.adjacent and texts[unit - 1][-1] in STOPS])
        if len(self.across) * 4 < ended:
            found.update(self.across)
        return found


def _is_prose(piece: str) -> bool:
    """Whether a piece of a sentence is no menu's: it has some length, for its script, or a Chinese or Japanese stop."""
    return len(piece) * (1 + (piece[0] >= EASTERN)) >= PROSE or "。" in piece


def _is_labelled(text: str, above: str, profile: Profile) -> bool:
    """Whether a line stands below "Photo:" or the like, or a caption that ends with it: who took it."""
    label = regex(profile.picture_label).match
    caption, _, word = above.rpartition(" ")
    if len(above) <= _LABEL and label(above):
        return above[-1] == "," or len(text) < PROSE
    named = text.count(" ") < _NAMES and text.lower() not in profile.phrases
    return named and above[-1] == ":" and caption[-1:] in STOPS and label(word) is not None


def _is_dateline(above: str, text: str, profile: Profile) -> bool:
    """Whether a line is a dateline with the one below, which begins with a dash: "Hamburg (dpa)" / "- A man …"."""
    found = datelines.find(f"{above} {text}", profile) if len(above) <= datelines.REACH and len(text) >= PROSE else None
    return found is not None and found.agency is not None and found.end > len(above)


def _is_item(texts: list[str], unit: int) -> bool:
    """Whether another line near by begins with a hyphen too, as the items of a list do."""
    return any(texts[other][0] == "-" for other in range(max(0, unit - 2), min(len(texts), unit + 3)) if other != unit)


def _datelines(dump: Dump, profile: Profile, adjacent: Sequence[int]) -> set[int]:
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
