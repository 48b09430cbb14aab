"""Where records are to go on the disk, and what speaks against it before anything is written."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from .files import DirectorySink, FileSink, Pack, mode_of, packer, replacing, target_of
from .inputs import STDIN, Identity, Input, identity_of
from .journal import Journal, lock
from .messages import Tally
from .options import Options, Refused
from .sinks import Sink

_BESIDE = (".part", ".part.journal", ".part.journal.new", ".part.parquet")
_INSIDE = (".dumpparse.part", ".dumpparse.journal", ".dumpparse.journal.new")


def own(options: Options) -> set[Identity]:
    """What an earlier run over the same directory has left there, which is no input of this one: what it wrote while it was not done,
    and an output directory with all that is in it.
    """
    if not (options.output or options.output_dir):
        return set()
    paths = _beside(options.output) if options.output else [str(options.output_dir), *_inside(str(options.output_dir))]
    return {identity for path in paths if (identity := identity_of(path))}


def _beside(path: str) -> list[str]:
    """The files that a resumable run writes before PATH is there."""
    return [os.path.realpath(path) + ending for ending in _BESIDE]


def _inside(folder: str) -> list[str]:
    """The files that a resumable run writes to a directory besides the records."""
    return [os.path.join(os.path.realpath(folder), name) for name in _INSIDE]


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
    _check_not_written(inputs, [path, *(_beside(path) if resumable else ())], "choose another name for the output")
    pack, columns = packer(path), _columns() if options.format == "parquet" else None
    if resumable:
        path = os.path.realpath(path)
        with _part(path, pack, columns, Journal(f"{path}.part.journal", inputs, options), inputs, options) as sink:
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
def _part(path: str, pack: Pack, columns: Callable | None, journal: Journal, inputs: Sequence[Input], options: Options) -> Iterator[Sink]:
    """PATH.part, which takes the place of PATH at the end, or has it made of it. It outlives a failure, with its journal."""
    part = f"{path}.part"
    begin = journal.load() if options.resume else None
    if begin and not os.path.exists(part):
        if begin.finished and os.path.exists(path):  # it was cut off when only the journal was left to remove
            # Nothing is left to read, also where --fail-fast ended it before the last input.
            yield Sink(options, (len(inputs), 0), Tally(begin.tally))
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
        try:
            yield FileSink(file, pack, options, journal, begin)
        except BaseException:
            if not os.path.getsize(part):  # nothing to go on with
                os.unlink(part)
                journal.remove()
            raise
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
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise Refused(f"{folder} is a file: did you mean -o?")
    _check_not_written(inputs, _inside(folder) if resumable else (), "choose another directory")
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


def _check_not_written(inputs: Iterable[Input], paths: Sequence[str], remedy: str) -> None:
    """Refuse an input, there or not, that is one of the paths to be written."""
    names, identities = {os.path.realpath(path) for path in paths}, {identity_of(path) for path in paths} - {None}
    for source in inputs:
        if source.path != STDIN and (os.path.realpath(source.path) in names or identity_of(source.path) in identities):
            raise Refused(f"the input {source.shown} is also where the output is written: {remedy}")


def _check_targets(folder: str, inputs: Sequence[Input], several: Callable[[Input], bool]) -> None:
    taken: dict[str, Input] = {}
    originals = {identity for source in inputs if source.path != STDIN and (identity := identity_of(source.path))}
    for source in inputs:
        if source.path == STDIN:
            raise Refused("standard input has no name to make a file of: use -o FILE")
        target = target_of(folder, source)
        for one in (target, target.removesuffix(".json")) if several(source) else (target,):
            other = taken.setdefault(one, source)
            if other is not source:
                raise Refused(f"{other.path} and {source.path} would both be written to {one}: give their directory instead, or run them apart")
            if identity_of(one) in originals:
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


def same(path: str, other: str) -> bool:
    """Whether two paths lead to one file."""
    return (identity := identity_of(path)) is not None and identity == identity_of(other)
