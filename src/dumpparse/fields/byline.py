"""The byline, the people in it, and the agency."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ..article import Field, PassedOver
from ..cues import byline_after, byline_before
from ..datelines import is_agency
from ..names import is_name
from ..page import Page
from ..ranking import Ranking, ranking
from ..regexes import regex
from ..rules import given_names, places

if TYPE_CHECKING:
    from ..candidates.authors import Candidate
    from ..evidence import Rejected

_ELSEWHERE = ("tail.credit", "after.byline")
_TOGETHER = 4  # lines within which several authors are named
_CLOSE = 0.1  # an author and a name elsewhere whose chances differ by less are about equal
_LISTED, _OF_LIST = 0.3, 0.02  # least chances of the best for whom a list over several lines is read, and of a name in it
_ALSO, _APART = 0.5, 0.95  # least chances of a second author who stands together with the first, and of one who does not
_DESKS = frozenset(("desk", "agency", "by_prefix", "byline_dated"))
_CREDITED = 4  # lines below the article in which a credit stands
_CREDIT = 80  # code points of one
_NO_CREDIT = frozenset(("caption", "section_heading", "teaser", "print_line", "timestamp"))
Byline = tuple[int, Field]


def read(page: Page, headline: Field | None, published: Field | None, warnings: list[str]) -> tuple[Byline | None, list[Field]]:
    """The byline's unit and the byline as printed, a date on its line left out; and the people in it, names only.

    By the labels alone where nothing learned is asked. A byline that names a desk or an agency has no authors.
    """
    learned = ranking("authors") if page.lean else None
    if not learned:
        line = _labelled(page)
        return line, _people(page, line)
    return _weighed(page, learned, headline and headline.unit, published and published.unit, warnings)


def _weighed(page: Page, learned: Ranking, headline: int | None, published: int | None, warnings: list[str]) -> tuple[Byline | None, list[Field]]:
    from ..candidates import authors

    found = authors.find(page, headline, published)
    chances = learned.each(authors.traits(page, found, headline, published))
    chosen = choose(found, chances, learned.least)
    if not chosen:
        return _labelled(page, _DESKS), []
    chosen += _company(page, found, chances, chosen)
    listed = dict.fromkeys([chosen[0][0].unit, *authors.list_around(page, chosen[0][0].unit)])  # in order
    chosen += _listed(page, found, chances, chosen, listed)
    names = {one.mention.name for one, _ in chosen}

    def passed_over() -> "Iterator[Rejected]":
        for chance, one in sorted(zip(chances, found, strict=True), reverse=True)[:8]:
            if one.mention.name not in names:
                yield page.rejected(one.unit, f"less like an author's name by where it stands: {chance:.2f}", one.mention.name)

    best = max(chosen, key=lambda pair: pair[1])
    order = {id(one): at for at, one in enumerate(found)}
    chosen.sort(key=lambda pair: order[id(pair[0])])
    unit = best[0].unit
    rivals = [chance for one, chance in zip(found, chances, strict=True) if abs(one.unit - unit) > _TOGETHER and one.mention.name not in names]
    if best[1] - max(rivals, default=0.0) < _CLOSE:
        warnings.append("author-ambiguous")
    # The same name may stand elsewhere, most often in a note on the author: the byline is where "By" leads it in, if that is about as likely.
    name, likely = best[0].mention.name.casefold(), best[1] / 2
    units = [one.unit for one, chance in zip(found, chances, strict=True) if chance >= likely and one.mention.name.casefold() == name]
    in_list = [one.unit for one, _ in chosen if one.unit in listed]
    first, last = min(in_list), max(in_list)
    unit = next((other for other in units if "by_prefix" in page.cues[other] or "byline_dated" in page.cues[other]), first)
    if not first <= unit <= last or any(page.looks[line].stamps for line in range(first, last + 1)):
        first = last = unit
    rule = "most like the article's authors by where it stands"
    if first < last:
        printed = _over_lines(page, first, last, rule, passed_over, best[1])
    else:
        printed = page.field(unit, rule, _as_printed(page, unit), passed_over=passed_over, chance=best[1])
    for line in range(first, last + 1):
        page.settle(line, "byline", best[1])
    return (first, printed), [
        page.field(one.unit, rule, authors.as_it_stands(page, one), one.mention.name, passed_over, chance) for one, chance in chosen
    ]


def choose(found: "Sequence[Candidate]", chances: Sequence[float], least: float) -> "list[tuple[Candidate, float]]":
    """The authors among the candidates, the likeliest first: the best, and others as likely that stand together with it.

    Who is led in by "Photo", "Edited by" or the like, in the line or by the one above, is none where there is another.
    """
    best: dict[str, tuple[Candidate, float]] = {}
    for one, chance in zip(found, chances, strict=True):
        name = one.mention.name.casefold()
        if chance > best.get(name, (None, 0.0))[1]:
            best[name] = one, chance
    chosen: list[tuple[Candidate, float]] = []
    for one, chance in sorted(best.values(), key=lambda pair: -pair[1]):
        if chance < least:
            break
        if chosen:
            near = abs(one.unit - chosen[0][0].unit) <= _TOGETHER
            if chance < (_ALSO if near else _APART):
                continue
            words = set(one.mention.name.casefold().split())
            if any(words <= known or known <= words for known in (set(other.mention.name.casefold().split()) for other, _ in chosen)):
                continue
        chosen.append((one, chance))
    return [pair for pair in chosen if not pair[0].is_led_in_as_other()] or chosen


def _company(
    page: Page, found: "Sequence[Candidate]", chances: Sequence[float], chosen: "list[tuple[Candidate, float]]"
) -> "list[tuple[Candidate, float]]":
    """The other names in the best one's line, where that is nothing but names.

    Two with an "and", any number with one behind "By", or given names open half of them.
    """
    best, likely = chosen[0]
    printed = _as_printed(page, best.unit) or ""
    parts = _parts(page, printed)
    if likely < _ALSO or len(parts) < 2 or not all(map(is_name, parts)):
        return []
    known = {word for one, _ in chosen for word in one.mention.name.split()}
    given = sum([part.split()[0].lower() in given_names() for part in parts])
    led = len(parts) == 2 or "by_prefix" in page.cues[best.unit]
    if not (led and _and(printed)) and (given < 2 or 2 * given < len(parts)):
        return []
    others = {part for part in parts if known.isdisjoint(part.split())}
    return [(one, chance) for one, chance in zip(found, chances, strict=True) if one.unit == best.unit and one.mention.name in others]


def _listed(
    page: Page, found: "Sequence[Candidate]", chances: Sequence[float], chosen: "list[tuple[Candidate, float]]", units: Iterable[int]
) -> "list[tuple[Candidate, float]]":
    """The names that open the other lines of the list in which the best one stands: "By A", ",", "B", "and", "C", as dumpers print links."""
    if chosen[0][1] < _LISTED:
        return []
    known = {word for one, _ in chosen for word in one.mention.name.split()}
    opening: dict[int, list[tuple[float, Candidate]]] = {unit: [] for unit in units}
    for one, chance in zip(found, chances, strict=True):
        # What stands before the sign that a line begins with is part 0.
        opens = one.unit in opening and one.mention.part == (page.texts[one.unit][0] in ",&")
        if opens and chance >= _OF_LIST and is_name(one.mention.name):
            opening[one.unit].append((chance, one))
    listed = []
    for names in opening.values():
        chance, best = max([pair for pair in names if known.isdisjoint(pair[1].mention.name.split())], default=(0.0, None))
        if best:
            known.update(best.mention.name.split())
            listed.append((best, chance))
    return listed


_and = regex(r" (?:and|und|et|y|e|en|og|och|i) ").search


def _as_printed(page: Page, unit: int) -> str | None:
    """The text of a byline's line without the dates and the buttons on it; None where that is the whole line."""
    text, stamps = page.texts[unit], page.looks[unit].stamps
    printed = text
    if stamps:
        printed = byline_before(text, stamps)
        if page.profile.dates.is_filler(printed):  # nothing, or a weekday
            printed = byline_after(text, stamps)
    return regex(page.profile.byline["behind"]).sub("", printed).rstrip(" ,") or None


