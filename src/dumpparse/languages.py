"""The language that a page's dates are written in, told from its record: for what a report counts, not for what is extracted."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache

from .rules import phrases, table

_WORD = r"[^\W\d_]{3,12}+"
_DAY_FIRST = re.compile(rf"(?<![\d.,:/-])\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?(\.?)\s(?:of\s|de\s|d[’'])?({_WORD})")
# Of "April 3" the day is looked for and then the word before it: words are many, and days few.
_DAY = re.compile(r"\s\d{1,2}(?:st|nd|rd|th)?(?![\d:%])")
_BEFORE = re.compile(rf"(?<![^\W\d_]){_WORD}(?=\.?$)")
_LONGEST = 14  # characters of a month's name, its dot and what is before it
# Where the day has a dot it is an ordinal, which these do not write so; where the name is in small letters it is none of those.
_NO_DOT = frozenset(("English", "French", "Spanish", "Italian", "Portuguese", "Dutch", "Swedish", "Indonesian", "Turkish", "Polish"))
_CAPITAL = frozenset(("English", "German", "Indonesian", "Turkish"))
# Other names of three small letters are short forms, of which prose has few, and words: "3 out of 10", "12 may have died".
_SHORT = frozenset(("mai", "maj", "mei", "май", "мая"))
# Languages that write no spaces, or months in numbers, by letters that only they have; the first that is there tells.
_LETTERS = (("Japanese", re.compile("[\u3041-\u30ff]")), ("Korean", re.compile("[\uac00-\ud7a3]")), ("Chinese", re.compile("[\u4e00-\u9fff]")))
_LENGTH = 20_000  # code points of a text that are looked at
_FEWEST = 8  # in a hundred words, of those that are common in a language, for a text to be in it


def of_dates(texts: Iterable[str | None]) -> str | None:
    """The English name of a language: that of the months which dates in these texts name, else that of their commonest words.

    None where neither tells; two that write alike, like "3. april", are joined by "or" if the words don't tell them apart.
    """
    votes: Counter[str] = Counter()
    whole = " ".join(text[:_LENGTH] for text in texts if text)
    for dot, word in _DAY_FIRST.findall(whole):
        votes.update(_named(word) - (_NO_DOT if dot else frozenset()))
    for day in _DAY.finditer(whole):
        if word := _BEFORE.search(whole[max(0, day.start() - _LONGEST) : day.start()]):
            languages = _named(word[0])
            votes.update(languages & {"English"} or languages)
    most = max(votes.values(), default=0)
    named = sorted(language for language, number in votes.items() if number == most)
    if len(named) == 1:
        return named[0]
    return _by_words(whole, named) or " or ".join(named) or next((language for language, letter in _LETTERS if letter.search(whole)), None)


def _by_words(text: str, among: Collection[str]) -> str | None:
    """The one language, of some or of all, of which the text has most of the common words."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts: Counter[str] = Counter()
    for word, number in Counter(words).items():
        for language in _common().get(word, ()):
            if not among or language in among:
                counts[language] += number
    best = counts.most_common(2)
    if not best or best[0][1] * 100 < _FEWEST * len(words) or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _named(word: str) -> frozenset[str]:
    """The languages of which `word` names a month."""
    if word[0].islower():
        return _months().get(word, frozenset()) - _CAPITAL if len(word) > 3 or word in _SHORT else frozenset()
    return _months().get(word.lower(), frozenset())


@cache
def _months() -> dict[str, frozenset[str]]:
    forms = [(word, "English") for word in table("dates")["english"]]
    return _languages([*forms, *((form, language.title()) for language, months in table("months").items() for form in phrases("|".join(months)))])


@cache
def _common() -> dict[str, frozenset[str]]:
    return _languages((word, language.title()) for language, words in table("common_words").items() for word in phrases(words))


def _languages(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The languages of each word."""
    found: dict[str, set[str]] = {}
    for word, language in pairs:
        found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}
