"""What a web archive prints above a page that it kept is none of the page."""

import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from dumpparse import archive_bar

FIXTURES = pathlib.Path(__file__).parent.parent / "fixtures" / "generic"
BARS = {
    "kept-by-wayback": "TIMESTAMPS",
    "kept-by-archive-today": "{{cite web | title = gazette.example | url = https://www.gazette.example/business/brewery | date = 2023-10-09 }}",
}


def lines(name):
    return (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("name", "last"), BARS.items())
def test_a_bar_ends_with_its_last_line_and_is_chrome(name, last):
    rows = lines(name)
    assert archive_bar.length(rows) == rows.index(last) + 1
    found = dumpparse.extract("\n".join(rows)).lines
    assert {line.label for line in found[: rows.index(last) + 1]} == {"chrome"}


@pytest.mark.parametrize("name", BARS)
def test_a_page_reads_the_same_with_the_bar_and_without(name):
    rows = lines(name)
    with_bar, without = (dumpparse.extract("\n".join(some)) for some in (rows, rows[archive_bar.length(rows) :]))
    for field in ("headline", "byline", "authors", "published", "updated", "body", "captions", "boilerplate"):
        assert getattr(with_bar, field) == getattr(without, field), field


@given(st.integers(1, 24))
def test_half_a_bar_is_none(cut):
    """Without its last line nothing says how far it reaches; so a page that only speaks of an archive keeps all its lines."""
    rows = lines("kept-by-wayback")
    end = rows.index("TIMESTAMPS")
    assert archive_bar.length(rows[: min(cut, end)] + rows[end + 1 :]) == 0


def test_what_looks_like_a_bar_far_down_the_page_is_none():
    rows = lines("kept-by-wayback")
    assert archive_bar.length(["A line of the page."] * 100 + rows) == 0


def test_the_address_that_the_wayback_machine_prints_alone_is_no_headline():
    rows = lines("kept-by-wayback")
    page = "\n".join(rows[archive_bar.length(rows) :])
    address = "The Wayback Machine - https://web.archive.org/web/20170419042210/http://www.marlowgazette.example:80/news/weir-path"
    found = dumpparse.extract(f"{address}\n{page}")
    assert found.headline == "Council agrees to reopen the weir path after nine years"
    assert found.lines[0].label == "chrome"
