"""Scores by bit masks are those of walking the trees, and reasons add up to them."""

import math
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from dumpparse import rules
from dumpparse.extraction import read_lines
from dumpparse.forest import FAR, Forest, copies, for_f1, learned, lift, runs, strays, to_be_clear
from dumpparse.measures import LINE, PAGE, Measured, measure
from dumpparse.trees import TOP

sys.path.append(str(ROOT / "tools"))
from pack_trees import of_trees, walked

CUES = ("again", "menu", "date_alone", "name")
FEATURES = [*PAGE[:2], *LINE[:3], "below headline", "above block end", *CUES[:3], "above again", "above name", "below menu", "below again"]
MEASURES = {name: at for at, name in enumerate(FEATURES) if name in PAGE or name in LINE}
value = st.floats(-4, 4).map(lambda number: round(number, 4))
measures = st.integers(0, TOP)
PROSE = "The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month."


@st.composite
def trees(draw, leaves=12):
    """A tree of at most so many leaves."""
    if leaves < 2 or draw(st.integers(0, 3)) == 0:
        return draw(value)
    feature = draw(st.integers(0, len(FEATURES) - 1))
    left = draw(st.integers(1, leaves - 1))
    threshold = draw(st.integers(0, TOP)) if feature in MEASURES.values() else 0
    return [feature, threshold, draw(value), draw(trees(left)), draw(trees(leaves - left))]


def columns(rows):
    """The measures of lines by column."""
    return list(zip(*rows, strict=True)) or [()] * len(LINE)


@st.composite
def pages(draw):
    """The measures of some lines of a page, and the cues of all."""
    cues = draw(st.lists(st.lists(st.sampled_from(CUES), unique=True, max_size=3).map(tuple), min_size=1, max_size=6))
    units = [unit for unit in range(len(cues)) if draw(st.booleans())]
    rows = [draw(st.lists(measures, min_size=len(LINE), max_size=len(LINE))) for _ in units]
    return Measured(draw(st.lists(measures, min_size=len(PAGE), max_size=len(PAGE))), units, columns(rows), [9] * len(cues)), cues


def root(tree):
    """What a tree says before anything is asked."""
    return tree[2] if isinstance(tree, list) else tree


@given(st.lists(trees(), min_size=1, max_size=5), pages())
@settings(max_examples=200, deadline=None)
def test_masks_give_what_walking_gives(some, page):
    measured, cues = page
    forest = Forest(FEATURES, of_trees(some), {})
    scores = forest.score(measured, cues)
    assert len(scores) == len(cues)
    for at, unit in enumerate(measured.units):
        assert math.isclose(scores[unit], walked(some, forest.row(measured, cues, at)), abs_tol=1e-9)
    assert all(score == FAR for unit, score in enumerate(scores) if unit not in measured.units)
    assert forest.score(measured, cues) == scores  # with the masks it has kept


@given(st.lists(trees(), min_size=1, max_size=5), pages())
@settings(max_examples=100, deadline=None)
def test_reasons_add_up_to_the_score(some, page):
    measured, cues = page
    forest = Forest(FEATURES, of_trees(some), {})
    for at in range(len(measured.rows)):
        row = forest.row(measured, cues, at)
        reasons = forest.reasons(row, some)
        assert set(reasons) <= set(FEATURES)
        assert math.isclose(sum(reasons.values()) + sum(map(root, some)), walked(some, row), abs_tol=1e-9)


@given(pages())
@settings(max_examples=50, deadline=None)
def test_a_row_holds_measures_cues_and_those_of_the_neighbours(page):
    measured, cues = page
    forest = Forest(FEATURES, of_trees([0.0]), {})
    for at, unit in enumerate(measured.units):
        row = dict(zip(FEATURES, forest.row(measured, cues, at), strict=True))
        above, below = cues[unit - 1] if unit else (), cues[unit + 1] if unit + 1 < len(cues) else ()
        assert [row[name] for name in PAGE[:2]] == list(measured.page[:2])
        assert row["below headline"] == measured.rows[at][LINE.index("below headline")]
        assert [row[name] for name in ("again", "menu")] == ["again" in cues[unit], "menu" in cues[unit]]
        assert [row[name] for name in ("above again", "above name")] == ["again" in above, "name" in above]
        assert [row[name] for name in ("below menu", "below again")] == ["menu" in below, "again" in below]


def chain(size):
    """A tree of `size` leaves, all on one measure: leaf n for a value of n, the last one for all above."""
    tree = float(size - 1)
    for number in range(size - 2, -1, -1):
        tree = [0, number, 0.5, float(number), tree]
    return tree


