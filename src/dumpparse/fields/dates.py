"""When the article was published and updated, by where a date stands and what it says."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ..article import Field
from ..dates import Stamp
from ..page import Page
from ..ranking import Ranking, ranking

if TYPE_CHECKING:
    from ..evidence import Rejected

_REASONS = {
    "chrome": "in a line of page furniture: the day of the crawl, not of the article",
    "teaser": "a teaser's date",
    "section_heading": "in a heading of teasers",
    "body": "in the article's prose",
    "subhead": "in the article's prose",
    "standfirst": "in the article's prose",
    "headline": "in the headline",
    "insert": "in something put into the article",
    "caption": "in a photo caption",
    "comment": "a comment's date",
    "footer": "in the footer",
    "author_note": "in the author's note",
}
_STANDING = ("head", "lead")  # the regions where an unlabelled date is the article's
_HEADINGS = frozenset(("list_heading", "columns"))
_BESIDE = 3  # lines
_TIME = 24  # code points of a line that is nothing but a time
_TOLD = 0.5  # least chance of a date in the middle of a sentence
_CLOSE = 0.15  # two dates whose chances differ by less are about equal


def read(page: Page, printed: tuple[int, Field] | None, headline: Field | None, warnings: list[str]) -> tuple[Field, Field]:
    """`published` and `updated`.

    Published is the date most like an article's among those that do not say that they are of an update; by the labels alone, where
    nothing learned is asked, the first that says so, else the first unlabelled one by the headline or byline. Else it is the print line's.
    Updated is only what says so.
    """
    learned = ranking("published") if page.lean else None
    stamps = _by_labels(page, warnings)
    if learned:
        published = _weighed(page, learned, headline, warnings)
    else:
        beside = [(unit, stamp) for unit, stamp in stamps if page.state(unit).startswith(_STANDING)]
        published = _field(page, stamps, "published", "stamp labelled published") or _field(page, beside, None, "date by the headline or byline")
    if not published and printed and printed[1].value.date:
        unit, line = printed
        passed_over = partial(_rejected, page, page.looks[unit].stamps[-1])
        published = page.field(unit, "date of the print line", value=line.value.date, passed_over=passed_over)
    updated = _field(page, stamps[: _before_teasers(page, stamps, printed)], "updated", "stamp labelled updated")
    published = published or page.nothing("no stamp says so, none stands by the headline or byline, no print line", lambda: _rejected(page, None))
    updated = updated or page.nothing("no stamp says so", tuple)
    if page.crawled and "date-relative" in warnings:
        from .relative_dates import resolve

        return resolve(page, published, updated, warnings)
    return published, updated


def _before_teasers(page: Page, stamps: list[tuple[int, Stamp]], printed: tuple[int, Field] | None) -> int | None:
    """How many stamps stand above the first heading of teasers below the print line; all (None) where there is no such line or heading."""
    below = range(printed[0], len(page.texts)) if printed else ()
    heading = next((unit for unit in below if not _HEADINGS.isdisjoint(page.cues[unit])), None)
    return None if heading is None else sum(unit < heading for unit, _ in stamps)


def _by_labels(page: Page, warnings: list[str]) -> list[tuple[int, Stamp]]:
    """The dates in lines labelled as the article's own; warns of those that are relative."""
    headlines = [unit for unit in page.units("headline") if "headline_dated" in page.cues[unit]]
    units = sorted(headlines + page.units("timestamp", "byline"))
    stamps = [(unit, stamp) for unit in units for stamp in page.looks[unit].stamps]
    # "Updated" may stand on the line above, and a weekday before the date.
    opening = [(unit, stamp) for unit, stamp in stamps if not stamp.kind and page.profile.dates.is_filler(page.texts[unit][: stamp.labelled_from])]
    above = {id(stamp): kind for unit, stamp in opening if (kind := page.label_above(unit))}
    stamps = [(unit, stamp._replace(kind=above[id(stamp)]) if id(stamp) in above else stamp) for unit, stamp in stamps]
    if not page.lean and any(stamp.problem == "ambiguous" for _, stamp in stamps):
        warnings.append("date-ambiguous")
    if any("relative_date" in page.cues[unit] for unit in units):
        warnings.append("date-relative")
    return stamps


