"""The article's own headline."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..article import Field
from ..cues import byline_before
from ..measures import TOP, scale
from ..measures import _begin as begin_of
from ..page import Page
from ..ranking import ranking
from ..surroundings import Surroundings, within

if TYPE_CHECKING:
    from ..evidence import Rejected

# What a line's cues can say that no headline shows.
_NEVER = frozenset(
    ("number", "date_alone", "share", "account", "comments", "list_heading", "advert", "footer", "menu", "caption_credit", "by_prefix", "columns")
)
_LONGEST, _WORDS = 300, 45  # code points, words
_REACH, _NEAR, _BEYOND = 200, 12, 3  # lines above the article in which it is looked for, those that may be of one word, those below its first
_TOP_LINES = 4  # lines at the top that may hold the page's title, which repeats the headline
_BULLETS = frozenset("*+•-–·»›>")
TRAITS = (
    "lines to body", "lines from top", "words", "characters", "end", "begin", "bullet",
    "same line elsewhere", "within other lines", "in page title", "first of its copies",
    "topic in opening", "share in opening", "topic in body", "share in body", "best share",
    "date below", "date above", "person below", "person above", "date here",
    "words 3 above", "words 2 above", "words 1 above", "words 1 below", "words 2 below", "words 3 below", "end above", "end below",
    "gap", "gap below", "titles below", "titles above", "longest below", "longest above", "lean", "state",
    "title case", "again", "twice", "signs", "question", "name", "colon", "again below", "again above", "list heading above",
)  # fmt: skip


def read(page: Page) -> Field | None:
    """The line most like the title of what stands below it; by the labels alone where nothing learned is asked.

    The same line printed again is the same headline.
    """
    learned = ranking("headline") if page.lean else None
    if not learned:
        return _labelled(page)
    units, rows = candidates(page)
    chances = learned.weigh(rows)
    best = max(chances, default=0.0)
    if best < learned.least:
        return None
    unit = units[chances.index(best)]

    def passed_over() -> "Iterator[Rejected]":
        for chance, other in sorted(zip(chances, units, strict=True), reverse=True)[:6]:
            if other != unit and page.texts[other] != page.texts[unit]:
                yield page.rejected(other, f"less like the title of what stands below it: {chance:.2f} against {best:.2f}")

    page.settle(unit, "headline")
    return page.field(unit, "most like the title of what stands below it", _undated(page, unit), passed_over=passed_over, chance=best)


def _labelled(page: Page) -> Field | None:
    units = page.units("headline")
    if not units:
        return None

    def passed_over() -> "Iterator[Rejected]":
        for unit in units[1:]:
            if page.texts[unit] != page.texts[units[0]]:
                yield page.rejected(unit, "a second line of the kind, further down")

    return page.field(units[0], "line labelled headline", _undated(page, units[0]), passed_over=passed_over)


def title(page: Page, unit: int) -> str:
    """The text of a unit as a headline."""
    return _undated(page, unit) or page.texts[unit]


def _undated(page: Page, unit: int) -> str | None:
    """A headline without the date that follows it on its line; None where it is the whole line."""
    return byline_before(page.texts[unit], page.looks[unit].stamps) if "headline_dated" in page.cues[unit] else None


def candidates(page: Page) -> tuple[list[int], list[Sequence[int]]]:
    """The units above the article that could be its headline, and the traits of each in the order of `TRAITS`."""
    around = page.around
    stop = min(around.size, around.first + _BEYOND if page.article else _REACH)
    units = [unit for unit in range(max(0, stop - _REACH), stop) if _could_be(page, unit, around)]
    tops = "\n".join(around.folded[:_TOP_LINES])
    lines = "\n".join(around.folded)
    topics = [around.topic(unit) for unit in units]
    opening, whole = around.topics
    shares = [24 * len(topic & opening) // (len(topic) or 1) for topic in topics]
    best = max(shares, default=0)
    rows: list[Sequence[int]] = []
    for unit, topic, share in zip(units, topics, shares, strict=True):
        text, line, words = page.texts[unit], around.folded[unit], around.counts[unit]
        long = len(line) > 8
        copies = around.folded.count(line) if "again" in page.cues[unit] or "twice" in page.cues[unit] or words < 4 else 1
        within_others = lines.count(line) - copies if long else 0
        cues = page.cues[unit]
        rows.append((
            within(around.first - unit + 8), scale(unit), within(words), within(len(text) // 4), around.end(unit), begin_of(text), text[0] in _BULLETS,
            min(5, copies), within(min(5, within_others)),
            long and (line in tops if unit >= _TOP_LINES else 2 * (copies + within_others > 1)),
            copies == 1 or 1 + (line not in around.folded[:unit]),
            min(TOP, len(topic & opening)), share, min(TOP, len(topic & whole)), 24 * len(topic & whole) // (len(topic) or 1), 0 < share == best,
            around.below(around.stamps, unit), around.above(around.stamps, unit), around.below(around.people, unit),
            around.above(around.people, unit), around.stamps[unit],
            around.count(unit - 3), around.count(unit - 2), around.count(unit - 1),
            around.count(unit + 1), around.count(unit + 2), around.count(unit + 3), around.end(unit - 1), around.end(unit + 1),
            around.gap(unit), around.gap(unit + 1),
            within(around.titles[max(unit + 1, around.first)] - around.titles[unit + 1]), within(around.titles[unit]),
            words >= max(around.counts[unit + 1 : min(around.first, unit + _NEAR)], default=0),
            words >= max(around.counts[max(0, unit - 8) : unit], default=0),
            around.lean(unit), page.path[unit],
            "title_case" in cues, "again" in cues, "twice" in cues, "signs" in cues, "question" in cues, "name" in cues, "colon" in cues,
            around.shows(unit + 1, "again"), around.shows(unit - 1, "again"), around.shows(unit - 1, "list_heading"),
        ))  # fmt: skip
    return units, rows


def _could_be(page: Page, unit: int, around: Surroundings) -> bool:
    text, words = page.texts[unit], around.counts[unit]
    if len(text) > _LONGEST or words > _WORDS or not _NEVER.isdisjoint(page.cues[unit]):
        return False
    return (words > 1 or around.first - unit < _NEAR) and any(map(str.isalpha, text))
