"""Files that hold many dumps: each is read as a stream of inputs, by format; a text file is one input as it is."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from ..formats import stem_of
from ..inputs import Input, InputError, too_big, trouble_of
from ..options import Options

# By what the name ends in, compressed or not.
_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".wet": "wet", ".warc": "wet"}

# A reader gives the inputs of one file, without the first `skip`, which it passes over as cheaply as its format lets it.
Reader = Callable[[Input, Options, int], Iterator[Input]]


def format_of(path: str, asked: str | None) -> str:
    """The format of a file: what the user asked for, else what its name ends in."""
    if asked:
        return asked
    low = stem_of(path)
    found = _ENDINGS.get("." + low.rpartition(".")[2], "text")
    return "text" if found == "parquet" and low != path.lower() else found


def is_dump(name: str) -> bool:
    """Whether a file of a directory is read where nobody said which: a text, or a file of many, by its name."""
    return stem_of(name).endswith(".txt") or format_of(name, None) != "text"


def inputs_of(files: Iterable[Input], options: Options, begin: tuple[int, int] = (0, 0)) -> Iterator[Input]:
    """Every dump of the files, in order, with what is wrong with a file in its place; `begin` is where an earlier run left off."""
    for number, file in enumerate(files):
        if number < begin[0]:
            continue
        kind = format_of(file.path, options.input_format)
        if kind == "text" or file.trouble:
            yield file._replace(after=(number + 1, 0))
            continue
        done = begin[1] if number == begin[0] else 0
        last = None
        try:
            for last in _reader(kind)(file, options, done):
                done += 1
                yield last._replace(after=(number, done))
        except InputError as error:
            # What the file held before is done; that the rest cannot be read is a record too.
            yield file._replace(trouble=_placed(error, last), after=(number + 1, 0))
        except OSError as error:
            yield file._replace(trouble=_placed(trouble_of(error), last), after=(number + 1, 0))
        except MemoryError:
            yield file._replace(trouble=_placed(too_big(), last), after=(number + 1, 0))


def _reader(kind: str) -> Reader:
    module = "table" if kind in ("csv", "parquet") else kind
    return getattr(import_module(f".{module}", __name__), f"read_{kind}")


def _placed(error: InputError, last: Input | None) -> InputError:
    return InputError(error.code, f"after record {last.record}: {error.message}") if last else error


def needs(extra: str, package: str, what: str) -> InputError:
    """The error where a package is missing that an extra of dumpparse brings."""
    return InputError("unreadable", f"{what} needs {package}: pip install 'dumpparse[{extra}]'")


def keyed(here: Input, value: Callable[[str], object], options: Options) -> Input:
    """The input with what its row says of it under the keys the user names, as strings whatever their type in the file."""

    def string(key: str | None) -> str | None:
        found = value(key) if key else None
        return None if found is None or found == "" else str(found)

    return here._replace(id=string(options.id_key), url=string(options.url_key), crawled=string(options.crawled_key))
