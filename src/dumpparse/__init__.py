"""dumpparse: the article in the plain text of a news page, as a record.

    >>> import dumpparse
    >>> dumpparse.extract("LAHORE: It rained.").dateline.places
    ['LAHORE']
"""

from .article import Article
from .extraction import extract

__version__ = "0.1.0"
__all__ = ["Article", "__version__", "extract"]
