"""What takes the records: what every sink has, and standard output."""

import sys

from . import formats
from .inputs import Input
from .messages import Tally
from .options import Options


class Sink:
    """Somewhere to write. `after` is where an earlier run left off: how many files are done, and how many dumps of the next one.

    `tally` counts on from there.
    """

    def __init__(self, options: Options, after: tuple[int, int] = (0, 0), tally: Tally | None = None):
        self.after, self.tally = after, tally or Tally()
        self._head = formats.head(options)

    def write(self, source: Input, record: bytes) -> None:
        """Write a record, which is counted in `tally` already."""
        raise NotImplementedError

    def finish(self) -> None:
        """The last record is written."""


class StdoutSink(Sink):
    """Standard output. Each record goes through at once, so that its reader need not wait."""

    def write(self, source: Input, record: bytes) -> None:
        sys.stdout.buffer.write(self._head + record)
        sys.stdout.buffer.flush()
        self._head = b""

    def finish(self) -> None:
        sys.stdout.buffer.write(self._head)
        sys.stdout.buffer.flush()
