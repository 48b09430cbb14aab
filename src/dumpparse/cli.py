"""The command line: a skin over the library."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from . import __version__
from .article import SCHEMA, SPAN_KEYS
from .formats import FORMATS
from .parameters import Encoding, Fields, Moment, NewFile

_LONGEST = 10_000_000  # seconds of --timeout; a timer that may be set to billions is not sure on every system


def examples(*lines: str) -> str:
    """An epilog that shows commands."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


encoding = click.option("-e", "--encoding", type=Encoding(), metavar="NAME", help="Decode as this; what does not decode is an error. Default: found.")
colour = click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour explanations and messages, not data.")
input_format = click.option(
    "--input-format",
    type=click.Choice(["text", "jsonl", "csv", "parquet", "wet", "nul"]),
    help="How to read the inputs. Default: by name (.jsonl, .csv, .parquet, .wet, .warc, also .gz and .zst), else text.",
)
text_key = click.option("--text-key", default="text", show_default=True, metavar="KEY", help="Where the text is in JSON Lines, CSV and Parquet.")
page = click.option("--html", metavar="FILE", type=NewFile(), help="Write it as a page to FILE, which needs nothing else; - is standard output.")


@contextmanager
def output_may_end() -> Iterator[None]:
    """A closed pipe is the reader's choice: end quietly with 0. A full disk is not: end with 1 and say so."""
    try:
        yield
    except BrokenPipeError:
        _hang_up()
        sys.exit(0)
    except OSError as error:
        _hang_up()
        sys.stderr.write(f"dumpparse: error: standard output cannot be written: {error.strerror}\n")
        sys.exit(1)


class Group(click.Group):
    """Commands of which click learns nothing when their output ends, or it would end them with 1."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Parse; --help prints here."""
        with output_may_end():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with output_may_end():
            return super().invoke(ctx)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message=f"dumpparse %(version)s, record schema {SCHEMA}")
def cli() -> None:
    """The article in the plain text of a scraped news page, as a JSON record."""


