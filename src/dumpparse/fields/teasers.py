"""The lists of teasers before and after the article, as sections with items."""

from dataclasses import dataclass, replace

from ..article import Field, Item, Section
from ..cues import split_item
from ..page import Page

_ALWAYS = "columns"  # the cue of headings that are a section even where nothing stands under them


@dataclass
class _Open:
    """A section while it is being read: its heading's unit, and its teasers with their units."""

    unit: int
    items: list[Item]
    last: int


def read(page: Page) -> list[Field]:
    """The sections in order. An empty heading is one only if it always is (Opinion, Editorial)."""
    sections: list[_Open] = []
    page.teasers.clear()
    for unit in page.units("section_heading", "teaser"):
        if page.labels[unit] == "section_heading":
            sections.append(_Open(unit, [], unit))
        elif sections:
            _add(page, sections[-1], unit)
        else:
            page.teasers.append((unit, unit))
    found = []
    for section in sections:
        always = _ALWAYS in page.looks[section.unit].cues and page.names[section.unit] == "after.heading"
        if section.items or always:
            heading = page.texts[section.unit].strip(":")
            span = (page.span(section.unit)[0], page.span(section.last)[1])
            value = Section(heading, [_finished(item) for item in section.items])
            found.append(Field(value, heading, span, "heading and the teasers under it"))
    return found


def _add(page: Page, section: _Open, unit: int) -> None:
    """Give a line to the section's last teaser, or begin another with it."""
    text, look = page.texts[unit], page.looks[unit]
    items = section.items
    stamp = look.stamps[0] if look.stamps else None
    item = items[-1] if items else None
    section.last = unit
    if "item_whole" in look.cues and stamp:
        title, blurb = split_item(text[stamp.end :]) or (text, None)
        items.append(Item(title, stamp.iso, stamp.kind == "updated", blurb))
        page.teasers.append((unit, unit))
        return
    if item and item.blurb is None and "item_blurb" not in look.cues:
        if text == item.title:
            return _extend(page, unit)
        if stamp and ("item_date" in look.cues or "date_alone" in look.cues or "date_labelled" in look.cues):
            items[-1] = replace(item, date=stamp.iso, updated=stamp.kind == "updated")
            return _extend(page, unit)
    if item and item.blurb is None and "item_title" not in look.cues and ("item_blurb" in look.cues or look.cues[0].endswith("stop")):
        items[-1] = replace(item, blurb=text)
        return _extend(page, unit)
    items.append(Item(text))
    page.teasers.append((unit, unit))


def _extend(page: Page, unit: int) -> None:
    page.teasers[-1] = (page.teasers[-1][0], unit)


def _finished(item: Item) -> Item:
    return replace(item, truncated=bool(item.blurb and item.blurb.endswith(("...", "…"))))
