"""The language that a page's dates are written in, told from its record: for what a report counts, not for what is extracted."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from string import ascii_lowercase

from .rules import phrases, table

_WORD = r"[^\W\d_]{3,12}+"
# Numbers are looked for first, of which texts have few, and only then what stands around one: a pattern tried everywhere costs more than
# all the rest of a report.
_NUMBER = re.compile(r"\d+")
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
_PLAIN = frozenset(f"{ascii_lowercase} \n")  # of no word an end, or of all; the most of what a text has
_LENGTH = 20_000  # code points of a text that are looked at
_FEWEST = 8  # in a hundred words, of those that are common in a language, for a text to be in it


def of_dates(texts: Iterable[str | None]) -> str | None:
    """The English name of a language: that of the months which dates in these texts name, else that of their commonest words.

    None where neither tells; two that write alike, like "3. april", are joined by "or" if the words don't tell them apart.
    """
    votes: Counter[str] = Counter()
    whole = " ".join(text[:_LENGTH] for text in texts if text)
    for at in _days(whole):
        if first := _DAY_FIRST.match(whole, at):
            votes.update(_named(first[2]) - (_NO_DOT if first[1] else frozenset()))
        if at and _DAY.match(whole, at - 1) and (word := _BEFORE.search(whole[max(0, at - 1 - _LONGEST) : at - 1])):
            languages = _named(word[0])
            votes.update(languages & {"English"} or languages)
    most = max(votes.values(), default=0)
    named = sorted(language for language, number in votes.items() if number == most)
    if len(named) == 1:
        return named[0]
    return _by_words(whole, named) or " or ".join(named) or next((language for language, letter in _LETTERS if letter.search(whole)), None)


def _days(text: str) -> Iterator[int]:
    """Where the numbers of one or two digits are."""
    return (number.start() for number in _NUMBER.finditer(text) if number.end() - number.start() <= 2)


def _by_words(text: str, among: Collection[str]) -> str | None:
    """The one language, of some or of all, of which the text has most of the common words."""
    low = text.lower()
    for mark in set(low) - _PLAIN:  # which are few; what is left are the words
        if not (mark.isspace() or (mark.isalnum() and not mark.isdecimal())):
            low = low.replace(mark, " ")
    words = low.split()
    counts: dict[str, int] = {}
    for languages, number in Counter(map(_common().get, words)).items():
        for language in languages or ():
            if not among or language in among:
                counts[language] = counts.get(language, 0) + number
    most = max(counts.values(), default=0)
    best = [language for language, number in counts.items() if number == most]
    return best[0] if len(best) == 1 and most * 100 >= _FEWEST * len(words) else None


def _named(word: str) -> frozenset[str]:
    """The languages of which `word` names a month."""
    if word[0].islower():
        return _months().get(word, frozenset()) - _CAPITAL if len(word) > 3 or word in _SHORT else frozenset()
    return _months().get(word.lower(), frozenset())


@cache
def _months() -> dict[str, frozenset[str]]:
    forms = [(word, "English") for word in table("dates")["english"]]
    named = _languages([*forms, *((form, language.title()) for language, months in table("months").items() for form in phrases("|".join(months)))])
    # Of those that share a form, the ones whose common words could tell them apart.
    told = frozenset(map(str.title, table("common_words")))
    return {form: languages & told or languages for form, languages in named.items()}


@cache
def _common() -> dict[str, frozenset[str]]:
    return _languages((word, language.title()) for language, words in table("common_words").items() for word in phrases(words))


def _languages(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The languages of each word: one object for all words of the same ones, so that words can be counted by it."""
    found: dict[str, set[str]] = {}
    for word, language in pairs:
        found.setdefault(word, set()).add(language)
    known: dict[frozenset[str], frozenset[str]] = {}
    return {word: known.setdefault(one, one) for word, languages in found.items() for one in [frozenset(languages)]}
