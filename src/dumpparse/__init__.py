"""dumpparse: the article in the plain text of a news page, as a record.

    >>> import dumpparse
    >>> dumpparse.extract("LAHORE: It rained all night.").dateline.places
    ['LAHORE']
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import Article
    from .extraction import extract

__version__ = "0.1.0"
__all__ = ["Article", "__version__", "extract"]


def __getattr__(name: str) -> Any:
    # `dumpparse --help` needs none of it, so it is imported when it is first used.
    if name == "extract":
        from .extraction import extract as found
    elif name == "Article":
        from .article import Article as found
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
