"""What a person's name looks like in a line of text."""

from functools import cache

from .characters import MARKS
from .regexes import regex
from .rules import table

# A capitalised word (O'Neil, al-Assad, McKay, Jean-Luc, hUallacháin), or an initial (A., F.S., J.-P.);
# scripts without case count as words.
_word = regex(
    rf"(?:(?:h(?=[AEIOUÁÉÍÓÚ][a-zß-öø-ÿ]))?[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|[{MARKS}]|\u200c(?=[^\W\d_]))*(?:[’'\-‐][^\W\d_]+)*|(?:[^\W\d_a-z]\.(?:-(?=[^\W\d_]))?){{1,3}}|(?:al|el|ul|ur)-[^\W\d_a-z][^\W\d_]*)"
).fullmatch


# Zia-ur-Rehman: one word, but a full name.
_hyphenated = regex(r"[^\W\d_a-z][^\W\d_]+-[a-z]{1,3}-[^\W\d_a-z][^\W\d_]+").fullmatch


# Thai, Lao, Burmese, Khmer: a name has two words, more are a phrase
_TWO_WORDS = 2
_of_two_words = regex(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]").match


@cache
def _words() -> tuple[frozenset[str], ...]:
    words = table("names")
    return tuple(frozenset(words[key]) for key in ("articles", "others", "particles", "titles", "shortened"))


def is_name(text: str) -> bool:
    """Whether `text` has the shape of one person's full name: two to five words, capitals, initials and particles.

    Titles and ranks ("Dr.", "Brig (r)") may stand with it and do not count.
    """
    if len(text) > 60:
        return False
    words = text.split()
    if len(words) < 2 and "-" not in text:
        return False
    articles, others, particles, titles, shortened = _words()
    if not (words[0][0].isalnum() or words[0] in titles):
        return False  # a bullet, most often
    if len(text) > 3 and text[-2].islower():
        words[-1] = words[-1].removesuffix(".")
    if not titles.isdisjoint(words):
        words = [word for word in words if word not in titles]
    if not 1 < len(words) < 6:
        return len(words) == 1 and _hyphenated(words[0]) is not None
    if len(words) > _TWO_WORDS and _of_two_words(text):
        return False
    if words[0] in articles or not others.isdisjoint(words):
        return False
    return all(_word(word) or word in shortened or (number and word in particles) for number, word in enumerate(words))
