#!/usr/bin/env python3
"""What each engine costs on top of the same work in plain loops, and how many rows a second come of it, side by side in one run.

    python benchmarks/engines.py [arrow] [batch] [datatrove] [ray] [spark] [--rows N] [--workers N] [--rounds N]

Each job reads the same pages from Parquet (datatrove: from WET, as its block is used), extracts, and writes whole records. The plain
loop is a Python process for each worker over its share of the pages: extract(), to_dict(), a line of JSON. It runs before and after each
job, and the cost is the job's wall time to the mean of these two; what an engine needs until it is ready is told apart, in seconds.

arrow      extract_batch over a table, a process for each worker: what the conversion to columns costs
batch      dumpparse extract -j N
datatrove  LocalPipelineExecutor; ray: Ray Data; spark: local[N]. They need `pip install -e '.[engines]'`, and Spark Java 17

The pages are those of tests/engines/, ten thousand of them unless --rows says otherwise. Machines differ and drift, and this one may be
busy: compare ratios of one run. Nothing here passes or fails.
"""

import argparse
import contextlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from common import HERE, table

sys.path.insert(0, str(HERE.parent / "tests" / "engines"))
JOBS = ("arrow", "batch", "datatrove", "ray", "spark")


def plain(folder: pathlib.Path, workers: int, rank: int) -> None:
    """One worker's share in a plain loop."""
    from pyarrow import parquet

    import dumpparse

    yield
    texts = parquet.read_table(folder / "pages.parquet", columns=["text"])["text"].to_pylist()
    with open(folder / f"out-{rank}.jsonl", "w", encoding="utf-8") as file:
        for text in texts[rank::workers]:
            file.write(json.dumps(dumpparse.extract(text).to_dict(), ensure_ascii=False) + "\n")


def arrow(folder: pathlib.Path, workers: int, rank: int) -> None:
    """One worker's share by extract_batch."""
    from pyarrow import parquet

    from dumpparse.arrow import extract_batch

    yield
    pages = parquet.read_table(folder / "pages.parquet")
    parquet.write_table(extract_batch(pages.take(list(range(rank, len(pages), workers)))), folder / f"out-{rank}.parquet")


def datatrove(folder: pathlib.Path, workers: int, rank: int) -> None:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers import JsonlWriter

    from dumpparse.integrations.datatrove import Dumpparse

    yield
    pipeline = [WarcReader(str(folder / "wet")), Dumpparse(keep_without_body=True), JsonlWriter(str(folder / "out"), compression=None)]
    LocalPipelineExecutor(pipeline, tasks=10, workers=workers, logging_dir=str(folder / "logs")).run()


def ray(folder: pathlib.Path, workers: int, rank: int) -> None:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray

    from dumpparse.arrow import extract_batch

    ray.init(num_cpus=workers, include_dashboard=False, object_store_memory=500 << 20, logging_level="error", _node_ip_address="127.0.0.1")
    yield
    ray.data.read_parquet(str(folder / "pages.parquet")).map_batches(extract_batch, batch_format="pyarrow").write_parquet(str(folder / "out"))
    ray.shutdown()


def spark(folder: pathlib.Path, workers: int, rank: int) -> None:
    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    from dumpparse.arrow import SCHEMA, extract_batch

    session = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.enabled", False).getOrCreate()
    yield
    pages = session.read.parquet(str(folder / "pages.parquet")).repartition(workers * 2)
    pages.mapInArrow(lambda batches: map(extract_batch, batches), from_arrow_schema(SCHEMA)).write.parquet(str(folder / "out"))
    session.stop()


def run(job: str, source: pathlib.Path, workers: int) -> tuple[float, float]:
    """Seconds until a job was ready, and seconds of its work: the slowest worker's where each is a process here."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in source.iterdir():
            (folder / part.name).symlink_to(part)
        if job == "batch":
            begun = time.monotonic()
            command = [sys.executable, "-m", "dumpparse", "extract", "-q", "-j", str(workers), "-o", "out.jsonl", "pages.parquet"]
            subprocess.run(command, cwd=folder, check=True)
            return 0.0, time.monotonic() - begun
        ranks = range(workers if job in ("plain", "arrow") else 1)
        command = [sys.executable, __file__, "--job", job, "--folder", folder, "--workers", workers, "--rank"]
        begun = time.time()
        running = [subprocess.Popen([*map(str, command), str(rank)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for rank in ranks]
        told = []
        for process in running:
            out, errors = process.communicate()
            if process.returncode:
                raise SystemExit(f"{job} ended with {process.returncode}:\n{errors.decode()[-2000:]}")
            told.append(json.loads(out.decode().splitlines()[-1]))
        return max(ready for ready, _ in told) - begun, max(done - ready for ready, done in told)


def work(job: str, folder: pathlib.Path, workers: int, rank: int) -> None:
    """What a job's process does; it prints when it was ready and when it was done."""
    steps = globals()[job](folder, workers, rank)
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        next(steps)
        ready = time.time()
        next(steps, None)
        done = time.time()
    print(json.dumps([ready, done]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=", ".join(JOBS))
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--job", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--rank", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        return work(options.job, options.folder, options.workers, options.rank)
    if unknown := set(options.jobs) - set(JOBS):
        parser.error(f"no job {', '.join(sorted(unknown))}: there are {', '.join(JOBS)}")
    import corpus

    with tempfile.TemporaryDirectory() as name:
        source = pathlib.Path(name)
        corpus.write_wet(source / "wet", options.rows)
        corpus.write_parquet(source / "pages.parquet", options.rows)
        rows = []
        loops = [run("plain", source, options.workers)[1]]
        for job in options.jobs or JOBS:
            starts, costs, seconds = [], [], []
            for _ in range(options.rounds):
                start, took = run(job, source, options.workers)
                loops.append(run("plain", source, options.workers)[1])
                starts.append(start)
                seconds.append(took)
                costs.append(took / statistics.mean(loops[-2:]))
            begin = f"{statistics.median(starts):.1f}" if job != "batch" else "in the rest"
            rows.append([job, begin, f"{options.rows / statistics.median(seconds):,.0f}", f"{statistics.median(costs):.2f}"])
        rows.append(["plain loops", "–", f"{options.rows / statistics.median(loops):,.0f}", "1"])
    print(f"{options.rows:,} pages, {options.workers} workers\n")
    print(table(["engine", "seconds to start", "rows a second", "wall time to plain loops"], rows))
    return None


if __name__ == "__main__":
    main()
