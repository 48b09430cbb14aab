"""The best path is the best path, and margins say by how much."""

import itertools
import math

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dumpparse import rules
from dumpparse.extraction import judge, read_lines
from dumpparse.labels import _FIRST, DOUBT, Weights, best_path, decide, margins, states
from dumpparse.profile import profile

WEIGHTS = profile().weights
CUES = [cue for cue, row in rules.table("weights").items() if isinstance(row, dict) and cue != "anything"]  # `never` is a list of them
SHAPES = sorted(cue for cue in CUES if cue[0].isdigit())
OTHERS = sorted(cue for cue in CUES if not cue[0].isdigit())
lines = st.lists(st.tuples(st.sampled_from(SHAPES), st.sampled_from(OTHERS)), min_size=1, max_size=3)
# Lines, each with what was decided of it.
decided_lines = st.lists(
    st.tuples(
        st.one_of(st.tuples(st.sampled_from(SHAPES)), st.tuples(st.sampled_from(SHAPES), st.sampled_from(OTHERS))),
        st.sampled_from([True, False, None]),
    ),
    min_size=1,
    max_size=10,
)
log_odds = st.lists(st.one_of(st.floats(-1, 1), st.floats(-9, 9), st.sampled_from([0.0, -DOUBT, -DOUBT])), max_size=10)

LETTERS = {
    "chrome": "c", "headline": "h", "standfirst": "d", "byline": "y", "timestamp": "t", "caption": "p", "body": "b", "subhead": "s", "insert": "i",
    "author_note": "n", "print_line": "l", "section_heading": "g", "teaser": "r", "comment": "m", "footer": "f",
}  # fmt: skip


def letters(text):
    """A page's labels, a letter a line: readable in one line of a test."""
    return "".join(LETTERS[label] for label in judge(text).labels)


def value(sequence, path):
    """The score of one path, straight from the definition; minus infinity where it cannot be."""
    topology, total, previous = states(), 0.0, None
    for cues, state in zip(sequence, path, strict=True):
        before = topology.start[state] if previous is None else topology.before[state].get(previous, -math.inf)
        total += before + WEIGHTS.score(cues).get(state, -math.inf)
        previous = state
    return total + topology.end[previous]


def prose(cues):
    """Whether a line can stand anywhere in the article."""
    return {"body.opening", "body.more"} <= {states().names[state] for state in WEIGHTS.score(cues)}


def most_kept(sequence, decided):
    """How many of the decisions the states allow to be kept on one page, whatever the cues speak for."""
    topology, kept = states(), {}
    for number, (cues, wanted) in enumerate(zip(sequence, decided, strict=True)):
        now = {}
        for state in WEIGHTS.score(cues):
            before = [kept[other] for other in topology.before[state] if other in kept]
            if (number == 0 and topology.start[state] > -math.inf) or before:
                now[state] = max(before, default=0) + (wanted is topology.article[state])
        kept = now
    return max(count for state, count in kept.items() if topology.end[state] > -math.inf)


def apart(sequence):
    """The lines and what was decided of them, for a test that draws both together."""
    return [cues for cues, _ in sequence], [wanted for _, wanted in sequence]


@given(lines)
@settings(max_examples=60, deadline=None)
def test_no_path_is_better(sequence):
    found = value(sequence, best_path(sequence, WEIGHTS))
    allowed = [list(WEIGHTS.score(cues)) for cues in sequence]
    assert math.isclose(found, max(value(sequence, path) for path in itertools.product(*allowed)), abs_tol=1e-9)


@given(lines)
@settings(max_examples=60, deadline=None)
def test_margin_is_the_lead_over_the_best_path_with_another_label(sequence):
    path, labels = best_path(sequence, WEIGHTS), states().labels
    paths = [(value(sequence, other), other) for other in itertools.product(*(list(WEIGHTS.score(cues)) for cues in sequence))]
    best = value(sequence, path)
    for line, margin in enumerate(margins(sequence, path, WEIGHTS)):
        otherwise = max((v for v, other in paths if labels[other[line]] != labels[path[line]]), default=-math.inf)
        assert math.isclose(margin, best - otherwise, abs_tol=1e-9) or margin == best - otherwise == math.inf


@given(decided_lines)
@settings(max_examples=200, deadline=None)
def test_leaving_out_what_is_beaten_whatever_stands_beside_changes_no_path(sequence):
    cues, decided = apart(sequence)
    early, late = Weights(WEIGHTS.table), Weights(WEIGHTS.table)
    late.steps = dict.fromkeys(range(_FIRST))  # as after many pages
    assert best_path(cues, early, decided) == best_path(cues, late, decided)
    assert len(cues) == 1 or all(isinstance(at, tuple) for at in late.steps)  # it did start to leave out


@given(decided_lines)
@settings(max_examples=200, deadline=None)
def test_every_decision_is_kept_but_of_a_line_that_cannot_stand_anywhere_in_the_article(sequence):
    cues, decided = apart(sequence)
    path = best_path(cues, WEIGHTS, decided)
    assert value(cues, path) > -math.inf
    article = [states().article[state] for state in path]
    for line, found, wanted in zip(cues, article, decided, strict=True):
        assert found is wanted or wanted is None or (wanted and not prose(line))


@given(decided_lines.filter(lambda found: len(found) < 5))
@settings(max_examples=100, deadline=None)
def test_all_decisions_are_kept_where_the_states_allow_it(sequence):
    cues, decided = apart(sequence)
    article = [states().article[state] for state in best_path(cues, WEIGHTS, decided)]
    if most_kept(cues, decided) == len(decided) - decided.count(None):
        assert all(found is wanted for found, wanted in zip(article, decided, strict=True) if wanted is not None)


