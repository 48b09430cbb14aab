"""What the commands do: read inputs, extract, write records, tell of trouble, and the exit code."""

import errno
import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import accumulate, chain, islice

from . import formats
from . import inputs as sources
from .inputs import STDIN, Input, InputError
from .messages import FEW, Messages, wants_colour
from .options import Options, Refused, Stopped
from .readers import format_of, inputs_of
from .sinks import Sink, StdoutSink
from .work import Done, read, work

_TIMEOUT = 60.0  # seconds for one input of a batch
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def run(arguments: tuple[str, ...], options: Options) -> int:
    """The `extract` command on its arguments. Returns the exit code."""
    one = len(arguments) == 1 and not os.path.isdir(arguments[0]) and not _several(arguments[0], options)
    shown = not (options.output or options.output_dir) and sys.stdout.isatty()
    messages = Messages(options.quiet, options.verbose, options.color, several=not one, shown=shown)
    indent = one and (options.pretty or shown)
    options = options._replace(format=options.format or formats.format_of(options.output), pretty=indent)
    if arguments == (STDIN,) and not options.quiet:
        _hint("extract")
    resumable = False
    written = options.output or options.output_dir or "standard output"
    try:
        if not (options.output or options.output_dir):
            _extract_all(list(sources.find(arguments, options.glob)), StdoutSink(options), messages, options)
        else:
            from . import outputs

            # All names before the output is there, so that a directory's listing cannot meet it.
            files = list(sources.find(arguments, options.glob, outputs.own(options)))
            resumable = not one and STDIN not in arguments and outputs.can_be_kept(options)
            if options.output:
                place = outputs.to_file(options.output, files, options, resumable)
            else:
                place = outputs.to_directory(str(options.output_dir), files, options, resumable, lambda file: _several(file.path, options))
            with place as sink:
                _extract_all(files, sink, messages, options)
    except Refused as refusal:
        kept = f"; {_kept(options)}" if resumable and isinstance(refusal, Stopped) else ""
        messages.trouble(f"{refusal}{kept}", always=True)
        return refusal.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        kept = f"; {_kept(options)}" if resumable and error.errno in _FULL else ""
        messages.trouble(f"{written} cannot be written: {error.strerror}{kept}", always=True)
        return 1
    except KeyboardInterrupt:
        messages.end()
        if resumable:
            messages.note(f"stopped: {_kept(options)}", always=True)
        raise
    finally:
        messages.end()
    messages.summary()
    return 1 if messages.tally.failed else 0


def _several(path: str, options: Options) -> bool:
    """Whether a file of that name holds several dumps."""
    return format_of(path, options.input_format) != "text"


def _kept(options: Options) -> str:
    if options.output and not os.path.exists(f"{os.path.realpath(options.output)}.part"):
        return "nothing was written yet, run it again"
    where = f"{options.output}.part is kept" if options.output else f"what is in {options.output_dir} stays"
    return f"{where}, add --resume to go on from there"


def _hint(command: str) -> None:
    """Say that it waits, where standard input is a terminal."""
    if sys.stdin and sys.stdin.isatty():
        print(f"dumpparse: reading standard input; end it with Ctrl-D, or give a file (dumpparse {command} --help)", file=sys.stderr)


def _extract_all(files: Sequence[Input], sink: Sink, messages: Messages, options: Options) -> None:
    """Extract every input that is not done, write its record and tell of it."""
    ends = _ends(files) if messages.wants_total else None
    total = ends[-1] if ends and all(file.path != STDIN for file in files) else None
    messages.begin(total, ends[sink.after[0]] if ends else 0, sink.tally)
    if sink.tally.done:
        messages.note(f"goes on after {sink.tally.done} records", always=True)
    with closing(_results(inputs_of(files, options, sink.after), messages, options)) as results:
        for source, done in results:
            if done.message:
                if done.wrong:
                    messages.trouble(done.message)
                else:
                    messages.note(done.message, always=True)
            else:
                messages.note(f"{source.shown}: {', '.join(done.warnings) or 'read'}")
            sink.tally.add(done)
            wrong = done.wrong
            try:
                sink.write(source, done.data)
            except OSError as error:
                if not options.output_dir or error.errno in _FULL:
                    raise
                messages.trouble(f"{source.shown}: its record cannot be written to {error.filename or 'the output directory'}: {error.strerror}")
                sink.tally.unwritten(done)
                wrong = True
            messages.count(ends[source.after[0]] + (source.at if source.after[1] else 0) if ends else 0)
            if wrong and options.fail_fast:
                break
    sink.finish()


