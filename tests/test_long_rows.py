"""Rows that hold more than a paragraph are cut; spans, lines and blocks still point at the input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from dumpparse import long_rows
from dumpparse.lines import LONG, Dump

P = "The council has backed a plan to run the harbour ferries all night from the first of June, its leader said after the vote on Monday."
Q = "Ferries will leave the harbour every half hour, and the council will pay for the crews until the end of the year, a spokesman added."
R = "The plan was put forward by the harbour master, who told the committee that the last ferry of the day had been full for several months."
MENU = ["Home", "News", "Sport", "Culture", "Weather", "Opinion", "Business", "Travel", "Letters", "Obituaries"]
TITLE = "Council backs plan for night ferries"


def parts(row):
    found = long_rows.cut([row], LONG)
    return [piece.text for piece in found] if found else [row]


def test_what_runs_together_is_cut_where_a_tag_stood():
    row = "".join([*MENU, TITLE, "By Zofeen Almeida", P, Q, R])
    assert parts(row) == [*MENU, TITLE, "By Zofeen Almeida", P, Q, R]


def test_wide_gaps_are_seams():
    assert parts("   ".join([*MENU, TITLE, P, Q])) == [*MENU, TITLE, P, Q]


@pytest.mark.parametrize("row", [" ".join([P, Q, R]), P.replace("council", "GiveWell") + " " + Q + " " + R, "Home  News  Sport", "".join(MENU)])
def test_a_paragraph_is_whole_and_so_is_a_short_row(row):
    assert parts(row) == [row]


def test_names_with_a_capital_in_them_are_whole():
    row = "".join([*MENU, TITLE, P.replace("council", "YouTube"), Q.replace("council", "MacKenzie"), R])
    assert parts(row) == [*MENU, TITLE, P.replace("council", "YouTube"), Q.replace("council", "MacKenzie"), R]


def test_a_paragraph_that_names_firms_with_capitals_in_them_is_whole():
    row = " ".join([P.replace("council", "GoHighLevel"), Q.replace("council", "TechHive"), R.replace("plan", "SafeSend"), "OrchardBank said so."])
    assert parts(row) == [row]


def test_a_page_on_one_line_is_cut_between_sentences_that_stay_together_in_the_body():
    paragraphs = [text.replace("the ", f"the {ward} ", 1) for ward in ("east", "west", "north", "south") for text in (P, Q, R)]
    page = " ".join([*MENU, TITLE, *paragraphs])
    assert len(Dump(page).texts) >= 12
    body = dumpparse.extract(page).body
    assert " ".join(paragraphs[:3]) in body


def test_a_page_that_runs_together_is_read_as_one_with_line_ends():
    again = [text.replace("council", "harbour master") for text in (P, Q)]
    rows = [*MENU, TITLE, "By Zofeen Almeida", "March 3, 2024", P, Q, R, *again]
    article = dumpparse.extract("".join(rows) + "\nContact us\n")
    assert (article.headline, article.authors, article.published) == (TITLE, ["Zofeen Almeida"], "2024-03-03")
    assert article.body == "\n\n".join([P, Q, R, *again])
    record = article.to_dict(spans=True)
    assert {tuple(block["lines"]) for block in record["blocks"]} == {(1, 1), (2, 2)}
    start, end = (record["evidence"]["headline"][key] for key in ("start", "end"))
    assert "".join(rows)[start:end] == TITLE
    assert {line.line.number for line in article.lines} == {1, 2}


@pytest.mark.parametrize("piece", ["Abcdefg", "Abcdef.", "Ab  ", "AB", "a" * 7])
def test_a_row_that_no_page_has_takes_time_as_it_is_long(piece):
    # What is quadratic takes minutes here.
    row = piece * 40_000
    assert "".join(parts(row)).replace(" ", "") == row.replace(" ", "")


WORDS = st.sampled_from(
    ["Home", "News", "ferry", "council.", "harbour ", "  ", " ", "said.", "The", "3 ", "YouTube", "“So", "ok.”", "\n", "\r\n", "東京。", "x" * 300]
)


@given(st.lists(WORDS, min_size=60, max_size=200))
def test_any_text_is_cut_without_loss(words):
    text = "".join(words)
    dump = Dump(text)
    assert "".join("".join(dump.rows).split()) == "".join(text.split())
    for row in range(len(dump.rows)):
        line = dump.line(row)
        assert text[line.start : line.end] == line.text
    blocks = dumpparse.extract(text).to_dict(spans=True)["blocks"]
    assert "".join(text[block["start"] : block["end"]] for block in blocks) == text
    for unit in range(len(dump.texts)):
        start, end = dump.span(unit)
        assert "".join(text[start:end].split()) == "".join(dump.texts[unit].split())
