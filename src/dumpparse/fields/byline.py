"""The byline, and the people in it."""

from collections.abc import Iterator, Sequence, Set
from functools import partial
from typing import TYPE_CHECKING

from .. import bylines, eastern_names, mentions, organisations
from ..article import Field
from ..lines import is_unspaced
from ..names import is_name
from ..page import Page
from ..ranking import Ranking, ranking
from ..regexes import regex
from ..rules import given_names, places
from . import desk, printed_byline
from .desk import Byline

if TYPE_CHECKING:
    from ..candidates.authors import Candidate
    from ..evidence import Rejected

_ELSEWHERE = ("tail.credit", "after.byline")
_TOGETHER = 4  # lines within which several authors are named
_CLOSE = 0.1  # an author and a name elsewhere whose chances differ by less are about equal
_LISTED, _OF_LIST = 0.3, 0.02  # least chances of the best for whom a list over several lines is read, and of a name in it
_ALSO, _APART = 0.5, 0.95  # least chances of a second author who stands together with the first, and of one who does not
_DESKS = frozenset(("desk", "agency", "by_prefix", "byline_dated"))
CREDITED = 4  # lines below the article in which a credit stands
_COMMENTED = 0.7  # least chance of a name below the heading of comments: it is mostly a reader's
_TITLES = 3  # parts of a line up to which those behind the first may be titles
_PROSE = 30  # words from which on a line of the article is a paragraph
_UNSPACED = 6  # characters of a name in a script without spaces


def read(page: Page, headline: Field | None, published: Field | None, warnings: list[str]) -> tuple[Byline | None, list[Field]]:
    """The byline's unit and the byline as printed, a date on its line left out; and the people in it, names only.

    By the labels alone where nothing learned is asked. A byline that names a desk or an agency has no authors.
    """
    learned = ranking("authors") if page.lean else None
    if not learned:
        line = _labelled(page)
        return line, _people(page, line)
    return _weighed(page, learned, headline, published and published.unit, warnings)


def _weighed(page: Page, learned: Ranking, title: Field | None, published: int | None, warnings: list[str]) -> tuple[Byline | None, list[Field]]:
    from ..candidates import authors

    headline = title and title.unit
    found = authors.find(page, headline, published)
    chances = learned.each(authors.traits(page, found, headline, published))
    chances = [0.0 if _is_nobody(page, one, title) else chance for one, chance in zip(found, chances, strict=True)]
    chosen = _without_others(choose(page, found, chances, learned.least), title)
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
    rivals = [chance for one, chance in zip(found, chances, strict=True) if abs(one.unit - unit) > _TOGETHER and one.mention.name not in names]
    credited = "credit" in page.cues[unit]
    if not credited and best[1] - max(rivals, default=0.0) < _CLOSE:
        warnings.append("author-ambiguous")
    # The same name may stand elsewhere, most often in a note on the author: the byline is where "By" leads it in, if that is about as likely.
    name, likely = best[0].mention.name.casefold(), best[1] / 2
    units = [one.unit for one, chance in zip(found, chances, strict=True) if chance >= likely and one.mention.name.casefold() == name]
    listed = {best[0].unit, *authors.list_around(page, best[0].unit)}.intersection([one.unit for one, _ in chosen])
    first, last = min(listed), max(listed)
    unit = next((other for other in units if "by_prefix" in page.cues[other] or "byline_dated" in page.cues[other]), first)
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


def _is_nobody(page: Page, one: "Candidate", title: Field | None) -> bool:
    """Whether a candidate is an office, a button or a paper, or what nothing leads in on a line that is the headline: words of it."""
    if organisations.is_one(one.mention.name):
        return True
    if not title or one.unit != title.unit or one.mention.lead != mentions.NOTHING:
        return False
    return is_unspaced(one.mention.name[0]) or title.text == page.texts[one.unit]


