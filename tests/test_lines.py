"""Bytes to text to lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dumpparse.characters import count_words
from dumpparse.lines import Dump, InputError, decode, split


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\n\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("\r\r\n\n", ["", "", ""]),
        ("a\u2028b\x85c\x0bd\x0ce\x1cf\n", ["a\u2028b\x85c\x0bd\x0ce\x1cf"]),
    ],
)
def test_only_three_things_end_a_line(text, rows):
    assert split(text) == rows


@given(st.text(st.sampled_from("a\r\n")))
def test_lines_are_those_of_sed_once_line_ends_are_one(text):
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert split(text) == plain.removesuffix("\n").split("\n") if plain else split(text) == []


@given(st.text(st.sampled_from("ab \r\n")))
def test_starts(text):
    dump = Dump(text)
    assert [text[start : start + len(row)] for start, row in zip(dump.starts, dump.rows, strict=False)] == dump.rows
    assert dump.starts[-1] == len(text)
    assert [dump.line_at(dump.starts[row]) for row in range(len(dump.rows)) if dump.rows[row]] == [
        row + 1 for row in range(len(dump.rows)) if dump.rows[row]
    ]


def test_white_space_at_the_ends_is_unicodes():
    dump = Dump("\xa0\u3000 a b\u2003\n\u200a\n")
    assert dump.texts == ["a b"]
    assert list(dump.filled) == [0]


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        (b"", None, ("", "utf-8", False)),
        (b"\xef\xbb\xbfa", None, ("a", "utf-8", False)),
        (b"\xef\xbb\xbfa", "utf-8", ("a", "utf-8", False)),
        (b"\xff\xfea\x00", None, ("a", "utf-16", False)),
        (b"\xfe\xff\x00a", None, ("a", "utf-16", False)),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", None, ("a", "utf-32", False)),
        (b"\x00\x00\xfe\xff\x00\x00\x00a", None, ("a", "utf-32", False)),
        (b"a\x00", "utf-16-le", ("a", "utf-16-le", False)),
        (b"\xff\xfea\x00", "utf-16", ("a", "utf-16", False)),
        (b"\xe9", "latin-1", ("é", "iso8859-1", False)),
        (b"\xe9\x80\x81\x8d\x8f\x90\x9d", None, ("é€\x81\x8d\x8f\x90\x9d", "cp1252", True)),
        (b"\xef\xbb\xbf\xe9", "cp1252", ("ï»¿é", "cp1252", False)),
    ],
)
def test_decode(data, encoding, expected):
    assert decode(data, encoding) == expected


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        (b"a\x00b", None, "binary"),
        (b"\xef\xbb\xbf\x00", None, "binary"),
        (b"a\x00", "utf-8", "binary"),
        (b"\xff\xfea", None, "undecodable"),
        (b"\xe9", "utf-8", "undecodable"),
        (b"\xef\xbb\xbf\xe9", None, "undecodable"),
    ],
)
def test_what_cannot_be_decoded(data, encoding, code):
    with pytest.raises(InputError) as caught:
        decode(data, encoding)
    assert caught.value.code == code
    assert caught.value.message


@given(st.binary())
def test_decoding_never_invents(data):
    try:
        text = decode(data).text
    except InputError:
        return
    assert text.count("\ufffd") == data.count("\ufffd".encode()) or data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] == b"\x00\x00\xfe\xff"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Council backs plan", 3),
        ("", 1),
        ("市議会、夜間運航の計画を可決　港の渡し船", 10),
        ("市議会、夜間運航の計画を可決 港の渡し船", 10),  # one space does not make it two words
        ("Совет поддержал план", 3),
        ("시의회가 야간 운항 계획을 가결했다", 5),
    ],
)
def test_words_are_counted_in_any_script(text, words):
    assert count_words(text) == words
