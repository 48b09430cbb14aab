"""Which of a field's candidates is the value: trees learned from pages whose metadata people wrote down.

The same kind of trees as forest.py's, over small whole numbers that say what a candidate looks like and where it stands. A candidate's
value is mapped to how often such a one was right, on sites that nothing it rests on had seen.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import exp
from operator import getitem
from struct import Struct
from typing import Any

from . import rules
from .measures import TOP

# A node is [feature, threshold, value, left, right], a leaf its value; what measures no more than the threshold goes left.
Tree = Any
_LANE = 16  # bits of a mask that are one tree's; it has fewer leaves
_SKETCH, _KEPT, _FAR = 32, 12, 3.0  # trees that all candidates are weighed by, candidates that the others weigh, what the rest lose


class Ranking:
    """What was learned of one field: trees over the traits of a candidate, in the order of `features`.

    `least`: the chance below which no candidate is the value. `calibration`: points [chance, share that was right].
    """

    def __init__(self, learned: Mapping[str, Any]):
        self.features: list[str] = learned["features"]
        self.least: float = learned["least"]
        self.calibration: list[list[float]] = learned["calibration"]
        trees = learned["trees"]
        self._first, self._rest = _Trees(trees[:_SKETCH], len(self.features)), _Trees(trees[_SKETCH:], len(self.features))

    def chances(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The chance of each candidate that it, rather than another or none at all, is the value (a conditional logit: McFadden 1974)."""
        sketched = self._first.values(rows)
        if len(rows) <= _KEPT:
            values = [a + b for a, b in zip(sketched, self._rest.values(rows), strict=True)]
        else:
            # The first trees say most: only for the best of them are the others worth their time.
            values = [value - _FAR for value in sketched]
            kept = nlargest(_KEPT, range(len(rows)), key=sketched.__getitem__)
            for at, more in zip(kept, self._rest.values([rows[at] for at in kept]), strict=True):
                values[at] = sketched[at] + more
        shares = [exp(min(value, 30.0)) for value in values]
        whole = 1.0 + sum(shares)
        return [share / whole for share in shares]

    def each(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The chance of each candidate by itself that it is one of the values."""
        return [1 / (1 + exp(-(a + b))) for a, b in zip(self._first.values(rows), self._rest.values(rows), strict=True)]


class _Trees:
    """Trees whose leaves are found by masks, as forest.py does."""

    def __init__(self, trees: Sequence[Tree], features: int):
        self._all = (1 << _LANE * len(trees)) - 1
        self._ones = sum([1 << _LANE * number for number in range(len(trees))])
        self._lanes = Struct(f"<{len(trees)}H")
        nodes: list[list[tuple[int, int]]] = [[] for _ in range(features)]
        self._leaves: list[dict[int, float]] = []
        for number, tree in enumerate(trees):
            leaves: list[float] = []
            self._read(tree, number * _LANE, leaves, nodes)
            self._leaves.append({1 << at: value for at, value in enumerate(leaves)})
        self._tables = [(feature, self._table(found)) for feature, found in enumerate(nodes) if found]

    def _read(self, node: Tree, base: int, leaves: list[float], nodes: list[list[tuple[int, int]]]) -> None:
        if not isinstance(node, list):
            leaves.append(node)
            return
        feature, threshold, _, left, right = node
        first = len(leaves)
        self._read(left, base, leaves, nodes)
        passed = ((1 << len(leaves) - first) - 1) << base + first
        nodes[feature].append((threshold, self._all ^ passed))
        self._read(right, base, leaves, nodes)

    def _table(self, nodes: list[tuple[int, int]]) -> list[int]:
        nodes.sort()
        table, mask, at = [], self._all, 0
        for value in range(TOP + 1):
            while at < len(nodes) and nodes[at][0] < value:
                mask &= nodes[at][1]
                at += 1
            table.append(mask)
        return table

    def values(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The sum of the leaves that each row ends at."""
        leaves, size, lanes, tables, everything, ones = self._leaves, self._lanes.size, self._lanes.unpack, self._tables, self._all, self._ones
        result = []
        for row in rows:
            mask = everything
            for feature, table in tables:
                mask &= table[row[feature]]
            lowest = mask & ((everything ^ mask) + ones)
            result.append(sum(map(getitem, leaves, lanes(lowest.to_bytes(size, "little")))))
        return result


@cache
def ranking(field: str) -> Ranking | None:
    """What rules/core.json says of a field; None where too little was learned."""
    learned = rules.core()["fields"].get(field)
    return Ranking(learned) if learned and "features" in learned else None
