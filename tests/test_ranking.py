"""A field's candidates: what is told of each is small and complete, and chances are those of the trees, shared out among the candidates."""

import math
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from dumpparse.candidates import authors, headlines, stamps
from dumpparse.extraction import judge
from dumpparse.ranking import _KEPT, SKETCH, Ranking, ranking
from dumpparse.surroundings import PLACE
from dumpparse.trees import TOP, Trees

sys.path.append(str(ROOT / "tools"))
from pack_trees import of_field, of_trees, walked

FEATURES = 3
values = st.floats(-3, 3).map(lambda value: round(value, 3))
trees = st.recursive(
    values, lambda part: st.tuples(st.integers(0, FEATURES - 1), st.integers(0, TOP - 1), values, part, part).map(list), max_leaves=32
)
rows = st.lists(st.lists(st.integers(0, TOP), min_size=FEATURES, max_size=FEATURES), max_size=30)


def learned(some):
    return Ranking(of_field({"features": ["a", "b", "c"], "least": 0.1, "calibration": [[0.0, 0.0], [1.0, 1.0]], "trees": some}))


@given(st.lists(trees, min_size=1, max_size=6), rows)
@settings(max_examples=200, deadline=None)
def test_masks_give_what_walking_gives(some, rows):
    masked, expected = Trees(of_trees(some)), [walked(some, row) for row in rows]
    # To the last bit, or what a page gets would depend on how many were read before it.
    assert [value for row in rows for value in masked.values([row])] == expected
    assert masked.values(rows) == expected


@given(st.lists(trees, min_size=1, max_size=SKETCH + 4), rows)
@settings(max_examples=100, deadline=None)
def test_chances_share_what_none_leaves(some, rows):
    chances = learned(some).chances(rows)
    assert len(chances) == len(rows)
    assert all(chance >= 0 for chance in chances)
    assert sum(chances) < 1 + 1e-9
    for one, other in zip(rows, rows[1:], strict=False):
        if one == other:
            assert len(rows) > _KEPT or math.isclose(*(chance for row, chance in zip(rows, chances, strict=True) if row is one or row is other))


def test_one_that_all_speak_for_takes_most_and_what_none_speaks_for_little():
    sure = learned([[0, 10, 0.0, -4.0, 6.0]])
    taken, left = sure.chances([[20, 0, 0], [0, 0, 0]])
    assert taken > 0.99
    assert left < 0.01
    assert sum(sure.chances([[0, 0, 0]] * 3)) < 0.1
    both = sure.chances([[20, 0, 0], [20, 0, 0]])
    assert both[0] == both[1] < 0.5
    assert sure.each([[20, 0, 0], [20, 0, 0]])[0] > 0.99


PAGE = "\n".join([
    "Home", "News", "Sport", "Ferries to run all night from June", "Council backs plan for harbour ferries", "A view over the water",
    "By Zofeen Almeida and Owen Pritchard", "3 May 2021", "The council has backed a plan to run the harbour ferries all night from the first of June.",
    "Ferries will leave the harbour every half hour, and the council will pay for the crews until the end of the year.",
    "The plan was put forward by the harbour master, who said that the last ferry had been full for months.", "Most Popular", "Bridge to close",
    "1 May 2021", "Bridge to close",
])  # fmt: skip


@pytest.mark.parametrize("field", ["headline", "published", "authors"])
def test_what_was_learned_is_of_the_traits_there_are(field):
    known = {"headline": headlines.TRAITS, "published": stamps.TRAITS, "authors": authors.TRAITS}[field]
    assert tuple(ranking(field).features) == known
    assert len(set(known)) == len(known)


@given(
    st.lists(
        st.sampled_from([*PAGE.split("\n"), "", "Von", "作者：谢若含", "12.03.2020", "\x00", "Photo: Lena Hartwig", ",", "»", "a" * 500]), max_size=40
    )
)
@settings(max_examples=150, deadline=None)
def test_traits_are_small_and_complete(lines):
    page = judge("\n".join(lines))
    if not page.texts:
        return
    titles, moments = headlines.find(page), stamps.find(page)
    names = authors.find(page, 0, None)
    for known, rows in (
        (headlines.TRAITS, headlines.traits(page, titles)),
        (stamps.TRAITS, stamps.traits(page, moments, None)),
        (authors.TRAITS, authors.traits(page, names, 0, len(page.texts) - 1)),
        (PLACE, [page.around.place(unit) for unit in range(len(page.texts))]),
    ):
        assert all(len(row) == len(known) for row in rows)
        assert all(0 <= value <= TOP and value == int(value) for row in rows for value in row)


def test_candidates_of_a_page():
    page = judge(PAGE)
    assert "Council backs plan for harbour ferries" in [one.text for one in headlines.find(page)]
    assert [(one.iso, one.kind) for one in stamps.find(page)] == [("2021-05-03", None)]  # the other is a teaser's
    found = {one.mention.name for one in authors.find(page, 4, 7)}
    assert {"Zofeen Almeida", "Owen Pritchard"} <= found


def test_who_is_led_in_anywhere_is_no_headline_and_neither_is_an_address():
    page = judge(f"The Harbour Times\nmail harbour.desk@times.example or ring\n{PAGE}\nWritten by:\nThe Harbour Times")
    texts = [one.text for one in headlines.find(page)]
    assert "Council backs plan for harbour ferries" in texts
    assert "The Harbour Times" not in texts
    assert not any("@" in text for text in texts)


def test_a_headline_that_a_breadcrumb_begins_says_so():
    page = judge(PAGE.replace("Sport\n", "Sport\n3. Council backs plan for…\n"))
    found = headlines.find(page)
    at = headlines.TRAITS.index("cut above")
    told = {one.text: row[at] for one, row in zip(found, headlines.traits(page, found), strict=True)}
    assert told["Council backs plan for harbour ferries"]
    assert sum(told.values()) == 1


def test_dates_are_counted_by_line_and_around_it():
    dates = "Opened 1 May 2021, closed 2 May 2021\nA view over the water\n3 May 2021\n"
    page = judge(dates + PAGE)
    found = stamps.find(page)
    rows = [dict(zip(stamps.TRAITS, row, strict=True)) for row in stamps.traits(page, found, None)]
    assert [one.iso[-2:] for one in found] == ["01", "02", "03", "03"]
    asked = ("in line before", "in line", "dates near", "next date above", "next date below", "same day", "days later")
    assert [tuple(row[name] for name in asked) for row in rows] == [
        (0, 2, 2, 30, 2, 1, 2), (1, 2, 2, 30, 2, 1, 1), (0, 1, 3, 2, 8, 2, 0), (0, 1, 3, 8, 30, 2, 0),
    ]  # fmt: skip


def test_of_thousands_of_names_those_nearest_to_the_article_are_weighed():
    rows = "\n".join(f"By Zofeen {chr(65 + number % 26)}{chr(97 + number // 26)}berg" for number in range(700))
    found = authors.find(judge(f"{rows}\n{PAGE}"), None, None)
    assert len(found) == authors._MANY
    assert {"Zofeen Almeida", "Owen Pritchard"} <= {one.mention.name for one in found}
    assert [one.unit for one in found] == sorted(one.unit for one in found)
