"""Many inputs through the command line: order, workers and what happens to them, the journal, and what goes wrong in practice."""

import contextlib
import gzip
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import FIXTURES
from test_readers import jsonl, make_csv, make_parquet, make_wet

DUMPS = [path.read_text(encoding="utf-8") for path in sorted((FIXTURES / "dawn").glob("*.txt"))]
COMMAND = [sys.executable, "-m", "dumpparse", "extract"]


def rows(count):
    """Records of real shapes, each of its own."""
    return [{"id": f"n{number}", "url": f"http://a.example/{number}", "text": text(number)} for number in range(count)]


def text(number):
    """A dump; one in four is a long paragraph, so that not much work gives many bytes."""
    dump = DUMPS[number % len(DUMPS)] if number % 4 else f"LAHORE: {'The river rose by a metre in the night and ' * 900}"
    return f"{dump}\nNumber {number}\n"


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
    assert one.stderr == b"dumpparse: 150 read, 0 failed\n"
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
    modules = subprocess.run(
        [sys.executable, "-X", "importtime", *COMMAND[1:], "a.jsonl"], cwd=tmp_path, capture_output=True, check=True
    ).stderr.decode()
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
    slow = {"text": "LAHORE: It rained all night, and the river rose.\n" * 150_000}
    jsonl(tmp_path / "a.jsonl", [*rows(3), slow, *rows(3)])
    done = extract(tmp_path, "--timeout", "0.5", "a.jsonl")
    assert codes(done.stdout) == [None] * 3 + ["timeout"] + [None] * 3
    assert b"a.jsonl, record 4: not done after 0.5 seconds" in done.stderr
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
        batch = subprocess.Popen(
            [*COMMAND, "-j2", "--timeout", "1.5", "never.txt", "never.txt"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
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


DYING = """
import os, sys
if sys.orig_argv[1] == "-c" and "dumpparse.worker" in sys.orig_argv[2]:
    at = os.path.join(os.path.dirname(__file__), "starts")
    with open(at, "a") as starts:
        starts.write(".")
    if DIES(os.path.getsize(at)):
        os._exit(3)
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_dies_while_it_starts_is_replaced(tmp_path, jobs):
    jsonl(tmp_path / "a.jsonl", rows(50))
    (tmp_path / "sitecustomize.py").write_text(DYING.replace("DIES", "(lambda starts: starts <= 3)"))
    path = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    done = extract(tmp_path, "-j", jobs, "a.jsonl", env=path)
    assert done.returncode == 0, done.stderr
    assert codes(done.stdout) == [None] * 50
    (tmp_path / "sitecustomize.py").write_text(DYING.replace("DIES", "bool"))
    done = extract(tmp_path, "-j", jobs, "a.jsonl", "-o", "out.jsonl", env=path)
    assert done.returncode == 1
    assert f"a worker process ended (exit code 3) before it had begun, {5 * jobs} times in a row" in done.stderr.decode()
    assert b"nothing was written yet, run it again" in done.stderr
    assert extract(tmp_path, "-j", jobs, "a.jsonl", "-o", "out.jsonl", "--resume").returncode == 0
    assert len(records((tmp_path / "out.jsonl").read_bytes())) == 50


@pytest.mark.parametrize("limit", [220, 320, 420, 520, 620])
def test_a_record_too_big_for_memory_costs_itself_alone_wherever_it_runs_out(tmp_path, limit):
    with open(tmp_path / "a.jsonl", "w") as file:
        for row in rows(3):
            file.write(json.dumps(row) + "\n")
        file.write('{"text": "' + "a " * 60_000_000 + '"}\n')
    jsonl(tmp_path / "b.jsonl", rows(3))
    limit <<= 20
    done = extract(tmp_path, "-j2", "a.jsonl", "b.jsonl", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    assert codes(done.stdout) == [None, None, None, "crash", None, None, None], done.stderr
    assert b"Traceback" not in done.stderr or b"worker" in done.stderr
    assert b"memory" in done.stderr
    assert done.returncode == 1


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


def test_files_that_vanish_while_it_runs(tmp_path):
    os.mkfifo(tmp_path / "slow.jsonl")
    for name in ("a.jsonl", "b.txt", "c.parquet"):
        (tmp_path / name).write_text("{}")
    (tmp_path / "d.txt").write_text(DUMPS[0])
    names = ["slow.jsonl", "a.jsonl", "b.txt", "c.parquet", "d.txt"]
    batch = subprocess.Popen([*COMMAND, *names, "-j2"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with open(tmp_path / "slow.jsonl", "w") as slow:
        for name in names[1:-1]:
            (tmp_path / name).unlink()
        slow.write(json.dumps({"text": DUMPS[1]}))
    out, err = batch.communicate(timeout=60)
    assert batch.returncode == 1
    assert codes(out) == [None, "not-found", "not-found", "not-found", None]
    assert err.count(b": no such file: check the name") == 3


def test_names_of_all_kinds_and_links_in_a_loop(tmp_path):
    folder = os.fsencode(tmp_path) + b"/d"
    os.mkdir(folder)
    os.symlink(b"..", folder + b"/up")
    os.symlink(b"self.txt", folder + b"/self.txt")
    for name in (b"caf\xe9.txt", b"two\nlines.txt", b"\x1b[31m.txt", b"z.jsonl"):
        with open(folder + b"/" + name, "wb") as file:
            file.write(b"{}\n" if name == b"z.jsonl" else b"a\0")
    done = extract(tmp_path, "-j2", "--glob", "*", "d")
    assert done.returncode == 1
    assert codes(done.stdout) == ["binary", "binary", "loop", "binary", "loop", "unreadable"]
    paths = [record["source"]["path"] for record in records(done.stdout)]
    assert paths == ["d/\x1b[31m.txt", "d/caf\udce9.txt", "d/self.txt", "d/two\nlines.txt", "d/up/d", "d/z.jsonl"]
    lines = done.stderr.decode().splitlines()
    assert len([line for line in lines if line.startswith("dumpparse: error: d/")]) == 6
    assert "dumpparse: error: d/two\\nlines.txt: not text" in done.stderr.decode()
    assert b"\x1b" not in done.stderr
    assert extract(tmp_path, "-j2", "--glob", "*", "d", "-o", "out.parquet").returncode == 1


# The journal


SIZE = 360  # records: some blocks of output, some seconds of work


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    """A folder with a crawl and a directory of files, and what a batch over them gives undisturbed."""
    folder = tmp_path_factory.mktemp("crawl")
    make_wet(folder / "a.warc.wet.gz", rows(SIZE // 3))
    make_parquet(folder / "b.parquet", rows(SIZE // 3))
    (folder / "d").mkdir()
    for number in range(60):
        (folder / "d" / f"{number:03}.txt").write_text(text(number))
    jsonl(folder / "c.jsonl", [*rows(SIZE // 6), {"id": "bad"}, *rows(SIZE // 6)])
    return folder


BATCH = ["a.warc.wet.gz", "d", "b.parquet", "missing.txt", "c.jsonl"]


def content(out):
    """The bytes of an output, or of every file of an output directory."""
    return out.read_bytes() if out.is_file() else {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("name", "kills"), [("out.jsonl", 20), ("out.jsonl.gz", 2), ("out.csv.zst", 2), ("out.parquet", 3), ("folder", 3)])
def test_killed_at_random_moments_it_goes_on_to_the_same_bytes(tmp_path, crawl, name, kills):
    (tmp_path / "whole").mkdir()
    option = "-o" if "." in name else "--output-dir"
    begun = time.monotonic()
    assert extract(crawl, "-j2", *BATCH, option, tmp_path / "whole" / name).returncode == 1
    seconds = time.monotonic() - begun
    whole = content(tmp_path / "whole" / name)
    out, chance, went_on, killed = tmp_path / "out" / name, random.Random(name), 0, 0
    out.parent.mkdir()
    journal = Path(f"{out}.part.journal") if "." in name else out / ".dumpparse.journal"
    while killed < kills:
        batch = subprocess.Popen([*COMMAND, "-j2", *BATCH, option, str(out), "--resume"], cwd=crawl, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if killed:
            time.sleep(chance.uniform(0, seconds))
        else:
            until(lambda batch=batch: _progress(journal) or batch.poll() is not None)
        signalled = batch.poll() is None
        if signalled:
            batch.send_signal(signal.SIGINT if killed % 2 else signal.SIGKILL)
        _, err = batch.communicate(timeout=60)
        went_on += b"goes on after" in err
        killed += batch.returncode < 0
        if b"Traceback" in err:  # Python itself was still starting, and ends with 1 where it was then interrupted
            assert signalled
            assert b"KeyboardInterrupt" in err, err
        elif batch.returncode >= 0:
            assert batch.returncode == 1, err
            assert f"{SIZE + 60} read, 2 failed" in err.decode()
            assert content(out) == whole
            shutil.rmtree(out) if out.is_dir() else out.unlink()
    done = extract(crawl, "-j3", *BATCH, option, out, "--resume")
    assert done.returncode == 1
    assert content(out) == whole
    assert os.listdir(out.parent) == [name]
    assert went_on or b"goes on after" in done.stderr
    assert "failed: 1 not-found, 1 unreadable" in done.stderr.decode()
    assert f"{SIZE + 60} read, 2 failed" in done.stderr.decode()


def interrupted(folder, *inputs):
    """A batch that was stopped when something of it was on the disk: the part and its journal are there."""
    batch = subprocess.Popen([*COMMAND, "-j2", *inputs, "-o", "out.jsonl"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until(lambda: _progress(folder / "out.jsonl.part.journal") or batch.poll() is not None)
    batch.send_signal(signal.SIGINT)
    _, err = batch.communicate(timeout=60)
    assert batch.returncode == -signal.SIGINT
    assert b"out.jsonl.part is kept, add --resume to go on from there" in err
    assert sorted(path.name for path in folder.glob("out*")) == ["out.jsonl.part", "out.jsonl.part.journal"]


def test_small_records_are_on_the_disk_before_they_are_many(tmp_path):
    from dumpparse import files

    (tmp_path / "a.jsonl").write_text('{"text": "Home"}\n' * (files.RECORDS + 60))
    os.mkfifo(tmp_path / "b.txt")  # which is waited for
    batch = subprocess.Popen([*COMMAND, "-j1", "--fields", "published", "a.jsonl", "b.txt", "-o", "out.jsonl"], cwd=tmp_path, stderr=subprocess.PIPE)
    until(lambda: _progress(tmp_path / "out.jsonl.part.journal"))
    batch.send_signal(signal.SIGINT)
    _, err = batch.communicate(timeout=60)
    assert b"out.jsonl.part is kept, add --resume to go on from there" in err
    assert (tmp_path / "out.jsonl.part").read_bytes().count(b"\n") == files.RECORDS


def test_nothing_is_called_kept_where_nothing_is(tmp_path):
    (tmp_path / "a.txt").write_text("Home\n")
    os.mkfifo(tmp_path / "b.txt")
    batch = subprocess.Popen([*COMMAND, "-j2", "a.txt", "b.txt", "-o", "out.jsonl"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until((tmp_path / "out.jsonl.part.journal").exists)  # from then on it knows what it has kept
    batch.send_signal(signal.SIGINT)
    _, err = batch.communicate(timeout=60)
    assert b"nothing was written yet, run it again" in err
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "b.txt"]


def _progress(journal):
    """Whether anything of a batch is on the disk."""
    with contextlib.suppress(OSError, ValueError):
        return json.loads(journal.read_text())["after"] != [0, 0]
    return False


@pytest.fixture
def stopped(tmp_path, crawl):
    shutil.copytree(crawl, tmp_path / "c", symlinks=True)
    interrupted(tmp_path / "c", *BATCH)
    return tmp_path / "c"


def test_what_cannot_be_gone_on_with_is_refused(stopped):
    part = (stopped / "out.jsonl.part").read_bytes()

    def refused(why, *arguments):
        done = extract(stopped, *arguments, "-o", "out.jsonl", "--resume")
        assert done.returncode == 2
        assert why in done.stderr.decode()
        assert "run without --resume to start again" in done.stderr.decode()
        assert (stopped / "out.jsonl.part").read_bytes() == part

    refused("other inputs", *BATCH[1:])
    refused("other options (--fields)", "--fields", "body", *BATCH)
    refused("other options (--min-confidence, --spans)", "--spans", "--min-confidence", "0.5", *BATCH)
    journal = json.loads((stopped / "out.jsonl.part.journal").read_text())
    (stopped / "out.jsonl.part.journal").write_text(json.dumps({**journal, "dumpparse": "0.0.1"}))
    refused("other version of dumpparse (0.0.1)", *BATCH)
    (stopped / "out.jsonl.part.journal").write_text(json.dumps({**journal, "length": 10**9}))
    refused("shorter than its journal says", *BATCH)
    (stopped / "out.jsonl.part.journal").write_text("{")
    refused("no journal of dumpparse's", *BATCH)
    (stopped / "out.jsonl.part.journal").write_text(json.dumps(journal))
    os.utime(stopped / "c.jsonl", (1, 1))
    refused("other inputs", *BATCH)


def test_a_batch_whose_output_lies_among_its_inputs(tmp_path, crawl):
    shutil.copytree(crawl, tmp_path / "c")
    whole = extract(tmp_path / "c", "--glob", "*", ".").stdout
    interrupted(tmp_path / "c", "--glob", "*", ".")
    done = extract(tmp_path / "c", "--glob", "*", ".", "-o", "out.jsonl", "--resume")
    assert b"goes on after" in done.stderr
    assert (tmp_path / "c" / "out.jsonl").read_bytes() == whole


def test_what_does_not_matter_may_differ_and_what_is_stale_is_replaced(stopped):
    whole = extract(stopped, *BATCH).stdout
    done = extract(stopped, "-j1", "--timeout", "30", "-q", *BATCH, "-o", "out.jsonl", "--resume")
    assert (done.returncode, (stopped / "out.jsonl").read_bytes()) == (1, whole)
    (stopped / "out.jsonl.part").write_text("stale")
    (stopped / "out.jsonl.part.journal").write_text("stale")
    assert extract(stopped, *BATCH, "-o", "out.jsonl").returncode == 1
    assert (stopped / "out.jsonl").read_bytes() == whole
    assert not list(stopped.glob("out.jsonl.*"))
    (stopped / "out.jsonl").unlink()
    (stopped / "out.jsonl.part").write_text("half a record, and no journal")
    assert extract(stopped, *BATCH, "-o", "out.jsonl", "--resume").returncode == 1
    assert (stopped / "out.jsonl").read_bytes() == whole


@pytest.mark.parametrize(("name", "files"), [("out.jsonl", len(BATCH)), ("out.csv", len(BATCH)), ("out.parquet", len(BATCH)), ("out.jsonl", 1)])
def test_cut_off_when_only_the_journal_was_left_to_remove(crawl, tmp_path, name, files):
    """Also of a run that --fail-fast had ended after the first file."""
    out = tmp_path / name
    journal = tmp_path / f"{name}.part.journal"
    batch = subprocess.Popen([*COMMAND, "-j2", *BATCH, "-o", str(out)], cwd=crawl, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until(lambda: _progress(journal))
    batch.kill()
    batch.communicate(timeout=60)
    kept = json.loads(journal.read_text())
    journal.write_text(json.dumps({**kept, "after": [files, 0], "finished": True}))
    os.unlink(f"{out}.part")
    out.write_text("all that was written")
    done = extract(crawl, *BATCH, "-o", out, "--resume")
    assert (done.returncode, done.stdout) == (0, b"")
    assert out.read_text() == "all that was written"
    assert os.listdir(tmp_path) == [name]


def test_two_batches_do_not_write_one_output(crawl, tmp_path):
    first = subprocess.Popen([*COMMAND, "-j2", *BATCH, "-o", str(tmp_path / "out.jsonl")], cwd=crawl, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until((tmp_path / "out.jsonl.part.journal").exists)
    for resume in ([], ["--resume"]):
        second = extract(crawl, *BATCH, "-o", tmp_path / "out.jsonl", *resume)
        assert second.returncode == 2
        assert b"another dumpparse is writing" in second.stderr
    first.communicate(timeout=60)
    assert first.returncode == 1
    assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == SIZE + 62


def test_a_full_disk_stops_a_batch_that_goes_on_when_there_is_room(crawl, tmp_path):
    limit = 1_500_000
    for name in ("out.jsonl", "out.parquet"):
        out = tmp_path / name
        done = extract(crawl, "-j2", *BATCH, "-o", out, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        assert done.returncode == 1
        assert f"{out} cannot be written: File too large; {out}.part is kept, add --resume to go on from there" in done.stderr.decode()
        assert not out.exists()
        done = extract(crawl, "-j2", *BATCH, "-o", out, "--resume")
        assert b"goes on after" in done.stderr
        assert out.exists()
        assert len(list(tmp_path.glob(f"{name}*"))) == 1
    assert (tmp_path / "out.jsonl").read_bytes() == extract(crawl, *BATCH).stdout


def test_a_full_disk_stops_a_batch_into_a_directory(tmp_path):
    short = [{"id": f"n{number}", "text": DUMPS[number % len(DUMPS)]} for number in range(600)]
    jsonl(tmp_path / "a.jsonl", [*short, {"id": "long", "text": text(0)}, *short[:20]])
    limit = 30_000
    done = extract(tmp_path, "-j2", "a.jsonl", "--output-dir", "out", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert done.returncode == 1
    assert "out cannot be written: File too large; what is in out stays, add --resume to go on from there" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    done = extract(tmp_path, "-j2", "a.jsonl", "--output-dir", "out", "--resume")
    assert done.returncode == 0
    assert b"goes on after" in done.stderr
    assert len(os.listdir(tmp_path / "out" / "a.jsonl")) == 621
    assert os.listdir(tmp_path / "out") == ["a.jsonl"]


def test_the_last_records_of_a_directory_are_on_the_disk_before_its_journal_is_gone(tmp_path, monkeypatch):
    from dumpparse.files import DirectorySink
    from dumpparse.inputs import Input
    from dumpparse.options import Options

    class Journal:
        def remove(self):
            steps.append("removed")

    steps = []
    monkeypatch.setattr(os, "sync", lambda: steps.append("synced"))
    sink = DirectorySink(str(tmp_path), Options(), Journal())
    sink.write(Input("a.txt", "a.txt"), b"{}")
    sink.finish()
    assert steps == ["synced", "removed"]


def test_resume_where_there_is_nothing_to_resume(crawl, tmp_path):
    jsonl(tmp_path / "a.jsonl", rows(3))
    for _ in range(2):
        assert extract(tmp_path, "a.jsonl", "-o", "out.jsonl", "--resume").returncode == 0
        assert len((tmp_path / "out.jsonl").read_bytes().splitlines()) == 3
    assert extract(tmp_path, "a.jsonl", "--resume").returncode == 2
    assert extract(tmp_path, "-0", "-o", "x", "--resume", input=b"").returncode == 2
    assert extract(tmp_path, "a.jsonl", "-o", "/dev/stdout", "--resume").stdout == (tmp_path / "out.jsonl").read_bytes()


def test_standard_input_leaves_nothing_behind_when_it_is_stopped(tmp_path):
    batch = subprocess.Popen([*COMMAND, "-0", "-j2", "-o", "out.jsonl"], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    batch.stdin.write(b"a\0" * 5)
    batch.stdin.flush()
    until(lambda: os.listdir(tmp_path))
    batch.send_signal(signal.SIGINT)
    batch.communicate(timeout=60)
    assert batch.returncode == -signal.SIGINT
    assert os.listdir(tmp_path) == []


# What is read and what is written


@pytest.mark.parametrize("ending", [".part", ".part.journal", ".part.journal.new", ".part.parquet"])
def test_an_input_that_is_named_is_never_taken_for_what_a_run_left(tmp_path, ending):
    path = jsonl(tmp_path / f"crawl.jsonl{ending}", rows(3))
    (tmp_path / "link.jsonl").symlink_to(path.name)
    data = path.read_bytes()
    for named in (path.name, "link.jsonl"):
        for resume in ([], ["--resume"]):
            done = extract(tmp_path, "--input-format", "jsonl", named, "-o", "crawl.jsonl", *resume)
            assert done.returncode == 2
            assert f"the input {named} is also where the output is written: choose another name" in done.stderr.decode()
            assert path.read_bytes() == data
            assert not (tmp_path / "crawl.jsonl").exists()
    (tmp_path / "out").mkdir()
    shutil.copy(path, tmp_path / "out" / ".dumpparse.part")
    assert extract(tmp_path, "--input-format", "jsonl", "out/.dumpparse.part", "--output-dir", "out").returncode == 2
    assert (tmp_path / "out" / ".dumpparse.part").read_bytes() == data


def test_one_text_is_read_from_where_only_a_batch_would_write(tmp_path):
    (tmp_path / "a.json.part").write_text(DUMPS[0])
    assert extract(tmp_path, "a.json.part", "-o", "a.json").returncode == 0
    assert len(records((tmp_path / "a.json").read_bytes())) == 1


def test_an_output_directory_below_its_input_is_no_input(tmp_path):
    (tmp_path / "d").mkdir()
    for number in range(3):
        (tmp_path / "d" / f"{number}.md").write_text(DUMPS[number])
    for resume in ([], [], ["--resume"]):
        done = extract(tmp_path, "--glob", "*", "d", "--output-dir", "d/out", *resume)
        assert (done.returncode, done.stderr) == (0, b"")
        assert sorted(os.listdir(tmp_path / "d" / "out")) == ["0.md.json", "1.md.json", "2.md.json"]
    assert extract(tmp_path, "d/out", "--glob", "*.json", "--output-dir", "d/out").returncode == 0
