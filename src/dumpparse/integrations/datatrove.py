"""The article of each document as a step of a datatrove pipeline, whatever its executor: a laptop's cores, Slurm, Ray.

    LocalPipelineExecutor([WarcReader("wet"), Dumpparse(), JsonlWriter("articles")], tasks=8, logging_dir="logs").run()
"""

try:
    from datatrove.data import Document
    from datatrove.pipeline.filters.base_filter import BaseFilter
except ImportError:
    raise ImportError("dumpparse.integrations.datatrove needs datatrove: pip install 'dumpparse[datatrove]'") from None

from ..article import Article
from ..inputs import Input
from ..lines import Decoded
from ..work import article_of


class Dumpparse(BaseFilter):
    """Puts the record of each document into its metadata and its article's body in the place of its text.

    `key` is where in the metadata the record stands; its `source` has the document's `id`, and of the metadata `url` and `date`, the time
    of the crawl, from which "3 hours ago" is reckoned. `replace_text`: False leaves the text as it is. `keep_without_body`: True lets
    documents without an article's body pass, with an empty text where it is replaced; else they are dropped, and go as they came, with
    their record, to `exclusion_writer`, a datatrove writer. A text on which the program fails has the reason in its record's `error`.
    """

    name = "📰 Dumpparse"

    def __init__(self, key: str = "dumpparse", replace_text: bool = True, keep_without_body: bool = False, exclusion_writer=None):
        super().__init__(exclusion_writer)
        self.key, self.replace_text, self.keep_without_body = key, replace_text, keep_without_body

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Extract one document, in place; whether it passes, or (False, why not)."""
        article = _article(doc)
        doc.metadata[self.key] = article.to_dict()
        if not article.body and not self.keep_without_body:
            return False, article.error.code if article.error else "no-body"
        if self.replace_text:
            doc.text = article.body or ""
        return True


def _article(doc: Document) -> Article:
    url, date = (doc.metadata.get(name) for name in ("url", "date"))
    text = Decoded(doc.text, None, False)
    return article_of(Input(f"document {doc.id}", "", held=text, id=doc.id, url=url and str(url), crawled=date and str(date)))
