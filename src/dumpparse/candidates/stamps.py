"""Dates that could be when an article was published."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..dates import Stamp
from ..page import Page
from ..regexes import regex
from ..surroundings import PLACE, distance, within
from ..trees import TOP

# What shows that a line below the article, or one between the article and it, begins something else.
_ITEMS, _HEADINGS = frozenset(("item_date", "item_whole")), frozenset(("list_heading", "columns"))
_KINDS = {"published": 1, "updated": 2}
_LABEL = 30  # code points of prose within which a date by the headline, or its label, begins
_BUTTONS = 5  # lines below a comment's date
_CAPTION = 12  # words of a line with a picture's credit from which on it tells what the picture shows
_LONG = 200  # code points of a line of prose that are looked through for a date by the headline
_NEAR, _FAR = 10, 30  # lines
TRAITS = (
    *PLACE, "label", "time", "ambiguous", "in line before", "in line", "dates above", "dates below", "same day", "same day above", "days",
    "days later", "before latest", "before", "after", "to headline", "dates near", "next date above", "next date below", "of its shape",
    "title above",
    "alone", "mostly", "among others", "crawl", "caption", "item",
)  # fmt: skip


class Candidate(NamedTuple):
    """A date that may be the article's: its unit, how it stands there, its kind with the label on the line above, its value."""

    unit: int
    stamp: Stamp
    kind: str | None
    iso: str


def find(page: Page) -> list[Candidate]:
    """The dates on the page that may be when the article was published, in order; `iso` is empty where the numbers can be read two ways."""
    around, dates = page.around, page.profile.dates
    reading: int | bool | None = False
    found = []
    for unit, look in enumerate(page.looks):
        stamps: Sequence[Stamp] = look.stamps
        if not stamps and len(page.texts[unit]) > _LONG and -3 <= unit - around.first <= 2:
            stamps = [stamp for stamp in dates.find(page.texts[unit][:_LONG]) if stamp.labelled_from < _LABEL]
        if not stamps or (unit > around.last and _is_anothers(page, unit)):
            continue
        if "caption_credit" in page.cues[unit] and around.counts[unit] > _CAPTION and not stamps[0].kind:
            continue  # when the picture was taken
        above = page.label_above(unit) if dates.is_filler(page.texts[unit][: stamps[0].labelled_from]) else None
        for stamp in stamps:
            kind = stamp.kind or (above if stamp is stamps[0] else None)
            iso = stamp.iso
            if stamp.either:
                if reading is False:
                    reading = order(page)
                iso = stamp.either[reading] if reading is not None else stamp.iso or _confirmed(page, stamp.either)
            if kind != "updated" and (iso or stamp.either):
                found.append(Candidate(unit, stamp, kind, iso or ""))
    return found


def _is_anothers(page: Page, unit: int) -> bool:
    """Whether a date below the article is that of a teaser, a comment or a note on the author."""
    if page.labels[unit] == "author_note" or not _ITEMS.isdisjoint(page.cues[unit]):
        return True
    if any(not _HEADINGS.isdisjoint(cues) for cues in page.cues[page.around.last + 1 : unit]):
        return True
    # A reader's comment: below such a heading, with a name above it or buttons below.
    beside = page.around.shows(unit - 1, "name") or any("comments" in cues for cues in page.cues[unit + 1 : unit + _BUTTONS])
    return beside and page.around.comments_below(unit - 1)


_numbers = regex(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:20|19)?\d\d(?!\d)").findall
_ENGLISH = (" the ", " and ", " of ")
_TELLING = 1500  # code points of text from which its language can be told


def order(page: Page) -> int | None:
    """How the page's numeric dates are read: 0 with the day first, 1 with the month first; None where nothing tells.

    The publisher tells, else dates on the page that can be read one way only, else the language: the month is first in English alone.
    """
    if page.profile.order is not None:
        return page.profile.order
    source = page.dump.source
    seen = {0 if int(first) > 12 else 1 for first, _, second in _numbers(source) if (int(first) > 12) != (int(second) > 12)}
    if len(seen) == 1:
        return seen.pop()
    english = sum([source.count(word) for word in _ENGLISH]) * 200 > len(source)
    return None if english or len(source) < _TELLING else 0


def _confirmed(page: Page, either: tuple[str, str]) -> str | None:
    """The one of two readings whose day stands elsewhere on the page in a form that can be read one way only."""
    sure = {stamp.iso[:10] for look in page.looks for stamp in look.stamps if stamp.iso and not stamp.either}
    known = [iso for iso in either if iso[:10] in sure]
    return known[0] if len(known) == 1 else None


def traits(page: Page, found: Sequence[Candidate], headline: int | None) -> list[Sequence[int]]:
    """The traits of each candidate, in the order of `TRAITS`. `headline`: the unit of the headline, if the page has one."""
    around = page.around
    days = [date.fromisoformat((one.iso or one.stamp.either[0])[:10]).toordinal() for one in found]  # type: ignore[index]
    times, latest = Counter(days), max(days, default=0)
    distinct = sorted(times, reverse=True)
    shapes = Counter(page.cues[unit] for unit in {one.unit for one in found})
    units = [one.unit for one in found]
    seen: Counter[int] = Counter()
    rows: list[Sequence[int]] = []
    for number, (one, day) in enumerate(zip(found, days, strict=True)):
        unit, stamp = one.unit, one.stamp
        text, cues = page.texts[unit], page.cues[unit]
        others = [other for other in units if other != unit]
        rows.append((
            *around.place(unit),
            _KINDS.get(one.kind or "", 0), "T" in one.iso, not one.iso, min(9, units[:number].count(unit)), min(9, units.count(unit)),
            min(TOP, number), min(TOP, len(found) - number - 1), min(9, times[day]), min(5, seen[day]), min(30, len(distinct)),
            min(30, distinct.index(day)), within((latest - day) ** 0.5), min(TOP, stamp.labelled_from), min(TOP, len(text) - stamp.end),
            distance(unit, headline), min(TOP, sum(abs(other - unit) <= _NEAR for other in others)),
            min([unit - other for other in others if other < unit and unit - other < _FAR], default=_FAR),
            min([other - unit for other in others if other > unit and other - unit < _FAR], default=_FAR),
            min(20, shapes[cues]), next((step for step in range(1, 6) if unit >= step and 3 <= around.counts[unit - step] <= 30), 6),
            "date_alone" in cues, "date_mostly" in cues, "date" in cues, "crawl_date" in cues, "caption_credit" in cues,
            "item_date" in cues or "item_whole" in cues,
        ))  # fmt: skip
        seen[day] += 1
    return rows
