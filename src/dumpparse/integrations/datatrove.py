"""The article of each document as a step of a datatrove pipeline, whatever its executor: a laptop's cores, Slurm, Ray.

LocalPipelineExecutor([WarcReader("wet"), Dumpparse(), JsonlWriter("articles")], tasks=8, logging_dir="logs").run()
"""

from contextlib import nullcontext
from typing import Any

try:
    from datatrove.data import Document, DocumentsPipeline
    from datatrove.pipeline.base import PipelineStep
except ImportError as error:
    raise ImportError("dumpparse.integrations.datatrove needs datatrove: pip install 'dumpparse[datatrove]'") from error

from ..article import Article
from ..inputs import Input
from ..lines import Decoded
from ..work import article_of


class Dumpparse(PipelineStep):  # its filters' base would do, but the package it is in needs all that any of them needs
    """Puts the record of each document into its metadata and its article's body in the place of its text.

    `key` is where in the metadata the record stands; its `source` has the document's `id`, and of the metadata `url` and `date`, the time
    of the crawl, from which "3 hours ago" is reckoned. `replace_text`: False leaves the text as it is. `keep_without_body`: True lets
    documents without an article's body pass, with an empty text where it is replaced; else they are dropped, and go as they came, with
    their record, to `exclusion_writer`, a datatrove writer. A text on which the program fails has the reason in its record's `error`.
    """

    name = "📰 Dumpparse"
    type = "🛢 - EXTRAC"

    def __init__(self, key: str = "dumpparse", replace_text: bool = True, keep_without_body: bool = False, exclusion_writer: Any = None):
        super().__init__()
        self.key, self.replace_text, self.keep_without_body, self.exclusion_writer = key, replace_text, keep_without_body, exclusion_writer

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents that pass, as datatrove asks a step for them."""
        with self.exclusion_writer or nullcontext() as dropped:
            for doc in data:
                self.stat_update("total")
                with self.track_time():
                    article = _article(doc)
                    doc.metadata[self.key] = article.to_dict()
                if article.body or self.keep_without_body:
                    if self.replace_text:
                        doc.text = article.body or ""
                    self.stat_update("forwarded")
                    self.update_doc_stats(doc)
                    yield doc
                    continue
                why = article.error.code if article.error else "no-body"
                self.stat_update("dropped", f"dropped_{why}")
                if dropped:
                    doc.metadata["filter_reason"] = why
                    dropped.write(doc, rank)


def _article(doc: Document) -> Article:
    url, date = (doc.metadata.get(name) for name in ("url", "date"))
    text = Decoded(doc.text, None, False)
    return article_of(Input(f"document {doc.id}", "", held=text, id=doc.id, url=url and str(url), crawled=date and str(date)))