@pytest.mark.parametrize("size", [1, 2, 15, 16, 17, 31, 32])
def test_trees_as_large_as_a_lane(size):
    forest = Forest([LINE[0]], of_trees([chain(size), 0.25, chain(size)]), {})
    rows = [[number, *[0] * (len(LINE) - 1)] for number in range(TOP + 1)]
    scores = forest.score(Measured([0] * len(PAGE), range(TOP + 1), columns(rows), [9] * (TOP + 1)), [()] * (TOP + 1))
    assert scores == [2 * min(number, size - 1) + 0.25 for number in range(TOP + 1)]


def test_larger_trees_than_a_lane_holds_are_refused():
    with pytest.raises(ValueError, match=r"33 leaves.*num_leaves"):
        of_trees([0.5, chain(33)])


def test_what_was_learned_fits_its_lanes_and_names_what_there_is():
    features = rules.core()["features"]
    assert len(set(features)) == len(features)

    def check(node):
        """Leaves of a tree, whose nodes are checked."""
        if not isinstance(node, list):
            return 1
        feature, threshold, _, left, right = node
        name = features[feature]
        assert 0 <= threshold <= (TOP if name in PAGE or name in LINE else 0), name
        return check(left) + check(right)

    assert all(check(tree) <= 32 for tree in rules.nodes())


@pytest.mark.parametrize(
    "text",
    [
        f"Home\nSport\n\nCouncil agrees on new water rates\n\nBy Zofeen Almeida\nApril 2, 2021\n\n{PROSE}\n\n{PROSE}\n\nAdvertisement\n\n{PROSE}\n\nMost Popular\nAgain\nAgain",
        "Home",
        PROSE,
        "\n".join(["Water rates agreed in council", "2 hours ago"] * 50),
    ],
)
def test_what_was_learned_scores_as_its_trees_do(text):
    dump, profile, _, cues = read_lines(text)
    forest = learned()
    measured = measure(dump, cues, forest.lexicon, profile.weights.never)
    scores, trees = forest.score(measured, cues), rules.nodes()
    for at, unit in enumerate(measured.units):
        row = forest.row(measured, cues, at)
        assert math.isclose(scores[unit], walked(trees, row), abs_tol=1e-6)
        assert math.isclose(sum(forest.reasons(row, trees).values()) + sum(map(root, trees)), scores[unit], abs_tol=1e-6)


# To have one line that is clearly the article's


def rows(*words):
    """Measures of lines with so many words; None: the line is not measured."""
    units = [unit for unit, count in enumerate(words) if count is not None]
    return Measured([0] * len(PAGE), units, columns([[words[unit], *[0] * (len(LINE) - 1)] for unit in units]), [count or 0 for count in words])


SURE = 1.5
SENTENCE = 8


@pytest.mark.parametrize(
    ("lean", "words", "more"),
    [
        ([2.0, -3.0], [20, 20], 0.0),
        ([SURE, -3.0], [20, 20], 0.0),
        ([-1.0, -3.0], [20, 20], SURE + 1),
        ([0.5, 0.0], [20, 20], SURE - 0.5),
        # Of the lines that can be a whole article only: few words are none, whatever they say,
        ([9.0, -2.0], [2, 20], SURE + 2),
        ([9.0, -2.0], [2, 3], 0.0),
        ([FAR, -2.0, FAR], [None, 20, None], SURE + 2),
        # unless it is a cutting without one; where nothing is measured, it stays as it is.
        ([0.0, -2.0], [2, 3], SURE),
        ([0.0] * 12, [2] * 12, 0.0),
        ([FAR, FAR], [None, None], 0.0),
    ],
)
def test_one_line_is_made_clear(lean, words, more):
    assert math.isclose(to_be_clear(lean, rows(*words)), more)


lines_of_pages = st.lists(st.tuples(st.floats(-9, 9), st.integers(0, TOP)), min_size=1, max_size=12)


@given(lines_of_pages)
@settings(max_examples=100, deadline=None)
def test_lift_leaves_the_order_and_is_enough(lines):
    lean, measured = [one for one, _ in lines], rows(*[words for _, words in lines])
    lifted, by = lift(lean, measured)
    assert by >= 0
    assert lifted == pytest.approx([one + by for one in lean])
    sentences = [one for one, (_, words) in zip(lifted, lines, strict=True) if words >= SENTENCE]
    assert max(sentences, default=SURE) >= SURE - 1e-9


def expected_f1(lines, threshold):
    """Of what is above a threshold, by the definition."""
    likely = [(1 / (1 + math.exp(-value)), words, value > threshold) for value, words in lines]
    hits = sum(share * words for share, words, taken in likely if taken)
    return 2 * hits / (sum(words for _, words, taken in likely if taken) + sum(share * words for share, words, _ in likely))


