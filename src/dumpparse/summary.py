"""What the records of a file add up to, in one pass over them; what is held of them does not grow with their number."""

import heapq
import json
import os
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from .article import KEYS, SCHEMA, TRUSTED
from .fields.relative_dates import moment
from .inputs import Input, InputError
from .languages import of_dates
from .readers import format_of
from .readers.streams import opened

FOUND = ("headline", "byline", "authors", "dateline", "published", "publication", "body")  # the fields counted by site
BINS = 20  # of the confidence, from 0 to 1
TOP = 15  # names shown by themselves; the rest is one row
_NAMES = 10_000  # different sites or publications counted by name
_LONGEST = 200  # code points kept of a value that is shown


class Names(Counter[str]):
    """Counts by name; of more than `_NAMES` names those that came last are counted together, in `others`."""

    others = 0

    def count(self, name: str) -> bool:
        """Count a name; whether it is counted by itself."""
        if name in self or len(self) < _NAMES:
            self[name] += 1
            return True
        self.others += 1
        return False


class Doubt(NamedTuple):
    """A record to look at: how likely its least certain value is right, which field that is of, the value, and where the dump is."""

    chance: float
    number: int
    field: str
    value: str
    headline: str | None
    source: dict[str, Any]


class Summary:
    """Counts of records. `review`: how many of the least certain are kept.

    `outcomes`: records with an article, without, and by the code of their error; `publications`, `languages` (of the dates) and `sites`
    by name; `found`: for each site how often each field of `FOUND` has a value; `warnings`; `confidence`: for each field counts in `BINS`
    bins; `sure`: how often it is .9 or more; `days`: articles by the day they were published.
    """

    def __init__(self, review: int):
        self.records = 0
        self.outcomes: Counter[str] = Counter()
        self.publications, self.sites = Names(), Names()
        self.languages: Counter[str] = Counter()
        self.found: dict[str, list[int]] = {}
        self.elsewhere = [0] * len(FOUND)
        self.warnings: Counter[str] = Counter()
        self.confidence = {key: [0] * BINS for key in TRUSTED}
        self.sure = dict.fromkeys(TRUSTED, 0)
        self.days: Counter[str] = Counter()
        self._review = review
        self._doubts: list[tuple[float, int, Doubt]] = []  # a heap, the most certain first

    def add(self, record: dict[str, Any]) -> None:
        """Count one record."""
        self.records += 1
        error, body = record["error"], record["body"]
        self.outcomes[f"failed: {error['code']}" if error else "article" if body else "no article"] += 1
        self.warnings.update(record["warnings"])
        if error:
            return
        self.publications.count((record["publication"] or "not told")[:_LONGEST])
        self.languages[of_dates(_texts(record)) or "not told"] += 1
        found = [record[key] not in (None, []) for key in FOUND]
        site = site_of(record)
        row = self.found.setdefault(site, [0] * len(FOUND)) if self.sites.count(site) else self.elsewhere
        for place, one in enumerate(found):
            row[place] += one
        if body and record["published"]:
            self.days[record["published"][:10]] += 1
        sure = {key: chance for key in TRUSTED if (chance := record["confidence"][key]) is not None}
        for key, chance in sure.items():
            self.confidence[key][min(BINS - 1, int(chance * BINS))] += 1
            self.sure[key] += chance >= 0.9
        if sure and self._review:
            self._doubt(record, sure)

    def _doubt(self, record: dict[str, Any], sure: dict[str, float]) -> None:
        key = min(sure, key=lambda key: sure[key])
        chance = sure[key]
        if len(self._doubts) >= self._review and -chance <= self._doubts[0][0]:
            return
        value = record[key]
        shown = value["text"] if isinstance(value, dict) else ", ".join(value) if isinstance(value, list) else value
        headline = record["headline"] and record["headline"][:_LONGEST]
        source = record["source"]
        if "decoded-as-cp1252" in record["warnings"]:  # nobody asked for it: it is what is found, and by other rules than what is asked for
            source = {**source, "encoding": None}
        doubt = Doubt(chance, self.records, key, (shown or "")[:_LONGEST], headline, source)
        # Of two that are as doubtful the one that came first stays.
        (heapq.heappush if len(self._doubts) < self._review else heapq.heapreplace)(self._doubts, (-chance, -self.records, doubt))

    @property
    def doubts(self) -> list[Doubt]:
        """The records to look at, the least certain first."""
        return [doubt for *_, doubt in sorted(self._doubts, reverse=True)]

    def over_time(self) -> tuple[str, list[tuple[str, int]]]:
        """Articles by "day", "month", "year" or "decade": by the first that makes no more than 60 of them; those without any are there."""
        for unit, length in (("day", 10), ("month", 7), ("year", 4), ("decade", 3)):
            counts: Counter[str] = Counter()
            for day, number in self.days.items():
                counts[day[:length]] += number
            names = list(_between(min(counts), max(counts), unit)) if counts else []
            if len(names) <= 60:
                break
        return unit, [(name + "0s" if unit == "decade" else name, counts[name]) for name in names]