def _field(page: Page, stamps: list[tuple[int, Stamp]], kind: str | None, rule: str) -> Field | None:
    """The first stamp of the kind that has a value."""
    for unit, stamp in stamps:
        if stamp.kind == kind and (iso := _iso(page, stamp)):
            text = page.texts[unit][stamp.start : stamp.end]
            return page.field(unit, rule, text, _timed(page, unit, stamp, iso), partial(_rejected, page, stamp))
    return None


def _iso(page: Page, stamp: Stamp) -> str | None:
    """The value of a date; of numbers that can be read both ways, what the page says of their order."""
    if not stamp.either or not page.lean:
        return stamp.iso
    from ..candidates.stamps import value

    return value(page, stamp)


def _timed(page: Page, unit: int, stamp: Stamp, iso: str) -> str:
    """A value with the time that the line below a date is, where nothing follows it on its own."""
    below = page.texts[unit + 1] if unit + 1 < len(page.texts) else ""
    return page.profile.dates.with_time(iso, below) if len(below) < _TIME and stamp.end == len(page.texts[unit]) else iso


def _weighed(page: Page, learned: Ranking, headline: Field | None, warnings: list[str]) -> Field | None:
    from ..candidates import stamps

    found = stamps.find(page)
    chances = learned.chances(stamps.traits(page, found, headline.unit if headline else None))
    ranked = sorted(zip(chances, found, strict=True), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < learned.needed(bool(page.article)):
        return None
    chance, best = ranked[0]
    if not best.kind:
        # A date that says so, right beside it, is the page's own statement.
        chance, best = next(((worth, one) for worth, one in ranked if one.kind and abs(one.unit - best.unit) <= _BESIDE), ranked[0])
    if not best.iso:
        warnings.append("date-ambiguous")
        return None
    unit, stamp = best.unit, best.stamp
    if chance < _TOLD and not best.kind and "T" not in best.iso and _is_told(page, unit, stamp):
        return None
    rivals = [worth for worth, other in ranked if other.iso[:10] != best.iso[:10] and not (best.kind and abs(other.unit - best.unit) <= _BESIDE)]
    if chance - max(rivals, default=0.0) < _CLOSE:
        warnings.append("date-ambiguous")

    def passed_over() -> "Iterator[Rejected]":
        yield from _rejected(page, stamp)

    page.settle(unit, "timestamp", chance)
    rule = "stamp labelled published" if best.kind else "most like the article's own date by where it stands"
    return page.field(unit, rule, page.texts[unit][stamp.start : stamp.end], _timed(page, unit, stamp, best.iso), passed_over, chance)


def _is_told(page: Page, unit: int, stamp: Stamp) -> bool:
    """Whether a date stands in the middle of what the article tells: words before it and behind it."""
    text, is_filler = page.texts[unit], page.profile.dates.is_filler
    return unit in page.around.inside and not (is_filler(text[: stamp.labelled_from]) or is_filler(text[stamp.end :]))


def _rejected(page: Page, chosen: Stamp | None) -> "Iterator[Rejected]":
    """Every other date that stands in a line of its own or among few words, with the reason why it is not the value."""
    for unit, look in enumerate(page.looks):
        for stamp in look.stamps:
            if stamp is chosen:
                continue
            if stamp.problem:
                reason = f"{stamp.problem}: no value without a guess"
            elif stamp.kind == "updated" and page.labels[unit] in ("timestamp", "byline"):
                reason = "says when the page was updated"
            elif stamp.kind == "published" and page.labels[unit] in ("timestamp", "byline"):
                reason = "says when the page was published"
            elif page.labels[unit] == "print_line":
                reason = "the print line's: a stamp goes before it"
            else:
                reason = _REASONS.get(page.labels[unit], "another stamp stands before it")
            yield page.rejected(unit, reason, page.texts[unit][stamp.start : stamp.end])
