"""Which lines are the article's, and the best sequence of labels under that, by cues and by what may stand before what (Viterbi).

A state is a label in a region of the page (rules/labels.toml). A line's score in a state is the sum of its cues' weights
there. `extract` needs the best path alone: one forward pass. The margins that `explain` shows come from the same scores, by a
forward and a backward pass over the same transitions.
"""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import islice, repeat
from typing import Any

from .rules import table

NEVER = float("-inf")
# Log-odds either way within which nothing is decided by them: the rules are asked.
DOUBT = 0.4
# What a decision counts for where a line could be on either side all the same: more than all its cues together.
_DECIDED = 40.0
Cues = tuple[str, ...]
Row = dict[int, float]


class Topology:
    """The states by number, with their names, labels and regions, and what may stand before each.

    Most of what may stand before a state is a whole region at one weight, so the best state of each region is found once a
    line, and only the states that do better than their region are looked at singly. `sources` lists both for a state, as
    (number, weight), a region's number being its own plus that of the states. `before` and `after` spell the same out state
    by state.
    """

    def __init__(self) -> None:
        data = table("labels")
        self.names: list[str] = list(data["states"])
        self.labels: list[str] = list(data["states"].values())
        number = {name: index for index, name in enumerate(self.names)}
        regions = list(dict.fromkeys(name.partition(".")[0] for name in self.names))
        self.region: list[int] = [regions.index(name.partition(".")[0]) for name in self.names]
        self.start = [NEVER] * len(self.names)
        self.end = [data["end"].get(regions[region], NEVER) for region in self.region]
        self.sources: list[list[tuple[int, float]]] = [[] for _ in self.names]
        self.before: list[dict[int, float]] = [{} for _ in self.names]
        self.after: list[dict[int, float]] = [{} for _ in self.names]
        for name, sources in data["before"].items():
            state = number[name]
            for source, weight in sources.items():
                if source == "start":
                    self.start[state] = weight
                elif source in number:
                    self.sources[state].append((number[source], weight))
                    self.before[state][number[source]] = max(weight, self.before[state].get(number[source], NEVER))
                else:
                    self.sources[state].append((len(self.names) + regions.index(source), weight))
                    for other in range(len(self.names)):
                        if regions[self.region[other]] == source:
                            self.before[state][other] = max(weight, self.before[state].get(other, NEVER))
        for state, sources in enumerate(self.before):
            for other, weight in sources.items():
                self.after[other][state] = weight
        # The region of each source, as a bit.
        self.bit = [1 << region for region in (*self.region, *range(len(regions)))]
        self.article: list[bool] = [label in ARTICLE for label in self.labels]
        self.below: list[bool] = [name.startswith("after.") for name in self.names]
        self.prose = {number["body.opening"], number["body.more"]}
        self.of: dict[str, list[int]] = {}
        for index, (name, label) in enumerate(zip(self.names, self.labels, strict=True)):
            self.of.setdefault(label, []).append(index)
            self.of[name] = [index]

    @cached_property
    def lead(self) -> list[list[float]]:
        """By how much one state must score more than another for no best path to go through the other, whatever stands beside."""
        ends = [{0: weight} if weight > NEVER else {} for weight in self.end]
        ways = list(zip(self.before, self.after, ends, strict=True))
        return [[_loss(one[0], other[0]) + max(map(_loss, one[1:], other[1:])) for other in ways] for one in ways]


