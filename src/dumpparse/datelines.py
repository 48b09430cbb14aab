"""Read the dateline at the beginning of a paragraph: place, day, agency, mark.

Form first, knowledge second: the shape must be a dateline's, and then a known place, an agency or a day makes it sure.
Capitals and a mark alone ("ZARGAT: …") are a guess that the rest of the page confirms or not.
"""

import re
from typing import NamedTuple

from .profile import Profile
from .rules import places

# How much of a line can hold a dateline, in code points: the longest seen has 86.
REACH = 130

_S = r"[ \xa0]{1,2}"
_CAPITALISED = r"(?>[^\W\d_a-zß-öø-ÿа-яё][^\W\d_]*(?:\.[^\W\d_]+)*(?:[’'‘\-][^\W\d_]+)*)\.?"
_PLACE = rf"{_CAPITALISED}(?:{_S}(?:{_CAPITALISED}|de|of|es|el|am|an|la|i|do|upon|sur|della)){{0,3}}(?:{_S}\[[^\W\d_]+\])?"
_MONTH_DAY = rf"(?P<month1>[^\W\d_]{{3,10}}\.?){_S}(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?"
_DAY_MONTH = rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.?{_S}(?:de{_S})?(?P<month2>[^\W\d_]{{3,10}}\.?)"
_FORM = re.compile(
    rf"(?:\((?P<agency0>[^()]{{2,30}})\)\s?[-–—]\s?)?"
    rf"(?P<places>{_PLACE}(?:(?:\s?/\s?|{_S}&{_S}|{_S}and{_S}|{_S}AND{_S}|,{_S}){_PLACE}){{0,4}}?)"
    rf"(?:,?{_S}\(?(?:{_MONTH_DAY}|{_DAY_MONTH})(?:,?{_S}(?P<year>(?:19|20)\d\d))?\)?\.?)?"
    r",?(?:\s?\((?P<agency1>[^()]{2,60})\)|\s/(?P<agency2>[^/()]{2,30})/)?"
    r"(?P<mark>\s?:|\s?\.?\s?--|\s?\.[-–—]|\s?[–—]|\s-(?=\s|$)|-(?=\s)|\.(?=\s+[^\W\d_a-z]|$)|(?<=\)))"
    r"(?P<after>\s*)"
)
# A dateline has one of these before its prose begins, or is in capitals with a full stop; most paragraphs have neither.
_has_mark = re.compile(r"[:–—)/.-](?:(?<=[:–—)/])|(?<=-)(?:[\s-]|$)|(?<=\.)-)").search
_SEPARATOR = re.compile(r"\s?/\s?|\s&\s|\s(?:and|AND)\s")


class Found(NamedTuple):
    """A dateline as it stands: `end` is where its mark ends in the text given, `month`, `day` and `year` what it prints.

    `sure`: a known place, agency or day speaks for it; otherwise its form alone does.
    """

    end: int
    text: str
    places: tuple[str, ...]
    month: int | None
    day: int | None
    year: int | None
    agency: str | None
    sure: bool


def find(text: str, profile: Profile) -> Found | None:
    """The dateline that `text` begins with, or None."""
    # A place in capitals may be a long one; in other words a dateline's mark comes soon.
    if not (_has_mark(text, 0, REACH if text[1:2].isupper() else 60) or (text[:2].isupper() and ". " in text[:40])):
        return None
    match = _FORM.match(text, 0, REACH)
    if not match:
        return None
    after = text[match.end() : match.end() + 1]
    mark, agency = match["mark"].strip(), _agency(match)
    month = profile.dates.month(match["month1"] or match["month2"]) if match["month1"] or match["month2"] else None
    if (match["month1"] or match["month2"]) and not month:
        return None
    cities, named = [], match["places"]
    region, _, last = named.rpartition(", ")
    if region and last.lower() in profile.agencies:  # "JAKARTA, KOMPAS.com -"
        agency, named = last, region
    cities = _SEPARATOR.split(named)
    known = [city.partition(",")[0].upper().replace("'", "’").rstrip(".") in places() for city in cities]
    if agency and (stamps := profile.dates.find(agency)):  # "(UrduPoint / Pakistan Point News - 31st Jul, 2024)"
        iso = stamps[0].iso
        agency = agency[: stamps[0].labelled_from].strip(" -–—,/")
        if iso and not month:
            return _found(match, cities, (int(iso[5:7]), int(iso[8:10]), int(iso[:4])), agency, True)
    capitals = all(_in_capitals(city.partition(",")[0]) for city in cities)
    agency_known = agency is not None and any(part.strip().lower() in profile.agencies for part in re.split(r"[/,]", agency))
    # "LAHORE AND CANDLES" is a topic; with another sign between, one known city vouches for the other.
    sure = all(known) or (any(known) and " AND " not in named) or agency_known or bool(month and mark != ".") or bool(agency and capitals)
    if agency and not (agency_known or capitals or all(known)):
        return None  # "Smith (D-Ohio) —"
    if not sure and (not capitals or not mark or any(known) or _is_label(cities, profile)):
        return None
    if not (agency_known or month) and after and (after.islower() or after == mark):
        return None  # "NEW YORK — the city that never sleeps"
    if not mark and not (agency_known or (agency and capitals)):
        return None
    if mark == "." and not sure and (not capitals or len(named) < 5):
        return None
    day = match["day1"] or match["day2"]
    return _found(match, cities, (month, int(day) if day and month else None, int(match["year"]) if match["year"] else None), agency, sure)


def _agency(match: re.Match) -> str | None:
    return (match["agency0"] or match["agency1"] or match["agency2"] or "").strip() or None


def _found(match: re.Match, cities: list[str], when: tuple[int | None, int | None, int | None], agency: str | None, sure: bool) -> Found:
    end = match.end() - len(match["after"])
    month, day, year = when
    return Found(end, match[0][: end - match.start()], tuple(cities), month, day, year, agency, sure)


def _in_capitals(place: str) -> bool:
    letters = [c for c in place if c.isalpha()]
    return len(letters) > 1 and place == place.upper()


def _is_label(cities: list[str], profile: Profile) -> bool:
    """Capitals that announce something and name no place: "WATCH:"."""
    return any("label" in profile.phrases.get(form, ()) for city in cities for form in (city.lower(), city.lower().split(" ")[0]))
