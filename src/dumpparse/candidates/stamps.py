"""Dates that could be when an article was published."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..dates import Stamp
from ..page import Page
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
    ended = next((unit for unit in range(around.last + 1, around.size) if not _HEADINGS.isdisjoint(page.cues[unit])), around.size)
    found = []
    for unit, look in enumerate(page.looks):
        stamps: Sequence[Stamp] = look.stamps
        if not stamps and len(page.texts[unit]) > _LONG and -3 <= unit - around.first <= 2:
            stamps = [stamp for stamp in dates.find(page.texts[unit][:_LONG]) if stamp.labelled_from < _LABEL]
        if not stamps or unit > ended or (unit > around.last and _is_anothers(page, unit)):
            continue
        if "caption_credit" in page.cues[unit] and around.counts[unit] > _CAPTION and not stamps[0].kind:
            continue  # when the picture was taken
        above = page.label_above(unit) if dates.is_filler(page.texts[unit][: stamps[0].labelled_from]) else None
        for stamp in stamps:
            kind = stamp.kind or (above if stamp is stamps[0] else None)
            iso = value(page, stamp)
            if stamp.either and page.order is None:
                iso = iso or _confirmed(page, stamp.either)
            if kind != "updated" and (iso or stamp.either):
                found.append(Candidate(unit, stamp, kind, iso or ""))
    return found


def _is_anothers(page: Page, unit: int) -> bool:
    """Whether a date below the article is that of a teaser, a comment or a note on the author."""
    if page.labels[unit] == "author_note" or not _ITEMS.isdisjoint(page.cues[unit]):
        return True
    # A reader's comment: below such a heading, with a name above it or buttons below.
    beside = page.around.shows(unit - 1, "name") or any("comments" in cues for cues in page.cues[unit + 1 : unit + _BUTTONS])
    return beside and page.around.comments_below(unit - 1)


def value(page: Page, stamp: Stamp) -> str | None:
    """The value of a date; of numbers that can be read both ways, what the page says of their order."""
    return stamp.either[page.order] if stamp.either and page.order is not None else stamp.iso


def _confirmed(page: Page, either: tuple[str, str]) -> str | None:
    """The one of two readings whose day stands elsewhere on the page in a form that can be read one way only."""
    known = [iso for iso in either if iso[:10] in page.around.days]
    return known[0] if len(known) == 1 else None


def traits(page: Page, found: Sequence[Candidate], headline: int | None) -> list[Sequence[int]]:
    """The traits of each candidate, in the order of `TRAITS`. `headline`: the unit of the headline, if the page has one."""
    around = page.around
    days = [date.fromisoformat((one.iso or one.stamp.either[0])[:10]).toordinal() for one in found]  # type: ignore[index]
    times, latest = Counter(days), max(days, default=0)
    rank = {day: at for at, day in enumerate(sorted(times, reverse=True))}
    shapes = Counter(page.cues[unit] for unit in {one.unit for one in found})
    units = [one.unit for one in found]
    seen: Counter[int] = Counter()
    rows: list[Sequence[int]] = []
    for number, (one, day) in enumerate(zip(found, days, strict=True)):
        unit, stamp = one.unit, one.stamp
        text, cues = page.texts[unit], page.cues[unit]
        first, below = bisect_left(units, unit), bisect_right(units, unit)
        near = bisect_right(units, unit + _NEAR) - bisect_left(units, unit - _NEAR)
        rows.append((
            *around.place(unit),
            _KINDS.get(one.kind or "", 0), "T" in one.iso, not one.iso, min(9, number - first), min(9, below - first),
            min(TOP, number), min(TOP, len(found) - number - 1), min(9, times[day]), min(5, seen[day]), min(30, len(rank)),
            min(30, rank[day]), within((latest - day) ** 0.5), min(TOP, stamp.labelled_from), min(TOP, len(text) - stamp.end),
            distance(unit, headline), min(TOP, near - (below - first)),
            min(_FAR, unit - units[first - 1]) if first else _FAR, min(_FAR, units[below] - unit) if below < len(units) else _FAR,
            min(20, shapes[cues]), next((step for step in range(1, 6) if unit >= step and 3 <= around.counts[unit - step] <= 30), 6),
            "date_alone" in cues, "date_mostly" in cues, "date" in cues, "crawl_date" in cues, "caption_credit" in cues,
            "item_date" in cues or "item_whole" in cues,
        ))  # fmt: skip
        seen[day] += 1
    return rows
