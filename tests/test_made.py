"""Pages that tools/made.py makes to learn from: what is appended is below the first's article, what is a front page has none."""

import importlib

import pytest

from conftest import ROOT
from test_train import Pages

SITES = ("kelmarsh", "kelmarsh", "pellworth", "norrvik", "hartlow", "stanmere")


@pytest.fixture
def tools(monkeypatch):
    """The modules made and gold."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module("made"), importlib.import_module("gold")


@pytest.fixture
def made(tools):
    """What can be made of some sixty pages."""
    made, gold = tools
    pages = Pages(3)
    return made.Made([gold.Sample(pages.record(number, SITES[number % 6]), "body") for number in range(60)], 2)


def test_an_appended_article_stands_below_the_first_and_is_not_its(made):
    pages = list(made.appended())
    assert 15 < len(pages) < 45
    openings = {sample.body.split("\n\n")[0] for sample in made.samples}
    for page in pages:
        own = page.body.split("\n\n")
        last = max(page.texts.index(paragraph) for paragraph in own)
        below = [page.texts.index(opening) for opening in openings - {own[0]} if opening in page.texts]
        assert below
        assert min(below) > last


def test_the_same_pages_are_made_each_time(made):
    assert [page.texts for page in made.appended()] == [page.texts for page in made.appended()]
    assert [page.texts for page in made.fronts()] == [page.texts for page in made.fronts()]


def test_a_front_page_has_headlines_of_others_and_no_article(made):
    pages = list(made.fronts())
    assert pages
    for page in pages:
        assert page.kind == "front"
        assert not any(page.right)
        assert sum(any(text.startswith(sample.headline) for text in page.texts) for sample in made.samples) >= 5


@pytest.mark.parametrize(
    ("way", "number", "blurb"),
    [
        (0, 0, "It rained and it snowed all day. In the evening people in the valley saw nothing but the white of the roofs."),
        (1, 0, "It rained and it snowed all day. In the evening people in the valley saw nothing but the white of the roofs."),
        (1, 1, "It rained and it snowed all day. In the evening people in the valley saw nothing but the white of the ..."),
        (2, 1, ""),
        (2, 3, "It rained and it snowed all day. In the evening people in the valley saw nothing but the white of the roofs."),
        (3, 0, "It rained and it snowed all day"),
        (4, 0, "... By noon the road was closed and the trains stood still, since nobody had thought of the snow before it came down. ..."),
    ],
)
def test_a_list_shortens_what_it_tells(tools, way, number, blurb):
    made, gold = tools
    body = [
        "It rained and it snowed all day. In the evening people in the valley saw nothing but the white of the roofs.",
        "By noon the road was closed and the trains stood still, since nobody had thought of the snow before it came down.",
    ]
    record = {"text": "\n".join(["Snow", *body]), "gold": {"body": "\n\n".join(body), "headline": "Snow"}, "url": "https://a.example/1"}
    sample = gold.Sample(record | {"corpus": "made", "dumper": "bs4", "id": "a"}, "body")
    assert made.shortened(sample, way, number) == blurb


def test_stories_of_others_stand_above_the_headline_and_are_not_the_articles(made):
    pages = list(made.topped())
    assert pages
    for page in pages:
        whole = next(sample for sample in made.samples if sample.body == page.body)
        above = "\n".join(page.texts[: page.texts.index(page.headline)])
        assert any(sample.headline in above for sample in made.samples if sample.site != whole.site)
        below = range(page.texts.index(page.headline), len(page.texts))  # in pages of so few words a story may have a sentence of the article
        assert [page.texts[unit] for unit in below if page.right[unit]] == page.body.split("\n\n")


def test_a_page_that_lost_its_article_has_all_that_stood_around_it(made):
    pages = list(made.emptied(made.samples))
    assert pages
    for page in pages:
        assert not any(page.right)
        assert any(page.texts == [text for text, right in zip(one.texts, one.right, strict=True) if not right] for one in made.samples)


def test_a_short_article_is_the_beginning_of_one_with_all_that_stands_around_it(made):
    pages = list(made.shorts())
    assert pages
    for page in pages:
        own = page.body.split("\n\n")
        whole = next(sample for sample in made.samples if sample.body.startswith(page.body))
        assert 2 <= len(own) <= 4
        assert len(own) < len(whole.body.split("\n\n"))
        assert [text for text, right in zip(page.texts, page.right, strict=True) if right] == own
        assert [text for text, right in zip(page.texts, page.right, strict=True) if not right] == [
            text for text, right in zip(whole.texts, whole.right, strict=True) if not right
        ]


def test_an_interrupted_article_has_lines_of_others_between_its_paragraphs(made):
    pages = list(made.interrupted())
    assert pages
    for page in pages:
        whole = next(sample for sample in made.samples if sample.body.startswith(page.body))
        units = [unit for unit, right in enumerate(page.right) if right]
        assert [page.texts[unit] for unit in units] == page.body.split("\n\n")
        between = {page.texts[unit] for unit in range(units[0], units[-1])} - set(whole.texts)
        assert between
        others = {text for sample in made.samples if sample.site != whole.site for text in (*sample.texts, sample.headline)}
        assert all(line in others or line.partition(": ")[2] in others or line == "Related" for line in between)


def test_what_is_dumped_otherwise_has_the_article_of_its_own(tools):
    made, gold = tools
    pages = Pages(3)
    records = [pages.record(number, f"{SITES[number % 6]}{number}") | {"dumper": "bs4"} for number in range(60)]
    found = list(made.Made([gold.Sample(record, "body") for record in records], 2).redumped())
    assert 20 < len(found) < 60
    for page in found:
        whole = next(record["text"] for record in records if record["gold"]["body"] == page.body)
        assert "".join("".join(page.texts).split()) == "".join(whole.split())
    assert sum(any(page.right) for page in found) > 0.9 * len(found)


def test_a_notice_is_a_sentence_outside_the_article_that_asks_for_something_with_what_stands_beside_it(tools):
    made, gold = tools
    record = Pages(3).record(1, "kelmarsh")
    notice = ["Newsletter", "All that happened in town, every morning at six, in a few short lines for you.", "Sign up for our newsletter"]
    sample = gold.Sample({**record, "text": "\n".join([record["text"], *notice])}, "body")
    assert made.notices(sample) == [notice]


@pytest.mark.parametrize("lot", [0, 1, 2, 3, 500])
def test_what_other_tools_dump_of_a_page_has_all_its_words(tools, lot):
    made, _ = tools
    rows = ["  Home", "", "The harbour master repaired the old bridge before dawn on Monday, and a nurse sold forty boats.  ", "Contact us"]
    for way in made.WAYS:
        assert " ".join(way(rows, lot)).split() == " ".join(rows).split() or (way is made.fused and lot % 2 == 0)
    assert made.stripped(rows) == [row.strip() for row in rows if row.strip()]
    assert len(made.collapsed(rows, lot)) == 1
    assert max(map(len, made.wrapped(rows, lot))) <= 80
    assert made.fused(rows, 0) == ["".join([rows[0], *rows[2:]])]


def test_pages_are_dumped_otherwise_with_their_article(made):
    pages = list(made.redumped())
    assert {page.kind for page in pages} == {"redumped"}
    assert all(page.body for page in pages)
    assert any(any(page.right) for page in pages)
