"""What a line looks like: cheap, local signs, each with a name that rules/weights.toml gives a meaning.

`look` judges one line by itself; `compare` adds what only its neighbours tell. No line longer than `LONG` code points is
shown to a pattern, and longer ones only in part to anything else, so the time a page takes grows with its length alone.
"""

import re
from typing import NamedTuple

from . import datelines
from .dates import Dates, Stamp
from .names import is_name
from .rules import Profile, places

LONG = 420

_CLOSERS = "”\"’'»)]*"
_STOPS = ".!。！؟।"
_BULLETS = "*+•·–—-|»›>:.… \t\xa0"
_BUCKETS = ("1", "2-3", "2-3", "4-7", "4-7", "4-7", "4-7", *["8-14"] * 7, *["15-29"] * 15)
_STOP = tuple(f"{words}, stop" for words in _BUCKETS)
_OPEN = tuple(f"{words}, open" for words in _BUCKETS)
_has_digit = re.compile(r"\d").search
_has_letter = re.compile(r"[^\W\d_]").search
_has_sign = re.compile(r"[|»•›·→▶]").search


class Look(NamedTuple):
    """What a line shows: the names of its cues, the dates in it, and the dateline it begins with."""

    cues: tuple[str, ...]
    stamps: tuple[Stamp, ...] = ()
    dateline: datelines.Found | None = None


def look(text: str, profile: Profile, dates: Dates) -> Look:
    """The cues of one line, given without white space at its ends."""
    size = len(text)
    words = text.count(" ") + 1
    if size > 14 * words and not text.isascii():
        words = size // 3  # a script without spaces between words
    last = text[-1]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:] or last
    cues = []
    add = cues.append
    if last in _STOPS:
        add(_STOP[words - 1] if words < 30 else "30+, stop")
        if text.endswith("..."):
            add("ellipsis")
    elif last in "?？":
        add(_STOP[words - 1] if words < 30 else "30+, stop")
        add("question")
    elif last == "…":
        add(_STOP[words - 1] if words < 30 else "30+, stop")
        add("ellipsis")
    else:
        add(_OPEN[words - 1] if words < 30 else "30+, open")
        if last in ":：":
            add("colon")
    first = text[0]
    if first.islower():
        add("lower")
    stamps: tuple[Stamp, ...] = ()
    if size <= LONG:
        folded = text.casefold()
        if size <= 60:
            for cue in profile.phrases.get(folded.strip(_BULLETS), ()):
                add(cue)
        for pattern in profile.patterns:
            if size <= pattern.longest and pattern.needs in folded and pattern.cue not in cues and pattern.match(text):
                add(pattern.cue)
        if size <= 200:
            if _has_digit(text):
                stamps = tuple(dates.find(text))
                if stamps:
                    cues += _dated(text, stamps, words, profile, dates)
                elif not _has_letter(text):
                    add("number")
            if _has_sign(text):
                add("signs")
            if 1 < words <= 6 and is_name(text):
                add("name")
    dateline = None
    if not first.islower():
        dateline = datelines.find(text, profile, dates)
        if dateline:
            add("dateline" if dateline.sure else "dateline_guess")
        elif words > 5 and _leads_in_capitals(text):
            add("lead_capitals")
    return Look(tuple(cues), stamps, dateline)


def _dated(text: str, stamps: tuple[Stamp, ...], words: int, profile: Profile, dates: Dates) -> list[str]:
    """The cues of a line that holds dates: alone or labelled, after a byline, or a whole teaser."""
    before, after = byline_before(text, stamps), text[stamps[-1].end :]
    labelled = any(stamp.kind for stamp in stamps)
    between = all(dates.is_filler(text[one.end : other.labelled_from]) for one, other in zip(stamps, stamps[1:], strict=False))
    if between and dates.is_filler(after):
        if not before or dates.is_filler(before):
            return ["date_labelled" if labelled else "date_alone"]
        if labelled and words < 20:
            return ["byline_dated"]
        if is_name(before) or before.lower() in profile.desks or before.lower() in profile.agencies:
            return ["name_dated"]
    if not before and words > 6 and split_item(after):
        return ["item_whole"]
    return ["date"]


