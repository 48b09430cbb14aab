"""Records as a Parquet file: the record's own structure as columns, the same whatever the records hold."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow
from pyarrow import parquet

from .article import KEYS, SPAN_KEYS, TRUSTED
from .options import Options

_GROUP = 16 << 20  # bytes of JSON in a row group

_TEXT = pyarrow.string()
_TEXTS = pyarrow.list_(_TEXT)


def _struct(*names: str, **others: Any) -> pyarrow.DataType:
    return pyarrow.struct([*((name, _TEXT) for name in names), *others.items()])


_TYPES = {
    "source": _struct("path", "encoding", "id", "url", record=pyarrow.int64(), crawled=_TEXT),
    "authors": _TEXTS,
    "dateline": _struct("text", places=_TEXTS, date=_TEXT, agency=_TEXT),
    "print": _struct("publication", "supplement", "date", "text"),
    "captions": _TEXTS,
    "boilerplate": pyarrow.list_(
        _struct("heading", items=pyarrow.list_(_struct("title", "date", updated=pyarrow.bool_(), blurb=_TEXT, truncated=pyarrow.bool_())))
    ),
    "confidence": _struct(**dict.fromkeys(TRUSTED, pyarrow.float64())),
    "warnings": _TEXTS,
    "error": _struct("code", "message"),
    "blocks": pyarrow.list_(_struct("label", start=pyarrow.int64(), end=pyarrow.int64(), lines=pyarrow.list_(pyarrow.int64()))),
}  # what is not here is a string; `evidence`, which has a list for a list, is JSON in one


def schema(options: Options) -> pyarrow.Schema:
    """The columns: those of `options.fields`, or all; dates are strings, since they are as precise as printed."""
    keys = options.fields or (*KEYS, *(SPAN_KEYS if options.spans else ()))
    return pyarrow.schema([(key, _TYPES.get(key, _TEXT)) for key in keys])


def write_parquet(lines: BinaryIO, file: BinaryIO, options: Options) -> None:
    """Make of `lines`, records in JSON, the Parquet `file`; of what memory holds there is never more than a row group."""
    columns = schema(options)
    with parquet.ParquetWriter(file, columns, compression="zstd") as writer:
        for group in _groups(lines):
            writer.write_table(pyarrow.Table.from_pylist(group, columns))


def _groups(lines: BinaryIO) -> Iterator[list[dict[str, Any]]]:
    group, size = [], 0
    for line in lines:
        record = json.loads(line)
        if b"\\ud" in line:  # a lone surrogate, perhaps: all else stands as it is
            record = _without_surrogates(record)
        group.append(_row(record))
        size += len(line)
        if size >= _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _without_surrogates(value: Any) -> Any:
    """The value with lone surrogates, which UTF-8 lacks, as escapes."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {key: _without_surrogates(part) for key, part in value.items()}
    return [_without_surrogates(part) for part in value] if isinstance(value, list) else value


def _row(record: dict[str, Any]) -> dict[str, Any]:
    if "evidence" in record:
        record["evidence"] = json.dumps(record["evidence"], ensure_ascii=False)
    return record