def _without_others(chosen: "list[tuple[Candidate, float]]", title: Field | None) -> "list[tuple[Candidate, float]]":
    """The authors, where others are left, but for those below "Edited by", and whom the headline names though no "By" begins their line.

    The latter are of a caption or a tag.
    """
    said = title.text.casefold() if title else ""

    def is_author(one: "Candidate") -> bool:
        name, lead = one.mention.name, one.mention.lead
        if lead == mentions.ABOVE:
            return not one.below_other
        return lead == mentions.BY or " " not in name or name.casefold() not in said

    return [pair for pair in chosen if is_author(pair[0])] or chosen


def choose(page: Page, found: "Sequence[Candidate]", chances: Sequence[float], least: float) -> "list[tuple[Candidate, float]]":
    """The authors among the candidates: the best, others as likely that stand together with it, and the rest of its line and its list.

    Who is named twice, at the headline and below the text, stands in a list perhaps at one of the two. `chances`: one a candidate; `least`:
    that below which nobody is taken, but for the reporters of a credit.
    """
    reporters = _reporters(page, found, chances)
    chosen = _likeliest(page, found, chances, least)
    if not chosen or (reporters and chosen[0][0].unit == reporters[0][0].unit):
        chosen = reporters
    if not chosen:
        return []
    best, likely = chosen[0]
    name = best.mention.name.casefold()
    again = [
        (one, chance)
        for one, chance in zip(found, chances, strict=True)
        if chance >= likely / 2
        and one is not best
        and one.mention.name.casefold() == name
        and (one.unit < page.around.first or one.mention.lead == mentions.BY)
    ]
    return max([_with_company(page, found, chances, [named, *chosen[1:]]) for named in (chosen[0], *again)], key=len)


def _with_company(
    page: Page, found: "Sequence[Candidate]", chances: Sequence[float], chosen: "list[tuple[Candidate, float]]"
) -> "list[tuple[Candidate, float]]":
    """Those who are chosen, and the rest of the line and of the list of the first of them."""
    chosen = chosen + _company(page, found, chances, chosen)
    return chosen + _listed(page, found, chances, chosen)


def _likeliest(page: Page, found: "Sequence[Candidate]", chances: Sequence[float], least: float) -> "list[tuple[Candidate, float]]":
    """The best, and others as likely that stand together with it, the likeliest first.

    Who is led in by "Edited by" or the like, on the line or by the one above, and the paper, are none beside another; by "Photo", never.
    """
    best: dict[str, tuple[Candidate, float]] = {}
    for one, chance in zip(found, chances, strict=True):
        name = one.mention.name.casefold()
        if chance > best.get(name, (None, _COMMENTED if one.commented else 0.0))[1]:
            best[name] = one, chance
    chosen: list[tuple[Candidate, float]] = []
    for one, chance in sorted(best.values(), key=lambda pair: -pair[1]):
        if chance < least:
            break
        if chosen:
            near = abs(one.unit - chosen[0][0].unit) <= _TOGETHER
            if chance < (_ALSO if near else _APART):
                continue
            if _is_known(one.mention.name, chosen):
                continue
        chosen.append((one, chance))
    return [pair for pair in chosen if not pair[0].gives_way()] or [
        pair for pair in chosen if not (pair[0].mention.other and bylines.says_never(page.texts[pair[0].unit]))
    ]


def _is_known(name: str, chosen: "list[tuple[Candidate, float]]") -> bool:
    """Whether a name is one of the chosen, in full or in part."""
    words = set(name.casefold().split())
    return any(words <= known or known <= words for known in (set(one.mention.name.casefold().split()) for one, _ in chosen))


def _reporters(page: Page, found: "Sequence[Candidate]", chances: Sequence[float]) -> "list[tuple[Candidate, float]]":
    """Whom a credit right below the text gives as its reporters, where nobody is named by the headline."""
    unit = next((unit for unit in (*page.article[-1:], *page.below(CREDITED)) if "credit" in page.cues[unit]), None)
    return [
        (one, chance)
        for one, chance in zip(found, chances, strict=True)
        if one.unit == unit and one.mention.lead and not one.mention.other and is_name(one.mention.name)
    ]


