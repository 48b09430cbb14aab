"""A page whose lines have been judged: what the fields are read from, and what `explain` shows."""

from array import array
from functools import cached_property
from math import inf, log
from typing import TYPE_CHECKING, Any

from . import rules
from .article import Field, PassedOver
from .cues import Look
from .labels import ARTICLE, margins, states
from .lines import Dump, Span
from .profile import Profile

if TYPE_CHECKING:
    from .ending import End
    from .evidence import Block, Hit, Labelled, Rejected
    from .measures import Measured
    from .surroundings import Surroundings


# The labels that a field leaves as they are when it is read from a line that has one.
_READ = frozenset(("headline", "byline", "timestamp", "standfirst", "body", "subhead"))
# The labels of furniture that a field gives, and what their states are called before and after the article.
_FURNITURE = {"section_heading": "heading", "teaser": "teaser", "chrome": "chrome"}
_LABEL = 30  # code points of a line that is nothing but a date's label
# What a measure must be worth, in log-odds, to be told of.
_SAID = 0.15


class Page:
    """The filled lines of a dump ("units"), each with what it shows and the state it was given.

    `texts`, `looks`, `cues` and `path` are parallel, one entry a unit: `looks` is what a line shows by itself, `cues` also what
    its neighbours add; `teasers` is filled by the teaser reader with the first and last unit of each teaser. Where what was
    learned took part, `measured` has the measures, `lean` each unit's log-odds of being the article's, `lifted` by how much these were
    raised, but below comments, for the page to have one, `linked` what it was worth of a unit that it is nothing but a link, `end` where it
    ended though more was taken for it, `decided` which units are the article's, and `traits` what page_traits.py tells of it. `known`: its
    layout is one that the rules alone read. `settled`: the units whose label a field gave them, with the margin of that. `refused`: why it
    has no article, and the units that read as if they were one's, where some do. `crawled`: when the page was fetched, if that is known.
    """

    def __init__(
        self,
        dump: Dump,
        profile: Profile,
        looks: list[Look],
        cues: list[tuple[str, ...]],
        path: bytearray,
        decided: list[bool | None] | None = None,
    ):
        self.dump, self.profile, self.looks, self.cues, self.path, self.decided = dump, profile, looks, cues, path, decided
        self.measured: Measured | None = None
        self.lean: list[float] | None = None
        self.lifted = 0.0
        self.linked: dict[int, float] = {}
        self.end: End | None = None
        self.traits: dict[str, int] | None = None
        self.known = False
        self.refused: tuple[str, list[int]] | None = None
        self.settled: dict[int, float] = {}
        self.texts = dump.texts
        self.teasers: list[tuple[int, int]] = []
        self.crawled: str | None = None

    @cached_property
    def labels(self) -> list[str]:
        """The units' labels."""
        labels = states().labels
        return [labels[state] for state in self.path]

    def state(self, unit: int) -> str:
        """The name of the state of a unit: its region and what it is there."""
        return states().names[self.path[unit]]

    def units(self, *labels: str) -> list[int]:
        """The units that have one of these labels, in order."""
        parts = [part for label in labels for state in states().of[label] if (part := self._by_state.get(state))]
        found = [unit for part in parts for unit in part]
        if len(parts) > 1:
            found.sort()
        return found

    @cached_property
    def _by_state(self) -> "dict[int, array[int]]":
        result: dict[int, array[int]] = {state: array("L") for state in set(self.path)}
        for unit, state in enumerate(self.path):
            result[state].append(unit)
        return result

    @cached_property
    def article(self) -> list[int]:
        """The units that are the article's, in order."""
        return self.units(*ARTICLE)

    @cached_property
    def around(self) -> "Surroundings":
        """What stands around each unit."""
        from .surroundings import Surroundings  # a layout that the rules alone read asks for none

        return Surroundings(self)

    def below(self, lines: int) -> range:
        """So many units right below the article; none where there is no article."""
        return range(self.article[-1] + 1, min(len(self.texts), self.article[-1] + 1 + lines)) if self.article else range(0)

    @cached_property
    def owner(self) -> tuple[int, str] | None:
        """The unit that says who has the page's copyright, and who."""
        from .owner import find

        return find(self)

    @cached_property
    def order(self) -> int | None:
        """How its numeric dates are read: 0 with the day first, 1 with the month first, as the publisher or the page tells; None where none does."""
        from .date_order import order_of  # few pages have such dates

        return self.profile.order if self.profile.order is not None else order_of(self.dump.plain)

    def is_own(self, name: str) -> bool:
        """Whether a name is, or is in, that of whom the page is."""
        return bool(name) and self.owner is not None and f" {name} ".lower() in f" {self.owner[1]} ".lower()

    def settle(self, unit: int, label: str, chance: float) -> None:
        """Give a unit the label of the field that was read from it, unless it is the article's or another field's already.

        A note on the author is none of the article though it was taken for it. There is one headline, so another line that is labelled so
        becomes chrome. `chance`: how much speaks for it, of which its margin is made.
        """
        names = states().names
        if label == "headline":
            for other in self.units("headline"):
                if self.texts[other] != self.texts[unit]:
                    self._give(other, names.index("lead.chrome"), chance)
            region = "head"
        elif self.labels[unit] in _READ and label != "author_note":
            return
        else:
            region = "after" if label == "author_note" or (self.article and unit > self.article[0]) else "lead"
        if self.labels[unit] != label:
            self._give(unit, names.index(f"{region}.{label}"), chance)

    def label_above(self, unit: int) -> str | None:
        """What the line above says of the date that a line begins with: "published", "updated", or None. A word like "at" may stand between."""
        dates = self.profile.dates
        for above in range(unit - 1, max(-1, unit - 3), -1):
            if len(self.texts[above]) > _LABEL:
                break
            if kind := dates.kind(self.texts[above]):
                return kind
            if not dates.is_filler(self.texts[above]):
                break
        return None

    def relabel(self, labels: tuple[str, ...], found: dict[int, str]) -> None:
        """Of the units that have one of these labels, or are found to, leave those that are found; the rest is chrome."""
        of, below, path, changed = states().of, states().below, self.path, False
        regions = {False: "lead", True: "after"}
        numbers = {(side, label): of[f"{region}.{name}"][0] for side, region in regions.items() for label, name in _FURNITURE.items()}
        for unit in {*self.units(*labels), *found}:
            state = numbers[below[path[unit]], found.get(unit, "chrome")]
            if path[unit] != state:
                path[unit] = state
                self.settled[unit] = inf
                changed = True
        if changed:
            self._forget()

    def _give(self, unit: int, state: int, chance: float) -> None:
        self.path[unit] = state
        self.settled[unit] = max(0.0, log(chance / (1 - chance))) if chance < 1 else inf
        self._forget()

    def _forget(self) -> None:
        for known in ("labels", "_by_state", "article"):
            self.__dict__.pop(known, None)

    def field(
        self, unit: int, rule: str, text: str | None = None, value: Any = None, passed_over: PassedOver = tuple, chance: float | None = None
    ) -> Field:
        """What was read from a unit, or from `text` within it; its value is the text where no other is given."""
        text = self.texts[unit] if text is None else text
        return Field(text if value is None else value, text, lambda: self.dump.span(unit, text), rule, passed_over, unit, chance)

    def nothing(self, why: str, passed_over: PassedOver) -> Field:
        """A field that has no value, with what was passed over."""
        return Field(None, "", lambda: (0, 0), why, passed_over)

    def stretch(self, first: int, last: int) -> Span:
        """From the beginning of one unit to the end of another, in code points."""
        return self.dump.span(first)[0], self.dump.span(last)[1]

    def rejected(self, unit: int, reason: str, text: str | None = None) -> "Rejected":
        """A candidate in `unit` that was passed over."""
        from .evidence import Rejected

        return Rejected(self.texts[unit] if text is None else text, self.dump.span(unit, text), reason)

    def lines(self) -> "tuple[Labelled, ...]":
        """Every line, blank ones too, with label, margin and hits."""
        from .evidence import Labelled

        margin = margins(self.cues, self.path, self.profile.weights, self.decided)
        result = []
        for row, unit in enumerate(self._units_by_row()):
            line = self.dump.line(row)
            if unit is None:
                result.append(Labelled(line, "blank", float("inf"), ()))
            else:
                # Where it was decided whether a line is the article's, by so much: the labels of the other side were not asked.
                decided = abs(self.lean[unit]) if self.lean and self.decided and self.decided[unit] is not None else margin[unit]
                least = self.settled.get(unit, min(margin[unit], decided))
                result.append(Labelled(line, self.labels[unit], least, self._hits(unit)))
        return tuple(result)

    def _units_by_row(self) -> list[int | None]:
        """The unit that each row belongs to; None for blank ones."""
        units: list[int | None] = [None] * len(self.dump.rows)
        for unit, (first, last) in enumerate(zip(self.dump.filled, self.dump.lasts, strict=True)):
            for row in range(first, last + 1):
                units[row] = unit
        return units

    def _hits(self, unit: int) -> "tuple[Hit, ...]":
        """What spoke for or against the label of a unit, strongest first: its cues, and what was learned of its measures."""
        from .evidence import Hit

        label, span = self.labels[unit], self.dump.span(unit)
        spoken = [(cue, self.profile.weights.of(cue, self.path[unit])) for cue in self.cues[unit]]
        hits = [Hit(cue, label, weight, span) for cue, weight in spoken if weight is not None]
        hits += [Hit(name, label, round(worth, 2), span) for name, worth in self._learned(unit, label in ARTICLE)]
        if unit in self.linked:
            hits.append(Hit("nothing but a link", label, self.linked[unit] if label in ARTICLE else -self.linked[unit], span))
        if self.end and unit in self.end.units:
            hits.append(Hit("below the article's end", label, round(self.end.worth, 2), span))
        return tuple(sorted(hits, key=lambda hit: -abs(hit.weight)))

    def _learned(self, unit: int, article: bool) -> list[tuple[str, float]]:
        """What the learned trees made of a unit, by measure, as log-odds for or against the side it was put on."""
        if self.measured is None or unit not in self._row_of:
            return []
        from .forest import learned

        worth = learned().reasons(learned().row(self.measured, self.cues, self._row_of[unit]), rules.nodes())
        return [(name, value if article else -value) for name, value in worth.items() if abs(value) >= _SAID]

    @cached_property
    def _row_of(self) -> dict[int, int]:
        return {unit: row for row, unit in enumerate(self.measured.units)} if self.measured else {}

    def blocks(self) -> "tuple[Block, ...]":
        """The whole input cut into runs of one label, in order; a teaser with the blank lines within it is one block."""
        from .evidence import Block

        teaser = {}
        for number, (first, last) in enumerate(self.teasers):
            for row in range(self.dump.filled[first], self.dump.lasts[last] + 1):
                teaser[row] = number
        starts = self.dump.starts
        result: list[Block] = []
        previous = None
        for row, unit in enumerate(self._units_by_row()):
            label, number = "blank" if unit is None else self.labels[unit], self.dump.number(row)
            key = (label, None) if row not in teaser else ("teaser", teaser[row])
            if key == previous:
                result[-1] = result[-1]._replace(end=starts[row + 1], last=number)
            else:
                result.append(Block(key[0], starts[row], starts[row + 1], number, number))
            previous = key
        return tuple(result)
