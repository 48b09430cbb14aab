"""`extract_batch`: the same type out as in, a fixed schema, and a row's trouble is that row's."""

import json
import subprocess
import sys

import pyarrow
import pytest
from pyarrow import parquet

import dumpparse
from conftest import FIXTURES
from dumpparse import arrow, work
from dumpparse.arrow import SCHEMA, extract_batch
from dumpparse.rules import record_schema

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("dawn/*.txt"))]


def plain(record):
    """A record as an Arrow struct has it: each part of `source` there."""
    source = {key: record["source"].get(key) for key in SCHEMA.field("source").type.names}
    return {key: source if key == "source" else value for key, value in record.items()}


def table(**columns):
    return pyarrow.table({"text": TEXTS, **columns})


def test_the_schema_has_the_records_keys_in_order_and_all_their_parts():
    known = json.loads(record_schema())["properties"]
    assert SCHEMA.names == [key for key in known if key not in ("blocks", "evidence")]
    for key in ("source", "dateline", "print", "confidence", "error"):
        parts = known[key].get("properties") or dict.fromkeys(known[key]["required"])
        assert set(SCHEMA.field(key).type.names) == set(parts), key


def test_each_row_is_what_the_library_gives():
    found = extract_batch(table())
    assert found.schema == SCHEMA
    assert found.to_pylist() == [plain(dumpparse.extract(text).to_dict()) for text in TEXTS]


@pytest.mark.parametrize("size", [1, 7, 5000])
def test_a_table_gives_a_table_and_a_batch_a_batch(size, monkeypatch):
    monkeypatch.setattr(arrow, "_ROWS", size)
    given = table(id=list(range(len(TEXTS))))
    found = extract_batch(given, keep=["id"])
    assert isinstance(found, pyarrow.Table)
    assert found.schema == pyarrow.schema([("id", pyarrow.int64()), *SCHEMA])
    assert found["id"] == given["id"]
    (batch,) = given.combine_chunks().to_batches()
    of_batch = extract_batch(batch, keep=["id"])
    assert isinstance(of_batch, pyarrow.RecordBatch)
    assert of_batch.schema == found.schema
    assert of_batch.to_pylist() == found.to_pylist()


def test_nothing_in_gives_nothing_of_the_same_schema():
    for given in (pyarrow.table({"text": pyarrow.array([], pyarrow.string())}), pyarrow.schema([("text", pyarrow.string())]).empty_table()):
        assert extract_batch(given) == SCHEMA.empty_table()
    batch = pyarrow.RecordBatch.from_pylist([], pyarrow.schema([("text", pyarrow.string())]))
    assert extract_batch(batch).schema == SCHEMA
    assert len(extract_batch(batch)) == 0


@pytest.mark.parametrize(
    "kind",
    [pyarrow.large_string(), pyarrow.string_view(), pyarrow.binary(), pyarrow.large_binary(), pyarrow.dictionary(pyarrow.int32(), pyarrow.string())],
)
def test_every_kind_of_text_column(kind):
    given = pyarrow.array(TEXTS).dictionary_encode() if pyarrow.types.is_dictionary(kind) else pyarrow.array(TEXTS).cast(kind)
    found = extract_batch(pyarrow.table({"page": given}), text="page")
    assert found.drop_columns("source") == extract_batch(table()).drop_columns("source")
    encoding = "utf-8" if "binary" in str(kind) else None
    assert {row["encoding"] for row in found["source"].to_pylist()} == {encoding}


def test_what_fails_costs_its_row_alone(monkeypatch):
    def extract(text, *more):
        if "boom" in text:
            raise RecursionError("too deep")
        return real(text, *more)

    real = work.extract
    monkeypatch.setattr(work, "extract", extract)
    found = extract_batch(pyarrow.table({"text": [b"LAHORE: It rained all night.", None, b"a\0b", b"boom", b"\x93Rain\x94"]}))
    assert [row and row["code"] for row in found["error"].to_pylist()] == [None, "unreadable", "binary", "crash", None]
    assert [row and row["message"].partition(":")[0] for row in found["error"].to_pylist()] == [None, "row 2", "row 3", "row 4", None]
    assert "RecursionError: too deep" in found["error"][3]["message"].as_py()
    assert found["dateline"][0]["places"].as_py() == ["LAHORE"]
    assert "decoded-as-cp1252" in found["warnings"][4].as_py()
    assert all(row["path"] is None for row in found["source"].to_pylist())


STRING = pyarrow.string()


def unchecked(*values, kind=STRING):
    """A column of strings that need not be UTF-8, as a writer that checks nothing makes it."""
    given = pyarrow.array(values, pyarrow.large_binary() if kind == pyarrow.large_string() else pyarrow.binary())
    if pyarrow.types.is_dictionary(kind):
        return pyarrow.DictionaryArray.from_arrays(pyarrow.array(range(len(values)), pyarrow.int32()), unchecked(*values))
    return pyarrow.Array.from_buffers(kind, len(given), given.buffers())


