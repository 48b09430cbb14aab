"""Who signs an article where no byline stands: in its dateline, its opening, or in brackets at its end, as in East Asia and Austria."""

from .. import eastern_names
from ..article import Field
from ..datelines import is_agency
from ..names import is_name
from ..page import Page
from ..regexes import regex
from ..rules import is_given_name
from .desk import Byline

_OPENING, _CLOSING = "（【(", "）】)"  # what a signature's brackets are
_BELOW = 2  # lines below the article in which its writer signs
_SIGNED = 90  # code points of a signature with its date
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


def with_a_date(page: Page) -> tuple[Byline, list[Field]] | None:
    """The byline and the authors who sign below the text or at its end with a date, in brackets: "… (Jane Doe, John Smith, APA, 12.11.2025)"."""
    for unit in (*page.article[-1:], *page.below(1)):
        text = page.texts[unit]
        begin = text.rfind("(", -_SIGNED) + 1
        if not begin or text[-1] != ")":
            continue
        stamps = page.profile.dates.find(text[begin:-1])
        if not stamps or stamps[0].end < len(text) - 1 - begin:
            continue
        printed = text[begin : begin + stamps[0].start].rstrip(" ,")
        signed = [part.strip() for part in regex(page.profile.byline["between"]).split(printed)]
        names = [name for name in signed if is_name(name) and not is_agency(name, page.profile)]
        if (
            names
            and " " in names[0]
            and is_given_name(names[0].partition(" ")[0])
            and all(name in names or is_agency(name, page.profile) for name in signed)
        ):
            rule = "signed with a date below the text"
            return (unit, page.field(unit, rule, printed)), [page.field(unit, rule, name) for name in names]
    return None