def _over_lines(page: Page, first: int, last: int, rule: str, passed_over: PassedOver, chance: float) -> Field:
    """A byline printed over several lines, in one: a comma that had a line of its own stands by the name."""
    end = page.texts[last].rstrip(" ,")
    text = " ".join([*page.texts[first:last], end])
    return Field(text.replace(" ,", ","), text, lambda: (page.dump.span(first)[0], page.dump.span(last, end)[1]), rule, passed_over, first, chance)


def _labelled(page: Page, cues: frozenset[str] | None = None) -> Byline | None:
    """The first line labelled byline by the headline, of those that show one of `cues` if that is given."""
    units = page.units("byline")
    for unit in units:
        printed = _as_printed(page, unit)
        if page.state(unit) in _ELSEWHERE or not printed:
            continue
        if not cues or not cues.isdisjoint(page.cues[unit]) or printed.lower() in page.profile.desks:
            return unit, page.field(unit, "line labelled byline", printed, passed_over=partial(_rejected, page, units, unit))
    return None


def _rejected(page: Page, units: list[int], chosen: int) -> "Iterator[Rejected]":
    for unit in units:
        if unit != chosen:
            yield page.rejected(unit, "below the article" if page.state(unit) in _ELSEWHERE else "another byline stands before it")


def _people(page: Page, byline: Byline | None) -> list[Field]:
    """The people in a byline. A part that is a desk, an agency or a role, or no name by its shape, is left out."""
    if not byline:
        return []
    parts = _parts(page, byline[1].text)
    if len(parts) == 1 and page.profile.is_role(parts[0]):
        return []
    profile = page.profile
    names = [name for name in parts if is_name(name) and not profile.is_role(name) and name.upper() not in places()]
    return [page.field(byline[0], "name in the byline", name) for name in names]


