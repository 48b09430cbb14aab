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
    if name not in ("Article", "extract"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import article, extraction

    globals().update(Article=article.Article, extract=extraction.extract)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
