"""When the article was published and updated, by where a date stands and what it says."""

from collections.abc import Iterator

from ..article import Field, Rejected
from ..dates import Stamp
from ..page import Page

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
_STANDING = ("head.timestamp", "head.byline", "lead.timestamp", "lead.byline", "head.print_line")


def read(page: Page, printed: Field | None, warnings: list[str]) -> tuple[Field | None, Field | None]:
    """`published` and `updated`.

    Published is the first stamp that says so, else the first unlabelled one by the headline or byline, else the print
    line's date. Updated is only what says so.
    """
    stamps = [(unit, stamp) for unit in page.units("timestamp", "byline") for stamp in page.looks[unit].stamps]
    if any(stamp.problem == "ambiguous" for _, stamp in stamps):
        warnings.append("date-ambiguous")
    if any("relative_date" in page.looks[unit].cues for unit in page.units("timestamp")):
        warnings.append("date-relative")
    named = _first(stamps, "published")
    beside = _first([(unit, stamp) for unit, stamp in stamps if page.names[unit] in _STANDING], None)
    updated = _field(page, _first(stamps, "updated"), "stamp labelled updated")
    if named:
        return _field(page, named, "stamp labelled published"), updated
    if beside:
        return _field(page, beside, "date by the headline or byline"), updated
    if printed and printed.value.date:
        return Field(printed.value.date, printed.text, printed.span, "date of the print line", lambda: list(_rejected(page, None))), updated
    return None, updated


def _first(stamps: list[tuple[int, Stamp]], kind: str | None) -> tuple[int, Stamp] | None:
    return next(((unit, stamp) for unit, stamp in stamps if stamp.iso and stamp.kind == kind), None)


def _field(page: Page, found: tuple[int, Stamp] | None, rule: str) -> Field | None:
    if not found:
        return None
    unit, stamp = found
    text = page.texts[unit][stamp.start : stamp.end]
    return Field(stamp.iso, text, page.span(unit, text), rule, lambda: list(_rejected(page, stamp)))


def _rejected(page: Page, chosen: Stamp | None) -> Iterator[Rejected]:
    for unit, look in enumerate(page.looks):
        for stamp in look.stamps:
            if stamp is chosen:
                continue
            if stamp.problem:
                reason = f"{stamp.problem}: no value without a guess"
            elif stamp.kind == "updated" and page.labels[unit] in ("timestamp", "byline"):
                reason = "says when the page was updated"
            elif page.labels[unit] == "print_line":
                reason = "the print line's: a stamp goes before it"
            else:
                reason = _REASONS.get(page.labels[unit], "another stamp stands before it")
            yield page.rejected(unit, reason, page.texts[unit][stamp.start : stamp.end])
