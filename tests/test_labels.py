"""The best path is the best path, and margins say by how much."""

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from dumpparse import rules
from dumpparse.extraction import judge
from dumpparse.labels import best_path, margins, states
from dumpparse.profile import profile

WEIGHTS = profile().weights
SHAPES = sorted(cue for cue in rules.table("weights") if cue[0].isdigit())
OTHERS = sorted(cue for cue in rules.table("weights") if not cue[0].isdigit())
lines = st.lists(st.tuples(st.sampled_from(SHAPES), st.sampled_from(OTHERS)), min_size=1, max_size=3)

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


def test_no_lines_no_path():
    assert best_path([], WEIGHTS) == bytearray()


PROSE = "The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month."


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
            f"Opinion\nEditorial\nSport\n\nCouncil agrees on new water rates\n\nPublished April 2, 2021\n\n{PROSE}\n\n{PROSE}\n\nOpinion\n\nEditorial"
        )
        == "ccchtbbgg"
    )


def test_paragraphs_alone_are_body():
    assert letters("\n\n".join([PROSE] * 5)) == "bbbbb"


def test_menus_alone_have_no_body():
    assert set(letters("Home\nWorld\nBusiness\nSport\nContact us\nPrivacy policy\nSign in")) <= set("cf")


def test_what_interrupts_the_body_is_an_insert():
    assert letters(f"{PROSE}\n\nAdvertisement\n\n{PROSE}\n\n{PROSE}") == "bibb"
