"""What a line of a list of stories is, by its looks: a title, a date, a blurb, a name, furniture."""

from functools import lru_cache
from typing import NamedTuple

from .characters import WHITE, count_words, is_small, is_unspaced
from .dates import Stamp
from .neighbours import LONGEST_TITLE
from .regexes import regex

TITLE, PROSE, DATE, NUMBER, SHORT, FURNITURE, END = "tpd#smx"
STORY = (TITLE, PROSE)

_DATES = frozenset(("date_alone", "date_labelled", "date_mostly", "byline_dated", "name_dated", "item_date"))
_PEOPLE = frozenset(("name", "by_prefix", "desk", "agency", "credit"))
# What ends a list unless it stands in every record.
ONCE = frozenset(("share", "account", "comments"))
_FURNITURE = ONCE.union(
    ("footer", "menu", "label", "advert", "embed", "caption_credit", "contact", "crawl_date", "list_heading", "list_or_menu", "columns")
)
_BULLETS = "*+•·–—-|>▶►→▪■□◆◇●○▼▽" + WHITE
_MARKS = _BULLETS + "»›"  # which are quotation marks where their other half is
_STOPS = (".", "。", "．")
CUT = ("...", "…")
# What neighbours tell (neighbours.py): title, date, title again, blurb.
_TOLD = {"item_title": TITLE, "item_date": DATE, "item_blurb": PROSE}
TELLING = frozenset((*_TOLD, "item_whole"))
_QUOTES = "”’\"'»"
_numbers = regex(r"(?<!\S)\d").findall
_between = regex(r"\s(?:[•·|/]\s|[–-]\s\d)").search  # as between a name and a day
_glued = regex(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]").findall  # the entries of a menu without a space between

_HEADLINE = 4  # words of a title at least
FEW = 8  # words below which a line's signs tell more than they
_CUT_TITLE = 15  # words that a title which is cut stays below
_LONG_TITLE = 20  # and one that is a question


class Line(NamedTuple):
    """A line of a list: its unit, its kind, its text without marks, whether it has one, whether a blank line stands above; its date."""

    unit: int
    kind: str
    text: str
    bullet: bool
    apart: bool
    stamp: Stamp | None = None


def bare(text: str) -> str:
    """A line without the bullets and arrows around it."""
    return text.strip(_BULLETS if "«" in text or "‹" in text else _MARKS) or text


@lru_cache(4096)
def _by_cues(cues: tuple[str, ...]) -> str:
    """The kind of a line with these cues, or nothing where its words must tell; holds nothing of any text."""
    dated = not _DATES.isdisjoint(cues)
    if told := next((_TOLD[cue] for cue in cues if cue in _TOLD), ""):
        return DATE if told == PROSE and dated else told  # the date may stand where a blurb does
    if not _FURNITURE.isdisjoint(cues):
        return END if "footer" in cues else FURNITURE
    if dated:
        return DATE
    if "number" in cues or "relative_date" in cues:
        return NUMBER
    return SHORT if not _PEOPLE.isdisjoint(cues) else ""


def count_of(text: str) -> int:
    """The words of a title; in a script without spaces half of its characters, however few."""
    return max(count_words(text), len(text) // 2) if is_unspaced(text[-1:]) and is_unspaced(text[len(text) // 2]) else count_words(text)


def kind_of(text: str, cues: tuple[str, ...]) -> str:
    """What a line is in a list of stories, by its looks."""
    kind = _by_cues(cues)
    if kind and kind != SHORT:
        return kind
    size = count_of(text)
    if kind:
        return SHORT if size <= FEW else PROSE
    if size < _HEADLINE:
        return SHORT
    if size < FEW:
        if len(_numbers(text)) * 5 >= size * 2:
            return NUMBER
        if is_small(text[:2]) or _between(text):
            return SHORT
    if (len(text) > 8 * size and len(_glued(text)) > 2) or text.count(" | ") + text.count(" / ") > 2:
        return FURNITURE
    if len(text) > LONGEST_TITLE or (text.endswith(_STOPS) and not text.endswith("..")):
        return PROSE
    return PROSE if size >= (_CUT_TITLE if text.endswith(CUT) else _LONG_TITLE) and "stop" in cues[0] and text[-1] not in _QUOTES else TITLE