def _results(items: Iterator[Input], messages: Messages, options: Options) -> Generator[tuple[Input, Done], None, None]:
    """Each input with what was done of it: here, one after the other, where they are few; else by workers."""
    if options.jobs is None and options.timeout is None:
        first = list(islice(items, FEW + 1))
        if len(first) <= FEW:
            yield from ((source, work(source, options)) for source in first)
            return
        items = chain(first, items)
    from .workers import in_order

    messages.batch = True
    yield from in_order(items, options._replace(jobs=options.jobs or _cores(), timeout=_TIMEOUT if options.timeout is None else options.timeout))


def _cores() -> int:
    """How many the process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _ends(files: Sequence[Input]) -> list[int]:
    """How many bytes the first none, one, two … files have."""

    def size(file: Input) -> int:
        try:
            return os.stat(file.path).st_size
        except (OSError, ValueError):
            return 0

    return list(accumulate(map(size, files), initial=0))


def show(
    argument: str, options: Options, number: int | None = None, crawled: str | None = None,
    field: str | None = None, as_json: bool = False, html: str | None = None,
) -> int:  # fmt: skip
    """The `explain` command, of the dump with that record's number where a file holds many. Returns the exit code."""
    from . import explain

    messages = Messages(False, False, options.color)
    if argument == STDIN:
        _hint("explain")
    if os.path.isdir(argument):
        messages.trouble(f"{argument} is a directory: explain takes one dump")
        return 1
    source = _record(argument, number, options)
    source = source._replace(crawled=crawled or source.crawled)
    article = read(source, options.encoding)
    if article.error:
        messages.trouble(article.error.message)
        return 1
    if html:
        from .html.explanation import render

        return _write_page(html, argument, lambda: render(article, os.path.basename(source.shown)), messages)
    if as_json:
        shown = explain.to_json(article)
        if field:  # what is no field of the page, like the body, has its value alone
            shown = {"schema": shown["schema"], field: shown["fields"].get(field, {"value": article.to_dict(spans=True).get(field)})}
        sys.stdout.buffer.write(formats.dumps(shown))
        return 0
    lines = explain.field_rows(article, field) if field else explain.rows(article, _width(130))
    explain.paint(lines, wants_colour(options.color, sys.stdout))
    return 0


def _record(path: str, number: int | None, options: Options) -> Input:
    """The dump to explain: the whole file, or the one of that number in it."""
    several = _several(path, options)
    if number is None:
        return Input(path, "", InputError("unreadable", "a file of many dumps: say which with --record N") if several else None)
    if not several:
        return Input(path, "", InputError("unreadable", "a file of one dump: leave --record out, or say what it is with --input-format"))
    last = 0
    for source in inputs_of([Input(path, "")], options):
        if source.record is None or source.record == number:  # what has no number is the trouble with the file
            return source
        last = source.record
    return Input(path, "", InputError("not-found", f"no record {number}: {f'the last is {last}' if last else 'it has none'}"))


def report(path: str, html: str | None, review: int, color: str) -> int:
    """The `report` command. Returns the exit code."""
    from . import summary

    messages = Messages(False, False, color)
    here = Input(path, "")
    if path == STDIN:
        _hint("report")
    try:
        found = summary.summarise(path, review)
    except (InputError, OSError) as error:
        messages.trouble(f"{here.shown}: {(error if isinstance(error, InputError) else sources.trouble_of(error)).message}")
        return 1
    if html:
        from .html.report import render

        return _write_page(html, path, lambda: render(found, os.path.basename(here.shown)), messages)
    from .explain import console
    from .report import show

    show(found, console(wants_colour(color, sys.stdout), width=_width(100)))
    return 0


def _write_page(path: str, source: str, render: Callable[[], bytes], messages: Messages) -> int:
    """Write a page to a file, unless it would take the place of what it was made from, or to standard output. Returns the exit code."""
    if path == STDIN:
        sys.stdout.buffer.write(render())
        return 0
    from .files import replacing
    from .outputs import same

    if same(path, source):
        messages.trouble(f"the output {path} is also the input: choose another name")
        return 2
    try:
        with replacing(path) as file:
            file.write(render())
    except OSError as error:
        messages.trouble(f"{path} cannot be written: {error.strerror}")
        return 1
    return 0


def _width(otherwise: int) -> int:
    """Columns: what COLUMNS says, else of the terminal, or so many where there is none."""
    import shutil  # which brings along what reads archives

    return shutil.get_terminal_size((otherwise, 0)).columns
