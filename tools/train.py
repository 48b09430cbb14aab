#!/usr/bin/env python3
"""Learn rules/core.json, what tells the article's lines from all others, from pages whose article is known.

    python tools/train.py [--shared DIR] [--folds N]     cross-validate by site and print the figures
    python tools/train.py --write                        the same, then learn from all pages and write src/dumpparse/rules/core.json
    python tools/train.py --write --out FILE             or write it elsewhere

DIR/corpus/ holds body.jsonl.gz (`text`, `gold.body`, `url`, `corpus`, `dumper`), nobody.jsonl.gz (pages without an article) and
dawn.jsonl.gz. Needs the extra `train`. The same data and versions give the same bytes.

Learned are: the lexicon (logistic regression on the words that open and close a line; words of 20 sites or more), the trees that
say whether a line is the article's (LightGBM, on that, the measures and the cues; each page counts alike, so short articles are
not drowned by long ones), and two small sets of trees on the judged page: whether it has an article, and whether its body is right
(page F1 of .9 or more), the latter mapped to what held-out sites showed.
Held-out: sites are split by a hash of their domain; lexicon values for training lines come from models that did not see their site.
"""

import argparse
import collections
import gzip
import json
import pathlib
import sys
from collections.abc import Callable

import compile_rules
import fields
import lightgbm
import numpy
import reliability
from comparing import folded
from gold import Sample, crops, fold, page_f1, site
from reliability import calibrate, held_out
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression, SGDClassifier

from dumpparse import confidence, extraction, forest, measures, ranking, rules
from dumpparse.extraction import label
from dumpparse.fields import read_fields
from dumpparse.fields.body import read as read_body
from dumpparse.page import Page
from dumpparse.trees import walk

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "src" / "dumpparse" / "rules" / "core.json"
# Cues of the line above and below that are looked at.
BESIDE = (
    "list_heading", "date_alone", "date_labelled", "byline_dated", "by_prefix", "name", "caption_credit", "share", "insert", "account",
    "advert", "menu", "comments", "relative_date", "again",
)  # fmt: skip
LINE_TREES = {"num_leaves": 31, "learning_rate": 0.18, "min_data_in_leaf": 200, "feature_fraction": 0.4, "lambda_l2": 5}
PAGE_TREES = {"num_leaves": 8, "learning_rate": 0.1, "min_data_in_leaf": 25, "feature_fraction": 0.5, "lambda_l2": 10}
# The share of held-out articles below which a page counts as one without.
NULL = 0.015
# What a page without an article counts for in learning what words say of a page, to one with; the inverse of L1's strength there.
NOBODY, GENRE = 3.0, 3.0
LINE_ROUNDS, PAGE_ROUNDS, FIELD_ROUNDS = 80, 120, 48
COMMON = {"objective": "binary", "num_threads": 2, "deterministic": True, "force_row_wise": True, "verbose": -1, "max_bin": 64}
BAGGED = {"bagging_fraction": 0.6, "bagging_freq": 1, "seed": 1}


