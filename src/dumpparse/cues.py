"""What a line looks like: cheap, local signs, each with a name that rules/weights.toml gives a meaning.

`look` judges one line by itself; neighbours.py adds what only other lines tell. No line longer than `LONG` code points is
shown to a pattern, and longer ones only in part to anything else, so the time a page takes grows with its length alone.
"""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from . import datelines
from .characters import count_words, is_small, is_stopless
from .dates import Stamp, may_have_date
from .names import is_name
from .profile import MIDDLING, Profile
from .regexes import regex

# The longest line, in code points, that patterns are tried on: captions of that length have been seen.
LONG = 420

_CLOSERS = "”\"’'»)]*“«"
_STOPS = ".!?…。！？؟।።။។"
_PROSE = 29  # words, less one, from which on a line in a script without stops is whole sentences
_MARKS = ":—–-)"
_SIGNS = " \t\xa0|,•·–—-:/"
_AROUND = '(:,;.“"'
_BULLETS = "*+•·–—-|»›>:.… \t\xa0"
_OPENING = "[(【（「『«▶►→↗✔■□◆●★※👉"  # and what else stands before "Read also"
_BEHIND_LABEL, _LABEL = (":", "：", "»", "】", "]", " – ", " - ", " — "), 40  # signs behind it, and its code points
_WHOLE, _TITLE = 4, 8  # characters of such a label that is one word; words of a title that ends with a full stop
_SOUTH_EAST = "\u0e00"  # from where on scripts say in one word what others say in two: Thai, and those of East Asia
_FRAMES = "[]【】（）()〔〕［］<>＜＞▼▲▽△▶►◀◄★☆※➤👉 "  # what a button's words or a heading may stand in
_DOTS = "*+•·"  # bullets that a headline's own words never begin with
_BUCKETS = ("1", "2-3", "2-3", "4-7", "4-7", "4-7", "4-7", *["8-14"] * 7, *["15-29"] * 15)
_STOP = (*(f"{words}, stop" for words in _BUCKETS), "30+, stop")
_OPEN = (*(f"{words}, open" for words in _BUCKETS), "30+, open")
# Code points by which a line is seen to begin like another, or again; what stands where one was cut short.
BEGINS, _AGAIN = 30, 20
_CLOCK = 20  # code points of a time alone on its line
_DIFFERENT = 5  # signs that its beginning has more of, or it is a ruled line
_TRIES = 4  # places at which it is looked whether a line begins again, so that none takes time by the square of its length
_CUT = " .…"
_has_letter = regex(r"[^\W\d_]").search
_has_sign = regex(r"[|»•›·→▶]|(?<=  )\+$").search


class Look(NamedTuple):
    """What a line shows: the names of its cues, the dates in it, and the dateline it begins with."""

    cues: tuple[str, ...]
    stamps: tuple[Stamp, ...] = ()
    dateline: datelines.Found | None = None


def look(text: str, profile: Profile) -> Look:
    """The cues of one line, given without white space at its ends."""
    size = len(text)
    words = count_words(text)
    bucket = (words if words < 30 else 30) - 1
    last = text[-1]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:] or last
    cues: list[str] = []
    add = cues.append
    if last in _STOPS or (bucket >= _PROSE and is_stopless(last)):
        add(_STOP[bucket])
        if last in "?？":
            add("question")
        elif last in "!！":
            add("exclamation")
        elif last == "…" or text.endswith("..."):
            add("ellipsis")
    else:
        add(_OPEN[bucket])
        if last in ":：":
            add("colon")
    lower = is_small(text[0])
    if lower:
        add("lower")
    if size >= 2 * _AGAIN and says_twice(text):
        add("echo")
    stamps: tuple[Stamp, ...] = ()
    bullet = text[0] in _BULLETS  # no name and no dateline begins with one
    plain = False
    if size <= LONG:
        folded = text.lower()
        # A line that is known as a whole shows nothing else.
        if size <= 60:
            whole = folded.strip(_BULLETS)
            known = profile.phrases.get(whole)
            if known is None and text[0] in _FRAMES:
                known = profile.phrases.get(whole.strip(_FRAMES))
            if known:
                return _undated((*cues, *known))
        # Nothing but letters and spaces behind a bullet, as in most menus: no date, sign or mark need be looked for.
        plain = size <= MIDDLING and text.lstrip("*+- ").replace(" ", "").isalpha()
        patterns = profile.by_first.get(folded.partition(" ")[0].strip(_AROUND), ())
        by_need = (profile.needs_of_ascii if text.isascii() else profile.needs)[2 if size > MIDDLING else plain]
        for need in by_need:
            if need in folded:
                patterns = [*patterns, *by_need[need]]
        for pattern in patterns:
            if size <= pattern.longest and pattern.cue not in cues and pattern.matches(text, folded):
                add(pattern.cue)
        if size <= _CLOCK and text[0].isdigit() and regex(profile.clock).match(text):
            add("clock")
        if size <= MIDDLING:
            if not plain and "insert" not in cues and _leads_elsewhere(folded, profile):
                add("insert")
            if not plain and may_have_date(text) and (stamps := tuple(profile.dates.find(text))):
                cues += _dated(text, stamps, words, profile)
            elif not plain and words < 4 and not _has_letter(text):
                add("number")
            elif last not in ".…" and words <= 20 and (words >= 4 or not bullet):
                ordinary = len(_long_lower(f" {text}"))  # no name has a word of four letters in lower case
                if not ordinary and not bullet and (((words < 5 or "-" in text) and is_name(text)) or (words < 10 and profile.is_byline(text))):
                    add("name")
                elif words >= 4 and ordinary <= words // 6 and not text.isupper():
                    add("title_case")
            if not plain and words < 15 and _has_sign(text):
                add("signs")
    dateline = None
    # A short line opens a paragraph only if it is in capitals, names an agency, or is the dateline alone.
    opens = not lower and (bucket > 6 or last in _STOPS or last in _MARKS or text[1:2].isupper() or "(" in text)
    if opens and not (stamps and (stamps[0].kind or stamps[-1].kind)):
        if not plain and not bullet and (dateline := datelines.find(text, profile)):
            add("dateline" if dateline.sure else "dateline_guess")
            if dateline.end == size:
                add("dateline_alone")
        elif words > 5 and not is_small(text[1:2]) and _leads_in_capitals(text):
            add("lead_capitals")
    return Look(tuple(cues), stamps, dateline) if stamps or dateline else _undated(tuple(cues))


