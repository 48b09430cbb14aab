"""The byline, the people in it, and the agency."""

import re
from collections.abc import Iterator

from ..article import Field, Rejected
from ..cues import byline_before
from ..names import is_name
from ..page import Page

_PREFIX = re.compile(r"(?:(?i:written |reported |story |words |text |compiled |posted |published )?(?:[Bb]y|BY)|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR)\b ?:? ?")
_BETWEEN = re.compile(r",| and | und | et | y | e |&|/|;|\|| with ")
_INPUTS = re.compile(r"(?i)\(?with (?:agency )?inputs from (?P<agency>.+?)[).]*$")
_ELSEWHERE = ("tail.credit", "after.byline")

Byline = tuple[int, Field]


def read(page: Page) -> Byline | None:
    """The unit and the byline in it as printed; a date after it on its line is left out."""
    units = page.units("byline")
    for unit in units:
        if page.state(unit) in _ELSEWHERE:
            continue
        text, stamps = page.texts[unit], page.looks[unit].stamps
        text = byline_before(text, stamps) if stamps else text
        if text:
            return unit, page.field(unit, "line labelled byline", text, passed_over=lambda: _rejected(page, units, unit))
    return None


def _rejected(page: Page, units: list[int], chosen: int) -> Iterator[Rejected]:
    for unit in units:
        if unit != chosen:
            yield page.rejected(unit, "below the article" if page.state(unit) in _ELSEWHERE else "another byline stands before it")


def authors(page: Page, byline: Byline | None) -> list[Field]:
    """The people in a byline: names only. A part that is a desk or an agency, or no name by its shape, is left out."""
    if not byline:
        return []
    parts = _parts(byline[1].text)
    if len(parts) == 1 and _is_desk(page, parts[0]):
        return []
    return [page.field(byline[0], "name in the byline", name) for name in parts if is_name(name) and not _is_desk(page, name)]


def agency(page: Page, byline: Byline | None, dateline: Field | None) -> Field | None:
    """The news agency that the dateline names, else the byline, else a text credit."""
    if dateline and dateline.value.agency:
        name = dateline.value.agency
        unit = page.units("body", "subhead")[0]
        return page.field(unit, "agency in the dateline", name)
    if byline:
        for name in _parts(byline[1].text):
            if name.lower() in page.profile.agencies:
                return page.field(byline[0], "agency in the byline", name)
    for unit in page.units("tail.credit"):
        if match := _INPUTS.match(page.texts[unit]):
            return page.field(unit, "text credit", match["agency"])
    return None


def _parts(byline: str) -> list[str]:
    prefix = _PREFIX.match(byline)
    return [part.strip(" \t\xa0*") for part in _BETWEEN.split(byline[prefix.end() :] if prefix else byline)]


def _is_desk(page: Page, text: str) -> bool:
    folded = text.lower()
    return folded in page.profile.desks or folded in page.profile.agencies
