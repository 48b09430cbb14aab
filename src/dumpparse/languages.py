"""The language that dates are written in, told by the names of their months: for what a report counts, not for what is extracted."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from .rules import table

_WORD = r"[^\W\d_]{3,12}+"
_DAY_FIRST = re.compile(rf"(?<![\d.,:/-])\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?(\.?)\s(?:of\s|de\s|d[’'])?({_WORD})")
_MONTH_FIRST = re.compile(rf"(?<![^\W\d_])({_WORD})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d:%])")
# Where the day has a dot it is an ordinal, which these do not write so; where the name is in small letters it is none of those.
_NO_DOT = frozenset(("English", "French", "Spanish", "Italian", "Portuguese", "Dutch", "Swedish", "Indonesian", "Turkish", "Polish"))
_CAPITAL = frozenset(("English", "German", "Indonesian", "Turkish"))
# Other names of three small letters are short forms, of which prose has few, and words: "3 out of 10", "12 may have died".
_SHORT = frozenset(("mai", "maj", "mei", "май", "мая"))
_ENGLISH = (" the ", " and ", " of ")
_LENGTH = 20_000  # code points of a text that are looked at


def of_dates(texts: Iterable[str | None]) -> str | None:
    """The language that most dates in these texts are in: its English name, several joined by "or" where they write alike, None for no date.

    Only dates that name their month count. "3 April" is English in an English text.
    """
    votes: Counter[str] = Counter()
    english = 0
    for text in texts:
        if text:
            text = text[:_LENGTH]
            english += sum(map(text.count, _ENGLISH)) * 200 - len(text)
            for dot, word in _DAY_FIRST.findall(text):
                _vote(votes, _named(word) - (_NO_DOT if dot else frozenset()))
            for word in _MONTH_FIRST.findall(text):
                languages = _named(word)
                _vote(votes, languages & {"English"} or languages)
            for name, sign in (("Chinese or Japanese", "月"), ("Korean", "월")):
                votes[name] += len(re.findall(rf"\d\s?{sign}\s?\d", text))
    most = max(votes.values(), default=0)
    if not most:
        return None
    names = sorted(name for name, number in votes.items() if number == most)
    if "English" in names and len(names) > 1:
        names = ["English"] if english > 0 else [name for name in names if name != "English"]
    return " or ".join(names)


def _vote(votes: Counter[str], languages: frozenset[str]) -> None:
    for language in languages:
        votes[language] += 1


def _named(word: str) -> frozenset[str]:
    """The languages of which `word` names a month."""
    if word[0].islower():
        return _months().get(word, frozenset()) - _CAPITAL if len(word) > 3 or word in _SHORT else frozenset()
    return _months().get(word.lower(), frozenset())


@cache
def _months() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {word: {"English"} for word in table("dates")["english"]}
    for language, months in table("months").items():
        for forms in months:
            for form in forms.split("|"):
                found.setdefault(form, set()).add(language.title())
    return {form: frozenset(languages) for form, languages in found.items()}
