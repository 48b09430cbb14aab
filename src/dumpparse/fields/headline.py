"""The article's own headline."""

from ..article import Field
from ..page import Page


def read(page: Page) -> Field | None:
    """The first line labelled headline; the same line printed again is the same headline."""
    units = page.units("headline")
    if not units:
        return None
    unit = units[0]

    def passed_over():
        return [page.rejected(other, "a second line of the kind, further down") for other in units[1:] if page.texts[other] != page.texts[unit]]

    return Field(page.texts[unit], page.texts[unit], page.span(unit), "line labelled headline", passed_over)
