"""Many inputs through the command line: order, workers and what happens to them, the journal, and what goes wrong in practice."""

import contextlib
import gzip
import json
import os
import pty
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

import pytest

from conftest import FIXTURES
from test_readers import jsonl, make_csv, make_parquet, make_wet

DUMPS = [path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "dawn").glob("*.txt"))]
COMMAND = [sys.executable, "-m", "dumpparse", "extract"]


def rows(count):
    """Records of real shapes, each of its own."""
    return [
        {"id": f"n{number}", "url": f"http://a.example/{number}", "text": f"{DUMPS[number % len(DUMPS)]}\nNumber {number}\n"} for number in range(count)
    ]


def extract(folder, *arguments, **options):
    return subprocess.run([*COMMAND, *map(str, arguments)], cwd=folder, capture_output=True, timeout=300, check=False, **options)


def records(data):
    return [json.loads(line) for line in data.decode().splitlines()]


def codes(data):
    return [record["error"] and record["error"]["code"] for record in records(data)]


def until(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return found


def children(pid):
    """The process ids of a process's children."""
    with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(word) for word in file.read().split()]
    return []


needs_proc = pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="needs /proc")


# Order, and any number of workers


@pytest.mark.parametrize("make", [jsonl, make_csv, make_parquet, make_wet])
def test_the_output_is_the_same_for_any_number_of_workers(tmp_path, make):
    name = {jsonl: "a.jsonl", make_csv: "a.csv", make_parquet: "a.parquet", make_wet: "a.warc.wet.gz"}[make]
    make(tmp_path / name, rows(150))
    one, two, three = (extract(tmp_path, "-j", jobs, name) for jobs in (1, 2, 3))
    assert one.stdout == two.stdout == three.stdout
    assert one.returncode == 0
    assert one.stderr == b""
    found = records(one.stdout)
    assert [record["source"]["record"] for record in found] == list(range(1, 151))
    assert [record["source"]["url"] for record in found] == [row["url"] for row in rows(150)]


def test_the_library_gives_the_same_and_a_few_need_no_workers(tmp_path):
    import dumpparse

    jsonl(tmp_path / "a.jsonl", rows(20))
    here, by_workers = extract(tmp_path, "a.jsonl"), extract(tmp_path, "-j2", "a.jsonl")
    assert here.stdout == by_workers.stdout
    for record, row in zip(records(here.stdout), rows(20), strict=True):
        assert {**record, "source": None} == {**dumpparse.extract(row["text"]).to_dict(), "source": None}
    modules = subprocess.run([sys.executable, "-X", "importtime", *COMMAND[1:], "a.jsonl"], cwd=tmp_path, capture_output=True, check=True).stderr.decode()
    loaded = {line.rpartition("|")[2].strip() for line in modules.splitlines()}
    for name in ("multiprocessing", "subprocess", "gzip", "csv", "pyarrow", "fastwarc", "zstandard", "rich", "hashlib", "fcntl", "dumpparse.workers"):
        assert name not in loaded, name


def test_files_directories_and_crawls_together_in_order(tmp_path):
    (tmp_path / "d").mkdir()
    for number in range(40):
        (tmp_path / "d" / f"{number:02}.txt").write_text(DUMPS[number % len(DUMPS)])
    jsonl(tmp_path / "a.jsonl", rows(5))
    done = extract(tmp_path, "a.jsonl", "d", "missing.txt", "a.jsonl")
    assert done.returncode == 1
    found = [(record["source"]["path"], record["source"].get("record")) for record in records(done.stdout)]
    crawl = [("a.jsonl", number) for number in range(1, 6)]
    assert found == [*crawl, *((f"d/{number:02}.txt", None) for number in range(40)), ("missing.txt", None), *crawl]


def test_nul_separated_texts(tmp_path):
    done = extract(tmp_path, "-0", input="\0".join(DUMPS[:3]).encode())
    assert [record["source"] for record in records(done.stdout)] == [{"path": None, "encoding": "utf-8", "record": number} for number in (1, 2, 3)]
    assert extract(tmp_path, "-0", "a.txt").returncode == 2
    assert extract(tmp_path, "-0", "--input-format", "csv").returncode == 2


