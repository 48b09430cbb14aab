"""Bytes to text to lines: the only code that makes offsets.

Offsets are 0-based, half-open, in Unicode code points of the decoded text; line numbers are 1-based, as `sed -n 12p` counts.
Only ``\\n``, ``\\r\\n`` and ``\\r`` end a line: `str.splitlines` also breaks at U+2028, ``\\x85``, ``\\x0b`` and ``\\x0c``.
"""

import codecs
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from .characters import INVISIBLE, WHITE, is_unspaced
from .regexes import regex

_FRONT = ("---", "Title: ")  # what a page's data begins with before its text (markdown.py)
LONG = 400  # code points of a row from which on it may hold more than a paragraph (long_rows.py)
# Start and end, half-open, in code points of the source.
Span = tuple[int, int]


class Line(NamedTuple):
    """One line of the input, its line end not included: ``text == source[start:end]``, always."""

    number: int
    start: int
    end: int
    text: str


class Decoded(NamedTuple):
    """Text, what its bytes were decoded as (None if it came as text), and whether that was only a fall-back."""

    text: str
    encoding: str | None
    guessed: bool


class InputError(Exception):
    """An input that cannot be read. `code` is one of the contract's error codes; the message names place and remedy."""

    def __init__(self, code: str, message: str):
        super().__init__(code, message)  # both, or it cannot be sent to another process
        self.code, self.message = code, message


