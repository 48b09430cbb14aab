"""Records as CSV for spreadsheets: one row each, a column for every value that has one place."""

import csv
import io
import json
from typing import Any

from .article import KEYS, SPAN_KEYS, TRUSTED
from .options import Options

# The parts of the record's objects, each a column of its own. Lists of strings are joined by line ends; what is left is JSON.
_PARTS: dict[str, tuple[str, ...]] = {
    "source": ("path", "encoding", "id", "url", "record", "crawled"),
    "dateline": ("text", "places", "date", "agency"),
    "print": ("publication", "supplement", "date", "text"),
    "confidence": TRUSTED,
    "error": ("code", "message"),
}
# A cell that begins with one of these is a formula to a spreadsheet, and pages are written by anybody.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def header(options: Options) -> bytes:
    """The names of the columns, behind the mark by which spreadsheets know UTF-8."""
    names = [f"{key}.{part}" if part else key for key, part in _columns(options)]
    return b"\xef\xbb\xbf" + _line(names)


def row(record: dict[str, Any], options: Options) -> bytes:
    """One record's row; a value that could be run as a formula gets an apostrophe before it."""
    return _line([_cell((record[key] or {}).get(part) if part else record[key]) for key, part in _columns(options)])


def _columns(options: Options) -> list[tuple[str, str | None]]:
    keys = options.fields or (*KEYS, *(SPAN_KEYS if options.spans else ()))
    return [(key, part) for key in keys for part in _PARTS.get(key, (None,))]


def _cell(value: Any) -> str | int | float | None:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "\n".join(value)
    elif isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _line(cells: list[Any]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode("utf-8", "backslashreplace")
