"""A page's own title, as its first line has it."""

import pytest

import dumpparse
from dumpparse.profile import profile
from dumpparse.titles import is_of_account, of_page

TEXT = """The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month.

Two of them, who asked not to be named, said that the money had been there all along and that nobody had thought of looking.

A spokesman for the office declined to comment on the figures, which were first published by a local paper in the spring."""


@pytest.mark.parametrize(
    ("line", "title", "site"),
    [
        ("Ferry drifts for hours | The Herald", "Ferry drifts for hours", "The Herald"),
        ("Ferry drifts for hours | Islands | The Herald", "Ferry drifts for hours", "The Herald"),
        ("Ferry drifts for hours - again - The Herald", "Ferry drifts for hours - again", "The Herald"),
        ("渡し船が二時間漂流｜海の新聞", "渡し船が二時間漂流", "海の新聞"),
    ],
)
def test_a_title_stands_before_the_sections_and_the_site(line, title, site):
    titles, name = of_page(line)
    assert title in titles
    assert name == site


@pytest.mark.parametrize("line", ["Ferry drifts for hours", "News | The Herald", "| The Herald", "Ferry drifts for hours |", ""])
def test_a_line_of_one_part_or_with_one_word_before_the_site_is_none(line):
    assert of_page(line) == ((), "")


@pytest.mark.parametrize(
    ("line", "account"),
    [
        ("Logga in | Norrskärs Allehanda", True), ("Skerry Beacon – We value your privacy", True), ("Abonnementen | De Vaart", True),
        ("Sign in | Register", False), ("Subscribe", False), ("News | The Herald", False), ("Ferry drifts for hours | The Herald", False), ("", False),
    ],
)  # fmt: skip
def test_a_page_is_of_an_account_where_its_own_title_says_so_beside_the_sites_name(line, account):
    assert is_of_account(line, profile().phrases) is account


@pytest.mark.parametrize(
    "title",
    [
        "Logga in | Norrskärs Allehanda", "Search results for: harbour", "Suchergebnisse für „Hafen“", "Resultados de búsqueda para: sequía", "検索結果：港",
        "نتائج البحث عن: الميناء",
    ],
)  # fmt: skip
def test_a_page_that_says_what_it_is_has_no_article(title):
    assert dumpparse.extract(f"Harbour News\n\n{TEXT}").body
    page = dumpparse.extract(f"{title}\n\nHome\n\nNews\n\n{TEXT}")
    assert page.body is None
    assert "no-body" in page.warnings


def test_what_a_search_found_below_an_article_takes_nothing_from_it():
    assert dumpparse.extract(f"Ferry drifts for hours\n\n{TEXT}\n\nSearch results for: harbour\n\nSeal found asleep").body.count("\n\n") == 2
