"""The article's own headline."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..article import Field
from ..cues import byline_before
from ..page import Page

if TYPE_CHECKING:
    from ..evidence import Rejected


def read(page: Page) -> Field | None:
    """The first line labelled headline, without a date that follows it; the same line printed again is the same headline."""
    units = page.units("headline")
    if not units:
        return None

    def passed_over() -> "Iterator[Rejected]":
        for unit in units[1:]:
            if page.texts[unit] != page.texts[units[0]]:
                yield page.rejected(unit, "a second line of the kind, further down")

    unit = units[0]
    text = byline_before(page.texts[unit], page.looks[unit].stamps) if "headline_dated" in page.cues[unit] else None
    return page.field(unit, "line labelled headline", text, passed_over=passed_over)
