"""Pages in an Arrow table, records in one: the function that every engine which speaks Arrow calls. No engine is imported.

>>> import pyarrow
>>> from dumpparse.arrow import extract_batch
>>> extract_batch(pyarrow.table({"text": ["LAHORE: It rained all night."]}))["dateline"][0]["places"].as_py()
['LAHORE']
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

try:
    import pyarrow
except ImportError as error:
    raise ImportError("dumpparse.arrow needs pyarrow: pip install 'dumpparse[arrow]'") from error

from .columns import schema
from .inputs import Input
from .options import Options
from .readers.table import holds_text, of_columns, rows_of, wanted_columns
from .work import article_of

# The record's keys, nested as structs and lists, the same whatever the records hold; dates are strings, as precise as printed.
SCHEMA = schema(Options())

_ROWS = 1024  # rows of a table worked on together: what memory holds of it as Python objects

Batch = TypeVar("Batch", pyarrow.RecordBatch, pyarrow.Table)


def extract_batch(
    batch: Batch, text: str = "text", keep: Iterable[str] = (), *, id_key: str = "id", url_key: str = "url", crawled_key: str | None = None
) -> Batch:
    """The records of a batch of pages, a row each in the same order: a RecordBatch for a RecordBatch, a Table for a Table.

    `text` names the column of the pages: strings, or bytes, which are decoded as files are. The result has the columns `keep` of the batch
    as they are (a string is the name of one), then those of `SCHEMA`. `id_key`, `url_key` and `crawled_key` name the columns, where there
    are any, of what `source` tells; "3 hours ago" on a page is reckoned from the time of its crawl.

    A row whose text is null, cannot be decoded, or makes the program fail has the reason in `error`, and the others their records.
    Raises ValueError where the batch lacks a column, has two of a name that is asked for, or one of `keep` is named like a key of the record;
    TypeError where `text` is no text.
    """
    options: Options = Options(text_key=text, id_key=id_key, url_key=url_key, crawled_key=crawled_key)
    kept: tuple[str, ...] = (keep,) if isinstance(keep, str) else tuple(dict.fromkeys(keep))
    names: list[str] = batch.schema.names
    for name in (text, *kept, *wanted_columns(names, options)):
        if names.count(name) != 1:
            has = f"it has {', '.join(map(repr, names)) or 'none'}"
            raise ValueError(f"the batch has {'several columns' if name in names else 'no column'} {name!r}; {has}")
    if taken := [name for name in kept if name in SCHEMA.names]:
        raise ValueError(f"the record has a {taken[0]!r} of its own: rename the column of the batch to keep it")
    kind = batch.schema.field(text).type
    if not holds_text(kind) and not pyarrow.types.is_null(kind):
        raise TypeError(f"the column {text!r} holds {kind}, not text: name the text's with text=")
    columns = pyarrow.schema([*(batch.schema.field(name) for name in kept), *SCHEMA])
    if isinstance(batch, pyarrow.Table):
        done = [_extracted(part, options, kept, columns, at) for at, part in _parts(batch)]
        return pyarrow.Table.from_batches(done, columns)
    return _extracted(batch, options, kept, columns, 0)


def _parts(table: pyarrow.Table) -> "list[tuple[int, pyarrow.RecordBatch]]":
    """The table in batches, each with the number of rows before it."""
    at, result = 0, []
    for part in table.to_batches(_ROWS):
        result.append((at, part))
        at += len(part)
    return result


def _extracted(batch: pyarrow.RecordBatch, options: Options, keep: Sequence[str], columns: pyarrow.Schema, at: int) -> pyarrow.RecordBatch:
    rows = rows_of(batch.select(wanted_columns(batch.schema.names, options)))
    records = pyarrow.RecordBatch.from_pylist([_record(row, options, at + number) for number, row in enumerate(rows, 1)], SCHEMA)
    return pyarrow.RecordBatch.from_arrays([*(batch.column(name) for name in keep), *records.columns], schema=columns)


def _record(row: dict[str, Any], options: Options, number: int) -> dict[str, Any]:
    return article_of(of_columns(Input(f"row {number}", ""), row, options)).to_dict()
