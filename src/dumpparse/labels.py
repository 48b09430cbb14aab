"""The best sequence of labels for a page's lines, by their cues and by which label may follow which (Viterbi).

A state is a label in a region of the page (rules/labels.toml). A line's score in a state is the sum of its cues' weights
there, and it can only be in a state that one of its cues names. `extract` needs the best path alone: one forward pass. The
margins that `explain` shows come from the same scores, by a forward and a backward pass over the same transitions.
"""

from collections.abc import Sequence
from functools import cache

from .rules import topology

NEVER = float("-inf")
Cues = tuple[str, ...]


class Topology:
    """The states by number, their names and labels, and the transitions as lists of (other state, weight)."""

    def __init__(self) -> None:
        table = topology()
        self.names: list[str] = list(table["states"])
        self.labels: list[str] = list(table["states"].values())
        number = {name: index for index, name in enumerate(self.names)}
        self.start = [table["start"].get(name, NEVER) for name in self.names]
        self.before: list[list[tuple[int, float]]] = [[] for _ in self.names]
        self.after: list[list[tuple[int, float]]] = [[] for _ in self.names]
        for name, followers in table["follow"].items():
            for follower, weight in followers.items():
                self.before[number[follower]].append((number[name], weight))
                self.after[number[name]].append((number[follower], weight))
        self.of: dict[str, list[int]] = {}
        for index, (name, label) in enumerate(zip(self.names, self.labels, strict=True)):
            self.of.setdefault(label, []).append(index)
            self.of[name] = [index]


@cache
def states() -> Topology:
    """The topology, built once."""
    return Topology()


class Scores:
    """What cues are worth in each state, for one call: lines with the same cues are scored once."""

    def __init__(self, weights: dict[str, dict[str, float]]):
        self._weights = weights
        self._rows: dict[Cues, dict[int, float]] = {}

    def of(self, cues: Cues) -> dict[int, float]:
        """The states that these cues allow, each with its score."""
        row = self._rows.get(cues)
        if row is None:
            row = self._rows[cues] = self._sum(cues)
        return row

    def _sum(self, cues: Cues) -> dict[int, float]:
        row: dict[int, float] = {}
        topology = states()
        for cue in cues:
            weights = self._weights.get(cue, {})
            for name, weight in weights.items():
                for state in topology.of[name]:
                    # Where a row names both a label and one of its states, the state's own weight holds.
                    if topology.names[state] == name or topology.names[state] not in weights:
                        row[state] = row.get(state, 0.0) + weight
        return row


def best_path(sequence: Sequence[Cues], scores: Scores) -> bytearray:
    """The number of the best state for each line."""
    topology = states()
    before, size = topology.before, len(topology.names)
    options: dict[Cues, list] = {}
    back = bytearray()
    previous = topology.start
    nowhere = [NEVER] * size
    first = True
    for cues in sequence:
        choices = options.get(cues)
        if choices is None:
            choices = options[cues] = [(state, score, before[state]) for state, score in scores.of(cues).items()]
        current = nowhere[:]
        if first:
            for state, score, _ in choices:
                current[state] = previous[state] + score
            back += bytes(size)
            first = False
        else:
            came = bytearray(size)
            for state, score, leads in choices:
                best = NEVER
                for other, weight in leads:
                    value = previous[other] + weight
                    if value > best:
                        best = value
                        came[state] = other
                current[state] = best + score
            back += came
        previous = current
    path = bytearray(len(sequence))
    if sequence:
        state = max(range(size), key=previous.__getitem__)
        for line in range(len(sequence) - 1, -1, -1):
            path[line] = state
            state = back[line * size + state]
    return path


def margins(sequence: Sequence[Cues], path: bytearray, scores: Scores) -> list[float]:
    """By how much the best labelling beats the best one that labels each line otherwise; infinite where there is none."""
    topology = states()
    size = len(topology.names)
    rows = [scores.of(cues) for cues in sequence]
    forward: list[list[float]] = []
    for number, row in enumerate(rows):
        current = [NEVER] * size
        for state, score in row.items():
            if number:
                current[state] = score + max((forward[-1][other] + weight for other, weight in topology.before[state]), default=NEVER)
            else:
                current[state] = score + topology.start[state]
        forward.append(current)
    result = [0.0] * len(rows)
    backward = [0.0] * size
    for number in range(len(rows) - 1, -1, -1):
        through = [a + b for a, b in zip(forward[number], backward, strict=True)]
        chosen = topology.labels[path[number]]
        otherwise = max((value for state, value in enumerate(through) if topology.labels[state] != chosen), default=NEVER)
        result[number] = through[path[number]] - otherwise
        row = rows[number]
        backward = [
            max((weight + row[follower] + backward[follower] for follower, weight in topology.after[state] if follower in row), default=NEVER)
            for state in range(size)
        ]
    return result
