"""What the benchmarks share: where the gold is, how its files are read, and how a table is printed."""

import argparse
import gzip
import json
import pathlib
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence

HERE = pathlib.Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
sys.path.append(str(HERE.parent / "tools"))  # comparing.py is there


def read(path: pathlib.Path, page_of: Callable[[dict], dict]) -> list[dict]:
    """What `page_of` makes of the records of a .jsonl or .jsonl.gz.

    It raises ValueError for one that lacks what it needs; the program then ends with the file and line.
    """
    pages, number = [], 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for line in lines:
                number += 1
                if line := line.strip():
                    record = json.loads(line)
                    pages.append(page_of(record if isinstance(record, dict) else {}))
    except json.JSONDecodeError as error:
        raise SystemExit(f"{path}:{number}: not JSON at column {error.colno}: {error.msg}") from None
    except ValueError as error:
        raise SystemExit(f"{path}:{number}: {error}") from None
    except (OSError, EOFError, zlib.error) as error:
        raise SystemExit(f"{path}: after line {number}: {error}") from None
    return pages


def needed(parser: argparse.ArgumentParser, path: pathlib.Path, page_of: Callable[[dict], dict], holds: str) -> list[dict]:
    """As `read`; no such file and no pages in it are errors of usage."""
    if not path.is_file():
        parser.error(f"no such file: {path}: name one whose lines hold {holds}")
    if not (pages := read(path, page_of)):
        parser.error(f"no pages in {path}")
    return pages


def strings(record: dict, *keys: str) -> dict:
    """The strings at these keys ("gold.body" is one inside another); ValueError names those that are missing."""
    found = {}
    for key in keys:
        value: object = record
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        found[key] = value
    if missing := [key for key, value in found.items() if not isinstance(value, str)]:
        raise ValueError(f"a record with no string at {', '.join(missing)}: each line needs {', '.join(keys)}")
    return found


def share(value: float | None) -> str:
    """A share of 1 as the README writes it; a dash for none."""
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A GitHub table."""
    lines = [head, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    first, *others = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join([first, "|" + "---|" * len(head), *others])
