"""A byline as printed and its parts, and the byline that names nobody but a desk or an agency."""

from .. import bylines, organisations
from ..article import Field
from ..byline_words import byline_words
from ..cues import byline_after, byline_before
from ..datelines import is_agency
from ..page import Page
from ..regexes import regex
from ..rules import places

_LINE = 60  # code points of a desk's line
CREDITED = 4  # lines below the article in which a credit stands
_SIGNED = 4  # letters of what somebody is signed with
Byline = tuple[int, Field]


def find(page: Page, headline: int | None, published: int | None) -> Byline | None:
    """A line by the headline or the date that is nothing but a desk, an agency or a body, led in or dated."""
    profile = page.profile
    anchors = [anchor for anchor in (headline, published) if anchor is not None]
    for unit in sorted({unit for anchor in anchors for unit in range(max(0, anchor - 2), min(len(page.texts), anchor + 6))}):
        printed = as_printed(page, unit)
        if not printed or len(printed) > _LINE or page.looks[unit].dateline or unit > next(iter(page.article), unit):
            continue
        names = [piece for part in parts(page, printed) for name in regex(profile.byline["agencies"]).split(part) if (piece := name.strip())]
        known = [name for name in names if name.lower() in profile.desks or agency_of(page, name)]
        led = len(names) > 1 or names[:1] != [printed] or page.looks[unit].stamps or agency_of(page, printed) not in (None, printed)
        if _is_body(page, unit, printed, headline):
            return unit, page.field(unit, "office or firm by the headline", printed)
        led_by = page.profile.without_prefix(printed) != printed or bylines.opens_paper(printed)
        if known and led and ((led_by and _with(printed)) or all(_says_no_more(page, name) for name in names if name not in known)):
            return unit, page.field(unit, "desk or agency by the headline", printed)
    return None


def _is_body(page: Page, unit: int, printed: str, headline: int | None) -> bool:
    """Whether a line names an office or a firm and nothing else, led in, dated, or with a date beside it below the headline."""
    bare = page.profile.without_prefix(printed)
    if not organisations.is_body(bare.replace(",", "")) or bylines.says_other(printed):
        return False
    if bare != printed or page.looks[unit].stamps or (unit and bylines.leads_in(page.texts[unit - 1])):
        return True
    beside = [other for other in (unit - 1, unit + 1) if 0 <= other < len(page.texts)]
    return headline is not None and unit > headline and any(page.looks[other].stamps for other in beside)


def agency_of(page: Page, name: str) -> str | None:
    """The agency that a part of a byline names, without the words beside it that say no more: "Agencia AFP", "Reuters Staff"."""
    if is_agency(name, page.profile):
        return name
    bare = regex(page.profile.byline["whose"]).sub("", name).strip()
    return bare if bare and bare != name and is_agency(bare, page.profile) else None


def _says_no_more(page: Page, name: str) -> bool:
    """Whether what stands beside an agency in a byline is a place, the paper, or what somebody is signed with: "red/dpa", "ATS/jfe"."""
    return name.upper() in places() or page.is_own(name) or (name.isalpha() and len(name) <= _SIGNED and (name.islower() or name.isupper()))


_last_part = regex(r"(?:\s*[|,•·–—]|\s-)\s*(?P<said>[^|,•·–—]*)$").search
_with = regex(r"(?i).*\s(?:avec|mit|met|com|con|with)\s").match  # "Le Monde avec AFP"


def as_printed(page: Page, unit: int) -> str | None:
    """The text of a byline's line without the dates and the buttons on it; None where that is the whole line."""
    text, stamps = page.texts[unit], page.looks[unit].stamps
    printed = text
    if stamps:
        printed = byline_before(text, stamps)
        if page.profile.dates.is_filler(printed):  # nothing, or a weekday
            printed = byline_after(text, stamps)
        while (last := _last_part(printed)) and page.profile.dates.is_filler(last["said"]):
            printed = printed[: last.start()]  # a weekday that stood before the date
        if ")" not in printed:
            printed = printed.removeprefix("(")  # the date stood in the brackets too
    printed = regex(page.profile.byline["behind"]).sub("", printed).rstrip(" ,")
    before, _, word = printed.rpartition(" ")
    return (before.rstrip(" ,") if word in byline_words().joins else printed) or None  # the next of a list stands on the line below


def parts(page: Page, byline: str) -> list[str]:
    """What stands between the signs of a byline, without its "By"."""
    rest = page.profile.without_prefix(byline)
    rest = rest if rest != byline else bylines.without_lead(byline)
    return [part.strip(" \t\xa0*") for part in regex(page.profile.byline["between"]).split(rest)]
