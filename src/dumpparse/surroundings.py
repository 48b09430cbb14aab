"""What stands around a line on a judged page: counts and distances that the fields' candidates are weighed by.

Worked out once a page, and only for the lines from which a field may be read.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from .regexes import regex
from .scales import scale
from .trees import TOP
from .wording import begin_of, end_of, topic_words, word_count, words_of

if TYPE_CHECKING:
    from .page import Page

# How far, in lines, the nearest date or name is looked for.
_NEAR = 12
_PEOPLE = frozenset(("by_prefix", "byline_dated", "name_dated", "name", "desk", "agency"))
_PARAGRAPH = 8  # words of a line of the body that counts as a paragraph
_OPENING, _WHOLE = 3, 12  # paragraphs whose words a headline shares
_BREAK = 6  # lines between two of the article's that part one stretch of it from the next
_STRAY = 0.25  # of an article's words, those above its main part
_LONGEST = 300  # code points of a line that may be a title
_bullet = regex(r"^\W+").sub


# What is told of each line that a field may be read from, in the order of `Surroundings.place`.
PLACE = (
    "words", "words 3 above", "words 2 above", "words 1 above", "words 1 below", "words 2 below", "words 3 below", "begin", "end", "end above",
    "end below", "gap", "gap below", "date here", "date above", "date below", "person here", "person above", "person below", "comments above",
    "in body",
    "to body", "past body", "to core", "lines from top", "lean", "state", "again", "again above", "again below", "list heading above",
)  # fmt: skip


class Surroundings:
    """The lines of a judged page, each with what is near.

    `first` and `last`: the units between which the article stands (the number of units where there is none); `inside`: those that are
    it. `counts`: words by unit. `folded`: the lines in lower case, without bullets; those longer than any title are left out.
    """

    def __init__(self, page: "Page"):
        self.page, self.texts, self.size = page, page.texts, len(page.texts)
        article = page.article
        self.inside = frozenset(article)
        self.first, self.last = (article[0], article[-1]) if article else (self.size, self.size)
        self.counts: Sequence[int] = page.measured.counts if page.measured else [word_count(text) for text in page.texts]
        # A byte a unit: one that is flagged is found faster than in a list.
        self._stamps = bytes([bool(look.stamps) for look in page.looks])
        self._people = bytes([not _PEOPLE.isdisjoint(cues) for cues in page.cues])
        self._comments = list(accumulate(["comments" in cues for cues in page.cues], initial=0))
        self._places: dict[int, tuple[int, ...]] = {}

    def place(self, unit: int) -> tuple[int, ...]:
        """What `PLACE` names, of a unit: small numbers, 0 to `TOP`. Distances are in lines, with 32 where it is the other itself."""
        found = self._places.get(unit)
        if found is None:
            page, texts, size, cues = self.page, self.texts, self.size, self.page.cues
            text, above = texts[unit], texts[unit - 1] if unit else ""
            below = texts[unit + 1] if unit + 1 < size else ""
            shown_above, shown_below = cues[unit - 1] if unit else (), cues[unit + 1] if below else ()
            filled, lasts, step = page.dump.filled, page.dump.lasts, page.dump.step
            found = self._places[unit] = (
                min(TOP, self.counts[unit]), *self._beside(unit), begin_of(text), end_of(text), end_of(above) if above else 15,
                end_of(below) if below else 15,
                min(3, (filled[unit] - lasts[unit - 1]) // step) if unit else 3, min(3, (filled[unit + 1] - lasts[unit]) // step) if below else 3,
                self._stamps[unit], *_near(self._stamps, unit), self._people[unit], *_near(self._people, unit),
                min(9, self._comments[unit]), unit in self.inside, within(self.first - unit + 32), within(unit - self.last + 32),
                within(self.core - unit + 32), scale(unit), within(4 * page.lean[unit] + 28) if page.lean else 28, page.path[unit],
                "again" in cues[unit], "again" in shown_above, "again" in shown_below, "list_heading" in shown_above,
            )  # fmt: skip
        return found

    def _beside(self, unit: int) -> list[int]:
        """The words of the three units above, from the third on, and of the three below; 0 beyond the page's ends."""
        around = [*self.counts[max(0, unit - 3) : unit], *self.counts[unit + 1 : unit + 4]]
        if len(around) < 6:
            around = [0] * (3 - min(3, unit)) + around
            around += [0] * (6 - len(around))
        return [min(TOP, count) for count in around]

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
    def start(self) -> int:
        """The unit where the main part of the article begins: what stands well above it, a quarter of the words at most, may be another's."""
        article, counts = self.page.article, self.counts
        start = last = self.first
        words, most = 0, _STRAY * sum([counts[unit] for unit in article])
        for unit in article:
            if words >= most:
                break
            if unit - last > _BREAK:
                start = unit
            words, last = words + counts[unit], unit
        return start

    @cached_property
    def folded(self) -> list[str]:
        """The lines in lower case, without bullets; those that are longer than any title are left out."""
        return [folded(text) if len(text) < _LONGEST else "" for text in self.texts]

    @cached_property
    def days(self) -> set[str]:
        """The days that stand on the page in a form that can be read one way only, as YYYY-MM-DD."""
        return {stamp.iso[:10] for look in self.page.looks for stamp in look.stamps if stamp.iso and not stamp.either}

    @cached_property
    def topics(self) -> tuple[set[str], set[str]]:
        """The words that tell a topic in the article's first paragraphs, and in its first dozen."""
        words = [words for unit, words in self._paragraphs if unit >= self.core][:_WHOLE]
        return set().union(*words[:_OPENING]), set().union(*words)

    def frequency(self, topic: set[str]) -> float:
        """In how many of 60 of the article's paragraphs a word stands that tells a topic, on average."""
        told = sum(map(self._frequencies.__getitem__, topic))
        return 60 * told / len(topic) / len(self._paragraphs) if told else 0.0

    @cached_property
    def _frequencies(self) -> Counter[str]:
        """In how many of the article's paragraphs each word stands that tells a topic."""
        return Counter(chain.from_iterable([words for _, words in self._paragraphs]))

    @cached_property
    def _paragraphs(self) -> list[tuple[int, set[str]]]:
        """The article's paragraphs, each with the words that tell its topic."""
        return [(unit, self.topic(unit)) for unit in self.page.article if self.counts[unit] >= _PARAGRAPH]

    def topic(self, unit: int) -> set[str]:
        """The words of a unit that tell its topic."""
        text, known = self.texts[unit], self.page.measured.words if self.page.measured else {}
        return set(topic_words(text, known.get(unit) or words_of(text), self.counts[unit]))

    def comments_below(self, unit: int) -> bool:
        """Whether comments begin between the article and a unit below it."""
        return self._comments[unit + 1] > self._comments[self.last + 1]

    def shows(self, unit: int, cue: str) -> bool:
        """Whether a unit, if it is on the page, has a cue."""
        return 0 <= unit < self.size and cue in self.page.cues[unit]


def _near(flags: bytes, unit: int) -> tuple[int, int]:
    """How many lines above a unit, and below it, the next flagged one is; `_NEAR` where there is none nearer."""
    above, below = flags.rfind(1, max(0, unit - _NEAR + 1), unit), flags.find(1, unit + 1, unit + _NEAR)
    return unit - above if above >= 0 else _NEAR, below - unit if below >= 0 else _NEAR


def distance(unit: int, other: int | None) -> int:
    """Lines from `other` down to a unit, as a small number with 32 where it is the other itself; 0 where there is no other."""
    return max(1, min(TOP, unit - other + 32)) if other is not None else 0


def folded(text: str) -> str:
    """A line in lower case, without the bullet or signs it begins with."""
    return _bullet("", text.lower())


def topic_of(text: str) -> set[str]:
    """The words of a line that tell its topic."""
    return set(topic_words(text, words_of(text), word_count(text)))


def within(number: float) -> int:
    """A number as a measure: whole, from 0 to `TOP`."""
    return max(0, min(TOP, int(number)))
