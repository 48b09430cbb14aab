"""The article's dateline, from the line that opens the body, or one near it."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..article import Dateline, Field
from ..datelines import Found
from ..page import Page
from ..regexes import regex

if TYPE_CHECKING:
    from ..evidence import Rejected


_NEAR = 3  # lines
_DASHES = "—–-"


def read(page: Page, printed: Field | None, published: Field | None, warnings: list[str]) -> Field:
    """The dateline that the first line of the body begins with.

    A summary above it, or one of the next few lines, must begin with a surer one: what stands at the top may be no body after all.
    None where letters are signed in the body: those are a digest's topics. One that only its form speaks for is taken if no
    other paragraph opens alike, and if the page nowhere has its words in lower case, as it would a common noun.
    """
    body = page.units("body", "subhead")
    near = [*body[:1], *page.units("standfirst"), *body[1:_NEAR]]
    first = body[0] if body else None
    dated = ((unit, dateline) for unit in near if (dateline := page.looks[unit].dateline))
    opening, found = next((one for one in dated if one[0] == first or _stands_elsewhere(page, *one)), (0, None))
    if not found or not _is_confirmed(page, body, found):
        return page.nothing("no dateline opens the body", lambda: _rejected(page, None))
    issue = (printed and printed.value.date) or (published and published.value)
    date = _date(found, issue)
    if found.day and not date:
        warnings.append("dateline-year-unknown")
    value = Dateline(found.text, list(found.places), date, found.agency)
    rule = "place known to head datelines, or an agency or a day with it" if found.sure else "capitals and a mark, at the start of the body alone"
    return page.field(opening, rule, found.text, value, lambda: _rejected(page, opening))


def _stands_elsewhere(page: Page, unit: int, found: Found) -> bool:
    """Whether a dateline is one though its line does not open the body: sure of its place, and more below the first than above.

    One that only its form speaks for is where it opens the second paragraph, in capitals and with a dash: below a standfirst or a caption.
    """
    if not found.sure:
        return unit in page.article[1:2] and found.text[-1] in _DASHES and found.text.rstrip(f"{_DASHES} ").isupper()
    above = page.labels[unit] == "standfirst" and not found.text.endswith(":")
    return above or found.agency is not None or found.day is not None or found.text[:2].isupper()


def _is_confirmed(page: Page, body: list[int], found: Found) -> bool:
    if found.agency or found.day:
        return True
    if body and any("signature" in page.cues[unit] for unit in range(body[0] + 1, body[-1] + 1)):
        return False
    if found.sure:
        # "Paris: I think so." is somebody who is interviewed.
        return not (found.text[1:2].islower() and found.text.endswith(":") and any(_speaks(page.texts[unit]) for unit in body[1:]))
    # "MAXIMUS: Would I?" beside "QUINTUS: …" is a play.
    near = range(max(0, body[0] - _NEAR), min(len(page.texts), body[0] + _NEAR)) if body else ()
    if any((other := page.looks[unit].dateline) and other is not found and not other.sure for unit in {*near, *body}):
        return False
    said = " ".join(found.places).lower()
    if said in page.profile.phrases or any(len(text) - len(said) in range(3) and text.lower().endswith(said) for text in page.texts):
        return False  # a kicker, an entry of the menu
    # Of a place of several words the short ones are "del", "an der", "sur".
    words = set(regex(r"\w{4,}").findall(said) or regex(r"\w{3,}").findall(said))
    return not any(words.intersection(regex(r"\w{3,}").findall(page.texts[unit])) for unit in body)


_speaks = regex(r"[^\W\d_]+(?: [^\W\d_]+)?:\s").match


def _date(found: Found, issue: str | None) -> str | None:
    """The day the dateline names, in the year that puts it at or before the issue."""
    if not (found.day and found.month):
        return None
    if found.year:
        years = [found.year]
    elif issue:
        latest = datetime.date.fromisoformat(issue[:10])
        years = [latest.year, latest.year - 1, latest.year - 2, latest.year - 3, latest.year - 4]
    else:
        return None
    for year in years:
        try:
            day = datetime.date(year, found.month, found.day)
        except ValueError:  # 29 February of a common year
            continue
        if found.year or day <= latest:
            return day.isoformat()
    return None


def _rejected(page: Page, chosen: int | None) -> "Iterator[Rejected]":
    for unit, look in enumerate(page.looks):
        if look.dateline and unit != chosen:
            if page.labels[unit] not in ("body", "subhead"):
                reason = f"the line is labelled {page.labels[unit]}"
            elif chosen is None and not look.dateline.sure:
                reason = "capitals and a mark are all it has, and the page has more of them, or its words in lower case"
            else:
                reason = "not at the start of the body"
            yield page.rejected(unit, reason, look.dateline.text)
