"""In which form a page prints its date, byline, headline or dateline: read from the lines where gold stands, not from dumpparse.

Each function gives {axis: form}: in how many ways a thing is printed, counted one way at a time.
"""

import re
import unicodedata
from itertools import pairwise

from comparing import folded

_AROUND = " \t\u00a0\u200b*•·⋅|+–—-,;"  # bullets and separators
_BY = {"by": "By", "von": "Von", "par": "Par", "por": "Por"}
_BY_LINE = r"(?:by|von|par|por|di|af|av|author(?:\(?s\)?)?|article authors?|autor(?:in|en)?|auteur(?:\(?s\)?)?|text|reporter)\s*:?"
_PUBLISHED = (
    r"publi\w*|pubblicat\w*|posted|posté|gepostet|geschrieben|written|veröffentlicht\w*|erschienen|erstellt|created|offentliggjort"
    r"|公開日?|掲載|投稿|発表"
)
_UPDATED = (
    r"updated?|aktualisiert\w*|aktualisierung|geändert|bearbeitet|überarbeitet|modified|modifi\w*|edited|stand|actualizad\w+"
    r"|atualizad\w+|mis à jour|mise à jour|aggiornat\w+|更新日?"
)
_LABEL = rf"\b(?:last |zuletzt |first )?(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))(?:\b|(?<=[日開載稿表新]))"
_TIME = r"\b\d{1,2}(?::|\.|h|時)\s?\d{2}(?:[:.分]\d{2})?(?!\d)(?: ?[ap]\.?m\b\.?| ?uhr)?|\b\d{1,2} ?(?:[ap]\.?m\b\.?|uhr\b|h\b)|\d{1,2}時"
_BESIDE = (  # what else may stand beside a date without telling more: a weekday, a zone, small words
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so)\b"
    r"|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
    r"|\b(?:on|at|am|um|vom|le|à|el|il|the|uhr|utc|gmt|[a-z]{1,3}t|date|datum|[日月火水木金土]曜日?)\b"
)


def _sub(pattern: str, text: str) -> str:
    return re.sub(pattern, " ", text, flags=re.IGNORECASE)


def date_forms(gold: dict, lines: list[str]) -> dict[str, str]:
    """How the date of publication is printed."""
    surface, line = ((gold.get(key) or "").strip() for key in ("published_surface", "published_line_text"))
    before, _, after = line.partition(surface) if surface in line else ("", "", "")
    rest = f"{before} | {after}"
    alone, bare = not rest.strip(_AROUND), not re.search(r"\w", _sub(_BESIDE, _sub(_LABEL, _sub(_TIME, rest))))
    return {
        "form": _date_order(surface, gold["published"]),
        "label": _date_label(before, line, lines),
        "on its line": "alone" if alone else "with weekday, time or label" if bare else "with other words",
        "time": "with a time" if re.search(_TIME, rest, re.IGNORECASE) else "without",
    }


def _date_order(surface: str, published: str) -> str:
    if re.search(r"[年년]", surface):
        return "East Asian"
    numbers = re.findall(r"\d+", surface)
    if re.match(r"\d{4}\D", surface):
        return "year first"
    if len(numbers) == 3 and not re.search(r"[^\W\d]", surface):
        month_first = (numbers[0].zfill(2), numbers[1].zfill(2)) == (published[5:7], published[8:10]) and numbers[0] != numbers[1]
        return "numeric month-day-year" if month_first else "numeric day-month-year"
    if len(numbers) == 2:
        return "day-month-year" if surface[0].isdigit() else "month-day-year"
    return "other"


def _date_label(before: str, line: str, lines: list[str]) -> str:
    if found := list(re.finditer(_LABEL, before, re.IGNORECASE)):
        return f"{found[-1].lastgroup} before it"
    above = "" if before.strip(_AROUND) else _above(line, lines)
    label = re.match(_LABEL, above.strip(_AROUND), re.IGNORECASE) if len(above.split()) <= 3 else None
    return f"{label.lastgroup} on the line above" if label else "none"


def _above(line: str, lines: list[str]) -> str:
    """The line before the first that begins with `line`; `lines` are those that are not blank."""
    return next((above for above, here in pairwise(lines) if here.startswith(line)), "")


