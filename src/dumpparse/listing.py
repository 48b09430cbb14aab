"""Lists of other stories under a heading, on any page: the stories, and where the list ends, by its own regularity.

A list is records of about equal shape: a title, and around it a kicker, a rank, a byline, a date, a blurb. The lines have a kind by
their looks (list_lines.py); what stands between titles again and again belongs to the records, and where that stops, the list does.
"""

from collections import Counter
from collections.abc import Sequence

from .list_lines import CUT, DATE, FEW, FURNITURE, ONCE, PROSE, SHORT, STORY, TELLING, TITLE, Line, count_of
from .neighbours import LONGEST_TITLE
from .regexes import regex

_DOUBTFUL = (SHORT, PROSE)  # kinds of lines that may be titles all the same

_only_letters = regex(r"[\d\W]+").sub
_RANK = regex(r"(\d{1,2})[.)]\s+")

# Parts of a record's shape besides the kinds of its lines: a bullet before its title, no blank line above that.
_BULLET, _CLOSE = "bullet", "close"

_AVERAGE = 5  # words of a list's titles on average, at least: menus have fewer
LONGEST_GAP = 6  # lines between two titles at most
_REGULAR = 3  # records from which a list's shape is told
REPEATED = 3  # times that no title stands on a page


class Record:
    """A story of a list while it is being read: its title and the units of that, its date, its blurb; the kinds of lines that it has."""

    def __init__(self, line: Line):
        self.title, self.first, self.last = line.text, line.unit, line.unit
        self.dated: Line | None = line if line.stamp else None
        self.blurb: Line | None = None
        self.shape: set[str] = {_BULLET} if line.bullet else set()

    @property
    def units(self) -> tuple[int, int]:
        """Its first unit and its last."""
        units = [self.first, self.last, *(line.unit for line in (self.dated, self.blurb) if line)]
        return min(units), max(units)


def records(lines: Sequence[Line], cues: Sequence[tuple[str, ...]]) -> list[Record]:
    """The stories of a list, in order, up to where its regularity ends; none where it is no such list. `cues` are those of all the page's units."""
    if not any(line.kind == TITLE for line in lines):
        return []
    if all(not TELLING.isdisjoint(cues[line.unit]) for line in lines):
        return _as_told(lines)
    lines = _cut_blurbs(_in_place(_until_furniture(lines, cues)))
    found = _gather(lines, _leading(lines), _decks(lines))
    found = found[: _regular(found)]
    _without_strays(found)
    once: dict[str, Record] = {}
    for record in _ranked(found):
        once.setdefault(record.title, record)
    found = list(once.values())
    return found if _are_stories(found, alone=len(lines) == 1) else []


def _as_told(lines: Sequence[Line]) -> list[Record]:
    """The stories of a list of which neighbours told every line: there is nothing to infer."""
    found: dict[str, Record] = {}
    record = None
    for line in lines:
        if line.kind == TITLE and not (record and record.title == line.text):
            record = Record(line)
            found.setdefault(line.text, record)
        elif record:
            if line.kind == TITLE:
                record.last = line.unit
            elif line.kind == DATE:
                record.dated = record.dated or line
            else:
                record.blurb = record.blurb or line
    return list(found.values())


def _until_furniture(lines: Sequence[Line], cues: Sequence[tuple[str, ...]]) -> list[Line]:
    """The lines before what no record has: a share button or sign-up that stands there once. What stands there often is no title."""
    words = [_only_letters("", line.text) if line.kind in (FURNITURE, TITLE) else "" for line in lines]
    times = Counter(words)
    kept: list[Line] = []
    for line, letters in zip(lines, words, strict=True):
        if line.kind == FURNITURE and times[letters] == 1 and not ONCE.isdisjoint(cues[line.unit]):
            break
        kept.append(line._replace(kind=FURNITURE) if line.kind == TITLE and times[letters] >= REPEATED else line)
    return kept


def _in_place(lines: list[Line]) -> list[Line]:
    """The same lines; one that stands where most titles do, between lines of the same kinds, is a title, however short or long."""
    kinds = ["", *(line.kind for line in lines), ""]
    places = [(kinds[at], kinds[at + 2], line.bullet) for at, line in enumerate(lines)]
    titles = Counter(place for place, line in zip(places, lines, strict=True) if line.kind == TITLE)
    others = Counter(place for place, line in zip(places, lines, strict=True) if line.kind in _DOUBTFUL)
    several = {place for place, times in titles.items() if times > 1 and others[place] * 2 <= times}
    # Among titles and short lines alone, one as the other may stand anywhere, but for a bullet.
    titled = {place for place in several if place[2] or not {TITLE, SHORT}.issuperset(place[:2])}
    ranks = [_RANK.match(line.text) for line in lines]
    counted = len({rank[1] for rank in ranks if rank}) > 1
    result = []
    for line, place, rank in zip(lines, places, ranks, strict=True):
        fits = (counted and rank) or (place in titled and len(line.text) <= LONGEST_TITLE)
        # A word alone is never one.
        if line.kind in _DOUBTFUL and fits and " " in line.text[rank.end() if rank else 0 :]:
            line = line._replace(kind=TITLE)
        result.append(line)
    return result


