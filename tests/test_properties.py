"""What holds for any string at all."""

import json
import re

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import dumpparse
from conftest import FIXTURES
from dumpparse.article import KEYS, SPAN_KEYS
from dumpparse.rules import record_schema

VALIDATOR = jsonschema.Draft202012Validator(json.loads(record_schema()))

# Pieces that the rules react to, between arbitrary characters (lone surrogates among them) and line ends of every kind.
PIECES = [
    "Opinion", "Editorial", "By Zofeen Almeida", "Published April 2, 2021 09:46pm", "Updated 23 May, 2024", "Published in Dawn, March 3rd, 2018", "LAHORE: ",
    "KARACHI, Nov 23: ", "PARIS (AFP) — ", "Energy inflation", "WHILE political differences are part of it...", "The writer is a journalist.", "@handle",
    "A boat crosses the river. — AP", "Also read: More", "©", " date 2024-01-01 ", "3/4/2021", "2 hours ago", "It rained all night, and the river rose by a metre.",
    "02:99", "31 February 2020", "April 31, 2021 25:61pm EDT", "May 2 2019 10:00 GMT+99", "\u200b", "\ufeff", "👩‍👩‍👧", "e\u0301", "\x00", "\x1c", "\x85", "\u2028", "…", "“", "|", "—",
]  # fmt: skip
anything = st.text(st.characters(codec=None, categories=None, exclude_categories=()), max_size=40)
text = st.lists(st.one_of(anything, st.sampled_from(PIECES), st.sampled_from(["\n", "\r\n", "\r", "\n\n", " ", "\t", "\xa0"])), max_size=30).map(
    "".join
)
many = settings(max_examples=250, deadline=None)


def words(text):
    """What white space parts; what is as wide as nothing counts as white space, since at a row's ends it does."""
    return re.sub("[\u200b\ufeff]", " ", text).split()


def bare(text):
    """A text without white space, of which a line that a dumper cut has more; in scripts without spaces nothing stands for it."""
    return "".join(words(text))


@given(text)
@many
@example("")
@example("\r")
@example("\n\r\n\r\r\n")
@example("\ud800\n\udfff")
def test_blocks_partition_the_input(text):
    blocks = dumpparse.extract(text).blocks
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert [block.start for block in blocks] == [0, *(block.end for block in blocks)][: len(blocks)]
    assert [block.first for block in blocks] == [1, *(block.last + 1 for block in blocks)][: len(blocks)]
    assert all(one.label != other.label or one.label == "teaser" for one, other in zip(blocks, blocks[1:], strict=False))


@given(text)
@many
def test_lines_point_at_their_text(text):
    lines = [labelled.line for labelled in dumpparse.extract(text).lines]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert not any(end in line.text for line in lines for end in "\r\n")


@given(text)
@many
def test_records_pass_the_schema_and_are_json(text):
    record = dumpparse.extract(text).to_dict(spans=True)
    assert tuple(record) == KEYS + SPAN_KEYS
    VALIDATOR.validate(record)
    assert json.loads(json.dumps(record)) == record


@given(text)
@many
def test_evidence_stands_where_it_says(text):
    article = dumpparse.extract(text)
    for name, found in article.fields.items():
        for one in found if isinstance(found, list) else [found]:
            start, end = one.span
            assert 0 <= start <= end <= len(text)
            if one.value is not None and name not in ("author_note", "boilerplate"):
                assert bare(text[start:end]) == bare(one.text)  # white space differs where a dumper cut the line
    for rejected in article.fields["published"].rejected:
        assert bare(text[rejected.span[0] : rejected.span[1]]) == bare(rejected.text)


@given(text)
@many
def test_values_are_the_dumps_own_words(text):
    article = dumpparse.extract(text)
    dump = bare(text)
    assert bare(article.byline or "") in dump
    for value in (article.headline, *article.authors, *article.captions, *(article.body or "").split("\n\n")):
        assert value is None or bare(value) in dump
        assert value is None or value == value.strip()


@given(text)
@many
def test_line_ends_make_no_difference(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    assert (
        dumpparse.extract(text).to_dict()
        == dumpparse.extract(text.replace("\n", "\r\n")).to_dict()
        == dumpparse.extract(text.replace("\n", "\r")).to_dict()
    )


@given(text)
@many
def test_the_same_text_gives_the_same_article(text):
    assert dumpparse.extract(text) == dumpparse.extract(text)


@given(text)
@settings(max_examples=100, deadline=None)
def test_no_line_prefers_another_label(text):
    assert all(labelled.margin >= -1e-9 for labelled in dumpparse.extract(text).lines)


HOSTILE = [
    " ",
    "a",
    "1",
    '"',
    "“",
    "Published in Dawn, ",
    "By A ",
    "A ",
    "AB ",
    "A.",
    "A’",
    "(AP) ",
    "— ",
    "May 1 ",
    "1/1/",
    "2021-",
    "@a.",
    "a@a.",
    "www.",
    "| ",
    "© ",
    "LAHORE/",
    "by and ",
    "ß",
    "\xad",
    "。",
    "10:00 ",
    "12:37 GMT, ",
    "Paris de la ",
    "PARIS, ROMA, ",
    "【A＝",
    "新社北",
    "한가람 기자 ",
    "١٢",
]


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_a_line_of_a_megabyte(unit):
    text = unit * (1_000_000 // len(unit))
    blocks = dumpparse.extract(text).blocks
    assert "".join(text[block.start : block.end] for block in blocks) == text


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_two_thousand_lines_as_long_as_the_patterns_take(unit):
    line = (unit * 420)[:400].strip() or "a"
    dumpparse.extract("\n".join(f"{line}{number}" for number in range(2000)))


@pytest.mark.parametrize("dump", sorted(FIXTURES.rglob("*.txt")), ids=lambda path: path.stem)
def test_fixtures_pass_the_schema_with_spans(dump):
    VALIDATOR.validate(dumpparse.extract(dump.read_text(encoding="utf-8")).to_dict(spans=True))