@pytest.mark.parametrize("kind", [pyarrow.string(), pyarrow.large_string(), pyarrow.dictionary(pyarrow.int32(), pyarrow.string())])
def test_strings_that_are_not_utf_8_cost_their_rows_alone(kind):
    texts = unchecked(b"LAHORE: It rained all night.", b"\x93LAHORE: It rained all night\x94", b"\xff\0", b"", None, kind=kind)
    ids = unchecked(b"a", b"b", b"c\xe9", None, b"e", kind=kind)
    found = extract_batch(pyarrow.table({"text": texts, "id": ids, "url": ids})).to_pylist()
    assert [row["error"] and row["error"]["code"] for row in found] == [None, None, "binary", None, "unreadable"]
    assert [row["source"]["encoding"] for row in found] == [None, "cp1252", None, None, None]
    assert [row["source"]["id"] for row in found] == ["a", "b", "c\\xe9", None, "e"]
    assert [row["source"]["url"] for row in found] == ["a", "b", "c\\xe9", None, "e"]
    assert "decoded-as-cp1252" in found[1]["warnings"]
    assert found[0]["dateline"]["places"] == ["LAHORE"]
    assert extract_batch(pyarrow.table({"text": ["LAHORE: It rained."] * 5, "id": ids}))["source"][2]["id"].as_py() == "c\\xe9"


def test_a_parquet_file_with_a_string_that_is_not_utf_8(shell, tmp_path):
    columns = {"text": unchecked(b"LAHORE: It rained.", b"\x93Rain\x94"), "id": unchecked(b"a\xe9", b"b")}
    parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    done = shell("dumpparse extract --fields source,error a.parquet")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["source"]["encoding"] for record in records] == [None, "cp1252"]
    assert [record["source"]["id"] for record in records] == ["a\\xe9", "b"]
    assert done.returncode == 0


def test_keep_takes_a_name_alone_and_any_iterable():
    given = table(id=list(range(len(TEXTS))), lang=["en"] * len(TEXTS))
    assert extract_batch(given, keep="id").schema.names == ["id", *SCHEMA.names]
    assert extract_batch(given, keep=(name for name in ("id", "lang"))).schema.names == ["id", "lang", *SCHEMA.names]


def test_a_column_that_is_null_throughout():
    found = extract_batch(pyarrow.table({"text": pyarrow.nulls(3)}))
    assert [row["code"] for row in found["error"].to_pylist()] == ["unreadable"] * 3


def test_rows_are_numbered_through_a_table(monkeypatch):
    monkeypatch.setattr(arrow, "_ROWS", 2)
    found = extract_batch(pyarrow.table({"text": ["a", "b", "c", "d", None]}))
    assert found["error"][4]["message"].as_py().startswith("row 5: ")


def test_ids_urls_and_the_time_of_the_crawl():
    text = "Bridge reopens\nBy Nadia Rahim\n3 hours ago\nLONDON: The bridge was opened again after a year of repairs, the council said.\n"
    given = pyarrow.table({"text": [text], "id": [17], "link": ["http://a.example/1"], "at": ["2024-05-23T10:00:00Z"]})
    found = extract_batch(given, url_key="link", crawled_key="at").to_pylist()[0]
    source = {"path": None, "encoding": None, "id": "17", "url": "http://a.example/1", "record": None, "crawled": "2024-05-23T10:00:00Z"}
    assert found["source"] == source
    assert found["published"][:10] == "2024-05-23"
    assert extract_batch(given).to_pylist()[0]["published"] is None


@pytest.mark.parametrize(
    ("given", "options", "error", "says"),
    [
        ({"page": ["a"]}, {}, ValueError, "no column 'text'; it has 'page'"),
        ({"text": ["a"]}, {"keep": ["lang"]}, ValueError, "no column 'lang'; it has 'text'"),
        ({"text": ["a"], "body": ["b"]}, {"keep": ["body"]}, ValueError, "has a 'body' of its own"),
        ({"text": [1]}, {}, TypeError, "'text' holds int64, not text"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(given, options, error, says):
    with pytest.raises(error, match=says):
        extract_batch(pyarrow.table(given), **options)


def test_a_name_that_two_columns_have():
    with pytest.raises(ValueError, match="several columns 'text'"):
        extract_batch(pyarrow.table([["a"], ["b"]], names=["text", "text"]))
    with pytest.raises(ValueError, match="several columns 'id'"):
        extract_batch(pyarrow.table([["a"], ["b"], ["c"]], names=["text", "id", "id"]))


def test_no_engine_is_imported_and_no_command_needs_arrow(tmp_path):
    def loaded(code):
        done = subprocess.run(
            [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()} & {"pyarrow", "ray", "pyspark", "datatrove", "pandas"}

    assert loaded("import dumpparse.arrow; import pyarrow; dumpparse.arrow.extract_batch(pyarrow.table({'text': ['a']}))") <= {"pyarrow", "pandas"}
    (tmp_path / "a.txt").write_text(TEXTS[0])
    assert loaded("from dumpparse.cli import cli\ntry: cli(['extract', 'a.txt'])\nexcept SystemExit: pass\n") == set()


@pytest.mark.parametrize(("module", "package"), [("arrow", "pyarrow"), ("integrations.datatrove", "datatrove")])
def test_without_the_package_the_error_names_the_extra(module, package):
    code = f"import sys; sys.modules[{package!r}] = None\nimport dumpparse.{module}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"pip install 'dumpparse[{module.rpartition('.')[2]}]'" in done.stderr
