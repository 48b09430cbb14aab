"""Where lines ended in a text that was put on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from dumpparse import long_rows, lost_lines
from dumpparse.lines import LONG
from dumpparse.trees import TOP

MENU = ["Home", "News", "Sport", "Business", "Weather", "Opinion", "Contact us", "Sign in", "Subscribe"]
TITLE = "Council backs plan for night ferries"
BYLINE, DATE = "By Zofeen Almeida", "March 3, 2024"
BODY = [
    "The council has backed a plan to run the harbour ferries all night from the first of June, its leader said after the vote on Monday.",
    "Ferries will leave the harbour every half hour, and the council will pay for the crews until the end of the year, a spokesman added.",
    "The plan was put forward by the harbour master, who told the committee that the last ferry of the day had been full for several months.",
    "“Nobody should have to sleep on a bench because the boat has gone,” said Petra Holm, who owns a bakery by the pier and works at night.",
    "Two members voted against it, since they thought that the money would be needed for the road to the north, which floods every winter.",
    "The first boats are to be lit by lamps along the deck, and the crews will be paid by the hour, as those of the morning ferries are now.",
    "A study for the council found that some four hundred people cross the harbour on foot each night, by the old bridge, whatever the weather.",
    "The bridge is to be closed for repairs in the autumn, and the ferries will then be the only way over until the spring of the next year.",
]
FOOTER = ["Related stories", "School roof mended after the storm", "Privacy Policy", "Terms of Use", "About us", "All rights reserved"]
LINES = [*MENU, TITLE, BYLINE, DATE, *BODY, *FOOTER]
PAGE = " ".join(LINES)


def lines(row):
    starts = [0, *lost_lines.starts(row)]
    return [row[start:end].strip() for start, end in zip(starts, [*starts[1:], len(row)], strict=True)]


def test_most_lines_of_a_page_begin_where_they_did():
    found = lines(PAGE)
    assert " ".join(found) == PAGE
    assert {TITLE, BYLINE, DATE, "Related stories", "Terms of Use"} <= set(found)
    assert not any(line[0].islower() for line in found)  # no sentence is cut


def test_a_page_on_one_line_gives_what_it_gives_with_line_ends():
    article, whole = dumpparse.extract(PAGE), dumpparse.extract("\n".join(LINES))
    assert (article.headline, article.authors, article.published) == (TITLE, ["Zofeen Almeida"], "2024-03-03")
    assert (whole.headline, whole.authors, whole.published) == (TITLE, ["Zofeen Almeida"], "2024-03-03")
    assert article.body.split() == whole.body.split() == " ".join(BODY).split()
    headline = article.to_dict(spans=True)["evidence"]["headline"]
    assert PAGE[headline["start"] : headline["end"]] == TITLE


def many(rows):
    return long_rows.of_many_lines(rows, LONG)


def test_rows_of_many_lines():
    paragraph = " ".join(BODY)  # of 1,100 code points
    menu = " ".join([*MENU, *FOOTER] * 4)
    assert many([PAGE]) == {0}
    assert many([menu, paragraph, menu]) == {0, 2}  # as `get_text(" ")` has them
    assert many([*MENU, *BODY, paragraph, *FOOTER]) == set()  # a long paragraph, among lines
    assert many([*MENU, menu, *BODY * 4, *FOOTER]) == set()  # a long list
    assert many([]) == many(["", " "]) == set()


def test_a_word_is_known_by_what_it_is_without_signs():
    word = lost_lines.word_of("“Ferries,”")
    assert (word.shape, word.first, word.last, word.stops) == (lost_lines.CAPITAL, "ferries", "ferries", False)
    assert lost_lines.word_of("year.”").stops
    assert not lost_lines.word_of("J.").stops
    eastern = lost_lines.word_of("「東京の天気は晴れ」")
    assert (eastern.shape, eastern.first, eastern.last) == (lost_lines.SIGN, "東京", "晴れ")


@pytest.mark.parametrize("text", ["", " ", "Home", "«", "a " * 30, "。" * 9])
def test_little_is_one_line_or_several_of_its_words(text):
    assert set(lost_lines.starts(text)) <= {at for at in range(1, len(text)) if text[at - 1].isspace() and not text[at].isspace()}


@given(st.lists(st.sampled_from([*PAGE.split(), "\u3000", "\xa0", "東京。", "12:30", "—", "résumé", "İstanbul", "\U0001f600", "ß."]), max_size=120))
def test_any_text_has_lines_that_begin_with_words(words):
    row = " ".join(words)
    starts = lost_lines.starts(row)
    assert starts == sorted(set(starts))
    assert all(row[start - 1].isspace() and not row[start].isspace() for start in starts)
    looked = [lost_lines.word_of(word) for word in row.split()]
    for traits in lost_lines.traits(looked, lost_lines.spaces(looked), {}, {}):
        assert len(traits) == len(lost_lines.TRAITS)
        assert all(0 <= value <= TOP for value in traits)


@pytest.mark.parametrize("words", [["Home"] * 40_000, ["said"] * 40_000, ["Stop."] * 40_000])
def test_a_row_that_no_page_has_takes_time_as_it_is_long(words):
    # What is quadratic takes minutes here.
    assert len(lost_lines.starts(" ".join(words))) < len(words)
