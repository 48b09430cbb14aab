"""What is told of a judged page as a whole, by which it is judged whether it has an article and how good its body is (confidence.py)."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from math import exp, log, sqrt
from typing import Any

from . import rules
from .measures import LINE, PAGE, Measured
from .page import Page
from .scales import odds, scale
from .trees import TOP

TRAITS = (
    *PAGE, "body words", "body lines", "share of words", "mean lean", "weak words", "missed words", "runs", "first lean", "last lean", "lifted",
    "other prose", "short lines", "headlines", "dates", "bylines", "headline to body", "dates in body",
    "numbers", "repeats", "sentences", "prices", "shorts", "stamps", "prose share", "titles", "said in body",
    "shared above in body", "stretch of body",
    "expected precision", "expected recall", "lean above", "lean below", "longest gap", "lines below",
    "body prose", "cohesion", "cohesion beside", "cohesion of opening", "titled in body", "titled", "genre",
)  # fmt: skip
# Log-odds below which a line of the body is weak, and above which one outside it was nearly taken; words that make a line prose.
_WEAK, _MISSED, _PROSE = 1.0, -1.0, 15
_PRICES = "$€£¥₹"
_TOLD = 2  # paragraphs of which it can be told whether they speak of one thing
_TITLE, _BLURB, _ANNOUNCED = range(3, 19), 12, 2  # words of a title, of the prose below it at least, and topic words in both
_BESIDE = 3  # lines above the body, and below it, whose log-odds tell how clear its ends are
FEW = 20  # different words that a page is taken to have besides its own, so that few of them say little
_KINDS = (
    frozenset(("number",)), frozenset(("again", "twice")), frozenset(f"{words}, stop" for words in ("8-14", "15-29", "30+")),
    frozenset(("by_prefix", "byline_dated", "date_labelled", "name_dated")), frozenset(("title_case",)),
)  # fmt: skip
_MEANS = tuple(map(LINE.index, ("lexicon", "shared above", "stretch share")))
Traits = dict[str, int]


def traits(page: Page, genres: Mapping[str, Any] | None = None) -> Traits | None:
    """The traits of a page that was judged with what was learned; None for any other, and where there is no body.

    `genres`: what was learned of words, where that is not what is shipped.
    """
    if page.measured is None or page.lean is None:
        return None
    lean, counts = page.lean, page.measured.counts
    body = page.article
    if not body:
        return None
    inside = set(body)
    words = sum([counts[unit] for unit in body]) + 1
    weak = sum([counts[unit] for unit in body if lean[unit] < _WEAK])
    missed = sum([counts[unit] for unit, value in enumerate(lean) if value > _MISSED and unit not in inside])
    prose = sum([count for count in counts if count >= _PROSE])
    other = prose - sum([counts[unit] for unit in body if counts[unit] >= _PROSE])
    headlines = page.units("headline")
    found = (
        *page.measured.page, scale(words), min(TOP, len(body)), 32 * words // (sum(counts) + words),
        odds(sum([lean[unit] * counts[unit] for unit in body]) / words), 32 * weak // words, min(TOP, 16 * missed // words),
        min(TOP, sum([after - before > 1 for before, after in pairwise(body)])), odds(lean[body[0]]), odds(lean[body[-1]]), odds(page.lifted),
        min(TOP, 8 * other // words), 32 * sum([counts[unit] < 8 for unit in body]) // len(body), min(3, len(headlines)),
        min(9, len(page.units("head.timestamp", "lead.timestamp"))), min(9, len(page.units("head.byline", "lead.byline"))),
        min(TOP, body[0] - headlines[0]) if headlines and headlines[0] < body[0] else TOP,
        min(TOP, sum([bool(page.looks[unit].stamps) for unit in range(body[0], body[-1] + 1)])),
        *_furniture(page, counts, prose), *_means(page.measured, inside), *_expected(page, inside), *_ends(lean, body),
        *_cohesion(page.measured, body), *_titled(page.measured, inside),
        genre(words_of(page.dump.plain), genres or rules.core()["genre"]),
    )  # fmt: skip
    return dict(zip(TRAITS, found, strict=True))


def words_of(source: str) -> Set[str]:
    """The words of a page as its genre is told by them: what white space parts, in lower case."""
    return frozenset(source.lower().split())


def genre(words: Set[str], genres: Mapping[str, Any]) -> int:
    """What a page's words speak for: an article, more the greater it is, or a shop, a list of jobs, a forum."""
    worth = sum([value for word, value in genres["words"].items() if word in words])
    return odds(genres["base"] + worth * share_of(words))


def share_of(words: Set[str]) -> float:
    """What each of a page's words counts: less the more there are."""
    return sqrt(FEW / (len(words) + FEW))


