"""What characters are: white space, marks, and of which scripts."""

from .regexes import regex

# What is as wide as nothing, and says which way text runs, as copies from pages have it
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
# White space, and that.
WHITE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    + INVISIBLE
)
# Vowel signs and the like, which are of words though they are no letters: of India's scripts, without the stops among them, of Thai, Lao, Burmese
# and Khmer, of Arabic
MARKS = "\u0900-\u0963\u0981-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u064b-\u0652\u0670"
# Where a word may be broken: in words, and no part of them
SOFT_HYPHEN = "\xad"


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script without spaces between words, or of its punctuation: Han, kana; not Hangul."""
    return ("\u2e80" <= char < "\ua4d0" and not "\u3130" <= char < "\u3190") or "\uf900" <= char < "\ufb00" or "\uff00" <= char < "\uffe0"


def is_stopless(char: str) -> bool:
    """Whether a character is of a script whose sentences end with no sign: Thai, Lao."""
    return "\u0e00" <= char < "\u0f00"


def is_small(char: str) -> bool:
    """Whether a character is a small letter: Georgia's, which Python takes for such, stand where others have capitals too."""
    return char.islower() and not "\u10d0" <= char < "\u1100"


def is_caseless(char: str) -> bool:
    """Whether a character is of a script that has spaces between words but no capitals: Hebrew, Arabic, those of India, Georgian."""
    return ("\u0590" <= char < "\u0e00" or "\u10d0" <= char < "\u1100") and not char.isdigit() and char not in _STOPS


_STOPS = frozenset("।॥۔؟؛،")
_WORD = 14  # code points of a word, mostly at most
_of_unspaced = regex(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffdf]").search


def count_words(text: str) -> int:
    """About how many words a line has: what spaces part, or half its characters in a script without them, though one may stand there.

    A Chinese word has some 1.7 characters, a Japanese one 2.2.
    """
    count, size = text.count(" ") + 1, len(text)
    if size <= _WORD or text.isascii() or not (size > _WORD * count or is_unspaced(text[size // 2])) or not _of_unspaced(text):
        return count
    return max(count, size // 2)
