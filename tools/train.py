#!/usr/bin/env python3
"""Learn rules/core.json, what tells the article's lines from all others, from pages whose article is known.

    python tools/train.py [--shared DIR] [--folds N]     cross-validate by site and print the figures
    python tools/train.py --write                        the same, then learn from all pages and write src/dumpparse/rules/core.json
    python tools/train.py --write --out FILE             or write it elsewhere

    python tools/train.py --packages DIR             with the pages of packages that tools/packages.py got, as what is shipped was learned

DIR/corpus/ holds body.jsonl.gz (`text`, `gold.body`, `url`, `corpus`, `dumper`), nobody.jsonl.gz (pages without an article),
dawn.jsonl.gz, and meta.jsonl.gz (articles whose fields are known). To these come the pages of written/, beside this script.
Needs the extra `train`, with --packages `dumpers` too. The same data and versions give the same bytes.

Learned are: the lexicon (logistic regression on the words that open and close a line; words of 20 sites or more), the trees that
say whether a line is the article's (LightGBM, on that, the measures and the cues; each page counts alike, so short articles are
not drowned by long ones; then once more with pages that nobody marked, as the first trees mark them), and small sets of trees on the
judged page: where its article ends, whether it has one (from those that nobody marked too), and the page F1 to expect of its body, the latter
mapped to what held-out sites showed.
Held-out: sites are split by a hash of their domain; lexicon values for training lines come from models that did not see their site.
"""

import argparse
import collections
import gzip
import json
import pathlib
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ending
import fields
import lightgbm
import numpy
import pack_trees
import reliability
from comparing import folded
from genre import Words
from gold import WITHOUT, Sample, fold, forms, page_f1, unmarked, written
from line_trees import BAGGED, COMMON, UNMARKED, Lines, as_trees, judge
from made import Made, crops
from pack_trees import walked
from reliability import calibrate, held_out

from dumpparse import confidence, extraction, forest, page_traits, ranking, rules
from dumpparse.fields import read_fields
from dumpparse.fields.body import read as read_body
from dumpparse.trees import Trees

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "src" / "dumpparse" / "rules" / "core.json"
PAGE_TREES = {"num_leaves": 8, "learning_rate": 0.1, "min_data_in_leaf": 25, "feature_fraction": 0.5, "lambda_l2": 10, "num_iterations": 120}
# Whether a page has an article is learned from few that have none, so more slowly. F1 is a share, not one of two.
HAS_ARTICLE, HOW_GOOD, RIGHT_FIELD = {"learning_rate": 0.05, "num_iterations": 800}, {"objective": "cross_entropy"}, {"num_iterations": 48}
# What pages count for, to marked ones, where it is learned which have an article: fetched ones that have none, with forms, written ones, made ones.
COUNTS = {"nobody": 3.0, "forms": 0.3, "blank": 0.5, "written": 1.0, "front": 0.1, "emptied": 0.03, "short": 0.5}
# The precision from which on a page's marks are taken to hold all of its article, so that nothing of it is left where they are cut out.
COVERED = 0.95
# The share of held-out articles below which a page counts as one without.
NULL = 0.0125
RIGHT = 0.9  # page F1 from which a body is called right


def fit_page(rows: list[list[int]], right: Sequence[float], how: Mapping[str, Any], weights: list[float] | None = None) -> list:
    """Small trees on the traits of judged pages or fields. `right`: for each from 0 to 1 how right it was."""
    settings = {**COMMON, **PAGE_TREES, **BAGGED, **how}
    rounds = settings.pop("num_iterations")
    data = lightgbm.Dataset(numpy.array(rows, numpy.uint8), numpy.array(right), weight=weights)
    return as_trees(lightgbm.train(settings, data, rounds))


