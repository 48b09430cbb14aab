"""Learn what tells the article's lines: the lexicon and the trees, from marked pages and then from pages that nobody marked."""

import collections

import lightgbm
import numpy
from gold import WITHOUT, Sample, fold
from pack_trees import of_trees
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import SGDClassifier

from dumpparse import extraction, forest, measures, wording
from dumpparse.page import Page
from dumpparse.trees import TOP, Trees

# Cues of the line above and below that are looked at.
BESIDE = (
    "list_heading", "date_alone", "date_labelled", "byline_dated", "by_prefix", "name", "caption_credit", "share", "insert", "account",
    "advert", "menu", "comments", "relative_date", "again", "appeal", "near_credit", "question",
)  # fmt: skip
LINE_TREES = {"num_leaves": 31, "learning_rate": 0.13, "min_data_in_leaf": 200, "feature_fraction": 0.4, "lambda_l2": 5}
ROUNDS = 205
# Pages that nobody marked: the share that is learned from, those whose lines are the surest, and what one counts for, to a marked one.
SUREST, UNMARKED = 0.6, 0.7
KNOWN = 0.6  # what a page of the founding format counts for, which the rules tell
UNSURE = 1.0  # log-odds nearer to 0 than which a line is not told
COMMON = {"objective": "binary", "num_threads": 2, "deterministic": True, "force_row_wise": True, "verbose": -1, "max_bin": 64}
BAGGED = {"bagging_fraction": 0.6, "bagging_freq": 1, "seed": 1}


class Lines:
    """All measured lines of the samples as a matrix: one row a line, features by name, and the words for the lexicon.

    `unmarked`: pages whose lines are marked by what was learned without them. `folds`: the number of parts of the sites, of which one is
    left out in cross-validation.
    """

    def __init__(self, samples: list[Sample], unmarked: list[Sample], folds: int):
        seen = collections.Counter(cue for sample in samples for cues in sample.cues for cue in set(cues))
        self.samples = samples = samples + unmarked
        self.unmarked = numpy.arange(len(samples)) >= len(samples) - len(unmarked)
        self.part = numpy.array([fold(sample.site, folds) for sample in samples])
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
        told = [wording.told(wording.words_of(sample.texts[unit])) for sample in self.samples for unit in sample.units()]
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
        whole = numpy.array([max(s.right_words(), 60) if s.kind not in WITHOUT else max(sum(s.words), 300) for s in self.samples])
        weight = ((self.words + 2) / (whole[self.page] + 50)) ** power
        weight *= len(weight) / weight.sum()
        share = numpy.array([KNOWN if s.kind == "dawn" else UNMARKED if s.kind == "unmarked" else 1.0 for s in self.samples])
        return weight * share[self.page]

    def fit_lexicon(self, rows: numpy.ndarray) -> dict[str, float]:
        """What each word is worth, from some of the lines."""
        model = SGDClassifier("log_loss", alpha=6e-5, max_iter=8, tol=None, random_state=0, average=True)
        model.fit(self.spoken[rows], self.right[rows], sample_weight=self.weight(0.5)[rows])
        return {word: round(float(value), 2) for word, value in zip(self.vocabulary, model.coef_[0], strict=False) if abs(value) >= 0.02}

    def say(self, lexicon: dict[str, float], rows: numpy.ndarray) -> None:
        """Fill in what the lexicon says of some lines."""
        worth = numpy.array([lexicon.get(word, 0.0) for word in self.vocabulary] + [0.0] * 22)
        self.matrix[rows, self.lexicon_column] = numpy.clip((self.spoken[rows] @ worth * 6).astype(int) + 32, 0, TOP)

    def fit(self, without: int | None) -> tuple[dict[str, float], list]:
        """Lexicon and trees, learned from the pages of all parts of the sites but one, or of all.

        First from those that people marked, then from these and from the others as the first trees mark them (self-training: Scudder,
        "Probability of error of some adaptive pattern-recognition machines", 1965).
        """
        pages = self.part != without
        lexicon, trees = self._fit(pages & ~self.unmarked)
        if not (pages & self.unmarked).any():
            return lexicon, trees
        others = self._mark(numpy.flatnonzero(pages & self.unmarked), forest.Forest(self.features, of_trees(trees), lexicon))
        return self._fit(pages & (~self.unmarked | others))

    def _fit(self, pages: numpy.ndarray) -> tuple[dict[str, float], list]:
        rows = pages[self.page]
        # What words are worth is learned from marked pages alone: the others' lines are marked by it.
        marked = rows & ~self.unmarked[self.page]
        part = numpy.array([fold(sample.site + "x", 3) for sample in self.samples])[self.page]
        for number in range(3):
            self.say(self.fit_lexicon(marked & (part != number)), rows & (part == number))
        data = lightgbm.Dataset(self.matrix[rows], self.right[rows], weight=self.weight(1.0)[rows])
        trees = as_trees(lightgbm.train(COMMON | BAGGED | LINE_TREES, data, ROUNDS), inner=True)
        return self.fit_lexicon(marked), trees

    def _mark(self, pages: numpy.ndarray, trees: forest.Forest) -> numpy.ndarray:
        """Mark the lines of some pages as these trees and the rules do, and say of which pages the most is sure, of all samples."""
        unsure = {}
        for at in pages:
            sample = self.samples[at]
            article = set(judge(sample, trees).article)
            sample.right = [unit in article for unit in range(len(sample.texts))]
            self.right[self.starts[at] : self.starts[at + 1]] = [sample.right[unit] for unit in sample.units()]
            if article:
                scores = trees.score(sample.measured, sample.cues)
                words = sum(count for count, score in zip(sample.words, scores, strict=True) if abs(score) < UNSURE)
                unsure[at] = words / (sample.right_words() + 50)
        surest = numpy.zeros(len(self.samples), bool)
        surest[sorted(unsure, key=lambda at: (unsure[at], at))[: int(len(unsure) * SUREST)]] = True
        return surest


def judge(sample: Sample, trees: forest.Forest, ends: Trees | None = None) -> Page:
    """The page as `extract` labels it, by these trees, and by those that tell where an article ends."""
    return extraction.label(*sample.read, trees, ends)


def as_trees(model: lightgbm.Booster, inner: bool = False) -> list:
    """LightGBM's trees as trees.py reads them. `inner`: with the value of each node, from which it is told what a feature was worth."""

    def node(part: dict) -> list | float:
        if "leaf_value" in part:
            return round(part["leaf_value"], 4 if inner else 3)
        value = [round(part["internal_value"], 4)] if inner else []
        return [part["split_feature"], int(part["threshold"]), *value, node(part["left_child"]), node(part["right_child"])]

    return [node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
