"""What is written: CSV, Parquet, JSON-LD, compressed and into directories, through the command line."""

import csv
import gzip
import io
import json
import os
import sys

import pyarrow
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from conftest import FIXTURES
from dumpparse import columns, extract, formats, spreadsheet
from dumpparse.article import KEYS, SPAN_KEYS, Article, Dateline, Print, Source, failed
from dumpparse.linked_data import news_article
from dumpparse.options import Options
from test_batch import extract as run
from test_batch import records, rows
from test_readers import jsonl, warc_record

DAWN = FIXTURES / "dawn"


def test_each_format_holds_what_the_json_holds(tmp_path):
    whole = records(run(tmp_path, "--spans", DAWN).stdout)
    for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.csv.gz", "a.parquet", "a.jsonld"):
        spans = [] if name.endswith("ld") else ["--spans"]
        done = run(tmp_path, DAWN, *spans, "-o", name)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert records((tmp_path / "a.jsonl").read_bytes()) == whole
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == (tmp_path / "a.jsonl").read_bytes()
    with zstandard.open(tmp_path / "a.jsonl.zst", "rb") as file:
        assert file.read() == (tmp_path / "a.jsonl").read_bytes()
    assert gzip.decompress((tmp_path / "a.csv.gz").read_bytes()) == (tmp_path / "a.csv").read_bytes()

    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.schema.names == [*KEYS, *SPAN_KEYS]
    for row, record in zip(table.to_pylist(), whole, strict=True):
        absent = {"id": None, "url": None, "record": None, "crawled": None}
        assert {**row, "evidence": json.loads(row["evidence"])} == {**record, "source": {**record["source"], **absent}}

    with open(tmp_path / "a.csv", newline="", encoding="utf-8-sig") as file:
        table = list(csv.DictReader(file))
    for row, record in zip(table, whole, strict=True):
        assert row["source.path"] == record["source"]["path"]
        assert row["authors"] == "\n".join(record["authors"])
        assert row["body"].lstrip("'") == (record["body"] or "")
        assert row["dateline.places"] == "\n".join(record["dateline"]["places"] if record["dateline"] else [])
        assert json.loads(row["boilerplate"] or "[]") == record["boilerplate"]
        assert row["confidence.body"] == ("" if record["confidence"]["body"] is None else str(record["confidence"]["body"]))

    for line, record in zip(records((tmp_path / "a.jsonld").read_bytes()), whole, strict=True):
        assert line.get("headline") == record["headline"]
        assert line.get("articleBody") == record["body"]


def test_the_schema_of_parquet_does_not_depend_on_the_records(tmp_path):
    jsonl(tmp_path / "none.jsonl", [])
    jsonl(tmp_path / "bad.jsonl", [{}])
    jsonl(tmp_path / "good.jsonl", rows(40))
    schemas = []
    for name in ("none", "bad", "good"):
        assert run(tmp_path, f"{name}.jsonl", "-o", f"{name}.parquet").returncode == (name == "bad")
        schemas.append(parquet.read_schema(tmp_path / f"{name}.parquet"))
    assert schemas[0] == schemas[1] == schemas[2] == columns.schema(Options())
    assert parquet.read_table(tmp_path / "good.parquet")["source"].to_pylist()[0]["id"] == "n0"
    assert run(tmp_path, "good.jsonl", "--fields", "body,published", "-o", "two.parquet").returncode == 0
    assert parquet.read_schema(tmp_path / "two.parquet").names == ["body", "published"]


def test_parquet_goes_out_as_it_came_in(tmp_path):
    """What one batch writes another can read."""
    jsonl(tmp_path / "a.jsonl", rows(10))
    assert run(tmp_path, "a.jsonl", "-o", "b.parquet").returncode == 0
    again = run(tmp_path, "b.parquet", "--text-key", "body")
    assert [record["source"]["record"] for record in records(again.stdout)] == list(range(1, 11))


