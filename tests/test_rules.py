"""What the program reads is what people edited, and an alternative of a pattern is passed over only where it cannot match."""

import marshal
import re
import sys
import tomllib

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conftest import FIXTURES, ROOT
from dumpparse import rules
from dumpparse.cues import LONG
from dumpparse.profile import Pattern

sys.path.append(str(ROOT / "tools"))
import compile_rules as tool
from prefilter import alternatives, pieces


def edited_patterns(path):
    """The patterns of a file, whole."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [{**pattern, "match": tool.whole(pattern["match"], table.get("parts", {}))} for pattern in table.get("pattern", ())]


EDITED = [
    (edited, read)
    for path in [*sorted(tool.DATA.glob("publishers/*.toml")), tool.DATA / "rules" / "generic.toml"]
    for edited, read in zip(
        edited_patterns(path), (rules.table("generic") if path.stem == "generic" else rules.publisher(path.stem)).get("pattern", ()), strict=True
    )
]
each_pattern = pytest.mark.parametrize(("edited", "read"), EDITED, ids=[f"{edited['cue']} {edited['match'][:40]}" for edited, _ in EDITED])


def test_what_is_read_is_what_was_edited():
    for name, what in tool.compiled().items():
        written = marshal.loads((tool.TARGET / f"{name}.marshal").read_bytes())
        assert written == what, "rules/ or publishers/ have changed: run `python tools/compile_rules.py`"


def test_a_pattern_is_made_of_parts_and_these_of_others():
    assert tool.whole("(?:<<name>>|x)$", {"word": "[A-Z]\\w*", "name": "<<word>> <<word>>"}) == "(?:[A-Z]\\w* [A-Z]\\w*|x)$"
    with pytest.raises(KeyError, match="nobody"):
        tool.whole("<<nobody>>", {})


def test_phrases_in_greek_are_read_without_accents_too():
    assert tool.without_accents(["news", "ειδήσεις", "ελλάδα", "été"]) == ["news", "ειδήσεις", "ελλάδα", "été", "ειδησεις", "ελλαδα"]


def test_most_patterns_have_something_to_look_for():
    assert sum("" not in read["holds"] for _, read in EDITED) * 4 > len(EDITED) * 3


@pytest.fixture(scope="module")
def lines():
    """Every line of the fixtures that a pattern may be shown."""
    read = {line.strip() for path in FIXTURES.glob("*/*.txt") for line in path.read_text(encoding="utf-8", errors="replace").split("\n")}
    return [(line, line.lower()) for line in sorted(read) if line and len(line) <= LONG]


@each_pattern
def test_cut_up_a_pattern_matches_the_same_lines(edited, read, lines):
    whole, cut = re.compile(edited["match"]).match, Pattern(**read)
    assert [line for line, folded in lines if cut.matches(line, folded)] == [line for line, _ in lines if whole(line)]


@each_pattern
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_matches_holds_what_it_needs(edited, read, data):
    text = data.draw(st.from_regex(edited["match"]))
    text = text[re.search(edited["match"], text).start() :]
    assume("\u0130" not in text and re.match(edited["match"], text))
    assert Pattern(**read).matches(text, text.lower())


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?i)read (?:also|more)", ["read "]),
        ("(?i)(?:sign up|log ?in)\\b", ["log", "sign up"]),
        ("[Cc]opyright (?:by )?", ["copyright "]),
        ("(?:the )?(?:author|writer)s? is", ["author", "writer"]),
        ("comm+ent(?:s|ary)", ["comm"]),
        ("(?:ab){2,}cde", ["cde"]),
        ("(?:subscribe|.*) now", [" now"]),
        ("(?:subscribe|.*)", []),
        ("(?:subscribe)?", []),
        ("go", []),
        ("読む", ["読む"]),
        ("(?i)GİRİŞ", []),
    ],
)
def test_pieces(pattern, expected):
    assert pieces(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("one", ["one"]),
        ("one|two", ["one", "two"]),
        ("(?i)(?:one|t(?:w|o)o)$", ["(?i)(?:one)$", "(?i)(?:t(?:w|o)o)$"]),
        ("(?:one|two)+", ["(?:one|two)+"]),
        ("(?:one|two)|three", ["(?:one|two)", "three"]),
        (r"(?:[)|]|\||[\]|]|[]|])x", ["(?:[)|])x", r"(?:\|)x", r"(?:[\]|])x", "(?:[]|])x"]),
        ("(?x) (?:one | two)", ["(?x) (?:one | two)"]),
        ("the (?:one|two)", ["the (?:one|two)"]),
    ],
)
def test_alternatives(pattern, expected):
    assert alternatives(pattern) == expected


def test_an_alternative_is_compiled_for_a_line_that_holds_what_it_needs():
    sources, holds = tool.guarded("(?i)share (?:this|it)|send to|x")
    pattern = Pattern("share", sources, holds, first="share")
    assert not pattern.matches("Shares fell", "shares fell")
    assert set(pattern._compiled) == {0}, "what any line may match"
    assert pattern.matches("Share it", "share it")
    assert not pattern.matches("Share one", "share one")
    assert pattern.matches("x", "x")
    assert set(pattern._compiled) == {0, 1}
