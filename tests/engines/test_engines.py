"""datatrove, Ray Data and Spark, each started here, give for ten thousand pages the records that the command line gives."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time

from corpus import COUNT, FILES, assert_same


def columns(rows, kept):
    """The rows without the column that was kept, which must be the record's own id."""
    for row in rows:
        assert row.pop(kept) == row["source"]["id"]
    return rows


def test_ray_data(needs, crawl, expected, documented, monkeypatch):
    ray = needs("ray")
    monkeypatch.chdir(crawl)
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=500 << 20, logging_level="error", _node_ip_address="127.0.0.1")
    try:
        names = {}
        exec(documented("Ray Data"), names)
        found = [row for batch in names["records"].iter_batches(batch_format="pyarrow") for row in batch.to_pylist()]
    finally:
        ray.shutdown()
    assert_same(columns(found, "id"), expected)


def test_spark(needs, crawl, expected, documented, monkeypatch):
    needs("java", program=True)
    needs("pyspark")
    from pyspark.sql import SparkSession

    monkeypatch.chdir(crawl)
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    try:
        names = {"spark": spark}
        exec(documented("Spark"), names)
        found = names["records"].toArrow().to_pylist()
    finally:
        spark.stop()
    assert_same(columns(found, "id"), expected)


# datatrove


def with_body(expected):
    return {id_: record for id_, record in expected.items() if record["body"]}


def documents(folder):
    return [json.loads(line) for path in sorted(folder.glob("*.jsonl.gz")) for line in gzip.open(path, "rt", encoding="utf-8")]


def completed(crawl):
    folder = crawl / "logs" / "completions"
    return sorted(os.listdir(folder)) if folder.is_dir() else []


def launch(crawl):
    """The README's pipeline in a process group of its own."""
    return subprocess.Popen([sys.executable, "pipeline.py"], cwd=crawl, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_datatrove_killed_in_the_middle_and_launched_again(needs, crawl, expected, documented):
    needs("datatrove")
    (crawl / "pipeline.py").write_text(documented("datatrove"))
    first = launch(crawl)
    deadline = time.monotonic() + 300
    while len(completed(crawl)) < 2 and first.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    done = completed(crawl)
    assert 2 <= len(done) < FILES  # it was in the middle
    assert len(documents_by_task(crawl, done)) < len(with_body(expected))
    before = {name: (crawl / "articles" / f"{name}.jsonl.gz").stat().st_mtime_ns for name in done}

    again = launch(crawl)
    _, said = again.communicate(timeout=300)
    assert again.returncode == 0, said.decode()[-3000:]
    assert len(completed(crawl)) == FILES
    assert {name: (crawl / "articles" / f"{name}.jsonl.gz").stat().st_mtime_ns for name in done} == before

    found = documents(crawl / "articles")
    assert_same([one["metadata"]["dumpparse"] for one in found], with_body(expected))
    assert all(one["text"] == one["metadata"]["dumpparse"]["body"] for one in found)
    assert {one["id"]: one["metadata"]["url"] for one in found} == {id_: record["source"]["url"] for id_, record in with_body(expected).items()}


def documents_by_task(crawl, tasks):
    return [line for task in tasks for line in gzip.open(crawl / "articles" / f"{task}.jsonl.gz")]


def test_datatrove_keeps_what_has_no_body_if_asked_and_writes_down_what_it_drops(needs, crawl, expected, tmp_path):
    needs("datatrove")
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers import JsonlWriter

    from dumpparse.integrations.datatrove import Dumpparse

    def run(step, name):
        reader = WarcReader(str(crawl / "wet"), glob_pattern="crawl-00*")
        stats = LocalPipelineExecutor([reader, step, JsonlWriter(str(tmp_path / name))], logging_dir=str(tmp_path / f"{name}-logs"), workers=1).run()
        return stats, documents(tmp_path / name)

    first = dict(list(expected.items())[: COUNT // FILES])
    _, kept = run(Dumpparse(key="record", replace_text=False, keep_without_body=True), "kept")
    assert_same([one["metadata"]["record"] for one in kept], first)
    assert all(one["text"].strip().endswith(("Number " + one["id"][10:-1].lstrip("0"), "said.", "© Some Paper")) for one in kept[1:])

    dropped = JsonlWriter(str(tmp_path / "dropped"))
    stats, passed = run(Dumpparse(exclusion_writer=dropped), "passed")
    out = documents(tmp_path / "dropped")
    assert {one["metadata"]["filter_reason"] for one in out} == {"no-body"}
    assert all(one["metadata"]["dumpparse"]["body"] is None for one in out)
    assert any("Cookie settings" in one["text"] for one in out)
    assert len(out) == len(first) - len(with_body(first)) > 0
    assert_same([one["metadata"]["dumpparse"] for one in passed], with_body(first))
    counted = next(part.stats for part in stats.stats if "Dumpparse" in part.name)
    assert (counted["forwarded"].total, counted["dropped_no-body"].total) == (len(passed), len(out))
