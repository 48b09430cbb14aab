"""The lists of teasers before and after the article, as sections with items; their lines get their labels by what became of them."""

from collections import Counter
from functools import partial
from itertools import pairwise

from .. import list_lines, listing
from ..article import Field, Item, Section
from ..cues import look, split_item
from ..names import is_name
from ..page import Page

_HEADINGS = frozenset(("list_heading", "list_or_menu", "columns"))
_LONGEST = 60  # of a heading, in code points
_SHORT = 30  # of a relative date, in code points
_MOST = 400  # lines of a list that are read
# What no list of other stories holds.
_NONE = frozenset(("headline", "standfirst", "body", "subhead", "insert", "author_note", "print_line"))
_READ = ("lead.byline", "lead.timestamp")
_ALWAYS = "columns"  # the cue of headings that are a section even where nothing stands under them


def read(page: Page) -> list[Field]:
    """The sections in order, each once. An empty heading is one only if it always is (Opinion, Editorial)."""
    page.teasers.clear()
    headings = _headings(page)
    found: list[Field] = []
    seen: set[tuple[str, ...]] = set()
    labels: dict[int, str] = {}
    for heading, end in pairwise([*headings, len(page.texts)]):
        lines = _lines(page, heading, end)
        records = listing.records(lines, page.cues)
        if not records and (lines or not _is_always(page, heading)):
            continue
        value = Section(list_lines.bare(page.texts[heading]).rstrip(":：").rstrip(), [_item(record) for record in records])
        key = (value.heading, *(item.title for item in value.items))
        if key in seen:
            continue
        seen.add(key)
        labels[heading] = "section_heading"
        teasers = [record.units for record in records]
        page.teasers += teasers
        labels.update((unit, "teaser") for first, last in teasers for unit in range(first, last + 1))
        last = teasers[-1][1] if teasers else heading
        found.append(Field(value, value.heading, partial(page.stretch, heading, last), "heading and the list of stories under it"))
    page.relabel(("section_heading", "teaser"), labels)
    return found


def _is_always(page: Page, heading: int) -> bool:
    return _ALWAYS in page.cues[heading] and page.state(heading) == "after.heading"


def _headings(page: Page) -> list[int]:
    """The units that can head a list of stories; one that stands often in the same part of the page is a link or a kicker."""
    heads = {cues for cues in set(page.cues) if not _HEADINGS.isdisjoint(cues)}
    units = {
        unit: (page.state(unit)[:4], page.texts[unit])
        for unit, cues in enumerate(page.cues)
        if len(cues) > 1 and cues in heads and len(page.texts[unit]) <= _LONGEST and page.labels[unit] not in _NONE
    }
    times = Counter(units.values())
    return [unit for unit, place in units.items() if times[place] < listing.REPEATED]


def _lines(page: Page, heading: int, end: int) -> list[list_lines.Line]:
    """The lines under a heading that a list can be made of: up to the article, a footer, a menu or the next heading."""
    if "no_stories" in page.cues[heading]:
        return []
    dump, labels, settled = page.dump, page.labels, page.settled
    result: list[list_lines.Line] = []
    without = 0
    for unit in range(heading + 1, min(end, heading + _MOST)):
        # Above the article, one that a field was read from is its own.
        if labels[unit] in _NONE or (unit in settled and page.state(unit) in _READ):
            break
        text, stamps, cues = page.texts[unit], page.looks[unit].stamps, page.cues[unit]
        if "item_whole" in cues:
            title, blurb = split_item(text[stamps[0].end :]) or (text, None)
            result.append(list_lines.Line(unit, list_lines.TITLE, title, False, False, stamps[0]))
            if blurb:
                result.append(list_lines.Line(unit, list_lines.PROSE, blurb, False, False))
            continue
        first = dump.filled[unit]
        if dump.lasts[unit] > first:
            text = _own(page, unit)
        plain = list_lines.bare(text)
        kind = list_lines.kind_of(plain, cues)
        without = 0 if kind in list_lines.STORY else without + 1
        if kind == list_lines.END or without > listing.LONGEST_GAP:
            break
        stamp = stamps[0] if stamps and kind == list_lines.DATE else None
        result.append(list_lines.Line(unit, kind, plain, not text.startswith(plain), first > dump.lasts[unit - 1] + dump.step, stamp))
    return result


def _own(page: Page, unit: int) -> str:
    """The text of a unit of several rows, without what a dumper's lines were joined to a title with: a byline below, a short "2 hours ago" above."""
    text, dump = page.texts[unit], page.dump
    first, last = dump.rows[dump.filled[unit]].strip(), dump.rows[dump.lasts[unit]].strip()
    name = page.profile.without_prefix(last)
    if name != last and is_name(name):
        text = text.removesuffix(last).rstrip()
    if len(first) <= _SHORT and "relative_date" in look(first, page.profile).cues:
        text = text.removeprefix(first).lstrip()
    return text or page.texts[unit]


def _item(record: listing.Record) -> Item:
    stamp, blurb = record.dated and record.dated.stamp, record.blurb and record.blurb.text
    return Item(record.title, stamp and stamp.iso, bool(stamp and stamp.kind == "updated"), blurb, bool(blurb and blurb.endswith(list_lines.CUT)))
