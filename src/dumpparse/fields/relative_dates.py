"""Dates that a page gives by the time that has passed, reckoned from the time of the crawl."""

import datetime
import re
from collections.abc import Callable, Iterable
from functools import cache

from .. import rules
from ..article import Field
from ..page import Page
from ..regexes import regex

_UNITS = {name: datetime.timedelta(**{name: 1}) for name in ("seconds", "minutes", "hours", "days")}
_NUMBERS = {"one": 1, "two": 2, "three": 3}
_DAYS = {"today": 0, "yesterday": 1}


def resolve(page: Page, published: Field, updated: Field, warnings: list[str]) -> tuple[Field, Field]:
    """The two fields, with a value from a line labelled as the article's own where the page gives no absolute one.

    Where such lines disagree, or do not tell the day, there is none, and the warning stays.
    """
    if not (crawled := moment(page.crawled)):
        return published, updated
    found: dict[str, list[tuple[int, str | None]]] = {"published": [], "updated": []}
    for unit in page.units("timestamp", "byline"):
        if "relative_date" in page.cues[unit]:
            kind, day = read(page.texts[unit], crawled, page.profile.dates.kind)
            found[kind].append((unit, day))
    fields, left = {"published": published, "updated": updated}, False
    for kind, lines in found.items():
        unit, day = lines[0] if lines else (0, None)
        if day and fields[kind].value is None and all(other == day for _, other in lines):
            fields[kind] = page.field(unit, "time that had passed at the crawl", value=day)
        else:
            left = left or bool(lines)
    if not left and any(found.values()):
        warnings.remove("date-relative")
    return fields["published"], fields["updated"]


def read(text: str, crawled: datetime.date, kind_of: Callable[[str], str | None]) -> tuple[str, str | None]:
    """What a relative date in a line says: "published" (also where it does not say) or "updated", and the day, ISO 8601, in UTC.

    The day is None where it is counted in weeks or more, or where the hours that have passed could lead to either of two days:
    "3 hours ago" is anything up to four, and of a crawl of which only the day is known it could be either one too.
    """
    match = _pattern().search(text.lower())
    if not match:
        return "published", None
    kind = kind_of(text[: match.start()]) or "published"
    if match["day"]:
        number, unit = _words()[match["day"]], _UNITS["days"]
    else:
        found, unit = match["number"], _UNITS[_units()[match["unit"]]]
        number = 1 if not found else int(found) if found.isdecimal() else _words()[found]
    if not (unit.days or isinstance(crawled, datetime.datetime)):
        return kind, None
    try:
        latest = crawled - unit * number
        earliest = latest if unit.days else latest - unit
    except OverflowError:
        return kind, None
    days = {one.date() if isinstance(one, datetime.datetime) else one for one in (latest, earliest)}
    return kind, days.pop().isoformat() if len(days) == 1 else None


@cache
def _words() -> dict[str, int]:
    known = rules.table("relative")
    return {word: number for name, number in (_NUMBERS | _DAYS).items() for word in rules.phrases(known[name])}


@cache
def _units() -> dict[str, str]:
    known = rules.table("relative")
    return {word: name for name in _UNITS for word in rules.phrases(known[name])}


@cache
def _pattern() -> re.Pattern[str]:
    known = rules.table("relative")
    days, numbers = (_either([word for name in names for word in rules.phrases(known[name])]) for names in (_DAYS, _NUMBERS))
    # A unit is a word, or stands right behind its number; in scripts without spaces the sign of "ago" follows it.
    return regex(rf"(?<!\w)(?:(?P<day>{days})|(?:(?P<number>\d{{1,4}}|{numbers})\s?)?(?P<unit>{_either(_units())}))(?![^\W前전])")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def moment(text: str | None) -> datetime.date | None:
    """A time in UTC, or a day where no more is told; None where the text is neither.

    It is ISO 8601, or 14 digits as the indexes of crawls have them. Without an offset it is taken to be in UTC, as crawlers write it.
    """
    text = text or ""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        indexed = regex(r"[0-9]{14}").fullmatch(text)
        moment = datetime.datetime.strptime(text, "%Y%m%d%H%M%S") if indexed else datetime.datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return None
