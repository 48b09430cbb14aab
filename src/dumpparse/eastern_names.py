"""Names of people in Chinese, Japanese and Korean, whose scripts have no capitals, and mostly no spaces, to tell a name by."""

import re
from functools import cache

from . import rules
from .regexes import regex

_HAN = "\u4e00-\u9fff々"
_SIGNATURE = (
    rf"(?:^|[。」』！？）])\s?[（【(](?:[^（）【】＝・\s]{{2,12}}[＝・])?"
    rf"(?P<name>[{_HAN}]{{2,4}}[ \u3000]?[{_HAN}\u3041-\u30ff]{{0,4}})[）】)]$"
)
_GIVEN, _KOREAN = 3, 4  # characters of a Japanese given name, and of a Korean name


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Usual surnames: Chinese and Korean ones of one character, Japanese ones."""
    words = rules.table("names")
    return frozenset(words["surnames"]), frozenset(words["korean"]), tuple(words["japanese"].split())


@cache
def _papers() -> tuple[str, ...]:
    return tuple(rules.table("names")["papers"].split())


def _any_of(key: str) -> str:
    return "|".join(sorted(rules.table("names")[key].split(), key=len, reverse=True))


@cache
def led() -> re.Pattern[str]:
    """What leads in a name."""
    return regex(rf"(?:(?:{_any_of('led')})[・/／])*(?:{_any_of('led')})(?:\s*[:：/／・=＝]\s*|\s*)")


@cache
def signed() -> re.Pattern[str]:
    """A name with what follows it: "기자"."""
    return regex(rf"(?<!\w)(?P<name>[^\W\d_]{{2,5}}?)\s?(?:{_any_of('signed')})(?!\w)")


def is_unspaced(text: str) -> bool:
    """Whether a name is in one of these scripts."""
    return "\u3040" <= text[:1] <= "\u30ff" or "\u3400" <= text[:1] <= "\u9fff" or "\uac00" <= text[:1] <= "\ud7af"


def without_sign(text: str) -> str:
    """A name without what follows it there: "기자", the comma of a list."""
    if not is_unspaced(text):
        return text
    found = signed().fullmatch(text)
    return found["name"] if found else text.rstrip("，、")


def several(text: str) -> list[str]:
    """The names that a text gives, between signs or, in Chinese, spaces: in Japanese a space parts the two words of one."""
    titles = rules.table("names")["several"].split()
    names: list[str] = []
    for part in filter(None, regex(r"\s*[、，,·／/]\s*").split(text)):
        words = [word for word in part.split() if word not in titles]
        names += words if all(map(is_chinese, words)) else [part]
    return names


def is_chinese(word: str) -> bool:
    """Whether a word is a whole Chinese name: a usual surname and one or two characters more."""
    return word[0] in _surnames()[0] and 2 <= len(word) <= 3


def has_surname(name: str) -> bool:
    """Whether a name begins with a usual surname."""
    _, korean, japanese = _surnames()
    if "\uac00" <= name[:1] <= "\ud7af":
        return name[0] in korean and 2 <= len(name) <= _KOREAN
    return is_chinese(name) or any(name.startswith(one) and 0 < len(name) - len(one) <= _GIVEN + 1 for one in japanese)


def signature(text: str) -> str | None:
    """The Japanese name that stands in brackets at the end of a text: "（山田花子）", "（台北＝山田花子）". It begins with a usual surname."""
    found = regex(_SIGNATURE).search(text)
    name = found["name"] if found else ""
    surname = next((one for one in _surnames()[2] if name.startswith(one)), "")
    given = name[len(surname) :].strip(" \u3000")
    of_office = not frozenset(rules.table("names")["offices"]).isdisjoint(given)
    return name if surname and 0 < len(given) <= _GIVEN and not of_office else None


def is_paper(text: str) -> bool:
    """Whether a name is that of a paper or a desk."""
    return text.endswith(_papers())
