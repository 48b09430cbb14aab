"""The byline, the people in it, and the agency."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from .. import bylines
from ..article import Field
from ..bylines import Mention
from ..cues import byline_after, byline_before
from ..names import is_name
from ..page import Page
from ..ranking import ranking
from ..rules import given_names, places
from ..surroundings import PLACE, distance
from ..trees import TOP

if TYPE_CHECKING:
    from ..evidence import Rejected

_ELSEWHERE = ("tail.credit", "after.byline")
_DESKS = frozenset(("desk", "agency", "by_prefix", "byline_dated"))
# Where names are looked for: lines above and below the headline, the article's beginning, its end, the date.
_BY_HEADLINE, _BY_FIRST, _BY_LAST, _BY_DATE = (-12, 25), (-8, 3), (-3, 14), (-5, 5)
_LONGEST, _WORDS, _SENTENCE = 220, 30, 14  # of a line: code points, words, words where it is the article's
_FOLLOWING = 40  # lines after the article in which a note on the author begins with the name
_LED_BY = (" by ", "\nby ", "von ", "par ", "por ")  # before a name elsewhere on the page
_TOGETHER = 4  # lines within which several authors are named
TRAITS = (
    *PLACE, "lead", "other", "other above", "part", "parts", "words in name", "rest", "sign", "list above", "list below",
    "characters", "capitals", "initial", "particle", "name's shape", "unspaced", "ascii", "given name", "given later",
    "lower elsewhere", "times", "lines", "times in body", "first word", "last word", "opens line after", "opens longer line", "times led in",
    "to headline", "to date", "number", "by prefix", "name alone", "caption", "date right below", "date right above", "share below", "role below",
    "title case",
)  # fmt: skip


class Candidate(NamedTuple):
    """A name on the page that could be an author's, and its unit."""

    unit: int
    mention: Mention


Byline = tuple[int, Field]


def read(page: Page, headline: Field | None, published: Field | None, warnings: list[str]) -> tuple[Byline | None, list[Field]]:
    """The byline's unit and the byline as printed, a date on its line left out; and the people in it, names only.

    By the labels alone where nothing learned is asked. A byline that names a desk or an agency has no authors.
    """
    learned = ranking("authors") if page.lean else None
    if not learned:
        line = _labelled(page)
        return line, _people(page, line)
    found = candidates(page, headline and headline.unit, published and published.unit)
    chances = learned.each(traits(page, found, headline and headline.unit, published and published.unit))
    chosen = choose(found, chances, learned.least)
    if not chosen:
        return _labelled(page, _DESKS), []
    names = {one.mention.name for one, _ in chosen}

    def passed_over() -> "Iterator[Rejected]":
        for chance, one in sorted(zip(chances, found, strict=True), reverse=True)[:8]:
            if one.mention.name not in names:
                yield page.rejected(one.unit, f"less like an author's name by where it stands: {chance:.2f}", one.mention.name)

    best = max(chosen, key=lambda pair: pair[1])
    unit = best[0].unit
    rivals = [chance for one, chance in zip(found, chances, strict=True) if abs(one.unit - unit) > _TOGETHER and one.mention.name not in names]
    if best[1] - max(rivals, default=0.0) < _CLOSE:
        warnings.append("author-ambiguous")
    page.settle(unit, "byline", best[1])
    rule = "most like the article's authors by where it stands"
    printed = page.field(unit, rule, _as_printed(page, unit), passed_over=passed_over, chance=best[1])
    return (unit, printed), [page.field(one.unit, rule, one.mention.name, passed_over=passed_over, chance=chance) for one, chance in chosen]


def choose(found: Sequence[Candidate], chances: Sequence[float], least: float) -> list[tuple[Candidate, float]]:
    """The authors among the candidates, in the order of the page: the best, and others as likely that stand together with it."""
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
    order = {id(one): at for at, one in enumerate(found)}
    return sorted(chosen, key=lambda pair: order[id(pair[0])])


def candidates(page: Page, headline: int | None, published: int | None) -> list[Candidate]:
    """The names near the headline, the article's beginning and end, or the date, and those led in by "by" anywhere, in order."""
    around = page.around
    near: set[int] = set()
    for unit, (above, below) in ((headline, _BY_HEADLINE), (around.first, _BY_FIRST), (around.last, _BY_LAST), (published, _BY_DATE)):
        if unit is not None:
            near.update(range(max(0, unit + above), min(around.size, unit + below + 1)))
    found = []
    led_in = False
    for unit, text in enumerate(page.texts):
        above, led_in = led_in, False
        if len(text) > _LONGEST:
            continue
        leads = bylines.has_lead(text)
        if leads:
            led_in = bylines.leads_in(text)
        if not (leads or above or " " in text) and text.isascii():
            continue  # one word that nothing leads in
        words = around.counts[unit]
        if leads or ((above or unit in near) and words <= (_SENTENCE if unit in around.inside else _WORDS)):
            mentions = bylines.mentions(text, page.looks[unit].stamps, above, leads)
            found += [Candidate(unit, mention) for mention in mentions if not _is_nobody(page, mention.name)]
    return found


def _is_nobody(page: Page, name: str) -> bool:
    """Whether a name is that of a desk, an agency, a paper or a place, says what somebody is, or is a word of page furniture."""
    folded = name.lower()
    return page.profile.is_role(name) or folded in page.profile.phrases or folded in page.profile.sites or name.upper() in places()