def test_a_last_line_that_can_only_open_an_article_does_not_cost_all_of_it():
    cues = [("30+, stop",), ("30+, stop",), ("1, open", "dateline_alone")]
    labels = [states().labels[state] for state in best_path(cues, WEIGHTS, [True] * 3)]
    assert labels[:2] == ["body", "body"]


@given(st.lists(st.tuples(st.sampled_from([shape for shape in SHAPES if prose((shape,))]), st.booleans()), min_size=1, max_size=30))
@settings(max_examples=100, deadline=None)
def test_lines_that_can_be_prose_follow_every_decision(sequence):
    cues, decided = [(shape,) for shape, _ in sequence], [wanted for _, wanted in sequence]
    assert [states().article[state] for state in best_path(cues, WEIGHTS, decided)] == decided


@given(st.lists(st.tuples(st.sampled_from(SHAPES), st.sampled_from(OTHERS)), min_size=1, max_size=12))
@settings(max_examples=100, deadline=None)
def test_where_nothing_is_decided_the_article_s_nothing_is(sequence):
    path = best_path(sequence, WEIGHTS, [False] * len(sequence))
    assert not any(states().article[state] for state in path)
    assert best_path(sequence, WEIGHTS, [None] * len(sequence)) == best_path(sequence, WEIGHTS)


@given(decided_lines.filter(lambda found: len(found) < 4 and all(prose(line) or not wanted for line, wanted in found)))
@settings(max_examples=60, deadline=None)
def test_under_decisions_path_and_margins_are_those_among_what_they_leave(sequence):
    cues, decided = apart(sequence)
    path, labels, article = best_path(cues, WEIGHTS, decided), states().labels, states().article
    left = [[state for state in WEIGHTS.score(line) if wanted in (None, article[state])] for line, wanted in zip(cues, decided, strict=True)]
    paths = [(value(cues, other), other) for other in itertools.product(*left)]
    best = value(cues, path)
    assert math.isclose(best, max(v for v, _ in paths), abs_tol=1e-9)
    for line, margin in enumerate(margins(cues, path, WEIGHTS, decided)):
        otherwise = max((v for v, other in paths if labels[other[line]] != labels[path[line]]), default=-math.inf)
        assert math.isclose(margin, best - otherwise, abs_tol=1e-9) or margin == best - otherwise == math.inf


@given(decided_lines)
@settings(max_examples=100, deadline=None)
def test_no_margin_is_against_the_path(sequence):
    cues, decided = apart(sequence)
    assert all(margin >= -1e-9 for margin in margins(cues, best_path(cues, WEIGHTS, decided), WEIGHTS, decided))


@given(log_odds)
@settings(max_examples=150, deadline=None)
@example([])
@example([DOUBT, -DOUBT, DOUBT])
@example([0.3, 0.3, -0.41, 0.3])
def test_what_is_clear_is_decided(lean):
    assert decide(lean) == [None if abs(value) < DOUBT else value > 0 for value in lean]


def test_no_lines_no_path():
    assert best_path([], WEIGHTS) == best_path([], WEIGHTS, []) == bytearray()
    assert margins([], bytearray(), WEIGHTS) == margins([], bytearray(), WEIGHTS, []) == []
    assert decide([]) == []


PROSE = "The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month."
MORE = [PROSE.replace("Friday", day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday")]


def test_a_report_with_everything():
    page = f"""Home
World
Search

Council agrees on new water rates

By Zofeen Almeida
Published April 2, 2021

LAHORE: {PROSE}

{PROSE}

Who will pay

{PROSE}

Also read: The price of a drop

{PROSE}

The writer is a journalist.

Published in Dawn, April 2nd, 2021

Most Popular
A bridge too far for the small town of Kot Momin
All rights reserved"""
    assert letters(page) == "ccchytbbsbibnlgrf"


def test_opinion_and_editorial_are_chrome_before_the_article_and_sections_after_it():
    assert (
        letters(
            f"Opinion\nEditorial\nSport\n\nCouncil agrees on new water rates\n\nPublished April 2, 2021\n\n{PROSE}\n\n{MORE[0]}\n\nOpinion\n\nEditorial"
        )
        == "ccchtbbgg"
    )


def test_paragraphs_alone_are_body():
    assert letters("\n\n".join([PROSE, *MORE])) == "bbbbb"


def test_menus_alone_have_no_body():
    assert set(letters("Home\nWorld\nBusiness\nSport\nContact us\nPrivacy policy\nSign in")) <= set("cf")


def test_what_interrupts_the_body_is_an_insert():
    assert letters(f"{PROSE}\n\nAdvertisement\n\n{MORE[0]}\n\n{MORE[1]}") == "bibb"


def test_what_is_decided_can_begin_anew_and_the_rules_say_what_stands_between():
    _, _, _, cues = read_lines(f"{PROSE}\n\nRead more\n\n{PROSE}\n\nWho will pay\n\n{PROSE}")
    labels = states().labels
    assert [labels[state] for state in best_path(cues, WEIGHTS, [True, False, True, True, True])] == ["body", "insert", "body", "subhead", "body"]
    assert [labels[state] for state in best_path(cues, WEIGHTS, [False, False, True, True, True])][2:] == ["body", "subhead", "body"]


def test_a_paragraph_stays_the_article_s_above_many_that_are_not():
    decided = [True, *[False] * 12, True, True]
    cues = [("30+, stop",)] * len(decided)
    path = best_path(cues, WEIGHTS, decided)
    assert [states().article[state] for state in path] == decided
    assert min(margins(cues, path, WEIGHTS, decided)) >= 0
