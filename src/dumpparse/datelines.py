"""Read the dateline at the beginning of a paragraph: place, day, agency, mark.

Form first, knowledge second: the shape must be a dateline's, and then a known place, an agency or a day makes it sure.
Capitals and a mark alone ("ZARGAT: …") are a guess that the rest of the page confirms or not.
"""

import re
from functools import cache
from typing import NamedTuple

from . import rules
from .names import is_name
from .profile import Profile
from .regexes import regex

# How much of a line can hold a dateline, in code points: the longest seen has 86.
REACH = 130
_ABBREVIATED = 5  # letters up to which a region's name may be cut short
_SOON = 60  # of a line that does not begin in capitals

_S = r"[ \xa0]{1,2}"
_L = r"[^\W\d_]"
# The vowel signs of Indian scripts are no letters to re.
_CAPITALISED = rf"(?>[^\W\d_a-zß-öø-ÿа-яё](?:{_L}|[\u0900-\u0dff])*+(?:\.{_L}+)*(?:[’'‘\-]{_L}+)*)\.?"
_SMALL = "de|of|es|el|am|an|la|i|do|upon|sur|della|del|di|da|dos|der|den|im|ob|bei|en|les|aan"
# Such as "Bandipora (Jammu and Kashmir) [India]"
_REGION = rf"(?:{_S}\({_CAPITALISED}(?:{_S}(?:(?:and|&){_S})?{_CAPITALISED}){{0,3}}\)(?={_S}\[|/))?(?:{_S}\[{_L}+\])?"
_PLACE = rf"{_CAPITALISED}(?:{_S}(?:(?:{_SMALL}){_S}){{0,2}}{_CAPITALISED}){{0,4}}{_REGION}"
_WEEKDAY = (
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)"
)
_MONTH_DAY = rf"(?P<month1>{_L}{{3,10}}\.?){_S}(?P<day1>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?"
_DAY_MONTH = rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.?{_S}(?:de{_S})?(?P<month2>{_L}{{3,10}}\.?)"
_WHEN = rf"(?:{_MONTH_DAY}|{_DAY_MONTH}|(?P<numbers>\d{{1,2}}\.\d{{1,2}}\.(?:20)?\d\d)|(?P<month3>{_L}{{3,10}})(?={_S}(?:19|20)\d\d\b))"
_OF_YEAR = rf"(?:,?{_S}(?:del?{_S})?(?P<year>(?:19|20)\d\d)(?:{_S}(?:года|г\.|року|р\.|r\.|roku))?)?"
_FORM = regex(
    rf"(?:\((?P<agency0>[^()]{{2,30}})\)\s?[-–—]\s?)?"
    rf"(?:(?P<day0>\d{{1,2}}){_S}(?P<month0>{_L}{{3,10}}),{_S})?"
    rf"(?P<places>{_PLACE}(?:(?:\s?/\s?|{_S}&{_S}|{_S}and{_S}|{_S}AND{_S}|,{_S}|،{_S}){_PLACE}){{0,4}}?)"
    rf"(?:(?P<sign>[,.،]|{_S}[-–])?{_S}(?:{_WEEKDAY},?{_S})?(?:le{_S})?\(?{_WHEN}{_OF_YEAR}\)?\.?|,{_S}(?:\d{{1,2}}|{_WEEKDAY})(?={_S}\())?"
    rf",?(?:\s?(?:--)?\((?P<agency1>[^()]{{2,60}})\)|\s?/(?P<agency2>[^/()]{{2,30}})/(?!\w)|{_S}(?P<agency3>[a-z]{{2,5}}(?:[/-][a-z]{{2,5}})*)(?=\s\|))?"
    r"(?P<mark>\s?[:：]|\s?\.?\s?--|\s?\.[-–—]|\s{0,6}[–—]|\s{1,6}-(?=\s|$)|-(?=\s)|\s·(?=\s)|।|\.(?=\s+[^\W\d_a-z]|$)"
    r"|(?(agency3)\s\||(?!))|(?(day1),|(?(day2),|(?!)))|(?<=[)/])|(?(year)(?=\s*$)|(?!)))"
    r"(?P<after>\s*)"
)
# As a dash, a hyphen has white space, another or nothing behind it, or a full stop before it.
_has_dash = regex(r"-(?:[\s-]|$|(?<=\.-))").search
_SEPARATOR = regex(r"\s?/\s?|\s&\s|\s(?:and|AND)\s")
_COMMA = regex(r"[,،][ \xa0]{1,2}")
# An agency without brackets, behind the day or the first mark: "МОСКВА, 29 июня - РИА Новости.", "Accra, May 3, GNA –"
_behind = regex(rf"[ \xa0]?(?P<agency>{_L}[\w.]*(?:[ \xa0]{_L}[\w.]*){{0,2}}?)(?P<mark>\s?--|\s?[-–—:.|]+(?=\s|$)|\s*$)").match
_ACRONYM = 5  # code points of an agency's name in capitals
_SITE = 28  # code points within which a site stands before the place
_DOMAINS = r"com|net|id|co|co\.id|news|tv"
_site_before = regex(rf"(?P<name>[A-Z]\w{{2,19}}\.(?:{_DOMAINS})), (?=[A-Z])").match
_is_site = regex(rf"\w{{3,20}}\.(?:{_DOMAINS}|ru|org)").fullmatch
_EASTERN = "[【［（(〔<"


