"""Every dump in fixtures/ gives the record beside it: its keys but `source` and `confidence`, whose numbers change with each training.

The records say what the contract does, not what the program gives: the few fields that it cannot read yet are listed in WAITING.
"""

import json

import pytest

import dumpparse
from conftest import FIXTURES

CASES = sorted(path.relative_to(FIXTURES).with_suffix("").as_posix() for path in FIXTURES.rglob("*.txt"))
# Spelled out, not taken from the program: these are the contract's.
CONFIDENCE = ["headline", "byline", "authors", "dateline", "published", "updated", "body"]

# Why the program does not give what the record says, and the fields of which cases wait for that.
WAITING = {
    "a name, a kicker or a deck above, below or around furniture: headline and byline are not told by where they stand": {
        "arab-news/next-article": "byline",
        "express-tribune/letter": "headline",
        "the-national/editorial": "byline",
    },
    "candidates about as likely, a kicker, a deck or a teaser's title: the wrong one was taken": {
        "generic/essay-in-short-lines": "headline body boilerplate",
        "taz/dachzeile": "headline",
        "taz/kommentar": "headline warnings",
        "teasers/list-before": "warnings",
        "generic/teasers-above": "body boilerplate warnings",
    },
    "a page on one line: a line is taken to begin within a name": {
        "generic/on-one-line": "byline authors boilerplate",
    },
    "who answers an interview is told from a box of facts, which is the article's, by little": {
        "generic/interview": "body",
    },
    "below a table of many rows, or as the last of few paragraphs, a line is told from what is around by little": {
        "generic/standings-in-a-table": "body",
    },
    "a front page: its sections are read as one list, and one of its titles as a headline": {
        "generic/front-page": "boilerplate",
    },
    "a page without an article: who wrote one of its stories, and what a picture of one shows": {
        "generic/search-results": "captions",
    },
    "where the name ends in a copyright line is not known in every language": {
        "generic/search-results": "publication",
        "generic/list-of-videos": "publication",
    },
    "a teaser's title below another's is taken for its blurb": {
        "generic/ukrainian": "boilerplate",
    },
    "which headings head a list of stories is not known in every language": {
        "generic/thai": "boilerplate",
    },
    "a heading of teasers amid the article ends it; a letter's signature without a city": {
        "express-tribune/letter": "body",
    },
}
WAIT = [(case, field, why) for why, cases in WAITING.items() for case, fields in cases.items() for field in fields.split()]


@pytest.mark.parametrize("case", CASES)
def test_record(case, request):
    dump, golden = FIXTURES / f"{case}.txt", FIXTURES / f"{case}.json"
    record = dumpparse.extract(dump.read_bytes().decode()).to_dict()
    del record["source"]
    confidence = record.pop("confidence")
    assert list(confidence) == CONFIDENCE
    for key, sure in confidence.items():
        assert (sure is None) == (record[key] in (None, [])), key
        assert sure is None or 0 <= sure <= 1, key
    expected = json.loads(golden.read_text(encoding="utf-8")) if golden.exists() else {}
    record |= {field: expected[field] for waiting, field, _ in WAIT if waiting == case}
    if request.config.getoption("--update-goldens"):
        golden.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        expected = record
    assert record == expected


@pytest.mark.parametrize(
    ("case", "field"), [pytest.param(case, field, marks=pytest.mark.xfail(reason=why, strict=True)) for case, field, why in WAIT]
)
def test_field_that_waits(case, field):
    record = dumpparse.extract((FIXTURES / f"{case}.txt").read_bytes().decode()).to_dict()
    assert record[field] == json.loads((FIXTURES / f"{case}.json").read_text(encoding="utf-8"))[field]


def test_what_waits_is_there():
    assert {case for case, _, _ in WAIT} <= set(CASES)
    assert len(WAIT) == len({(case, field) for case, field, _ in WAIT})


def test_enough_of_them():
    assert len(CASES) >= 25


def test_every_golden_has_its_dump():
    assert {path.relative_to(FIXTURES).with_suffix("").as_posix() for path in FIXTURES.rglob("*.json")} == set(CASES)
