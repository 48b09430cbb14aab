"""One input, from its text to its record as it is written, and what there is to say of it: what each process does."""

from typing import NamedTuple

from . import formats
from .article import Article, Source, failed
from .extraction import extract
from .inputs import STDIN, Input, InputError, too_big
from .options import Options


class Done(NamedTuple):
    """A record's bytes, its error's code, its warnings, what to say of it, and whether that is of a failure."""

    data: bytes
    error: str | None
    warnings: tuple[str, ...]
    message: str | None = None
    wrong: bool = False


def work(source: Input, options: Options) -> Done:
    """Read one input and extract its article. It always gives a record, whatever goes wrong with the input."""
    try:
        article = read(source, options.encoding)
        article.require_confidence(options.min_confidence)
        return _done(source, article, options)
    except MemoryError:
        error = too_big()
        return lost(source, options, error.code, error.message)
    except Exception as error:
        return _done(source, crashed(source, error), options)


def crashed(source: Input, error: Exception) -> Article:
    """The record of an input on which the program itself failed."""
    why = f"{source.shown}: dumpparse failed on it ({type(error).__name__}: {error}): please report it, with the dump"
    return failed(_source(source), "crash", why)


def lost(source: Input, options: Options, code: str, message: str) -> Done:
    """The record of an input that could not be worked on to the end."""
    return _done(source, failed(_source(source), code, f"{source.shown}: {message}"), options)


def read(source: Input, encoding: str | None) -> Article:
    """The article of one input, or the record of its error."""
    try:
        decoded = source.read(encoding)
    except InputError as error:
        return failed(_source(source), error.code, f"{source.shown}: {error.message}")
    warnings = ["decoded-as-cp1252"] if decoded.guessed else []
    return extract(decoded.text, _source(source, decoded.encoding), warnings)


def article_of(held: Input) -> Article:
    """The article of a text in memory, or the record of its error, whatever goes wrong with it. Its path is a name for messages alone."""
    try:
        article = read(held, None)
    except Exception as error:
        article = crashed(held, error)
    article.source = article.source._replace(path=None)
    return article


def _source(source: Input, encoding: str | None = None) -> Source:
    return Source(None if source.path == STDIN else source.path, encoding, source.id, source.url, source.record, source.crawled)


def _done(source: Input, article: Article, options: Options) -> Done:
    record = article.to_dict(spans=options.spans)
    missing = [] if article.error else [name for name in options.require if record.get(name) in (None, [])]
    message = None
    if article.error:
        message = article.error.message
    elif missing:
        message = f"{source.shown}: no {', '.join(missing)}, which --require asks for"
    elif source.record is not None and not (article.page and article.page.texts):
        message = f"{source.shown}: no text in it"
    data = formats.render(record, options)
    return Done(data, article.error and article.error.code, tuple(article.warnings), message, bool(article.error or missing))
