"""The authors among the names on a page that could be theirs: the likeliest, and who stands together with them."""

from collections.abc import Sequence, Set

from .. import bylines, eastern_names, mentions, organisations
from ..candidates import author_lists
from ..candidates.authors import Candidate
from ..names import is_name
from ..page import Page
from ..regexes import regex
from ..rules import is_given_name, places
from . import desk
from .author_filters import Chosen

TOGETHER = 4  # lines within which several authors are named
_LISTED = 0.3  # least chance of the best for whom a list over several lines is read
_OF_LIST = 0.02  # least chance of a name in it
LEAST = 0.005  # that of one that a given name opens: no other is less likely and an author
# Least chances of a second author: on the line of the first, the next one or in its list; within `TOGETHER` lines; farther off
_ALSO, _NEAR, _APART = 0.5, 0.9, 0.95
_COMMENTED = 0.7  # least chance of a name below the heading of comments: it is mostly a reader's
_TITLES = 3  # parts of a line up to which those behind the first may be titles
_AGAIN = 3  # places where the best is named again, the likeliest, at which a list is looked for
_UNSPACED = 6  # characters of a name in a script without spaces
_and = regex(r" (?:and|und|et|y|e|en|og|och|i|&) ").search


def unless_others(page: Page, found: Sequence[Candidate], chances: Sequence[float], chosen: Chosen, least: float) -> Chosen:
    """The authors; where all that were likely are led in as photographers or editors, somebody likely who is not, if there is.

    `least`: what suffices where the likeliest took the pictures, so that nobody was chosen.
    """
    if not all(one.is_other() for one, _ in chosen):
        return chosen
    rest = [(one, chance) for one, chance in zip(found, chances, strict=True) if not one.is_other()]
    if len(rest) == len(found):
        return chosen
    return choose(page, [one for one, _ in rest], [chance for _, chance in rest], _ALSO if chosen else least) or chosen


def choose(page: Page, found: Sequence[Candidate], chances: Sequence[float], least: float) -> Chosen:
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
    weighed = [(one, chance) for one, chance in zip(found, chances, strict=True) if not one.gives_way()]
    named_again = [
        (one, chance)
        for one, chance in zip(found, chances, strict=True)
        if chance >= likely / 2
        and one is not best
        and one.mention.name.casefold() == name
        and (one.unit < page.around.first or one.mention.lead == mentions.BY)
    ]
    again = [_with_others(page, weighed, [pair, *chosen[1:]]) for pair in sorted(named_again, key=lambda pair: -pair[1])[:_AGAIN]]
    return max([_with_company(page, found, chances, named) for named in (chosen, *again)], key=len)


def _with_company(page: Page, found: Sequence[Candidate], chances: Sequence[float], chosen: Chosen) -> Chosen:
    """Those who are chosen, and the rest of the line and of the list of the first of them."""
    chosen = chosen + _company(page, found, chances, chosen)
    return chosen + _listed(page, found, chances, chosen)


