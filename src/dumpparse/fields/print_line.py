"""The print line, "Published in Dawn, EOS, March 3rd, 2018"."""

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
