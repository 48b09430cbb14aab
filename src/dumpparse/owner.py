"""Whose a page is, by the lines that say who has the copyright."""

from typing import TYPE_CHECKING

from .datelines import is_agency
from .regexes import regex

if TYPE_CHECKING:
    from .page import Page

_LONGEST = 160  # code points of a line
_FOOT = 12  # lines at the end of a page, where a © without a year is the owner's and no picture's
_SIGNS = ("©", "ⓒ", "opyright", "OPYRIGHT", "(c)", "(C)")


def find(page: "Page") -> tuple[int, str] | None:
    """The unit that says who has the copyright, and who: the last below the article, else above; one with a year, and of a foot, before others.

    Pictures have owners of their own, and what an agency wrote has another on a paper's page: an agency only where nobody else is named.
    """
    source = page.dump.plain
    if not any(map(source.__contains__, _SIGNS)):
        return None
    end = page.article[-1] if page.article else -1
    has_year = regex(page.profile.copyright["year"]).search
    found = []
    for unit, text in enumerate(page.texts):
        if len(text) > _LONGEST or not any(map(text.__contains__, _SIGNS)):
            continue
        dated, footer = has_year(text) is not None, "footer" in page.cues[unit]
        foot = unit > end and (dated or len(page.texts) - unit <= _FOOT) and "caption_credit" not in page.cues[unit]
        if (footer or foot) and (name := _name(page, text)):
            agency = "." not in name and is_agency(name, page.profile, within=True)
            if not agency or (dated and footer):
                found.append((not agency, unit > end, dated and footer, dated, unit, name))
    return max(found)[4:] if found else None


def _name(page: "Page", text: str) -> str | None:
    """Who a line says has the copyright; None where it says so of nobody or of a word of page furniture."""
    words, phrases = page.profile.copyright, page.profile.phrases
    is_rights = regex(words["rights"]).match
    sign = regex(words["sign"]).search(text)
    if not sign:
        return None
    # What stands before the sign may be an entry of the menu.
    for key, at, never in (("owner", sign.start(), ()), ("signed", 0, phrases)):
        pattern = words[key].replace("RIGHTS", words["rights"].removeprefix("(?i)")).replace("YEAR", words["year"])
        match = regex(pattern).match(text, at)
        name = regex(words["legal"]).sub("", match["name"].strip(" -")) if match else ""
        if name and not name[0].islower() and not is_rights(name) and name.lower() not in never:
            return name
    return None
