"""What a page's first line says: the article's title and the site's name, or that it has no article."""

import pytest

import dumpparse
from dumpparse.titles import of_page

TEXT = """The committee met on Friday to discuss the matter at length, and its members agreed that a decision would be taken within the month.

Two of them, who asked not to be named, said that the money had been there all along and that nobody had thought of looking.

A spokesman for the office declined to comment on the figures, which were first published by a local paper in the spring."""


@pytest.mark.parametrize(
    ("line", "title", "site"),
    [
        ("Ferry drifts for hours | The Herald", "Ferry drifts for hours", "The Herald"),
        ("Ferry drifts for hours | Islands | The Herald", "Ferry drifts for hours", "The Herald"),
        ("Ferry drifts for hours - Islands | The Herald", "Ferry drifts for hours", "The Herald"),
        ("Islands | Ferry drifts for hours | The Herald", "Ferry drifts for hours", "The Herald"),
        ("Ferry drifts for hours - again - The Herald", "Ferry drifts for hours - again", "The Herald"),
        ("渡し船が二時間漂流｜海の新聞", "渡し船が二時間漂流", "海の新聞"),
    ],
)
def test_a_title_stands_before_the_site(line, title, site):
    titles, name = of_page(line)
    assert title in titles
    assert len(set(titles)) == len(titles)
    assert name == site


@pytest.mark.parametrize("line", ["Ferry drifts for hours", "News | The Herald", "| The Herald", "Ferry drifts for hours |", "", "|"])
def test_a_line_of_one_part_or_with_one_word_before_the_site_is_none(line):
    assert of_page(line) == ((), "")


def page(first, *above):
    return dumpparse.extract("\n\n".join([first, "Home", "News", "Skerry Beacon", *above, TEXT]))


@pytest.mark.parametrize(
    "title",
    [
        "Logga in | Skerry Beacon", "Sign in - Skerry Beacon", "Abonnementen | Skerry Beacon",
        "Search results for: harbour", "Search results for “the harbour wall”", "Suchergebnisse für „Hafen“", "Resultados de búsqueda para: sequía",
        "検索結果：港", "نتائج البحث عن: الميناء", "Результаты поиска: «ферма»", "Tag archives: harbour",
    ],
)  # fmt: skip
def test_a_page_that_says_what_it_is_has_no_article(title):
    assert page("Harbour News").body
    found = page(title)
    assert found.body is None
    assert "no-body" in found.warnings


@pytest.mark.parametrize(
    "line",
    [
        "Log in | Subscribe | Donate", "Home | News | Sport | Subscribe", "Skerry Beacon | Log in", "3 May 2021 | Log in", "Welcome, guest | Log in",
        "À la une | Politique | Culture | Se connecter", "Sign in | Register", "Heise-Foren: Einloggen | Registrieren", "Sign in | Another paper",
        "Island loses its piano | Premium", "島のピアノが最後の船で去る | 会員限定",
        "Search results for abortion clinics mislead women, study finds", "Your search for the perfect flat starts here",
        "You searched for love. You found a podcast.", "Resultado da pesquisa de opinião mostra empate técnico",
        "Risultati della ricerca: i giovani leggono meno dei nonni", "Результаты поиска: найдены тела двух альпинистов",
        "Arama sonuçları: kayıp dağcı kampa döndü", "Search results for: {{ query }}", "Suchergebnisse zukünftig mit KI im Netz",
        "نتائج البحث عن المفقودين في البحر",
    ],
)  # fmt: skip
def test_a_line_above_an_article_takes_nothing_from_it(line):
    assert page(line).body.endswith(TEXT)
    assert page("Harbour News", line).body.endswith(TEXT)


def test_a_long_text_stands_whatever_its_title_says():
    long = "\n\n".join(f"On the {day}th {paragraph[0].lower()}{paragraph[1:]}" for day in range(4, 14) for paragraph in TEXT.split("\n\n"))
    assert dumpparse.extract(f"Newsletter | Skerry Beacon\n\nSkerry Beacon\n\n{long}").body


def test_what_a_search_found_below_an_article_takes_nothing_from_it():
    assert dumpparse.extract(f"Ferry drifts for hours\n\n{TEXT}\n\nSearch results for: harbour\n\nSeal found asleep").body.startswith(TEXT)
