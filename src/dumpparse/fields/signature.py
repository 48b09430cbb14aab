"""Who signs an article where no byline stands: in its dateline, its opening, or in brackets at its end, as in East Asia and Austria."""

from datetime import date
from itertools import groupby

from .. import eastern_names, organisations
from ..article import Field
from ..byline_words import byline_words
from ..datelines import is_agency
from ..dates import Stamp
from ..names import is_name
from ..page import Page
from ..regexes import regex
from ..rules import is_given_name, places
from .desk import Byline

_OPENING, _CLOSING = "（【(", "）】)"  # what a signature's brackets are
_BELOW = 2  # lines below the article in which its writer signs
_SIGNED = 90  # code points of a signature with its date
_PARAGRAPH = 8  # spaces in the paragraph that it ends, at least
_ENDS = ("", *".!?…”“\"»«’')")  # what stands before it: nothing, or the end of a sentence
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


def with_a_date(page: Page, published: Field) -> tuple[Byline, list[Field]] | None:
    """The byline and the authors who sign in brackets at the text's end or below it, with the day: "… (Jane Doe, John Smith, APA, 12.11.2025)".

    In Austria: the day is in numbers with dots, and that on which the article was published, or the one before or after.
    """
    if not page.article or not page.lean or not published.value:
        return None
    for unit in (page.article[-1], *page.below(1)):
        text = page.texts[unit]
        begin = text.rfind("(", -_SIGNED) + 1
        before = text[: begin - 1].rstrip()
        if not begin or text[-1] != ")" or before[-1:] not in _ENDS or (before and (unit > page.article[-1] or before.count(" ") < _PARAGRAPH)):
            continue
        stamps = page.profile.dates.find(text[begin:-1]) if regex(r"\d{1,2}\. ?\d{1,2}\. ?\d{2,4}\)").search(text, begin) else ()
        if not stamps or stamps[0].end < len(text) - 1 - begin or not _is_near(stamps[0], published.value):
            continue
        printed = text[begin : begin + stamps[0].start].rstrip(" ,")
        signed = [name for part in regex(r"\s*[,/&]\s*").split(printed) for name in _unjoined(part)]
        names = [name for name in signed if not is_agency(name, page.profile)]
        if names and all(_may_sign(page, name) for name in names):
            rule = "signed with the day below the text"
            return (unit, page.field(unit, rule, printed)), [page.field(unit, rule, name) for name in names]
    return None


def _unjoined(part: str) -> list[str]:
    """The names of a part that "and" joins."""
    joins = byline_words().joins
    return [" ".join(words) for joined, words in groupby(part.split(), joins.__contains__) if not joined]


def _may_sign(page: Page, name: str) -> bool:
    if " " not in name or not is_name(name) or not is_given_name(name.partition(" ")[0]):
        return False
    return not (page.profile.is_role(name) or name.upper() in places() or organisations.is_one(name))


def _is_near(stamp: Stamp, published: str) -> bool:
    """Whether a date is that of publication, or the day before or after, however its numbers are read."""
    day = date.fromisoformat(published[:10])
    return any(abs((date.fromisoformat(iso[:10]) - day).days) <= 1 for iso in (stamp.iso, *(stamp.either or ())) if iso and len(iso) >= 10)
