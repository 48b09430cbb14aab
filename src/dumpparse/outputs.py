"""Where records go: standard output, one file, or a file for each input. No file is ever seen half written."""

import json
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from .inputs import STDIN, Input

_SURROGATE = re.compile("[\ud800-\udfff]")


class Refused(Exception):
    """An output that would destroy or lose something; the message says what to change."""


def dumps(record: Any, pretty: bool = False) -> bytes:
    """One record as UTF-8 JSON with its newline: a line, or indented. Only lone surrogates, which UTF-8 lacks, are escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=2 if pretty else None, separators=None if pretty else (",", ":"))
    try:
        return (text + "\n").encode()
    except UnicodeEncodeError:
        return (_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode()


Write = Callable[[Input, bytes], None]


@contextmanager
def to_stdout() -> Iterator[Write]:
    """Each record is written through at once, so that a reader at the other end need not wait."""
    stream = sys.stdout.buffer

    def write(_: Input, record: bytes) -> None:
        stream.write(record)
        stream.flush()

    yield write


@contextmanager
def to_file(path: str, inputs: Sequence[Input]) -> Iterator[Write]:
    """All records to one file, which appears when the last is written. Raises Refused where it is one of the inputs."""
    if os.path.isdir(path):
        raise Refused(f"{path} is a directory: did you mean --output-dir?")
    for source in inputs:
        if source.path != STDIN and (_same(path, source.path) or os.path.realpath(path) == os.path.realpath(source.path)):
            raise Refused(f"the output {path} is also an input: choose another name")
    with replacing(path) as file:

        def write(_: Input, record: bytes) -> None:
            file.write(record)

        yield write


@contextmanager
def to_directory(folder: str, inputs: Sequence[Input]) -> Iterator[Write]:
    """Each record to FOLDER/NAME.json. Raises Refused before anything is written where two would be one file, or an input."""
    taken: dict[str, Input] = {}
    originals = {identity for source in inputs if source.path != STDIN and (identity := _identity(source.path))}
    for source in inputs:
        if source.path == STDIN:
            raise Refused("standard input has no name to make a file of: use -o FILE")
        target = _target(folder, source)
        other = taken.setdefault(target, source)
        if other is not source:
            raise Refused(f"{other.path} and {source.path} would both be written to {target}: give their directory instead, or run them apart")
        if _identity(target) in originals:
            raise Refused(f"the output {target} is also an input: choose another directory")
    for target, source in taken.items():
        above = os.path.dirname(target)
        while above and above not in taken and above != os.path.dirname(above):
            above = os.path.dirname(above)
        if above in taken:
            raise Refused(f"{above} would be both the record of {taken[above].path} and the directory for {source.path}: run them apart")

    def write(source: Input, record: bytes) -> None:
        target = _target(folder, source)
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        with replacing(target) as file:
            file.write(record)

    yield write


def _target(folder: str, source: Input) -> str:
    return os.path.normpath(os.path.join(folder, source.name + ".json"))


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when all went well, and leaves no trace when not.

    What is no regular file (a pipe, /dev/null) is written to as it is; a link stays, and the file it names is replaced.
    """
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = stat.S_IFREG | (0o666 & ~mask)
    if not stat.S_ISREG(mode):
        with open(path, "wb") as file:
            yield file
        return
    import tempfile

    path = os.path.realpath(path)
    handle, temporary = tempfile.mkstemp(prefix=".dumpparse-", suffix=".tmp", dir=os.path.dirname(path))
    try:
        with open(handle, "wb") as file:
            yield file
        os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _same(path: str, other: str) -> bool:
    return _identity(path) is not None and _identity(path) == _identity(other)
