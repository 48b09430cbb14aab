"""Every dump in fixtures/ gives the record beside it."""

import json

import pytest

import dumpparse
from conftest import FIXTURES

CASES = sorted(path.relative_to(FIXTURES).with_suffix("").as_posix() for path in FIXTURES.rglob("*.txt"))


@pytest.mark.parametrize("case", CASES)
def test_record(case, request):
    dump, golden = FIXTURES / f"{case}.txt", FIXTURES / f"{case}.json"
    record = dumpparse.extract(dump.read_bytes().decode()).to_dict()
    del record["source"]
    if request.config.getoption("--update-goldens"):
        golden.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert record == json.loads(golden.read_text(encoding="utf-8"))


def test_enough_of_them():
    assert len(CASES) >= 25


def test_every_golden_has_its_dump():
    assert {path.relative_to(FIXTURES).with_suffix("").as_posix() for path in FIXTURES.rglob("*.json")} == set(CASES)
