"""Lists of stories: what their lines are, one letter a line, and where they end."""

import pytest

import dumpparse
from dumpparse import list_lines
from dumpparse.cues import look
from dumpparse.profile import profile

PROSE = [
    "The council has backed a plan to run the harbour ferries all night from the first of June, its leader said after the vote on Monday.",
    "Ferries will leave the harbour every half hour, and the council will pay for the crews until the end of the year, a spokesman added.",
    "The plan was put forward by the harbour master, who told the committee that the last ferry of the day had been full for several months.",
    "Residents of the old quay had asked for quiet after midnight, and three of them spoke against the plan before the members voted on it.",
]
ONE, TWO, THREE = "Bridge to close for a week in May", "Baker wins a prize for her oldest loaf", "School roof mended by the pupils' fathers"
BLURB = "The works were put off twice since the bolts had been lost."


def page(*below, above=()):
    return dumpparse.extract(
        "\n".join(["Home", "News", *above, "Council backs plan for night ferries", "By Zofeen Almeida", "3 May 2021", *PROSE, *below])
    )


def sections(*below, above=()):
    return {section.heading: [item.title for item in section.items] for section in page(*below, above=above).boilerplate}


def kinds(*lines):
    return "".join(list_lines.kind_of(list_lines.bare(line), look(line, profile()).cues) for line in lines)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([ONE, "¿Quién paga el nuevo puente?", "港の古い倉庫で見つかった漁網、博物館へ", "Tips on how to mend a roof..."], "tttt"),
        ([BLURB, f"{ONE} since the bolts that were ordered in March have not come…"], "pp"),
        (["3 May 2021", "8 hours ago", "12", "Vor 2 Tagen 14:05 Uhr"], "d###"),
        (["Harbour", "by Lewis Penhale", "Mary Ann Azevedo", "Im Straßenverkehr", "Harbour / 7 h ago"], "sssss"),
        (["Share", "Subscribe", "Advertisement", "HomeNewsSportCulture and WeatherTravel and Books"], "mmmm"),
        (["Privacy policy", "© 2021 Harbour Post"], "xx"),
    ],
)
def test_kinds(lines, expected):
    assert kinds(*lines) == expected


@pytest.mark.parametrize(
    "between",
    [["Politics"], ["by Lewis Penhale", "8 hours ago"], ["12 comments"], ["Share"], ["Read more"], ["3 min read", "Politics"]],
)
def test_what_stands_in_every_record_is_no_item(between):
    assert sections("Related", ONE, *between, TWO, *between, THREE, *between, "Contact us") == {"Related": [ONE, TWO, THREE]}
    assert sections("Related", *between, ONE, *between, TWO, *between, THREE, "Contact us") == {"Related": [ONE, TWO, THREE]}


def test_dates_belong_to_the_title_they_stand_by():
    below = page("Related", ONE, "1 May 2021", TWO, "2 May 2021", "Contact us").boilerplate
    above = page("Related", "1 May 2021", ONE, "2 May 2021", TWO, "Contact us").boilerplate
    assert below == above
    assert [item.date for item in below[0].items] == ["2021-05-01", "2021-05-02"]


def test_a_title_printed_twice_is_one_with_what_stands_between():
    assert sections("Related", ONE, "A bridge in the fog", ONE, TWO, "A loaf on a table", TWO, "Contact us") == {"Related": [ONE, TWO]}
    assert sections("Related", ONE, f"Harbour {ONE}", TWO, f"Food {TWO}", "Contact us") == {"Related": [ONE, TWO]}


def test_a_short_title_is_one_where_titles_stand():
    assert sections("Most read", "1", ONE, "2", TWO, "3", "Who rang?", "4", THREE, "Contact us") == {"Most read": [ONE, TWO, "Who rang?", THREE]}


def test_ranks_are_no_part_of_titles():
    assert sections("Most read", f"1. {ONE}", f"2. {TWO}", f"3. {THREE}", "All prices without any warranty") == {"Most read": [ONE, TWO, THREE]}
    assert sections("Related", "5 ways to mend a roof", TWO, "Contact us") == {"Related": ["5 ways to mend a roof", TWO]}


@pytest.mark.parametrize(
    "after",
    [
        ["Sign up to our newsletter", "Your address is never given away to anyone"],
        ["Leave a comment", ONE],
        ["Privacy policy", ONE],
        ["Tags", "Bridges of the old harbour"],
    ],
)
def test_a_list_ends(after):
    assert sections("Related", TWO, THREE, *after) == {"Related": [TWO, THREE]}


def test_a_list_ends_where_its_bullets_do():
    assert sections("Related", f"* {ONE}", f"* {TWO}", f"* {THREE}", "All content is licensed by the harbour post") == {"Related": [ONE, TWO, THREE]}


@pytest.mark.parametrize(
    "below",
    [
        ["Related", "Crosswords", "Tide tables", "Recipes", "Letters", "Weather", "Walks", "Book a notice", ONE, TWO],
        ["Related", "Place an ad here", "Find a job near", "Buy a photo print"],
        ["* Tags", "* Bridges of the old harbour", "* Ferries and their captains"],
        ["About the author", ONE, TWO],
        ["Related", ONE[:17]],
    ],
)
def test_no_list(below):
    article = page(*below, "Contact us")
    assert article.boilerplate == []
    assert not {"section_heading", "teaser"}.intersection(line.label for line in article.lines)


def test_headings_and_titles_without_marks():
    assert sections("• Related:", f"• {ONE}", f"• {TWO}", "Contact us") == {"Related": [ONE, TWO]}
    assert list_lines.bare("Il a dit « non »") == "Il a dit « non »"


def test_a_list_before_the_article_ends_at_its_headline():
    assert sections("Contact us", above=["Top stories", ONE, TWO, THREE]) == {"Top stories": [ONE, TWO, THREE]}


def test_a_list_before_the_article_leaves_its_byline_and_date():
    article = dumpparse.extract("\n".join(["Home", "Top stories", ONE, TWO, "By Zofeen Almeida", "3 May 2021", *PROSE, "Contact us"]))
    assert (article.authors, article.published) == (["Zofeen Almeida"], "2021-05-03")
    assert not any(item.date for section in article.boilerplate for item in section.items)
    assert {"byline", "timestamp"} <= {line.label for line in article.lines}


def test_the_same_list_twice_is_one():
    assert page("Related", ONE, TWO, "Related", ONE, TWO, "Contact us").boilerplate == page("Related", ONE, TWO, "Contact us").boilerplate


def test_labels_are_those_of_the_blocks():
    article = page("Related", "Politics", ONE, "by Lewis Penhale", BLURB, "Food", TWO, "by Ines Okafor", BLURB, "Contact us")
    teasers = [block for block in article.blocks if block.label == "teaser"]
    assert [block.last - block.first for block in teasers] == [2, 2]
    labels = [line.label for line in article.lines]
    assert all(labels[row - 1] == block.label for block in article.blocks for row in range(block.first, block.last + 1))
    assert labels[labels.index("section_heading") : -1] == ["section_heading", "chrome", *["teaser"] * 3, "chrome", *["teaser"] * 3]


def test_no_white_space_of_any_kind_is_left_of_a_bullet():
    assert list_lines.bare("▶\u3000市議会が計画を可決\u2028") == "市議会が計画を可決"
    assert list_lines.bare("▶ ") == "▶ "  # nothing but signs
