"""Is a line the article's? Boosted trees over what it shows and measures, learned by tools/train.py into rules/core.json.

A page has hundreds of lines and there are hundreds of trees, so they are not walked (trees.py). `reasons` walks them and says what each
measure was worth.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from math import exp, log
from typing import Any

from . import rules
from .measures import LINE, PAGE, Measured
from .trees import TOP, Packed, Trees, narrowed

Cues = tuple[str, ...]
_KEPT = 8192  # combinations of cues whose masks are kept
_BESIDE = ("", "above ", "below ")  # before the name of a cue: the line's own, or its neighbour's
_SENTENCE = 8  # words of a line that can be a whole article
_APART, _STRAY = 6, 0.03  # lines that part one run from the next; share of the longest's words below which a run is none of the article's
_PARAGRAPH = 12  # words of a paragraph that is seen to be printed twice
_SURE = 1.5  # log-odds at which a line is clearly the article's
# Lines below which a dump is no page but a part that somebody cut out, and what that has is its article.
CUTTING = 10
# What a line that is not measured is worth, in log-odds: one far from any prose, or that is never the article's; and a second printing.
FAR = -5.0


class Forest:
    """The trees, by the names of their features: measures of the page and the line, cues ("again"), cues of neighbours ("below again").

    `lexicon` is what a word in a line is worth, in log-odds.
    """

    def __init__(self, features: Sequence[str], trees: Packed, lexicon: Mapping[str, float]):
        self.features, self.lexicon = features, lexicon
        self._trees = Trees(trees)
        self._masks: list[dict[Cues, int]] = [{}, {}, {}]

    @cached_property
    def _tables(self) -> tuple[list[tuple[int, list[int]]], list[list[int]], list[list[tuple[str, int, int]]]]:
        """The masks of the page's measures, of the line's, and with and without each cue of the line and of its neighbours."""
        tables = {self.features[feature]: table for feature, table in self._trees.tables.items()}
        page = [(at, tables.pop(name)) for at, name in enumerate(PAGE) if name in tables]
        line = [tables.pop(name, [self._trees.everything] * (TOP + 1)) for name in LINE]
        cues: list[list[tuple[str, int, int]]] = [[], [], []]
        for name, table in tables.items():
            where = next((number for number in (1, 2) if name.startswith(_BESIDE[number])), 0)
            cues[where].append((name.removeprefix(_BESIDE[where]), table[0], table[1]))
        return page, line, cues

    def _mask(self, where: int, cues: Cues) -> int:
        """The mask for the cues of a line or of a neighbour; like the labels' choices it is kept and holds nothing of any text."""
        masks = self._masks[where]
        found = masks.get(cues)
        if found is None:
            if len(masks) >= _KEPT:
                masks.clear()
            found = self._trees.everything
            for name, without, with_it in self._tables[2][where]:
                found &= with_it if name in cues else without
            masks[cues] = found
        return found

    def score(self, measured: Measured, cues: Sequence[Cues]) -> list[float]:
        """Log-odds, for each line of a page, that it is the article's."""
        result = [FAR] * len(cues)
        of_page, of_line, _ = self._tables
        page = self._trees.everything
        for at, table in of_page:
            page &= table[measured.page[at]]
        beside = [*cues, ()]  # so that the line above the first has none either
        masks = [page & self._mask(0, beside[unit]) & self._mask(1, beside[unit - 1]) & self._mask(2, beside[unit + 1]) for unit in measured.units]
        for unit, mask in zip(measured.units, narrowed(masks, list(zip(of_line, measured.columns, strict=True))), strict=True):
            result[unit] = self._trees.value(mask)
        return result

    def row(self, measured: Measured, cues: Sequence[Cues], at: int) -> list[int]:
        """The features of the unit that is measured in row `at`, in the order of `features`."""
        unit = measured.units[at]
        known = dict(zip(PAGE, measured.page, strict=True)) | {name: column[at] for name, column in zip(LINE, measured.columns, strict=True)}
        beside = (cues[unit], cues[unit - 1] if unit else (), cues[unit + 1] if unit + 1 < len(cues) else ())
        cued = {prefix + cue for prefix, shown in zip(_BESIDE, beside, strict=True) for cue in shown}
        return [known.get(name, name in cued) for name in self.features]

    def reasons(self, row: Sequence[int], trees: Sequence[Any]) -> dict[str, float]:
        """What each feature of a row was worth: the change in value at each node where it decided, over all trees, by their nodes."""
        worth: dict[str, float] = {}
        for node in trees:
            while isinstance(node, list):
                feature, threshold, value, left, right = node
                node = left if row[feature] <= threshold else right
                name = self.features[feature]
                worth[name] = worth.get(name, 0.0) + (node[2] if isinstance(node, list) else node) - value
        return worth


