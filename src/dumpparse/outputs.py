"""Where records are to go on the disk, and what speaks against it before anything is written."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from .files import DirectorySink, FileSink, Pack, mode_of, packer, replacing, target_of
from .inputs import STDIN, Input
from .journal import Journal, lock
from .messages import Tally
from .options import Options, Refused
from .sinks import Sink

_OWN = (".part", ".part.journal", ".part.journal.new", ".part.parquet")


def without_own(files: Iterable[Input], path: str) -> list[Input]:
    """The inputs without what an earlier run over the same directory left beside its output."""
    own = {os.path.realpath(path) + ending for ending in _OWN}
    return [file for file in files if not (file.path.endswith(_OWN) and os.path.realpath(file.path) in own)]


def can_be_kept(options: Options) -> bool:
    """Whether what a run has written can be gone on with: in a directory, or in a file of the disk's."""
    return not options.output or stat.S_ISREG(mode_of(options.output))


@contextmanager
def to_file(path: str, inputs: Sequence[Input], options: Options, resumable: bool) -> Iterator[Sink]:
    """All records to one file, which appears when the last is written. Raises Refused where it is one of the inputs.

    What is resumable is kept as PATH.part, with its journal, when the run ends before that; `options.resume` goes on with it.
    """
    if os.path.isdir(path):
        raise Refused(f"{path} is a directory: did you mean --output-dir?")
    for source in inputs:
        if source.path != STDIN and (same(path, source.path) or os.path.realpath(path) == os.path.realpath(source.path)):
            raise Refused(f"the output {path} is also an input: choose another name")
    pack, columns = packer(path), _columns() if options.format == "parquet" else None
    if resumable:
        path = os.path.realpath(path)
        with _part(path, pack, columns, Journal(f"{path}.part.journal", inputs, options), options) as sink:
            yield sink
        return
    with replacing(path) as file:
        if columns:
            import tempfile

            with tempfile.TemporaryFile() as lines:
                yield FileSink(lines, pack, options)
                lines.seek(0)
                columns(lines, file, options)
        else:
            yield FileSink(file, pack, options)


@contextmanager
def _part(path: str, pack: Pack, columns: Callable | None, journal: Journal, options: Options) -> Iterator[Sink]:
    """PATH.part, which takes the place of PATH at the end, or has it made of it. It outlives a failure, with its journal."""
    part = f"{path}.part"
    begin = journal.load() if options.resume else None
    if begin and not os.path.exists(part):
        if begin.finished and os.path.exists(path):  # it was cut off when only the journal was left to remove
            yield Sink(options, begin.after, Tally(begin.tally))
            journal.remove()
            return
        begin = None
    with open(part, "ab") as file:
        lock(file.fileno(), part)
        if begin and file.tell() < begin.length:
            raise Refused(f"{part} is shorter than its journal says, so the disk has lost some of it: run without --resume to start again")
        if not begin:
            journal.remove()
        file.truncate(begin.length if begin else 0)
        yield FileSink(file, pack, options, journal, begin)
        if columns:
            with replacing(path, f"{part}.parquet") as table, open(part, "rb") as lines:
                columns(lines, table, options)
                table.flush()
                os.fsync(table.fileno())
            os.unlink(part)
        else:
            os.chmod(part, stat.S_IMODE(mode_of(path)))
            os.replace(part, path)
    journal.remove()


@contextmanager
def to_directory(folder: str, inputs: Sequence[Input], options: Options, resumable: bool, several: Callable[[Input], bool]) -> Iterator[Sink]:
    """Each record to a file of its own below the folder; `several` tells which inputs hold more than one.

    Raises Refused before anything is written where two would be one file, or an input.
    """
    _check_targets(folder, inputs, several)
    if not resumable:
        yield DirectorySink(folder, options)
        return
    os.makedirs(folder, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        lock(handle, folder)
        journal = Journal(os.path.join(folder, ".dumpparse.journal"), inputs, options)
        begin = journal.load() if options.resume else None
        if not begin:
            journal.remove()
        yield DirectorySink(folder, options, journal, begin)
    finally:
        os.close(handle)


def _check_targets(folder: str, inputs: Sequence[Input], several: Callable[[Input], bool]) -> None:
    taken: dict[str, Input] = {}
    originals = {identity for source in inputs if source.path != STDIN and (identity := _identity(source.path))}
    for source in inputs:
        if source.path == STDIN:
            raise Refused("standard input has no name to make a file of: use -o FILE")
        target = target_of(folder, source)
        for one in (target, target.removesuffix(".json")) if several(source) else (target,):
            other = taken.setdefault(one, source)
            if other is not source:
                raise Refused(f"{other.path} and {source.path} would both be written to {one}: give their directory instead, or run them apart")
            if _identity(one) in originals:
                raise Refused(f"the output {one} is also an input: choose another directory")
    for target, source in taken.items():
        above = os.path.dirname(target)
        while above and above not in taken and above != os.path.dirname(above):
            above = os.path.dirname(above)
        if above in taken:
            raise Refused(f"{above} would be both the record of {taken[above].path} and the directory for {source.path}: run them apart")


def _columns() -> Callable:
    try:
        from .columns import write_parquet
    except ImportError:
        raise Refused("Parquet needs pyarrow: pip install 'dumpparse[parquet]'") from None
    return write_parquet


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def same(path: str, other: str) -> bool:
    """Whether two paths lead to one file."""
    return _identity(path) is not None and _identity(path) == _identity(other)
