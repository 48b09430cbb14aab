"""Which of a field's candidates is the value: trees learned from pages whose metadata people wrote down.

Trees (trees.py) over small whole numbers that say what a candidate looks like and where it stands. A candidate's
value is mapped to how often such a one was right, on sites that nothing it rests on had seen.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import exp
from operator import add
from typing import Any

from . import rules
from .trees import Trees

_ALONE = 0.4  # least chance of a value on a page without an article
SKETCH, _KEPT, _FAR = 32, 12, 3.0  # trees that all candidates are weighed by, candidates that the others weigh, what the rest lose


class Ranking:
    """What was learned of one field: trees over the traits of a candidate, in the order of `features`, `SKETCH` of them and the rest.

    `least`: the chance below which no candidate is the value. `calibration`: points [chance, share that was right].
    """

    def __init__(self, learned: Mapping[str, Any]):
        self.features: list[str] = learned["features"]
        self.least: float = learned["least"]
        self.calibration: list[list[float]] = learned["calibration"]
        self._first, self._rest = map(Trees, learned["trees"])

    def needed(self, article: bool) -> float:
        """The least chance of a value on a page with or without an article: on the latter a value is mostly a menu's, a teaser's or a notice's."""
        return self.least if article else max(self.least, _ALONE)

    def chances(self, rows: Sequence[Sequence[int]], more: Sequence[float] = ()) -> list[float]:
        """The chance of each candidate that it, rather than another or none at all, is the value (a conditional logit: McFadden 1974).

        `more`: what speaks for each beside its traits, in log-odds.
        """
        values = list(map(add, self._values(rows), more)) if more else self._values(rows)
        shares = [exp(min(value, 30.0)) for value in values]
        whole = 1.0 + sum(shares)
        return [share / whole for share in shares]

    def each(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The chance of each candidate by itself that it is one of the values."""
        return [1 / (1 + exp(-value)) for value in self._values(rows)]

    def _values(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """What the trees sum up to. The first of them say most: only for the candidates that do best by these are the others asked."""
        sketched = self._first.values(rows)
        values = [value - _FAR for value in sketched]
        kept = nlargest(_KEPT, range(len(rows)), key=sketched.__getitem__)
        for at, more in zip(kept, self._rest.values([rows[at] for at in kept]), strict=True):
            values[at] = sketched[at] + more
        return values


@cache
def ranking(field: str) -> Ranking | None:
    """What rules/core.json says of a field; None where too little was learned."""
    learned = rules.core()["fields"].get(field)
    return Ranking(learned) if learned else None
