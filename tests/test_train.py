"""tools/train.py and tools/lost_lines.py from end to end, on a corpus small enough for a test: some pages of invented sites."""

import gzip
import importlib.util
import json
import os
import random
import re
import shutil
import subprocess
import sys

import pytest

from conftest import ROOT
from dumpparse.forest import Forest
from dumpparse.lost_lines import UNKNOWN
from dumpparse.measures import LINE, PAGE
from dumpparse.trees import TOP, Trees

sys.path.append(str(ROOT / "tools"))
from pack_trees import of_trees

MISSING = [name for name in ("lightgbm", "sklearn", "scipy", "numpy") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}, which only training does: pip install -e '.[train]'")

SITES = ["kelmarsh", "pellworth", "norrvik", "hartlow", "stanmere", "oxbury", "tollgate", "ravenhoe", "birchley", "quarndon", "wexcombe", "ilkston"]
WHO = ["The council", "A farmer", "The harbour master", "Her neighbour", "The school", "One driver", "The mayor", "A nurse", "The bakery", "Our team"]
DID = ["closed", "repaired", "praised", "measured", "sold", "painted", "refused", "visited", "counted", "promised"]
WHAT = ["the old bridge", "a new well", "forty boats", "the north road", "its tram line", "the market hall", "two orchards", "the flood wall"]
WHEN = [
    "before dawn on Monday",
    "after a long winter",
    "while the rain went on",
    "for the third time this year",
    "without saying why",
    "at a meeting on Friday",
]
MENUS = ["Home", "News", "Sport", "Weather", "Opinion", "Contact us", "Sign in", "Subscribe", "Privacy policy", "Video", "Search", "Archive"]
NAMES = ["Zofeen Almeida", "Lena Hartwig", "Owen Pritchard", "Marta Kowalska"]
CITIES = ["LAHORE", "PARIS", "GENEVA"]


class Pages:
    """A seeded source of pages, each with what is true of it."""

    def __init__(self, seed):
        self.lot = random.Random(seed)

    def sentence(self):
        """Twelve words or so."""
        pick = self.lot.choice
        return f"{pick(WHO)} {pick(DID)} {pick(WHAT)} {pick(WHEN)}, and {pick(WHO).lower()} {pick(DID)} {pick(WHAT)}."

    def paragraph(self):
        """Two or three sentences."""
        return " ".join(self.sentence() for _ in range(self.lot.randint(2, 3)))

    def title(self):
        """What stands above an article or a teaser."""
        return f"{self.lot.choice(WHO).title()} {self.lot.choice(DID)} {self.lot.choice(WHAT)}"

    def menu(self):
        """What stands above and below everything else."""
        return self.lot.sample(MENUS, self.lot.randint(5, 10))

    def record(self, number, site):
        """One article."""
        headline, name, day = self.title(), self.lot.choice(NAMES), self.lot.randint(1, 28)
        body = [self.paragraph() for _ in range(self.lot.randint(3, 7))]
        teasers = [line for _ in range(self.lot.randint(2, 6)) for line in (self.title(), f"{self.lot.randint(2, 9)} hours ago")]
        text = "\n\n".join([*self.menu(), headline, f"By {name}", f"April {day}, 2021", *body, "Most Popular", *teasers, *self.menu()])
        gold = {"body": "\n\n".join(body), "headline": headline, "authors": [name], "published": f"2021-04-{day:02}"}
        return {
            "id": f"{site}-{number}", "url": f"https://www.{site}.example/{number}", "corpus": "invented", "dumper": ("lines", "other")[number % 2], "text": text,
            "gold": gold, "visible": {"headline": True, "authors": True, "published": True},
        }  # fmt: skip

    def without(self, number, site):
        """A page without an article."""
        lines = [*self.menu(), *(line for _ in range(12) for line in (self.title(), f"${self.lot.randint(2, 90)}.99")), *self.menu()]
        return {
            "id": f"{site}-{number}",
            "url": f"https://www.{site}.example/{number}",
            "corpus": "shops",
            "dumper": "lines",
            "text": "\n".join(lines),
            "gold": {"body": None},
        }

    def dated(self, number):
        """An article with a dateline."""
        city, body = self.lot.choice(CITIES), [self.paragraph() for _ in range(3)]
        text = "\n\n".join([self.title(), f"{city}, April 2: {body[0]}", *body[1:]])
        return {"id": f"dated-{number}", "text": text, "dateline": {"place": city}}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """The folder that --shared names, with some forty articles."""
    folder = tmp_path_factory.mktemp("shared")
    pages = Pages(7)
    articles = [pages.record(number, SITES[number % len(SITES)]) for number in range(40)]
    others = [pages.record(number, f"other{number % 6}") for number in range(40, 60)]
    kinds = {
        "body": articles,
        "nobody": [pages.without(number, f"shop{number % 6}") for number in range(12)],
        "dawn": [pages.record(number, "dawnlike") for number in range(4)],
        "meta": articles + others,
        "datelines": [pages.dated(number) for number in range(12)],
    }
    (folder / "corpus").mkdir()
    for kind, records in kinds.items():
        with gzip.open(folder / "corpus" / f"{kind}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)
    (folder / "written").mkdir()
    for number in range(9):
        record = pages.record(number, "written") if number % 3 else pages.without(number, "written")
        gold = {"headline": None, "authors": [], "published": None} | record["gold"]
        gold["body"] = gold["body"] and gold["body"].split("\n\n")
        (folder / "written" / f"{number}.json").write_text(json.dumps(gold), encoding="utf-8")
        (folder / "written" / f"{number}.txt").write_text(record["text"], encoding="utf-8")
    return folder


def train(*options, seed=1, script="train.py"):
    """Run a script as a user does, with the order of sets that a seed gives."""
    package = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, ROOT / "tools" / script, *map(str, options)],
        capture_output=True, text=True, check=False, timeout=300, env={**os.environ, "PYTHONPATH": package, "PYTHONUTF8": "1", "PYTHONHASHSEED": str(seed), "OMP_WAIT_POLICY": "passive"},
    )  # fmt: skip