def test_standard_input_in_any_format(tmp_path):
    jsonl(tmp_path / "a.jsonl", rows(3))
    data = (tmp_path / "a.jsonl").read_bytes()
    for given in (data, gzip.compress(data)):
        done = extract(tmp_path, "--input-format", "jsonl", input=given)
        assert [record["source"]["id"] for record in records(done.stdout)] == ["n0", "n1", "n2"]


# What workers meet


def test_a_dump_that_takes_too_long_costs_itself_alone(tmp_path):
    os.mkfifo(tmp_path / "never.txt")
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(DUMPS[number])
    names = ["0.txt", "1.txt", "never.txt", "2.txt", "3.txt", "never.txt", "4.txt", "5.txt"]
    for jobs in (1, 2, 3):
        done = extract(tmp_path, "-j", jobs, "--timeout", "0.7", *names)
        assert done.returncode == 1
        assert codes(done.stdout) == [None, None, "timeout", None, None, "timeout", None, None]
        assert [record["source"]["path"] for record in records(done.stdout)] == names
        assert b"never.txt: not done after 0.7 seconds: pass a longer --timeout" in done.stderr
        assert b"failed: 2 timeout" in done.stderr
        assert b"6 read, 2 failed" in done.stderr


def test_a_text_that_takes_too_long_to_read(tmp_path):
    slow = {"text": "LAHORE: It rained all night, and the river rose.\n" * 400_000}
    jsonl(tmp_path / "a.jsonl", [*rows(3), slow, *rows(3)])
    done = extract(tmp_path, "--timeout", "0.6", "a.jsonl")
    assert codes(done.stdout) == [None] * 3 + ["timeout"] + [None] * 3
    assert b"a.jsonl, record 4: not done after 0.6 seconds" in done.stderr
    assert codes(extract(tmp_path, "--timeout", "0", "a.jsonl").stdout) == [None] * 7


