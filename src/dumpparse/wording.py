"""One line: its words, how many they are, and what it begins and ends with, as small numbers."""

from itertools import pairwise

from .characters import MARKS, SOFT_HYPHEN, count_words, is_small, is_stopless
from .regexes import regex

LONGEST = 600  # code points of a line that are looked at
_PROSE = 60  # code points from which on a line in a script without stops is whole sentences
CAP = 120  # words that a line counts for at most

_words = regex(rf"[\w{MARKS}]+|©").findall
_capital = regex(r"(?<!\w)[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]").findall
# Both are found faster byte by byte, where what is not ASCII is of words: what is no word's becomes a space, and the rest of it
# small letters, or "A" for capitals and "a" for others.
_ASCII = bytes(range(128))
_SPACED = bytes([byte if byte > 127 or chr(byte).isalnum() or byte == 95 else 32 for byte in range(256)])
_FOLDED = _SPACED.lower()
_SHAPED = bytes([65 if 65 <= byte <= 90 else 32 if byte == 32 else 97 for byte in _SPACED])
# Signs of printers that part words; without them most lines are in ASCII.
_PRINTED = "’“”‘–—…\xa0„«»•·\u200b、。"
_CLOSERS = "”\"’'»)]*“„«"
_NOT_ALONE = frozenset(_CLOSERS + ".")  # what an end is not known by alone
_ENDS = {sign: number for number, signs in enumerate((".।。።။។", "!！", "?？؟", ":：", ",;，、"), 2) for sign in signs}
BULLETS = "*+•-–·>"
_FIRSTS = {sign: number for number, signs in enumerate(("“\"„«‘'»「", BULLETS), 6) for sign in signs}


def words_of(text: str) -> list[str]:
    """The words at the beginning of a line, in lower case."""
    return words_and_capitals(text)[0]


def words_and_capitals(text: str) -> tuple[list[str], int]:
    """The words at the beginning of a line, in lower case, and how many begin with a capital, in the first half of it."""
    text = plain = text[:LONGEST]
    if not text.isascii():
        text = plain = plain.replace(SOFT_HYPHEN, "")
        for sign in _PRINTED:
            plain = plain.replace(sign, " ")
        if not plain.isascii():
            initials = len(_capital(text, 0, LONGEST // 2))
            data = plain.lower().encode(errors="surrogatepass")
            # A capital sigma's small form depends on what stands beside it.
            if "Σ" in text or not data.translate(None, _ASCII).decode(errors="surrogatepass").isalnum():
                return _words(text.lower()), initials
            return data.translate(_SPACED).decode().split(), initials
    data = plain.encode()
    return data.translate(_FOLDED).decode().split(), (b" " + data[: LONGEST // 2]).translate(_SHAPED).count(b" A")


def told(words: list[str]) -> set[str]:
    """The words of a line that the lexicon is asked for: its first twelve and last four."""
    return set(words) if len(words) <= 16 else {*words[:12], *words[-4:]}


def word_count(text: str) -> int:
    """Words in a line: what spaces part, or half of its characters in a script without them."""
    count = count_words(text)
    return count if count < CAP else CAP


def topic_words(text: str, words: list[str], count: int) -> list[str]:
    """The words of a line that tell its topic: those of five letters or more, or pairs of characters in a script without spaces.

    `words` as `words_of` has them, `count` as `word_count`.
    """
    return list(map("".join, pairwise(text[:LONGEST]))) if count > 2 * len(words) else [word for word in words if len(word) > 4]


def ends_of(texts: list[str]) -> list[int]:
    """What each text ends with."""
    lasts = [text[-1] for text in texts]
    known = {last: end_of(last) for last in set(lasts)}
    return [end_of(text) if last in _NOT_ALONE or is_stopless(last) else known[last] for text, last in zip(texts, lasts, strict=True)]


def end_of(text: str) -> int:
    """What a text ends with: 0 a letter, 1 a digit, 2 a stop, 3 to 6 other signs; 7 more where a quotation or bracket closes after it."""
    last = text[-1]
    if last.isalpha():
        return 2 if len(text) > _PROSE and is_stopless(last) else 0
    if last in _CLOSERS:
        return 7 + _ENDS.get(text[-60:].rstrip(_CLOSERS)[-1:], 0)
    if last == "…" or text.endswith("..."):
        return 14
    return 1 if last.isdigit() else _ENDS.get(last, 13)


def begin_of(text: str) -> int:
    """What a text begins with: 0 a small letter, 1 a capital, 2 two, 3 a letter without case, 4 a digit, 6 a quotation, 7 a bullet, else 5."""
    first = text[0]
    if is_small(first):
        return 0
    if first.isupper():
        return 2 if text[1:2].isupper() else 1
    if first.isalpha():
        return 3
    return 4 if first.isdigit() else _FIRSTS.get(first, 5)


def quotes(text: str) -> int:
    """The quotation marks in a text."""
    return text.count('"') + (0 if text.isascii() else text.count("“") + text.count("»") + text.count("„"))