def test_an_output_of_nothing_is_a_file_of_its_format(tmp_path):
    jsonl(tmp_path / "none.jsonl", [])
    for name in ("a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv"):
        assert run(tmp_path, "none.jsonl", "-o", name).returncode == 0
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == b"" == (tmp_path / "a.jsonl").read_bytes()
    assert zstandard.decompress((tmp_path / "a.jsonl.zst").read_bytes()) == b""
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").startswith("schema,source.path,")


def test_one_input_in_other_formats(tmp_path):
    page = DAWN / "seed-shape.txt"
    assert run(tmp_path, page, "-o", "a.parquet").returncode == 0
    assert parquet.read_table(tmp_path / "a.parquet").num_rows == 1
    assert run(tmp_path, page, "--format", "csv").stdout.count(b"\r\n") == 2
    linked = json.loads(run(tmp_path, page, "--format", "jsonld", "--pretty").stdout)
    assert linked["@type"] == "NewsArticle"
    assert os.listdir(tmp_path) == ["a.parquet"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "jsonld", "--fields", "body"],
        ["--spans", "-o", "a.jsonld"],
        ["--format", "csv", "--output-dir", "d"],
        ["--format", "parquet"],
        ["-o", "a.parquet.gz"],
        ["-o", "a.parquet.GZ"],
        ["-o", "a.PARQUET.Zst"],
        ["--format", "csv", "--pretty"],
        ["--format", "xml"],
        ["--jobs", "0"],
        ["--timeout", "-1"],
        ["--timeout", "nan"],
        ["--timeout", "inf"],
        ["--timeout", "1e10"],
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path, arguments):
    done = run(tmp_path, DAWN / "seed-shape.txt", DAWN / "amp.txt", *arguments)
    assert done.returncode == 2
    assert done.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("name", "module", "extra"), [("a.parquet", "pyarrow", "parquet"), ("a.jsonl.zst", "zstandard", "zstd")])
def test_a_library_that_is_missing_is_named_before_any_work(tmp_path, name, module, extra):
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / f"{module}.py").write_text("raise ImportError")
    done = run(tmp_path, DAWN, "-o", name, env={**os.environ, "PYTHONPATH": str(tmp_path / "without")})
    assert done.returncode == 2
    assert f"pip install 'dumpparse[{extra}]'" in done.stderr.decode()
    assert os.listdir(tmp_path) == ["without"]


def test_what_is_not_utf8_goes_into_any_format(tmp_path):
    jsonl(tmp_path / "a.jsonl", [{"id": "\ud800", "text": f"LAHORE: It rained \udfff all night {number}."} for number in range(40)])
    for name in ("a.csv", "a.parquet", "a.jsonld", "b.jsonl"):
        done = run(tmp_path, "-j2", "a.jsonl", "-o", name)
        assert (done.returncode, done.stderr) == (0, b"dumpparse: 40 read, 0 failed\n")
    assert records((tmp_path / "b.jsonl").read_bytes())[39]["body"] == "LAHORE: It rained \udfff all night 39."
    assert parquet.read_table(tmp_path / "a.parquet")["body"][39].as_py() == "LAHORE: It rained \\udfff all night 39."
    assert b"It rained \\udfff all night 39." in (tmp_path / "a.csv").read_bytes()


# Files of their own for the records of a crawl


def test_ids_never_lead_out_of_the_directory(tmp_path):
    ids = ["../../etc/passwd", "..", "a/b", "", "nul\0", "x" * 300, "é雨", "\ud800", ".hidden", "same", "same", "C:\\x", "\n"]
    jsonl(tmp_path / "a.jsonl", [{"id": one, "text": f"{number}"} for number, one in enumerate(ids)])
    done = run(tmp_path, "a.jsonl", "--output-dir", "out")
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(os.listdir(tmp_path)) == ["a.jsonl", "out"]
    assert os.listdir(tmp_path / "out") == ["a.jsonl"]
    found = {path.name: json.loads(path.read_bytes()) for path in (tmp_path / "out" / "a.jsonl").iterdir()}
    assert len(found) == len(ids)
    assert found["1-etc_passwd.json"]["source"]["id"] == ids[0]
    assert {record["body"] or record["source"]["record"] for record in found.values()}
    assert {"2.json", "3-a_b.json", "10-same.json", "11-same.json", "7-é雨.json"} <= set(found)


