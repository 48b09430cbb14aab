"""Rows that hold more than a paragraph are cut; spans, lines and blocks still point at the input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from dumpparse import long_rows
from dumpparse.fields import headline
from dumpparse.lines import LONG, Dump

P = "The council has backed a plan to run the harbour ferries all night from the first of June, its leader said after the vote on Monday."
Q = "Ferries will leave the harbour every half hour, and the council will pay for the crews until the end of the year, a spokesman added."
R = "The plan was put forward by the harbour master, who told the committee that the last ferry of the day had been full for several months."
MENU = ["Home", "News", "Sport", "Culture", "Weather", "Opinion", "Business", "Travel", "Letters", "Obituaries"]
TITLE = "Council backs plan for night ferries"


def parts(row):
    found = long_rows.cut([row], LONG)
    return [piece.text for piece in found[0]] if found else [row]


def test_what_runs_together_is_cut_where_a_tag_stood():
    row = "".join([*MENU, TITLE, "By Zofeen Almeida", P, Q, R])
    assert parts(row) == [*MENU, TITLE, "By Zofeen Almeida", P, Q, R]


BODY = [P, Q, R, *[text.replace("council", "harbour master") for text in (P, Q)]]


@pytest.mark.parametrize("title", [TITLE, "Harbour: how the night ferries came about", "Two islands, one ferry: who pays for the night?"])
@pytest.mark.parametrize("site", [" | The Harbour Post", " - News - The Harbour Post", ""])
def test_what_a_page_on_one_line_begins_with_and_says_again_is_its_headline(title, site):
    page = " ".join([title + site, *MENU, title, "By Zofeen Almeida", "March 3, 2024", *BODY, *[text.replace("the ", "the old ") for text in BODY]])
    article = dumpparse.extract(page)
    assert (article.headline, article.authors) == (title, ["Zofeen Almeida"])
    start, end = article.fields["headline"].span
    assert page[start:end] == title
    assert title in article.page.dump.texts


def test_the_sites_name_behind_the_headline_is_left_out_where_the_headline_is_a_line_without_it():
    glued = "".join([*MENU, P, Q, R])
    for text in (
        f"{TITLE} | The Harbour Post\n{glued}\nNews{TITLE}By Jana Almeida\n{P}\n{Q}\nThe Harbour Post",
        f"{TITLE}By Jana Almeida\n{P}\n{Q}\n{R}",
    ):
        assert dumpparse.extract(text).headline == TITLE


@pytest.mark.parametrize(
    "headline",
    [
        "Manchester City - Real Madrid",
        "Champions League - Quarter-finals",
        "Angela Merkel – a life",
        "Northern Ireland - is peace over?",
        "Words to live by",
    ],
)
def test_a_headline_with_signs_in_it_is_whole(headline):
    name = headline.partition(" - ")[0].partition(" – ")[0]
    page = "\n".join([f"{headline} | The Harbour Post", *MENU, headline, f"{name} came to the harbour.", *BODY])
    assert dumpparse.extract(page).headline == headline


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Storm hits the northern coast", "Nobody was hurt when the storm hits the northern coastal towns, the council said."),
        ("The Valley Press and Journal", "The mayor told The Valley Press and Journal that the roads would be open again."),
        ("全国人民代表大会常务委员会公报", "市长表示通报全国人民代表大会常务委员会公报刊登的内容已经全部落实。"),
        ("İstanbul'da büyük fırtına çıktı", "Belediye, i̇stanbul'da büyük fırtına çıktıktan sonra yolların açıldığını söyledi."),
    ],
)
def test_what_a_page_begins_with_is_not_cut_out_of_a_word_or_a_sentence(title, sentence):
    assert sentence in Dump("\n".join([title, sentence, "".join([*MENU, P, Q, R])])).texts


PRIME = "Prime Minister Ann Dorrow"


@pytest.mark.parametrize(
    ("title", "sentences"),
    [
        (
            f"{PRIME} opens the harbour",
            [f"LINDMOUTH: {PRIME} on Monday opened the harbour.", f"In 2016, {PRIME} laid its first stone.", f"{PRIME}, who came by ship, left."],
        ),
        (TITLE, [f"A film called “{TITLE}” is to be shown.", f"{TITLE}, and the council pays.", f"Critics of {TITLE} (2019) were not there."]),
        (
            "رئيس الوزراء العراقي محمد شياع يفتتح المطار",
            ["افتتح رئيس الوزراء العراقي محمد شياع يوم الاثنين المطار الدولي في المدينة بعد ست سنوات من البناء."],
        ),
        (
            "Президент Иван Петрович прилетел в Казань",
            ["Вчера президент Иван Петрович в понедельник прилетел в Казань и встретился с рабочими завода."],
        ),
    ],
)
def test_a_name_that_the_title_begins_with_or_a_title_in_a_sentence_is_none_of_a_lines_own(title, sentences):
    page = " ".join(
        [
            title + " | The Harbour Post",
            *MENU,
            "The harbour is open",
            *BODY[:3],
            *sentences,
            *BODY[3:],
            *[text.replace("the ", "the old ") for text in BODY],
        ]
    )
    dump = Dump(page)
    assert dump.title in ("", TITLE)
    assert not any(text.startswith((", ", "” ", "(2019)")) or text.endswith(("“", " of", "LINDMOUTH:")) for text in dump.texts)


@pytest.mark.parametrize("piece", [f"{TITLE} ", f"{TITLE}{P}", "Storm hits the northern coast", "港口委员会支持夜间渡轮计划"])
def test_a_title_that_is_said_a_thousand_times_takes_no_longer(piece):
    # What is quadratic takes minutes here.
    assert len(Dump(f"{piece}\n{''.join([*MENU, P, Q, R])}\n{piece * 9000}").texts) > 12


@pytest.mark.parametrize("title", ["Ferries all nightBy ", "Ferries all nightBy \xa0", "By ", "nightBy 7"])
def test_a_title_that_ends_like_a_byline_without_a_name_is_whole(title):
    assert headline._without_byline(title) == title


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
