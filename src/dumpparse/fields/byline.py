"""The byline, and the people in it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from .. import eastern_names, organisations
from ..article import Field
from ..byline_words import byline_words
from ..datelines import is_agency
from ..names import is_name
from ..page import Page
from ..ranking import Ranking, ranking
from ..rules import is_given_name, places
from . import desk, printed_byline
from .desk import Byline

if TYPE_CHECKING:
    from ..evidence import Rejected

_ELSEWHERE = ("tail.credit", "after.byline")
_CLOSE = 0.1  # an author and a name elsewhere whose chances differ by less are about equal
_DESKS = frozenset(("desk", "agency", "by_prefix", "byline_dated"))
_BETWEEN = frozenset("|,/")  # between the names of a byline, on a line of their own
_NOTES = frozenset(("author_note", "about_author"))
_PROSE = 30  # words from which on a line of the article is a paragraph


def read(page: Page, headline: Field | None, published: Field | None, warnings: list[str]) -> tuple[Byline | None, list[Field]]:
    """The byline's unit and the byline as printed, a date on its line left out; and the people in it, names only.

    By the labels alone where nothing learned is asked. A byline that names a desk or an agency has no authors.
    """
    learned = ranking("authors") if page.lean else None
    if not learned:
        line = _labelled(page)
        units = _list_below(page, line[0]) if line else []
        if not line or not units:
            return line, _people(page, line)
        people = [one for unit in units for one in _people(page, (unit, page.field(unit, line[1].rule)))]
        return printed_byline.of_list(page, line, units[-1]), _people(page, line) + people
    return _weighed(page, learned, headline, published and published.unit, warnings)


def _weighed(page: Page, learned: Ranking, title: Field | None, published: int | None, warnings: list[str]) -> tuple[Byline | None, list[Field]]:
    from ..candidates import author_lists, authors  # a layout that the rules alone read asks for none
    from .author_filters import is_nobody, without_others
    from .authors import LEAST, TOGETHER, choose, unless_others

    headline = title and title.unit
    found = authors.find(page, headline, published)
    chances = learned.each(authors.traits(page, found, headline, published))
    chances = [0.0 if chance >= LEAST and is_nobody(page, one, title) else chance for one, chance in zip(found, chances, strict=True)]
    least = learned.needed(bool(page.article))
    chosen = unless_others(page, found, chances, choose(page, found, chances, least), least)
    chosen = without_others(page, chosen, title)
    if not chosen:
        return _desk(page, headline, published), []
    names = {one.mention.name for one, _ in chosen}

    def passed_over() -> "Iterator[Rejected]":
        told = set()  # a name may be a candidate of its line twice: by itself, and as what a longer one begins with
        for chance, one in sorted(zip(chances, found, strict=True), reverse=True)[:8]:
            if one.mention.name not in names and (one.unit, one.mention.name) not in told:
                told.add((one.unit, one.mention.name))
                yield page.rejected(one.unit, f"less like an author's name by where it stands: {chance:.2f}", one.mention.name)

    best = max(chosen, key=lambda pair: pair[1])
    order = {id(one): at for at, one in enumerate(found)}
    chosen.sort(key=lambda pair: order[id(pair[0])])
    unit = best[0].unit
    rivals = [chance for one, chance in zip(found, chances, strict=True) if abs(one.unit - unit) > TOGETHER and one.mention.name not in names]
    credited = "credit" in page.cues[unit]
    if not credited and best[1] - max(rivals, default=0.0) < _CLOSE:
        warnings.append("author-ambiguous")
    # The same name may stand elsewhere, most often in a note on the author: the byline is where "By" leads it in, if that is about as likely.
    name, noted = best[0].mention.name.casefold(), _is_note(page, unit)
    likely = 0.0 if noted else best[1] / 2
    units = [one.unit for one, chance in zip(found, chances, strict=True) if chance >= likely and one.mention.name.casefold() == name]
    lines = {one.unit for one, _ in chosen}
    listed = lines.intersection([unit, *author_lists.list_around(page, unit, told=True)])
    if any(author_lists.tells_of_one(page, line) for line in range(min(listed), max(listed))):
        listed = {min(listed)}  # what each is stands between: the first is printed
    first, last = min(listed), max(listed)
    alone = next((other for other in units if not _is_note(page, other)), first) if noted else first
    unit = next((other for other in units if "by_prefix" in page.cues[other] or "byline_dated" in page.cues[other]), alone)
    if not first <= unit <= last or any(page.looks[line].stamps for line in range(first, last + 1)):
        first = last = unit
    rule = "most like the article's authors by where it stands"
    named = [
        page.field(one.unit, rule, authors.as_it_stands(page, one), eastern_names.without_sign(one.mention.name), passed_over, chance)
        for one, chance in chosen
    ]
    if credited and (signed := _desk(page, headline, published)):
        return signed, named  # "By Reuters" by the headline, the reporters below the text
    if unit in page.around.inside and page.around.counts[unit] > _PROSE:
        # One who is named in a paragraph signs with the name alone: "(서울=연합뉴스) 홍길순 기자 = …".
        printed = page.field(unit, rule, authors.as_it_stands(page, best[0]), passed_over=passed_over, chance=best[1])
    else:
        first, last, printed = printed_byline.over_lines(page, first, last, rule, passed_over, best[1])
    for line in range(first, last + 1):
        page.settle(line, "byline", best[1])
    return (first, printed), named


def _is_note(page: Page, unit: int) -> bool:
    """Whether a line says who the author is."""
    return not _NOTES.isdisjoint(page.cues[unit])


def _desk(page: Page, headline: int | None, published: int | None) -> Byline | None:
    """The byline that names a desk, an agency or a body and nobody else."""
    found = _labelled(page, _DESKS) or desk.find(page, headline, published)
    return printed_byline.led_in(page, *found) if found else None


def _labelled(page: Page, cues: frozenset[str] | None = None) -> Byline | None:
    """The first line labelled byline by the headline, of those that show one of `cues` if that is given."""
    units = page.units("byline")
    for unit in units:
        printed = desk.as_printed(page, unit)
        if page.state(unit) in _ELSEWHERE or not printed:
            continue
        if not cues or not cues.isdisjoint(page.cues[unit]) or printed.lower() in page.profile.desks:
            return unit, page.field(unit, "line labelled byline", printed, passed_over=partial(_rejected, page, units, unit))
    return None


def _list_below(page: Page, unit: int) -> list[int]:
    """The names on the lines below a byline's where these go on with it: "|", "Jane Doe", as dumpers print links."""
    texts, words = page.texts, byline_words()
    units: list[int] = []
    for other in range(unit + 2, len(texts), 2):
        between, name = texts[other - 1], texts[other]
        goes_on = between in _BETWEEN or between.lower() in words.joins
        if not goes_on or not (is_name(name) and is_given_name(name.partition(" ")[0])) or _is_papers(page, name):
            break
        units.append(other)
    return units


def _is_papers(page: Page, name: str) -> bool:
    """Whether a name is that of the paper's pages, an agency or a button."""
    profile, words = page.profile, name.lower().split()
    known = {word for site in profile.sites for word in site.split()}
    shared = any("share" in profile.phrases.get(word, ()) for word in words)  # "Facebook Count"
    return shared or not known.isdisjoint(words) or profile.is_role(name) or is_agency(name, profile) or organisations.is_one(name)


def _rejected(page: Page, units: list[int], chosen: int) -> "Iterator[Rejected]":
    for unit in units:
        if unit != chosen:
            yield page.rejected(unit, "below the article" if page.state(unit) in _ELSEWHERE else "another byline stands before it")


def _people(page: Page, byline: Byline | None) -> list[Field]:
    """The people in a byline. A part that is a desk, an agency or a role, or no name by its shape, is left out."""
    if not byline:
        return []
    found = desk.parts(page, byline[1].text)
    if len(found) == 1 and page.profile.is_role(found[0]):
        return []
    profile = page.profile
    names = [name for name in found if is_name(name) and not profile.is_role(name) and name.upper() not in places()]
    return [page.field(byline[0], "name in the byline", name) for name in names]