class Lines:
    """All measured lines of the samples as a matrix: one row a line, features by name, and the words for the lexicon."""

    def __init__(self, samples: list[Sample]):
        self.samples = samples
        seen = collections.Counter(cue for sample in samples for cues in sample.cues for cue in set(cues))
        cues = sorted(cue for cue, times in seen.items() if times > 150 and ", " not in cue)
        self.features = [*measures.PAGE, *measures.LINE, *cues, *(f"above {cue}" for cue in BESIDE), *(f"below {cue}" for cue in BESIDE)]
        column = {name: at for at, name in enumerate(self.features)}
        size = sum(len(sample.measured.units) for sample in samples)
        self.matrix = numpy.zeros((size, len(self.features)), numpy.uint8)
        self.right = numpy.zeros(size, bool)
        self.page = numpy.zeros(size, numpy.int32)
        self.words = numpy.zeros(size)
        self.starts = [0]
        at, wide = 0, len(measures.PAGE) + len(measures.LINE)
        for number, sample in enumerate(samples):
            rows = len(sample.measured.units)
            if rows:
                self.matrix[at : at + rows, : len(measures.PAGE)] = sample.measured.page
                self.matrix[at : at + rows, len(measures.PAGE) : wide] = sample.measured.rows
            for row, unit in enumerate(sample.units(), at):
                near = [("", unit), ("above ", unit - 1), ("below ", unit + 1)]
                for prefix, other in near:
                    for cue in sample.cues[other] if 0 <= other < len(sample.cues) else ():
                        if prefix + cue in column:
                            self.matrix[row, column[prefix + cue]] = 1
                self.right[row], self.words[row] = sample.right[unit], sample.words[unit]
            self.page[at : at + rows] = number
            at += rows
            self.starts.append(at)
        self.lexicon_column = column["lexicon"]
        self._vocabulary(column["words"])

    def _vocabulary(self, words_column: int) -> None:
        told = [measures.told(measures.words_of(sample.texts[unit])) for sample in self.samples for unit in sample.units()]
        sites = collections.defaultdict(set)
        for words, number in zip(told, self.page, strict=True):
            for word in words:
                sites[word].add(self.samples[number].site)
        self.vocabulary = sorted(word for word, where in sites.items() if len(where) >= 20 and not word[0].isdigit())
        number = {word: at for at, word in enumerate(self.vocabulary)}
        indices, pointers = [], [0]
        for words in told:
            indices += sorted(number[word] for word in words if word in number)
            pointers.append(len(indices))
        spoken = csr_matrix((numpy.ones(len(indices), numpy.float32), indices, pointers), shape=(len(told), len(self.vocabulary)))
        # How long a line is, so that the words need not say it.
        lengths = self.matrix[:, words_column].astype(int) // 3
        shape = csr_matrix((numpy.ones(len(told), numpy.float32), (numpy.arange(len(told)), lengths)), shape=(len(told), 22))
        self.spoken = hstack([spoken, shape]).tocsr()

    def weight(self, power: float) -> numpy.ndarray:
        """What each line counts: its share of its page's article, to a power, so that each page counts about alike."""
        whole = numpy.array([max(s.right_words(), 60) if s.body else max(sum(s.words), 300) for s in self.samples])[self.page]
        weight = ((self.words + 2) / (whole + 50)) ** power
        weight *= len(weight) / weight.sum()
        return weight * numpy.where(numpy.array([s.kind == "dawn" for s in self.samples])[self.page], 0.6, 1.0)

    def fit_lexicon(self, rows: numpy.ndarray) -> dict[str, float]:
        """What each word is worth, from some of the lines."""
        model = SGDClassifier("log_loss", alpha=6e-5, max_iter=8, tol=None, random_state=0, average=True)
        model.fit(self.spoken[rows], self.right[rows], sample_weight=self.weight(0.5)[rows])
        return {word: round(float(value), 2) for word, value in zip(self.vocabulary, model.coef_[0], strict=False) if abs(value) >= 0.02}

    def say(self, lexicon: dict[str, float], rows: numpy.ndarray) -> None:
        """Fill in what the lexicon says of some lines."""
        worth = numpy.array([lexicon.get(word, 0.0) for word in self.vocabulary] + [0.0] * 22)
        self.matrix[rows, self.lexicon_column] = numpy.clip((self.spoken[rows] @ worth * 6).astype(int) + 32, 0, measures.TOP)

    def fit(self, pages: numpy.ndarray) -> tuple[dict[str, float], list]:
        """Lexicon and trees, learned from some of the pages."""
        rows = pages[self.page]
        part = numpy.array([fold(sample.site + "x", 3) for sample in self.samples])[self.page]
        for number in range(3):
            self.say(self.fit_lexicon(rows & (part != number)), rows & (part == number))
        data = lightgbm.Dataset(self.matrix[rows], self.right[rows], weight=self.weight(1.0)[rows])
        trees = as_trees(lightgbm.train(COMMON | BAGGED | LINE_TREES, data, LINE_ROUNDS), inner=True)
        return self.fit_lexicon(rows), trees


