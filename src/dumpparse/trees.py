"""Sum the leaves of many small trees without walking them.

Each value of a feature has a mask of the leaves it leaves open, of all trees at once, in one long integer. The masks of a row's values
are and-ed, and the lowest bit left in a tree's lane is its leaf (QuickScorer: Lucchese et al., SIGIR 2015). Trees are read as
tools/pack_trees.py packed them, so that the masks are soon made.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from operator import getitem
from struct import unpack

TOP = 63  # the greatest value of a feature; the least is 0
_FEW = 3  # rows, in all calls, for which it takes longer to make the masks than to do without
# How many leaves each tree has, and these, from left to right ("<d"); and for each feature its nodes by their thresholds: these, the trees
# ("<H"), and which leaves are behind a value above the threshold and behind no lower one ("<I", the first leaf the lowest bit).
Packed = tuple[bytes, bytes, dict[int, tuple[bytes, bytes, bytes]]]


class Trees:
    """Trees of at most 32 leaves, a value of which goes left where it is no more than a node's threshold."""

    def __init__(self, packed: Packed):
        self._sizes, self._packed, columns = packed
        self._step = 2 if max(self._sizes, default=0) <= 16 else 4
        self._size = len(self._sizes) * self._step
        self._columns = columns
        self._asked = 0
        # The mask that leaves all leaves open.
        self.everything = (1 << 8 * self._size) - 1

    @cached_property
    def _leaves(self) -> list[Sequence[float]]:
        leaves = unpack(f"<{sum(self._sizes)}d", self._packed)
        return [leaves[first:last] for first, last in pairwise(accumulate(self._sizes, initial=0))]

    @cached_property
    def tables(self) -> dict[int, list[int]]:
        """For each feature that the trees ask for, the mask of each of its values from 0 to `TOP`."""
        tables = {}
        lane = 8 * self._step
        for feature, (thresholds, trees, behind) in self._columns.items():
            table: list[int] = []
            mask = self.everything
            for threshold, tree, bits in zip(thresholds, _numbers("H", trees), _numbers("I", behind), strict=True):
                if len(table) <= threshold:
                    table += [mask] * (threshold + 1 - len(table))
                mask ^= bits << lane * tree
            tables[feature] = table + [mask] * (TOP + 1 - len(table))
        return tables

    @cached_property
    def _every(self) -> list[int]:
        """Numbers with the lowest bit of each lane; with every other bit, every other pair and every other four."""
        bits = (1).to_bytes(self._step, "little"), b"\x55" * self._step, b"\x33" * self._step, b"\x0f" * self._step
        return [int.from_bytes(lane * len(self._sizes), "little") for lane in bits]

    def value(self, mask: int) -> float:
        """The sum of the leaves that a row ends at, by the masks of its values, and-ed."""
        return sum(map(getitem, self._leaves, self._lowest(mask)))

    def _lowest(self, mask: int) -> bytes:
        """The number of the lowest bit that is left in each tree's lane: the bits below it are counted in all lanes at once."""
        ones, pairs, fours, eights = self._every
        left = (mask & ((self.everything ^ mask) + ones)) - ones
        left -= left >> 1 & pairs
        left = (left & fours) + (left >> 2 & fours)
        left = left + (left >> 4) & eights
        left += left >> 8
        if self._step == 4:
            left += left >> 16
        return left.to_bytes(self._size, "little")[:: self._step]

    def values(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The sum of the leaves that each row ends at, its values in the order of the features."""
        self._asked += len(rows)
        if self._asked <= _FEW:
            return list(map(self._value, rows))
        if not rows:
            return []
        columns = list(zip(*rows, strict=True))
        return list(map(self.value, narrowed([self.everything] * len(rows), [(table, columns[feature]) for feature, table in self.tables.items()])))

    def _value(self, row: Sequence[int]) -> float:
        """The sum of the leaves that a row ends at: in each tree the first that is not behind."""
        gone = [0] * len(self._sizes)
        for feature, (thresholds, trees, behind) in self._columns.items():
            passed = bisect_left(thresholds, row[feature])
            for tree, bits in zip(_numbers("H", trees[: 2 * passed]), _numbers("I", behind[: 4 * passed]), strict=True):
                gone[tree] |= bits
        return sum(map(getitem, self._leaves, [(~bits & bits + 1).bit_length() - 1 for bits in gone]))


def _numbers(kind: str, packed: bytes) -> tuple[int, ...]:
    return unpack(f"<{len(packed) // (2 if kind == 'H' else 4)}{kind}", packed)


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
