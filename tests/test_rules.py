"""What the program reads is what people edited, and a pattern is passed over only where it cannot match."""

import re
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from dumpparse import rules
from dumpparse.profile import Pattern

sys.path.append(str(ROOT / "tools"))
import compile_rules as tool
from prefilter import pieces

PATTERNS = [
    pattern
    for table in (rules.table("generic"), *(rules.publisher(path.stem) for path in tool.DATA.glob("publishers/*.toml")))
    for pattern in table.get("pattern", ())
]
GUARDED = [pattern for pattern in PATTERNS if "holds" in pattern]


def test_what_is_read_is_what_was_edited():
    for name, text in tool.compiled().items():
        assert (tool.TARGET / f"{name}.json").read_text(encoding="utf-8") == text, (
            "rules/ or publishers/ have changed: run `python tools/compile_rules.py`"
        )


def test_most_patterns_have_something_to_look_for():
    assert len(GUARDED) * 4 > len(PATTERNS) * 3


@pytest.mark.parametrize("pattern", GUARDED, ids=lambda pattern: f"{pattern['cue']} {pattern['match'][:40]}")
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_pattern_matches_holds_one_of_its_pieces(pattern, data):
    text = data.draw(
        st.from_regex(pattern["match"], alphabet=st.characters(codec="cp1252", exclude_categories=["Cc"]))
        if pattern["match"].isascii()
        else st.from_regex(pattern["match"])
    )
    text = text[re.search(pattern["match"], text).start() :]
    if "\u0130" not in text and re.match(pattern["match"], text):
        assert Pattern(**pattern).matches(text, text.lower())


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


def test_a_pattern_is_compiled_for_a_line_that_holds_a_piece():
    pattern = Pattern("share", "(?i)share (?:this|it)", first="share", holds=["share "])
    assert not pattern.matches("Shares fell", "shares fell")
    assert pattern._match is None
    assert pattern.matches("Share it", "share it")
    assert not pattern.matches("Share one", "share one")
