"""Files of many dumps, read by format: what each gives, and what is said of one that is broken."""

import csv
import gzip
import io
import json
import random
import sys

import pyarrow
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from dumpparse.inputs import Input, InputError
from dumpparse.options import Options
from dumpparse.readers import format_of, inputs_of

TEXTS = ["LAHORE: It rained all night.", "", "Two\nlines\r\nand “more”", "雨 \u2028 fell", "a\0b"]


def seen(path, options=None, begin=(0, 0)):
    return list(inputs_of([Input(str(path), path.name)], options or Options(), begin))


def texts(path, options=None, begin=(0, 0)):
    """What each input of a file holds: its text, or its error's message."""

    def text(one):
        try:
            return one.read().text
        except InputError as error:
            return error.message

    return [text(one) for one in seen(path, options, begin)]


def jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def warc_record(text, uri="http://a.example/1", kind="conversion", date="2024-05-23T10:00:00Z"):
    data = text.encode()
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\nWARC-Record-ID: <urn:uuid:{uri}>\r\n"
    return head.encode() + b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % len(data) + data + b"\r\n\r\n"


def make_jsonl(path, rows):
    jsonl(path, rows)


def make_gzip(path, rows):
    make_jsonl(path, rows)
    data = path.read_bytes()
    path.write_bytes(gzip.compress(data[: len(data) // 2]) + gzip.compress(data[len(data) // 2 :]))


def make_zstd(path, rows):
    make_jsonl(path, rows)
    data = path.read_bytes()
    pack = zstandard.ZstdCompressor().compress
    path.write_bytes(pack(data[: len(data) // 2]) + pack(data[len(data) // 2 :]))


def make_csv(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def make_parquet(path, rows):
    parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=2)


def make_wet(path, rows):
    records = [warc_record("about", kind="warcinfo"), *(warc_record(row["text"], row["url"]) for row in rows)]
    path.write_bytes(b"".join(records if path.suffix == ".wet" else map(gzip.compress, records)))


MADE = {
    "a.jsonl": make_jsonl, "a.jsonl.gz": make_gzip, "a.jsonl.zst": make_zstd, "a.csv": make_csv, "a.parquet": make_parquet, "a.wet": make_wet,
    "a.warc.wet.gz": make_wet,
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_every_format_gives_texts_numbers_ids_and_urls(tmp_path, name):
    kept = TEXTS if name.startswith(("a.jsonl", "a.parquet", "a.csv")) else TEXTS[:-1]
    rows = [{"id": f"n{number}", "url": f"http://a.example/{number}", "text": text} for number, text in enumerate(kept)]
    MADE[name](tmp_path / name, rows)
    found = seen(tmp_path / name)
    assert [one.read().text for one in found] == kept
    assert [one.record for one in found] == list(range(1, len(kept) + 1))
    assert [one.url for one in found] == [row["url"] for row in rows]
    assert all(one.id == row["id"] or row["url"] in one.id for one, row in zip(found, rows, strict=True))
    assert [one.after for one in found] == [(0, number + 1) for number in range(len(kept))]
    assert found[-1].at > 0
    for done in range(len(kept) + 1):
        assert seen(tmp_path / name, begin=(0, done)) == found[done:] or name == "a.csv"
        assert [one.record for one in seen(tmp_path / name, begin=(0, done))] == [one.record for one in found[done:]]


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "text"), ("a", "text"), ("jsonl", "jsonl"), ("A.JSONL", "jsonl"), ("a.ndjson.zst", "jsonl"), ("a.csv.gz", "csv"), ("a.tsv", "csv"),
        ("a.parquet", "parquet"), ("a.parquet.gz", "text"), ("CC-MAIN-1.warc.wet.gz", "wet"), ("a.warc", "wet"), ("a.txt.gz", "text"),
    ],
)  # fmt: skip
def test_formats_by_name(name, format):
    assert format_of("x." + name if name == "jsonl" else name, None) == format
    assert format_of(name, "csv") == "csv"


def test_keys_of_the_users_own(tmp_path):
    path = jsonl(tmp_path / "a.jsonl", [{"body": "x", "nr": 7, "link": "l", "when": "2024-05-23", "text": "no"}])
    (one,) = seen(path, Options(text_key="body", id_key="nr", url_key="link", crawled_key="when"))
    assert (one.read().text, one.id, one.url, one.crawled) == ("x", "7", "l", "2024-05-23")


# What is broken


def test_a_broken_line_in_the_middle(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\n{"text": "tw\n\n[]\n{"text": 3}\n{"id": "x", "body": "y"}\n{"text": "six"}\n' + "[" * 100_000 + "\n")
    found = texts(path)
    assert found[0] == "one"
    assert "not JSON at column 10" in found[1]
    assert "no JSON object" in found[2]
    assert "'text' is no string" in found[3]
    assert "no key 'text'; the line has 'id', 'body': name the text's with --text-key" in found[4]
    assert found[5] == "six"
    assert "cannot be read" in found[6]
    assert [one.record for one in seen(path)] == [1, 2, 4, 5, 6, 7, 8]
    assert seen(path)[1].shown == f"{path}, record 2"


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_the_column_of_a_json_line_that_ends_early(tmp_path, end):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "one"' + end)
    assert "not JSON at column 15 of the line" in texts(tmp_path / "a.jsonl")[0]


def test_lines_in_other_encodings(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "one"}\n{"text": "caf\xe9"}\n{"text": "caf\xc3\xa9"}\n{"text": "a\0"}\n')
    found = seen(path)
    assert [found[at].read()[:2] for at in range(3)] == [("one", "utf-8"), ("café", "cp1252"), ("café", "utf-8")]
    assert [one.trouble and one.trouble.code for one in found] == [None, None, None, "binary"]
    assert [one.trouble and one.trouble.code for one in seen(path, Options(encoding="ascii"))] == ["undecodable"] * 3 + ["binary"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.csv.gz", "a.warc.wet.gz", "a.wet.gz", "a.wet.zst", "members.jsonl.gz"])
@pytest.mark.parametrize(("cut", "size"), [(-5, 65_000), (-40, 65_000), (-5, 600), (-40, 600)])
def test_compressed_data_that_is_cut_off(tmp_path, name, cut, size):
    if size == 600 and "zst" in name:
        pytest.skip("zstd gives whole blocks, of 128 kB")
    path = tmp_path / name
    chance = random.Random(name)
    rows = [{"id": str(number), "url": f"u{number}", "text": chance.randbytes(size).hex()} for number in range(40)]
    if name in ("a.warc.wet.gz", "members.jsonl.gz"):
        (make_wet if "wet" in name else make_gzip)(path, rows)
    else:
        plain = tmp_path / name.rpartition(".")[0]
        (make_csv if "csv" in name else make_wet if "wet" in name else make_jsonl)(plain, rows)
        pack = zstandard.ZstdCompressor().compress if name.endswith("zst") else gzip.compress
        path.write_bytes(pack(plain.read_bytes()))
    path.write_bytes(path.read_bytes()[:cut])
    found = seen(path)
    *whole, last = found
    assert len(whole) >= 39 - name.endswith("zst")  # the cut takes from the last record alone
    assert [one.read().text for one in whole] == [row["text"] for row in rows[: len(whole)]]
    assert last.trouble.code == "unreadable"
    assert "cut off" in last.trouble.message
    assert f"after record {len(whole)}" in last.trouble.message
    assert last.after == (1, 0)
    assert seen(path, begin=(0, len(whole)))[-1].trouble.code == "unreadable"
    assert seen(path, begin=last.after) == []


def test_gzip_that_is_damaged_gives_what_comes_before(tmp_path):
    lines = [json.dumps({"text": f"{number} {number**9}"}).encode() + b"\n" for number in range(60)]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(lines[:50])) + b"\x1f\x8b, and no member")
    *whole, last = seen(path)
    assert len(whole) == 50
    assert "after record 50: the gzip data is damaged" in last.trouble.message


def test_zstd_that_begins_with_a_frame_to_be_skipped(tmp_path):
    data = zstandard.ZstdCompressor().compress(b'{"text": "one"}\n')
    for first in (0x50, 0x5F):
        (tmp_path / "a.jsonl.zst").write_bytes(bytes([first]) + b"\x2a\x4d\x18\x04\0\0\0size" + data)
        assert texts(tmp_path / "a.jsonl.zst") == ["one"]


def test_compressed_data_that_is_damaged(tmp_path):
    for name, pack in (("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstandard.ZstdCompressor().compress)):
        data = bytearray(pack(b"".join(b'{"text": "%d"}\n' % number**30 for number in range(3000))))
        data[len(data) // 2] ^= 255
        data[len(data) // 2 + 1] ^= 255
        (tmp_path / name).write_bytes(data)
        last = seen(tmp_path / name)[-1]
        assert last.trouble.code == "unreadable"
        assert "damaged" in last.trouble.message or "JSON" in last.trouble.message


def test_csv_that_is_broken(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text\n1,one\n2\n3,"three" x,\n4,"fo\nur"\n5,caf\xe9\n6,"never closed\n7,seven\n')
    found = texts(path)
    assert found[0] == "one"
    assert "row that ends at line 3 has 1 columns" in found[1]
    assert "line 4 of the file cannot be read as CSV" in found[2]
    assert found[3:5] == ["fo\nur", "café"]
    assert "line 8 of the file" in found[5]
    assert len(found) == 6
    assert "no column 'text'; it has 'a', 'b'" in _only(tmp_path, "b.csv", b"a,b\n1,2\n")
    assert "no column 'text'; it has none" in _only(tmp_path, "c.csv", b"")
    assert "not utf-16" in _only(tmp_path, "d.csv", "text\na".encode("utf-16") + b"\x00")


def _only(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    return texts(tmp_path / name)[-1]


def test_a_quote_in_csv_that_is_never_closed_is_told_where_its_row_begins(tmp_path):
    (tmp_path / "a.csv").write_text('id,"te\nxt",text\n1,,one\n2,,"two\n' + "3,,three\n" * 50)
    first, second = texts(tmp_path / "a.csv")
    assert first == "one"
    assert "the row from line 4 of the file cannot be read as CSV" in second


def test_blank_lines_of_csv_are_passed_over(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text\r\n\r\n1,one\r\n  \r\n2,""\r\n\r\n3,three\r\n\r\n')
    assert texts(path) == ["one", "", "three"]
    assert [one.record for one in seen(path)] == [1, 2, 3]
    assert texts(path, begin=(0, 2)) == ["three"]
    path.write_bytes(b'text\n\none\n""\n  \n')
    assert texts(path) == ["one", "", "  "]


def test_headers_of_csv_with_a_mark_or_a_line_end(tmp_path):
    for data, encoding in (
        ("\ufefftext,id\na,1\n".encode(), "utf-8"),
        ("\ufefftext,id\na,1\n".encode("utf-16-le"), "utf-16-le"),
        (b'"two\nlines";"text"\n1;a\n', None),
        (b'text;"two\r\nlines, of a, ""name"""\r\na;1\r\n', None),
        (b'"an\nid"\ttext\n"1,"\ta\n', None),
    ):
        (tmp_path / "a.csv").write_bytes(data)
        assert texts(tmp_path / "a.csv", Options(encoding=encoding)) == ["a"], data


def test_csv_of_other_spreadsheets(tmp_path):
    for name, data in {
        "semicolons.csv": "\ufeffid;text\r\n1;a,b\r\n".encode(),
        "tabs.csv": "id\ttext\n1\ta,b\n".encode("utf-16"),
        "big.csv": ("id,text\n1," + "x" * 1_000_000 + "\n").encode(),
    }.items():
        (tmp_path / name).write_bytes(data)
        assert texts(tmp_path / name) == ["x" * 1_000_000 if name == "big.csv" else "a,b"]


def test_parquet_that_is_broken(tmp_path):
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"id": [1, 2], "text": ["one", None]}), path)
    assert texts(path) == ["one", "'text' is null in this row"]
    assert "no column 'body'; it has 'id', 'text'" in texts(path, Options(text_key="body"))[0]
    assert "holds int64, not text" in texts(path, Options(text_key="id"))[0]
    path.write_bytes(path.read_bytes()[:-20])
    assert "cannot be read as Parquet" in texts(path)[0]
    path.write_bytes(b"")
    assert "cannot be read as Parquet" in texts(path)[0]
    assert "give a file" in next(inputs_of([Input("-", "-")], Options(input_format="parquet"))).trouble.message


def test_parquet_damaged_in_the_middle_gives_what_comes_before(tmp_path):
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": [f"{number**50}" for number in range(4000)]}), path, row_group_size=1000, use_dictionary=False)
    start = parquet.ParquetFile(path).metadata.row_group(2).column(0).data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 200] = bytes(200)
    path.write_bytes(data)
    *whole, last = seen(path)
    assert len(whole) >= 1900
    assert "after record" in last.trouble.message


def test_parquet_of_bytes_and_dictionaries(tmp_path):
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": pyarrow.array([b"caf\xe9", b"a\0"])}), path)
    assert texts(path)[0] == "café"
    assert "NUL" in texts(path)[1]
    parquet.write_table(pyarrow.table({"text": pyarrow.array(["x", "y", "x"]).dictionary_encode()}), path)
    assert texts(path) == ["x", "y", "x"]


def test_wet_that_is_broken(tmp_path):
    path = tmp_path / "a.wet"
    path.write_bytes(warc_record("<html>", kind="response") * 2)
    assert "without conversion records" in texts(path)[0]
    path.write_bytes(b"no WARC at all\n" * 50)
    assert "cannot be read as WARC" in texts(path)[0]
    path.write_bytes(b"")
    assert "no WARC records" in texts(path)[0]
    path.write_bytes(warc_record("one") + warc_record("") + warc_record("three")[:-10])
    assert texts(path)[:2] == ["one", ""]
    assert "cut off: " in texts(path)[2]


def test_wet_that_is_cut_off_in_a_header(tmp_path):
    path = tmp_path / "a.wet"
    one, two = warc_record("one"), warc_record("two")
    for cut in range(1, two.index(b"\r\n\r\n") + 4):
        path.write_bytes(one + two[:cut])
        first, last = seen(path)
        assert first.read().text == "one"
        assert last.trouble.code == "unreadable", cut
    for cut in (10, 40, 120):
        path.write_bytes(one + two[:cut])
        why = f"after record 1: the header of the record at byte {len(one)} has no Content-Length: it is cut off or damaged"
        assert why in texts(path)[-1]
    for lost in (two.replace(b"Content-Length: 3\r\n", b""), two.replace(b"Length: 3", b"Length: x")):
        path.write_bytes(one + lost + one)
        assert "has no Content-Length" in texts(path)[1]


def test_wet_tells_when_it_was_crawled(tmp_path):
    path = tmp_path / "a.wet"
    path.write_bytes(warc_record("one") + warc_record("two", date="nonsense"))
    assert [one.crawled for one in seen(path)] == ["2024-05-23T10:00:00Z", None]


@pytest.mark.parametrize("name", ["pyarrow", "fastwarc.warc", "zstandard"])
def test_a_library_that_is_missing_is_named_with_its_extra(tmp_path, monkeypatch, name):
    monkeypatch.setitem(sys.modules, name, None)
    path = tmp_path / {"pyarrow": "a.parquet", "fastwarc.warc": "a.wet", "zstandard": "a.jsonl.zst"}[name]
    path.write_bytes(b"\x28\xb5\x2f\xfd rest")
    extra = {"pyarrow": "parquet", "fastwarc.warc": "warc", "zstandard": "zstd"}[name]
    assert f"pip install 'dumpparse[{extra}]'" in texts(path)[0]


def test_a_file_that_vanishes_or_was_never_there(tmp_path):
    (one,) = seen(tmp_path / "gone.jsonl")
    assert one.trouble.code == "not-found"
    assert next(inputs_of([Input("a\0.jsonl", "x")], Options())).trouble.code == "not-found"


def test_names_are_shown_on_one_line():
    assert Input("a\nb\x1b[31m\udce9.jsonl", "", record=3).shown == "a\\nb\\x1b[31m\\udce9.jsonl, record 3"


def _nul(monkeypatch, data, skip=0):
    class Standard:
        buffer = io.BufferedReader(io.BytesIO(data))

    monkeypatch.setattr(sys, "stdin", Standard)
    return [one.read().text for one in inputs_of([Input("-", "-")], Options(input_format="nul"), (0, skip))]


@pytest.mark.parametrize(
    ("data", "expected"), [(b"", []), (b"a", ["a"]), (b"a\0", ["a"]), (b"a\0\0b", ["a", "", "b"]), (b"\0", [""]), (b"a\0" * 3, ["a"] * 3)]
)
def test_texts_between_nul_bytes(monkeypatch, data, expected):
    assert _nul(monkeypatch, data) == expected
    assert _nul(monkeypatch, data, 1) == expected[1:]


def test_a_long_text_between_nul_bytes(monkeypatch):
    assert _nul(monkeypatch, b"a" * 300_000 + b"\0b" * 2) == ["a" * 300_000, "b", "b"]


@given(st.lists(st.text()), st.integers(0, 10))
def test_any_texts_come_back_from_any_format(tmp_path_factory, found, skip):
    folder = tmp_path_factory.mktemp("any")
    plain = [one.encode("utf-8", "replace").decode() for one in found]
    for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.parquet", "a.wet"):
        # A sheet of one column would lose its empty rows; a file of bytes must not begin like one of another encoding.
        rows = [{"id": "1", "url": "u", "text": one} for one in plain]
        if not rows or ("wet" in name and any("\0" in one or one.startswith("\ufeff") for one in plain)):
            continue
        MADE[name](folder / name, rows)
        assert texts(folder / name, begin=(0, skip)) == plain[skip:], name


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_read_or_told_of(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("a.jsonl", "a.csv", "a.parquet", "a.wet"):
        for begin in (b"", b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"\x28\xb5\x2f\xfd", b"text\n", b"WARC/1.0\r\nWARC-Type: conversion\r\n"):
            (folder / name).write_bytes(begin + data)
            for one in seen(folder / name):
                assert one.trouble is None or (one.trouble.code and one.trouble.message)
