"""What stands around a line on a judged page: counts and distances that the fields' candidates are weighed by.

Worked out once a page, and only for the lines from which a field may be read.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from .measures import TOP, end_of, topic_words, word_count, words_of

if TYPE_CHECKING:
    from .page import Page

# How far, in lines, the nearest date or name is looked for.
_NEAR = 12
_PEOPLE = frozenset(("by_prefix", "byline_dated", "name_dated", "name", "desk", "agency"))
_PARAGRAPH = 8  # words of a line of the body that counts as a paragraph
_OPENING, _WHOLE = 3, 12  # paragraphs whose words a headline shares
_BREAK = 6  # lines between two of the article's that part one stretch of it from the next
_LONGEST = 300  # code points of a line that may be a title
_bullet = re.compile(r"^\W+").sub


class Surroundings:
    """The lines of a judged page, each with what is near.

    `first` and `last`: the units between which the article stands (the number of units where there is none); `inside`: those that are
    it. `counts`: words by unit. `stamps`: whether a unit holds a date; `people`: whether its cues say that it names somebody.
    """

    def __init__(self, page: "Page"):
        self.page, self.texts, self.size = page, page.texts, len(page.texts)
        article = page.article
        self.inside = frozenset(article)
        self.first, self.last = (article[0], article[-1]) if article else (self.size, self.size)
        self.counts: Sequence[int] = page.measured.counts if page.measured else [word_count(text) for text in page.texts]
        self.stamps = [bool(look.stamps) for look in page.looks]
        self.people = [not _PEOPLE.isdisjoint(cues) for cues in page.cues]
        self.comments = list(accumulate(["comments" in cues for cues in page.cues], initial=0))

    @cached_property
    def titles(self) -> list[int]:
        """How many lines that could be titles stand above each unit."""
        found = [3 <= count <= 30 and text[-1] not in ".:" for count, text in zip(self.counts, self.texts, strict=True)]
        return list(accumulate(found, initial=0))

    @cached_property
    def core(self) -> int:
        """The unit where the longest stretch of the article begins, by words: what stands before it may be another's."""
        best = most = words = 0
        begin, last = self.first, self.first
        for unit in self.page.article:
            if unit - last > _BREAK:
                begin, words = unit, 0
            words, last = words + self.counts[unit], unit
            if words > most:
                best, most = begin, words
        return best if most else self.first

    @cached_property
    def folded(self) -> list[str]:
        """The lines in lower case, without bullets; those that are longer than any title are left out."""
        return [folded(text) if len(text) < _LONGEST else "" for text in self.texts]

    @cached_property
    def topics(self) -> tuple[set[str], set[str]]:
        """The words that tell a topic in the article's first paragraphs, and in its first dozen."""
        paragraphs = [unit for unit in self.page.article if self.counts[unit] >= _PARAGRAPH and unit >= self.core][:_WHOLE]
        words = [topic_of(self.texts[unit]) for unit in paragraphs]
        return set().union(*words[:_OPENING]), set().union(*words)

    def below(self, flags: Sequence[bool], unit: int, reach: int = _NEAR) -> int:
        """How many lines below a unit the next flagged one is; `reach` where there is none nearer."""
        return next((step for step, flag in enumerate(flags[unit + 1 : unit + reach], 1) if flag), reach)

    def above(self, flags: Sequence[bool], unit: int, reach: int = _NEAR) -> int:
        """How many lines above a unit the next flagged one is; `reach` where there is none nearer."""
        return next((step for step, flag in enumerate(reversed(flags[max(0, unit - reach + 1) : unit]), 1) if flag), reach)

    def count(self, unit: int) -> int:
        """The words of a unit, 0 beyond the page's ends."""
        return min(TOP, self.counts[unit]) if 0 <= unit < self.size else 0

    def beside(self, unit: int) -> list[int]:
        """The words of the three units above, from the third on, and of the three below."""
        if 2 < unit < self.size - 3:
            counts = self.counts
            return [min(TOP, counts[other]) for other in (unit - 3, unit - 2, unit - 1, unit + 1, unit + 2, unit + 3)]
        return [self.count(unit + step) for step in (-3, -2, -1, 1, 2, 3)]

    def shows(self, unit: int, cue: str) -> bool:
        """Whether a unit, if it is on the page, has a cue."""
        return 0 <= unit < self.size and cue in self.page.cues[unit]

    def gap(self, unit: int) -> int:
        """Rows from the unit above to this one: 1 where no blank line parts them, 3 for all more than two and at the page's ends."""
        if not 0 < unit < self.size:
            return 3
        return min(3, self.page.dump.filled[unit] - self.page.dump.lasts[unit - 1])

    def end(self, unit: int) -> int:
        """How a unit ends, as measures.py numbers it; 15 beyond the page's ends."""
        return end_of(self.texts[unit]) if 0 <= unit < self.size else 15

    def lean(self, unit: int) -> int:
        """How much a unit leans to being the article's, 0 to `TOP`."""
        return within(4 * self.page.lean[unit] + 28) if self.page.lean else 28

    def distance(self, unit: int, other: int | None) -> int:
        """Lines from `other` down to a unit, as a small number with `other` itself in the middle; 0 where there is no other."""
        return max(1, min(TOP, unit - other + 32)) if other is not None else 0

    def spread(self, units: Iterable[int]) -> list[int]:
        """The units, sorted, each once, that are on the page."""
        return sorted({unit for unit in units if 0 <= unit < self.size})


def folded(text: str) -> str:
    """A line in lower case, without the bullet or signs it begins with."""
    return _bullet("", text.lower())


def topic_of(text: str) -> set[str]:
    """The words of a line that tell its topic."""
    return set(topic_words(text, words_of(text), word_count(text)))


def within(number: float) -> int:
    """A number as a measure: whole, from 0 to `TOP`."""
    return max(0, min(TOP, int(number)))
