"""benchmarks/peers.py as a user runs it, on pages made here. No other tool is needed: they are hidden, and one is made up."""

import gzip
import json
import os
import subprocess
import sys

import pytest

from conftest import ROOT

ABSENT = ("readability", "resiliparse", "justext", "boilerpy3")
PEER = '''
import re

__version__ = "9.8"


def extract(page, include_comments, favor_precision=False):
    """Fails on one page, and gives another nothing."""
    assert not include_comments
    if "harbour" in page:
        raise RuntimeError("no")
    return None if "orchard" in page else re.sub("<.*?>", " ", page.partition("<article>")[2].partition("</article>")[0])
'''
STORIES = {
    "Ferry returns to the harbour": [
        "The last wooden ferry of the bay came back to the harbour on Monday, nine years after it had been sold for scrap.",
        "Volunteers had rebuilt its hull plank by plank in a barn that belongs to the family of its first captain.",
        "It will carry forty passengers at a time, and no cars, from the first weekend of May until the autumn storms.",
    ],
    "Frost spares the orchard": [
        "Growers in the upper valley woke to clear skies on Thursday and found that the frost had stopped a mile below them.",
        "The blossom of the early pears had opened only the day before, a fortnight sooner than the oldest of them could recall.",
        "Nobody would guess at the size of the harvest yet, but the mood at the market was lighter than it had been for weeks.",
    ],
    "Library keeps its reading room": [
        "The town council voted by nine to four to keep the old reading room open when the library moves across the river.",
        "More than two thousand people had signed a letter that asked for it, among them the children of three schools.",
        "The room will be heated by the new boiler of the swimming pool next door, which was going to waste, an engineer said.",
    ],
}


def pages():
    for headline, paragraphs in STORIES.items():
        around = ["Home", "News", "Sport", "Subscribe"], ["Read more", "Contact us", "All rights reserved"]
        html = "".join(f"<p>{line}</p>" for line in paragraphs)
        menu, foot = ("".join(f"<li>{line}</li>" for line in lines) for lines in around)
        yield {
            "html": f"<html><body><ul>{menu}</ul><h1>{headline}</h1><article>{html}</article><ul>{foot}</ul></body></html>",
            "text": "\n\n".join([*around[0], headline, *paragraphs, *around[1]]) + "\n",
            "gold": {"body": "\n\n".join(paragraphs)},
        }


@pytest.fixture
def peers(tmp_path):
    """Run the script with one made-up trafilatura, and no other tool."""
    hidden = tmp_path / "packages"
    hidden.mkdir()
    for name in ABSENT:
        (hidden / f"{name}.py").write_text(f"raise ModuleNotFoundError('No module named {name}', name='{name}')\n")
    (hidden / "trafilatura.py").write_text(PEER)

    def run(*arguments):
        path = os.pathsep.join([str(hidden), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        return subprocess.run(
            [sys.executable, ROOT / "benchmarks" / "peers.py", *arguments],
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "pages.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(page) + "\n" for page in pages())
    return path


def test_figures_of_what_is_there(peers, file):
    done = peers(file, "--rounds", "2", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["file"], report["pages"], report["rounds"]) == ("pages.jsonl.gz", 3, 2)
    rows = {row["name"]: row for row in report["tools"]}
    assert rows["dumpparse"]["F1"] == rows["long-sentences"]["F1"] == 1
    assert rows["all-text"]["R"] == 1
    assert 0.5 < rows["all-text"]["P"] < 1
    assert rows["dumpparse"]["pages a CPU second"] > 0
    assert rows["dumpparse"]["ratio to trafilatura"] > 0
    assert rows["dumpparse"]["empty"] == rows["dumpparse"]["errors"] == 0


def test_an_error_is_an_empty_answer_and_counted_once(peers, file):
    rows = {row["name"]: row for row in json.loads(peers(file, "--json").stdout)["tools"]}
    peer = rows["trafilatura"]
    assert (peer["version"], peer["empty"], peer["errors"]) == ("9.8", 2, 1)
    assert peer["ratio to trafilatura"] == 1
    # P is the mean over the one page that was given a body, R over all three.
    assert (peer["P"], peer["R"]) == pytest.approx((1, 1 / 3))


def test_table_lists_what_is_not_installed(peers, file):
    lines = {line.split()[0]: line for line in peers(file, "--rounds", "1").stdout.splitlines() if line}
    for name in ("readability-lxml", "resiliparse", "jusText", "boilerpy3"):
        assert f"not installed (pip install {name})" in lines[name]
    assert lines["jusText-text"].endswith("not installed (pip install jusText)")
    assert "1.000" in lines["dumpparse"]
    assert "9.8" in lines["trafilatura"]


def test_only(peers, file):
    done = peers(file, "--only", "dumpparse", "all-text", "--json")
    rows = json.loads(done.stdout)["tools"]
    assert [row["name"] for row in rows] == ["dumpparse", "all-text"]
    assert rows[0]["ratio to trafilatura"] is None
    assert peers(file, "--only", "dumpparse").stdout.splitlines()[-1].split()[-3:] == ["–", "0", "0"]
    done = peers(file, "--only", "dumparse")
    assert done.returncode == 2
    assert "no such tool: dumparse" in done.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"html": "<p>cut', "not JSON at column 10: Unterminated string"),
        ("[]", "a record with no string at html, text, gold.body"),
        ('{"html": "", "text": "", "gold": {"headline": "No body"}}', "a record with no string at gold.body"),
    ],
)
def test_broken_line(peers, tmp_path, line, message):
    path = tmp_path / "broken.jsonl"
    path.write_text(json.dumps(next(pages())) + "\n" + line + "\n")
    done = peers(path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{path}:2: {message}")
    assert done.stdout == ""


def test_no_such_file_and_none_that_holds_pages(peers, tmp_path):
    done = peers(tmp_path / "absent.jsonl")
    assert done.returncode == 2
    assert "no such file" in done.stderr
    (tmp_path / "empty.jsonl").write_text("\n")
    assert "no pages in" in peers(tmp_path / "empty.jsonl").stderr
    (tmp_path / "text.jsonl.gz").write_text("not gzipped")
    done = peers(tmp_path / "text.jsonl.gz")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