def test_a_crawl_and_files_in_one_directory(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.wet").write_bytes(warc_record("one") + warc_record("") + warc_record("three")[:-9])
    (tmp_path / "in" / "b.txt").write_text("LAHORE: It rained all night.")
    done = run(tmp_path, "in", "--glob", "*", "--output-dir", "out")
    assert done.returncode == 1
    out = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json")}
    assert out == {"b.txt.json", *(f"a.wet/{number}-urn_uuid_http_a.example_1.json" for number in (1, 2, 3))}
    assert b"in/a.wet, record 2: no text in it" in done.stderr
    assert b"in/a.wet, record 3: cut off: " in done.stderr


def test_crawls_with_one_output_name_are_refused(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        jsonl(tmp_path / folder / "x.jsonl", rows(1))
    done = run(tmp_path, "a/x.jsonl", "b/x.jsonl", "--output-dir", "out")
    assert done.returncode == 2
    assert b"a/x.jsonl and b/x.jsonl would both be written to out/x.jsonl" in done.stderr
    assert not (tmp_path / "out").exists()


# The formats themselves


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(value):
    (_, row) = csv.reader(
        io.StringIO(
            (spreadsheet.header(Options(fields=["headline"])) + spreadsheet.row({"headline": value}, Options(fields=["headline"]))).decode(),
            newline="",
        )
    )
    assert row == ["'" + value]


def test_csv_of_what_is_not_utf8():
    assert spreadsheet.row({"headline": "a\ud800"}, Options(fields=["headline"])) == b"a\\ud800\r\n"


@given(st.text(st.characters(exclude_categories=())))
def test_any_page_goes_into_any_format(text):
    options = Options(spans=True)
    article = extract(text, Source("a.txt", "utf-8", "7", "http://a.example", 3))
    record = article.to_dict(spans=True)
    for kind in formats.FORMATS:
        assert formats.render(record, options._replace(format=kind)).endswith(b"\n")
    lines, file = io.BytesIO(formats.dumps(record)), io.BytesIO()
    columns.write_parquet(lines, file, options)
    (row,) = parquet.read_table(pyarrow.BufferReader(file.getvalue())).to_pylist()
    assert row["body"] == (record["body"] and record["body"].encode("utf-8", "backslashreplace").decode())


def test_json_ld():
    text = (DAWN / "two-cities.txt").read_text(encoding="utf-8")
    article = news_article(extract(text, Source("two.txt", url="http://a.example/1", id="7")).to_dict())
    assert article["@context"] == "https://schema.org"
    assert article["@type"] == "NewsArticle"
    assert article["contentLocation"] == [{"@type": "Place", "name": "LAHORE"}, {"@type": "Place", "name": "ISLAMABAD"}]
    assert (article["identifier"], article["url"], article["datePublished"]) == ("7", "http://a.example/1", "2020-10-01")
    assert article["publisher"] == {"@type": "Organization", "name": "Dawn"}
    assert None not in article.values()
    assert news_article(extract("").to_dict()) == {"@context": "https://schema.org", "@type": "WebPage"}
    page = Article(dateline=Dateline("LAHORE:", ("LAHORE",), None, None), print=Print("Dawn", "Books", None, "Dawn, Books"))
    linked = news_article(page.to_dict())
    assert linked["@type"] == "WebPage"
    assert linked["contentLocation"] == [{"@type": "Place", "name": "LAHORE"}]
    assert not linked.keys() & {"dateline", "printSection", "articleBody"}
    broken = news_article(failed(Source("a.txt"), "binary", "a.txt: not text").to_dict())
    assert broken == {"@context": "https://schema.org", "@type": "Thing", "identifier": "a.txt", "description": "binary: a.txt: not text"}
    assert news_article(Article(body="x", authors=["A B"], agency="AFP").to_dict())["author"] == [{"@type": "Person", "name": "A B"}]


# Progress


def terminal(folder, *arguments, both=False):
    """What a terminal sees of standard error, or of `both` that and standard output."""
    import pty
    import subprocess

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "dumpparse", "extract", *map(str, arguments)],
        cwd=folder,
        stdout=follower if both else subprocess.DEVNULL,
        stderr=follower,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    return process.wait(60), shown.decode()


def test_progress_on_a_terminal(tmp_path):
    jsonl(tmp_path / "a.jsonl", [*rows(400), {"id": "[bold]bad[/x]"}, *rows(200)])
    code, shown = terminal(tmp_path, "-j2", "a.jsonl")
    assert code == 1
    assert " a second, " in shown
    assert " left" in shown
    assert "a.jsonl, record 401: no key 'text'; the line has 'id': name the text's with --text-key" in shown
    *_, failed_, pace, last = shown.split("dumpparse: ")
    assert failed_.strip() == "failed: 1 unreadable" or "warnings" in failed_
    assert "records a second" in pace
    assert last.strip() == "600 read, 1 failed"
    assert terminal(tmp_path, "-q", "-j2", "a.jsonl") == (1, "")


@pytest.mark.parametrize("where", [["-o", "out.jsonl"], ["--output-dir", "out"]])
def test_progress_on_a_terminal_that_does_not_get_the_records(tmp_path, where):
    jsonl(tmp_path / "a.jsonl", rows(300))
    code, shown = terminal(tmp_path, "-j2", "a.jsonl", *where, both=True)
    assert code == 0
    assert " a second, " in shown
    assert shown.rstrip().endswith("dumpparse: 300 read, 0 failed")
    _, shown = terminal(tmp_path, "-j2", "a.jsonl", "--fields", "source", both=True)
    assert " a second, " not in shown  # the records are progress enough
    assert shown.rstrip().endswith("dumpparse: 300 read, 0 failed")


def test_a_log_gets_a_line_after_many_inputs_and_none_after_a_few(tmp_path):
    jsonl(tmp_path / "many.jsonl", rows(33))
    jsonl(tmp_path / "few.jsonl", rows(32))
    for where in ([], ["-o", "out.jsonl"]):
        assert run(tmp_path, "many.jsonl", *where).stderr == b"dumpparse: 33 read, 0 failed\n"
        assert run(tmp_path, "-q", "many.jsonl", *where).stderr == b""
        assert run(tmp_path, "-j2", "few.jsonl", *where).stderr == b""


def test_a_line_a_minute_for_logs(monkeypatch, capsys):
    from dumpparse import messages
    from dumpparse.work import Done

    clock = iter(range(0, 10_000, 7))
    monkeypatch.setattr(messages.time, "monotonic", lambda: float(next(clock)))
    told = messages.Messages(False, True, "auto", several=True)
    told.batch = True
    told.begin(1000, 0, messages.Tally())
    for number in range(1, 40):
        told.tally.add(Done(b"", None, ("no-body",)))
        told.count(number * 10)
        told.note("a.txt: read")
    told.summary()
    lines = capsys.readouterr().err.splitlines()
    minutes = [line for line in lines if "left" in line]
    assert 3 <= len(minutes) <= 8
    assert minutes[0].startswith("dumpparse: ")
    assert "read, 0 failed, " in minutes[0]
    assert "a.txt: read" not in lines
    assert lines[-3] == "dumpparse: warnings: 39 no-body"
    assert "records a second" in lines[-2]
    assert lines[-1] == "dumpparse: 39 read, 0 failed"