class Found(NamedTuple):
    """A dateline as it stands: `end` is where its mark ends in the text given, `month`, `day` and `year` what it prints.

    `sure`: a known place, agency or day speaks for it; otherwise its form alone does. `writer`: who signs it, as in East Asia.
    """

    end: int
    text: str
    places: tuple[str, ...]
    month: int | None
    day: int | None
    year: int | None
    agency: str | None
    sure: bool
    writer: str | None = None


class Words:
    """The words of rules/datelines.toml."""

    def __init__(self) -> None:
        words = rules.table("datelines")
        self.regions, self.agencies, self.east, self.not_east = (
            frozenset(rules.phrases(words[key])) for key in ("regions", "agencies", "east", "not_east")
        )
        self.sent: tuple[str, ...] = tuple(rules.phrases(words["sent"]))


words = cache(Words)


def find(text: str, profile: Profile) -> Found | None:
    """The dateline that `text` begins with, or None."""
    if not text.isascii() and (text[:1] in _EASTERN or "日电" in text[:40] or "日電" in text[:40]):
        from . import eastern

        if found := eastern.find(text[:REACH]):
            return found
    if ", " in text[:_SITE] and "." in text[:_SITE] and (site := _site_before(text)):  # "Liputan6.com, Jakarta -"
        rest = text[site.end() :]
        found = None if _site_before(rest) else find(rest, profile)
        return found and found._replace(end=found.end + site.end(), text=text[: site.end()] + found.text, agency=found.agency or site["name"])
    # A place in capitals may be a long one; in other words a dateline's mark comes soon.
    capitals = text[1:2].isupper()
    if not _has_mark(text[: REACH if capitals else _SOON]) and not _may_do_without(text, capitals):
        return None
    start = 0
    if capitals and text.startswith("DA") and (sent := next(filter(text.startswith, words().sent), None)):
        start = len(sent) + (3 if text[len(sent) :].startswith(" A ") else text[len(sent) : len(sent) + 1].isspace())
    match = _FORM.match(text, start, REACH)
    return _read(match, text, profile) if match else None


def _has_mark(text: str) -> bool:
    """Whether there is what a dateline has before its prose begins, if not a full stop after a place; most paragraphs have neither.

    Asked of nearly every line: looking for one sign after the other is faster than a pattern is.
    """
    if ":" in text or ")" in text or "/" in text or "|" in text or ("-" in text and _has_dash(text)):
        return True
    return not text.isascii() and ("–" in text or "—" in text or "·" in text or "：" in text or "।" in text)


def _may_do_without(text: str, capitals: bool) -> bool:
    """Whether a line may begin with a dateline that has no mark but a full stop, or none on a line of its own."""
    short = len(text) <= _SOON
    if short and text[-4:].isdigit():
        return "," in text
    stop = text.find(". ", 2, 40) if not short or text[-1] != "." else text.find(".", 2)
    return stop > 0 and (capitals or text[:stop].upper() in rules.places())


