"""A page whose lines have been judged: what the fields are read from, and what `explain` shows."""

from dataclasses import dataclass
from functools import cached_property

from .article import Block, Hit, Labelled, Rejected, Span
from .cues import Look
from .dates import Dates
from .labels import Scores, margins, states
from .lines import Dump
from .rules import Profile


@dataclass
class Page:
    """The filled lines of a dump ("units"), each with what it shows and the state it was given.

    `texts`, `looks` and `path` are parallel, one entry a unit; `teasers` is filled by the teaser reader with the first and
    last unit of each teaser.
    """

    dump: Dump
    profile: Profile
    dates: Dates
    looks: list[Look]
    scores: Scores
    path: bytearray
    teasers: list[tuple[int, int]]

    @cached_property
    def texts(self) -> list[str]:
        """The units' text without white space at its ends."""
        return self.dump.texts

    @cached_property
    def names(self) -> list[str]:
        """The units' states by name."""
        names = states().names
        return [names[state] for state in self.path]

    @cached_property
    def labels(self) -> list[str]:
        """The units' labels."""
        labels = states().labels
        return [labels[state] for state in self.path]

    def units(self, *labels: str) -> list[int]:
        """The units that have one of these labels, in order."""
        numbers = bytes(state for label in labels for state in states().of[label])
        return [unit for unit, state in enumerate(self.path) if state in numbers]

    def span(self, unit: int, text: str | None = None) -> Span:
        """Where a unit, or some text within it, stands in the source."""
        return self.dump.span(unit, text)

    def rejected(self, unit: int, reason: str, text: str | None = None) -> Rejected:
        """A candidate in `unit` that was passed over."""
        return Rejected(self.texts[unit] if text is None else text, self.span(unit, text), reason)

    def lines(self) -> tuple[Labelled, ...]:
        """Every line, blank ones too, with label, margin and hits."""
        margin = margins([look.cues for look in self.looks], self.path, self.scores)
        result, unit = [], 0
        for row in range(len(self.dump.rows)):
            line = self.dump.line(row)
            if unit < len(self.path) and self.dump.filled[unit] == row:
                result.append(Labelled(line, self.labels[unit], margin[unit], self._hits(unit)))
                unit += 1
            else:
                result.append(Labelled(line, "blank", float("inf"), ()))
        return tuple(result)

    def _hits(self, unit: int) -> tuple[Hit, ...]:
        """The cues that spoke for or against the label of a unit, strongest first."""
        name, label = self.names[unit], self.labels[unit]
        span = self.span(unit)
        hits = []
        for cue in self.looks[unit].cues:
            weights = self.profile.weights.get(cue, {})
            weight = weights.get(name, weights.get(label))
            if weight is not None:
                hits.append(Hit(cue, label, weight, span))
        return tuple(sorted(hits, key=lambda hit: -abs(hit.weight)))

    def blocks(self) -> tuple[Block, ...]:
        """The whole input cut into runs of one label, in order; a teaser with the blank lines within it is one block."""
        teaser = {}
        for number, (first, last) in enumerate(self.teasers):
            for row in range(self.dump.filled[first], self.dump.filled[last] + 1):
                teaser[row] = number
        starts, filled = self.dump.starts, self.dump.filled
        result: list[Block] = []
        unit, previous = 0, None
        for row in range(len(self.dump.rows)):
            label = "blank"
            if unit < len(filled) and filled[unit] == row:
                label = self.labels[unit]
                unit += 1
            key = (label, None) if row not in teaser else ("teaser", teaser[row])
            if key == previous:
                last = result[-1]
                result[-1] = Block(last.label, last.start, starts[row + 1], last.first, row + 1)
            else:
                result.append(Block(key[0], starts[row], starts[row + 1], row + 1, row + 1))
            previous = key
        return tuple(result)
