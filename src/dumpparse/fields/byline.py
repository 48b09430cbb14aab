"""The byline, the people in it, and the agency."""

import re

from ..article import Field
from ..cues import byline_before
from ..names import is_name
from ..page import Page

_PREFIX = re.compile(r"(?:(?i:written |reported |story |words |text |compiled |posted |published )?(?:[Bb]y|BY)|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR)\b ?:? ?")
_BETWEEN = re.compile(r",| and | und | et | y | e |&|/|;|\|| with ")
_INPUTS = re.compile(r"(?i)\(?with (?:agency )?inputs from (?P<agency>.+?)[).]*$")


def read(page: Page) -> Field | None:
    """The byline as printed; a date after it on its line is left out."""
    best = None
    for unit in page.units("byline"):
        if page.names[unit] == "tail.credit" or page.names[unit] == "after.byline":
            continue
        look = page.looks[unit]
        text = byline_before(page.texts[unit], look.stamps) if look.stamps else page.texts[unit]
        if text and best is None:
            best = (unit, text)
    if best is None:
        return None
    unit, text = best
    others = [other for other in page.units("byline") if other != unit]

    def passed_over():
        return [page.rejected(other, "further from the headline" if page.names[other][:4] in ("head", "lead") else "below the article") for other in others]

    return Field(text, text, page.span(unit, text), "line labelled byline", passed_over)


def authors(page: Page, byline: Field | None) -> list[Field]:
    """The people in a byline: names only. A part that is a desk or an agency, or no name by its shape, is left out."""
    if not byline or _is_desk(page, byline.text):
        return []
    rest = byline.text[match.end() :] if (match := _PREFIX.match(byline.text)) else byline.text
    found, at = [], byline.span[0] + len(byline.text) - len(rest)
    for part in _BETWEEN.split(rest):
        name = part.strip(" \t\xa0.*")
        if is_name(part.strip(" \t\xa0*")) and not _is_desk(page, name):
            name = part.strip(" \t\xa0*")
            start = at + rest.index(name)
            found.append(Field(name, name, (start, start + len(name)), "name in the byline"))
    return found


def agency(page: Page, byline: Field | None, dateline: Field | None) -> Field | None:
    """The news agency that the dateline names, else the byline, else a text credit."""
    if dateline and dateline.value.agency:
        name = dateline.value.agency
        start = dateline.span[0] + dateline.text.index(name)
        return Field(name, name, (start, start + len(name)), "agency in the dateline")
    if byline:
        rest = byline.text[match.end() :] if (match := _PREFIX.match(byline.text)) else byline.text
        for part in _BETWEEN.split(rest):
            name = part.strip()
            if name.casefold() in page.profile.agencies:
                start = byline.span[0] + byline.text.index(name)
                return Field(name, name, (start, start + len(name)), "agency in the byline")
    for unit in page.units("tail.credit"):
        if match := _INPUTS.match(page.texts[unit]):
            name = match["agency"]
            return Field(name, name, page.span(unit, name), "text credit")
    return None


def _is_desk(page: Page, text: str) -> bool:
    rest = text[match.end() :] if (match := _PREFIX.match(text)) else text
    folded = rest.casefold().strip()
    return folded in page.profile.desks or folded in page.profile.agencies