def _leads_elsewhere(folded: str, profile: Profile) -> bool:
    """Whether a line, in lower case, is the heading of a list of stories, in whatever language, a sign, and a story: "Lire aussi : …".

    One word does not tell it ("Featured: a band from Leeds"), nor is a long sentence a story's title.
    """
    if folded[-1] in ".。" and folded.count(" ") >= _TITLE:
        return False
    for sign in filter(folded.__contains__, _BEHIND_LABEL):
        label, _, title = folded.partition(sign)
        label = label.strip(_BULLETS + _OPENING)
        if title and len(label) <= _LABEL and (" " in label or (len(label) >= _WHOLE and label[0] >= _SOUTH_EAST)):
            known = profile.phrases.get(label, ())
            if "list_heading" in known and "no_stories" not in known:
                return True
    return False


def says_twice(text: str) -> bool:
    """Whether a line begins again with all that it has said: a picture's alternative text and then its caption, in one line."""
    at = 0
    for _ in range(_TRIES):
        at = text.find(text[:_AGAIN], at + _AGAIN)
        if at < 0:
            break
        if text.startswith(text[:at].rstrip(_CUT), at):
            return len(set(text[:_AGAIN])) > _DIFFERENT
    return False


def goes_further(text: str, other: str) -> bool:
    """Whether one of two lines begins with all of the other and goes on a little: a picture's alternative text and its caption.

    A paragraph that begins with the subhead above it goes on for longer.
    """
    short, long = (text, other) if len(text) < len(other) else (other, text)
    return BEGINS <= len(short) < len(long) <= 2 * len(short) and long.startswith(short.rstrip(_CUT))


@lru_cache(4096)
def _undated(cues: tuple[str, ...]) -> Look:
    """What most lines show, one object for all that show the same."""
    return Look(cues)


def _dated(text: str, stamps: tuple[Stamp, ...], words: int, profile: Profile) -> list[str]:
    """The cues of a line that holds dates: alone or labelled, after a byline, or a whole teaser."""
    first, last = stamps[0], stamps[-1]
    before, after = byline_before(text, stamps), text[last.end :]
    labelled = first.kind or last.kind
    if not before and not after and first is last:
        return ["date_labelled" if labelled else "date_alone"]
    between = all(profile.dates.is_filler(text[one.end : other.labelled_from]) for one, other in pairwise(stamps))
    if between and profile.dates.is_filler(after):
        if not before or profile.dates.is_filler(before):
            return ["date_labelled" if labelled else "date_alone"]
        name = profile.without_prefix(before)
        if name != before and is_name(name.partition(",")[0]):
            return ["byline_dated"]
        if labelled and words < 40:
            # A byline glued to its stamp is short or all in capitals; a headline is neither.
            return ["byline_dated" if len(before.split()) < 4 or len(_long_lower(f" {before}")) < 2 else "headline_dated"]
        if is_name(before) or before.lower() in profile.desks or before.lower() in profile.agencies:
            return ["name_dated"]
    if between and labelled and not before and is_name(profile.without_prefix(after.strip(_SIGNS))):
        return ["byline_dated"]
    if not before and words > 6 and split_item(after):
        return ["item_whole"]
    if words <= 14 and len(regex(r"\w+").findall(before + after)) <= 6:
        return ["date_mostly"]
    return ["date"]


def byline_before(text: str, stamps: tuple[Stamp, ...]) -> str:
    """What stands in front of a line's first date and its label."""
    before = stamps[0].labelled_from
    return text[:before].strip().strip(_SIGNS).strip() if before else ""


def title_before(text: str, look: Look) -> str:
    """A headline without the bullet before it and the date that follows it on its line."""
    title = (byline_before(text, look.stamps) if "headline_dated" in look.cues else "") or text
    return title[1:].lstrip() if title[0] in _DOTS and title[1:2].isspace() else title


def byline_after(text: str, stamps: tuple[Stamp, ...]) -> str:
    """What stands behind a line's last date."""
    return text[stamps[-1].end :].strip().strip(_SIGNS).strip()


_ITEM = r"\W*(?P<title>\S.{2,118}?) (?P<blurb>[“\"‘']?(?:[AI] )?[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[’'\-])+\b.{12,})$"


def split_item(text: str) -> tuple[str, str] | None:
    """Title and blurb of a teaser on one line: the blurb opens in capitals, as this publisher's paragraphs do."""
    match = regex(_ITEM).match(text)
    return (match["title"], match["blurb"]) if match else None


def _leads_in_capitals(text: str) -> bool:
    first, _, rest = text[:80].lstrip("“\"‘'").partition(" ")
    if len(first) == 1:
        first = rest.partition(" ")[0]
    return len(first) > 1 and first.isupper() and first[0].isalpha() and not rest.isupper()


# To be shown a text with a space before it: looking for what stands before a word first is faster than looking back.
_long_lower = regex(r"[\s“\"‘'(][a-zß-öø-ÿ]\w{3}").findall
