"""Who signs an article in East Asia where no byline stands: in its dateline, or in brackets at its end."""

from .. import eastern_names
from ..article import Field
from ..datelines import is_agency
from ..page import Page
from ..regexes import regex
from .desk import Byline

_OPENING, _CLOSING = "（【(", "）】)"  # what a signature's brackets are
_BELOW = 2  # lines below the article in which its writer signs
_ASKED = 3  # paragraphs of an interview of which one says who asks


def in_dateline(page: Page, dateline: Field) -> tuple[Byline, list[Field]] | None:
    """The byline and the authors that a dateline names."""
    found = page.looks[dateline.unit].dateline if dateline.value and dateline.unit is not None else None
    if not found or not found.writer:
        return None
    unit: int = dateline.unit  # type: ignore[assignment]
    rule = "signed in the dateline"
    people = [page.field(unit, rule, name) for name in eastern_names.several(found.writer)]
    return (unit, page.field(unit, rule, found.writer)), people


def in_the_opening(page: Page) -> tuple[Byline, list[Field]] | None:
    """The byline and the authors whom the first paragraph, or the line above, names in brackets, as in China: "本报讯（记者 张三 通讯员 李四）…"."""
    for unit in range(max(0, page.article[0] - 1), page.article[0] + 1) if page.article else ():
        if found := eastern_names.opening(page.texts[unit]):
            rule = "signed in the opening"
            return (unit, page.field(unit, rule, found[0])), [page.field(unit, rule, name) for name in found[1]]
    return None


def at_the_end(page: Page) -> tuple[Byline, list[Field]] | None:
    """The byline and the authors of an article whose end, or whoever asks its beginning, signs in brackets, as in Japan: "…した。（山田花子）"."""
    if not page.article or not page.lean:
        return None
    asked = [unit for unit in page.article[:_ASKED] if page.texts[unit][-1] in _CLOSING and eastern_names.asks(page.texts[unit])]
    # A notice to readers may stand below a line that is the signature, and be taken for the article's last.
    before = [unit for unit in page.article[-2:-1] if page.texts[unit][0] in _OPENING]
    signed = [unit for unit in (page.article[-1], *page.below(_BELOW), *before, *asked) if page.texts[unit][-1] in _CLOSING]
    if not signed:
        return None
    japanese = regex("[ぁ-ん]").search(page.dump.plain) is not None
    for unit in signed:
        text = page.texts[unit]
        names = eastern_names.signature(text, japanese)
        if names and not is_agency(names[0], page.profile):
            rule = "named as who asks" if unit in asked else "signed below the text"
            printed = text[text.rindex(names[0]) : text.rindex(names[-1]) + len(names[-1])]
            return (unit, page.field(unit, rule, printed)), [page.field(unit, rule, name) for name in names]
    return None
