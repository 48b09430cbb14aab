"""Each engine is started for real over the same pages. What is missing fails its tests with --require-engines, and else skips them."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

import corpus
import pytest

ROOT = pathlib.Path(__file__).parents[2]


def pytest_addoption(parser):
    parser.addoption("--require-engines", action="store_true", help="fail where an engine is missing, as in .ci/run, instead of skipping")


@pytest.fixture(scope="session")
def needs(pytestconfig):
    """`needs("ray")`, `needs("java", program=True)`: the module, or the program's path; where it is missing the test fails or skips."""
    refuse = pytest.fail if pytestconfig.getoption("--require-engines") else pytest.skip

    def find(name, program=False):
        if program:
            return shutil.which(name) or refuse(f"needs {name}: CONTRIBUTING.md says what the engines' tests need")
        try:
            return __import__(name)
        except ImportError as error:
            return refuse(f"needs {name} ({error}): pip install -e '.[engines]'")

    return find


@pytest.fixture(scope="session")
def crawl(tmp_path_factory):
    """A folder with the pages as wet/ and as pages.parquet."""
    folder = tmp_path_factory.mktemp("crawl")
    corpus.write_wet(folder / "wet")
    corpus.write_parquet(folder / "pages.parquet")
    return folder


@pytest.fixture(scope="session")
def expected(crawl):
    """What the command line makes of the pages, by id."""
    command = [sys.executable, "-m", "dumpparse", "extract", "--glob", "*.wet.gz", "-o", "records.jsonl", "wet"]
    subprocess.run(command, cwd=crawl, check=True, timeout=600)
    with open(crawl / "records.jsonl", encoding="utf-8") as file:
        records = {(record := json.loads(line))["source"]["id"]: record for line in file}
    assert len(records) == corpus.COUNT
    return records


@pytest.fixture(scope="session")
def documented():
    """The README's own code for an engine, by its first line, so that what is written there is what is run here."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    codes = dict(block.split("\n", 1) for block in text.split("```py\n# ")[1:] for block in [block.partition("```")[0]])

    def code(name):
        return codes[name]

    return code


@pytest.fixture(autouse=True)
def quiet_engines(monkeypatch):
    """No engine calls anybody or waits for a network."""
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH"), str(ROOT / "tests" / "engines")])))