def summarise(path: str, review: int) -> Summary:
    """The summary of a file that `dumpparse extract` wrote, plain or compressed; "-" is standard input.

    Raises InputError, with the line and what to do, where one is no record, and OSError.
    """
    summary = Summary(review)
    for record in records(path):
        summary.add(record)
    if not summary.records:
        raise InputError("unreadable", "no records in it: give a file that `dumpparse extract … > FILE` wrote")
    return summary


def records(path: str) -> Iterator[dict[str, Any]]:
    """The records of a file, one after the other. Raises InputError at a line that is none."""
    with opened(Input(path, path)) as (stream, _):
        for number, line in enumerate(stream, 1):
            if line.isspace():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                why = f"line {number} is no JSON ({error}): each line must be a record, as extract -o FILE.jsonl writes"
                raise InputError("unreadable", why) from None
            if problem := wrong_with(record):
                raise InputError("unreadable", f"line {number} is no record of dumpparse ({problem}): give a file of extract, without --fields")
            yield record


_STRINGS = ("headline", "byline", "agency", "published", "updated", "publication", "body", "author_note")


def wrong_with(record: Any) -> str | None:
    """Why something is no record that can be counted, or None."""
    if not isinstance(record, dict):
        return "not an object"
    if record.get("schema") != SCHEMA:
        return f"its schema is {str(record.get('schema'))[:40]!r}, not {SCHEMA!r}"
    if missing := [key for key in KEYS if key not in record]:
        return f"without {', '.join(missing)}"
    kinds: list[tuple[str, type | tuple[type, ...]]] = [
        ("source", dict), ("confidence", dict), ("warnings", list), ("authors", list), ("captions", list),
        *((key, (str, type(None))) for key in _STRINGS), *((key, (dict, type(None))) for key in ("dateline", "print", "error")),
    ]  # fmt: skip
    for key, kind in kinds:
        if not isinstance(record[key], kind):
            return f"its {key} is of another type"
    for key in ("dateline", "print"):
        if record[key] and not isinstance(record[key].get("text"), str):
            return f"its {key} has no text"
    if record["error"] and not isinstance(record["error"].get("code"), str):
        return "its error has no code"
    if any(not isinstance(one, str) for key in ("warnings", "authors", "captions") for one in record[key]):
        return "its lists hold what is no string"
    if record["published"] is not None and not _is_day(record["published"][:10]):
        return "its published is no date"
    if any(key not in record["confidence"] or not _is_chance(record["confidence"][key]) for key in TRUSTED):
        return "its confidence is not from 0 to 1"
    return None


def _is_day(value: str) -> bool:
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_chance(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and 0 <= value <= 1)


def site_of(record: dict[str, Any]) -> str:
    """The host of a record's URL, else its publication."""
    url = record["source"].get("url")
    try:
        host = urlsplit(url).hostname if isinstance(url, str) else None
    except ValueError:  # "http://[" is no URL
        host = None
    return ((host or "").removeprefix("www.") or record["publication"] or "not told")[:_LONGEST]


