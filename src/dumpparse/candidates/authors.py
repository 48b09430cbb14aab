"""Names that could be those of an article's authors."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from .. import bylines, eastern_names, mentions, organisations
from ..characters import SOFT_HYPHEN
from ..datelines import agency_behind, is_agency
from ..mentions import Mention
from ..names import is_name
from ..page import Page
from ..rules import is_given_name, places
from ..surroundings import PLACE, distance
from ..trees import TOP
from .author_lists import MARKS, behind_brackets, continues, is_continued, most_words

# Where names are looked for: lines above and below the headline, the article's beginning, its end, the date.
_BY_HEADLINE, _BY_FIRST, _BY_LAST, _BY_DATE = (-12, 25), (-8, 3), (-3, 14), (-5, 5)
_LONGEST = 220  # code points of a line
_MANY = 600  # names beyond which only those nearest to the article's ends are weighed, for each is looked for in the whole text
_FEW = 8  # words from which a line does not lead in the next
_FOLLOWING = 40  # lines after the article in which a note on the author begins with the name
_LED_BY = (" by ", "\nby ", "von ", "par ", "por ")  # before a name elsewhere on the page
TRAITS = (
    *PLACE, "lead", "other", "other above", "part", "parts", "words in name", "rest", "sign", "list above", "list below",
    "characters", "capitals", "initial", "particle", "name's shape", "unspaced", "ascii", "given name", "given later",
    "lower elsewhere", "times", "lines", "times in body", "first word", "last word", "opens line after", "opens longer line", "times led in",
    "to headline", "to date", "number", "by prefix", "name alone", "caption", "date right below", "date right above", "share below", "role below",
    "title case",
)  # fmt: skip


class Candidate(NamedTuple):
    """A name on the page that could be an author's, and its unit.

    `below_other`: whether the line above says "Photo", "Edited by" or the like, or the one below in brackets; `own`: whether it is in the name
    of whom the page is, which is a paper's more often than an author's; `commented`: whether comments begin between the article and a line
    that does not lead it in.
    """

    unit: int
    mention: Mention
    below_other: bool
    own: bool
    commented: bool

    def is_other(self) -> bool:
        """Whether it is led in as a photographer or an editor, on its line, by the one above or in brackets below."""
        opens = self.mention.part == 0 and self.mention.lead in (mentions.NOTHING, mentions.ABOVE)
        return self.mention.other or (opens and self.below_other)

    def gives_way(self) -> bool:
        """Whether it is no author beside another: a photographer, an editor, or the paper."""
        return self.own or self.is_other()


def as_it_stands(page: Page, one: Candidate) -> str:
    """A name with the white space that its line has between the words, and the soft hyphens in them."""
    text = page.texts[one.unit]
    if one.mention.name in text:
        return one.mention.name
    letters: Callable[[str], Iterable[str]] = list if SOFT_HYPHEN in text else str.split
    words = (rf"{SOFT_HYPHEN}?".join(map(re.escape, letters(word))) for word in one.mention.name.split())
    found = re.search(r"\s+".join(words), text)
    return found[0] if found else text


def find(page: Page, headline: int | None, published: int | None) -> list[Candidate]:
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
        if len(text) > _LONGEST or "archive_bar" in page.cues[unit]:
            continue
        leads = bylines.has_lead(text)
        if leads:
            led_in = bylines.leads_in(text) and not bylines.says_sorted(text)
        if not (leads or above or " " in text) and text.isascii():
            continue  # one word that nothing leads in
        words = around.counts[unit]
        if leads or ((above or unit in near) and words <= most_words(page, unit)):
            behind = (_behind_paper(page, one) for one in mentions.find(text, page.looks[unit].stamps, above, leads))
            whole = (_without_rest(page, one) for one in behind if one)
            named = [one for one in whole if not _is_nobody(page, one)]
            if named:
                below_other = unit > 0 and _says_other(page, unit - 2 if unit > 1 and bylines.is_lead(page.texts[unit - 1]) else unit - 1)
                below_other = below_other or (unit + 1 < len(page.texts) and _is_other_in_brackets(page.texts[unit + 1]))
                commented = unit > around.last and around.comments_below(unit)
                found += [Candidate(unit, one, below_other, page.is_own(one.name), commented and not one.lead) for one in named]
    if len(found) > _MANY:
        nearest = sorted(found, key=lambda one: min(abs(one.unit - around.first), abs(one.unit - around.last)))[:_MANY]
        found = sorted(nearest, key=lambda one: one.unit)
    return found


def _says_other(page: Page, unit: int) -> bool:
    """Whether a line says "Photo", "Edited by" or the like of who is named below it: one of few words, or one that ends so.

    Of who is named above it if it is in brackets: "(Fotos)".
    """
    text = page.texts[unit]
    if behind_brackets(text) == "":
        return False
    return (page.around.counts[unit] < _FEW or bylines.ends_in_lead(text)) and bylines.says_other(text)


def _is_other_in_brackets(text: str) -> bool:
    """Whether a line says of who is named above that he took the pictures or the like: "(Fotos)"."""
    behind = behind_brackets(text)
    return behind is not None and len(behind) <= MARKS and bylines.is_other(text[1 : text.index(")")])


def _behind_paper(page: Page, one: Mention) -> Mention | None:
    """A name without that of the paper before it, "Ouest-France Jane Doe"; None where only one word is left of it."""
    paper = page.owner[1] if page.owner else ""
    if not paper or not one.name.lower().startswith(f"{paper.lower()} ") or is_given_name(paper.partition(" ")[0]):
        return one
    name = one.name[len(paper) :].strip()
    if " " not in name:
        return None
    return one._replace(name=name, words=len(name.split())) if is_name(name) else one


def _without_rest(page: Page, one: Mention) -> Mention:
    """A name without the paper, agency, button or label that stands behind it with no sign between: "Jane Doe AFP", "Jane Doe Category:"."""
    words = one.name.split()
    agency = len(agency_behind(one.name, page.profile).split())
    for size in range(2, len(words)):
        if size == len(words) - agency or (size < len(words) - 1 and page.is_own(" ".join(words[size:]))):
            return one._replace(name=" ".join(words[:size]), words=size)
    labelled = one.sign == mentions.COLON and words[-1].lower() in page.profile.phrases
    if len(words) > 2 and (labelled or (not one.lead and _is_menu(page, words[-1]))):
        return one._replace(name=" ".join(words[:-1]), words=len(words) - 1)
    return one


def _is_menu(page: Page, word: str) -> bool:
    """Whether a word is an entry of menus: "Obituaries", "News"."""
    return "menu" in page.profile.phrases.get(word.lower(), ())


def _is_nobody(page: Page, one: Mention) -> bool:
    """Whether a name is that of a desk, an agency, a paper or a place, says what somebody is, or is a word of page furniture."""
    name, profile = one.name, page.profile
    folded, first, last = name.lower(), name.partition(" ")[0], name.rpartition(" ")[2]
    if profile.is_role(name) or folded in profile.phrases or folded in profile.sites or name.upper() in places():
        return True
    if last != name and "share" in profile.phrases.get(last.lower(), ()) and all("share" in profile.phrases.get(word, ()) for word in folded.split()):
        return True  # "Facebook Twitter Viber"
    if last != name and organisations.is_papers(last.rpartition("-")[2].lower()) and not is_given_name(first):
        return True  # "Valley Gazette"
    if eastern_names.is_unspaced(name) and (eastern_names.is_paper(name) or profile.dates.kind(name) or is_agency(name, profile)):
        return True
    if last != name and not one.lead and _is_menu(page, last) and not is_given_name(first):
        return True  # "Telegraph Obituaries"
    return len(first) > 2 and first.isupper() and first.lower() in profile.agencies and not name.isupper()  # "CNN Indonesia"


def traits(page: Page, found: Sequence[Candidate], headline: int | None, published: int | None) -> list[Sequence[int]]:
    """The traits of each candidate, in the order of `TRAITS`. `headline`, `published`: the units these were read from."""
    if not found:
        return []
    around = page.around
    lines = "\n".join(["", *around.folded, ""])
    starts = list(accumulate(map(len, around.folded), lambda start, size: start + size + 1, initial=0))
    source = "\n".join(["", *page.texts]).lower()
    body = "\n".join([page.texts[unit] for unit in page.article]).lower()
    split = {one.mention.name: one.mention.name.split() for one in found}
    asked = {form for words in split.values() for word in words for form in (word, word.lower())}
    tokens = Counter(filter(asked.__contains__, page.dump.plain.split()))
    told: dict[str, tuple[int, ...]] = {}
    rows: list[Sequence[int]] = []
    for number, (unit, mention, below_other, _, _) in enumerate(found):
        words, name, cues = split[mention.name], mention.name.lower(), page.cues[unit]
        if name not in told:
            opens = [bisect_left(starts, at) for at in _all(lines, f"\n{name}")]
            at = list(_all(source, name))
            told[name] = (
                is_name(mention.name), _is_known(words[0]), any(map(is_given_name, words[1:])),
                min(6, max([tokens[word.lower()] if not word.islower() else 0 for word in words])), min(12, len(at)),
                min(9, lines.count(f"\n{name}\n")), min(9, body.count(name)), min(20, tokens[words[0]]), min(20, tokens[words[-1]]),
                min(3, sum([around.last < other < around.last + _FOLLOWING for other in opens])),
                min(3, sum([around.counts[other] > mention.words + 3 for other in opens])),
                min(5, sum([source.startswith(_LED_BY, max(0, start - 4)) for start in at])),
            )  # fmt: skip
        shape, *known = told[name]
        rows.append((
            *around.place(unit), mention.lead, mention.other, below_other,
            mention.part, mention.parts, mention.words, mention.rest, mention.sign, continues(page, unit), is_continued(page, unit),
            min(TOP, len(name)), mention.name.isupper(), any(len(word.strip(".")) == 1 for word in words),
            any(word.islower() for word in words[1:]), shape, eastern_names.is_unspaced(mention.name), name.isascii(), *known,
            distance(unit, headline), distance(unit, published), min(TOP, number),
            "by_prefix" in cues or "byline_dated" in cues, "name" in cues or "name_dated" in cues, "caption_credit" in cues,
            around.shows(unit + 1, "date_alone"), around.shows(unit - 1, "date_alone"), around.shows(unit + 1, "share"),
            around.shows(unit + 1, "role"),
            "title_case" in cues,
        ))  # fmt: skip
    return rows


def _is_known(word: str) -> bool:
    """Whether the first word of a name is a given name, or a whole name that a usual surname opens, as in East Asia."""
    return eastern_names.has_surname(word) if eastern_names.is_unspaced(word) else is_given_name(word)


def _all(text: str, part: str) -> Iterator[int]:
    """Where `part` begins in `text`."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
