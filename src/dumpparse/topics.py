"""What lines speak of: the words that tell their topics, and which of those other lines have too."""

from collections.abc import Callable
from functools import reduce
from itertools import chain, count, repeat
from operator import lshift, or_
from typing import Any, NamedTuple

from .trees import TOP
from .wording import topic_words

# Words on a page beyond which they are no longer kept as bits, since every line would have that many.
_BITS = 8192
SHARES = 5  # numbers that `shared` tells of each unit

# Some of a page's words: an integer with a bit for each, or a set.
Words = Any


class Topics(NamedTuple):
    """The words that tell a line's topic, for each line of which they are known; none of them; how many some are."""

    by_unit: dict[int, Words]
    none: Callable[[], Words]
    many: Callable[[Words], int]


def topics_of(words: dict[int, list[str]], texts: list[str], counts: list[int]) -> Topics:
    """The topic words of each line of which there are `words`."""
    telling = {unit: topic_words(texts[unit], line, counts[unit]) for unit, line in words.items()}
    vocabulary = dict.fromkeys(chain.from_iterable(telling.values()))
    if len(vocabulary) > _BITS:
        return Topics({unit: set(line) for unit, line in telling.items()}, set, len)
    bits = dict(zip(vocabulary, map(lshift, repeat(1), count()), strict=False))
    return Topics({unit: reduce(or_, map(bits.__getitem__, line), 0) for unit, line in telling.items()}, int, int.bit_count)


def shared(topics: Topics, units: list[int], of_prose: list[Words], prose_above: list[int], block: list[int], title: Words) -> list[tuple[int, ...]]:
    """Which share of each unit's words the block, the four paragraphs above and below, and the headline have too, in rows of `SHARES`.

    `of_prose` and `title` are the words of all prose and of the headline, `prose_above` is how many lines of prose stand above each.
    """
    by_unit, none, many = topics
    # What at least one, two, three, four, five of the block's lines have.
    times = [none() for _ in range(5)]
    for words in map(by_unit.__getitem__, block):
        for at in range(4, 0, -1):
            times[at] |= times[at - 1] & words
        times[0] |= words
    once, *again = times
    padded = [*[none()] * 4, *of_prose, *[none()] * 4]
    four = [a | b | c | d for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)]
    rows = []
    inside = set(block)
    for unit in units:
        words = by_unit[unit]
        if not words:
            rows.append((25,) * SHARES)
            continue
        size = many(words)
        share = many(words & once)
        heavy = share + sum([many(words & often) for often in again]) if share else 0
        if unit in inside:  # the line itself does not count
            share, heavy = many(words & again[0]), heavy - size
        rows.append((
            24 * share // size, min(TOP, 12 * heavy // size),
            24 * many(words & four[prose_above[unit]]) // size, 24 * many(words & four[prose_above[unit + 1] + 4]) // size,
            24 * many(words & title) // size,
        ))  # fmt: skip
    return rows
