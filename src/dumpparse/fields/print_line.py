"""The print line, "Published in Dawn, EOS, March 3rd, 2018", and the publication."""

from ..article import Field, Print
from ..page import Page
from ..regexes import regex


def read(page: Page) -> tuple[int, Field] | None:
    """The first line labelled print line, and its unit: publication, supplement, date."""
    for unit in page.units("print_line"):
        text, stamps = page.texts[unit], page.looks[unit].stamps
        opening = regex(page.profile.print_line["opening"]).match(text)
        if opening and stamps:
            names = text[opening.end() : stamps[-1].start].strip().strip(",").strip()
            publication, _, supplement = names.partition(", ")
            return unit, page.field(unit, "print line", value=Print(publication.strip(), supplement.strip() or None, stamps[-1].iso, text))
    return None


def publication(page: Page, printed: tuple[int, Field] | None) -> Field | None:
    """The paper or site: the print line's, else that of a line which names the site."""
    if printed:
        unit, line = printed
        return page.field(unit, "print line", line.value.publication)
    sites = page.profile.sites
    if not sites and "©" not in page.dump.source:
        return None
    owner = None
    for unit, text in enumerate(page.texts):
        if len(text) > 160:
            continue
        if sites and (name := sites.get(text.lower())):
            return page.field(unit, "site line", value=name)
        if "©" in text and not owner and (match := regex(page.profile.print_line["copyright"]).match(text)) and match["name"][0].isupper():
            owner = page.field(unit, "copyright line", match["name"])
    return owner