def top(counts: dict[str, int], others: int = 0) -> list[tuple[str, int]]:
    """The most frequent names with their counts, then all others as one."""
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    rest = sum(number for _, number in ranked[TOP:]) + others
    return ranked[:TOP] + ([(f"{max(0, len(ranked) - TOP):,}{' or more' if others else ''} others", rest)] if rest else [])


def share(part: int, whole: int) -> str:
    """A part as per cent; never rounded to none or all where it is neither."""
    percent = 100 * part / whole if whole else 0
    return f"{percent:.0f}%" if 1 <= percent <= 99 or part in (0, whole) else f"{min(max(percent, 0.1), 99.9):.1f}%"


def tone(part: int, whole: int) -> str:
    """How good it is that `part` of a whole has a value: "good", "fair" or "poor"."""
    return "good" if part >= 0.9 * whole else "fair" if part >= 0.5 * whole else "poor"


def by_site(summary: Summary) -> list[tuple[str, int, list[int]]]:
    """The sites with most records: how many, and how many of them have each field of `FOUND`; the others as one."""
    rows = [(name, summary.sites[name], summary.found[name]) for name, _ in sorted(summary.sites.items(), key=lambda one: (-one[1], one[0]))]
    rest = rows[TOP:]
    shown = rows[:TOP]
    if rest or summary.sites.others:
        found = [sum(column) for column in zip(summary.elsewhere, *(row[2] for row in rest), strict=True)]
        name = f"{len(rest):,}{' or more' if summary.sites.others else ''} others"
        shown.append((name, sum(row[1] for row in rest) + summary.sites.others, found))
    return shown


def explaining(doubt: Doubt) -> str | None:
    """The command that explains a record; None where its dump came from standard input or from memory."""
    path, record, encoding, crawled = (doubt.source.get(key) for key in ("path", "record", "encoding", "crawled"))
    if not isinstance(path, str):
        return None
    words = ["dumpparse", "explain"]
    if isinstance(record, int) and not isinstance(record, bool):
        words += ["--record", str(record)]
    # What explain finds by itself need not be said.
    if isinstance(encoding, str) and encoding != "utf-8":
        words += ["--encoding", quoted(encoding)]
    if isinstance(crawled, str) and moment(crawled) and format_of(path, None) != "wet":
        words += ["--crawled", quoted(crawled)]
    return " ".join([*words, *(["--"] if path.startswith("-") else []), quoted(path)])


def quoted(word: str) -> str:
    """A word for a shell, on one line and printable whatever it holds."""
    if word.isprintable():
        return shlex.quote(word)
    try:
        data = os.fsencode(word)
    except UnicodeEncodeError:  # no file has that name, but a record can say so
        data = word.encode("utf-8", "surrogatepass")
    return "$'" + "".join(chr(byte) if 32 <= byte < 127 and byte not in b"'\\" else f"\\x{byte:02x}" for byte in data) + "'"


def _texts(record: dict[str, Any]) -> Iterable[str | None]:
    line, dateline = record["print"], record["dateline"]
    return (line and line["text"], dateline and dateline["text"], record["byline"], *record["captions"], record["body"])


def _between(first: str, last: str, unit: str) -> Iterator[str]:
    """All days, months, years or decades from `first` to `last`, in ISO 8601."""
    if unit in ("year", "decade"):
        yield from (str(number).zfill(len(first)) for number in range(int(first), int(last) + 1))
    elif unit == "month":
        begin, end = (int(name[:4]) * 12 + int(name[5:7]) - 1 for name in (first, last))
        yield from (f"{month // 12}-{month % 12 + 1:02}" for month in range(begin, end + 1))
    else:
        begin, end = (date.fromisoformat(name).toordinal() for name in (first, last))
        yield from (date.fromordinal(day).isoformat() for day in range(begin, end + 1))
