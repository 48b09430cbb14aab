"""A byline as printed, over all of its lines: dumpers give each link one of its own, and the "By" above and the "and" between."""

from .. import bylines
from ..article import Field, PassedOver
from ..page import Page
from . import desk
from .desk import Byline


def over_lines(page: Page, first: int, last: int, rule: str, passed_over: PassedOver, chance: float) -> tuple[int, int, Field]:
    """The byline whose names stand from one line to another, with the agency that ends their list and the "By" above; its first and last line."""
    from ..candidates.author_lists import list_around

    following = next((unit for unit in list_around(page, last) if unit > last), None)
    if following is not None and not page.looks[following].stamps and _is_desk(page, following):
        last = following
    shown = desk.as_printed(page, last) or page.texts[last]
    if page.texts[last].startswith(shown):
        first = _led_in_above(page, first)
    if first == last:
        return first, last, page.field(first, rule, shown, passed_over=passed_over, chance=chance)
    return first, last, _joined(page, first, last, shown, rule, passed_over, chance)


def led_in(page: Page, unit: int, printed: Field) -> Byline:
    """A byline of one line, with the "By" above."""
    first = _led_in_above(page, unit) if page.texts[unit].startswith(printed.text) else unit
    if first == unit:
        return unit, printed
    return first, _joined(page, first, unit, printed.text, printed.rule, printed.passed_over, printed.chance)


def of_list(page: Page, line: Byline, last: int) -> Byline:
    """A byline whose list of names goes on to a line below."""
    first, printed = line
    return first, _joined(page, first, last, page.texts[last], printed.rule, printed.passed_over, printed.chance)


def _is_desk(page: Page, unit: int) -> bool:
    """Whether a line of a list is a desk or an agency: "Reuters", "and agencies"."""
    from ..candidates.author_lists import ONE_MORE

    text = page.texts[unit]
    name = next((text[len(sign) :] for sign in ONE_MORE if text.startswith(sign)), text).strip()
    return name.lower() in page.profile.desks or desk.agency_of(page, name) is not None


def _led_in_above(page: Page, unit: int) -> int:
    """The line above a name where that is nothing but "By" or the like; else the name's own."""
    above = page.texts[unit - 1] if unit else ""
    return unit - 1 if above and len(above) < bylines.ALONE and bylines.leads_in(above) and not bylines.says_other(above) else unit


def _joined(page: Page, first: int, last: int, end: str, rule: str, passed_over: PassedOver, chance: float | None) -> Field:
    """Several lines in one: a comma that had a line of its own stands by the name. `end`: what the last line has of the byline."""
    text = " ".join([*page.texts[first:last], end])
    return Field(text.replace(" ,", ","), text, lambda: (page.dump.span(first)[0], page.dump.span(last, end)[1]), rule, passed_over, first, chance)