@cache
def learned() -> Forest:
    """What rules/core.json says."""
    core = rules.core()
    return Forest(core["features"], core["trees"], core["lexicon"])


def lift(lean: list[float], measured: Measured, comments: Sequence[int] = ()) -> tuple[list[float], float]:
    """The same log-odds, raised together so that the article's lines are those above 0, and by how much.

    Those below the first line of `comments` that stands below the article's longest run are left as they are.
    """
    more = to_be_clear(lean, measured)
    more += for_f1([(lean[unit] + more, measured.counts[unit]) for unit in measured.units])
    if not more:
        return lean, more
    longest = _longest(runs(lean), measured.counts) or [lean.index(max(lean))]
    end = next((unit for unit in comments if unit > longest[-1]), len(lean))
    return [value + more for value in lean[:end]] + lean[end:], more


def runs(lean: Sequence[float]) -> list[list[int]]:
    """The units above 0, in runs with few others between."""
    found: list[list[int]] = []
    for unit, value in enumerate(lean):
        if value > 0:
            if found and unit - found[-1][-1] <= _APART:
                found[-1].append(unit)
            else:
                found.append([unit])
    return found


def _longest(found: list[list[int]], counts: Sequence[int]) -> list[int]:
    """The run of the most words; none where there is no run."""
    return max(found, key=lambda run: _words(run, counts), default=[])


def _words(run: list[int], counts: Sequence[int]) -> int:
    return sum([counts[unit] for unit in run])


def copies(texts: Sequence[str], lean: Sequence[float], counts: Sequence[int]) -> frozenset[int]:
    """The units above 0 of a second printing: of paragraphs that stand in the same order elsewhere, or twice in a row, with what is between.

    A text that is printed once for wide screens and once for narrow ones; a picture's alternative text and its caption. Of the two the one in
    the longest run stays, or the first. One paragraph that comes again by itself is a refrain, or a question that is put to each.
    """
    units = [unit for unit, value in enumerate(lean) if value > 0]
    long = [unit for unit in units if counts[unit] >= _PARAGRAPH]
    if len({texts[unit] for unit in long}) == len(long):
        return frozenset()
    longest = _longest(runs(lean), counts)
    inside = range(longest[0], longest[-1] + 1)
    kept: dict[str, int] = {}
    for unit in sorted(long, key=lambda unit: unit not in inside):
        kept.setdefault(texts[unit], unit)
    following = dict(pairwise(long))
    again: set[int] = set()
    for one, other in pairwise(long):
        first, second = kept[texts[one]], kept[texts[other]]
        if first == second:
            again |= {one, other} - {first}
        elif first != one and second != other and following.get(first) == second:
            again |= {one, other}
            between = set(texts[first:second])
            again.update(unit for unit in units if one < unit < other and texts[unit] in between)
    return frozenset(again)


def strays(lean: Sequence[float], counts: Sequence[int]) -> list[int]:
    """The units above 0 in runs that are nothing beside the longest: a notice far above the article, a sentence of the foot."""
    found = runs(lean)
    if len(found) < 2:
        return []
    least = _STRAY * _words(_longest(found, counts), counts)
    return [unit for run in found if _words(run, counts) < least for unit in run]


def taken(lean: Sequence[float], counts: Sequence[int]) -> tuple[list[int], set[int]]:
    """The units that are taken for the article's by their log-odds, and those that are strays among them."""
    out = set(strays(lean, counts))
    return [unit for unit, value in enumerate(lean) if value > 0 and unit not in out], out


def to_be_clear(lean: Sequence[float], measured: Measured) -> float:
    """By how much log-odds are to be raised for one line to be clearly the article's.

    Whether the page has one at all is asked of the whole (confidence.py). On a page only a sentence can be the first; what was cut
    out of one may be shorter.
    """
    sentences = [lean[unit] for unit, words in zip(measured.units, measured.columns[0], strict=True) if words >= _SENTENCE]
    if not sentences and len(lean) < CUTTING:
        sentences = [lean[unit] for unit in measured.units]
    return max(0.0, _SURE - max(sentences, default=_SURE))


def for_f1(lines: Iterable[tuple[float, int]]) -> float:
    """By how much log-odds are to be raised for the expected F1 of what is then above 0 to be the greatest, by those and the words of lines.

    It is best to take what is more likely than half the F1 that this gives (Lewis, SIGIR 1995; Lipton et al., ECML 2014): on a page that is
    clear half the F1 is about a half and nothing is raised; the more doubtful its lines, the more of them are taken.
    """
    likely = sorted([(1 / (1 + exp(-value)), words) for value, words in lines if words], reverse=True)
    whole = sum([share * words for share, words in likely])
    hits = taken = best = 0.0
    for share, words in likely:
        hits += share * words
        taken += words
        if 2 * hits < best * (taken + whole):
            break
        best = 2 * hits / (taken + whole)
    return log((2 - best) / best) if best else 0.0
