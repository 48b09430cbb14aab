"""What goes to standard error: troubles, progress, a summary. Data never does."""

import os
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.progress import Progress

    from .work import Done

ERROR = "\x1b[31merror:\x1b[0m"
_EVERY = 0.2  # seconds between two looks of the progress
_MINUTE = 60
FEW = 32  # inputs that one process reads, unless it was asked for more, and of which a log tells nothing where all is well


class Tally:
    """How many inputs were read, how many failed and with which code, and how often each warning was given."""

    def __init__(self, earlier: dict[str, Any] | None = None):
        earlier = earlier or {}
        self.done, self.read, self.failed = (earlier.get(name, 0) for name in ("done", "read", "failed"))
        self.errors: Counter[str] = Counter(earlier.get("errors"))
        self.warnings: Counter[str] = Counter(earlier.get("warnings"))

    def to_dict(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {"done": self.done, "read": self.read, "failed": self.failed, "errors": dict(self.errors), "warnings": dict(self.warnings)}

    def add(self, done: "Done") -> None:
        """One more input done."""
        self.done += 1
        self.read += not done.error
        self.failed += done.wrong
        if done.wrong:
            self.errors[done.error or "required"] += 1
        self.warnings.update(done.warnings)

    def unwritten(self, done: "Done") -> None:
        """The record of the last one could not be written."""
        self.failed += not done.wrong
        self.errors["unwritten"] += 1

    def __str__(self) -> str:
        return f"{self.read} read, {self.failed} failed"


class Messages:
    """Troubles unless quiet; more when verbose: of each input, or of a batch a line a minute; progress on a terminal; a summary.

    `shown`: whether the records go to a terminal, where they are progress enough.
    """

    def __init__(self, quiet: bool, verbose: bool, color: str, several: bool = False, shown: bool = False):
        self.quiet, self.verbose, self.several = quiet, verbose, several
        self.colour = wants_colour(color, sys.stderr)
        self.batch = False
        self.tally = Tally()
        self._earlier = 0  # inputs that were done before this run
        self._total: int | None = None
        self._at = 0
        self._live = several and not quiet and not shown and sys.stderr.isatty()
        self._progress: Progress | None = None
        self._begun = self._shown = self._told = time.monotonic()

    @property
    def wants_total(self) -> bool:
        """Whether it is of use to know how much there is to read."""
        return self._live or (self.verbose and not self.quiet)

    def begin(self, total: int | None, done: int, tally: Tally) -> None:
        """Reading begins: of `total` bytes (None: not known) `done` were read before, with what `tally` says."""
        self.tally, self._total, self._at, self._first = tally, total, done, done
        self._earlier = tally.done
        self._begun = self._told = time.monotonic()
        self._shown = 0.0

    def trouble(self, text: str, always: bool = False) -> None:
        """An input or output that failed; `always`, even when quiet: what makes the whole run fail."""
        if always or not self.quiet:
            self._say(f"{ERROR if self.colour else 'error:'} {text}")

    def note(self, text: str, always: bool = False) -> None:
        """Something of interest: `always`, or with --verbose where inputs are few."""
        if not self.quiet and (always or (self.verbose and not self.batch)):
            self._say(text)

    def count(self, at: int) -> None:
        """One more input is in the tally, and `at` bytes of all are read; shown now and then."""
        self._at = at
        now = time.monotonic()
        if self._live and now - self._shown > _EVERY:
            self._shown = now
            self._show()
        if self.batch and self.verbose and not self.quiet and now - self._told > _MINUTE:
            self._told = now
            self._say(f"{self.tally}, {self._rate():,.0f} a second{self._remaining()}")

    def end(self) -> None:
        """Take the progress away."""
        if self._progress:
            self._progress.stop()
            self._progress = None

    def summary(self) -> None:
        """After several inputs what failed, the warnings, the rate: on a terminal, when verbose, or when some failed.

        Elsewhere, in a log, after many inputs one line, and after a few nothing.
        """
        self.end()
        if not self.several or self.quiet:
            return
        if not (self.verbose or self.tally.failed or sys.stderr.isatty()):
            if self.tally.done > FEW:
                self._say(str(self.tally))
            return
        for name, counter in (("failed", self.tally.errors), ("warnings", self.tally.warnings)):
            if counter:
                self._say(f"{name}: {', '.join(f'{number} {what}' for what, number in sorted(counter.items()))}")
        if self.batch or self.verbose:
            self._say(f"{time.monotonic() - self._begun:.1f} seconds, {self._rate():,.1f} records a second")
        self._say(str(self.tally))

    def _rate(self) -> float:
        return (self.tally.done - self._earlier) / max(time.monotonic() - self._begun, 1e-3)

    def _remaining(self) -> str:
        read = self._at - self._first
        if not self._total or read <= 0:
            return ""
        seconds = (time.monotonic() - self._begun) * max(0, self._total - self._at) / read
        hours, minutes = divmod(round(seconds) // 60, 60)
        return f", {hours} h {minutes:02} min left" if hours else f", {minutes} min left" if minutes else f", {seconds:.0f} s left"

    def _show(self) -> None:
        if not self._progress:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn

            text = TextColumn("{task.description}", markup=False)
            columns = (text, BarColumn()) if self._total else (text,)
            # No thread of its own: it is drawn when an input is done.
            self._progress = Progress(
                *columns, console=Console(stderr=True), auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._progress.start()
            self._task = self._progress.add_task("", total=self._total)
        described = f"dumpparse: {self.tally}, {self._rate():,.0f} a second{self._remaining()}"
        self._progress.update(self._task, description=described, completed=self._at, refresh=True)

    def _say(self, text: str) -> None:
        if self._progress:
            from rich.text import Text

            self._progress.console.print(Text.from_ansi(f"dumpparse: {text}"), soft_wrap=True, highlight=False)
        else:
            print(f"dumpparse: {text}", file=sys.stderr)


def wants_colour(color: str, stream: Any) -> bool:
    """Whether to colour what goes to `stream`: as --color says, else on a terminal unless NO_COLOR is set."""
    return color == "always" or (color == "auto" and stream.isatty() and not os.environ.get("NO_COLOR"))