def _read(match: re.Match[str], text: str, profile: Profile) -> Found | None:
    """What the parts of a form say together; None where that is no dateline."""
    named, mark, end = match["places"], match["mark"].strip(), match.end() - len(match["after"])
    agency = (match["agency0"] or match["agency1"] or match["agency2"] or match["agency3"] or "").strip() or None
    when = _when(match, profile)
    if when is None:
        return None
    month, day, year = when
    parts = _COMMA.split(named)
    before, _, last = named.rpartition(" ")
    if len(parts) > 1 and is_agency(parts[-1].rstrip("."), profile):  # "JAKARTA, KOMPAS.com -", "Madrid, EFE.-"
        agency, named = parts[-1].rstrip("."), named[: named.rindex(parts[-1])].rstrip(" \xa0,،")
    elif len(parts) > 1 and is_agency(parts[0], profile):  # "TEMPO.CO, Jakarta -"
        agency, named = parts[0], named[len(parts[0]) + 1 :].lstrip()
    elif ". " in named and is_agency(named.rpartition(". ")[2], profile):  # "АСТАНА. КАЗИНФОРМ –"
        named, _, agency = named.rpartition(". ")
    elif not agency and last.isupper() and is_agency(last, profile) and _is_known(before):  # "London CNN —"
        named, agency = before, last
    if is_agency(named, profile):
        return None
    if not agency and mark in (",", ".", "-", "–", "—") and (behind := _behind(text, end)) and is_agency(behind["agency"].rstrip("."), profile):
        agency, mark, end = behind["agency"].rstrip("."), behind["mark"].strip() or mark, behind.end()
    elif mark == ",":
        return None
    if match["agency1"] and _is_region(match["agency1"]) and not is_agency(match["agency1"], profile):  # "Rostow (Russland) -"
        named, agency = text[match.start("places") : match.end("agency1") + 1], None
    if agency and (stamps := profile.dates.find(agency)):  # "(UrduPoint / Pakistan Point News - 31st Jul, 2024)"
        iso = stamps[0].iso
        agency = agency[: stamps[0].labelled_from].strip(" -–—,/") or None
        if iso and not month:
            year, month, day = map(int, iso[:10].split("-"))
    bare = parts[-1].rstrip(".")
    if "," not in named or (len(bare) > _ABBREVIATED and (match["mark"] == "-" or _is_region(bare))):
        named = named.removesuffix(".")  # "Киев. 3 мая.", "Culiacán, Sinaloa.-"; of a region that is cut short it is part
    named = named.removesuffix(" في")  # Arabic "on", before the day
    sign = (match["sign"] or "").strip()
    if sign in ("-", "–") and mark == ":":
        return None  # a caption: "PARIS, FRANCE - MAY 03: A swan"
    cities = _SEPARATOR.split(named) if "(" not in named else [named]
    writer = cities.pop(0) if agency and len(cities) > 1 and _signs(cities[0]) else None
    known = [_is_known(city) for city in cities]
    capitals = all(_in_capitals(_COMMA.split(city)[0]) for city in cities)
    signed = agency is not None and is_agency(agency, profile, within=True)
    # "LAHORE AND CANDLES" is a topic; with another sign between, one known city vouches for the other.
    dated = bool(month and mark != "." and (capitals or sign == "," or match["day0"]))
    sure = all(known) or (any(known) and " AND " not in named) or signed or dated or bool(agency and capitals and _is_called(agency, named))
    after = text[match.end() : match.end() + 1]
    if not mark and not (signed or (agency and any(known)) or (year and all(known))):
        return None
    if not sure and (not capitals or not mark or any(known) or _is_label(cities, profile) or (mark == "." and len(named) < 5)):
        return None
    if agency and not (signed or capitals or all(known)):
        return None  # "Smith (D-Ohio) —"
    if not (signed or month) and after and (after.islower() or after == mark):
        return None  # "NEW YORK — the city that never sleeps"
    if not capitals and not month and not _opens_prose(cities, known, agency, text[end:]):
        return None
    return Found(end, text[:end], tuple(cities), month, day, year, agency, sure, writer)


def _signs(text: str) -> bool:
    """Whether the first part of a dateline is no city but who signs it, as in Turkey: "Ali VURAL / BURDUR, (DHA)"."""
    first, _, last = text.partition(" ")
    return first.istitle() and last.isupper() and is_name(text)


