"""Find in a line the names that could be those of an article's authors, whoever stands there.

Which of them are authors is for fields/authors.py to tell, by where they stand: here a menu of topics is full of names too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from . import eastern_names, organisations, rules
from .byline_words import SIGNS, WEEKDAYS, Words, byline_words
from .characters import SOFT_HYPHEN, is_small
from .dates import Stamp
from .names import is_name
from .regexes import regex

# How a name is led in: by nothing, right after "By", after "… by", after "Photo by", by the line above, as one more of a list led in.
NOTHING, BY, LATER_BY, OTHER, ABOVE = range(5)
_MOST = 5  # words of a name
_TWO = 4  # words of two names
_INITIALS = 3  # code points of a word in a name that may end with a full stop
_LABEL = (":", "：", "=", "＝")  # signs behind a label
_SLASHES = ("/", "／")  # and in Chinese and Japanese: "文/张三 图/李四"
_BEHIND_LEAD = " :：\u3000"
_BARS = ("｜", "丨")  # and there too
_TOGETHER = ("、", "・", "/", "／")  # between what one person did
_PERSON = 3  # words of each of two names
_AND_BEFORE = ("ו", "و")  # "and" as the first letter of a word, in Hebrew and Arabic
_OF_ROLE = frozenset("(,")  # before what somebody did
_AND = frozenset("&/+")
_THE = "The"  # no name goes on with it, a paper's begins so
COLON = SIGNS.index(":") + 1  # the number of the sign behind a label


class Mention(NamedTuple):
    """A name in a line: how it is led in, whether words like "Photo" stand before it, the number of its part of the line and of all parts.

    `words` are the name's, `rest` those that follow it in its part without a sign between. `sign` is the number of the sign after the part,
    0 where a word or the end is.
    """

    name: str
    lead: int
    other: bool
    part: int
    parts: int
    words: int
    rest: int
    sign: int


_digit = regex(r"\d").search
_has_letter = regex(r"[^\W\d_]").search
_is_prefixed = regex(r"(?:(?:al|el|ul|ur|ar|as|abu|bin)[-‐]|[dl][’']|h(?=[AEIOUÁÉÍÓÚ]))[^\W\d_a-z]").match  # al-Rashid, d’Angelo, hUallacháin
_is_short = regex(r"[^\W\d_a-z]|Jr|Sr").fullmatch
_trim = regex(r"^[\s*#\d.\-–|>\"“”'‘’(]+(?=\D)|(?<![\s.*\"”)\d])[\s.*\"”)\d]+$").sub


def _lead(part: str, words: Words) -> re.Match[str] | None:
    """The last of what may lead in a name that is not in the middle of one: not the second in "Von Christoph von Eich"."""
    begin, last = 0, None
    for said in words.lead.finditer(part):
        before = part[begin : said.start()].split()
        if before and said[0].strip().lower() in words.particles:
            # Behind another lead any name will do, else it must begin with a given name: "Photographed von Eich" does not.
            name = _is_name([*before, *part[said.start() :].split()], NOTHING, words)
            if name and (rules.is_given_name(before[0]) or (last and not words.other.search(part[begin : said.start()]))):
                continue
        begin, last = said.end(), said
    return last


def find(text: str, stamps: Sequence[Stamp], led_in: bool, leads: bool) -> Iterator[Mention]:
    """The names in a line, in order; of a part that is longer than a name also its first two and three words.

    `led_in`: by the line above. `leads`: whether it `has_lead`.
    """
    words = byline_words()
    text = text.removesuffix("Follow")  # a button, often glued to the name
    for stamp in reversed(stamps):
        text = f"{_without_weekday(text[: stamp.labelled_from], words)}|{text[stamp.end :]}"
    text = words.glued.sub("|", text)
    reported = words.report_from.match(text) if leads and not words.report.isdisjoint(text.lower().split()) else None
    if reported and any(is_small(word[0]) and word not in words.particles | words.joins for word in text[reported.end() :].split()):
        reported = None  # a sentence goes on
    if reported:
        text = text[reported.end() :]
    if "@" in text:
        text = regex(r"\S+@\S+\.[^\W\d_]+").sub("|", text)
    if _digit(text) and not words.months.isdisjoint(text.lower().split()):
        text = words.day.sub("|", text)
    if not text.isascii():
        text = text.replace(SOFT_HYPHEN, "")
        if any(map(text.__contains__, _BARS)):
            text = words.eastern_label.sub(r"\1：", text)
        if "・" in text:
            text = words.eastern_office.sub("|", text)
        if text.count("：") + text.count(":") > 1:
            text = words.glued_label.sub(r"\1 \2", text)
    parts, start = [], 0
    labelled = any(map(text.__contains__, _LABEL)) or (not text.isascii() and any(map(text.__contains__, _SLASHES)))
    for between in (words.part_or_label if labelled else words.part).finditer(text) if labelled or words.may_part(text) else ():
        parts.append((text[start : between.start()], between[0].strip()))
        start = between.end()
    parts.append((text[start:], ""))
    lead = BY if reported else ABOVE if led_in else NOTHING
    others: bool | None = None  # not asked before a name is found: most lines have none
    joined = False
    for number, (part, sign) in enumerate(parts):
        if lead == OTHER and not joined:
            lead = NOTHING
        and_before, joined = joined, sign in words.joins
        if labelled and (sign in _LABEL or _is_label(parts, number)) and words.led_other(part):
            if number == 1 and words.wrote_and.fullmatch(f"{parts[0][0].strip()} {parts[0][1]}"):
                lead = BY  # "Text und Fotos: …", "Tin, ảnh: …"
                continue
            if not and_before:  # "Text: …, Fotos: …"
                lead = OTHER
                joined = True
                continue
        if labelled and not part.isascii() and (label := words.label_other.match(part)):
            part, lead = part[label.end() :], OTHER
        said = _lead(part, words) if leads else None
        whole, before = part, said.start() if said else len(part)
        # "X (Text) und Y (Fotos)", "Y, foto"
        role, labels = parts[number + 1] if number + 1 < len(parts) else ("", "")
        other = lead == OTHER or (sign in _OF_ROLE and labels not in _LABEL and words.led_other(role) is not None)
        if said:
            other = words.other.search(whole[:before]) is not None
            if other and number and parts[number - 1][1] in _AND | words.joins and words.wrote.fullmatch(parts[number - 1][0].strip()):
                other = False  # "Story and photos by …"
            lead = OTHER if other else LATER_BY if said.start() else BY
            part = part[said.end() :]
        elif not part.isascii():
            signed = eastern_names.signed()
            if known := eastern_names.lead(part):
                lead = BY
                part = eastern_names.without_place(part[known.end() :])
                several = eastern_names.side_by_side(part.split(), known[0].strip(_BEHIND_LEAD) in words.several)
                if len(several) > 1:
                    yield from [Mention(one, lead, False, min(9, number), min(12, len(parts)), 1, 0, 0) for one in several]
                    continue
            if known := signed.search(part):
                lead = BY
                behind = part[known.end() :].split()
                several = eastern_names.side_by_side(behind, chinese=True)
                if len(several) > 1:  # "新华社记者 张三 李四"
                    yield from [Mention(one, lead, False, min(9, number), min(12, len(parts)), 1, 0, 0) for one in several]
                    continue
                part = behind[0] if behind and eastern_names.is_unspaced(behind[0]) else known["name"]
        found = _trim("", part).split()
        if not found or (len(found) == 1 and words.is_degree(found[0])):
            continue
        if len(found) < 3 and words.led_other(" ".join(found)):
            if said:  # "Author photo, …"
                lead, joined = OTHER, True
            continue
        if _is_short(found[-1]) and f"{found[-1]}." in part:
            found[-1] += "."  # "Jr.", "V."
        found = _person(found, words)
        if len(found) > 1 and eastern_names.is_unspaced(found[0]) and eastern_names.is_paper(found[0]):
            found = found[1:]  # "观澜周刊 陆知远"
        if people := _side_by_side(found):
            yield from [Mention(one, lead, lead == OTHER, min(9, number), min(12, len(parts)), len(one.split()), 0, 0) for one in people]
            continue
        if organisations.are_named(found, sign, [said for both in parts[number + 1 :] for said in both if said]):
            continue
        if len(found) > 2 and sign.lower() in words.roles:
            found = _without_field(found, words)
        lengths = [len(found)]
        if len(found) > 2 and (lead or len(found) < 8):
            lengths += [length for length in (2, 3) if length < len(found)]
        if lead and len(found) > 1:
            lengths.append(1)
        for length in lengths:
            name = found[:length]
            # The first words of something longer have to look like a full name.
            if _is_name(name, lead, words) and (length == len(found) or _is_whole(name, words)):
                if others is None:
                    others = words.other.search(text) is not None
                if others and not said and not other:
                    other = words.other.search(whole) is not None
                signs = SIGNS.find(sign[0]) + 1 if sign else 0
                yield Mention(" ".join(name), lead, other, min(9, number), min(12, len(parts)), length, min(9, len(found) - length), signs)


def _without_weekday(text: str, words: Words) -> str:
    """What stands before a date, without the weekday that follows a name there: "By Jane Doe Tuesday,"."""
    *before, last = text.split() or [""]
    led = bool(before) and before[0].lower().rstrip(":") in words.by
    return " ".join(before) if len(before) > 1 + led and last.rstrip(".,").lower() in WEEKDAYS else text


def _is_label(parts: Sequence[tuple[str, str]], number: int) -> bool:
    """Whether a part is a label with a slash behind it, in Chinese or Japanese: "文/张三 图/李四", not where one did both: "图/文 张三"."""
    part, sign = parts[number]
    if sign not in _SLASHES or not eastern_names.is_unspaced(part):
        return False
    return (not number or parts[number - 1][1] not in _TOGETHER) and not eastern_names.lead(parts[number + 1][0])


def _person(found: list[str], words: Words) -> list[str]:
    """The words of a part without the degrees behind a name ("PhD", "M.P.H"), nor the sentences ("By Jane Doe. This page contains …")."""
    for at, word in enumerate(found[1:-1], 2):
        if len(word) > _INITIALS and word[-1] == "." and word[-2].islower() and any(other.islower() for other in found[at:]):
            found = [*found[: at - 1], word[:-1]]
            break
    for at, word in enumerate(found[2:-1], 2):
        if word == _THE and found[at - 1] not in words.particles:
            found = found[:at]  # "Jane Doe The Valley Press"
            break
    # A degree has a second capital, a name has none where it is not all in capitals: "Jack Chun Ma".
    while len(found) > 2 and any(map(str.islower, "".join(found[:-1]))) and any(map(str.isupper, found[-1][1:])) and words.is_degree(found[-1]):
        found = found[:-1]
    return found


def _side_by_side(found: list[str]) -> list[str]:
    """The names of a part that is several ones with no sign between: two with "and" before the second's first letter, in Hebrew and Arabic, or some
    that are each opened by a given name, as of links in a row: "Ann Lee Bob Stone"."""
    if len(found) < _TWO:
        return []
    for at in range(2, len(found) - 1):
        word = found[at]
        if word[0] in _AND_BEFORE and rules.is_given_name(word[1:]):
            both = [" ".join(found[:at]), " ".join([word[1:], *found[at + 1 :]])]
            return both if all(map(is_name, both)) and len(found) <= 2 * _PERSON else []
    if not rules.is_given_name(found[0]):
        return []
    starts = [0]
    for at in range(2, len(found)):
        if at - starts[-1] > 1 and rules.is_given_name(found[at]) and not rules.is_given_name(found[at - 1]):
            starts.append(at)
    names = [found[start:end] for start, end in pairwise([*starts, len(found)])]
    whole = len(names) > 1 and all(len(name) in (2, 3) and not rules.is_given_name(name[-1]) and is_name(" ".join(name)) for name in names)
    return [" ".join(name) for name in names] if whole else []


def _without_field(found: list[str], words: Words) -> list[str]:
    """A name without what somebody reports on, before a role: "Richard Adams Education" of "Richard Adams Education editor"."""
    return next((found[:at] for at in range(2, len(found)) if found[at].lower() in words.fields), found)


def _is_whole(name: list[str], words: Words) -> bool:
    """Whether the first words of something longer look like a full name."""
    return name[-1].lower() not in words.particles and name[-1] not in words.articles and is_name(" ".join(name))


def _is_name(found: list[str], lead: int, words: Words) -> bool:
    """Whether words could be a name: capitalised, but for particles; one word only if it is led in or of a script without spaces."""
    if len(found) > _MOST:
        return False
    first = found[0]
    if len(found) == 1:
        if _digit(first) or not _has_letter(first):
            return False
        if eastern_names.is_unspaced(first):
            return 1 < len(first) < 6 and first.replace("・", "").isalpha()
        # What a paper signs with, three small letters or so, names nobody to its readers.
        return lead > 0 and len(first) > (3 if first.islower() else 1) and first[0].isalpha() and first.lower() not in words.between
    for word in found:
        if is_small(word[0]) and word not in words.particles and not _is_prefixed(word):
            # A handle or a word in lower case may be part of a name that is led in.
            if not (lead and len(found) < 4 and first[0].isupper() and found[-1][0].isalpha()):
                return False
            break
    if first in words.articles or not words.others.isdisjoint(found):
        return False
    return not _digit("".join(found)) and all(map(_has_letter, found))