def signed(page: Page, dateline: Field) -> tuple[Byline, list[Field]] | None:
    """The byline and the author that a dateline names, as in East Asia."""
    found = page.looks[dateline.unit].dateline if dateline.value and dateline.unit is not None else None
    if not found or not found.writer:
        return None
    unit: int = dateline.unit  # type: ignore[assignment]
    writer = page.field(unit, "signed in the dateline", found.writer)
    return (unit, writer), [writer]


def agency(page: Page, byline: Byline | None, dateline: Field) -> Field | None:
    """The news agency that the dateline names, else the byline, else a text credit."""
    if dateline.value and dateline.value.agency and dateline.unit is not None:
        return page.field(dateline.unit, "agency in the dateline", dateline.value.agency)
    if byline:
        for name in _parts(page, byline[1].text):
            if name.lower() in page.profile.agencies:
                lines = range(byline[0], len(page.texts))  # of a byline over several lines it may be a later one
                unit = next((line for line in lines if name in page.texts[line]), byline[0])
                return page.field(unit, "agency in the byline", name)
    return _credit(page)


def _credit(page: Page) -> Field | None:
    """The agency that a line right below the text names, or its last words in brackets."""
    if not page.article:
        return None
    last = page.article[-1]
    for unit in [*page.units("tail.credit"), *range(last + 1, min(last + 1 + _CREDITED, len(page.texts)))]:
        if page.labels[unit] not in _NO_CREDIT and len(page.texts[unit]) <= _CREDIT and (name := _credited(page, page.texts[unit])):
            return page.field(unit, "text credit", name)
    closing = regex(page.profile.byline["closing"]).search(page.texts[last][-_CREDIT:])
    if closing and is_agency(closing["agency"], page.profile, within=True):
        return page.field(last, "text credit at the end", closing["agency"])
    return None


def _credited(page: Page, text: str) -> str | None:
    """The agencies that a line gives as its source, as printed: "mit dpa", "SDA/rab". None where it says more, or names none."""
    led = regex(page.profile.byline["inputs"]).match(text) or regex(page.profile.byline["signed"]).match(text)
    names = led["agency"] if led else text.strip("()[]*–—- .")
    parts = regex(r"\s*[/,;|+&]\s*|\s(?:and|und|et|y|e|en|og|och)\s").split(names)
    known = [part for part in parts if is_agency(part, page.profile)]
    if not known or not (led or all(part in known or (len(part) < 5 and part.islower()) for part in parts)):
        return None
    return names[names.index(known[0]) : names.rindex(known[-1]) + len(known[-1])]


def _parts(page: Page, byline: str) -> list[str]:
    rest = page.profile.without_prefix(byline)
    return [part.strip(" \t\xa0*") for part in regex(page.profile.byline["between"]).split(rest)]
