"""Whose a page is, by the lines that say who has the copyright."""

from typing import TYPE_CHECKING

from .datelines import is_agency
from .regexes import regex

if TYPE_CHECKING:
    from .page import Page

_LONGEST = 160  # code points of a line
_FOOT = 12  # lines at the end of a page, where a © without a year is the owner's and no picture's
_SIGNS = ("©", "ⓒ", "opyright", "OPYRIGHT", "(c)", "(C)")
_year = regex(r"(?:19|20)\d\d").search


def find(page: "Page") -> tuple[int, str] | None:
    """Who has the copyright, and the unit that says so: the last below the article, else one above; one with a year before one without.

    Pictures have owners of their own.
    """
    source = page.dump.source
    if not any(map(source.__contains__, _SIGNS)):
        return None
    size, end = len(page.texts), page.article[-1] if page.article else -1
    owner = None
    for unit in (*range(size - 1, end, -1), *range(end, -1, -1)):
        text = page.texts[unit]
        if len(text) > _LONGEST or not any(map(text.__contains__, _SIGNS)):
            continue
        dated = _year(text) is not None
        foot = "footer" in page.cues[unit] or (unit > end and (dated or size - unit <= _FOOT) and "caption_credit" not in page.cues[unit])
        name = _name(page, text, dated) if foot and (dated or not owner) else None
        if name:
            owner = unit, name
            if dated:
                break
    return owner


def _name(page: "Page", text: str, dated: bool) -> str | None:
    """Who a line says has the copyright; None where it says so of nobody or, without a year, of an agency."""
    words = page.profile.copyright
    sign = regex(words["sign"]).search(text)
    if not sign:
        return None
    for match in (regex(words["owner"]).match(text, sign.start()), regex(words["signed"]).match(text)):
        name = match["name"].strip(" -") if match else ""
        if name and not name[0].islower() and not regex(words["rights"]).match(name):
            return name if dated or not is_agency(name, page.profile, within=True) else None
    return None