@given(lines_of_pages.filter(lambda lines: any(words for _, words in lines)))
@settings(max_examples=200, deadline=None)
def test_no_other_threshold_is_to_be_expected_to_do_better(lines):
    best = max(expected_f1(lines, threshold - 1e-9) for threshold, _ in lines)
    assert expected_f1(lines, -for_f1(lines) - 1e-9) == pytest.approx(best)


def test_a_clear_page_needs_no_other_threshold_and_a_doubtful_one_does():
    assert for_f1([(8.0, 30), (9.0, 30), (-8.0, 30)]) < 0.01
    assert for_f1([(0.0, 30), (0.0, 30), (-8.0, 30)]) == pytest.approx(math.log(2), abs=0.01)
    assert for_f1([(2.0, 0)]) == for_f1([]) == 0.0


def test_nothing_below_comments_is_raised():
    counts = [20, 20, 2, 20, 20]
    lean = [0.2, 0.3, FAR, -0.1, -0.2]
    measured = Measured((), range(5), [counts], counts)
    raised, by = lift(lean, measured, [2])
    assert by > 0
    assert raised == [0.2 + by, 0.3 + by, *lean[2:]]
    assert lift(lean, measured, [0])[0] == [one + by for one in lean]  # what stands above the article says nothing of it


@given(st.lists(st.tuples(st.integers(-1, 1), st.integers(1, 120)), max_size=60))
@settings(deadline=None)
def test_strays_are_whole_runs_and_never_the_longest(lines):
    lean, counts = [float(one) for one, _ in lines], [words for _, words in lines]
    out = strays(lean, counts)
    found = runs(lean)
    assert [unit for run in found for unit in run] == [unit for unit, value in enumerate(lean) if value > 0]
    longest = max((sum(counts[unit] for unit in run) for run in found), default=0)
    for run in found:
        words = sum(counts[unit] for unit in run)
        assert set(run) <= set(out) if words < 0.03 * longest else set(run).isdisjoint(out)


def test_a_notice_far_above_the_article_is_none_of_it():
    lean = [1.0] + [-2.0] * 10 + [2.0] * 8
    assert strays(lean, [20] + [2] * 10 + [90] * 8) == [0]
    assert strays(lean, [40] + [2] * 10 + [90] * 8) == []


TEXTS = ["A paragraph.", "Another one.", "A third."]


def test_of_a_text_that_is_printed_twice_the_longest_run_stays():
    texts = [*TEXTS[:2], *[""] * 8, *TEXTS]
    lean = [2.0] * 2 + [FAR] * 8 + [2.0] * 3
    assert copies(texts, lean, [30] * 13) == {0, 1}
    assert copies([*TEXTS, *TEXTS], [2.0] * 6, [30] * 6) == {3, 4, 5}
    assert copies([*TEXTS, *TEXTS, *TEXTS], [2.0] * 9, [30] * 9) == set(range(3, 9))


def test_short_lines_between_go_with_a_second_printing():
    once = [TEXTS[0], "Nobody laughed.", TEXTS[1], "So it was.", TEXTS[2]]
    counts = [30, 2, 30, 3, 30]
    assert copies([*once, *once], [2.0] * 10, counts * 2) == set(range(5, 10))
    other = [TEXTS[0], "An advert.", TEXTS[1], "So it was.", TEXTS[2]]
    assert copies([*once, *other], [2.0] * 10, counts * 2) == set(range(5, 10)) - {6}


def test_a_paragraph_twice_in_a_row_stays_once():
    assert copies([TEXTS[0], TEXTS[0], TEXTS[0], TEXTS[1]], [2.0] * 4, [30] * 4) == {1, 2}


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ([TEXTS[0], "One answers.", TEXTS[0], "The other too.", TEXTS[0], "So does the third."], 30),  # a question that is put to each
        ([TEXTS[0], TEXTS[1], TEXTS[2], TEXTS[1]], 30),  # a refrain
        ([*TEXTS, *TEXTS], 11),  # short lines
    ],
)
def test_what_comes_again_by_itself_stays(texts, count):
    assert copies(texts, [2.0] * len(texts), [count] * len(texts)) == frozenset()


def test_what_is_not_taken_is_no_copy():
    assert copies([*TEXTS, *TEXTS], [2.0] * 3 + [-1.0] * 3, [30] * 6) == frozenset()


@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(-1, 1), st.integers(1, 40)), max_size=40))
def test_of_each_text_one_stays(lines):
    texts, lean, counts = [text for text, _, _ in lines], [float(one) for _, one, _ in lines], [words for _, _, words in lines]
    out = copies(texts, lean, counts)
    taken = [unit for unit, value in enumerate(lean) if value > 0]
    assert out <= set(taken)
    assert {texts[unit] for unit in taken if unit not in out} == {texts[unit] for unit in taken}
