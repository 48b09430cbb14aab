"""tools/written/: what is said of each page stands in it, so that what is learned of them is true."""

import collections
import datetime
import json
import re

import pytest

import dumpparse
from conftest import ROOT

FOLDER = ROOT / "tools" / "written"
PAGES = sorted(FOLDER.glob("*.txt"))


def letters(text):
    """The letters and digits of a text, in lower case, without the numbers that a dumper gives to links."""
    return re.sub(r"[\W_]", "", re.sub(r"\[\d+\]", "", text)).casefold()


def test_each_page_has_its_record_and_each_record_its_page():
    assert len(PAGES) > 500
    assert {page.stem for page in PAGES} == {record.stem for record in FOLDER.glob("*.json")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_said_of_a_page_stands_in_it_in_this_order(page):
    record = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert set(record) == {"headline", "authors", "published", "body"}
    assert (record["body"] is None) == page.stem.startswith("none-")
    text, at = letters(page.read_text(encoding="utf-8")), 0
    for paragraph in record["body"] or ():
        at = text.find(letters(paragraph), at)
        assert at >= 0, paragraph
    for value in (record["headline"] or "", *record["authors"]):
        assert letters(value) in text
    if record["published"]:
        datetime.date.fromisoformat(record["published"])


def test_the_fields_of_written_articles_are_read():
    """Headlines and authors are learned from these pages, days are not; a reader that fails in one of fifty-seven languages shows here."""
    right, articles = collections.Counter(), 0
    for page in PAGES:
        record = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        if record["body"]:
            article = dumpparse.extract(page.read_text(encoding="utf-8"))
            articles += 1
            right["headline"] += letters(article.headline or "") == letters(record["headline"] or "")
            right["authors"] += {*map(letters, article.authors)} == {*map(letters, record["authors"])}
            right["published"] += (article.published or "")[:10] == (record["published"] or "")
    assert articles == 575
    assert right["headline"] > 270, right
    assert right["authors"] > 260, right
    assert right["published"] > 296, right
