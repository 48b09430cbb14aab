"""Markdown's marks are no text: what is read from a dump in Markdown is what is read from the same one without."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dumpparse
from conftest import FIXTURES
from dumpparse.extraction import read_lines
from dumpparse.lines import Dump, split
from dumpparse.markdown import marks, may_go_on, without

SIGNS = st.text(st.sampled_from("[]()!#*_\\>-=:/. \n\rab1é中\u200b\xa0"), max_size=60)
LINK = "[x](/y)\n"  # so that a dump is in Markdown
ENGLISH = [
    f"generic/{name}"
    for name in (
        "by-line-and-date",
        "comments-after",
        "iso-date-updated",
        "newsletter-box",
        "us-region-dateline",
        "wire-agency",
        "writer-and-photographer",
    )
]


@pytest.mark.parametrize("fence", ["```", "````", "~~~"])
def test_what_stands_between_fences_has_no_marks(fence):
    code = "# no heading\n[no](link) **nor** `ticks`\n"
    source = f"{LINK}\n{fence}python\n{code}{fence}\n\n**bold**\n"
    assert without(source, marks(source)) == f"x\n\n\n{code}\n\nbold\n"


def test_a_fence_that_nothing_closes_opens_no_code():
    source = f"{LINK}\n```\nIt was **cold**\n"
    assert without(source, marks(source)).endswith("It was cold\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The [bridge](https://a.example/b) is closed", "The bridge is closed"),
        ('The [bridge](</a b> "its title") is closed', "The bridge is closed"),
        ('The [bridge](/a "The "old" bridge") is closed', "The bridge is closed"),
        ("The [bridge](/a_(b)_c) is closed", "The bridge is closed"),
        ("The [bridge](/the old bridge.html) is closed", "The bridge is closed"),
        ('The [bridge]( "Its title") is closed', "The bridge is closed"),
        ("The [bridge](mailto:?subject=The bridge (2)&body=It is closed: 'see' it) is closed", "The bridge is closed"),
        ("The [bridge](javascript:open('/b', (1))) is closed", "The bridge is closed"),
        ("[![a photo](/p.jpg) Bridge](/b)", "Bridge"),
        ("[The bridge](/a)[The ferry](/b)", "The bridge The ferry"),
        ("### Why it is closed ###", "Why it is closed"),
        ("[### Why it is closed](/a)", "Why it is closed"),
        ("* ### [Why it is closed](/a)", "* Why it is closed"),
        ("Why it is closed {#why .headline}", "Why it is closed"),
        ("It was cold[^1] and windy[^note]⟨12⟩.", "It was cold and windy."),
        ("It was **never** _so_ *cold*", "It was never so cold"),
        ("Call `open(*args)[0](x)` or **not**", "Call open(*args)[0](x) or not"),
        ("![A shot of `ls -l`](/p.jpg)It was cold", "It was cold"),
        ("O`Brien met **D`Souza**", "O`Brien met D`Souza"),
        ("**Note:**it was **ne**ver 据**新华社**报道", "Note:it was never 据新华社报道"),
        ("> > It was cold", "It was cold"),
        ("It was\\\\cold, it was\\", "It was\\cold, it was"),
        (r"2024\. It costs 5 \* 3 \[sic\]", "2024. It costs 5 * 3 [sic]"),
        ("snake_case, 2*3*4 and 2 * 3 * 4", "snake_case, 2*3*4 and 2 * 3 * 4"),
        ("It costs $2.50* in 4* or 5* hotels, *taxes not included", "It costs $2.50* in 4* or 5* hotels, *taxes not included"),
        ("F***ing cold, said @_wren_ and s***", "F***ing cold, said @_wren_ and s***"),
        ("A [note](see below) of 34 [cars per bus](34.4)[1][2]", "A [note](see below) of 34 [cars per bus](34.4)[1][2]"),
        ("* an entry of a list", "* an entry of a list"),
        ("1. an entry of a list", "1. an entry of a list"),
        ("[1]: Smith, J. (2020). A book.", "[1]: Smith, J. (2020). A book."),
    ],
)
def test_marks(written, shown, end):
    assert Dump(f"[x](/y){end}{written}{end}z").texts == ["x", shown, "z"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('[The bridge](/b "What is\nclosed now") is closed', ["The bridge", "is closed"]),
        ("[The bridge](whatsapp://send/?text=The bridge,\nwhich is closed https://a.example/) is closed", ["The bridge", "is closed"]),
        ("[\n\n### The bridge\n\nIt is closed.\n\n](/b)", ["The bridge", "It is closed."]),
        ("![A bridge\n\nby the sea](/b.jpg)", []),
        ("* [Sport\n\n  The bridge](/b)", ["* Sport", "The bridge"]),
        ("The bridge](/b) is closed", ["The bridge is closed"]),
        ("It [is\n\nclosed] (for now)", ["It [is", "closed] (for now)"]),
        ("What a day![note\n\nThe crews\n\nThe ruling](/b) stands", ["What a day![note", "The crews", "The ruling stands"]),
        ("![A text\n\nand more] The storm\n\nThe ruling](/b) stands", ["![A text", "and more] The storm", "The ruling stands"]),
    ],
)
def test_a_link_may_go_over_rows_and_around_paragraphs(written, shown, end):
    assert Dump(LINK.replace("\n", end) + written.replace("\n", end)).texts == ["x", *shown]


def test_a_link_by_number_is_one_where_the_number_is_defined():
    assert Dump("The [bridge][3] is closed\n\n   [3]: https://a.example/b\n").texts == ["The bridge is closed"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("written", ["![a photo](/p.jpg)", "* * *", "---", "=====", "| --- | --- |", "   [3]: https://a.example/b"])
def test_a_row_of_nothing_but_marks_is_blank(written, end):
    assert Dump(f"[x](/y){end}{written}{end}").texts == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        "Press * to go on",
        "a_b_",
        "See [1] and (2)",
        "#hashtag",
        "> quoted by a mail",
        "[sic](note)",
        "-----\nTitle\n=====",
        "[1]: Smith, J.",
        "It froze.[1][2]",
    ],
)
def test_what_has_neither_link_nor_heading_is_no_markdown(text):
    assert marks(text) == []
    assert Dump(text).texts == [line.strip() for line in text.split("\n")]


FROST = "Three nights of frost have destroyed about half of the valley's apricots, the growers said on Tuesday, and in the orchards below the ridge"
AUTUMN = "nothing is left at all. It was as cold as that in the spring of 2017, when the ministry helped the growers with eleven million in all."


def wrapped(text, width, before=""):
    """A paragraph as a dumper wraps it, a link's address no matter how long it is."""
    return "\n".join(before + row for row in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


@pytest.mark.parametrize("before", ["", "> "])
@pytest.mark.parametrize("width", [55, 78, 100])
def test_wrapped_paragraphs_are_whole_with_links_and_in_quotations(width, before):
    link = "[Kestrel Ridge](https://valley.example/places/kestrel-ridge?of=" + "x" * 60 + ")"
    written = "\n\n".join([wrapped(f"{FROST} of {link}, {AUTUMN}", width, before)] * 4)
    dump, _, _, _ = read_lines(f"# Frost\n\n{written}")
    assert dump.texts == ["Frost", *[f"{FROST} of Kestrel Ridge, {AUTUMN}"] * 4]


def test_links_and_paragraphs_a_row_each_are_not_joined():
    rows = [f"[Title number {number} of a teaser that is long](https://a.example/story/{number})" for number in range(6)]
    rows += [f"{AUTUMN} ({number})" for number in range(6)]
    dump, _, _, _ = read_lines("\n".join(rows))
    assert len(dump.texts) == 12


def test_one_heading_does_not_keep_a_wrapped_dump_from_being_joined():
    dump, _, _, _ = read_lines("\n\n".join([*[wrapped(f"{FROST} {AUTUMN}", 55)] * 4, "# Trending"]))
    assert dump.texts == [*[f"{FROST} {AUTUMN}"] * 4, "Trending"]


@pytest.mark.parametrize(
    ("above", "row", "same"),
    [
        ("apricots, the", "growers said", True),
        ("apricots, the  ", "growers said", False),
        ("apricots, the\\", "growers said", False),
        ("apricots, the", "* growers", False),
        ("apricots, the", "12. growers", False),
        ("### apricots, the", "growers said", True),  # html2text wraps headings too
        ("### 河口の防潮堤", "山田花子", False),
        ("| apricots | the |", "growers said", False),
        ("> apricots, the", "> growers said", True),
        ("> apricots, the", "growers said", False),
        ("> apricots, the", "> > growers said", False),
    ],
)
def test_a_paragraph_ends_at_items_headings_and_forced_line_ends(above, row, same):
    assert may_go_on(above, row) is same


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Late frost in the valley"\nauthor: Jana Smith\nurl: https://a.example/x\ntags:\n  - frost\ndate: 2024-03-05\n---\n',
        "Title: Late frost in the valley\n\nURL Source: https://a.example/x\n\nPublished Time: 2024-03-05\n\nAuthor: Jana Smith\n\nMarkdown Content:\n",
    ],
)
def test_what_is_told_of_the_page_before_its_text_is_read_and_none_of_it(front):
    article = dumpparse.extract(front + "\n\n".join([FROST + ".", AUTUMN] * 3))
    assert (article.headline, article.authors, article.published) == ("Late frost in the valley", ["Jana Smith"], "2024-03-05")
    assert article.body.startswith(FROST)


