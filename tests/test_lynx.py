"""The numbers of links that lynx prints are told from footnotes, and are none of the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from conftest import FIXTURES
from dumpparse import lynx

LIST = "\n\nReferences\n\n   Visible links:\n   1. https://courier.example/\n   2. https://courier.example/news\n"


def marked(text):
    return [text[start:end] for start, end in lynx.marks(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("[1]Home [2]News\n[3]Sport", [1, 2, 3]),
        ("[1][logo.png] [2]Home [7]Arts", [1, 2, 7]),  # links without text are left out
        ("[1]Home a year [2024] later [2]News", [1, 2]),
        ("[1]Home he said[2] so [2]News", [1, 2]),
    ],
)
def test_numbers_count_up_before_links(text, numbers):
    assert marked(text + LIST) == [f"[{number}]" for number in numbers]


def test_footnotes_are_part_of_the_text():
    notes = " ".join(f"[{number}]Smith, J. The harbour {number}." for number in range(1, 30))
    assert marked("The council has backed a plan to run the ferries all night. " * 20 + notes) == []
    assert marked("[1]Smith, J. The harbour. [2]Jones, A. The quay. [3]Brown, B. The lock.") == []


def test_a_part_of_a_dump_is_told_by_the_menu_that_it_begins_with():
    menu = "\n".join(f"   [{number}]Section {number}" for number in range(1, 12))
    assert len(marked(menu + "\n\nThe council has backed a plan to run the ferries all night." * 20)) == 11


def test_a_page_reads_the_same_with_the_numbers_and_without():
    text = (FIXTURES / "generic/lynx-with-numbers.txt").read_text("utf-8")
    bare = dumpparse.extract(re.sub(r"\[\d+\]", "", text[: text.index("References")]))
    article = dumpparse.extract(text)
    for field in ("byline", "authors", "published"):  # the headline waits, in test_goldens.py
        assert getattr(article, field) == getattr(bare, field), field
    assert article.body.split() == bare.body.split()  # rows that lost a number look shorter than full


@given(st.lists(st.sampled_from(["[1]", "[2]", "[3]", "Home", " ", "\n", "\r\n", "   1. http://a.example"]), max_size=40))
def test_marks_stand_in_order_and_hold_numbers(pieces):
    text = "".join(pieces)
    spans = lynx.marks(text)
    assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    assert all(text[start:end] in ("[1]", "[2]", "[3]") for start, end in spans)
    blocks = dumpparse.extract(text).to_dict(spans=True)["blocks"]
    assert "".join(text[block["start"] : block["end"]] for block in blocks) == text
