"""Datelines of Chinese, Japanese and Korean papers: signed in brackets, or "agency place day 电". Imported where a line has such signs."""

from . import rules
from .datelines import Found, words
from .eastern_names import is_chinese
from .regexes import regex

_NAME = 3  # characters of most Chinese names
_SPACES = " \t\xa0\u3000"
_bracket = regex(r"[\[【［（(〔<](?P<inside>[^\[\]【】［］（）〔〕<>\n]{2,40}(?:\([^()]{1,8}\)[^\[\]【】［］〔〕<>()\n]{0,30})?)[\]】］）)〕>]").match
_HAN = "[\u4e00-\u9fff]"
_wire = regex(
    rf"(?:[（(【]|据)?(?P<agency>{_HAN}{{1,4}}?[社网網报報])(?P<writer>记者|記者)?(?P<place>{_HAN}{{2,12}}?)"
    rf"(?:(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})日(?:专|專|综合|綜合)?(?:外)?[电電讯訊](?:报道|報導|報道)?(?:\s?[（(](?:记者|記者)\s?(?P<signed>[^）)]{{1,30}})[）)])?[）)】]?"
).match
_DAY = regex(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日").fullmatch
# Taiwan's papers: "〔記者林小梅／台北報導〕"
_reported = regex(rf"(?:記者|记者)(?P<writer>[^／/]{{2,20}})[／/](?!綜合)(?P<place>{_HAN}{{2,6}}?)(?:連線)?(?:報導|報道|报道|特稿|專訪)").fullmatch
_is_katakana = regex(r"[\u30a0-\u30ff]{2,}").fullmatch
_WRITER = r"(?P<writer>[\uac00-\ud7a3]{2,4})\s(?:선임|전문|인턴)?(?:기자|특파원|통신원|PD)\b"
_WRITERS = regex(rf"\s*{_WRITER}.*")
_signed = regex(rf"\s?{_WRITER}").match


def find(text: str) -> Found | None:
    """The dateline that `text` begins with, or None."""
    if "日" in text and (match := _wire(text)):
        agency: str | None = match["agency"]
        place, writer = match["place"], match["signed"]
        if match["writer"] and place not in rules.places():  # the writer's name runs into the place
            whole = _NAME if is_chinese(place[:_NAME]) and len(place) > _NAME + 1 else max(0, len(place) - 2)
            at = next((at for at in range(len(place) - 1) if place[at:] in rules.places()), whole)
            writer, place = place[:at] or writer, place[at:]
        if agency and agency[0] == "本":
            agency = None
        month = int(match["month"]) if match["month"] else None
        return Found(match.end(), match[0], (place,), month, int(match["day"]) if month else None, None, agency, True, writer)
    match = _bracket(text)
    if not match:
        return None
    read = _korean if "\uac00" <= max(match["inside"]) <= "\ud7a3" else _japanese
    found = read(match["inside"].strip(_SPACES))
    if not found:
        return None
    places, agency, month, day, writer = found
    if not writer and (signed := _signed(text, match.end())):
        writer = signed["writer"]
    return Found(match.end(), match[0], places, month, day, None, agency, True, writer)


Parts = tuple[tuple[str, ...], str | None, int | None, int | None, str | None]


def _japanese(inside: str) -> Parts | None:
    """【ロンドン共同】, 【オスロ＝杉浦一樹】, [東京 3日 ロイター], 〔記者林小梅／台北報導〕."""
    agencies, known = words().east, rules.places()
    if reported := _reported(inside):
        return (reported["place"],), None, None, None, reported["writer"].strip(_SPACES)
    place, sign, rest = inside.replace("=", "＝").partition("＝")
    month = day = None
    if not sign:
        pieces = inside.translate({0x3000: " "}).split()
        if len(pieces) > 1:
            place, rest = pieces[0], pieces[-1]
            if match := next(filter(None, map(_DAY, pieces[1:-1])), None):
                month, day = (int(match["month"]), int(match["day"])) if match["month"] else (None, None)
        else:
            rest = next((inside[at:] for at in range(2, len(inside)) if inside[at:] in agencies), "")
            place = inside.removesuffix(rest)
        if rest not in agencies:
            return None
    places = tuple(regex("[、，]").split(place.strip(_SPACES)))
    signed = rest in agencies
    if not all(one in known or (_is_katakana(one) and one not in words().not_east) or (signed and 1 < len(one) < 5) for one in places):
        return None
    if any(one in agencies for one in places):
        return None  # 【AFP＝時事】
    return places, rest if signed else None, month, day, None if signed else rest.strip(_SPACES) or None


def _korean(inside: str) -> Parts | None:
    """(서울=연합뉴스), [부산=신문 이름 기자], [헤럴드경제(부산)=이름 기자], [OSEN=잠실, 이름 기자]."""
    agencies, known = words().east, rules.places()
    place, sign, rest = (part.strip(_SPACES) for part in inside.partition("="))
    if not sign:
        return None
    writer = _WRITERS.search(rest)
    who = writer["writer"] if writer else None
    signed = rest[: writer.start()].strip(_SPACES) if writer else rest
    name, bracket, within = place.partition("(")
    if bracket and within.rstrip(")") in known:
        return (within.rstrip(")"),), name, None, None, who
    if place in agencies or place.isascii():
        first = regex(r"[,\s]").split(rest)[0]
        return ((first,), place, None, None, who) if first in known else None
    places = tuple(regex(r"[·/,]\s?").split(place))
    if all(one in known for one in places) or signed in agencies or (writer and signed and len(places) == 1 and 1 < len(place) < 4):
        return places, signed or None, None, None, who
    return None