@pytest.mark.parametrize("text", ["---\nIt was cold\n---\n", "Title: It was cold\nThe wind blew\n", "---\n---\n"])
def test_a_line_or_a_word_is_no_data_of_the_page(text):
    assert "cold" not in text or "It was cold" in " ".join(Dump(text).texts)


def test_an_article_in_a_cell_of_a_table_is_read_as_any_other():
    page = "\n".join(["[News](/n) [Sport](/s) [Arts](/a)", "| # Late frost in the valley |", "| --- |", f"| {FROST}. |", f"| {AUTUMN} |"])
    assert Dump(page).texts[1:] == ["Late frost in the valley", f"{FROST}.", AUTUMN]


def test_an_article_in_one_row_of_a_table_is_cut_and_stands_where_its_spans_say():
    paragraphs = [f"{FROST}, said the grower {name}." for name in ("Kay", "Lena", "Ole")]
    cell = "   ".join(
        ["Mar 5, 4:03 PM EST", "Late frost in the valley", "By JANA SMITH  Valley Press", "![](/frost.jpg)", *paragraphs, f"**{AUTUMN}**"]
    )
    article = dumpparse.extract(f"[News](/n)\n[Sport](/s)\n[Arts](/a)\n\n|  | | --- | | {cell} |\n")
    assert (article.headline, article.authors) == ("Late frost in the valley", ["JANA SMITH"])
    assert article.body == "\n\n".join([*paragraphs, AUTUMN])
    source = article.page.dump.source
    assert [source[start:end] for start, end in (article.fields["headline"].span, article.fields["authors"][0].span)] == [
        article.headline,
        "JANA SMITH",
    ]
    assert {line.line.number for line in article.lines if line.label == "body"} == {5}


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "[](",
        "[](\n ",
        "[]( \n",
        "**",
        "_a",
        "(((",
        '[x](/y "',
        "![",
        "> ",
        "\\",
        "# ",
        "[x](/y z ",
        "](/y",
        "](h:(",
        "](/y (a)",
        "[\n\n",
        ']( "',
        "`",
        "`a ",
        "```\n",
        "~",
        "~~~ `\n",
    ],
)
def test_marks_of_hostile_text_take_time_as_it_is_long(piece):
    # What is quadratic takes minutes here.
    assert marks("[x](/y)\n" + piece * 20_000)[0] == (0, 1)


