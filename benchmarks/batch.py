#!/usr/bin/env python3
"""How fast `dumpparse extract` goes through many dumps, and how much memory it takes, side by side in one run.

    python benchmarks/batch.py [speed] [peers] [memory] [--dumps FILE] [--html FILE] [--only INPUT ...] [--seconds N] [--records N N]

speed    records a second with 1 and with 2 workers on text files, JSON Lines, Parquet and WET, against a plain loop over extract()
         in one process on the same texts, before and after each; wall time and CPU
peers    the pages of a .jsonl.gz with `html` and `text`: dumpparse -j 2 on the text, `trafilatura --parallel 2` on the HTML
memory   the highest sum of what the processes hold, over short records in JSON Lines: with the first and the second number of them

Dumps are fixtures/dawn/*.txt unless --dumps names a .jsonl.gz with a `text` in each record; they are repeated until the loop needs
--seconds. Machines differ and drift, and this one may be busy: compare ratios of one run. Nothing here passes or fails.
"""

import argparse
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence

from common import HERE, needed, strings, table

FIXTURES = HERE.parent / "fixtures" / "dawn"
COMMAND = [sys.executable, "-m", "dumpparse", "extract"]
LOOP = """
import gc, json, sys
import dumpparse
gc.set_threshold(100_000, 20, 20)
with open(sys.argv[1], encoding="utf-8") as lines, open(sys.argv[2], "wb") as out:
    for line in lines:
        out.write(json.dumps(dumpparse.extract(json.loads(line)["text"]).to_dict(), ensure_ascii=False).encode() + b"\\n")
"""


def timed(command: Sequence[object]) -> tuple[float, float]:
    """Wall and CPU seconds of a command and its children."""
    begun = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime


def lines_of(texts: Iterable[str], path: pathlib.Path) -> pathlib.Path:
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return path


def as_files(texts: list[str], folder: pathlib.Path) -> pathlib.Path:
    for number, text in enumerate(texts):
        path = folder / "files" / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "files"


def as_lines(texts: list[str], folder: pathlib.Path) -> pathlib.Path:
    return lines_of(texts, folder / "a.jsonl")


def as_parquet(texts: list[str], folder: pathlib.Path) -> pathlib.Path:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"text": texts}), folder / "a.parquet", row_group_size=5000)
    return folder / "a.parquet"


def as_wet(texts: list[str], folder: pathlib.Path) -> pathlib.Path:
    head = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/{}\r\nWARC-Date: 2024-05-23T10:00:00Z\r\nContent-Length: {}\r\n\r\n"
    )
    with (folder / "a.warc.wet.gz").open("wb") as file:
        for number, text in enumerate(texts):
            data = text.encode()
            file.write(gzip.compress(head.format(number, len(data)).encode() + data + b"\r\n\r\n", 6))
    return folder / "a.warc.wet.gz"


MADE: dict[str, Callable[[list[str], pathlib.Path], pathlib.Path]] = {
    "text files": as_files,
    "JSON Lines": as_lines,
    "Parquet": as_parquet,
    "WET": as_wet,
}


def speed(options: argparse.Namespace, folder: pathlib.Path) -> None:
    texts = repeated(options)
    plain = lines_of(texts, folder / "loop.jsonl")
    rows = []

    def loop() -> tuple[float, float]:
        return timed([sys.executable, "-c", LOOP, plain, folder / "loop.out"])

    before = loop()
    for name in options.only:
        source = MADE[name](texts, folder)
        one, two = (timed([*COMMAND, "-q", "-j", jobs, source, "-o", folder / "out.jsonl"]) for jobs in (1, 2))
        after = loop()
        wall, cpu = (before[at] / 2 + after[at] / 2 for at in (0, 1))
        rows.append(
            [
                name,
                *(f"{len(texts) / seconds:,.0f}" for seconds in (wall, one[0], two[0])),
                *(f"{ratio:.2f}" for ratio in (wall / one[0], cpu / one[1], one[0] / two[0], cpu / two[1])),
            ]
        )
        before = after
    print(f"{len(texts):,} dumps of {sum(map(len, texts)) / len(texts) / 1000:.1f} k characters; {before[0]:.0f} s by the loop\n")
    head = ["input", "loop", "-j 1", "-j 2", "-j 1 to loop", "the same by CPU", "-j 2 to -j 1", "-j 2 to loop by CPU"]
    print(table(head, rows))


