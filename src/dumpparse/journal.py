"""How far a batch has got, kept beside its output, so that a run that was cut off can be gone on with.

What the journal says is done is on the disk: the output is written through before the journal is.
"""

import json
import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from . import __version__
from .inputs import Input
from .options import Options, Refused

# What a record, or which are written, depends on. The rest may differ when a run goes on: more jobs, another timeout.
_MATTER = (
    "format", "input_format", "text_key", "id_key", "url_key", "crawled_key", "fields", "require", "min_confidence", "spans", "pretty", "encoding",
)  # fmt: skip


class State(NamedTuple):
    """`after`: how many files are done, and how many dumps of the next; `length`: bytes of output; `tally`: what there is to count."""

    after: tuple[int, int] = (0, 0)
    length: int = 0
    tally: dict[str, Any] | None = None
    finished: bool = False


class Journal:
    """The journal at `path` of a batch over `files`."""

    def __init__(self, path: str, files: Iterable[Input], options: Options):
        self.path = path
        self._made_by = {"dumpparse": __version__, "inputs": _fingerprint(files), "options": {key: getattr(options, key) for key in _MATTER}}

    def load(self) -> State | None:
        """Where to go on; None where there is no journal. Raises Refused where it belongs to another run, or is damaged."""
        try:
            with open(self.path, "rb") as file:
                kept = json.load(file)
            state = State(tuple(kept["after"]), kept["length"], kept["tally"], kept["finished"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            raise Refused(f"{self.path} is no journal of dumpparse's: run without --resume to start again") from None
        # Compared as JSON gives it back: a tuple comes as a list.
        mine = json.loads(json.dumps(self._made_by))
        if differ := [name for name in mine if kept.get(name) != mine[name]]:
            raise Refused(
                f"{self.path} is of a run with other {' and '.join(_named(name, kept, mine) for name in differ)}: "
                "give the same ones to go on with it, or run without --resume to start again"
            )
        return state

    def save(self, state: State) -> None:
        """Put the state on the disk, in place of the one before."""
        new = self.path + ".new"
        with open(new, "w", encoding="utf-8") as file:
            json.dump({**self._made_by, **state._asdict()}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, self.path)

    def remove(self) -> None:
        """It is all done."""
        for path in (self.path, self.path + ".new"):
            if os.path.exists(path):
                os.unlink(path)


def lock(file: int, path: str) -> None:
    """Keep a file or directory that is open to this process; raise Refused where another has it. The end of the process lets it go."""
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused(f"another dumpparse is writing {path}: wait for it, or choose another output") from None
    if not os.path.exists(path) or not os.path.samestat(os.fstat(file), os.stat(path)):
        raise Refused(f"another dumpparse has just finished with {path}: run again if that was not yours")


def _named(name: str, kept: dict[str, Any], mine: dict[str, Any]) -> str:
    if name != "options":
        return f"version of dumpparse ({kept.get(name)})" if name == "dumpparse" else name
    others = kept.get(name) or {}
    differ = [key.replace("_", "-") for key in _MATTER if others.get(key) != mine[name][key]]
    return f"options (--{', --'.join(differ)})"


def _fingerprint(files: Iterable[Input]) -> str:
    """A hash of the files' names, sizes and times of change."""
    import hashlib

    found = hashlib.sha256()
    for file in files:
        try:
            stat = os.stat(file.path)
            known = (stat.st_size, stat.st_mtime_ns)
        except (OSError, ValueError):
            known = (-1, -1)
        found.update(f"{file.path!r} {file.name!r} {known}\n".encode())
    return found.hexdigest()
