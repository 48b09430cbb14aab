"""What a line looks like beside others: cues that no line has by itself.

A title printed again two lines below its date is a teaser's; a name and a city below prose sign a letter.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice, takewhile
from operator import eq

from .cues import BEGINS, LONG, Look, goes_further
from .lines import Dump
from .names import is_name
from .profile import Profile
from .regexes import regex
from .rules import places

# Of a headline or teaser's title, in code points: 99 of 100 seen are shorter.
LONGEST_TITLE = 140
_LONG = 15  # words, less one, from which on a line is no title

_STAMPED = frozenset(("date_labelled", "byline_dated"))
_CREDITED = frozenset(("by_prefix", "byline_dated"))
_PEOPLE = frozenset(("name", "desk", "agency", "by_prefix"))
_DESKS = frozenset(("desk", "agency", "by_prefix"))
_SHORT = frozenset(("1, open", "2-3, open"))
_SIGNED = frozenset(("1, open", "2-3, open", "4-7, open"))
_PROSE = frozenset(f"{words}, {end}" for words in ("8-14", "15-29", "30+") for end in ("stop", "open"))
_PARAGRAPHS = frozenset(("15-29, stop", "30+, stop"))
_HEADINGS = frozenset(("columns", "list_heading"))
_BULLETS = "*+•·–—-►▪■›»"
_OFTEN = 3  # times that a heading of a list stands on a page which is a button: "Read more" below each item
# The shapes of a line that is nothing but a picture's credit
CREDITS = frozenset((*_SIGNED, "1, stop", "2-3, stop", "4-7, stop"))


class _Cues(list[tuple[str, ...]]):
    """The cues of each line; lines with the same ones share one tuple, or a page of short lines would be mostly tuples."""

    def __init__(self, cues: Iterable[tuple[str, ...]]):
        super().__init__(cues)
        self._shared: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, line: int, cue: str) -> None:
        """Give a line one more cue, once."""
        if cue in self[line]:
            return
        more = (*self[line], cue)
        self[line] = self._shared.setdefault(more, more)


def compare(dump: Dump, looks: list[Look], repeated: set[str], profile: Profile) -> list[tuple[str, ...]]:
    """The cues of every line: those it has by itself, then those from the rest of the page. `repeated`: lines that occur twice."""
    texts = dump.texts
    cues = _Cues([look.cues for look in looks])
    if again := {text: cue for text in repeated if (cue := _repeated(text))}:
        for here, text in enumerate(texts):
            if text in again:
                cues.add(here, again[text])
    for text in {text for text, look in zip(texts, looks, strict=True) if "list_heading" in look.cues and text in repeated}:
        if texts.count(text) >= _OFTEN:
            for here in [here for here, other in enumerate(texts) if other == text]:
                cues.add(here, "often")
    for here, look in enumerate(looks):
        if "list_heading" in look.cues and "no_stories" not in look.cues:
            for unit in _items(texts, looks, here):
                cues.add(unit, "listed")
    begins = [text[:BEGINS] for text in texts]
    for here in compress(range(len(texts)), map(eq, begins, islice(begins, 1, None))):
        if goes_further(texts[here], texts[here + 1]):
            cues.add(here, "echo")
            cues.add(here + 1, "echo")
    for here, alone in _above_credits(dump, looks, profile):
        cues.add(here, "above_credit" if alone else "near_credit")
    for here in _about_authors(texts, looks, profile):
        cues.add(here, "about_author")
    # Only below prose, at dates and datelines, and where a line is printed twice does a line tell of its neighbours.
    twice = compress(range(len(texts)), map(eq, texts, islice(texts, 1, None)))
    dated = [here for here, look in enumerate(looks) if look.stamps or look.dateline]
    prose = [here for here, look in enumerate(looks) if look.cues[0] in _PROSE]
    telling = {*twice, *dated, *[here - 1 for here in dated], *[here + 1 for here in prose]}
    signatures = []
    for here in sorted(telling.intersection(range(len(texts) - 1))):
        text, below, look, look_below = texts[here], texts[here + 1], looks[here], looks[here + 1]
        if len(text) > LONG:
            continue
        shape = look.cues[0]
        if shape in _PARAGRAPHS:
            pass
        elif text == below:
            if here and _before_item(texts[here - 1], looks[here - 1], cues[here - 1]) and text != texts[here - 1]:
                _item(texts, cues, here, dated=False)
            else:
                cues.add(here, "twice")
                cues.add(here + 1, "twice")
        elif look_below.stamps and here + 2 < len(texts) and text == texts[here + 2]:
            _item(texts, cues, here, dated=True)
        if look_below.stamps and not _STAMPED.isdisjoint(look_below.cues):
            cues.add(here, _above_stamp(look.cues, look_below.cues))
        elif look.stamps and "date_labelled" in look.cues:
            cues.add(here + 1, "below_stamp")
        if look.dateline and look_below.dateline and below[:2].isupper() and not text[:2].isupper():
            cues.add(here, "above_dateline")
        if here and shape in _SIGNED and look_below.cues[0] in _SHORT and looks[here - 1].cues[0] in _PROSE and text[0].isupper():
            signatures.append(here)
    # Letters are signed on two lines, name and city: known by a city that is known, or by there being several.
    if any(texts[here + 1].upper() in places() for here in signatures) or sum("name" in looks[here].cues for here in signatures) > 1:
        for here in signatures:
            cues.add(here, "signature")
            cues.add(here + 1, "signature")
    return cues


def _items(texts: Sequence[str], looks: Sequence[Look], heading: int) -> Iterator[int]:
    """The lines right below a heading that begin with a bullet, all with the same, down to the next heading."""
    bullet = texts[heading + 1][:2] if heading + 1 < len(texts) else ""
    if bullet[:1] in _BULLETS and bullet[1:].isspace():
        below = range(heading + 1, len(texts))
        yield from takewhile(lambda unit: texts[unit].startswith(bullet) and "list_heading" not in looks[unit].cues, below)


def _repeated(text: str) -> str:
    """What a line is that occurs twice: as long as a title, or as a paragraph, which only the trees ask; a word or two is neither."""
    words = text.count(" ")
    return "copied" if words >= _LONG or len(text) > LONGEST_TITLE else "again" if words > 2 else ""


def _above_credits(dump: Dump, looks: list[Look], profile: Profile) -> Iterable[tuple[int, bool]]:
    """The lines that a picture's credit stands right below, and whether blank ones part the two, with no more than one above, from the rest.

    Of 318 lines so parted on marked pages 3 were the article's, of the others one in eight. What may be a text's credit ("Source: Reuters")
    is none.
    """
    filled, lasts = dump.filled, dump.lasts
    for credit, look in enumerate(looks):
        here = credit - 1
        if here < 0 or look.cues[0] not in CREDITS or "caption_credit" not in look.cues or "caption_credit" in looks[here].cues:
            continue
        top = max(0, here - 1)  # of a picture's lines: its alternative text may stand above the caption
        if here > top and filled[here] - lasts[top] > dump.step:
            top = here
        ended = credit + 1 == len(filled) or filled[credit + 1] - lasts[credit] > dump.step
        alone = ended and (not top or filled[top] - lasts[top - 1] > dump.step)
        if filled[credit] - lasts[here] == dump.step and not regex(profile.byline["inputs"]).match(dump.texts[credit]):
            yield here, alone


def _about_authors(texts: list[str], looks: list[Look], profile: Profile) -> Iterable[int]:
    """The lines of prose that open with the name of somebody who has a byline on the page, as notes on authors do."""
    credited = [text for text, look in zip(texts, looks, strict=True) if not _CREDITED.isdisjoint(look.cues) and len(text) <= LONG]
    parts = [part for text in credited for part in regex(profile.byline["between"]).split(profile.without_prefix(text))]
    names = {name for part in parts if is_name(name := _two_words(part)) and not profile.is_role(part)}
    if names:
        for here, look in enumerate(looks):
            if look.cues[0] in _PROSE and _CREDITED.isdisjoint(look.cues) and _two_words(texts[here]) in names:
                yield here


def _two_words(text: str) -> str:
    """The first two words of a line, without a comma behind them."""
    return " ".join(text.split(None, 2)[:2]).rstrip(",")


def _before_item(text: str, look: Look, cues: tuple[str, ...]) -> bool:
    """Whether a line ends a teaser or heads a list of them."""
    return len(text) <= LONG and ("item_blurb" in cues or (look.cues[0] not in _PARAGRAPHS and not _HEADINGS.isdisjoint(look.cues)))


def _above_stamp(cues: tuple[str, ...], below: tuple[str, ...]) -> str:
    """What a line is that stands right above "Published …": a byline if it can be one and there is none in the line below."""
    if "byline_dated" in below or _PEOPLE.isdisjoint(cues):
        return "above_stamp"
    return "desk_above_stamp" if _DESKS.intersection(cues) else "name_above_stamp"


def _item(texts: list[str], cues: _Cues, here: int, dated: bool) -> None:
    """Mark a teaser that begins at `here`: title, date, title again, blurb."""
    again = here + 1 + dated
    cues.add(here, "item_title")
    cues.add(again, "item_title")
    if dated:
        cues.add(here + 1, "item_date")
    blurb = again + 1
    if blurb < len(texts) and texts[blurb] != texts[here] and texts[blurb] not in texts[blurb + 1 : blurb + 3]:
        cues.add(blurb, "item_blurb")
