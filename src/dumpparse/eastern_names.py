"""Names of people in Chinese, Japanese and Korean, whose scripts have no capitals, and mostly no spaces, to tell a name by."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from . import rules
from .regexes import regex

_HAN = "\u4e00-\u9fff々"
_SIGNED = rf"[{_HAN}]{{2,4}}[ \u3000]?[{_HAN}\u3041-\u30ff]{{0,4}}"
_ASKS = "聞き手|構成|取材・文|取材・構成|文・写真|文"  # what whoever wrote an interview did
_SIGNATURE = (
    rf"(?P<before>^|[。」』！？）])\s?[（【(](?:(?P<asks>{_ASKS})[＝・：:／/ \u3000]|(?P<from>[^（）【】＝：:\s]{{2,12}}[＝・]))?"
    rf"(?P<names>{_SIGNED}(?:[、，]{_SIGNED}){{0,4}})[）】)]$"
)
_HANGUL = "\uac00"  # its first character, behind those of Chinese and Japanese
_REACH = 14  # characters within which a Chinese paper says that it reports
_GIVEN, _KOREAN, _WHOLE = 3, 4, 3  # characters of a Japanese given name, of a Korean name, of a whole name at least
_NAME = 3  # characters of most Chinese names
_ALONE = (4, 5)  # characters of most Japanese names, by which one alone on its line is told though its surname is rare


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
def _led() -> re.Pattern[str]:
    reports = rf"(?:[{_HAN}]{{2,8}}[ \u3000](?=[記记]者))?"  # "聯合報 記者"
    return regex(rf"[〔［【\[（(]?{reports}(?:(?:{_any_of('led')})[・/／])*(?:{_any_of('led')})(?:\s*[:：/／・=＝]\s*|\s*)")


@cache
def _of_bureau() -> re.Pattern[str]:
    return regex(rf"[{_HAN}]{{0,8}}(?:{_any_of('bureaus')})[・ \u3000]")


def lead(text: str) -> re.Match[str] | None:
    """What leads in a name at the beginning of a text: "記者", "〔記者", "文：", "沼田支局長・", "社会部 "."""
    if found := _led().match(text):
        return found
    bureau = _of_bureau().match(text)
    if not bureau:
        return None
    words = text[bureau.end() :].split()[:2]
    return bureau if has_surname("".join(words[: 1 + (bureau[0][-1] != "・")])) else None


@cache
def signed() -> re.Pattern[str]:
    """A name with what follows it: "기자"."""
    return regex(rf"(?<!\w)(?P<name>[^\W\d_]{{2,5}}?)\s?(?:{_any_of('signed')})(?!\w)")


@cache
def _sent_from() -> re.Pattern[str]:
    return regex(rf"(?<![\s（(])[\s（(]+(?:(?:{_any_of('sent_from')})\s?\S*|\w{{0,4}}(?:{_any_of('reported')}))$")


def without_place(text: str) -> str:
    """Names without the place that they tell of, and that they do: "蒋若溪 发自平渡", "蒋若溪 报道"."""
    return _sent_from().sub("", text)


def side_by_side(words: Sequence[str], chinese: bool) -> list[str]:
    """The names that stand with spaces between: in Chinese as many as a usual surname opens; in Japanese, where a space parts the two words of a
    name too, all, if each is as long as a whole one."""
    if chinese:
        titles = rules.table("names")["several"].split()
        return list(takewhile(is_chinese, [word for word in words if word not in titles]))
    whole = (len(word) >= _WHOLE and word[0] < _HANGUL and has_surname(word) and word not in _surnames()[2] for word in words)
    return list(words) if all(whole) else []


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
    return word[0] in _surnames()[0] and 2 <= len(word) <= 3 and word.isalpha()


def has_surname(name: str) -> bool:
    """Whether a name begins with a usual surname."""
    _, korean, japanese = _surnames()
    if "\uac00" <= name[:1] <= "\ud7af":
        return name[0] in korean and 2 <= len(name) <= _KOREAN
    return is_chinese(name) or any(name.startswith(one) and 0 < len(name) - len(one) <= _GIVEN + 1 for one in japanese)


def signature(text: str, japanese: bool) -> list[str]:
    """The names that stand in brackets at the end of a text: "（山田花子）", "（台北＝山田花子）", "（聞き手・山田花子）", "（张三丰）".

    Each begins with a usual surname, is led in by an office or as who asks in an interview, stands alone or by another with such a surname; none
    where the first does not. On
    a page that is not `japanese` names are Chinese.
    """
    found = regex(_SIGNATURE).search(text)
    if not found:
        return []
    first, *others = regex("[、，]").split(found["names"])
    if not japanese:
        return [first, *filter(_signs_in_chinese, others)] if _signs_in_chinese(first) else []
    if office := found["from"]:
        told = _of_bureau().fullmatch(f"{office[:-1]}・") is not None
    else:
        told = found.start() == 0 and not found["before"] and len(first) in _ALONE  # alone on its line
    # In a list a usual surname of another tells it too.
    listed = all(len(name) >= _WHOLE and _is_person(name) for name in (first, *others)) and any(_signs(name, False) for name in others)
    led = bool(found["asks"]) or listed or (told and _is_person(first))
    return [first, *[name for name in others if _signs(name, True)]] if _signs(first, led) else []


def _signs(name: str, led: bool) -> bool:
    """Whether a Japanese name begins with a usual surname; one that is `led` in or stands in a list may begin with another."""
    surname = next((one for one in _surnames()[2] if name.startswith(one)), "")
    given = name[len(surname) :].strip(" \u3000")
    if is_paper(name) or not frozenset(rules.table("names")["offices"]).isdisjoint(given):
        return False
    return 0 < len(given) <= _GIVEN if surname else led and len(name) >= _WHOLE and name[-1] not in rules.table("names")["episodes"]


def _signs_in_chinese(name: str) -> bool:
    return len(name) == _NAME and is_chinese(name) and not is_paper(name) and name[-1] not in rules.table("names")["things"]


def _is_person(text: str) -> bool:
    """Whether what stands in brackets ends like a Japanese given name, and is no note to the reader: "（雨天決行）"."""
    words = rules.table("names")
    ends = text[-1] in words["given_ends"] or regex("[ぁ-んァ-ヶ]{2}$").search(text) is not None
    return ends and not any(map(text.__contains__, words["notices"].split()))


def asks(text: str) -> bool:
    """Whether a text says at its end who asks in an interview: "（聞き手・山田花子）"."""
    found = regex(_SIGNATURE).search(text)
    return found is not None and found["asks"] is not None


def opening(text: str) -> tuple[str, list[str]] | None:
    """Whom a text that opens as in Chinese papers names in brackets, as printed, and each: "记者 张三 通讯员 李四" of "本报讯（记者 …"."""
    begin = text[: _REACH + 2]
    if "（" not in begin and "(" not in begin:
        return None
    titles = _any_of("several")
    found = regex(
        rf"(?P<news>[^（()）。，]{{1,{_REACH}}}[讯訊]\s?)?[（(](?P<names>[{_HAN}]{{0,4}}(?:{titles})[^（()）]{{2,40}})[）)](?(news)|(?!$))"
    ).match(text)
    pieces = regex(rf"(?:{titles})|[、，,]").split(found["names"]) if found else []
    # What stands before the first title is a paper's name: "文汇报记者 张三".
    names = [name for piece in pieces[1:] for name in side_by_side(piece.split(), chinese=True) if name[-1] not in rules.table("names")["things"]]
    return (found["names"], names) if found and names else None


def is_paper(text: str) -> bool:
    """Whether a name is that of a paper or a desk."""
    return text.endswith(_papers())
