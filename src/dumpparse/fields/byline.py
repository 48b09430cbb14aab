"""The byline, the people in it, and the agency."""

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ..article import Field
from ..cues import byline_after, byline_before
from ..names import is_name
from ..page import Page
from ..rules import places

if TYPE_CHECKING:
    from ..evidence import Rejected

_ELSEWHERE = ("tail.credit", "after.byline")

Byline = tuple[int, Field]


def read(page: Page) -> Byline | None:
    """The unit and the byline in it as printed; a date after it on its line is left out."""
    units = page.units("byline")
    for unit in units:
        if page.state(unit) in _ELSEWHERE:
            continue
        text, stamps = page.texts[unit], page.looks[unit].stamps
        text = (byline_before(text, stamps) or byline_after(text, stamps)) if stamps else text
        if text:
            return unit, page.field(unit, "line labelled byline", text, passed_over=partial(_rejected, page, units, unit))
    return None


def _rejected(page: Page, units: list[int], chosen: int) -> "Iterator[Rejected]":
    for unit in units:
        if unit != chosen:
            yield page.rejected(unit, "below the article" if page.state(unit) in _ELSEWHERE else "another byline stands before it")


def authors(page: Page, byline: Byline | None) -> list[Field]:
    """The people in a byline: names only. A part that is a desk, an agency or a role, or no name by its shape, is left out."""
    if not byline:
        return []
    parts = _parts(page, byline[1].text)
    if len(parts) == 1 and page.profile.is_role(parts[0]):
        return []
    profile = page.profile
    names = [name for name in parts if is_name(name) and not profile.is_role(name) and name.upper() not in places()]
    return [page.field(byline[0], "name in the byline", name) for name in names]


def agency(page: Page, byline: Byline | None, dateline: Field) -> Field | None:
    """The news agency that the dateline names, else the byline, else a text credit."""
    if dateline.value and dateline.value.agency:
        name = dateline.value.agency
        unit = page.units("body", "subhead")[0]
        return page.field(unit, "agency in the dateline", name)
    if byline:
        for name in _parts(page, byline[1].text):
            if name.lower() in page.profile.agencies:
                return page.field(byline[0], "agency in the byline", name)
    for unit in page.units("tail.credit"):
        if match := re.match(page.profile.byline["inputs"], page.texts[unit]):
            return page.field(unit, "text credit", match["agency"])
    return None


def _parts(page: Page, byline: str) -> list[str]:
    rest = page.profile.without_prefix(byline)
    return [part.strip(" \t\xa0*") for part in re.split(page.profile.byline["between"], rest)]