def byline_before(text: str, stamps: tuple[Stamp, ...]) -> str:
    """What stands in front of a line's first date and its label."""
    return text[: stamps[0].labelled_from].strip(" \t\xa0|,•·–—-:/")


_ITEM = re.compile(r"\W*(?P<title>\S.{2,118}?) (?P<blurb>[“\"‘']?(?:[A-Z][A-Z’'\-]+|[AI] [A-Z][A-Z’'\-]+)\b.{12,})$")


def split_item(text: str) -> tuple[str, str] | None:
    """Title and blurb of a teaser on one line: the blurb opens in capitals, as this publisher's paragraphs do."""
    match = _ITEM.match(text)
    return (match["title"], match["blurb"]) if match else None


def _leads_in_capitals(text: str) -> bool:
    first, _, rest = text[:80].lstrip("“\"‘'").partition(" ")
    if len(first) == 1:
        first = rest.partition(" ")[0]
    return len(first) > 1 and first.isupper() and first[0].isalpha() and not rest.isupper()


_STAMPED = frozenset(("date_labelled", "byline_dated"))
_PEOPLE = frozenset(("name", "desk", "agency", "by_prefix"))
_PROSE = ("8-", "15", "30")  # how the shapes of eight words and more begin
_HEADINGS = frozenset(("columns", "list_heading"))


def compare(texts: list[str], looks: list[Look]) -> None:
    """Add to `looks`, in place, the cues that a line has from its neighbours."""
    above = ""
    signatures = []
    for here, (text, below) in enumerate(zip(texts, texts[1:], strict=False)):
        if len(text) > LONG:
            above = ""
            continue
        cues, cues_below = looks[here].cues, looks[here + 1].cues
        if text == below:
            if above in ("heading", "blurb"):
                _item(texts, looks, here, dated=False)
            else:
                _add(looks, here, "twice")
                _add(looks, here + 1, "twice")
            above = ""
        elif looks[here + 1].stamps and here + 2 < len(texts) and text == texts[here + 2]:
            _item(texts, looks, here, dated=True)
            above = ""
        else:
            above = "blurb" if "item_blurb" in cues else "" if _HEADINGS.isdisjoint(cues) else "heading"
        if not _STAMPED.isdisjoint(cues_below):
            _add(looks, here, "above_stamp" if _PEOPLE.isdisjoint(cues) else "desk_above_stamp")
        if looks[here].dateline and looks[here + 1].dateline and looks[here + 1].dateline.sure and not text[:2].isupper():
            _add(looks, here, "above_dateline")
        if "name" in cues and here and len(below) < 30 and cues_below[0] in ("1, open", "2-3, open") and looks[here - 1].cues[0][:2] in _PROSE:
            signatures.append(here)
    if len(signatures) > 1 or any(texts[here + 1].upper() in places() for here in signatures):
        for here in signatures:
            _add(looks, here, "signature")
            _add(looks, here + 1, "signature")


def _item(texts: list[str], looks: list[Look], here: int, dated: bool) -> None:
    """Mark a teaser that begins at `here`: title, date, title again, blurb."""
    again = here + 1 + dated
    _add(looks, here, "item_title")
    _add(looks, again, "item_title")
    if dated:
        _add(looks, here + 1, "item_date")
    blurb = again + 1
    if blurb < len(texts) and texts[blurb] != texts[here]:
        below = texts[blurb + 1 : blurb + 3]
        if texts[blurb] not in below:  # the next teaser's title
            _add(looks, blurb, "item_blurb")


def _add(looks: list[Look], at: int, cue: str) -> None:
    if cue not in looks[at].cues:
        looks[at] = looks[at]._replace(cues=(*looks[at].cues, cue))