@lru_cache(8192)
def _kinds(cues: tuple[str, ...]) -> tuple[int, ...]:
    """The kinds of furniture that a line with these cues is; kept like the labels' choices, and holds nothing of any text."""
    return tuple([at for at, kind in enumerate(_KINDS) if not kind.isdisjoint(cues)])


def _furniture(page: Page, counts: Sequence[int], prose: int) -> tuple[int, ...]:
    """What lists of products, jobs or threads have more of than articles do, as shares of the page's lines in 64ths; `prose`: its words."""
    kinds = [0] * len(_KINDS)
    for cues, count in Counter(page.cues).items():
        for at in _kinds(cues):
            kinds[at] += count
    lines = len(counts)
    numbers, repeats, sentences, stamps, titles = kinds
    signs = [sign for sign in _PRICES if sign in page.dump.plain]
    prices = len({unit for sign in signs for unit, text in enumerate(page.texts) if sign in text})
    shorts = sum([count < 4 for count in counts])
    return (
        *[min(TOP, 64 * part // lines) for part in (numbers, repeats, sentences, prices, shorts)], min(TOP, stamps), 32 * prose // (sum(counts) + 1),
        min(TOP, 64 * titles // lines),
    )  # fmt: skip


def _expected(page: Page, body: Set[int]) -> tuple[int, int]:
    """The precision and recall of the body that the log-odds of the measured lines lead one to expect; finer the nearer to 1."""
    assert page.measured
    assert page.lean
    counts, lean, lifted = page.measured.counts, page.lean, page.lifted
    likely = [(counts[unit] / (1 + exp(lifted - lean[unit])), unit) for unit in page.measured.units]
    whole = sum([words for words, _ in likely]) + 1
    hits = sum([words for words, unit in likely if unit in body]) + 1
    taken = max(hits, sum([counts[unit] for unit in body]) + 1)
    return min(TOP, int(-12 * log((taken - hits + 1) / (taken + 1)))), min(TOP, int(-12 * log((whole - hits + 1) / (whole + 1))))


def _ends(lean: Sequence[float], body: Sequence[int]) -> tuple[int, int, int, int]:
    """How clear the ends of the body are: log-odds above and below it, the longest gap in it, and how many lines follow."""
    above, below = lean[max(0, body[0] - _BESIDE) : body[0]], lean[body[-1] + 1 : body[-1] + 1 + _BESIDE]
    return (
        odds(sum(above) / len(above)) if above else 0, odds(sum(below) / len(below)) if below else 0,
        min(TOP, max([after - before for before, after in pairwise(body)], default=0)), scale(len(lean) - 1 - body[-1]),
    )  # fmt: skip


def _cohesion(measured: Measured, body: Sequence[int]) -> tuple[int, int, int, int]:
    """How many paragraphs the body has, and which share of each one's words others have too, those beside it have, and the first's have.

    An article's speak of one thing, a front page's teasers of many.
    """
    of_unit, none, many = measured.topics
    prose = [words for unit in body if measured.counts[unit] >= _PROSE and (words := of_unit.get(unit))]
    if len(prose) < _TOLD:
        return len(prose), TOP, TOP, TOP
    once, again = none(), none()
    for words in prose:
        again |= once & words  # in place where they are sets, which are then no one else's
        once |= words
    padded = [none(), *prose, none()]
    shared = sum([many(words & again) / many(words) for words in prose])
    beside = sum([many(words & (above | below)) / many(words) for above, words, below in zip(padded, prose, padded[2:], strict=False)])
    return min(TOP, len(prose)), int(TOP * shared / len(prose)), int(TOP * beside / len(prose)), int(TOP * many(prose[0] & again) / many(prose[0]))


def _titled(measured: Measured, body: Set[int]) -> tuple[int, int]:
    """The shares of the body's lines of prose, and of all of the page's, whose words a title announces that stands at most two lines above.

    An article's headline announces its first paragraph, a front page's titles announce each.
    """
    of_unit, _, many = measured.topics
    counts = measured.counts
    prose = [unit for unit, count in enumerate(counts) if count >= _BLURB and unit in of_unit]
    titled = {
        unit
        for unit in prose
        for above in range(max(0, unit - 2), unit)
        if counts[above] in _TITLE and counts[above] < counts[unit] and above in of_unit and many(of_unit[above] & of_unit[unit]) >= _ANNOUNCED
    }
    inside = [unit for unit in prose if unit in body]
    return TOP * sum([unit in titled for unit in inside]) // (len(inside) or 1), TOP * len(titled) // (len(prose) or 1)


def _means(measured: Measured, body: Set[int]) -> list[int]:
    """Means by words over the body's lines: what the lexicon says, how many of their words others above have, their stretch's share of all prose."""
    inside = [(at, measured.counts[unit]) for at, unit in enumerate(measured.units) if unit in body]
    words = sum([count for _, count in inside]) + 1
    return [sum([column[at] * count for at, count in inside]) // words for column in map(measured.columns.__getitem__, _MEANS)]