def _company(
    page: Page, found: "Sequence[Candidate]", chances: Sequence[float], chosen: "list[tuple[Candidate, float]]"
) -> "list[tuple[Candidate, float]]":
    """The other names in the best one's line, where that is nothing but names; what is said of somebody in brackets is left out."""
    best, likely = chosen[0]
    printed = regex(r"\s*\([^()]*\)").sub("", desk.as_printed(page, best.unit) or "")
    names = [eastern_names.without_sign(part) for part in desk.parts(page, printed)]
    while len(names) > 2 and not _may_be_person(names[-1]):
        names.pop()  # a place or the paper behind them
    if len(names) < 2 or any(map(page.profile.is_role, names)):
        return []
    # Names that are as likely as each other share what is likely of their line.
    beside = [chance for one, chance in zip(found, chances, strict=True) if one.unit == best.unit and one.mention.name in names and one is not best]
    if 1 - (1 - likely) * (1 - max(beside, default=0.0)) < _ALSO:
        return []
    others = {name for name in names if not _is_known(name, chosen)}
    if not _are_people(names, others, "by_prefix" in page.cues[best.unit], _and(printed) is not None):
        return []
    return [(one, chance) for one, chance in zip(found, chances, strict=True) if one.unit == best.unit and one.mention.name in others]


def _may_be_person(name: str) -> bool:
    return (is_name(name) or name.isalpha() or eastern_names.is_unspaced(name)) and name.upper() not in places()


def _are_people(names: Sequence[str], others: Set[str], led: bool, anded: bool) -> bool:
    """Whether what stands on one line are people, and not one with titles. `others`: those but the one who is known to be an author.

    An "and" tells it of two, of any number behind "By" (`led`), and of four or more, since few have three titles; a known given name tells
    it of the rest of three or more behind "By"; else given names open half of them. One word is a name only in "By Linny and Peter".
    """
    words = led and all(name.isalpha() and name.istitle() for name in names)
    if not words and not all(is_name(name) or (eastern_names.is_unspaced(name) and len(name) < _UNSPACED) for name in names):
        return False
    if any(name.upper() in places() for name in names):
        return False
    known = {name for name in names if eastern_names.is_unspaced(name) or not given_names().isdisjoint(name.lower().split()[:2])}
    if anded and (led or len(names) == 2 or len(names) > _TITLES):
        return True
    if led and len(names) > 2 and not known.isdisjoint(others):
        return True
    return len(known) > 1 and 2 * len(known) >= len(names)


def _listed(
    page: Page, found: "Sequence[Candidate]", chances: Sequence[float], chosen: "list[tuple[Candidate, float]]"
) -> "list[tuple[Candidate, float]]":
    """The names that open the other lines of the list in which the best one stands: "By A", ",", "B", "and", "C", as dumpers print links."""
    from ..candidates import authors

    best, likely = chosen[0]
    if likely < _LISTED:
        return []
    opening: dict[int, list[tuple[float, Candidate]]] = {unit: [] for unit in (best.unit, *authors.list_around(page, best.unit))}
    for one, chance in zip(found, chances, strict=True):
        # What stands before the sign that a line begins with is part 0.
        opens = one.unit in opening and one.mention.part == page.texts[one.unit].startswith(authors.ONE_MORE)
        if opens and (best.mention.other or not one.mention.other) and chance >= _OF_LIST and is_name(one.mention.name):
            opening[one.unit].append((chance, one))
    listed: list[tuple[Candidate, float]] = []
    for names in opening.values():
        others = [pair for pair in names if not _is_known(pair[1].mention.name, chosen + listed)]
        if others:
            chance, one = max(others)
            listed.append((one, chance))
    return listed


_and = regex(r" (?:and|und|et|y|e|en|og|och|i|&) ").search


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
