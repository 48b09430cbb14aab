"""Sinks on the disk: a file in blocks, a directory. A file that was there before is replaced when all is written."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from . import formats
from .inputs import Input
from .journal import Journal, State
from .messages import Tally
from .options import Options, Refused
from .sinks import Sink

# Bytes of records, and how many, that are written, compressed and noted in the journal together: some seconds' work. Where a block ends
# depends on the records alone, so that the output does not depend on where a run was cut off.
BLOCK, RECORDS = 1 << 20, 200
_LONGEST_ID = 50  # characters of an id in a file's name
Pack = Callable[[bytes], bytes]


class FileSink(Sink):
    """An open file, written in blocks, each compressed by itself; what the journal says of them is on the disk before it."""

    def __init__(self, file: BinaryIO, pack: Pack, options: Options, journal: Journal | None = None, begin: State | None = None):
        state = begin or State()
        super().__init__(options, state.after, Tally(state.tally))
        self._file, self._pack, self._journal = file, pack, journal
        self._length = state.length
        self._block = bytearray(b"" if self._length else self._head)
        self._records = 0
        if not begin:
            self._save()

    def write(self, source: Input, record: bytes) -> None:
        self._block += record
        self.after = source.after
        self._records += 1
        if _is_full(len(self._block), self._records):
            self._end_block()
            self._save()

    def finish(self) -> None:
        if self._block or not self._length:  # nothing at all is a block too: an empty file is no gzip
            self._end_block()
        self._save(finished=True)
        self._file.flush()

    def _end_block(self) -> None:
        packed = self._pack(bytes(self._block))
        self._file.write(packed)
        self._length += len(packed)
        self._block.clear()
        self._records = 0

    def _save(self, finished: bool = False) -> None:
        if self._journal:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._journal.save(State(self.after, self._length, self.tally.to_dict(), finished))


class DirectorySink(Sink):
    """A file for each record below a folder; the journal is saved when a block of them is on the disk."""

    def __init__(self, folder: str, options: Options, journal: Journal | None = None, begin: State | None = None):
        state = begin or State()
        super().__init__(options, state.after, Tally(state.tally))
        self._folder, self._journal = folder, journal
        # One that the next run uses too, so that none is left over where this one is killed.
        self._temporary = os.path.join(folder, ".dumpparse.part") if journal else None
        self._size = self._records = 0

    def write(self, source: Input, record: bytes) -> None:
        target = target_of(self._folder, source)
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        with replacing(target, self._temporary) as file:
            file.write(record)
        self._size += len(record)
        self._records += 1
        if self._journal and _is_full(self._size, self._records):
            os.sync()  # once for hundreds of files, each of which would take as long by itself
            self._journal.save(State(source.after, 0, self.tally.to_dict()))
            self._size = self._records = 0

    def finish(self) -> None:
        if self._journal:
            os.sync()  # or after a power cut neither the last records would be there nor a journal that says so
            self._journal.remove()


def _is_full(size: int, records: int) -> bool:
    """Whether so many bytes of so many records are a block."""
    return size >= BLOCK or records >= RECORDS


def target_of(folder: str, source: Input) -> str:
    """The file of one record: FOLDER/NAME.json, or FOLDER/NAME/NUMBER-ID.json where the input's file holds several.

    The number makes it unique; of the id only what cannot lead out of the folder is left.
    """
    name = source.name
    if source.record is not None:
        known = re.sub(r"[^\w.-]+", "_", source.id or "").strip("._-")[:_LONGEST_ID]
        name = os.path.join(name, f"{source.record}-{known}" if known else str(source.record))
    return os.path.normpath(os.path.join(folder, name + ".json"))


@contextmanager
def replacing(path: str, temporary: str | None = None) -> Iterator[BinaryIO]:
    """A file to write, at `temporary` or under a name of its own, that takes the place of `path` when all went well, else leaves no trace.

    What is no regular file (a pipe, /dev/null) is written to as it is; a link stays, and the file it names is replaced.
    """
    mode = mode_of(path)
    if not stat.S_ISREG(mode):
        with open(path, "wb") as file:
            yield file
        return
    path = os.path.realpath(path)
    handle: int | str
    if temporary:
        handle = temporary
    else:
        import tempfile

        handle, temporary = tempfile.mkstemp(prefix=".dumpparse-", suffix=".tmp", dir=os.path.dirname(path))
    try:
        with open(handle, "wb") as file:
            yield file
        os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def mode_of(path: str) -> int:
    """The mode of a file, or the one that it would be made with."""
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return stat.S_IFREG | (0o666 & ~mask)


def packer(path: str) -> Pack:
    """What compresses a block of a file of that name: the same bytes always come of it. Raises Refused where a library is missing."""
    packing = formats.packing_of(path)
    if packing == "gzip":
        import gzip

        return lambda block: gzip.compress(block, 6, mtime=0)
    if packing == "zstd":
        try:
            import zstandard
        except ImportError:
            raise Refused("a .zst file needs zstandard: pip install 'dumpparse[zstd]'") from None
        return zstandard.ZstdCompressor().compress
    return bytes
