"""Learned trees as the program reads them (trees.py): packed by what each feature asks of all trees, instead of node by node."""

from collections.abc import Mapping, Sequence
from itertools import chain
from struct import pack
from typing import Any

from dumpparse.ranking import SKETCH
from dumpparse.trees import TOP, Packed

# A node is [feature, threshold, left, right], or with its value before the last two where that is told; a leaf is its value. A feature
# that is no more than the threshold goes left.
Tree = Any
_MOST = 32  # leaves of a tree


def of_core(core: Mapping[str, Any]) -> dict[str, Any]:
    """What rules/core.json says, its trees packed."""
    whole = {what: of_trees(core[what]) for what in ("trees", "ending", "has_article", "body") if what in core}
    fields = {name: of_field(learned) for name, learned in core["fields"].items()}
    dateline = {"dateline": core["dateline"] | {"trees": of_trees(core["dateline"]["trees"])}} if "dateline" in core else {}
    return {**core, **whole, **dateline, "fields": fields}


def of_field(learned: Mapping[str, Any]) -> dict[str, Any]:
    """What was learned of one field: its first trees, and the rest."""
    trees = learned["trees"]
    return {**learned, "trees": [of_trees(trees[:SKETCH]), of_trees(trees[SKETCH:])]}


def of_trees(trees: Sequence[Tree]) -> Packed:
    """Trees of at most 32 leaves, packed; ValueError where one has more."""
    leaves: list[list[float]] = []
    nodes: dict[int, list[tuple[int, int, int]]] = {}
    for number, tree in enumerate(trees):
        leaves.append([])
        _read(tree, number, leaves[-1], nodes)
    most = max(map(len, leaves), default=0)
    if most > _MOST:
        raise ValueError(f"a tree has {most} leaves, masks hold {_MOST}: set num_leaves where it is learned")
    columns = {}
    for feature, found in sorted(nodes.items()):
        gone: dict[int, int] = {}
        behind = []
        if not all(0 <= threshold <= TOP for threshold, _, _ in found):
            raise ValueError(f"feature {feature} has a threshold that is none of its values, 0 to {TOP}: {sorted(found)[:: len(found) - 1 or 1]}")
        for threshold, tree, passed in sorted(found):
            behind.append((threshold, tree, passed & ~gone.get(tree, 0)))
            gone[tree] = gone.get(tree, 0) | passed
        thresholds, numbers, bits = zip(*behind, strict=True)
        columns[feature] = bytes(thresholds), pack(f"<{len(numbers)}H", *numbers), pack(f"<{len(bits)}I", *bits)
    return bytes(map(len, leaves)), pack(f"<{sum(map(len, leaves))}d", *chain.from_iterable(leaves)), columns


def _read(node: Tree, tree: int, leaves: list[float], nodes: dict[int, list[tuple[int, int, int]]]) -> None:
    """Collect a tree's leaves from left to right, and by feature each node's threshold, its tree, and the leaves that going right leaves behind."""
    if not isinstance(node, list):
        leaves.append(node)
        return
    feature, threshold, *_, left, right = node
    first = len(leaves)
    _read(left, tree, leaves, nodes)
    nodes.setdefault(feature, []).append((threshold, tree, ((1 << len(leaves) - first) - 1) << first))
    _read(right, tree, leaves, nodes)


def walked(trees: Sequence[Tree], row: Sequence[int] | Mapping[Any, int]) -> float:
    """The sum of the leaves that a row ends at, by the definition."""
    leaves = []
    for node in trees:
        while isinstance(node, list):
            node = node[-2] if row[node[0]] <= node[1] else node[-1]
        leaves.append(node)
    return sum(leaves)  # as `Trees.value` adds them: from Python 3.12 on "+=" rounds otherwise
