"""Sum the leaves of many small trees without walking them.

Each value of a feature has a mask of the leaves it leaves open, of all trees at once, in one long integer. The masks of a row's values
are and-ed, and the lowest bit left in a tree's lane is its leaf (QuickScorer: Lucchese et al., SIGIR 2015).
"""

from collections.abc import Mapping, Sequence
from operator import getitem
from typing import Any

TOP = 63  # the greatest value of a feature; the least is 0
# A node is [feature, threshold, value, left, right], a leaf its value; a feature that is no more than the threshold goes left.
Tree = Any


class Trees:
    """Trees of at most `leaves` leaves. `tables` has, for each feature that they ask for, the mask of each value from 0 to `TOP`.

    `everything` is the mask that leaves all leaves open.
    """

    def __init__(self, trees: Sequence[Tree], leaves: int):
        self._lane = 16 if leaves < 16 else 32
        self.everything = (1 << self._lane * len(trees)) - 1
        self._ones = sum([1 << self._lane * number for number in range(len(trees))])
        self._size = len(trees) * self._lane // 8
        self._pairs, self._fours, self._eights = [int.from_bytes(bytes([bits]) * self._size, "little") for bits in (0x55, 0x33, 0x0F)]
        nodes: dict[int, list[tuple[int, int]]] = {}
        self._leaves: list[list[float]] = []
        for number, tree in enumerate(trees):
            values: list[float] = []
            self._read(tree, number * self._lane, values, nodes)
            self._leaves.append(values)
        self.tables = {feature: self._table(found) for feature, found in sorted(nodes.items())}

    def _read(self, node: Tree, base: int, leaves: list[float], nodes: dict[int, list[tuple[int, int]]]) -> None:
        """Collect a tree's leaves from left to right, and for each node the mask of what going right leaves open."""
        if not isinstance(node, list):
            leaves.append(node)
            return
        feature, threshold, _, left, right = node
        first = len(leaves)
        self._read(left, base, leaves, nodes)
        passed = ((1 << len(leaves) - first) - 1) << base + first
        nodes.setdefault(feature, []).append((threshold, self.everything ^ passed))
        self._read(right, base, leaves, nodes)

    def _table(self, nodes: list[tuple[int, int]]) -> list[int]:
        """The mask for each value of a feature."""
        nodes.sort()
        table, mask, at = [], self.everything, 0
        for value in range(TOP + 1):
            while at < len(nodes) and nodes[at][0] < value:
                mask &= nodes[at][1]
                at += 1
            table.append(mask)
        return table

    def value(self, mask: int) -> float:
        """The sum of the leaves that a row ends at, by the masks of its values, and-ed."""
        return sum(map(getitem, self._leaves, self._numbers(mask)))

    def _numbers(self, mask: int) -> bytes:
        """The number of the lowest bit that is left in each tree's lane: the bits below it are counted in all lanes at once."""
        left = (mask & ((self.everything ^ mask) + self._ones)) - self._ones
        left -= left >> 1 & self._pairs
        left = (left & self._fours) + (left >> 2 & self._fours)
        left = left + (left >> 4) & self._eights
        left += left >> 8
        if self._lane == 32:
            left += left >> 16
        return left.to_bytes(self._size, "little")[:: self._lane // 8]

    def values(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The sum of the leaves that each row ends at, its values in the order of the features."""
        tables, everything = list(self.tables.items()), self.everything
        result = []
        for row in rows:
            mask = everything
            for feature, table in tables:
                mask &= table[row[feature]]
            result.append(self.value(mask))
        return result


def walk(features: Sequence[str], trees: Sequence[Tree], traits: Mapping[str, int]) -> float:
    """The sum of the leaves that one row of few features ends at."""
    row = [traits[name] for name in features]
    total = 0.0
    for node in trees:
        while isinstance(node, list):
            feature, threshold, _, left, right = node
            node = left if row[feature] <= threshold else right
        total += node
    return total