def repeated(options: argparse.Namespace) -> list[str]:
    """The dumps as often as the loop needs `options.seconds` for."""
    if options.dumps:
        with gzip.open(options.dumps, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    import dumpparse

    begun = time.monotonic()
    rounds = 0
    while time.monotonic() - begun < min(2.0, options.seconds):
        for text in texts:
            dumpparse.extract(text)
        rounds += 1
    return texts * max(1, round(options.seconds * rounds / (time.monotonic() - begun)))


def peers(options: argparse.Namespace, folder: pathlib.Path) -> None:
    script = shutil.which("trafilatura", path=f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if not script:
        print("peers    skipped: not installed (pip install trafilatura)")
        return
    pages = needed(options.parser, options.html, lambda record: strings(record, "html", "text"), "`html` and `text`")
    for kind, suffix in (("html", "html"), ("text", "txt")):
        (folder / kind).mkdir()
        for number in range(options.times):
            for at, page in enumerate(pages):
                (folder / kind / f"{number:03}-{at:03}.{suffix}").write_text(page[kind], encoding="utf-8")
    count = len(pages) * options.times
    rows = []
    theirs = timed([script, "--parallel", 2, "--input-dir", folder / "html", "--output-dir", folder / "theirs"])
    mine = timed([*COMMAND, "-q", "-j", 2, folder / "text", "--output-dir", folder / "mine"])
    for name, (wall, cpu) in {"trafilatura --parallel 2, HTML": theirs, "dumpparse -j 2, text": mine}.items():
        rows.append([name, f"{count / wall:,.0f}", f"{count / cpu:,.0f}", f"{theirs[0] / wall:.2f}", f"{theirs[1] / cpu:.2f}"])
    print(f"{count:,} pages\n")
    print(table(["tool", "pages a second", "a CPU-second", "to trafilatura", "the same by CPU"], rows))


def memory(options: argparse.Namespace, folder: pathlib.Path) -> None:
    rows = []
    for count in options.records:
        source = lines_of((f"LAHORE: It rained all night, and the river rose by {number} inches." for number in range(count)), folder / "small.jsonl")
        begun = time.monotonic()
        process = subprocess.Popen([*COMMAND, "-q", "-j2", str(source), "-o", str(folder / "small.out")])
        most = 0
        while process.poll() is None:
            most = max(most, held(process.pid))
            time.sleep(0.02)
        if process.returncode:
            raise SystemExit(f"the batch ended with {process.returncode}")
        rows.append([f"{count:,}", f"{most / 1e6:.0f}", f"{count / (time.monotonic() - begun):,.0f}"])
    print(table(["records", "peak, MB: parent and 2 workers", "records a second"], rows))


def held(pid: int) -> int:
    """Bytes that a process and its children have held at most, each by itself; Linux."""
    return sum(map(_high_water, [pid, *map(int, _proc(pid, f"task/{pid}/children").split())]))


def _high_water(pid: int) -> int:
    return next((int(line.split()[1]) * 1024 for line in _proc(pid, "status").splitlines() if line.startswith("VmHWM")), 0)


def _proc(pid: int, name: str) -> str:
    """What the system says of a process; nothing where it has just ended."""
    try:
        return pathlib.Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8")
    except OSError:
        return ""


def main() -> None:
    tasks = {"speed": speed, "peers": peers, "memory": memory}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"any of {', '.join(tasks)}; default: speed")
    parser.add_argument("--dumps", type=pathlib.Path, help="a .jsonl.gz with a text in each record (default: the fixtures)")
    parser.add_argument("--html", type=pathlib.Path, default=HERE.parent.parent / "shared" / "corpus" / "html.jsonl.gz")
    parser.add_argument("--only", nargs="+", choices=list(MADE), default=list(MADE), metavar="INPUT", help=f"any of {', '.join(MADE)}")
    parser.add_argument("--seconds", type=float, default=16, help="how long the plain loop is to take (default: 16)")
    parser.add_argument("--times", type=int, default=20, help="how often the pages of --html are repeated (default: 20)")
    parser.add_argument("--records", type=int, nargs=2, default=[10_000, 1_000_000], metavar="N")
    options = parser.parse_args()
    options.parser = parser
    if unknown := set(options.tasks) - set(tasks):
        parser.error(f"no such task: {', '.join(sorted(unknown))}")
    for task in options.tasks or ("speed",):
        with tempfile.TemporaryDirectory() as folder:
            tasks[task](options, pathlib.Path(folder))


if __name__ == "__main__":
    main()
