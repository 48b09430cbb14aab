"""Where an article ends: not at a gap as such, but where what stands below is another's."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dumpparse
from conftest import FIXTURES, ROOT
from dumpparse import ending
from dumpparse.extraction import judge, read_lines
from dumpparse.measures import measure
from dumpparse.trees import TOP, Trees

sys.path.append(str(ROOT / "tools"))
from pack_trees import of_trees

PROSE = [
    "The council agreed on Monday to close the old bridge for eighteen months, because two of its four bearings have cracked.",
    "Engineers had warned for years that the structure was tired, but the money for repairs went to the new harbour road instead.",
    "Agnes Holm painted the quay in forty letters that nobody had read before a retired teacher found them in his trunk.",
    "Share",
    "Related stories",
    "By Miriam Oduya",
    "12 March 2024",
    "Museum shows letters that were thought to be lost",
]
ABOVE, BELOW = PROSE[0], PROSE[2]


def page_of(lines, article):
    """A page of these lines, some of which were taken for an article's, as `ending` asks for it."""
    dump, rules, _, cues = read_lines("\n\n".join(lines))
    lean = [2.0 if unit in article else -2.0 for unit in range(len(cues))]
    measured = measure(dump, cues, {}, rules.weights.never)
    return dump.texts, cues, measured, lean, sorted(article)


@given(st.lists(st.sampled_from(PROSE), min_size=1, max_size=24), st.data())
@settings(max_examples=60, deadline=None)
def test_every_gap_has_words_above_and_below_and_traits_that_trees_can_look_up(lines, data):
    page = page_of(lines, data.draw(st.sets(st.integers(0, len(lines) - 1))))
    counts, article = page[2].counts, page[4]
    for unit, row in ending.gaps(*page):
        assert unit in article
        assert unit - 1 not in article
        assert len(row) == len(ending.TRAITS)
        assert all(isinstance(value, int) and 0 <= value <= TOP for value in row)
        assert sum(counts[one] for one in article if one < unit) >= 60
        assert sum(counts[one] for one in article if one >= unit) >= 20


def test_what_is_spoken_of_below_is_told():
    lines = [*[ABOVE] * 4, "Share", *[ABOVE] * 2, "Share", *[BELOW] * 4]
    rows = dict(ending.gaps(*page_of(lines, {0, 1, 2, 3, 5, 6, 8, 9, 10, 11})))
    known = ending.TRAITS.index("below known")
    assert list(rows) == [5, 8]
    assert rows[5][known] > rows[8][known]
    assert rows[8][ending.TRAITS.index("names known")] == 0


def test_an_article_ends_at_the_surest_gap_or_at_none():
    lines = [*[ABOVE] * 4, "Share", *[ABOVE] * 2, "Share", *[BELOW] * 4]
    page = page_of(lines, {0, 1, 2, 3, 5, 6, 8, 9, 10, 11})
    known = ending.TRAITS.index("below known")
    at = dict(ending.gaps(*page))[8][known]
    assert ending.find(*page, Trees(of_trees([[known, at, 3.0, -3.0]]))) == ending.End([8, 9, 10, 11], 3.0)
    assert ending.find(*page, Trees(of_trees([[known, at, ending.LEAST, -3.0]]))) is None
    assert ending.find(*page, Trees(of_trees([]))) is None


def test_a_page_of_very_many_words_or_gaps_takes_no_longer_than_it_is_long():
    words = [f"word{number:05}" for number in range(12_000)]
    long = [line for at in range(0, 12_000, 20) for line in (" ".join(words[at : at + 20]).capitalize() + ".", "Share")]
    assert list(ending.gaps(*page_of(long, set(range(0, len(long), 2))))) == []
    lines = [ABOVE, "Share", BELOW, "Share"] * 2_000
    assert len(list(ending.gaps(*page_of(lines, set(range(0, len(lines), 2)))))) > 3_900


def test_below_the_end_no_line_is_the_articles_and_explain_says_so():
    text = (FIXTURES / "generic/next-article-appended.txt").read_text("utf-8")
    page = judge(text)
    assert page.end
    assert max(page.article) < page.end.units[0]
    assert page.texts[page.end.units[0]].startswith("Forty letters")
    article = dumpparse.extract(text)
    said = [line for line in article.lines if any(hit.cue == "below the article's end" for hit in line.hits)]
    assert said[0].line.text.startswith("Forty letters")
    assert all(hit.weight > 0 for line in said for hit in line.hits if hit.cue == "below the article's end")


CASES = ["by-line-and-date", "editorial-capitals", "iso-date-updated", "live-inserts", "newsletter-box", "us-region-dateline", "wire-agency"]


@pytest.mark.parametrize("case", CASES)
def test_an_article_that_was_appended_is_not_taken_with_the_first(case):
    first = (FIXTURES / f"generic/{case}.txt").read_text("utf-8")
    body = dumpparse.extract(first).body
    kept = [
        other
        for other in CASES
        if other != case and dumpparse.extract(first + "\n" + (FIXTURES / f"generic/{other}.txt").read_text("utf-8")).body == body
    ]
    assert 2 * len(kept) >= len(CASES) - 1
