"""How a value is compared with gold, wherever that is done: when learning, in the benchmarks."""

import collections
import re
import unicodedata
from collections.abc import Iterable

WORD = re.compile(r"\w+")


def grams(text: str | None) -> collections.Counter:
    """The multiset of a text's word 4-grams: what bodies are compared by."""
    words = WORD.findall(text or "")
    return collections.Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else collections.Counter()


def folded(text: str | None) -> str:
    """A value without case, punctuation and white space, as score.py has it."""
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text or "").casefold()))


def people(names: Iterable[str] | None) -> set[str]:
    """A set of names, whatever the order of a name's words."""
    return {" ".join(sorted(folded(name).split())) for name in names or () if folded(name)}


def same_day(gold: object, answer: object) -> bool:
    """Whether two ISO dates, with or without a time, are of one calendar day; no date is not."""
    return bool(answer) and str(answer)[:10] == str(gold)[:10]


def harmonic(precision: float | None, recall: float | None) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0