TEASERS = [
    "Ferry drifts for hours off the northern coast",
    "Council votes on the price of water on Monday",
    "Why the swifts have come back to the old mill",
]


@pytest.mark.parametrize("link", ["[{}](https://valley.example/s/1)", "* [{}](https://valley.example/s/1)", "### [{}](/s/1 'A story')"])
def test_a_line_that_is_nothing_but_a_link_is_less_likely_the_articles(link):
    # Above a last paragraph, where teasers without a link might be of the article.
    paragraphs = [f"{FROST}, said the grower {name}." for name in ("Kay", "Lena", "Ole")]
    page = "\n\n".join(["# Late frost in the valley", *paragraphs, *map(link.format, TEASERS), AUTUMN])
    article = dumpparse.extract(page)
    assert not any(teaser in article.body for teaser in TEASERS)
    assert all(paragraph in article.body for paragraph in paragraphs)
    hits = [hit for line in article.lines if TEASERS[0] in line.line.text for hit in line.hits]
    assert [hit.weight for hit in hits if hit.cue == "nothing but a link"] == [3.0]


@pytest.mark.parametrize("heading", ["# {}", "{}\n=========="])
def test_a_heading_beside_a_row_that_is_cut_is_one(heading):
    title = "The river is as low as never before"
    run_together = "".join(["News", "Sport", "Arts", *[f"{FROST}.{AUTUMN}"] * 3])
    page = "\n".join(["[News](/n) [Sport](/s) [Arts](/a)", heading.format(title), f"{FROST}.", AUTUMN, run_together, "## More"])
    article = dumpparse.extract(page)
    assert article.headline == title
    assert [row for row in article.page.dump.rows if row.startswith("## ")] == ["## More"]


