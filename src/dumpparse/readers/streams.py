"""The bytes of a file or of standard input, decompressed by what they begin with; one that ends too early says so."""

import io
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from ..inputs import STDIN, Input, InputError
from . import needs

_GZIP = b"\x1f\x8b"
_ZSTD = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")  # a frame, or one to be skipped, with which pzstd's files begin
_PIECE = 1 << 17  # bytes read at a time


@contextmanager
def opened(file: Input) -> Iterator[tuple[io.BufferedReader, Callable[[], int]]]:
    """The stream, and a function that tells how many bytes of the file have been read.

    Raises InputError where compressed data ends early or is damaged: what came before it has been given out.
    """
    if file.path == STDIN and sys.stdin is None:
        raise InputError("unreadable", "standard input is closed: give a file")
    try:
        raw: BinaryIO = sys.stdin.buffer if file.path == STDIN else open(file.path, "rb")
    except ValueError as error:  # a NUL in the name
        raise InputError("not-found", f"no file can have that name ({error})") from None
    with raw:
        counted = _Eager(raw)
        plain = io.BufferedReader(counted, _PIECE)
        begins = plain.peek(4)[:4]
        stream: Any = plain
        kind = "gzip" if begins.startswith(_GZIP) else "zstd" if _ZSTD.match(begins) else None
        if kind == "gzip":
            import gzip

            stream = io.BufferedReader(_Eager(gzip.GzipFile(fileobj=plain)), _PIECE)  # type: ignore[arg-type]
        elif kind == "zstd":
            stream = io.BufferedReader(_Zstd(plain), _PIECE)
        try:
            yield stream, lambda: counted.read_bytes
        except EOFError:
            raise InputError("unreadable", f"the {kind} data ends too early: the file is cut off, get it again") from None
        except zlib.error as error:
            raise InputError("unreadable", f"the gzip data is damaged ({error}): get the file again") from None
        except OSError as error:
            if kind == "gzip" and isinstance(error, gzip.BadGzipFile):
                raise InputError("unreadable", f"the gzip data is damaged ({error}): get the file again") from None
            raise


class _Eager(io.RawIOBase):
    """A binary stream that gives what it has and counts it.

    The `readinto` of gzip's own reads on until the buffer is full, and loses all it has gathered where that meets the cut.
    """

    def __init__(self, raw: Any):
        self._raw, self.read_bytes = raw, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._raw.read1(len(buffer))
        buffer[: len(data)] = data
        self.read_bytes += len(data)
        return len(data)


class _Zstd(io.RawIOBase):
    """zstd frames, decompressed. The library's own reader ends quietly where the last frame is cut off; this raises EOFError."""

    def __init__(self, raw: Any):
        try:
            import zstandard
        except ImportError:
            raise needs("zstd", "zstandard", "a .zst file") from None
        self._raw, self._zstandard = raw, zstandard
        self._frame = zstandard.ZstdDecompressor(max_window_size=1 << 31).decompressobj()
        self._begun, self._ready = False, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = self._zstandard.ZstdDecompressor(max_window_size=1 << 31).decompressobj()
                self._begun = False
            data = data or self._raw.read1(_PIECE)
            if not data:
                if self._begun:
                    raise EOFError
                return 0
            self._begun = True
            try:
                self._ready = self._frame.decompress(data)
            except self._zstandard.ZstdError as error:
                raise InputError("unreadable", f"the zstd data is damaged ({error}): get the file again") from None
        given = self._ready[: len(buffer)]
        buffer[: len(given)] = given
        self._ready = self._ready[len(given) :]
        return len(given)
