"""Where dumps come from: files, directories, standard input. Each is read to a text, or to an error that says what to do."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from typing import BinaryIO, NamedTuple

from .formats import packing_of
from .lines import Decoded, InputError, codec_of, decode

STDIN = "-"
_BEGIN = 1 << 16  # bytes by which a stream is seen to be no text


class Input(NamedTuple):
    """One dump to read. `path` as it is to be opened and shown; `name` its path below the directory it was found in.

    `trouble` is set where it is already known that it cannot be read. A dump that shares its file with others has been `held` since
    that was read, as text or bytes; `record` is its number there, from 1, and `id`, `url` and `crawled` what the file says of it.
    `after` says where reading goes on behind it: how many files are done, and how many dumps of the next one; `at`: how many bytes of
    its own file had been read with it.
    """

    path: str
    name: str
    trouble: InputError | None = None
    held: Decoded | bytes | None = None
    record: int | None = None
    id: str | None = None
    url: str | None = None
    crawled: str | None = None
    after: tuple[int, int] = (0, 0)
    at: int = 0

    @property
    def shown(self) -> str:
        """What to call it in messages, on one line whatever its name holds."""
        name = "<stdin>" if self.path == STDIN else self.path or "''"
        if not name.isprintable():
            name = "".join(char if char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode() for char in name)
        return name if self.record is None else f"{name}, record {self.record}"

    def read(self, encoding: str | None = None) -> Decoded:
        """Its text. Raises InputError with one of the contract's codes."""
        if self.trouble:
            raise self.trouble
        if isinstance(self.held, Decoded):
            return self.held
        if self.held is not None:
            return decode(self.held, encoding)
        try:
            if self.path == STDIN and sys.stdin is None:
                raise InputError("unreadable", "standard input is closed: give a file")
            if self.path == STDIN:
                data = _whole(sys.stdin.buffer, encoding)
            elif packing_of(self.path):
                from .readers.streams import opened

                with opened(self) as (stream, _):
                    data = _whole(stream, encoding)
            else:
                with open(self.path, "rb") as file:
                    data = _whole(file, encoding)
        except OSError as error:
            raise trouble_of(error, link=os.path.islink(self.path)) from None
        except ValueError as error:  # a NUL in the name
            raise InputError("not-found", f"no file can have that name ({error})") from None
        return decode(data, encoding)


def _whole(stream: BinaryIO, encoding: str | None) -> bytes:
    """All that a stream gives; where its beginning is no text's that is refused at once, for the rest may have no end."""
    begin = stream.read(_BEGIN)
    codec_of(begin, encoding)  # which refuses it
    return begin + stream.read() if len(begin) == _BEGIN else begin


Identity = tuple[int, int]  # device and inode: what a file is, by whatever name


def find(arguments: Iterable[str], glob: str | None = None, left_out: Collection[Identity] = ()) -> Iterator[Input]:
    """The inputs that the arguments name, in their order; a directory gives its files that match `glob`, else all that are named as
    dumps are, sorted by path.

    Sorting goes component by component, as code points. Links are followed; one that leads nowhere or back is an input with
    its trouble, so that nothing is passed over in silence. Of what a directory holds, files and directories that are `left_out` are
    no inputs; what an argument names is one always. A directory without any is an input that is not found.
    """
    matches = _matcher(glob)
    for argument in arguments:
        if argument != STDIN and os.path.isdir(argument):
            found = None
            for found in _below(argument, "", matches, left_out, ()):
                yield found
            if not found:
                why = (
                    f"no file matches {glob}" if glob else "no file matches *.txt, *.jsonl, *.csv, *.parquet, *.wet or what else is read by its name"
                )
                yield Input(argument, os.path.basename(os.path.abspath(argument)), InputError("not-found", f"{why}: pass --glob"))
        else:
            yield Input(argument, os.path.basename(argument), None if argument else InputError("not-found", "an empty name: an unset variable?"))


def _matcher(glob: str | None) -> Callable[[str], bool]:
    """What tells by a file's path below its directory whether it is to be read."""
    if glob is None:
        from .readers import is_dump

        return is_dump
    return lambda below: fnmatchcase(below if "/" in glob else os.path.basename(below), glob)


def _below(folder: str, prefix: str, matches: Callable[[str], bool], left_out: Collection[Identity], above: tuple[Identity, ...]) -> Iterator[Input]:
    """The matching files of one directory and those below it; `above` has the directories it lies in."""
    try:
        identity = _identity(os.stat(folder))
        if identity in above:
            yield Input(
                folder, prefix, InputError("loop", "this link leads back to a directory it lies in: remove it, or name the directories you want")
            )
            return
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Input(folder, prefix, trouble_of(error))
        return
    for name in names:
        path, below = os.path.join(folder, name), os.path.join(prefix, name)
        wanted = matches(below)
        try:
            found = os.stat(path)
        except OSError as error:
            if wanted:
                yield Input(path, below, trouble_of(error, link=os.path.islink(path)))
            continue
        if _identity(found) in left_out:
            continue
        if stat.S_ISDIR(found.st_mode):
            yield from _below(path, below, matches, left_out, (*above, identity))
        elif wanted:
            # A pipe in a directory would be waited for; one that the user names is what they want read.
            odd = None if stat.S_ISREG(found.st_mode) else InputError("unreadable", "not a regular file: name it on its own if it is to be read")
            yield Input(path, below, odd)


def _identity(found: os.stat_result) -> Identity:
    return found.st_dev, found.st_ino


def identity_of(path: str) -> Identity | None:
    """What a path leads to; None where that is nothing, or cannot be told."""
    try:
        return _identity(os.stat(path))
    except (OSError, ValueError):
        return None


def too_big() -> InputError:
    """The error of what there is not memory enough for."""
    return InputError("crash", "there is not memory enough for it: give the process more, or leave it out")


def trouble_of(error: OSError, link: bool = False) -> InputError:
    """What an error of the system means for the input it was met in."""
    if error.errno == errno.ENOENT:
        if link:
            return InputError("not-found", "a link to a file that does not exist: mend or remove it")
        return InputError("not-found", "no such file: check the name, or give a directory")
    if error.errno == errno.EISDIR:
        return InputError("unreadable", "a directory: name the file that is meant")
    if error.errno == errno.ELOOP:
        return InputError("loop", "a link that leads to itself: mend or remove it")
    if error.errno in (errno.EACCES, errno.EPERM):
        return InputError("unreadable", "permission denied: check who may read it")
    return InputError("unreadable", f"{error.strerror or error}: check the file and its disk")
