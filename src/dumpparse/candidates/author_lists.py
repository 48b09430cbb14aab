"""Lists of authors that dumpers print over several lines: what stands between the names, and on which lines a list goes on."""

from collections.abc import Iterator

from .. import bylines
from ..names import is_name
from ..page import Page

ONE_MORE = (",", "&", "and ", "und ")  # before the next of a list, on its line
MARKS = 4  # code points of signs and numbers between the names of a list
_LIST = frozenset((",", "and", "und", "&", "et", "y", "e", "en", "och", "og", ", and", ", und"))
_ENDS = _LIST - {"en"}  # behind a name, where "en" is "in" too
_WORDS, _SENTENCE = 30, 14  # of a line that names people, at most; of one that is the article's
_REACH = 40  # lines to which a list goes on, up or down
_TOLD = 45  # code points of a line between two of a list that says what somebody is
_IN_BRACKETS = 25  # code points of what somebody did, in brackets below his name


def list_around(page: Page, unit: int, told: bool = False) -> Iterator[int]:
    """The units over which a list printed in several lines goes on from one of its lines, up and then down: signs alone are left out.

    `told`: also over lines that say of each what somebody is or where to write to, with no sign of a list.
    """
    for step in (-1, 1):
        other = _next_of_list(page, unit, step, told)
        while other is not None and abs(other - unit) <= _REACH:
            yield other
            other = _next_of_list(page, other, step, told)


def _next_of_list(page: Page, unit: int, step: int, told: bool) -> int | None:
    texts, other = page.texts, unit + step
    listed = are_told = False
    while 0 <= other < len(texts) and abs(other - unit) <= _REACH:
        text = texts[other]
        if tells_of_one(page, other) or bylines.is_lead(text) or _is_portrait(page, other):
            are_told = True
        elif not (_is_between(text) or "role" in page.cues[other]):
            break
        listed |= _leads_on(text)
        other += step
    if not 0 <= other < len(texts) or page.around.counts[other] > most_words(page, other):
        return None
    above, below = sorted((unit, other))
    listed |= texts[below].startswith(ONE_MORE)
    if are_told and not listed:
        # A name of whom nothing is said is of a picture, or a topic.
        named = bylines.is_lead(texts[below - 1]) or (below + 1 < len(texts) and tells_of_one(page, below + 1))
        return other if told and named and not page.looks[other].stamps else None
    return other if listed or below > above + 1 or _leads_on(texts[above]) else None


def tells_of_one(page: Page, unit: int) -> bool:
    """Whether a line says of who is named above what he is or did, or where to write to: "Senior Reporter", "(Text)", "@janedoe"."""
    text, cues = page.texts[unit], page.cues[unit]
    if len(text) > _TOLD:
        return False
    if text[0] == "@" or "contact" in cues or behind_brackets(text) is not None:
        return any(map(str.isalpha, text))
    return "name_dated" not in cues and not page.profile.roles.isdisjoint(text.lower().split())


def _is_portrait(page: Page, unit: int) -> bool:
    """Whether a line is the text of the portrait of who is named below: "Portrait of Jane Doe"."""
    text, below = page.texts[unit], page.texts[unit + 1] if unit + 1 < len(page.texts) else ""
    return len(text) <= _TOLD and " " in below and text.endswith(f" {below}")


def _leads_on(text: str) -> bool:
    """Whether a line ends with what stands before one more of a list: any with a comma, "Jane Doe and", "(now);", "and"."""
    if text[-1] == "," or text.lower() in _LIST:
        return True
    before, _, last = text.rpartition(" ")
    if text[-1] == ";" or last in _ENDS:
        return behind_brackets(text) is not None or (text[-1] != ";" and is_name(bylines.without_lead(before)))
    return False


def _is_between(text: str) -> bool:
    """Whether a line is nothing but what stands between the names of a list: a sign, "and", the number of a note, "…", "(Text),"."""
    text = behind_brackets(text) or text
    return text.lower() in _LIST or (len(text) <= MARKS and not any(map(str.isalpha, text)))


def continues(page: Page, unit: int) -> bool:
    """Whether the line above says that one more of a list follows."""
    return unit > 1 and (page.texts[unit - 1].endswith(",") or page.texts[unit - 1].lower() in _LIST)


def is_continued(page: Page, unit: int) -> bool:
    """Whether the line below says that it is one more of a list."""
    return unit + 1 < len(page.texts) and (page.texts[unit + 1][0] in ",&" or page.texts[unit + 1].lower() in _LIST)


def behind_brackets(text: str) -> str | None:
    """What stands behind the brackets that a line begins with, None where it does not: they say in a word or two what somebody did."""
    end = text.find(")", 0, _IN_BRACKETS) if text[0] == "(" else -1
    return text[end + 1 :].strip() if end > 0 else None


def most_words(page: Page, unit: int) -> int:
    """The words up to which a line may name people that nothing on it leads in."""
    return _SENTENCE if unit in page.around.inside else _WORDS
