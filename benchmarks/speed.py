#!/usr/bin/env python3
"""How fast and how large dumpparse is, as ratios that are measured side by side in one run.

    python benchmarks/speed.py [start] [extract] [growth] [memory] [--dumps FILE_OR_DIR]

start    CPU of a whole process, `dumpparse extract FIXTURE`, against `python -c "import click"`
extract  CPU of extract() in one process against json.loads(json.dumps(text.split())), on the same dumps, turn by turn
growth   CPU per megabyte of the first fixture repeated to 5, 10, 20 and 50 MB
memory   peak of a process that extracts 50 MB: that fixture repeated, and inputs made to be awkward

Dumps are fixtures/dawn/*.txt unless --dumps names a directory of them or a .jsonl.gz with a `text` in each record. Machines
differ and drift: the ratios are medians over rounds in which both sides take turns. Nothing here passes or fails.
"""

import argparse
import gzip
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
FIXTURES = HERE.parent / "fixtures" / "dawn"
MB = 1_000_000


def cpu_of(command: list[str]) -> tuple[float, int]:
    """CPU seconds, and peak memory in bytes, of a finished process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def in_turn(one, other, rounds: int) -> tuple[float, float, float]:
    """Medians of what each gives, and the median of the ratios of neighbours, after one round unmeasured."""
    one(), other()
    pairs = [(one(), other()) for _ in range(rounds)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def start(dumps: list[str]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(dumps[0])
        file.flush()
        script = pathlib.Path(sys.executable).with_name("dumpparse")
        command = [str(script)] if script.exists() else [sys.executable, "-m", "dumpparse"]
        mine, click, ratio = in_turn(
            lambda: cpu_of([*command, "extract", file.name])[0], lambda: cpu_of([sys.executable, "-c", "import click"])[0], 21
        )
    print(f"start    dumpparse extract FIXTURE {mine * 1000:.0f} ms, python -c 'import click' {click * 1000:.0f} ms: ratio {ratio:.2f}")


def extract(dumps: list[str]) -> None:
    import dumpparse

    def timed(function):
        def run() -> float:
            begun = time.process_time()
            for text in dumps:
                function(text)
            return time.process_time() - begun

        return run

    size = sum(map(len, dumps)) / len(dumps)
    mine, plain, ratio = in_turn(timed(dumpparse.extract), timed(lambda text: json.loads(json.dumps(text.split()))), 15)
    print(
        f"extract  {len(dumps)} dumps of {size / 1000:.1f} k characters: {len(dumps) / mine:,.0f} a second, "
        f"json.loads(json.dumps(text.split())) {len(dumps) / plain:,.0f}: ratio {ratio:.2f}"
    )


def growth(dumps: list[str]) -> None:
    base = None
    for megabytes in (5, 10, 20, 50):
        text = repeated(dumps[0], megabytes * MB)
        code = (
            "import sys, time, dumpparse; text = sys.stdin.buffer.read().decode(); begun = time.process_time(); "
            "dumpparse.extract(text); print(time.process_time() - begun)"
        )
        done = subprocess.run([sys.executable, "-c", code], input=text.encode(), stdout=subprocess.PIPE, check=True)
        per = float(done.stdout) / megabytes
        base = base or per
        print(f"growth   {megabytes:>3} MB: {per:.2f} CPU s a MB, {per / base:.2f} of the first")


def memory(dumps: list[str]) -> None:
    made = {
        "the fixture repeated": lambda: repeated(dumps[0], 50 * MB).encode(),
        "blank lines": lambda: b"\n" * (50 * MB),
        "lines of one letter": lambda: b"a\n" * (25 * MB),
        "short lines, all different": lambda: "".join(f"{number:x}\n" for number in range(7 * MB)).encode()[: 50 * MB],
        "teasers": lambda: "".join(f"T{number}\n1 Jan, 2020\nT{number}\nIt is.\n" for number in range(2 * MB)).encode()[: 50 * MB],
        "one line of spaces": lambda: b" " * (50 * MB),
        "one line of emoji": lambda: "🙂".encode() * (50 * MB // 4),
    }
    for name, make in made.items():
        data = make()
        with tempfile.NamedTemporaryFile(suffix=".txt") as file:
            file.write(data)
            file.flush()
            cpu, peak = cpu_of([sys.executable, "-m", "dumpparse", "extract", "-q", file.name])
        beyond = max(0, peak - 60 * MB) / len(data)
        print(f"memory   {name:<28} {len(data) / MB:.0f} MB: peak {peak / MB:,.0f} MB, {beyond:.1f} bytes a byte beyond 60 MB, {cpu:.0f} CPU s")


def repeated(text: str, size: int) -> str:
    return (text + "\n") * (size // len((text + "\n").encode()))


def main() -> None:
    tasks = {"start": start, "extract": extract, "growth": growth, "memory": memory}
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"any of {', '.join(tasks)}; default: start and extract")
    parser.add_argument("--dumps", type=pathlib.Path, default=FIXTURES)
    options = parser.parse_args()
    if unknown := set(options.tasks) - set(tasks):
        parser.error(f"no such task: {', '.join(sorted(unknown))}")
    if options.dumps.is_dir():
        dumps = [path.read_text(encoding="utf-8") for path in sorted(options.dumps.glob("*.txt"))]
    else:
        with gzip.open(options.dumps, "rt", encoding="utf-8") as lines:
            dumps = [json.loads(line)["text"] for line in lines]
    if not dumps:
        parser.error(f"no dumps in {options.dumps}")
    for task in options.tasks or ("start", "extract"):
        tasks[task](dumps)


if __name__ == "__main__":
    main()