@needs_proc
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_dump_that_kills_its_worker_costs_itself_alone(tmp_path, jobs):
    os.mkfifo(tmp_path / "deadly.txt")
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(DUMPS[number])
    names = ["0.txt", "1.txt", "deadly.txt", "2.txt", "3.txt", "4.txt", "5.txt"]
    batch = subprocess.Popen([*COMMAND, "-j", str(jobs), *names], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    victim = until(lambda: [pid for pid in children(batch.pid) if _waits_to_open(pid)])[0]
    os.kill(victim, signal.SIGKILL)
    out, err = batch.communicate(timeout=60)
    assert batch.returncode == 1
    assert codes(out) == [None, None, "crash", None, None, None, None]
    assert b"deadly.txt: the process that read it ended (SIGKILL)" in err
    assert not [pid for pid in children(os.getpid()) if pid == victim]


def _waits_to_open(pid):
    """Whether a process waits for somebody to write to the pipe that it opens."""
    try:
        with open(f"/proc/{pid}/wchan") as wchan, open(f"/proc/{pid}/syscall") as call:
            return "fifo" in wchan.read() or call.read().split()[0] in ("257", "56")  # openat on x86-64, on arm64
    except (OSError, IndexError):
        return False


@needs_proc
def test_workers_end_with_their_parent_however_that_ends(tmp_path):
    os.mkfifo(tmp_path / "never.txt")
    for end in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
        batch = subprocess.Popen([*COMMAND, "-j2", "--timeout", "1.5", "never.txt", "never.txt"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        workers = until(lambda pid=batch.pid: len(found := children(pid)) == 2 and all(map(_waits_to_open, found)) and found)
        batch.send_signal(end)
        batch.communicate(timeout=60)
        assert batch.returncode == -end
        until(lambda those=workers: not any(os.path.exists(f"/proc/{pid}") and _state(pid) != "Z" for pid in those), 10)


def _state(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_not_enough_memory_for_one(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"a\n" * 40_000_000)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(DUMPS[number])
    limit = 900 << 20
    done = extract(tmp_path, "-j2", "0.txt", "big.txt", "1.txt", "2.txt", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    assert codes(done.stdout) == [None, "crash", None, None]
    assert b"big.txt: " in done.stderr
    assert done.returncode == 1


def test_a_closed_pipe_ends_a_batch_quietly(shell, tmp_path):
    jsonl(tmp_path / "a.jsonl", rows(500))
    done = shell("dumpparse extract -j2 a.jsonl | head -1 | wc -l; echo ${PIPESTATUS[@]}")
    assert done.stdout.split() == [b"1", b"0", b"0", b"0"]
    assert done.stderr == b""


def test_fail_fast_stops_a_batch(tmp_path):
    jsonl(tmp_path / "a.jsonl", [*rows(50), {"id": "bad"}, *rows(50)])
    done = extract(tmp_path, "-j2", "--fail-fast", "a.jsonl")
    assert done.returncode == 1
    assert codes(done.stdout) == [None] * 50 + ["unreadable"]


def test_a_slow_one_first_is_waited_for_and_the_others_are_done_meanwhile(tmp_path):
    os.mkfifo(tmp_path / "slow.txt")
    jsonl(tmp_path / "a.jsonl", rows(300))
    batch = subprocess.Popen([*COMMAND, "-j2", "slow.txt", "a.jsonl"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with open(tmp_path / "slow.txt", "w") as slow:  # opened when its worker reads it
        time.sleep(0.5)
        slow.write(DUMPS[0])
    out, _ = batch.communicate(timeout=60)
    assert [record["source"]["path"] for record in records(out)] == ["slow.txt"] + ["a.jsonl"] * 300


# The journal


SIZE = 1500  # records: some blocks of output, some seconds of work


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    """A folder with a crawl and a directory of files, and what a batch over them gives undisturbed."""
    folder = tmp_path_factory.mktemp("crawl")
    make_wet(folder / "a.warc.wet.gz", rows(SIZE // 3))
    make_parquet(folder / "b.parquet", rows(SIZE // 3))
    (folder / "d").mkdir()
    for number in range(200):
        (folder / "d" / f"{number:03}.txt").write_text(DUMPS[number % len(DUMPS)])
    jsonl(folder / "c.jsonl", [*rows(SIZE // 6), {"id": "bad"}, *rows(SIZE // 6)])
    return folder


BATCH = ["a.warc.wet.gz", "d", "b.parquet", "missing.txt", "c.jsonl"]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_killed_at_twenty_random_moments_it_goes_on_to_the_same_bytes(tmp_path, crawl, name):
    begun = time.monotonic()
    undisturbed = extract(crawl, "-j2", *BATCH, "-o", tmp_path / f"whole-{name}")
    seconds = time.monotonic() - begun
    assert undisturbed.returncode == 1
    out, chance, lengths = tmp_path / name, random.Random(name), []
    for number in range(20):
        command = [*COMMAND, "-j2", *BATCH, "-o", str(out), "--resume"]
        batch = subprocess.Popen(command, cwd=crawl, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # Moments over the first run's first half, so that there is something left to kill.
        time.sleep(chance.uniform(0.1, max(0.6, seconds / 4)))
        if batch.poll() is not None:
            batch.communicate()
            break
        batch.send_signal(signal.SIGINT if number % 2 else signal.SIGKILL)
        _, err = batch.communicate(timeout=60)
        assert batch.returncode in (-signal.SIGINT, -signal.SIGKILL, 1)
        assert b"Traceback" not in err
        lengths.append(os.path.getsize(f"{out}.part") if os.path.exists(f"{out}.part") else None)
    done = extract(crawl, "-j3", *BATCH, "-o", out, "--resume")
    assert done.returncode == 1
    assert out.read_bytes() == (tmp_path / f"whole-{name}").read_bytes()
    assert sorted(os.listdir(tmp_path)) == [name, f"whole-{name}"]
    assert len(lengths) >= 3
    assert f"failed: {1} not-found, {1} unreadable" in done.stderr.decode()
    assert f"{SIZE + 200} read, 2 failed" in done.stderr.decode()
