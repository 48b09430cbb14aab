"""The news agency that an article is from."""

from ..article import Field
from ..datelines import agency_behind, is_agency, words
from ..page import Page
from ..regexes import regex
from . import desk

_BESIDE = 2  # lines from the byline or the date to one that names the source
_CREDIT = 80  # code points of one
_NO_CREDIT = frozenset(("caption", "section_heading", "teaser", "print_line", "timestamp"))


def read(page: Page, line: desk.Byline | None, dateline: Field, published: Field) -> Field | None:
    """The agency that the dateline names, else the byline or a line by it, else a text credit."""
    if dateline.value and dateline.value.agency and dateline.unit is not None:
        return page.field(dateline.unit, "agency in the dateline", dateline.value.agency)
    return _in_byline(page, line) or _beside(page, line, published) or _credit(page)


def _in_byline(page: Page, line: desk.Byline | None) -> Field | None:
    """The agency among the parts of a byline."""
    if not line:
        return None
    for part in desk.parts(page, line[1].text):
        if not part.isascii() and (known := [name for name in words().east if part.startswith(name)]):  # "新华社记者 张晓梅"
            return page.field(line[0], "agency in the byline", max(known, key=len))
        for piece in map(str.strip, regex(page.profile.byline["agencies"]).split(part)):
            name = desk.agency_of(page, piece) or agency_behind(piece, page.profile) if piece else ""
            # A site is the paper's own: "A. Writer — Dawn.com".
            if name and (name.lower() in page.profile.agencies or "." not in name):
                lines = range(line[0], len(page.texts))  # of a byline over several lines it may be a later one
                unit = next((at for at in lines if name in page.texts[at]), line[0])
                return page.field(unit, "agency in the byline", name)
    return None


def _beside(page: Page, line: desk.Byline | None, published: Field) -> Field | None:
    """The agency that is all of the line below the byline, or that a line by it or by the date gives as the source."""
    first = next(iter(page.units("body")), len(page.texts))
    if line and line[0] + 1 < first and is_agency(page.texts[line[0] + 1], page.profile):
        return page.field(line[0] + 1, "agency below the byline", page.texts[line[0] + 1])
    anchors = [unit for unit in (line and line[0], published.unit if published.value else None) if unit is not None]
    for unit in [other for anchor in anchors for other in range(max(0, anchor - _BESIDE), min(first, anchor + _BESIDE + 1))]:
        text = page.texts[unit]
        led = regex(page.profile.byline["inputs"]).match(text) if len(text) <= _CREDIT and (":" in text or "：" in text) else None
        beside = any(abs(unit - anchor) == 1 for anchor in anchors)
        if led and (beside or "caption_credit" not in page.cues[unit]) and is_agency(led["agency"], page.profile):
            return page.field(unit, "source by the byline", led["agency"])
    return None


def _credit(page: Page) -> Field | None:
    """The agency that the last line of the text or one right below names, or its last words in brackets."""
    if not page.article:
        return None
    last = page.article[-1]
    for unit in [*page.units("tail.credit"), last, *page.below(desk.CREDITED)]:
        if page.labels[unit] not in _NO_CREDIT and len(page.texts[unit]) <= _CREDIT and (name := _credited(page, page.texts[unit])):
            return page.field(unit, "text credit", name)
    closing = regex(page.profile.byline["closing"]).search(page.texts[last][-_CREDIT:])
    if closing and is_agency(closing["agency"], page.profile, within=True):
        return page.field(last, "text credit at the end", closing["agency"])
    return None


def _credited(page: Page, text: str) -> str | None:
    """The agencies that a line gives as its source, as printed: "mit dpa", "SDA/rab". None where it says more, or names none."""
    led = regex(page.profile.byline["inputs"]).match(text) or regex(page.profile.byline["signed"]).match(text)
    names = led["agency"] if led else text.strip("()[]*–—-/© .")
    parts = regex(r"\s*[/,;|+&]\s*|\s(?:and|und|et|y|e|en|og|och)\s").split(names)
    known = [part for part in parts if is_agency(part, page.profile)]
    if not known or not (led or all(part in known or (len(part) < 5 and (part.islower() or part.isupper())) or page.is_own(part) for part in parts)):
        return None
    return names[names.index(known[0]) : names.rindex(known[-1]) + len(known[-1])]