def _when(match: re.Match[str], profile: Profile) -> tuple[int | None, int | None, int | None] | None:
    """Month, day and year as they stand; None where what stands there is no month or no day of it."""
    year = int(match["year"]) if match["year"] else None
    if match["numbers"]:
        (stamp, *_) = profile.dates.find(match["numbers"]) or (None,)
        if not stamp or not stamp.iso:
            return None
        year, month, day = map(int, stamp.iso[:10].split("-"))
        return month, day, year
    word, said = match["month1"] or match["month2"] or match["month3"] or match["month0"], match["day1"] or match["day2"] or match["day0"]
    if not word:
        return None, None, year
    number = profile.dates.month(word)
    if not number or (said and not 0 < int(said) < 32):
        return None
    return number, int(said) if said else None, year


def is_agency(name: str, profile: Profile, within: bool = False) -> bool:
    """Whether an agency, a paper or its site is called so; `within`: a part between signs, or its first word, is enough."""
    folded = name.lower()
    if folded in profile.agencies or folded in words().agencies or name in words().east or _is_site(folded):
        return True
    if not within:
        return False
    parts = [part.strip() for part in regex(r"[/,|+-]").split(name)]
    return folded.partition(" ")[0] in profile.agencies or (len(parts) > 1 and any(is_agency(part, profile) for part in parts))


def agency_behind(name: str, profile: Profile) -> str:
    """The agency that stands behind somebody's full name with no sign between, as printed: "Jane Doe Associated Press"; empty if none does."""
    words = name.split()
    for size in range(2, len(words)):
        last = " ".join(words[size:])
        # "Efe" and "Ana" are names, EFE and ANA are agencies.
        if last.lower() in profile.agencies and (len(last) > _ACRONYM or (last.isupper() and not name.isupper())):
            return last
    return ""


def _is_known(city: str) -> bool:
    """Whether a place is known to head datelines, or what stands behind its comma or in brackets is a country or region."""
    name, *behind = _COMMA.split(city)
    if name.upper().replace("'", "’").replace("İ", "I").rstrip(".").replace("\xa0", " ").replace("  ", " ") in rules.places():
        return True
    if name.endswith((")", "]")):
        name, _, bracket = name[:-1].replace("[", "(").partition("(")
        behind.append(bracket)
    return any(map(_is_region, behind))


def _is_region(name: str) -> bool:
    """Whether a country, a part of one or a large city is called so; one of two letters without a full stop is in capitals."""
    bare = name.strip(".")
    return (bare.lower() in words().regions and (len(name) > 2 or name.isupper())) or bare.upper() in rules.places()


def _opens_prose(cities: list[str], known: list[bool], agency: str | None, rest: str) -> bool:
    """Whether a dateline that is not in capitals may stand where it does.

    Before prose, or alone: "Erfurt: Läufer überrascht im Endspurt" is a headline, and "Nadia Kern (AFP)" a name.
    """
    if agency:
        return any(known) or not (1 < len(cities[0].split()) < 4 and rules.is_given_name(cities[0].split()[0]))
    if not rest.strip() or any("," in city or "(" in city for city in cities):
        return True
    return (len(rest) > 40 and rest.rstrip("”\"’'»)“ ")[-1:] in ".!?…:।,") or rest.count(" ") > 15


# An agency is called by a word or three: "LED (light emitting diode) -" and "WHO (World Health Organization of the UN) -" are no datelines.
_is_name = regex(r"[^\W\d_a-z][\w.]*(?:[ /&-][^\W\d_a-z][\w.]*){0,2}").fullmatch


def _is_called(agency: str, place: str) -> bool:
    """Whether an agency can be called so; not what the capitals before it stand for: "CEO (Chief Executive Officer) —"."""
    return _is_name(agency) is not None and "".join([word[0] for word in agency.split()]).upper() != place


def _in_capitals(place: str) -> bool:
    return len(place) > 1 and place == place.upper() and any(map(str.isupper, place))


def _is_label(cities: list[str], profile: Profile) -> bool:
    """Capitals that announce something and name no place: "WATCH:"."""
    folded = [city.replace("İ", "i").lower() for city in cities]
    return any("label" in profile.phrases.get(form, ()) for city in folded for form in (city, city.split(" ")[0]))
