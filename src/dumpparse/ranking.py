"""Which of a field's candidates is the value: trees learned from pages whose metadata people wrote down.

The same kind of trees as forest.py's, over small whole numbers that say what a candidate looks like and where it stands. A candidate's
value is mapped to how often such a one was right, on sites that nothing it rests on had seen.
"""

from collections.abc import Sequence
from functools import cache, reduce
from math import exp
from operator import and_, getitem
from struct import Struct
from typing import Any

from . import rules
from .measures import TOP

# A node is [feature, threshold, value, left, right], a leaf its value; what measures no more than the threshold goes left.
Tree = Any
_LANE = 16  # bits of a mask that are one tree's; it has fewer leaves


class Ranking:
    """What was learned of one field: trees over the traits of a candidate, in the order of `features`.

    `least`: the probability below which no candidate is the value. `calibration`: points [probability, share that was right].
    """

    def __init__(self, learned: dict[str, Any]):
        self.features: list[str] = learned["features"]
        self.least: float = learned["least"]
        self.calibration: list[list[float]] = learned["calibration"]
        self.trees: list[Tree] = learned["trees"]
        self._all = (1 << _LANE * len(self.trees)) - 1
        self._ones = sum([1 << _LANE * number for number in range(len(self.trees))])
        self._lanes = Struct(f"<{len(self.trees)}H")
        nodes: list[list[tuple[int, int]]] = [[] for _ in self.features]
        self._leaves: list[dict[int, float]] = []
        for number, tree in enumerate(self.trees):
            leaves: list[float] = []
            self._read(tree, number * _LANE, leaves, nodes)
            self._leaves.append({1 << at: value for at, value in enumerate(leaves)})
        self._tables = [self._table(found) for found in nodes]

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

    def weigh(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The probability of each candidate that it is the value, from its traits."""
        leaves, size, lanes = self._leaves, self._lanes.size, self._lanes.unpack
        result = []
        for row in rows:
            mask = reduce(and_, map(getitem, self._tables, row), self._all)
            lowest = mask & ((self._all ^ mask) + self._ones)
            value = sum(map(getitem, leaves, lanes(lowest.to_bytes(size, "little"))))
            result.append(1 / (1 + exp(-value)))
        return result


@cache
def ranking(field: str) -> Ranking | None:
    """What rules/core.json says of a field; None where too little was learned."""
    learned = rules.core()["fields"].get(field)
    return Ranking(learned) if learned and "features" in learned else None
