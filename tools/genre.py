"""Learn what a page's words say of it: that it is an article, or that it has none."""

import collections
import gzip
import json
import pathlib

import numpy
from gold import Sample, fold, site
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dumpparse import page_traits

# What a page without an article counts for, to one with; the inverse of L1's strength.
NOBODY, STRENGTH = 3.0, 3.0


class Words:
    """The words of pages with and without an article, to learn from what a page is: articles, and pages that have none.

    To the pages whose lines are marked come those of meta.jsonl.gz, all of which have an article. `part`: their part of the sites.
    """

    def __init__(self, samples: list[Sample], corpus: pathlib.Path, folds: int):
        marked = [sample for sample in samples if sample.kind in ("body", "nobody")]
        pages = [(s.site, s.body[:200], s.kind != "nobody", page_traits.words_of(s.read[0].source)) for s in marked]
        with gzip.open(corpus / "meta.jsonl.gz", "rt", encoding="utf-8") as records:
            for record in map(json.loads, records):
                home, words = site(record["url"]) if record.get("url") else record["id"], page_traits.words_of(record["text"])
                pages.append((home, record.get("url"), True, words))
        sites = collections.defaultdict(set)
        for home, _, _, words in pages:
            for word in words:
                sites[word].add(home)
        self.vocabulary = sorted(word for word, where in sites.items() if len(where) >= 20)
        number = {word: at for at, word in enumerate(self.vocabulary)}
        indices, pointers, values = [], [0], []
        for *_, words in pages:
            indices += sorted(number[word] for word in words if word in number)
            values += [page_traits.share_of(words)] * (len(indices) - pointers[-1])
            pointers.append(len(indices))
        self.matrix = csr_matrix((numpy.array(values), indices, pointers), shape=(len(pages), len(self.vocabulary)))
        self.article = numpy.array([article for _, _, article, _ in pages])
        self.part = numpy.array([fold(home, folds) for home, *_ in pages])
        # The dumps of one page count as one; the few pages without an article count for more.
        dumps = collections.Counter(page[:2] for page in pages)
        self.weight = numpy.array([1 / dumps[page[:2]] for page in pages]) * numpy.where(self.article, 1.0, NOBODY)

    def fit(self, rows: numpy.ndarray) -> dict:
        """What each word is worth, from some of the pages: most of them nothing (L1)."""
        if not self.vocabulary:
            return {"base": 0.0, "words": {}}
        model = LogisticRegression(C=STRENGTH, l1_ratio=1.0, solver="liblinear", max_iter=300, random_state=0)
        model.fit(self.matrix[rows], self.article[rows], sample_weight=self.weight[rows])
        words = {word: round(float(value), 2) for word, value in zip(self.vocabulary, model.coef_[0], strict=True) if abs(value) >= 0.005}
        return {"base": round(float(model.intercept_[0]), 2), "words": words}