def traits(page: Page, found: Sequence[Candidate], headline: int | None, published: int | None) -> list[Sequence[int]]:
    """The traits of each candidate, in the order of `TRAITS`. `headline`, `published`: the units these were read from."""
    if not found:
        return []
    around, given = page.around, given_names()
    lines = "\n".join(["", *around.folded, ""])
    starts = list(accumulate(map(len, around.folded), lambda start, size: start + size + 1, initial=0))
    source = "\n".join(["", *page.texts]).lower()
    body = "\n".join([page.texts[unit] for unit in page.article]).lower()
    split = {mention.name: mention.name.split() for _, mention in found}
    asked = {form for words in split.values() for word in words for form in (word, word.lower())}
    tokens = Counter(filter(asked.__contains__, page.dump.source.split()))
    told: dict[str, tuple[int, ...]] = {}
    rows: list[Sequence[int]] = []
    for number, (unit, mention) in enumerate(found):
        words, name, cues = split[mention.name], mention.name.lower(), page.cues[unit]
        if name not in told:
            opens = [bisect_left(starts, at) for at in _all(lines, f"\n{name}")]
            at = list(_all(source, name))
            told[name] = (
                is_name(mention.name), words[0].strip(".").lower() in given, any(word.lower() in given for word in words[1:]),
                min(6, max([tokens[word.lower()] if not word.islower() else 0 for word in words])), min(12, len(at)),
                min(9, lines.count(f"\n{name}\n")), min(9, body.count(name)), min(20, tokens[words[0]]), min(20, tokens[words[-1]]),
                min(3, sum([around.last < other < around.last + _FOLLOWING for other in opens])),
                min(3, sum([around.counts[other] > mention.words + 3 for other in opens])),
                min(5, sum([source.startswith(_LED_BY, max(0, start - 4)) for start in at])),
            )  # fmt: skip
        shape, *known = told[name]
        rows.append((
            *around.place(unit), mention.lead, mention.other, unit > 0 and around.counts[unit - 1] < 8 and bylines.says_other(page.texts[unit - 1]),
            mention.part, mention.parts, mention.words, mention.rest, mention.sign, _continues(page, unit), _is_continued(page, unit),
            min(TOP, len(name)), mention.name.isupper(), any(len(word.strip(".")) == 1 for word in words),
            any(word.islower() for word in words[1:]), shape, bylines.is_unspaced(mention.name), name.isascii(), *known,
            distance(unit, headline), distance(unit, published), min(TOP, number),
            "by_prefix" in cues or "byline_dated" in cues, "name" in cues or "name_dated" in cues, "caption_credit" in cues,
            around.shows(unit + 1, "date_alone"), around.shows(unit - 1, "date_alone"), around.shows(unit + 1, "share"),
            around.shows(unit + 1, "role"),
            "title_case" in cues,
        ))  # fmt: skip
    return rows


def _all(text: str, part: str) -> Iterator[int]:
    """Where `part` begins in `text`."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _continues(page: Page, unit: int) -> bool:
    """Whether the line above says that one more of a list follows."""
    return unit > 1 and (page.texts[unit - 1].endswith(",") or page.texts[unit - 1].lower() in _LIST)


def _is_continued(page: Page, unit: int) -> bool:
    return unit + 1 < len(page.texts) and (page.texts[unit + 1][0] in ",&" or page.texts[unit + 1].lower() in _LIST)


_LIST = frozenset((",", "and", "und", "&", "et", "y", "e", "en", "och", "og", ", and", ", und"))
_CLOSE = 0.1  # an author and a name elsewhere whose chances differ by less are about equal
_ALSO, _APART = 0.5, 0.95  # least chances of a second author who stands together with the first, and of one who does not


def _as_printed(page: Page, unit: int) -> str | None:
    """The text of a byline's line without the dates on it; None where that is the whole line."""
    text, stamps = page.texts[unit], page.looks[unit].stamps
    return (byline_before(text, stamps) or byline_after(text, stamps) or None) if stamps else None


def _labelled(page: Page, cues: frozenset[str] | None = None) -> Byline | None:
    """The first line labelled byline by the headline, of those that show one of `cues` if that is given."""
    units = page.units("byline")
    for unit in units:
        if page.state(unit) in _ELSEWHERE or (cues and cues.isdisjoint(page.cues[unit])):
            continue
        text, stamps = page.texts[unit], page.looks[unit].stamps
        text = (byline_before(text, stamps) or byline_after(text, stamps)) if stamps else text
        if text:
            return unit, page.field(unit, "line labelled byline", text, passed_over=partial(_rejected, page, units, unit))
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


def agency(page: Page, byline: Byline | None, dateline: Field) -> Field | None:
    """The news agency that the dateline names, else the byline, else a text credit."""
    if dateline.value and dateline.value.agency:
        name = dateline.value.agency
        unit = page.units("body", "subhead")[0]
        return page.field(unit, "agency in the dateline", name)
    if byline:
        for name in _parts(page, byline[1].text):
            if name.lower() in page.profile.agencies:
                return page.field(byline[0], "agency in the byline", name)
    for unit in page.units("tail.credit"):
        if match := re.match(page.profile.byline["inputs"], page.texts[unit]):
            return page.field(unit, "text credit", match["agency"])
    return None


def _parts(page: Page, byline: str) -> list[str]:
    rest = page.profile.without_prefix(byline)
    return [part.strip(" \t\xa0*") for part in re.split(page.profile.byline["between"], rest)]
