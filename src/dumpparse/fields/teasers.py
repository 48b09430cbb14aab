"""The lists of teasers before and after the article, as sections with items."""

from functools import partial

from ..article import Field, Item, Section
from ..cues import split_item
from ..page import Page

_DATES = frozenset(("item_date", "date_alone", "date_labelled"))
_ALWAYS = "columns"  # the cue of headings that are a section even where nothing stands under them


class _Open:
    """A section while it is being read: its heading's unit, its last unit, and its teasers as the Item's arguments."""

    def __init__(self, unit: int):
        self.unit = self.last = unit
        self.items: list[dict] = []


def read(page: Page) -> list[Field]:
    """The sections in order. An empty heading is one only if it always is (Opinion, Editorial)."""
    sections: list[_Open] = []
    page.teasers.clear()
    headings = set(page.units("section_heading"))
    for unit in page.units("section_heading", "teaser"):
        if unit in headings:
            sections.append(_Open(unit))
        elif sections:
            _add(page, sections[-1], unit)
        else:
            page.teasers.append((unit, unit))
    found = []
    for section in sections:
        always = _ALWAYS in page.cues[section.unit] and page.state(section.unit) == "after.heading"
        if section.items or always:
            heading = page.texts[section.unit].strip(":")
            value = Section(heading, [_item(**item) for item in section.items])
            found.append(Field(value, heading, partial(page.stretch, section.unit, section.last), "heading and the teasers under it"))
    return found


def _add(page: Page, section: _Open, unit: int) -> None:
    """Give a line to the section's last teaser, or begin another with it."""
    text, stamps, cues = page.texts[unit], page.looks[unit].stamps, page.cues[unit]
    section.last = unit
    if "item_whole" in cues:
        title, blurb = split_item(text[stamps[0].end :]) or (text, None)
        section.items.append({"title": title, "date": stamps[0].iso, "updated": stamps[0].kind == "updated", "blurb": blurb})
        page.teasers.append((unit, unit))
        return
    item = section.items[-1] if section.items else None
    if item and "blurb" not in item:
        if "item_blurb" in cues:
            item["blurb"] = text
        elif text == item["title"]:
            pass
        elif stamps and not _DATES.isdisjoint(cues):
            item["date"], item["updated"] = stamps[0].iso, stamps[0].kind == "updated"
        elif "item_title" not in cues and cues[0].endswith("stop"):
            item["blurb"] = text
        else:
            item = None
        if item:
            page.teasers[-1] = (page.teasers[-1][0], unit)
            return
    section.items.append({"title": text})
    page.teasers.append((unit, unit))


def _item(title: str, date: str | None = None, updated: bool = False, blurb: str | None = None) -> Item:
    return Item(title, date, updated, blurb, bool(blurb and blurb.endswith(("...", "…"))))