def byline_forms(gold: dict) -> dict[str, str]:
    """How the authors are printed, by the first line they stand on."""
    first, *_ = surfaces = gold.get("authors_surface") or [{"text": ""}]
    line = first["text"].replace("\u00ad", "").strip()
    spans = [(at, at + len(name)) for name in gold["authors"] if (at := line.casefold().find(name.casefold())) >= 0]
    if not spans:
        return dict.fromkeys(("before it", "after it", "names"), "not found as written")
    begin, end = min(spans)[0], max(end for _, end in spans)
    names = "".join(line[a:b] for a, b in spans)
    return {
        "before it": _before_names(line[:begin], first.get("prev") or ""),
        "after it": _after_names(line[end:]),
        "names": _names(names, gold["authors"], len({one.get("line") for one in surfaces})),
    }


def _before_names(prefix: str, previous: str) -> str:
    words = prefix.strip(_AROUND).rstrip(":").strip().casefold()
    if not re.search(r"\w", words):
        above = previous.strip(_AROUND)
        if re.fullmatch(rf"(?:[^\W\d]+ ){{0,3}}{_BY_LINE}", above, re.IGNORECASE):
            return "label on the line above"
        return "nothing"
    if words in _BY:
        return _BY[words]
    if words.split()[-1] in _BY:
        return "date, then By" if re.search(r"\d", words) else "words, then By"
    if re.search(r"\d", words):
        return "date or number"
    return "label with a colon" if prefix.rstrip().endswith(":") else "other words"


def _after_names(suffix: str) -> str:
    words = suffix.strip(_AROUND + "()/:")
    if not re.search(r"\w", words):
        return "nothing"
    if re.match(r"@\w", words) or re.match(r"\S+@\S+\.\w", words):
        return "address or handle"
    if re.match(r"(?i)(?:and|und|y|et|e|&|with|mit)\b", words):
        return "more names"
    if re.match(rf"(?:(?:on|am|le|at|in)\s+)?(?:\w+\.?,?\s+)?\d|{_LABEL}", words, re.IGNORECASE):
        return "date or time"
    return "role or outlet after a mark" if suffix.lstrip()[0] in _AROUND + "(/" else "other words"


def _names(printed: str, authors: list[str], lines: int) -> str:
    letters = [letter for letter in printed if letter.isalpha()]
    if any(not unicodedata.name(letter, "").startswith("LATIN") for letter in letters):
        return "not Latin letters"
    if len(authors) > 1:
        return "several, a line each" if lines > 1 else "several on one line"
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        return "one in capitals"
    return "one of one word" if len(authors[0].split()) == 1 else "one"


def headline_forms(gold: dict, visible: dict, lines: list[str]) -> dict[str, str]:
    """Where the headline stands: how many lines above the byline or the date, whichever is nearer; `lines` are those that are not blank."""
    heads = [at for at, line in enumerate(lines) if folded(line) == folded(gold["headline"])]
    marks = [one["text"].strip() for one in gold.get("authors_surface") or ()] if visible.get("authors") else []
    marks += [gold["published_line_text"].strip()] if visible.get("published") and gold.get("published_line_text") else []
    below = [at for at, line in enumerate(lines) if any(line.startswith(mark) for mark in marks)]
    gaps = [mark - head for head in heads for mark in below if mark > head]
    if not heads:
        where = "not a line of its own"
    elif not marks:
        where = "neither is shown"
    elif not gaps:
        where = "below"
    else:
        gap = min(gaps)
        where = "the line above" if gap == 1 else "2–3 lines above" if gap < 4 else "4–10 lines above" if gap < 11 else "further above"
    return {"from byline or date": where}


def dateline_forms(dateline: dict, text: str) -> dict[str, str]:
    """How a dateline is printed."""
    surface, place = dateline["surface"].strip(), dateline["place"]
    parts = [part for part in ("agency", "date") if dateline[part]]
    mark = re.search(r"[^\w\s)\]]*$", surface)[0]
    _, found, after = text.partition(surface)
    if not mark:
        mark = "line of its own" if found and re.match(r"[ \t]*(?:\n|$)", after) else "none"
    return {"parts": f"place with {' and '.join(parts)}" if parts else "place alone", "mark": mark, "letters": _letters(place)}


def _letters(place: str) -> str:
    """How the city is written; a state or country after it may be otherwise."""
    letters = [letter for letter in re.split(r"[,\[(]", place)[0] if letter.isupper() or letter.islower()]
    return "no case" if not letters else "capitals" if all(map(str.isupper, letters)) else "title case"
