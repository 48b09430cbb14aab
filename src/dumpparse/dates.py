"""Find the dates that stand in a line, and read each without guessing.

A date is found by its shape and read from its own parts; python-dateutil is asked only for a time with a zone, and never
for anything that was not found first (its parser fills gaps with today's date). A value is ISO 8601, as precise as printed.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from .characters import MARKS
from .regexes import regex


class Stamp(NamedTuple):
    """A date in a line: `start` and `end` in that line, the label before it, and its value.

    `kind` is "published", "updated" or None; `labelled_from` is where the label (or else the date) begins. `iso` is None
    where the date cannot be decided, and `problem` then says why ("ambiguous" or "impossible"). `either`: of numbers that can be
    read both ways the value with the day first and with the month first, which only other dates, the language or the publisher tell.
    """

    start: int
    end: int
    labelled_from: int
    kind: str | None
    iso: str | None
    problem: str | None = None
    either: tuple[str, str] | None = None


_WORD = r"(?:[^\W\d_]{3,12}+(?![\u0900-\u0dff\u0e00-\u0e7f])|[\u0900-\u0963\u0980-\u0dff]{2,14}+|[\u0e00-\u0e4e.]{3,12}+|آب|تیر|دی)"
_ARABIC = r"(?:\s(?:الأول|الاول|الثاني))?"  # the second word of a month
_VIETNAMESE = r"[Tt]háng\s(?!năm\s\d)(?:\d\d?|[^\W\d_]{2,5}(?:\s(?:một|hai))?)"  # months that are numbered; "năm" is five, and a year
_SOLAR = r"1(?:3\d|4[01])\d"  # years of Persia's calendar up to 2040; those of the lunar one are now beyond
_YEAR = r"(?:19|20)\d\d"
# What every date has, its year with another number close before it, or numbers with signs between; looking for it first spares
# most lines the long pattern, and the others what stands more than a month's name and three spaces before it.
may_have_date = regex(
    r"\d(?:\D{1,30}+(?:19|20|25|1[34])\d\d|[./·-]\d\d?[./·-]\d|[.-][^\W\d_]{3,9}[.-]\d\d|\d\d\.?\s[^\W\d_]{3,12}\.?\s\d\d?\b|\s?[年년]|\.\s\d\d?\.\s\d"
    r"|(?:19|20)\d\d|\d\d\d\s\d\d/\d\d\s\d|(?<=[०-९০-৯٠-٩۰-۹０-９])[०-९০-৯٠-٩۰-۹０-９]{3})"
).search
_MONTH_BEFORE = 17
_AT = r"(?:(?:at|um|à|om|kl\.?|KL\.?|klo|klokken|la|στις|ore|ora|alle(?:\sore)?|às|الساعة|a\slas|godz\.?|o|v|ve|u|в|о|об|saat|pukul)\s)?"
# A number may be glued to it: "05:00 PM3 mins to read".
_M = r"[mM](?![^\W\d])"
_HALF = rf"(?:\s?(?P<half>[aApP](?=\.?\s?{_M})|م(?:ساءً?)?\b|ص(?:باحاً?)?\b|Ö[SÖ]\b)(?:\.?\s?{_M}\.?)?)?"
_TIME = (
    r"(?P<early>오전|오후|上午|下午|午前|午後)?\s?(?P<hour>[012]?\d)"
    rf"(?:(?:[:：.]|:\s(?=[0-5]\d(?!\d))|\s?h\s?|[時时点點]|시\s?)(?P<minute>[0-5]\d|\d(?=分))[分분]?|(?=\s?[aApP]\.?\s?{_M}))"
    rf"(?::[0-5]\d(?:\.\d+)?)?(?!\d){_HALF}(?:\s?(?P<zone>Z\b|\((?:UTC|GMT)[+-]\d\d?(?::?\d\d)?\)|(?:UTC|GMT)[+-]\d\d?(?::?\d\d)?(?!\d)|[+-]\d\d?(?::?\d\d)?\b|\(?\b(?:[A-Z]{{3,4}}|[ECMP]T)\b\)?|МСК))?"
)
# A word that may be a weekday, with the vowels that other scripts write as marks
_FILLING = rf"[\w{MARKS}]+"
# A weekday between a date and its time
_DAY_BEHIND = (
    "Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar|星期[一二三四五六日天]|[月火水木金土日]曜日?|[月火水木金土日週周][一二三四五六日]"
    "|(?i:hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|понеділок|вівторок|середа|четвер|п.ятниця|субота|неділя)"
)
_DATE = regex(
    rf"""(?x)(?:
        (?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|°)?(?:\s?[-/,.]\s?|\s{{1,3}})(?:(?:of|de|d[’'])\s?)?
            (?P<m1>{_VIETNAMESE}|{_WORD}{_ARABIC})(?:(?:\s?/\s?|\s(?=[\u0621-\u064a]))[^\W\d_]{{2,9}}{_ARABIC})?(?:\s?[-/,.،]{{1,2}}\s?|\s{{1,3}})(?:del?\s|năm\s|พ\.ศ\.\s)?(?P<y1>{_YEAR}|25[5-9]\d|1[34]\d\d)
        |(?:(?<![^\W\d_])|(?<=[a-zß-öø-ÿ])(?=[A-Z]))(?P<m2>{_WORD})\.?\s{{0,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[,.]\s?|\s{{1,3}}|\sdel?\s|(?<=[^\d]\d\d))(?P<y2>{_YEAR})
        |(?<!\d)(?P<y3>{_YEAR}|{_SOLAR}(?=/))(?P<s3>[-/.]|\s(?=\d\d/\d\d\s\d\d:))(?P<m3>\d{{1,2}})(?:(?P=s3)|(?<=\s\d\d)/)(?P<d3>\d{{1,2}})(?:\.(?=\s))?
        |(?:(?<!\d)(?P<y4>{_YEAR})|(?P<era>令和|民[國国])\s?(?P<of_era>\d{{1,3}}))\s?[年년]\s?(?P<m4>\d{{1,2}})\s?[月월]\s?(?P<d4>\d{{1,2}})\s?[日일]
        |(?<!\d)(?P<y6>{_YEAR})\.?\s(?P<m6>{_WORD})\.?\s(?P<d6>\d{{1,2}})(?!\d)
        |(?<!\d)(?P<d7>\d{{1,2}})(?P<s7>[.-])(?P<m7>{_WORD})(?P=s7)(?P<y7>\d\d)(?![\d:])
        |(?<![\d.])(?P<a8>\d{{1,2}})\.\s(?P<b8>\d{{1,2}})\.\s(?P<y8>{_YEAR})
        |(?<!\d)(?P<y9>{_YEAR})\.\s(?P<m9>\d{{1,2}})\.\s(?P<d9>\d{{1,2}})(?!\d)\.?
        |(?<![\d.vV$€£+])(?P<a>\d{{1,2}})(?P<s5>[./·-])(?P<b>\d{{1,2}})(?P=s5)(?P<y5>{_YEAR}|\d\d(?![\d:]))(?!\.\d)
    )
    (?:\s?(?:г\.?|года|р\.|року|r\.)(?=[\s,]))?(?:\s?[(（][^\W\d_]{{1,3}}\.?[)）])?(?:\.?,?\s(?:{_DAY_BEHIND})\b)?
    (?:T|(?:\.(?=\s(?:[–—-]\s)?\d\d?:))?\s{{0,3}}[,،|•·–—/(@-]?\s{{0,3}}{_AT})?
    (?:{_TIME})?"""
)
# Patterns that few pages need are strings, made when they are first used.
# The time before its date: "12:37 GMT, 21 December 2023", "8:00 PM ET, Tue December 19, 2023", "10:30, 3 мая 2021"
_BEFORE, _OF_TIMES = 45, frozenset(":hm")  # and what a time has one of: "10:15", "10h15", "10.15 am"
_TIME_BEFORE = (
    rf"(?<![\d:.])(?P<hour>[012]?\d)(?:[:h]|\.(?=\d\d\s?[ap]\.?m))(?P<minute>[0-5]\d)(?::[0-5]\d)?{_HALF}(?:\s(?:(?P<zone>[A-Z]{{2,4}}|МСК)\b|Uhr\b|hrs\b|h\b))?"
    r"\s?[,|•·–—-]?\s{0,3}(?:on\s|am\s|le\s|del?\s)?(?:(?P<day>[^\W\d_]{2,12})\.?,?\s{1,3})?$"
)
# A time alone, as it may stand on the line below its date
_TIME_ALONE = rf"\W{{0,3}}{_AT}{_TIME}(?:\s?(?P<hours>Uhr|hrs|h))?\W{{0,2}}$"


_SIGNS = " \t\xa0:：,.-–—|•·/"
_BEFORE_DATE = _SIGNS + "])】）"  # behind a label: "[最終更新] 2024年…"
_ENDS = _SIGNS + "("  # between a date and its time, where none follows
# The digits of other scripts, which stand for those of dates
_FOREIGN = "[०-९০-৯٠-٩۰-۹０-９]"
_PERSIAN = frozenset("۰۱۲۳۴۵۶۷۸۹")
_OLDEST, _LATEST = 1900, 2099  # years of the common era
_DIGITS = {ord(zero) + number: str(number) for zero in "०০٠۰０" for number in range(10)}
_AFTERNOON = frozenset(("오후", "下午", "午後"))


class Dates:
    """Finds dates with the words of rules/dates.toml (labels, English months, zones).

    `elsewhere` gives the month names of other languages; it is called when a date first holds a word that is no English one.
    """

    def __init__(self, words: Mapping[str, Any], elsewhere: Callable[[], Mapping[str, int]]):
        self._elsewhere = elsewhere
        self._months = {form: number for word, number in words["english"].items() for form in (word, word.title(), word.upper())}
        self._zones: dict[str, int] = words["zones"]
        self._american = frozenset(words["american"])
        self._kinds = {label: kind for kind in ("published", "updated") for label in words[kind]}
        # By their last word, the longest first, so that "last updated" is not read as "updated".
        self._labels: dict[str, list[str]] = {}
        for label in sorted(self._kinds, key=len, reverse=True):
            self._labels.setdefault(label.rpartition(" ")[2], []).append(label)
        self._endings: dict[str, list[str]] = {}  # by their last letter
        for ending in self._labels:
            self._endings.setdefault(ending[-1], []).append(ending)
        self._filler = frozenset(words["filler"])
        self._words = words

    @cached_property
    def _updating(self) -> re.Pattern[str]:
        """Few words before a date, at a line's beginning or behind a sign, one of which says that something was changed."""
        said, before, behind = ("|".join(self._words[key].split("\n")).strip("|") for key in ("updating", "updating_before", "updating_behind"))
        label = rf"(?:(?:{before})\s+)?(?:{said})(?!\w)(?:[\s:：.]+(?:{behind})(?!\w))*[\s:：.,(–—-]*"
        return regex(rf"(?i)(?:^|[|•·(,;*\d–—-])\s*(?P<label>{label})$")

    @cached_property
    def _said_behind(self) -> re.Pattern[str]:
        labels = "|".join([label for label in self._kinds if "\u2e80" <= label[0] < "\ua000"])
        return regex(rf"\s?[（(]?(?P<label>{labels})\s*(?:$|[)）】、。,|/])")

    def find(self, text: str) -> list[Stamp]:
        """The dates in `text`, in order. Give it a line, not a page: it looks at every character."""
        found: list[Stamp] = []
        at, persian = 0, False
        if not text.isascii() and regex(_FOREIGN).search(text):
            persian = not _PERSIAN.isdisjoint(text)
            text = text.translate(_DIGITS)
        while sign := may_have_date(text, at):
            match = _DATE.search(text, max(at, sign.start() - _MONTH_BEFORE))
            if not match:
                break
            if stamp := self._read(match, text, at, persian):
                found.append(stamp)
            at = match.end()
        return found

    def month(self, word: str) -> int | None:
        """The number of the month that `word` names, in any of the languages known."""
        return self._months.get(word) or self._months.get(word.rstrip(".")) or self._elsewhere().get(word.replace("İ", "i").lower().rstrip("."))

    def _behind_dot(self, word: str) -> int | None:
        """The month of a word behind a day with a dot, where that names another than behind one without: in Croatian, and not in Polish."""
        return self._elsewhere().get(f".{word}")

    @cached_property
    def _of_words(self) -> re.Pattern[str]:
        """The weekdays of several words."""
        return regex(rf"(?<!\w)(?:{'|'.join(sorted(word for word in self._filler if ' ' in word))})(?!\w)")

    def kind(self, text: str) -> str | None:
        """What a line says that is nothing but a date's label, or "and" and one: "published", "updated", or None."""
        text = text.strip(_SIGNS + "*+")
        at, kind = self._label(text, len(text)) if text else (0, None)
        return kind if self.is_filler(text[:at]) else None

    def is_filler(self, text: str) -> bool:
        """Whether nothing in `text` says more than a date does: weekdays, "on", signs."""
        if not text:
            return True
        text = text.lower()
        if not text.isascii():
            text = self._of_words.sub("", text.replace("\u200c", " "))
        return all(word in self._filler for word in regex(_FILLING).findall(text))

    def with_time(self, iso: str, text: str) -> str:
        """A day with the time that `text` is, if it is nothing else. "2:45" alone is how long something takes."""
        match = regex(_TIME_ALONE).match(text) if "T" not in iso else None
        if not match or (len(match["hour"]) < 2 and not any(match.group("early", "half", "zone", "hours"))):
            return iso
        try:
            return self._with_time(iso, match)
        except ValueError:
            return iso

    def _read(self, match: re.Match, text: str, least: int, persian: bool) -> Stamp | None:
        problem = either = None
        open_ = False  # whether day and month could be the other way round
        (
            d1, m1, y1, m2, d2, y2, y3, _, m3, d3, y4, era, of_era, m4, d4, y6, m6, d6, d7, _, m7, y7, a8, b8, y8, y9, m9, d9,
            first, sign, second, y5, *_
        ) = match.groups()  # fmt: skip
        start, end = match.span()
        if word := m1 or m2 or m6 or m7:
            number = self._months.get(word) or (self._behind_dot(word) if m1 and text[match.end("d1")] == "." else None) or self.month(word)
            if not number and m2:  # "Almeida" glued to "May 3"
                glued = max([at for at, letter in enumerate(m2) if letter.isupper()], default=0)
                number, start = self.month(m2[glued:]), start + glued
            if not number:
                return None
            day, month, year = int(d1 or d2 or d6 or d7), number, int(y1 or y2 or y6 or y7)
            year += 2000 if year < 100 else 0
        elif y3 or y4 or y9 or era:
            year, month, day = int(y3 or y4 or y9 or of_era), int(m3 or m4 or m9), int(d3 or d4 or d9)
        else:
            day, month, year = int(first or a8), int(second or b8), int(y5 or y8)
            year += 2000 if year < 100 else 0
            if month > 12:
                day, month = month, day
            # With dots the day is first nearly wherever it is written; with others nothing here tells.
            open_ = day <= 12 and day != month
        if era or year < _OLDEST or year > _LATEST:
            from . import calendars  # few pages ask for them

            try:
                year, month, day = calendars.gregorian(year, month, day, era or (word and word[0]) or ("\u0600" if persian else ""))
            except ValueError:
                return None
            if year > _LATEST:
                return None
        iso = None
        time = match if match["hour"] and (match["minute"] or int(match["hour"]) <= 12) else None
        if not time and start > 4 and (before := self._time_before(text, max(least, start - _BEFORE), start)):
            time, start = before, before.start()
        try:
            iso = self._value(year, month, day, time)
            if open_:
                either = iso, self._value(year, day, month, time)
                if time and (time.groupdict()["zone"] or "").strip("()") in self._american:
                    iso = either[1]
                elif sign and sign not in ".·":
                    iso, problem = None, "ambiguous"
        except ValueError:
            iso, problem = None, "impossible"
        if text[end - 1] in _ENDS:
            end -= len(match[0]) - len(match[0].rstrip(_ENDS))
        labelled_from, kind = self._label(text, start) if start else (0, None)
        if not kind and end < len(text) and not text[end:].isascii():
            kind = self._behind(text, end)
        return Stamp(start, end, labelled_from, kind, iso, problem, either)

    def _time_before(self, text: str, least: int, start: int) -> re.Match | None:
        """The time that stands right before a date, with nothing but a zone and a weekday between."""
        found = regex(_TIME_BEFORE).search(text[:start], least) if not _OF_TIMES.isdisjoint(text[least:start]) else None
        return found if found and int(found["hour"]) < 24 and (not found["day"] or found["day"].lower() in self._filler) else None

    def _value(self, year: int, month: int, day: int, time: re.Match | None) -> str:
        """The date as ISO 8601, with its time if it has one. ValueError where there is no such day or time."""
        date = f"{year}-{month:02}-{day:02}" if 0 < month < 13 and 0 < day < 29 else datetime.date(year, month, day).isoformat()
        return self._with_time(date, time) if time else date

    def _with_time(self, date: str, match: re.Match) -> str:
        parts = match.groupdict()
        hour, half, early, zone = int(parts["hour"]), parts["half"], parts.get("early"), (parts["zone"] or "").strip("()")
        if (half or early) and hour <= 12:
            hour = hour % 12 + (12 if early in _AFTERNOON or (half and (half[0] in "pPم" or half == "ÖS")) else 0)
        moment = f"{date}T{datetime.time(hour, int(match['minute'] or 0)).isoformat('minutes')}"
        if not zone or (zone.isalpha() and zone != "Z" and zone not in self._zones):
            return moment
        if zone in self._zones:
            return f"{moment}{self._zones[zone]:+03d}:00"
        # Its import costs more than an extraction, so only an offset in numbers pays for it. "GMT+5" is five hours east on a page;
        # to POSIX, and so to dateutil, west: it gets the number alone.
        from dateutil import parser

        offset = zone[3:] if zone[:3] in ("UTC", "GMT") else zone
        return parser.parse(f"{moment} {offset}").isoformat(timespec="minutes")

    def _label(self, text: str, start: int) -> tuple[int, str | None]:
        """Where the label of the date at `start` begins, and its kind."""
        head = text[:start].rstrip(_BEFORE_DATE)
        while head:
            low = head.lower()
            if len(low) == len(head):
                endings = [ending for ending in self._endings.get(low[-1:], ()) if low.endswith(ending)]
                for label in [label for ending in endings for label in self._labels[ending]]:
                    at = len(head) - len(label)
                    # A name may be glued to it ("SyedPublished"), but "republished" is another word.
                    if low.endswith(label) and (not at or not head[at - 1].isalnum() or head[at].isupper()):
                        return at, self._kinds[label]
            word = low.rpartition(" ")[2]
            if word not in self._filler:
                break
            head = head[: -len(word)].rstrip(_BEFORE_DATE)
        if start and (said := self._updating.search(text, 0, start)):
            return said.start("label"), "updated"
        return start, None

    def _behind(self, text: str, end: int) -> str | None:
        """The kind of a date by the word right behind it, as in Japanese and Chinese: "2024年3月15日更新"."""
        said = self._said_behind.match(text, end)
        return said and self._kinds.get(said["label"])
