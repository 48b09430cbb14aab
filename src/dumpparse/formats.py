"""What a record looks like as it is written: JSON, a row of a spreadsheet, schema.org's JSON-LD."""

import json
import re
from typing import Any

from .options import Options

FORMATS = ("json", "jsonld", "csv", "parquet")
PACKED = {".gz": "gzip", ".zst": "zstd"}


def format_of(path: str | None) -> str:
    """The format that an output's name asks for."""
    stem = stem_of(path or "")
    return next((kind for kind in ("jsonld", "csv", "parquet") if stem.endswith(f".{kind}")), "json")


def packing_of(path: str) -> str | None:
    """How an output of that name is compressed, or None."""
    return next((packing for ending, packing in PACKED.items() if path.lower().endswith(ending)), None)


def stem_of(path: str) -> str:
    """The name in lower case, without the ending of what it is compressed with."""
    low = path.lower()
    for ending in PACKED:
        low = low.removesuffix(ending)
    return low


def head(options: Options) -> bytes:
    """What stands before the first record."""
    if options.format == "csv":
        from .spreadsheet import header

        return header(options)
    return b""


def render(record: dict[str, Any], options: Options) -> bytes:
    """A record in the format of the output, with its line end. For Parquet it is JSON too, which is turned into columns at the end."""
    if options.format == "csv":
        from .spreadsheet import row

        return row(record, options)
    if options.format == "jsonld":
        from .linked_data import news_article

        return dumps(news_article(record), options.pretty)
    return dumps({name: record.get(name) for name in options.fields} if options.fields else record, options.pretty)


def dumps(record: Any, pretty: bool = False) -> bytes:
    """One record as UTF-8 JSON with its newline: a line, or indented. Only lone surrogates, which UTF-8 lacks, are escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=2 if pretty else None, separators=None if pretty else (",", ":"))
    try:
        return (text + "\n").encode()
    except UnicodeEncodeError:
        return (re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode()
