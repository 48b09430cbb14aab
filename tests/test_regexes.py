"""What is read for a regular expression is what `re` makes of it."""

import re
import subprocess
import sys

import pytest

from conftest import FIXTURES
from dumpparse import regexes, rules


@pytest.fixture
def ready():
    places, made = rules.regexes(regexes.name())
    if not places:
        pytest.skip(f"none were compiled for this Python: `python tools/compile_rules.py` would write {regexes.name()}.bin")
    return {source: made[at:] for source, at in places.items()}


def test_each_is_what_re_makes_of_its_source(ready):
    for source, kept in ready.items():
        read, compiled = regexes._load(source, kept), re.compile(source)
        assert read == compiled  # flags and code, to re
        assert (read.groups, read.groupindex) == (compiled.groups, compiled.groupindex)


def test_groups_have_their_names():
    match = regexes.regex(r"(?P<day>\d+)\.(?P<month>\d+)").match("3.5")
    assert match.groupdict() == {"day": "3", "month": "5"}
    assert match.lastgroup == "month"
    assert match.expand(r"\g<month>/\g<day>") == "5/3"


def test_all_that_the_fixtures_ask_for_are_ready(ready):
    script = (
        "import pathlib, sys\n"
        "from dumpparse import extract, regexes\n"
        "for path in pathlib.Path(sys.argv[1]).glob('*/*.txt'): extract(path.read_text(encoding='utf-8', errors='replace'))\n"
        "for source in regexes.made.keys() - regexes._ready()[0].keys(): print(source)\n"
    )
    asked = subprocess.run([sys.executable, "-c", script, str(FIXTURES)], capture_output=True, text=True, check=True)
    assert asked.stdout == "", "patterns have changed: run `python tools/compile_rules.py`"


def test_another_python_compiles_them(monkeypatch, ready):
    source, kept = next(iter(ready.items()))
    monkeypatch.setattr(regexes, "made", {})
    monkeypatch.setattr(regexes, "name", lambda: "regexes-cpython-399-1-little")
    regexes._ready.cache_clear()
    try:
        assert regexes._ready() == ({}, b"")
        assert regexes.regex(source) == regexes._load(source, kept)
    finally:
        regexes._ready.cache_clear()