def trust(samples: list[Sample], results: list, traits: list, part: numpy.ndarray, plot: pathlib.Path | None) -> tuple[dict, set[int]]:
    """What confidence.py knows: trees for whether a page has an article and for the F1 of its body, the limit and the calibration.

    Also the samples that would be given no body. All figures are of parts of the sites that nothing they rest on has seen: lines'
    trees, these trees, limit and calibration. A page of five dumps counts as much as one of two in what is learned.
    """
    judged = [at for at in range(len(samples)) if traits[at] is not None]
    # Whether there is an article is asked of whole pages, marked or not: what people cut out has one, and looks unlike a page with or without.
    pages = [at for at in judged if samples[at].kind in ("body", "redumped", "unmarked", *COUNTS)]
    copies = collections.Counter((samples[at].site, samples[at].body[:200]) for at in judged)

    def weight(at: int) -> float:
        sample = samples[at]
        return COUNTS.get(sample.kind) or (UNMARKED if sample.kind == "unmarked" else 1.0) / copies[sample.site, sample.body[:200]]

    def fit(used: list[int], target: Callable[[int], float], how: Mapping[str, Any]) -> list:
        return fit_page([list(traits[at].values()) for at in used], [target(at) for at in used], how, list(map(weight, used)))

    def cross_validated(used: list[int], target: Callable[[int], float], how: Mapping[str, Any]) -> dict[int, float]:
        values = {}
        for number in range(int(part.max()) + 1):
            trees = fit([at for at in used if part[at] != number], target, how)
            values |= {at: walked(trees, list(traits[at].values())) for at in used if part[at] == number}
        return values

    def has_article(at: int) -> bool:
        return samples[at].kind not in WITHOUT

    def f1(at: int) -> float:
        return results[at][2]

    values = cross_validated(pages, has_article, HAS_ARTICLE)

    def limit(but: int | None) -> float:
        articles = sorted(value for at, value in values.items() if samples[at].kind == "body" and part[at] != but)
        return round(articles[int(len(articles) * NULL)], 3)

    limits = [limit(number) for number in range(int(part.max()) + 1)]
    nothing = {at for at in pages if values[at] < limits[part[at]] and len(samples[at].cues) >= confidence.WHOLE}
    nothing |= {at for at in range(len(samples)) if traits[at] is None and not samples[at].profile.known}
    kinds = {
        "nobody": "pages without an article",
        "forms": "with forms, of a package",
        "blank": "that were written",
        "front": "front pages that were made",
        "emptied": "pages that lost theirs",
        "body": "articles",
        "redumped": "as other tools dump them",
        "written": "that were written",
        "short": "short ones that were made",
    }
    for kind, said in kinds.items():
        these = [at for at, sample in enumerate(samples) if sample.kind == kind]
        print(f"no body: {sum(at in nothing for at in these) / max(1, len(these)):.4f} of {len(these)} {said}")

    bodies = [at for at in judged if samples[at].kind in ("body", "dawn")]
    sure = cross_validated(bodies, f1, HOW_GOOD)
    said = held_out(sure, {at: f1(at) for at in bodies}, part)
    shown = [(said[at], f1(at)) for at in bodies if samples[at].kind == "body" and at not in nothing]
    print("confidence of the body, held out:")
    for low in (0, 0.5, 0.7, 0.8, 0.9, 0.95):
        these = [value for expected, value in shown if expected >= low]
        whole = max(1, len(these))
        right = sum(value >= RIGHT for value in these) / whole
        print(f"  at least {low:.2f}: {len(these) / max(1, len(shown)):.3f} of pages, F1 {sum(these) / whole:.3f}, of {RIGHT} or more in {right:.3f}")
    if plot:
        plot.write_text(reliability.diagram(shown), encoding="utf-8")
    learned = {
        "has_article": fit(pages, has_article, HAS_ARTICLE),
        "least": limit(None),
        "body": fit(bodies, f1, HOW_GOOD),
        "calibration": calibrate([sure[at] for at in bodies], [f1(at) for at in bodies]),
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
        trees = fit_page([matrix[at] for at in others], [right[at] for at in others], RIGHT_FIELD)
        for at in range(len(rows)):
            if parts[at] == number:
                values[at] = walked(trees, matrix[at])
    said = held_out(dict(enumerate(values)), dict(enumerate(right)), parts)
    sure = [right[at] for at, value in said.items() if value >= 0.9]
    print(
        f"confidence of the dateline: {len(rows)} values, right {sum(right) / len(right):.3f}; "
        f"at .9 or more {len(sure) / len(rows):.3f} of them, right {sum(sure) / max(1, len(sure)):.3f}"
    )
    return {"rules": known, "trees": fit_page(matrix, right, RIGHT_FIELD), "calibration": calibrate(list(values), right)}


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
    use(pack_trees.of_core(core))


def use(core: dict) -> None:
    """Go by what was learned, with its trees packed, from here on."""
    rules.core = lambda: core
    forest.learned.cache_clear()
    ending.ending.learned.cache_clear()
    ranking.ranking.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent.parent / "shared", help="the folder with corpus/")
    parser.add_argument("--written", type=pathlib.Path, default=HERE / "written", help="the folder of the pages that were written to learn from")
    parser.add_argument("--packages", type=pathlib.Path, metavar="DIR", help="where tools/packages.py put more pages without an article")
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
    made = Made(samples, options.folds)
    articles, blank = written(options.written)
    interrupted = list(made.interrupted())
    samples += [*articles, *crops(samples), *interrupted, *made.redumped(), *made.topped()]
    others = unmarked(options.shared / "corpus", {sample.url for sample in samples})
    lines = Lines(samples, others, options.folds)
    print(f"{len(samples)} pages, {len(lines.right)} lines measured, {len({s.site for s in samples})} sites, {len(lines.vocabulary)} words")
    print(f"of the lines {sum(len(page.units()) for page in others)} on {len(others)} pages that nobody marked")

    words = Words(samples, options.shared / "corpus", options.folds)
    genres = [words.fit(words.part != number) for number in range(options.folds)]
    print(f"words that tell a page's genre: {', '.join(str(len(genre['words'])) for genre in genres)} of {len(words.vocabulary)}")
    forests = [forest.Forest(lines.features, pack_trees.of_trees(trees), lexicon) for lexicon, trees in map(lines.fit, range(options.folds))]
    appended = list(made.appended())
    ends, ends_without = ending.learn([*made.samples, *articles], [*appended, *interrupted], forests)
    judges = list(zip(forests, map(Trees, map(pack_trees.of_trees, ends_without)), strict=True))
    blank += forms(options.packages) if options.packages else []
    samples += [*made.fronts(), *made.shorts(), *blank, *others]
    results, traits = [], []

    def look(these: Sequence[Sample]) -> None:
        for sample in these:
            number = fold(sample.site, options.folds)
            page = judge(sample, *judges[number])
            results.append(page_f1(read_body(page) or "", sample.body))
            traits.append(page_traits.traits(page, genres[number]))

    look(samples)
    whole = {id(sample) for sample, (precision, _, _) in zip(samples, results, strict=True) if precision is not None and precision > COVERED}
    emptied = list(made.emptied([sample for sample in made.samples if id(sample) in whole]))
    look(emptied)
    samples += emptied
    part = numpy.array([fold(sample.site, options.folds) for sample in samples])
    print(f"cross-validated, {options.folds} folds by site:")
    f1 = [page_f1(read_body(judge(sample, *judges[fold(sample.site, options.folds)])) or "", sample.body)[2] for sample in appended]
    print(f"with another article appended: {len(f1)} pages, F1 {sum(f1) / max(1, len(f1)):.3f}")
    learned, nothing = trust(samples, results, traits, part, options.plot)
    table(samples, [(None, 0.0, 0.0) if at in nothing else result for at, result in enumerate(results)])
    corpus = options.shared / "corpus"
    ranked, without = fields.learn(corpus, options.written, judges, as_trees)
    if options.answers:

        def by_fields(learned: fields.Learned) -> None:
            use(rules.core() | {"fields": {name: pack_trees.of_field(found) for name, found in learned.items()}})

        with options.answers.open("w", encoding="utf-8") as file:
            for answer in fields.answers(corpus, judges, without, by_fields):
                file.write(json.dumps(answer, ensure_ascii=False) + "\n")
        print(f"wrote {options.answers.name}, what is given for pages of held-out sites")
    if options.write:
        lexicon, trees = lines.fit(None)
        of_lines = {"features": lines.features, "lexicon": lexicon, "trees": trees, "ending": ends}
        core = {**of_lines, "genre": words.fit(words.part >= 0), **learned, "fields": ranked}
        write(core, options.out)
        write(core | {"dateline": trust_datelines(corpus, options.folds)}, options.out)
        print(f"wrote {options.out.name}, {options.out.stat().st_size / 1000:.0f} kB")
        if options.out == OUT:
            # Another process: what it writes of regular expressions is what it has asked for itself.
            subprocess.run([sys.executable, HERE / "compile_rules.py"], check=True)


if __name__ == "__main__":
    sys.exit(main())