def _cut_blurbs(lines: list[Line]) -> list[Line]:
    """The same lines; the longer ones that are cut are no titles but blurbs where each stands right below a whole title."""
    cut = [at for at, line in enumerate(lines) if line.kind == TITLE and line.text.endswith(CUT) and count_of(line.text) >= FEW]
    if all(at and lines[at - 1].kind == TITLE and not lines[at - 1].text.endswith(CUT) for at in cut):
        for at in cut:
            lines[at] = lines[at]._replace(kind=PROSE)
    return lines


def _leading(lines: list[Line]) -> set[str]:
    """The kinds of lines that stand above their titles: those above the first."""
    leading = set()
    for line in lines:
        if line.kind == TITLE:
            break
        leading.add(line.kind)
    return leading


def _decks(lines: list[Line]) -> set[int]:
    """The units that would be titles but are the second line of each record: a deck, or a title below a kicker with a colon."""
    spaced = not all(line.apart for line in lines[1:])
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.kind not in STORY or (spaced and line.apart):
            groups.append([])
        if line.kind == TITLE and not (groups[-1] and _same_title(groups[-1][-1].text, line.text)):
            groups[-1].append(line)
    groups = [group for group in groups if group]
    pairs = [group for group in groups if len(group) == 2]
    if len(pairs) < 2 or len(pairs) * 3 < len(groups) * 2:
        return set()
    return {group[0 if group[0].text.endswith((":", "：")) else 1].unit for group in pairs}


def _same_title(one: str, other: str) -> bool:
    """Whether two lines are a title printed twice, once perhaps with its kicker."""
    return one.endswith(other) or other.endswith(one) or one.startswith(other) or other.startswith(one)


def _gather(lines: list[Line], leading: set[str], decks: set[int]) -> list[Record]:
    """Give each line to its record."""
    found: list[Record] = []
    above: list[Line] = []
    for line in lines:
        record = found[-1] if found else None
        if line.kind == TITLE and line.unit not in decks:
            if len(found) > 1 and found[-2].title == line.text:
                record = found[-2]
                found.pop()  # what stands between a title and itself is a picture's
            if record and (record.title == line.text or (not above and _same_title(record.title, line.text))):
                record.title, record.last, record.blurb = min(record.title, line.text, key=len), line.unit, None
            else:
                found.append(_begin(line, above))
            above = []
        elif line.kind in leading:
            above.append(line)
        elif record and line.kind == PROSE:
            if record.blurb:
                break
            record.blurb, above = line, []
        elif record:
            record.shape.add(line.kind)
            if line.stamp and not record.dated:
                record.dated = line
    return found


def _begin(line: Line, above: list[Line]) -> Record:
    """A new record, with the lines above its title that are its own."""
    record = Record(line)
    record.shape.update(other.kind for other in above)
    if not line.apart:
        record.shape.add(_CLOSE)
    record.dated = next((other for other in above if other.stamp), record.dated)
    return record


def _regular(found: list[Record]) -> int:
    """How many records there are before what nearly all have in common is missing for good."""
    end = len(found)
    if found:
        found[0].shape.add(_CLOSE)
    for part in set().union(*(record.shape for record in found)):
        having = [at for at, record in enumerate(found) if part in record.shape]
        if len(having) >= _REGULAR and len(having) * 5 >= (having[-1] + 1) * 4:
            end = min(end, having[-1] + 1)
    return end


def _without_strays(found: list[Record]) -> None:
    """Take away a blurb that only the last record has, and dates that few have: they are another's."""
    if len(found) >= _REGULAR:
        if not any(record.blurb for record in found[:-1]):
            found[-1].blurb = None
        if sum(record.dated is not None for record in found) * _REGULAR < len(found):
            for record in found:
                record.dated = None


def _ranked(found: list[Record]) -> list[Record]:
    """The records without the numbers that their titles begin with, where these count them; and only those that are counted."""
    counted = 0
    for record in found:
        rank = _RANK.match(record.title)
        if not rank or int(rank[1]) != counted + 1:
            break
        counted += 1
    if counted < 2:
        return found
    for record in found[:counted]:
        record.title = _RANK.sub("", record.title, count=1)
    return found[:counted]


def _are_stories(found: list[Record], alone: bool) -> bool:
    """Whether these are stories, not the entries of a menu.

    Most have more than a title, or their titles are of words enough, and there are two or nothing but the one.
    """
    more = sum(bool(record.blurb or record.dated) for record in found)
    words = sum(count_of(record.title) + record.title.count("-") for record in found)
    return more * 2 > len(found) or (words >= _AVERAGE * len(found) if len(found) > 1 else alone and words > _AVERAGE)
