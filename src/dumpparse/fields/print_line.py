"""The print line, "Published in Dawn, EOS, March 3rd, 2018", and the publication."""

import re

from ..article import Field, Print
from ..page import Page

_OPENING = re.compile(r"(?i)(?:originally |first )?published in ")
_COPYRIGHT = re.compile(r"(?i)(?:copyright )?\s*(?:\(c\) )?©\s?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?P<name>.+?)(?:\.|,| all rights.*)?$")


def read(page: Page) -> Field | None:
    """The first line labelled print line: publication, supplement, date."""
    for unit in page.units("print_line"):
        text, stamps = page.texts[unit], page.looks[unit].stamps
        opening = _OPENING.match(text)
        if opening and stamps:
            names = text[opening.end() : stamps[-1].start].strip(" ,")
            publication, _, supplement = names.partition(", ")
            value = Print(publication, supplement.strip() or None, stamps[-1].iso, text)
            return Field(value, text, page.span(unit), "print line")
    return None


def publication(page: Page, printed: Field | None) -> Field | None:
    """The paper or site: the print line's, else that of a line which names the site."""
    if printed:
        name = printed.value.publication
        start = printed.span[0] + printed.text.index(name)
        return Field(name, name, (start, start + len(name)), "print line")
    sites = page.profile.sites
    if not sites:
        return None
    for unit, text in enumerate(page.texts):
        if len(text) > 100:
            continue
        folded = text.casefold()
        name = sites.get(folded)
        if name:
            return Field(name, text, page.span(unit), "site line")
        if "©" in text and (match := _COPYRIGHT.match(text)) and match["name"] in sites.values():
            return Field(match["name"], text, page.span(unit), "copyright line")
    return None