def _likeliest(page: Page, found: Sequence[Candidate], chances: Sequence[float], least: float) -> Chosen:
    """The best, and others as likely that stand together with it, the likeliest first.

    Who is led in by "Edited by" or the like, on the line or by the one above, and the paper, are none beside another; by "Photo", never.
    """
    best: dict[str, tuple[Candidate, float]] = {}
    for one, chance in zip(found, chances, strict=True):
        name = one.mention.name.casefold()
        if chance > best.get(name, (None, _COMMENTED if one.commented else 0.0))[1]:
            best[name] = one, chance
    ranked = sorted(best.values(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < least:
        return []
    chosen = _with_others(page, list(zip(found, chances, strict=True)), ranked[:1])
    return [pair for pair in chosen if not pair[0].gives_way()] or [
        pair for pair in chosen if not (pair[0].mention.other and bylines.says_never(page.texts[pair[0].unit]))
    ]


def _with_others(page: Page, weighed: Chosen, chosen: Chosen) -> Chosen:
    """Those who are chosen, and others as likely of those who are `weighed` that stand together with them, the likeliest first."""
    rest = [(one, chance) for one, chance in weighed if chance >= (_COMMENTED if one.commented else _ALSO)]
    rest.sort(key=lambda pair: -pair[1])
    unit = chosen[0][0].unit
    listed = {unit, *author_lists.list_around(page, unit, told=True)} if rest else set()
    while also := next((pair for pair in rest if pair[1] >= _least(pair[0], chosen, listed)), None):
        rest.remove(also)
        if not _is_known(also[0].mention.name, chosen):
            chosen = [*chosen, also]
    return chosen


def _least(one: Candidate, chosen: Chosen, listed: Set[int]) -> float:
    """The least chance of one more author: a name some lines away is more often of a picture, a source or another story."""
    if abs(one.unit - chosen[0][0].unit) > TOGETHER:
        return _APART
    return _ALSO if one.unit in listed or any(abs(one.unit - other.unit) <= 1 for other, _ in chosen) else _NEAR


def _is_known(name: str, chosen: Chosen) -> bool:
    """Whether a name is one of the chosen, in full or in part."""
    words = set(name.casefold().split())
    return any(words <= known or known <= words for known in (set(one.mention.name.casefold().split()) for one, _ in chosen))


def _reporters(page: Page, found: Sequence[Candidate], chances: Sequence[float]) -> Chosen:
    """Whom a credit right below the text gives as its reporters, where nobody is named by the headline."""
    unit = next((unit for unit in (*page.article[-1:], *page.below(desk.CREDITED)) if "credit" in page.cues[unit]), None)
    return [
        (one, chance)
        for one, chance in zip(found, chances, strict=True)
        if one.unit == unit and one.mention.lead and not one.mention.other and is_name(one.mention.name)
    ]


def _company(page: Page, found: Sequence[Candidate], chances: Sequence[float], chosen: Chosen) -> Chosen:
    """The other names in the best one's line, where that is nothing but names; what is said of somebody in brackets is left out."""
    best, likely = chosen[0]
    printed = regex(r"\s*\([^()]*\)").sub("", desk.as_printed(page, best.unit) or "")
    names = [eastern_names.without_sign(part) for part in desk.parts(page, printed)]
    while len(names) > 2 and not _may_be_person(page, names[-1]):
        names.pop()  # a place or the paper behind them
    if len(names) < 2 or any(map(page.profile.is_role, names)):
        return []
    joined = _and(printed[: printed.rfind(names[-1])]) is not None
    # Names that are as likely as each other share what is likely of their line; of two people that are joined both are taken, or none was.
    both = joined and "&" not in printed and len(names) == 2 and all(" " in name and _is_opened(name) for name in names)
    beside = [chance for one, chance in zip(found, chances, strict=True) if one.unit == best.unit and one.mention.name in names and one is not best]
    if not both and 1 - (1 - likely) * (1 - max(beside, default=0.0)) < _ALSO:
        return []
    others = {name for name in names if not _is_known(name, chosen)}
    led = "by_prefix" in page.cues[best.unit] or best.mention.lead == mentions.ABOVE
    if not _are_people(names, others, led, joined):
        return []
    return [(one, chance) for one, chance in zip(found, chances, strict=True) if chance and one.unit == best.unit and one.mention.name in others]


def _is_opened(name: str) -> bool:
    """Whether a given name opens a name."""
    return is_given_name(name.partition(" ")[0])


def _may_be_person(page: Page, name: str) -> bool:
    if name.upper() in places() or page.is_own(name) or name.lower() in page.profile.sites or organisations.is_one(name):
        return False
    return is_name(name) or name.isalpha() or eastern_names.is_unspaced(name)


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
    known = {name for name in names if eastern_names.is_unspaced(name) or any(map(is_given_name, name.split()[:2]))}
    if anded and (led or len(names) == 2 or len(names) > _TITLES):
        return True
    if led and len(names) > 2 and not known.isdisjoint(others):
        return True
    return len(known) > 1 and 2 * len(known) >= len(names)


def _listed(page: Page, found: Sequence[Candidate], chances: Sequence[float], chosen: Chosen) -> Chosen:
    """The names that open the other lines of the list in which the best one stands: "By A", ",", "B", "and", "C", as dumpers print links."""
    best, likely = chosen[0]
    if likely < _LISTED:
        return []
    opening: dict[int, list[tuple[float, Candidate]]] = {unit: [] for unit in (best.unit, *author_lists.list_around(page, best.unit))}
    for one, chance in zip(found, chances, strict=True):
        # What stands before the sign that a line begins with is part 0.
        opens = one.unit in opening and one.mention.part == page.texts[one.unit].startswith(author_lists.ONE_MORE)
        least = LEAST if _is_opened(one.mention.name) else _OF_LIST
        if opens and (best.is_other() or not one.is_other()) and chance >= least and is_name(one.mention.name):
            opening[one.unit].append((chance, one))
    listed: list[tuple[Candidate, float]] = []
    for names in opening.values():
        others = [pair for pair in names if not _is_known(pair[1].mention.name, chosen + listed)]
        if others:
            chance, one = max(others)
            listed.append((one, chance))
    return listed