def as_trees(model: lightgbm.Booster, inner: bool = False) -> list:
    """LightGBM's trees as trees.py reads them. `inner`: with the value of each node, from which it is told what a feature was worth."""

    def node(part: dict) -> list | float:
        if "leaf_value" in part:
            return round(part["leaf_value"], 4 if inner else 3)
        value = [round(part["internal_value"], 4)] if inner else []
        return [part["split_feature"], int(part["threshold"]), *value, node(part["left_child"]), node(part["right_child"])]

    return [node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


class Words:
    """The words of pages with and without an article, to learn from what a page is: articles, and pages that have none.

    To the pages whose lines are marked come those of meta.jsonl.gz, all of which have an article. `part`: their part of the sites.
    """

    def __init__(self, samples: list[Sample], corpus: pathlib.Path, folds: int):
        marked = [sample for sample in samples if sample.kind in ("body", "nobody")]
        pages = [(s.site, s.body[:200], s.kind != "nobody", confidence.words_of(s.read[0].source)) for s in marked]
        with gzip.open(corpus / "meta.jsonl.gz", "rt", encoding="utf-8") as records:
            for record in map(json.loads, records):
                home, words = site(record["url"]) if record.get("url") else record["id"], confidence.words_of(record["text"])
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
            values += [confidence.share_of(words)] * (len(indices) - pointers[-1])
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
        model = LogisticRegression(C=GENRE, l1_ratio=1.0, solver="liblinear", max_iter=300, random_state=0)
        model.fit(self.matrix[rows], self.article[rows], sample_weight=self.weight[rows])
        words = {word: round(float(value), 2) for word, value in zip(self.vocabulary, model.coef_[0], strict=True) if abs(value) >= 0.005}
        return {"base": round(float(model.intercept_[0]), 2), "words": words}


def fit_page(rows: list[list[int]], right: list[bool], rounds: int, weights: list[float] | None = None) -> list:
    """Small trees on the traits of judged pages or fields."""
    data = lightgbm.Dataset(numpy.array(rows, numpy.uint8), numpy.array(right), weight=weights)
    return as_trees(lightgbm.train(COMMON | PAGE_TREES | BAGGED, data, rounds))


def trust(samples: list[Sample], results: list, traits: list, part: numpy.ndarray, plot: pathlib.Path | None) -> tuple[dict, set[int]]:
    """What confidence.py knows: trees for whether a page has an article and whether its body is right, the limit and the calibration.

    Also the samples that would be given no body. All figures are of parts of the sites that nothing they rest on has seen: lines'
    trees, these trees, limit and calibration. A page of five dumps counts as much as one of two in what is learned.
    """
    judged = [at for at in range(len(samples)) if traits[at] is not None]
    # Whether there is an article is asked of whole pages: what people cut out has one, and looks unlike a page with or without.
    pages = [at for at in judged if samples[at].kind in ("body", "nobody")]
    copies = collections.Counter((samples[at].site, samples[at].body[:200]) for at in judged)

    def fit(used: list[int], right: list[bool]) -> list:
        weights = [1 / copies[samples[at].site, samples[at].body[:200]] for at in used]
        return fit_page([list(traits[at].values()) for at in used], right, PAGE_ROUNDS, weights)

    def cross_validated(used: list[int], is_right: Callable[[int], bool]) -> dict[int, float]:
        values = {}
        for number in range(int(part.max()) + 1):
            others = [at for at in used if part[at] != number]
            trees = fit(others, [is_right(at) for at in others])
            values |= {at: walk(confidence.TRAITS, trees, traits[at]) for at in used if part[at] == number}
        return values

    def has_article(at: int) -> bool:
        return samples[at].kind != "nobody"

    def is_right(at: int) -> bool:
        return results[at][2] >= 0.9

    values = cross_validated(pages, has_article)

    def limit(but: int | None) -> float:
        articles = sorted(value for at, value in values.items() if has_article(at) and part[at] != but)
        return round(articles[int(len(articles) * NULL)], 3)

    limits = [limit(number) for number in range(int(part.max()) + 1)]
    nothing = {at for at in pages if values[at] < limits[part[at]] and len(samples[at].cues) >= forest.CUTTING}
    nothing |= {at for at in range(len(samples)) if traits[at] is None and not samples[at].profile.known}
    for kind, said in (("nobody", "pages without an article"), ("body", "articles")):
        these = [at for at, sample in enumerate(samples) if sample.kind == kind]
        print(f"no body: {sum(at in nothing for at in these) / len(these):.4f} of {len(these)} {said}")

    bodies = [at for at in judged if samples[at].kind not in ("nobody", "crop")]
    sure = cross_validated(bodies, is_right)
    said = held_out(sure, {at: is_right(at) for at in bodies}, part)
    shown = [(said[at], is_right(at)) for at in bodies if samples[at].kind == "body" and at not in nothing]
    print("confidence of the body, held out:")
    for low in (0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95):
        these = [ok for value, ok in shown if value >= low]
        print(f"  at least {low:.2f}: {len(these) / max(1, len(shown)):.3f} of pages, right {sum(these) / max(1, len(these)):.3f}")
    if plot:
        plot.write_text(reliability.diagram(shown), encoding="utf-8")
    learned = {
        "has_article": fit(pages, [has_article(at) for at in pages]),
        "least": limit(None),
        "body": fit(bodies, [is_right(at) for at in bodies]),
        "calibration": calibrate([sure[at] for at in bodies], [is_right(at) for at in bodies]),
    }
    return learned, nothing


def trust_datelines(corpus: pathlib.Path, folds: int) -> dict:
    """Trees and calibration for the confidence of the dateline, from openings of articles that people marked."""
    rows = []
    with gzip.open(corpus / "datelines.jsonl.gz", "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            page = extraction.judge(record["text"])
            found = read_fields(page)[1]["dateline"]
            if found.value:
                right = folded(" ".join(found.value.places)) == folded((record["dateline"] or {}).get("place"))
                rows.append((page, found, confidence.of_body(page, page.traits), fold(record["id"], folds), right))
    known = sorted({found.rule for _, found, _, _, _ in rows})
    traits = [confidence.dateline_traits(page, found, body, known) for page, found, body, _, _ in rows]
    matrix, right = [list(row.values()) for row in traits], [row[4] for row in rows]
    parts = [row[3] for row in rows]
    values = numpy.zeros(len(rows))
    for number in range(folds):
        others = [at for at, part in enumerate(parts) if part != number]
        trees = fit_page([matrix[at] for at in others], [right[at] for at in others], FIELD_ROUNDS)
        for at in range(len(rows)):
            if parts[at] == number:
                values[at] = walk(confidence.DATELINE_TRAITS, trees, traits[at])
    said = held_out(dict(enumerate(values)), dict(enumerate(right)), parts)
    sure = [right[at] for at, value in said.items() if value >= 0.9]
    print(
        f"confidence of the dateline: {len(rows)} values, right {sum(right) / len(right):.3f}; "
        f"at .9 or more {len(sure) / len(rows):.3f} of them, right {sum(sure) / max(1, len(sure)):.3f}"
    )
    return {"rules": known, "trees": fit_page(matrix, right, FIELD_ROUNDS), "calibration": calibrate(list(values), right)}


def judge(sample: Sample, trees: forest.Forest) -> Page:
    """The page as `extract` labels it, by these trees."""
    return label(*sample.read, trees)


def table(samples: list[Sample], results: list[tuple[float | None, float, float]]) -> None:
    """Print precision, recall and F1 by corpus and dumper, as score.py groups them."""
    groups = collections.defaultdict(list)
    for sample, result in zip(samples, results, strict=True):
        if sample.kind == "body":
            groups[sample.corpus, sample.dumper].append(result)
    means = collections.defaultdict(list)
    for (corpus, dumper), found in sorted(groups.items()):
        with_body = [precision for precision, _, _ in found if precision is not None]
        precision = sum(with_body) / max(1, len(with_body))
        recall = sum(recall for _, recall, _ in found) / len(found)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        means[corpus].append(f1)
        print(f"  {corpus + '/' + dumper:<22} {len(found):>4} pages   P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    for corpus, found in means.items():
        print(f"  {corpus:<22} mean over dumpers            F1 {sum(found) / len(found):.3f}")


def write(core: dict, out: pathlib.Path) -> None:
    """Write what was learned, and go by it, wherever it was written."""
    out.write_text(json.dumps(core, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    use(core)


def use(core: dict) -> None:
    """Go by what was learned from here on."""
    rules.core = lambda: core
    forest.learned.cache_clear()
    ranking.ranking.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared", help="the folder with corpus/")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--plot", type=pathlib.Path, help="where to draw the calibration of the held-out bodies, as SVG")
    parser.add_argument(
        "--answers", type=pathlib.Path, metavar="FILE", help="where to write what is given for pages of held-out sites, for accuracy.py"
    )
    parser.add_argument("--write", action="store_true", help=f"write {OUT.name}")
    parser.add_argument("--out", type=pathlib.Path, default=OUT, metavar="FILE", help="where --write writes it; default: the package's file")
    options = parser.parse_args()
    samples = []
    for kind in ("body", "nobody", "dawn"):
        path = options.shared / "corpus" / f"{kind}.jsonl.gz"
        if not path.is_file():
            parser.error(f"no {path}: name the folder that holds corpus/ with --shared")
        with gzip.open(path, "rt", encoding="utf-8") as records:
            samples += [Sample(json.loads(record), kind) for record in records]
    samples += crops(samples)
    lines = Lines(samples)
    print(f"{len(samples)} pages, {len(lines.right)} lines measured, {len({s.site for s in samples})} sites, {len(lines.vocabulary)} words")

    part = numpy.array([fold(sample.site, options.folds) for sample in samples])
    words = Words(samples, options.shared / "corpus", options.folds)
    genres = [words.fit(words.part != number) for number in range(options.folds)]
    print(f"words that tell a page's genre: {', '.join(str(len(genre['words'])) for genre in genres)} of {len(words.vocabulary)}")
    forests = []
    results: list = [None] * len(samples)
    traits: list = [None] * len(samples)
    for number in range(options.folds):
        lexicon, trees = lines.fit(part != number)
        forests.append(forest.Forest(lines.features, trees, lexicon))
        for at in numpy.flatnonzero(part == number):
            page = judge(samples[at], forests[number])
            results[at] = page_f1(read_body(page) or "", samples[at].body)
            traits[at] = confidence.traits(page, genres[number])
    print(f"cross-validated, {options.folds} folds by site:")
    learned, nothing = trust(samples, results, traits, part, options.plot)
    table(samples, [(None, 0.0, 0.0) if at in nothing else result for at, result in enumerate(results)])
    corpus = options.shared / "corpus"
    ranked, without = fields.learn(corpus, forests, as_trees)
    if options.answers:
        with options.answers.open("w", encoding="utf-8") as file:
            for answer in fields.answers(corpus, forests, without, lambda learned: use(rules.core() | {"fields": learned})):
                file.write(json.dumps(answer, ensure_ascii=False) + "\n")
        print(f"wrote {options.answers.name}, what is given for pages of held-out sites")
    if options.write:
        lexicon, trees = lines.fit(part >= 0)
        core = {"features": lines.features, "lexicon": lexicon, "trees": trees, "genre": words.fit(words.part >= 0), **learned, "fields": ranked}
        write(core, options.out)
        write(core | {"dateline": trust_datelines(corpus, options.folds)}, options.out)
        print(f"wrote {options.out.name}, {options.out.stat().st_size / 1000:.0f} kB")
        if options.out == OUT:
            compile_rules.write()


if __name__ == "__main__":
    sys.exit(main())
