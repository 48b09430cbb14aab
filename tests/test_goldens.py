"""Every dump in fixtures/ gives the record beside it: its keys but `source` and `confidence`, whose numbers change with each training."""

import json

import pytest

import dumpparse
from conftest import FIXTURES

CASES = sorted(path.relative_to(FIXTURES).with_suffix("").as_posix() for path in FIXTURES.rglob("*.txt"))
# Spelled out, not taken from the program: these are the contract's.
CONFIDENCE = ["headline", "byline", "authors", "dateline", "published", "updated", "body"]


@pytest.mark.parametrize("case", CASES)
def test_record(case, request):
    dump, golden = FIXTURES / f"{case}.txt", FIXTURES / f"{case}.json"
    record = dumpparse.extract(dump.read_bytes().decode()).to_dict()
    del record["source"]
    confidence = record.pop("confidence")
    if request.config.getoption("--update-goldens"):
        golden.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert record == json.loads(golden.read_text(encoding="utf-8"))
    assert list(confidence) == CONFIDENCE
    for key, sure in confidence.items():
        assert (sure is None) == (record[key] in (None, [])), key
        assert sure is None or 0 <= sure <= 1, key


def test_enough_of_them():
    assert len(CASES) >= 25


def test_every_golden_has_its_dump():
    assert {path.relative_to(FIXTURES).with_suffix("").as_posix() for path in FIXTURES.rglob("*.json")} == set(CASES)