@cli.command(
    epilog=examples(
        "dumpparse extract page.txt | jq -r .published",
        "dumpparse extract --fields headline,authors,body dumps/ > articles.jsonl",
        "find dumps -name '*.txt' -print0 | xargs -0 dumpparse extract --output-dir records",
    )
)
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(allow_dash=True, readable=False))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=NewFile(),
    help="Write to FILE, which appears when all is written; compressed if its name ends in .gz or .zst.",
)
@click.option("--output-dir", metavar="DIR", type=NewFile(), help="Write each record to a file of its own, NAME.json, below DIR.")
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="What to write. Default: by FILE's name (.csv, .parquet, .jsonld), else json.",
)
@click.option("--resume", is_flag=True, help="Go on with the batch that was cut off while it wrote FILE or DIR.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes. Default: one for a few inputs, all cores for more.")
@click.option(
    "--timeout",
    type=click.FloatRange(0),
    metavar="SECONDS",
    help="What an input may take, 0: as long as it wants. Default: 60 in a batch.",
)
@input_format
@click.option("-0", "--null", is_flag=True, help="Texts with a NUL byte between them on standard input: --input-format nul.")
@text_key
@click.option("--id-key", default="id", show_default=True, metavar="KEY", help="Where its id is, for source.id.")
@click.option("--url-key", default="url", show_default=True, metavar="KEY", help="Where its URL is, for source.url.")
@click.option("--crawled-key", metavar="KEY", help="Where the time of its crawl is, for source.crawled, which “3 hours ago” is reckoned from.")
@click.option("--glob", help="Which files of a directory to read. Default: *.txt and files of many dumps, by name, also .gz and .zst.")
@click.option("--fields", type=Fields(), metavar="A,B", help="Only these keys, in this order.")
@click.option(
    "--require", type=Fields(several=False), multiple=True, metavar="FIELD", help="Exit 1 where FIELD is null; may be given more than once."
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Null, with a warning, for what is less sure than P (0 to 1).",
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first input that fails.")
@click.option("--spans", is_flag=True, help="Add blocks and evidence: where everything stands.")
@click.option("--pretty", is_flag=True, help="Indent, also when not on a terminal (one input).")
@encoding
@click.option("-q", "--quiet", is_flag=True, help="No messages about inputs.")
@click.option("-v", "--verbose", is_flag=True, help="A message for each input, with its warnings; in a batch a line a minute.")
@colour
def extract(inputs: tuple[str, ...], **options: Any) -> None:
    """Print a JSON record for each dump.

    INPUT is a file, a directory (its *.txt files and files of many dumps, with those below) or - for standard input, which is also read when there is
    none. One input gives one object; several, a directory, or a file of many dumps give JSON Lines.
    """
    from .options import Options
    from .run import run

    if options["min_confidence"] != options["min_confidence"]:
        raise click.UsageError("--min-confidence: not a number")
    if options["timeout"] is not None and not options["timeout"] <= _LONGEST:
        raise click.UsageError(f"--timeout: not a number up to {_LONGEST:,} seconds; 0 is as long as it wants")
    if options["output"] and options["output_dir"]:
        raise click.UsageError("--output and --output-dir exclude each other: take one")
    if not options["spans"] and (spans := {*(options["fields"] or ()), *options["require"]}.intersection(SPAN_KEYS)):
        raise click.UsageError(f"{', '.join(sorted(spans))}: add --spans")
    if inputs.count("-") > 1:
        raise click.UsageError("standard input can be read only once")
    if options.pop("null"):
        if options["input_format"] not in (None, "nul"):
            raise click.UsageError("--null and --input-format exclude each other: take one")
        options["input_format"] = "nul"
    if options["input_format"] == "nul" and (inputs or ("-",)) != ("-",):
        raise click.UsageError("--null is for standard input: leave the inputs out")
    if options["resume"] and not (options["output"] or options["output_dir"]):
        raise click.UsageError("--resume needs --output or --output-dir: standard output cannot be gone on with")
    if options["resume"] and "-" in (inputs or ("-",)):
        raise click.UsageError("--resume: standard input cannot be read again; put it into a file")
    _check_format(options)
    sys.exit(run(inputs or ("-",), Options(**options)))


def _check_format(options: dict[str, Any]) -> None:
    """Refuse what a format of the output cannot do."""
    from .formats import format_of, packing_of

    kind = options["format"] or format_of(options["output"])
    if kind == "jsonld" and (options["fields"] or options["spans"]):
        raise click.UsageError("--fields and --spans are of the record, which JSON-LD is not: leave them out, or take --format json")
    if kind in ("csv", "parquet") and options["output_dir"]:
        raise click.UsageError(f"{kind} is one file: use -o FILE")
    if kind == "parquet" and (not options["output"] or packing_of(options["output"])):
        raise click.UsageError("Parquet needs -o FILE, and is compressed by itself")
    if kind == "csv" and options["pretty"]:
        raise click.UsageError("--pretty is for JSON")


@cli.command(
    epilog=examples(
        "dumpparse explain page.txt",
        "dumpparse explain --html why.html page.txt",
        "dumpparse explain --json page.txt | jq '.lines[] | select(.margin < 1)'",
    )
)
@click.argument("source", default="-", metavar="[INPUT]", type=click.Path(allow_dash=True, readable=False))
@click.option("--field", type=Fields(several=False), metavar="NAME", help="One field: its value, where it stands, the rule, and what was rejected.")
@click.option("--json", "as_json", is_flag=True, help="The same for machines.")
@page
@click.option("--record", type=click.IntRange(1), metavar="N", help="Which dump of a file of many: its record's source.record.")
@click.option(
    "--crawled", type=Moment(), metavar="TIME", help="When it was crawled, its record's source.crawled, which “3 hours ago” is reckoned from."
)
@input_format
@text_key
@encoding
@colour
def explain(
    source: str, field: str | None, as_json: bool, html: str | None, record: int | None, crawled: str | None, color: str, **options: Any
) -> None:
    """Show the dump line by line: label, margin, and the cues that decided it.

    The margin says by how much (log-odds) the page's best labelling beats the best one that labels this line otherwise.
    """
    from .options import Options
    from .run import show

    if html and (field or as_json):
        raise click.UsageError("--html shows all there is: leave --field and --json out")
    sys.exit(show(source, Options(color=color, **options), record, crawled, field, as_json, html))


@cli.command(
    epilog=examples(
        "dumpparse report articles.jsonl",
        "dumpparse report --html report.html articles.jsonl.gz",
        "dumpparse extract dumps/ | dumpparse report --review 50 -",
    )
)
@click.argument("source", metavar="OUT.jsonl", type=click.Path(allow_dash=True, readable=False))
@page
@click.option("--review", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="How many of the least certain records to list.")
@colour
def report(source: str, html: str | None, review: int, color: str) -> None:
    """Show what the records of a file add up to, and which of them to look at.

    OUT.jsonl is what extract wrote, whole records as JSON Lines, also compressed (.gz, .zst); - is standard input.
    """
    from .run import report

    sys.exit(report(source, html, review, color))


@cli.command(
    epilog=examples(
        "dumpparse schema > record.schema.json",
        "dumpparse schema | jq '.properties | keys'",
        "dumpparse schema | jq -r '.properties.warnings.items.enum[]'",
    )
)
def schema() -> None:
    """Print the record's JSON Schema (draft 2020-12)."""
    from .rules import record_schema

    sys.stdout.buffer.write(record_schema().encode())
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line.

    Ctrl-C ends the process by the signal itself, which is what stops a shell's loop; a process that exits, with whatever code,
    does not.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")
    if sys.stdout is None:
        sys.stderr.write("dumpparse: error: standard output is closed: give it somewhere to go, or use -o FILE\n")
        sys.exit(1)
    try:
        code = cli.main(arguments, standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _interrupted()
    except SystemExit as exit_:
        code = exit_.code
    with output_may_end():
        sys.stdout.flush()
    # All that was read lives as long as the process, and looking for cycles in it once more as that ends costs a fifth of a run on one page.
    gc.freeze()
    sys.exit(code if isinstance(code, int) else 0)


def _hang_up() -> None:
    """Point standard output at nothing, or Python complains once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupted() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)
