"""Sum the leaves of many small trees without walking them.

Each value of a feature has a mask of the leaves it leaves open, of all trees at once, in one long integer. The masks of a row's values
are and-ed, and the lowest bit left in a tree's lane is its leaf (QuickScorer: Lucchese et al., SIGIR 2015).
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import getitem
from typing import Any

_WALKED = 80  # rows for which trees are walked before masks are made
TOP = 63  # the greatest value of a feature; the least is 0
# A node is [feature, threshold, left, right], or with its value before the last two where that is told; a leaf is its value. A feature
# that is no more than the threshold goes left.
Tree = Any


class Trees:
    """Trees of at most 32 leaves.

    Making the masks costs more than walking the trees for a few rows, so they are made when they are first asked for, or when more than
    a few rows have been summed: one run on one page walks.
    """

    def __init__(self, trees: Sequence[Tree]):
        self.trees = trees
        self._walked = 0

    @cached_property
    def _lane(self) -> int:
        """Bits of a mask that are a tree's, at least one for each leaf. ValueError where one has more than 32."""
        most = max(map(_leaves, self.trees), default=0)
        if most > 32:
            raise ValueError(f"a tree has {most} leaves, masks hold 32: set num_leaves where it is learned")
        return 16 if most <= 16 else 32

    @cached_property
    def everything(self) -> int:
        """The mask that leaves all leaves open."""
        return (1 << self._lane * len(self.trees)) - 1

    @cached_property
    def tables(self) -> dict[int, list[int]]:
        """For each feature that the trees ask for, the mask of each of its values from 0 to `TOP`."""
        nodes: dict[int, list[tuple[int, int]]] = {}
        self._size = len(self.trees) * self._lane // 8
        self._ones = sum([1 << self._lane * number for number in range(len(self.trees))])
        self._pairs, self._fours, self._eights = [int.from_bytes(bytes([bits]) * self._size, "little") for bits in (0x55, 0x33, 0x0F)]
        self._leaves: list[list[float]] = []
        for number, tree in enumerate(self.trees):
            values: list[float] = []
            self._read(tree, number * self._lane, values, nodes)
            self._leaves.append(values)
        return {feature: self._table(found) for feature, found in sorted(nodes.items())}

    def _read(self, node: Tree, base: int, leaves: list[float], nodes: dict[int, list[tuple[int, int]]]) -> None:
        """Collect a tree's leaves from left to right, and for each node the mask of what going right leaves open."""
        if not isinstance(node, list):
            leaves.append(node)
            return
        feature, threshold, *_, left, right = node
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

    def few(self, rows: int) -> bool:
        """Whether so many rows more are so few that they are walked."""
        few = self._walked + rows <= _WALKED
        self._walked += rows
        return few

    def values(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The sum of the leaves that each row ends at, its values in the order of the features."""
        if self.few(len(rows)):
            return [walk_row(self.trees, row) for row in rows]
        if not rows:
            return []
        columns = list(zip(*rows, strict=True))
        return list(map(self.value, narrowed([self.everything] * len(rows), [(table, columns[feature]) for feature, table in self.tables.items()])))


def _leaves(tree: Tree) -> int:
    return _leaves(tree[-2]) + _leaves(tree[-1]) if isinstance(tree, list) else 1


def narrowed(masks: list[int], asked: Sequence[tuple[list[int], Sequence[int]]]) -> list[int]:
    """Each row's mask and-ed with those of its values: a table of masks by value and the column of the rows' values, for each feature."""
    # Six at a time: that is twice as fast as one by one.
    whole = len(asked) - len(asked) % 6
    for at in range(0, whole, 6):
        (one, first), (two, second), (three, third), (four, fourth), (five, fifth), (six, sixth) = asked[at : at + 6]
        masks = [
            mask & one[a] & two[b] & three[c] & four[d] & five[e] & six[f]
            for mask, a, b, c, d, e, f in zip(masks, first, second, third, fourth, fifth, sixth, strict=True)
        ]
    for table, column in asked[whole:]:
        masks = [mask & table[value] for mask, value in zip(masks, column, strict=True)]
    return masks


def walk(features: Sequence[str], trees: Sequence[Tree], traits: Mapping[str, int]) -> float:
    """The sum of the leaves that one row of few features ends at."""
    return walk_row(trees, [traits[name] for name in features])


def walk_row(trees: Sequence[Tree], row: Sequence[int]) -> float:
    """The sum of the leaves that a row ends at."""
    leaves = []
    for node in trees:
        while node.__class__ is list:  # half the time that isinstance takes
            node = node[-2] if row[node[0]] <= node[1] else node[-1]
        leaves.append(node)
    return sum(leaves)  # as `value` adds them: from Python 3.12 on "+=" rounds otherwise
