"""What the commands do: read inputs, extract, write records, tell of trouble, and the exit code."""

import os
import sys
import time
from collections.abc import Iterable
from typing import Any, NamedTuple

from . import inputs as sources
from . import outputs
from .article import Article, Source, failed
from .extraction import extract
from .inputs import Input, InputError

CLEAR = "\r\x1b[K"  # the progress that stands on the line
ERROR = "\x1b[31merror:\x1b[0m"


class Messages:
    """What goes to standard error: troubles unless quiet, more when verbose, progress on a terminal, a summary after several inputs."""

    def __init__(self, quiet: bool, verbose: bool, color: str, several: bool = False):
        self.quiet, self.verbose, self.several = quiet, verbose, several
        self.colour = wants_colour(color, sys.stderr)
        # Records on the same terminal are progress enough.
        self._live = several and not quiet and sys.stderr.isatty() and not sys.stdout.isatty()
        self._shown = 0.0
        self.read = self.failed = 0

    def trouble(self, text: str, always: bool = False) -> None:
        """An input or output that failed; `always`, even when quiet: what makes the whole run fail."""
        if always or not self.quiet:
            self._say(f"{ERROR if self.colour else 'error:'} {text}")

    def note(self, text: str) -> None:
        """Something of interest, with --verbose."""
        if self.verbose and not self.quiet:
            self._say(text)

    def count(self, read: bool, failed: bool) -> None:
        """One more input done; shown now and then."""
        self.read += read
        self.failed += failed
        if self._live and time.monotonic() - self._shown > 0.2:
            self._shown = time.monotonic()
            print(f"{CLEAR}dumpparse: {self._tally()}", end="", file=sys.stderr, flush=True)

    def summary(self) -> None:
        """After several inputs, how many were read and how many failed: on a terminal, when verbose, or when some failed."""
        if self.several and not self.quiet and (self.verbose or self.failed or sys.stderr.isatty()):
            self._say(self._tally())

    def _tally(self) -> str:
        return f"{self.read} read, {self.failed} failed"

    def _say(self, text: str) -> None:
        print(f"{CLEAR if self._live else ''}dumpparse: {text}", file=sys.stderr)


def wants_colour(color: str, stream: Any) -> bool:
    """Whether to colour what goes to `stream`: as --color says, else on a terminal unless NO_COLOR is set."""
    return color == "always" or (color == "auto" and stream.isatty() and not os.environ.get("NO_COLOR"))


class Options(NamedTuple):
    """The options of `extract`, each named as on the command line."""

    output: str | None
    output_dir: str | None
    glob: str
    fields: list[str] | None
    require: tuple[str, ...]
    min_confidence: float
    fail_fast: bool
    spans: bool
    pretty: bool
    encoding: str | None
    quiet: bool
    verbose: bool
    color: str


def run(arguments: tuple[str, ...], options: Options) -> int:
    """The `extract` command on its arguments. Returns the exit code."""
    one = len(arguments) == 1 and not os.path.isdir(arguments[0])
    messages = Messages(options.quiet, options.verbose, options.color, several=not one)
    output, output_dir = options.output, options.output_dir
    indent = one and (options.pretty or (not output and not output_dir and sys.stdout.isatty()))
    if arguments == (sources.STDIN,) and not options.quiet:
        _hint("extract")
    found: Iterable[Input] = sources.find(arguments, options.glob)
    try:
        if output:
            found = list(found)  # before the output is there, so that a directory's listing cannot meet it
            sink = outputs.to_file(output, found)
        elif output_dir:
            found = list(found)
            sink = outputs.to_directory(output_dir, found)
        else:
            sink = outputs.to_stdout()
        with sink as write:
            good = _extract_all(found, write, messages, options, indent)
    except outputs.Refused as refusal:
        messages.trouble(str(refusal), always=True)
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:
        messages.trouble(f"{output or 'standard output'} cannot be written: {error.strerror}", always=True)
        return 1
    messages.summary()
    return 0 if good else 1


def _hint(command: str) -> None:
    """Say that it waits, where standard input is a terminal."""
    if sys.stdin and sys.stdin.isatty():
        print(f"dumpparse: reading standard input; end it with Ctrl-D, or give a file (dumpparse {command} --help)", file=sys.stderr)


def _extract_all(found: Iterable[Input], write: outputs.Write, messages: Messages, options: Options, indent: bool) -> bool:
    """Extract every input and write its record; whether all went well."""
    good = True
    for source in found:
        article = read(source, options.encoding)
        article.require_confidence(options.min_confidence)
        record = article.to_dict(spans=options.spans)
        missing = [] if article.error else [name for name in options.require if record.get(name) in (None, [])]
        if article.error:
            messages.trouble(article.error.message)
        elif missing:
            messages.trouble(f"{source.shown}: no {', '.join(missing)}, which --require asks for")
        else:
            messages.note(f"{source.shown}: {', '.join(article.warnings) or 'read'}")
        if options.fields:
            record = {name: record.get(name) for name in options.fields}
        wrong = bool(article.error or missing)
        try:
            write(source, outputs.dumps(record, indent))
        except OSError as error:
            if not options.output_dir:
                raise
            messages.trouble(f"{source.shown}: its record cannot be written to {error.filename or 'the output directory'}: {error.strerror}")
            wrong = True
        messages.count(read=not article.error, failed=wrong)
        good = good and not wrong
        if wrong and options.fail_fast:
            break
    return good


def read(source: Input, encoding: str | None) -> Article:
    """The article of one input, or the record of its error."""
    path = None if source.path == sources.STDIN else source.path
    try:
        decoded = source.read(encoding)
    except InputError as error:
        return failed(Source(path), error.code, f"{source.shown}: {error.message}")
    warnings = ["decoded-as-cp1252"] if decoded.guessed else []
    return extract(decoded.text, Source(path, decoded.encoding), warnings)


def show(argument: str, field: str | None, as_json: bool, encoding: str | None, color: str) -> int:
    """The `explain` command. Returns the exit code."""
    from . import explain

    if argument == sources.STDIN:
        _hint("explain")
    if os.path.isdir(argument):
        Messages(False, False, color).trouble(f"{argument} is a directory: explain takes one dump")
        return 1
    article = read(Input(argument, ""), encoding)
    if article.error:
        Messages(False, False, color).trouble(article.error.message)
        return 1
    if as_json:
        shown = explain.to_json(article)
        if field:  # what is no field of the page, like the body, has its value alone
            shown = {"schema": shown["schema"], field: shown["fields"].get(field, {"value": article.to_dict(spans=True).get(field)})}
        sys.stdout.buffer.write(outputs.dumps(shown))
        return 0
    try:
        width = os.get_terminal_size().columns
    except OSError:
        width = 130
    lines = explain.field_rows(article, field) if field else explain.rows(article, width)
    explain.paint(lines, wants_colour(color, sys.stdout))
    return 0
