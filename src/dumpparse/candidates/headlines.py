"""Lines that could be an article's headline."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .. import bylines
from ..cues import title_before
from ..page import Page
from ..regexes import regex
from ..surroundings import PLACE, Surroundings, folded, topic_of, within
from ..trees import TOP
from ..wording import word_count

# What a line's cues can say that no headline shows.
_NEVER = frozenset((
    "number", "date_alone", "dateline", "share", "account", "comments", "list_heading", "advert", "footer", "menu", "caption_credit", "by_prefix",
    "columns", "archive_bar", "date_labelled", "relative_date",
))  # fmt: skip
# A sentence of the article is none, unless it asks or calls; nor is its last line.
_SENTENCES, _ASKED = frozenset(f"{words}, stop" for words in ("8-14", "15-29", "30+")), frozenset(("question", "exclamation"))
_LONGEST, _WORDS, _FEW = 300, 45, 3  # code points, words, words below which a line far above the article is none
_REACH, _NEAR, _BEYOND = 150, 12, 3  # lines above the article in which it is looked for, those that may be of few words, those below its first
_TOP_LINES = 4  # lines at the top that may hold the page's title, which repeats the headline
_BESIDE, _PIECE = 6, 12  # lines above and below, and code points from which on, one line may hold another: a kicker and the headline
_CUT = ("...", "…")
_CUT_ABOVE = 8  # lines above a title in which a breadcrumb has the beginning of it
_CRUMBS = (" > ", " › ", " → ", " » ", " / ")  # between the entries of a breadcrumb
_ENTRY = 4  # words of an entry, at most
_GAP, _BLANK = "   ", "__"  # between the columns of a table's row; a field to fill in
_BETWEEN, _ROW = (" • ", " | ", " · "), 3  # between the entries of a menu in a row, and how many such signs a headline never has
_NUMBERED = "0123456789. *+•-›»>"  # what an entry of a breadcrumb begins with
_BULLETS = frozenset("*+•-–·»›>")
TRAITS = (
    *PLACE, "words of it", "characters", "bullet", "of several rows", "same line elsewhere", "within other lines", "in page title",
    "first of its copies", "topic in opening", "share in opening", "topic in body", "share in body", "best share", "frequency", "most frequent",
    "titles below", "titles above", "longest below", "longest above", "title case", "twice", "signs", "question", "name", "holds a line nearby",
    "ends a line nearby", "cut above", "colon", "digit", "longest word", "gap within",
)  # fmt: skip


class Candidate(NamedTuple):
    """A line that could be the headline: its unit, and its text, which may be the unit's first row alone where rows were joined."""

    unit: int
    text: str


def title(page: Page, one: Candidate) -> str:
    """A candidate's text as a headline: without the date that follows it on its line."""
    return title_before(one.text, page.looks[one.unit])


def find(page: Page) -> list[Candidate]:
    """The lines above the article, the first of it, and those where its main part begins, that could be its headline, in order."""
    around, dump = page.around, page.dump
    people = _led_in(page)
    found = []
    for unit in _looked_through(around):
        cues = page.cues[unit]
        if around.folded[unit] in people or not _NEVER.isdisjoint(cues) or (unit > around.first and "insert" in cues):
            continue
        if unit in around.inside and (unit == around.last or (cues[0] in _SENTENCES and _ASKED.isdisjoint(cues))):
            continue
        one = Candidate(unit, page.texts[unit])
        if _could_be(one, around):
            found.append(one)
        if dump.lasts[unit] > dump.filled[unit]:
            row = Candidate(unit, dump.rows[dump.filled[unit]].strip())
            if row.text and one.text.startswith(row.text) and _could_be(row, around):
                found.append(row)
    found = [one for one in found if not (_is_breadcrumb(page, one.text) or _is_numbered(page, one))] or found
    cut = [one for one in found if one.text.endswith(_CUT)]
    return [one for one in found if one not in cut or not _is_cut(one.text, found)] if cut else found


def _looked_through(around: Surroundings) -> Iterator[int]:
    """The units among which the headline is: what was taken for the article above `start` may be another's."""
    stop = min(around.size, around.first + _BEYOND) if around.inside else min(around.size, _REACH)
    yield from range(max(0, stop - _REACH), stop)
    if around.start > around.first:
        yield from range(max(stop, around.start - _NEAR), min(around.size, around.start + _BEYOND))


def _led_in(page: Page) -> set[str]:
    """The lines, folded, that a "By" above leads in somewhere on the page: whoever is named so, perhaps the site, is no headline."""
    texts = page.texts
    led = [unit for unit in range(1, len(texts)) if len(texts[unit - 1]) < bylines.ALONE and bylines.leads_in(texts[unit - 1])]
    return {page.around.folded[unit] for unit in led} - {""}


def _is_cut(text: str, others: Sequence[Candidate]) -> bool:
    """Whether a line that ends in dots is the beginning of another, as at the end of a breadcrumb."""
    begin = text.rstrip(" .…")
    return len(begin) > _PIECE and any(other.text.startswith(begin) and not other.text.endswith(_CUT) for other in others)