@pytest.mark.parametrize("heading", ["# {}", "{}\n==========", "# [{}](/b)"])
def test_the_pages_heading_is_its_headline(heading):
    title = "The river is as low as never before"
    page = "\n\n".join(
        ["[News](/n) [Sport](/s) [Arts](/a)", "Council votes on the price of water", heading.format(title), "Frost and apricots", f"{FROST}.", AUTUMN]
    )
    assert dumpparse.extract(page).headline == title
    assert dumpparse.extract(page.replace(heading.format(title), title)).confidence["headline"] < dumpparse.extract(page).confidence["headline"]


@pytest.mark.parametrize("logo", ["# The Valley Courier", "# [The Valley Courier](/)"])
def test_the_sites_name_as_a_heading_is_no_headline(logo):
    page = "\n\n".join(
        [logo, "## Late frost destroys the apricots", "By [Jana Smith](/j)", f"{FROST}.", AUTUMN, f"{FROST}, again.", "© 2024 The Valley Courier"]
    )
    assert dumpparse.extract(page).headline == "Late frost destroys the apricots"


def test_an_article_whose_paragraphs_are_links_is_one():
    paragraphs = [f"{FROST}, said the grower {name}." for name in ("Kay", "Lena", "Ole")]
    page = "\n\n".join(["# Late frost in the valley", *[f"[{paragraph}](/rest)" for paragraph in paragraphs], "[About](/about) [Privacy](/privacy)"])
    assert dumpparse.extract(page).body == "\n\n".join(paragraphs)


def test_what_addresses_have_says_nothing_of_the_pages_dates():
    page = "\n\n".join(
        ["[News](/n/25/12/2019)", "# Frost in the valley", "By Jana Smith | 10/9/10 7:15 AM EDT", f"{FROST}.", AUTUMN, f"{FROST}, again."]
    )
    assert dumpparse.extract(page).published == "2010-10-09T07:15-04:00"


@given(SIGNS)
@settings(deadline=None)
def test_marks_leave_the_lines_and_are_in_order(text):
    found = marks(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in zip(found, found[1:], strict=False))
    assert len(split(without(text, found) + "x")) == len(split(text + "x"))


@given(SIGNS)
@settings(deadline=None)
def test_a_unit_stands_where_its_span_says_but_for_marks_and_white_space(text):
    dump = Dump(LINK + text)
    for unit, shown in enumerate(dump.texts):
        start, end = dump.span(unit)
        rest = iter(dump.source[start:end])
        assert all(sign in rest for sign in shown if not sign.isspace() and sign not in "\u200b\ufeff")


@pytest.mark.parametrize("case", ENGLISH)
def test_the_same_page_in_markdown_gives_the_same_record(case):
    plain = (FIXTURES / f"{case}.txt").read_text("utf-8")
    record = dumpparse.extract(plain).to_dict()
    rows = []
    for number, row in enumerate(plain.split("\n")):
        if row == record["headline"]:
            rows.append(f"# {row}")
        elif row.isascii() and row.strip() and row.count(" ") < 3 and "[" not in row and ":" not in row and not any(sign.isdigit() for sign in row):
            rows.append(f"[{row}](https://paper.example/{number})")
        else:
            rows.append(row)
    written = dumpparse.extract("\n".join(rows)).to_dict()
    for key in ("headline", "byline", "authors", "published", "body"):
        assert written[key] == record[key], key
