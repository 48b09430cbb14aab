"""Tools that take turns at the same pages in one run, so that neither the machine's mood nor a warm cache favours one."""

import argparse
import collections
import contextlib
import gc
import importlib.metadata
import logging
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

TURN = 10  # pages that a tool reads before it is another's turn


class Tool(NamedTuple):
    """What it is given of a page ("html" or "text"), the package to install, and how it is loaded.

    `load` imports what the tool needs and gives the function from what it is given to its answer.
    """

    reads: str
    package: str | None
    load: Callable


def arguments(parser: argparse.ArgumentParser, tools: dict[str, Tool], rounds: int) -> None:
    parser.add_argument("--only", nargs="+", metavar="NAME", default=list(tools), help=f"any of {', '.join(tools)}")
    parser.add_argument("--rounds", type=int, default=rounds, help=f"how often all pages are read to measure speed (default: {rounds})")
    parser.add_argument("--json", action="store_true", help="the same as one JSON object")


def check(parser: argparse.ArgumentParser, tools: dict[str, Tool], options: argparse.Namespace) -> None:
    """End the program if it was asked for what there is not."""
    if unknown := set(options.only) - set(tools):
        parser.error(f"no such tool: {', '.join(sorted(unknown))}; there are {', '.join(tools)}")
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")


def load(tool: Tool, options: argparse.Namespace) -> tuple:
    """A tool's function and version; or None and why it has none."""
    package = tool.package
    try:
        function = tool.load(options)
    except ImportError as error:
        gone = isinstance(error, ModuleNotFoundError) and (error.name or "").partition(".")[0] in (package.lower(), package.partition("-")[0])
        return None, f"not installed (pip install {package})" if gone else f"does not import: {error}"
    version = getattr(sys.modules.get(package), "__version__", None) if package else ""
    if version is None:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            version = importlib.metadata.version(package)
    if isinstance(version, tuple):
        version = ".".join(map(str, version))
    return function, "?" if version is None else version


def compare(tools: dict[str, Tool], pages: list[dict], options: argparse.Namespace) -> tuple[list[dict], dict[str, list]]:
    """A row a tool, with its version or why it is skipped, and its speed; and by name what the others answered to each page."""
    logging.disable()  # what the tools have to say about single pages
    loaded = {name: load(tool, options) for name, tool in tools.items() if name in options.only}
    ready = {name: function for name, (function, _) in loaded.items() if function}
    answers, errors, seconds = run(ready, tools, pages, options.rounds)
    rows = []
    for name, (function, version) in loaded.items():
        row = {"name": name, "from": tools[name].reads, "version": version if function else None, "skipped": None if function else version}
        rows.append(row)
        if function:
            row["pages a CPU second"] = statistics.median(len(pages) / max(spent, 1e-9) for spent in seconds[name])
            row["ratio to trafilatura"] = None
            if "trafilatura" in ready:
                both = zip(seconds["trafilatura"], seconds[name], strict=True)
                row["ratio to trafilatura"] = statistics.median(theirs / max(spent, 1e-9) for theirs, spent in both)
            row["errors"] = errors.get(name, 0)
    return rows, answers


def run(ready: dict[str, Callable], tools: dict[str, Tool], pages: list[dict], rounds: int) -> tuple[dict, dict, dict]:
    """By tool: the answer to each page, the number of errors, and the CPU seconds of each round."""
    answers, errors, seconds = {name: [] for name in ready}, collections.Counter(), {name: [0.0] * rounds for name in ready}

    def answer(name: str, page: dict):
        try:
            return ready[name](page[tools[name].reads])
        except Exception:
            errors[name] += 1
            return None

    for name in ready:
        answer(name, pages[0])
    errors.clear()
    gc.collect()
    gc.freeze()  # no tool pays for looking through what the others keep
    order = list(ready)
    for number in range(rounds):
        if sys.stderr.isatty():
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
        for first in range(0, len(pages), TURN):
            order = order[1:] + order[:1]
            for name in order:
                forget()
                gc.collect()
                begun = time.process_time()
                given = [answer(name, page) for page in pages[first : first + TURN]]
                seconds[name][number] += time.process_time() - begun
                answers[name] += given if number == 0 else []
        if number == 0:
            counted = dict(errors)
    return answers, counted, seconds


def forget() -> None:
    """Empty what trafilatura and htmldate keep of pages, which others here may have read before: one is inside the other.

    A cache without a limit is no such memory, but something that is loaded once: it stays.
    """
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("trafilatura", "htmldate"):
            for function in vars(module).values():
                if hasattr(function, "cache_clear") and function.cache_info().maxsize is not None:
                    function.cache_clear()