def _loss(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    """The most that is lost by one set of weighted ways instead of another."""
    return max([weight - one.get(way, NEVER) for way, weight in other.items()], default=NEVER)


@cache
def states() -> Topology:
    """The topology, built once."""
    return Topology()


# Of how many combinations of cues the choices are kept: a crawl of ten thousand pages has some three thousand.
_KEPT = 8192
_FIRST = 200  # steps of the first pages, for which it does not pay to find out what is beaten whatever stands beside
Choice = tuple[int, float, int, int, float, list[tuple[int, float]]]
# The labels of what the record's body is made of.
ARTICLE = frozenset(("standfirst", "body", "subhead"))


class Weights:
    """The weights of one profile, by state: what `rules/weights.toml` says of each cue, spelled out when first needed.

    `never`: the cues whose lines are never the article's.
    """

    def __init__(self, table: Mapping[str, Any]):
        self.table = table
        self.never = frozenset(table.get("never", ()))
        self._rows: dict[str, tuple[list[tuple[int, float]], list[tuple[int, float]]]] = {}
        self._choices: dict[bool | None, dict[Cues, list[Choice]]] = {None: {}, True: {}, False: {}}
        self.steps: dict[tuple[Cues, bool | None, int], tuple[list[Choice], int]] = {}
        self._lead: list[list[float]] | None = None

    def choices(self, cues: Cues, wanted: bool | None = None) -> list[Choice]:
        """The states a line with these cues can be in: each with its score, its region's number, its sources.

        `wanted`: whether it is decided that the line is the article's. States on the other side are then left out, unless the
        line could not stand anywhere in the article. Like the patterns, choices are worked out from the rules when first needed and
        hold nothing of any text.
        """
        found = self._choices[wanted].get(cues)
        if found is None:
            known = self._choices[wanted]
            if len(known) >= _KEPT:
                known.clear()
            topology = states()
            size = len(topology.names)
            row = self.score(cues)
            if wanted is not None:
                all_of_them = wanted and not topology.prose <= row.keys()
                row = {
                    state: score + _DECIDED * (topology.article[state] == wanted)
                    for state, score in row.items()
                    if all_of_them or topology.article[state] == wanted
                }
            found = known[cues] = [
                (state, score, size + topology.region[state], *topology.sources[state][0], topology.sources[state][1:])
                for state, score in row.items()
            ]
        return found

    def step(self, at: tuple[Cues, bool | None, int]) -> tuple[list[Choice], int]:
        """The choices of a line that has these cues, is wanted, and stands below a line in these regions (as bits), and its own regions.

        Most of a page stands where either nothing before the article or nothing after it is possible, so it pays to leave out the
        states that nothing can stand before, and what cannot; and, but on the first pages, those that another beats whatever stands
        beside. Kept as the choices are.
        """
        cues, wanted, regions = at
        topology = states()
        possible = []
        for state, score, region, origin, weight, others in self.choices(cues, wanted):
            if sources := [source for source in ((origin, weight), *others) if topology.bit[source[0]] & regions]:
                possible.append((state, score, region, *sources[0], sources[1:]))
        if not self._lead and len(self.steps) >= _FIRST:
            self.steps.clear()
            self._lead = topology.lead
        if lead := self._lead:
            scores = [choice[:2] for choice in possible]
            possible = [one for one in possible if not any(one[1] + lead[other][one[0]] < score for other, score in scores)]
        own = sum({topology.bit[choice[0]] for choice in possible})
        step = possible, own
        if len(self.steps) >= _KEPT:
            self.steps.clear()
        self.steps[at] = step
        return step

    def score(self, cues: Cues) -> Row:
        """The states a line with these cues can be in, each with its score.

        Its shape, which is the first cue, allows what it names; any cue allows what it speaks for; the rest only counts. What
        no cue allows, the row "anything" does.
        """
        rows = [self._rows.get(cue) or self._spell_out(cue) for cue in cues]
        row = dict(rows[0][0] + rows[0][1])
        for speaks_for, _ in rows[1:]:
            for state, weight in speaks_for:
                row[state] = row.get(state, 0.0) + weight
        for _, speaks_against in rows[1:]:
            for state, weight in speaks_against:
                if state in row:
                    row[state] += weight
        for state, weight in (self._rows.get("anything") or self._spell_out("anything"))[1]:
            row.setdefault(state, weight)
        return row

    def of(self, cue: str, state: int) -> float | None:
        """What one cue is worth in one state; None where it says nothing of it."""
        return next((weight for row in self._spell_out(cue) for other, weight in row if other == state), None)

    def _spell_out(self, cue: str):
        topology, named = states(), self.table.get(cue, {})
        weights = [
            (state, weight)
            for name, weight in named.items()
            for state in topology.of[name]
            # Where a row names both a label and one of its states, the state's own weight holds.
            if topology.names[state] == name or topology.names[state] not in named
        ]
        row = [pair for pair in weights if pair[1] > 0], [pair for pair in weights if pair[1] <= 0]
        self._rows[cue] = row
        return row


def decide(lean: Sequence[float]) -> list[bool | None]:
    """Which lines are the article's, by each line's log-odds; None where they leave it open.

    Smoothing them along the page (a cost for each switch) was no better on held-out sites: the measures have the neighbours.
    """
    return [None if -DOUBT < value < DOUBT else value > 0 for value in lean]


def best_path(sequence: Sequence[Cues], weights: Weights, decided: Sequence[bool | None] | None = None) -> bytearray:
    """The number of the best state for each line. `decided`: which lines are the article's, None where that is open."""
    if not sequence:
        return bytearray()
    topology = states()
    size = len(topology.names)
    everything = size + max(topology.region) + 1
    nowhere = [NEVER] * everything
    # What stands for a region in `best_of` is its best state on the line above; the two lists take turns.
    scores, best_of, next_of = nowhere[:], list(range(everything)), list(range(everything))
    regions = 0
    for state, score, region, _, _, _ in weights.choices(sequence[0], decided[0] if decided else None):
        scores[state] = best = topology.start[state] + score
        if best > scores[region]:
            scores[region], best_of[region] = best, state
            regions |= topology.bit[state]
    back = bytearray(size)
    known = weights.steps
    for cues, wanted in zip(islice(sequence, 1, None), islice(decided or repeat(None), 1, None), strict=False):
        at = cues, wanted, regions
        choices, regions = known.get(at) or weights.step(at)
        now, came = nowhere[:], bytearray(size)
        for state, score, region, origin, weight, others in choices:
            best = scores[origin] + weight
            for other, weight in others:
                value = scores[other] + weight
                if value > best:
                    best, origin = value, other
            came[state] = best_of[origin]
            now[state] = best = best + score
            if best > now[region]:
                now[region], next_of[region] = best, state
        back += came
        scores, best_of, next_of = now, next_of, best_of
    path = bytearray(len(sequence))
    last = [score + end for score, end in zip(scores, topology.end, strict=False)]
    state = last.index(max(last))
    for line in range(len(sequence) - 1, -1, -1):
        path[line] = state
        state = back[line * size + state]
    return path


def margins(sequence: Sequence[Cues], path: bytearray, weights: Weights, decided: Sequence[bool | None] | None = None) -> list[float]:
    """By how much the best labelling beats the best one that labels each line otherwise; infinite where there is none."""
    topology = states()
    size = len(topology.names)
    rows = [
        {choice[0]: choice[1] for choice in weights.choices(cues, wanted)} for cues, wanted in zip(sequence, decided or repeat(None), strict=False)
    ]
    forward: list[list[float]] = []
    for number, row in enumerate(rows):
        current = [NEVER] * size
        for state, score in row.items():
            if number:
                current[state] = score + max((forward[-1][other] + weight for other, weight in topology.before[state].items()), default=NEVER)
            else:
                current[state] = score + topology.start[state]
        forward.append(current)
    result = [0.0] * len(rows)
    backward = topology.end
    for number in range(len(rows) - 1, -1, -1):
        through = [a + b for a, b in zip(forward[number], backward, strict=True)]
        chosen = topology.labels[path[number]]
        otherwise = max((value for state, value in enumerate(through) if topology.labels[state] != chosen), default=NEVER)
        result[number] = through[path[number]] - otherwise
        row = rows[number]
        backward = [
            max((weight + row[follower] + backward[follower] for follower, weight in topology.after[state].items() if follower in row), default=NEVER)
            for state in range(size)
        ]
    return result
