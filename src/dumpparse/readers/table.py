"""Tables with a column of texts: CSV and Parquet."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from ..inputs import STDIN, Input, InputError
from ..lines import Decoded, decode
from ..options import Options
from . import keyed, needs
from .streams import opened

_LONGEST = 1 << 28  # characters in one field: more is a quote that is never closed
_HEADER = 1000  # lines that a header may take, with line ends in its names
_ROWS = 64  # rows of a Parquet file held at a time


def read_csv(file: Input, options: Options, skip: int) -> Iterator[Input]:
    """The rows below the header; a number counts rows, neither the header nor blank lines among them.

    Between columns stands what makes one of the text's name: a comma, a semicolon, a tab.
    """
    csv.field_size_limit(_LONGEST)
    with opened(file) as (stream, position):
        begins = stream.peek(4)
        marked = begins.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        codec = options.encoding or ("utf-16" if marked else "utf-8-sig")
        # What does not decode is kept apart in surrogates, so that each text can be read as a file of its own would be.
        text = io.TextIOWrapper(stream, codec, "surrogateescape", newline="")
        try:
            header, above, rows = _table(text, options)
            places = {name: header.index(name) for name in reversed(header)}
            number = 0
            while True:
                begins_at = above + rows.line_num + 1
                here = file._replace(record=number + 1, at=position())
                try:
                    row = next(rows)
                except StopIteration:
                    return
                except csv.Error as error:
                    number += 1
                    if number > skip:
                        # Where it was noticed is the end of the file if a quote is never closed.
                        why = f"the row from line {begins_at} of the file cannot be read as CSV ({error}): mend its quotes"
                        yield here._replace(trouble=InputError("unreadable", why))
                    continue
                if not row or (len(row) == 1 < len(header) and not row[0].strip()):
                    continue  # a blank line; an empty text in a table of one column is written as ""
                number += 1
                if number > skip:
                    yield _of_row(here, row, places, options, codec, above + rows.line_num)
        except UnicodeError as error:
            raise InputError("undecodable", f"not {codec} ({error}): pass the right --encoding") from None
        finally:
            text.detach()


def _table(text: io.TextIOWrapper, options: Options) -> tuple[list[str], int, Any]:
    """The header, how many lines it takes, and a csv reader of the rows below it."""
    lines: list[str] = []  # as many as the header takes, or seems to with the wrong sign between its columns

    def again() -> Iterator[str]:
        yield from lines
        while len(lines) < _HEADER and (line := text.readline()):
            lines.append(line if lines else line.removeprefix("\ufeff"))  # which only utf-8-sig and utf-16 leave out
            yield lines[-1]

    headers = []
    for sign in ",;\t":
        reader = csv.reader(again(), delimiter=sign)
        try:
            headers.append(next(reader, []))
        except csv.Error as error:
            raise InputError("unreadable", f"the header cannot be read as CSV ({error}): mend its quotes") from None
        if options.text_key in headers[-1]:
            above = reader.line_num
            return headers[-1], above, csv.reader(chain(lines[above:], text), delimiter=sign, strict=True)
    raise InputError("unreadable", _no_column(options, headers[0]))


def _of_row(here: Input, row: list[str], places: dict[str, int], options: Options, codec: str, line: int) -> Input:
    here = keyed(here, lambda key: row[places[key]] if places.get(key, len(row)) < len(row) else None, options)
    at = places[options.text_key]
    if at >= len(row):
        why = f"the row that ends at line {line} has {len(row)} columns, too few for {options.text_key!r}: mend it"
        return here._replace(trouble=InputError("unreadable", why))
    try:
        return here._replace(held=_decoded(row[at], codec, options.encoding))
    except InputError as error:
        return here._replace(trouble=error)


def _decoded(text: str, codec: str, encoding: str | None) -> Decoded:
    try:
        text.encode()
    except UnicodeEncodeError:
        return decode(text.encode(codec.removesuffix("-sig"), "surrogateescape"), encoding)
    return Decoded(text, codec.removesuffix("-sig"), False)


def read_parquet(file: Input, options: Options, skip: int) -> Iterator[Input]:
    """The rows; a number counts them."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise needs("parquet", "pyarrow", "a Parquet file") from None

    if file.path == STDIN:
        raise InputError("unreadable", "Parquet cannot be read from standard input: give a file")
    number = skip
    try:
        with open(file.path, "rb") as raw, parquet.ParquetFile(raw, buffer_size=1 << 20, pre_buffer=False) as table:
            schema, size = table.schema_arrow, raw.seek(0, io.SEEK_END)
            if options.text_key not in schema.names:
                raise InputError("unreadable", _no_column(options, schema.names))
            if not holds_text(kind := schema.field(options.text_key).type):
                raise InputError("unreadable", f"the column {options.text_key!r} holds {kind}, not text: name the text's with --text-key")
            wanted = wanted_columns(schema.names, options)
            rows = table.metadata.num_rows
            groups, first = _groups(table.metadata, skip)
            for batch in table.iter_batches(_ROWS, row_groups=groups, columns=wanted, use_threads=False):
                for row in rows_of(batch.slice(first)) if first < len(batch) else ():
                    number += 1
                    yield of_columns(file._replace(record=number, at=size * number // rows), row, options)
                first = max(0, first - len(batch))
    except (ArrowException, EOFError) as error:
        raise InputError("unreadable", f"cannot be read as Parquet ({str(error).splitlines()[0]}): get the file again") from None


def _groups(metadata: Any, skip: int) -> tuple[list[int], int]:
    """The row groups to read, without those to be skipped whole, and how many rows of the first to skip."""
    group = 0
    while group < metadata.num_row_groups and skip >= metadata.row_group(group).num_rows:
        skip -= metadata.row_group(group).num_rows
        group += 1
    return list(range(group, metadata.num_row_groups)), skip


def holds_text(kind: Any) -> bool:
    """Whether a column of that Arrow type holds text, as strings or as bytes."""
    from pyarrow import types

    kind = kind.value_type if types.is_dictionary(kind) else kind
    return any(is_(kind) for is_ in (types.is_string, types.is_large_string, types.is_string_view, types.is_binary, types.is_large_binary))


def wanted_columns(names: Iterable[str], options: Options) -> list[str]:
    """The columns, of those named, that hold the text and what `source` tells of it."""
    asked = dict.fromkeys(key for key in (options.text_key, options.id_key, options.url_key, options.crawled_key) if key)
    return [key for key in asked if key in names]


def rows_of(batch: Any) -> list[dict[str, Any]]:
    """The rows of an Arrow batch. A string that is not UTF-8, which Arrow takes for granted and nobody checks, is left as its bytes."""
    try:
        return batch.to_pylist()
    except UnicodeDecodeError:
        columns = [_values(column) for column in batch.columns]
        return [dict(zip(batch.schema.names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: Any) -> list[Any]:
    try:
        return column.to_pylist()
    except UnicodeDecodeError:
        return [_string(value) for value in column.cast("binary").to_pylist()]


def _string(value: bytes | None) -> str | bytes | None:
    try:
        return None if value is None else value.decode()
    except UnicodeDecodeError:
        return value


def of_columns(here: Input, row: dict[str, Any], options: Options) -> Input:
    """The input with its text, or its trouble, and its keys from the columns of its row."""
    here = keyed(here, lambda key: value.decode("utf-8", "backslashreplace") if isinstance(value := row.get(key), bytes) else value, options)
    text = row[options.text_key]
    if text is None:
        return here._replace(trouble=InputError("unreadable", f"{options.text_key!r} is null in this row"))
    return here._replace(held=text if isinstance(text, bytes) else Decoded(text, None, False))


def _no_column(options: Options, names: list[str]) -> str:
    return f"no column {options.text_key!r}; it has {', '.join(map(repr, names)) or 'none'}: name the text's with --text-key"
