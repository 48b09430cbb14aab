"""The article's dateline, from the line that opens the body."""

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..article import Dateline, Field
from ..datelines import Found
from ..page import Page

if TYPE_CHECKING:
    from ..evidence import Rejected


def read(page: Page, printed: Field | None, published: Field | None, warnings: list[str]) -> Field:
    """The dateline that the first line of the body begins with.

    None where letters are signed in the body: those are a digest's topics. One that only its form speaks for is taken if no
    other paragraph opens alike, and if the page nowhere has its words in lower case, as it would a common noun.
    """
    body = page.units("body", "subhead")
    found = page.looks[body[0]].dateline if body else None
    if not found or not _is_confirmed(page, body, found):
        return page.nothing("no dateline opens the body", lambda: _rejected(page, None))
    issue = (printed and printed.value.date) or (published and published.value)
    date = _date(found, issue)
    if found.day and not date:
        warnings.append("dateline-year-unknown")
    value = Dateline(found.text, list(found.places), date, found.agency)
    rule = "place known to head datelines, or an agency or a day with it" if found.sure else "capitals and a mark, at the start of the body alone"
    return page.field(body[0], rule, found.text, value, lambda: _rejected(page, body[0]))


def _is_confirmed(page: Page, body: list[int], found: Found) -> bool:
    if found.agency or found.day:
        return True
    if any("signature" in cues for cues in page.cues[body[0] + 1 :]):
        return False
    if found.sure:
        return True
    if any((other := page.looks[unit].dateline) and not other.sure for unit in body[1:]):
        return False
    words = {word for place in found.places for word in re.findall(r"\w{3,}", place.lower())}
    return not any(words.intersection(re.findall(r"\w{3,}", page.texts[unit])) for unit in body)


def _date(found: Found, issue: str | None) -> str | None:
    """The day the dateline names, in the year that puts it at or before the issue."""
    if not (found.day and found.month):
        return None
    if found.year:
        years = [found.year]
    elif issue:
        latest = datetime.date.fromisoformat(issue[:10])
        years = [latest.year, latest.year - 1, latest.year - 2, latest.year - 3, latest.year - 4]
    else:
        return None
    for year in years:
        try:
            day = datetime.date(year, found.month, found.day)
        except ValueError:  # 29 February of a common year
            continue
        if found.year or day <= latest:
            return day.isoformat()
    return None


def _rejected(page: Page, chosen: int | None) -> "Iterator[Rejected]":
    for unit, look in enumerate(page.looks):
        if look.dateline and unit != chosen:
            if page.labels[unit] not in ("body", "subhead"):
                reason = f"the line is labelled {page.labels[unit]}"
            elif chosen is None and not look.dateline.sure:
                reason = "capitals and a mark are all it has, and the page has more of them, or its words in lower case"
            else:
                reason = "not at the start of the body"
            yield page.rejected(unit, reason, look.dateline.text)