def test_it_tells_its_figures_and_writes_the_same_twice(corpus, tmp_path):
    core = ROOT / "src" / "dumpparse" / "rules" / "core.json"
    before = core.read_bytes()
    first, second = (
        train("--shared", corpus, "--written", corpus / "written", "--folds", 2, "--write", "--out", tmp_path / name, seed=seed)
        for seed, name in enumerate(("one.json", "two.json"), 1)
    )
    assert first.returncode == 0, first.stderr
    assert "cross-validated, 2 folds by site:" in first.stdout
    assert re.search(r"of the lines [1-9]\d+ on 20 pages that nobody marked", first.stdout)
    assert re.search(r"the article ends at [1-9]\d* of [1-9]\d* gaps on 46 pages and [1-9]\d* that were made", first.stdout)
    assert re.search(r"of [1-9]\d* front pages that were made", first.stdout)
    assert re.search(r"of 3 that were written$.*of 6 that were written$", first.stdout, re.MULTILINE | re.DOTALL)
    assert "invented/lines" in first.stdout
    assert "mean over dumpers" in first.stdout
    assert "confidence of the body, held out:" in first.stdout
    assert "wrote one.json" in first.stdout
    assert second.stdout == first.stdout.replace("one.json", "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert core.read_bytes() == before

    learned = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    package = json.loads(before)
    assert set(learned) == set(package)
    # Of so small a corpus not every field is found.
    assert {"authors", "published"} <= set(learned["fields"]) <= set(package["fields"])
    assert [*PAGE, *LINE] == learned["features"][: len(PAGE) + len(LINE)]
    assert Forest(learned["features"], of_trees(learned["trees"]), learned["lexicon"]).features
    for trees in (learned["has_article"], learned["body"]):
        assert isinstance(Trees(of_trees(trees)).values([[0] * 99])[0], float)


def test_where_lines_ended_is_learned_the_same_twice(corpus, tmp_path):
    first, second = (
        train(
            "--shared", corpus, "--written", tmp_path / "none", "--folds", 2, "--write", "--out", tmp_path / name, seed=seed, script="lost_lines.py"
        )
        for seed, name in enumerate(("one.json", "two.json"), 1)
    )
    assert first.returncode == 0, first.stderr
    assert re.search(r"52 pages, [1-9]\d+ spaces behind which a line may begin, at [1-9]\d+ of them one does", first.stdout)
    precision, recall = map(float, re.search(r"above \+0\.2: precision ([\d.]+), recall ([\d.]+)", first.stdout).groups())
    assert min(precision, recall) > 0.9  # the invented pages are much alike
    assert second.stdout == first.stdout.replace("one.json", "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()

    learned, package = (
        json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "one.json", ROOT / "src/dumpparse/rules/lost_lines.json")
    )
    assert set(learned) == set(package)
    assert all(0 <= odds <= TOP for words in (learned["begins"], learned["ends"]) for odds in words.values())
    assert learned["begins"]["by"] > UNKNOWN > min(learned["begins"].values())


def test_pages_that_nobody_marked_change_the_trees(corpus, tmp_path):
    shutil.copytree(corpus / "corpus", tmp_path / "corpus")
    with gzip.open(corpus / "corpus" / "body.jsonl.gz", "rb") as marked, gzip.open(tmp_path / "corpus" / "meta.jsonl.gz", "wb") as meta:
        meta.write(marked.read())
    for folder, name in ((corpus, "with.json"), (tmp_path, "without.json")):
        options = ("--shared", folder, "--written", corpus / "written", "--folds", 2, "--write", "--out", tmp_path / name)
        assert train(*options).returncode == 0
    learned, without = (json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("with.json", "without.json"))
    assert learned["features"] == without["features"]
    assert learned["trees"] != without["trees"]


def test_it_names_the_corpus_that_is_missing(tmp_path):
    done = train("--shared", tmp_path)
    assert done.returncode == 2
    assert "body.jsonl.gz" in done.stderr
    assert "--shared" in done.stderr
