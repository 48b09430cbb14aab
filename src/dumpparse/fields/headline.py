"""The article's own headline."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..article import Field
from ..page import Page

if TYPE_CHECKING:
    from ..evidence import Rejected


def read(page: Page) -> Field | None:
    """The first line labelled headline; the same line printed again is the same headline."""
    units = page.units("headline")
    if not units:
        return None

    def passed_over() -> "Iterator[Rejected]":
        for unit in units[1:]:
            if page.texts[unit] != page.texts[units[0]]:
                yield page.rejected(unit, "a second line of the kind, further down")

    return page.field(units[0], "line labelled headline", passed_over=passed_over)