def _has_cut_above(line: str, above: Sequence[str]) -> bool:
    """Whether one of the lines above is the beginning of a line, cut short with dots. All are folded."""
    begins = (other.rstrip(" .…").lstrip(_NUMBERED) for other in above if other.endswith(_CUT))
    return any(len(begin) > _PIECE and begin != line and line.startswith(begin) for begin in begins)


def _could_be(one: Candidate, around: Surroundings) -> bool:
    text, words = one.text, word_count(one.text)
    if (
        len(text) > _LONGEST
        or words > _WORDS
        or text.count(_GAP) > 1
        or _BLANK in text
        or _has_address(text)
        or max(map(text.count, _BETWEEN)) >= _ROW
    ):
        return False
    near = around.first - one.unit < _NEAR or 0 <= around.start - one.unit < _NEAR
    return (words >= _FEW or near) and any(map(str.isalpha, one.text))


def _is_breadcrumb(page: Page, text: str) -> bool:
    """Whether a line says where on its site a page stands: "Home > Opinion > Letters". An entry of menus begins it, or several short ones do."""
    sign = next(filter(text.__contains__, _CRUMBS), None)
    if not sign:
        return False
    *entries, _ = text.split(sign)
    if max(map(word_count, entries)) > _ENTRY or (sign == " » " and "«" in text):
        return False
    first = entries[0].lstrip(_NUMBERED).lower()
    return "menu" in page.profile.phrases.get(first, ()) or (sign != " / " and len(entries) > 1)


def _is_numbered(page: Page, one: Candidate) -> bool:
    """Whether a line is the next entry of a breadcrumb that a dumper numbered: "4. A title" below "3. Sport", of a few words."""
    number, dot, _ = one.text.partition(". ")
    if not (dot and number.isdecimal() and one.unit and int(number) > 1):
        return False
    above = page.texts[one.unit - 1]
    return above.startswith(f"{int(number) - 1}. ") and word_count(above) <= _ENTRY + 1


def _has_address(text: str) -> bool:
    """Whether an address stands in a line, of a page or of mail."""
    return "://" in text or "www." in text or ("@" in text and regex(r"\S@\S+\.[^\W\d_]").search(text) is not None)


def traits(page: Page, found: Sequence[Candidate]) -> list[Sequence[int]]:
    """The traits of each candidate, in the order of `TRAITS`."""
    around = page.around
    tops = "\n".join(around.folded[:_TOP_LINES])
    lines = "\n".join(around.folded)
    topics = [around.topic(unit) if text == page.texts[unit] else topic_of(text) for unit, text in found]
    opening, whole = around.topics
    shares = [24 * len(topic & opening) // (len(topic) or 1) for topic in topics]
    best = max(shares, default=0)
    heard = [within(around.frequency(topic)) for topic in topics]
    most = max(heard, default=0)
    rows: list[Sequence[int]] = []
    for (unit, text), topic, share, often in zip(found, topics, shares, heard, strict=True):
        line, words, cues = folded(text), word_count(text), page.cues[unit]
        part = text != page.texts[unit]
        joined = page.dump.lasts[unit] > page.dump.filled[unit]
        long = len(line) > 8
        copies = around.folded.count(line) if part or "again" in cues or "twice" in cues or words < 4 else 1
        within_others = lines.count(line) - copies if long else 0
        rows.append((
            *around.place(unit), min(TOP, words), min(TOP, len(text) // 4), _has_bullet(text),
            joined and 1 + 2 * page.dump.wrapped + part, min(5, copies), within(min(5, within_others)),
            long and (line in tops if unit >= _TOP_LINES else 2 * (copies + within_others > 1)),
            copies == 1 or 1 + (line not in around.folded[:unit]),
            min(TOP, len(topic & opening)), share, min(TOP, len(topic & whole)), 24 * len(topic & whole) // (len(topic) or 1), 0 < share == best,
            often, 0 < often == most,
            within(around.titles[max(unit + 1, around.first)] - around.titles[unit + 1]), min(TOP, around.titles[unit]),
            words >= max(around.counts[unit + 1 : min(around.first, unit + _NEAR)], default=0),
            words >= max(around.counts[max(0, unit - 8) : unit], default=0),
            "title_case" in cues, "twice" in cues, "signs" in cues, "question" in cues, "name" in cues,
            *_overlaps(line, around.folded[max(0, unit - _BESIDE) : unit + _BESIDE + 1]),
            _has_cut_above(line, around.folded[max(0, unit - _CUT_ABOVE) : unit]),
            ":" in text, any(map(str.isdigit, text)), min(TOP, max(map(len, text.split()))), _GAP in text,
        ))  # fmt: skip
    return rows


def _has_bullet(text: str) -> bool:
    """Whether a line begins with a bullet, which "»" is none where its other half closes a quotation."""
    return text[0] in _BULLETS and not ("«" in text or "‹" in text)


def _overlaps(line: str, others: Sequence[str]) -> tuple[int, bool]:
    """Whether a line ends (1) or begins (2) with another; and whether another ends with it. Some dumpers join the kicker to the headline."""
    holds, ends = 0, False
    for other in others:
        if len(other) > len(line) + 2:
            ends = ends or (len(line) > _PIECE and other.endswith(line))
        elif _PIECE < len(other) < len(line) - 2:
            holds = 1 if line.endswith(other) else 2 if line.startswith(other) else holds
    return holds, ends