# UTF-32's little-endian mark begins with UTF-16's, so it comes first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
# Python's cp1252 leaves five bytes undefined; browsers (WHATWG) read them as the C1 controls of the same number.
_C1 = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Text of `data`: by byte-order mark, else strict UTF-8, else cp1252 as browsers read it; or by `encoding`, strictly.

    Raises InputError: `binary` for a NUL byte outside UTF-16 and UTF-32, `undecodable` for bytes that do not decode.
    Never puts in a replacement character of its own.
    """
    family, mark, codec, name = codec_of(data, encoding)
    try:
        return Decoded(data[len(mark) :].decode(codec), name, False)
    except UnicodeDecodeError as error:
        if family or mark:
            where = f"byte {len(mark) + error.start} is not {codec} ({error.reason})"
            raise InputError("undecodable", f"{where}: pass the right --encoding, or leave it out to have it found") from None
    return Decoded(data.decode("cp1252", "surrogateescape").translate(_C1), "cp1252", True)


def codec_of(data: bytes, encoding: str | None) -> tuple[str | None, bytes, str, str]:
    """Of a text, or the beginning of one: what the user says, the byte-order mark, and the codec of what follows it, with the name to call it by.

    Raises InputError `binary` for a NUL byte outside UTF-16 and UTF-32.
    """
    family = codecs.lookup(encoding).name.removesuffix("-sig") if encoding else None
    mark, codec, name = next((entry for entry in _MARKS if data.startswith(entry[0])), (b"", family or "utf-8", family or "utf-8"))
    if family and family not in (codec, name):
        mark, codec, name = b"", family, family  # what the user says goes before what the bytes seem to say
    if not codec.startswith(("utf-16", "utf-32")) and b"\0" in data:
        raise InputError(
            "binary", f"not text: a NUL byte at offset {data.index(0)}; if it is UTF-16 without a byte-order mark, pass --encoding utf-16-le"
        )
    return family, mark, codec, name


class Dump:
    """A text cut into rows, with what stands on them picked out as units.

    `rows`: every line without its line end; a line that holds more than a paragraph (long_rows.py) is several, and `numbers` then has the
    1-based number of each row's line, `further` the rows that go on with the paragraph of the one before, and `title` what the page begins with
    and says again. `texts`: the units, which is
    what the rest of the program reads: the filled (not blank) rows without white space (Unicode's) at their ends, and without the marks of
    Markdown (`markdown`: it is all in that) or of lynx, which `marks` has; `plain` is the source without them. A unit is one row until
    `join` makes one of several that a dumper cut out of one paragraph; `filled` and `lasts` hold the 0-based first and last row of each.
    `wrapped`: rows were joined because they had been wrapped at a width, so that none of them says anything by itself. `step`: how many rows
    further the next of a paragraph stands, 2 where a blank one follows each. `edges`: the rows with the white space that tells of the seams
    between them.
    """

    __slots__ = (
        "_starts", "edges", "filled", "further", "lasts", "markdown", "marks", "numbers", "plain", "rows", "source", "step", "texts",
        "title", "wrapped",
    )  # fmt: skip

    def __init__(self, source: str):
        self.source = self.plain = source
        self.rows = rows = split(source)
        self._starts: array | None = None
        self.step = 1
        self.numbers: array | None = None
        self.further: frozenset[int] = frozenset()
        self.wrapped = self.markdown = False
        self.title = ""
        self.marks: list[Span] = []
        if "](" in source or "# " in source or "]: " in source or "**" in source or source.startswith(_FRONT):
            from . import markdown  # few dumps are

            self.marks = markdown.marks(source)
            self.markdown = markdown.is_markdown(self.marks)
        if not self.marks and "[1]" in source and "[5]" in source:
            from . import lynx

            self.marks = lynx.marks(source)
        if self.marks:
            from . import markdown

            self.plain = markdown.without(source, self.marks)
            rows = split(self.plain)
        if (self.markdown or not self.marks) and max(map(len, rows), default=0) >= LONG:
            rows = self._cut(rows)
        invisible = not source.isascii() and regex(f"[{INVISIBLE}]").search(source)
        texts = [row.strip(WHITE) for row in rows] if invisible else list(map(str.strip, rows))
        self.edges = self.rows
        self.filled = self.lasts = array("L", compress(range(len(texts)), texts))
        self.texts: list[str] = list(filter(None, texts)) if len(self.filled) < len(texts) else texts

    def _cut(self, rows: list[str]) -> list[str]:
        """Cut the rows, of the text without marks, that hold more than a paragraph."""
        from .long_rows import cut

        found = cut(rows, LONG)
        if not found:
            return rows
        pieces, self.title = found
        begins = _starts(self.plain, rows)
        starts = [begins[piece.row] + piece.start for piece in pieces]
        if self.marks:
            from . import markdown

            lines = self.starts  # a row's marks are of what begins it
            places = markdown.places(self.source, self.marks, starts)
            starts = [place if piece.start else lines[piece.row] for piece, place in zip(pieces, places, strict=True)]
        self._starts = array("L", [*starts, len(self.source)])
        self.numbers = array("L", [piece.row + 1 for piece in pieces])
        self.further = frozenset([row for row, piece in enumerate(pieces) if piece.further])
        rows = [piece.text for piece in pieces]
        self.rows = [self.source[start:end].rstrip() for start, end in pairwise(self._starts)] if self.marks else rows
        return rows

    def join(self, continues: Collection[int], wrapped: bool) -> None:
        """Make one unit of each run of units in which every one but the first is in `continues`; `wrapped`: they go on after a full row.

        Their texts get a space between, except next to scripts that have none between words.
        """
        self.wrapped = wrapped
        filled, lasts = array("L"), array("L")
        texts: list[list[str]] = []
        for unit, text in enumerate(self.texts):
            if unit and unit in continues:
                lasts[-1] = self.lasts[unit]
                if not (is_unspaced(text[0]) or is_unspaced(texts[-1][-1][-1])):
                    texts[-1].append(" ")
                texts[-1].append(text)
            else:
                filled.append(self.filled[unit])
                lasts.append(self.lasts[unit])
                texts.append([text])
        self.filled, self.lasts, self.texts = filled, lasts, ["".join(parts) for parts in texts]

    @property
    def starts(self) -> array:
        """Where each row begins, and a last entry with the text's length."""
        if self._starts is None:
            self._starts = _starts(self.source, self.rows)
        return self._starts

    def number(self, row: int) -> int:
        """The 1-based number of the line that a row is, or is of."""
        return self.numbers[row] if self.numbers else row + 1

    def line(self, row: int) -> Line:
        """A line of the input, or a part of one, by its 0-based row."""
        start = self.starts[row]
        text = self.rows[row]
        return Line(self.number(row), start, start + len(text), text)

    def line_at(self, offset: int) -> int:
        """The 1-based number of the line that holds a code point."""
        row = bisect_right(self.starts, offset, 0, len(self.rows))
        return self.number(row - 1) if row else 0

    def span(self, unit: int, text: str | None = None) -> Span:
        """Where a unit, or `text` within it, stands in the source."""
        first, last = self.filled[unit], self.lasts[unit]
        text = self.texts[unit] if text is None else text
        if first == last and not self.marks:
            start = self.starts[first] + max(self.rows[first].find(text), 0)
            return start, start + len(text)
        whole = self.starts[first], self.starts[last] + len(self.rows[last].rstrip())
        # White space aside, since it is not the source's where rows were joined.
        shown = [at for at in self._unmarked(*whole) if self.source[at] not in WHITE]
        sought = "".join([sign for sign in text if sign not in WHITE])
        found = "".join([self.source[at] for at in shown]).find(sought)
        return (shown[found], shown[found + len(sought) - 1] + 1) if sought and found >= 0 else whole

    def _unmarked(self, start: int, end: int) -> Iterator[int]:
        """The code points of a stretch of the source that are no marks."""
        for mark in range(max(0, bisect_right(self.marks, (start, start)) - 1), len(self.marks)):
            begin, stop = self.marks[mark]
            if begin >= end:
                break
            yield from range(start, begin)
            start = max(start, stop)
        yield from range(start, end)


def split(source: str) -> list[str]:
    """The lines of `source` without their line ends; a line end at the very end opens no further line."""
    rows = source.split("\n")
    if "\r" in source:
        pieces: list[str] = []
        last = len(rows) - 1
        for number, row in enumerate(rows):
            if "\r" in row:
                parts = row.split("\r")
                if not parts[-1] and number < last:  # "\r\n" is one line end
                    parts.pop()
                pieces.extend(parts)
            else:
                pieces.append(row)
        rows = pieces
    if not rows[-1]:
        rows.pop()
    return rows


def _starts(source: str, rows: list[str]) -> array:
    if "\r" not in source:
        starts = array("L", accumulate((len(row) + 1 for row in rows), initial=0))
    else:
        starts = array("L", [0])
        at = 0
        for row in rows:
            at += len(row)
            at += 2 if source[at : at + 2] == "\r\n" else 1
            starts.append(at)
    starts[-1] = len(source)
    return starts
