"""The benchmarks as a user runs them, on pages made here. No other tool is needed: they are hidden, and one is made up."""

import functools
import gzip
import importlib
import json
import os
import subprocess
import sys

import pytest

from conftest import ROOT

ABSENT = ("readability", "resiliparse", "justext", "boilerpy3", "htmldate", "html2text", "bs4", "lxml", "markdownify")
PEER = '''
import re

__version__ = "9.8"


def extract(page, include_comments, favor_precision=False):
    """Fails on one page, and gives another nothing."""
    assert not include_comments
    if "harbour" in page:
        raise RuntimeError("no")
    return None if "orchard" in page else re.sub("<.*?>", " ", page.partition("<article>")[2].partition("</article>")[0])


class Document:
    date, author = "2021-05-04T08:00", "Hartwig Lena; Owen Pritchard"

    def __init__(self, page):
        self.title = page.partition("<h1>")[2].partition("</h1>")[0].upper()


def bare_extraction(page, with_metadata):
    """Gives all pages one date and two authors, but nothing where it fails or finds nothing to say."""
    assert with_metadata
    return Document(page) if extract(page, False) else None
'''
DUMPER = """
import re


def get_text(page):
    return "\\n\\n".join(line for line in re.split("<[^>]*>", page) if line)
"""
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
def run(tmp_path):
    """Run a script with one made-up trafilatura, and no other tool."""
    hidden = tmp_path / "packages"
    hidden.mkdir()
    for name in ABSENT:
        (hidden / f"{name}.py").write_text(f"raise ModuleNotFoundError('No module named {name}', name='{name}')\n")
    (hidden / "trafilatura.py").write_text(PEER)
    (hidden / "inscriptis.py").write_text(DUMPER)

    def run(script, *arguments):
        path = os.pathsep.join([str(hidden), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        return subprocess.run(
            [sys.executable, ROOT / "benchmarks" / script, *arguments],
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def peers(run):
    return functools.partial(run, "peers.py")


def write(path, records):
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)
    return path


@pytest.fixture
def file(tmp_path):
    return write(tmp_path / "pages.jsonl.gz", pages())


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


def test_what_one_dumper_gives_is_compared_with_what_the_first_does(run, file):
    done = run("dumpers.py", file, "--json")
    assert done.returncode == 0, done.stderr
    rows = {row["name"]: row for row in json.loads(done.stdout)["dumpers"]}
    assert rows["html2text"]["skipped"] == "html2text is not installed"
    first, narrow = rows["inscriptis"], rows["inscriptis, wrapped at 40"]
    assert (first["F1"], first["to first"], first["lost"], first["headline"], first["empty"]) == (1, 0, 0, 1, 0)
    assert narrow["lost"] == 0
    assert narrow["to first"] == narrow["F1"] - 1


def test_the_table_of_dumpers_names_what_is_skipped_and_what_there_is_not(run, file):
    lines = run("dumpers.py", file).stdout.splitlines()
    assert lines[0].startswith("3 pages of pages.jsonl.gz")
    assert '| BeautifulSoup get_text("\\n") | bs4 is not installed |' in "\n".join(lines)
    assert "| inscriptis | 1.000 | +0.000 | +0.000 | 1.000 |" in "\n".join(lines)
    assert "no such dumper: w3m" in run("dumpers.py", file, "--only", "w3m").stderr


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


# benchmarks/fields.py


GOLD = {"headline": "Library keeps its reading room", "published": "2021-05-04", "authors": ["Lena Hartwig"]}
SHOWN = dict.fromkeys(GOLD, True)


def addressed():
    """The pages with a byline, a date and an address each."""
    for number, page in enumerate(pages()):
        headline = list(STORIES)[number]
        text = page["text"].replace(headline, f"{headline}\n\nBy Lena Hartwig\n\nPublished May 4, 2021")
        yield {"html": page["html"], "text": text, "url": f"https://www.kelmarsh.example/{number}/?from=feed"}


@pytest.fixture
def judged(tmp_path):
    """Run it with gold for the second and third page: of the second the text does not show all, and the third has two dumps."""
    gold = [
        {"url": "http://kelmarsh.example/1", "gold": {**GOLD, "headline": "Frost spares the orchard"}, "visible": {**SHOWN, "authors": False}},
        {"url": "https://kelmarsh.example/2/", "gold": GOLD, "visible": {"published": True}},
        {"url": "https://kelmarsh.example/2/", "gold": GOLD, "visible": {**SHOWN, "published": False}},
        {"url": "https://kelmarsh.example/3/", "gold": GOLD, "visible": SHOWN},
    ]
    return ["fields.py", "--html", write(tmp_path / "html.jsonl.gz", addressed()), "--gold", write(tmp_path / "gold.jsonl.gz", gold)]


def test_fields_beside_each_other(run, judged):
    done = run(*judged, "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["pages"], report["with gold"]) == (3, {"headline": 2, "published": 2, "authors": 1})
    rows = {row["name"]: row for row in report["tools"]}
    assert (rows["dumpparse"]["published"], rows["dumpparse"]["authors"]) == ({"exact": 1}, {"exact": 1, "F1": 1})
    # It gives nothing for the orchard, and one author too many for the library.
    peer = rows["trafilatura"]
    assert (peer["headline"], peer["published"]) == ({"exact": 0.5}, {"exact": 0.5})
    assert peer["authors"] == {"exact": 0, "F1": pytest.approx(2 / 3)}
    assert (peer["errors"], peer["ratio to trafilatura"]) == (1, 1)
    assert rows["htmldate"]["skipped"] == "not installed (pip install htmldate)"


def test_fields_as_a_table(run, judged):
    lines = run(*judged).stdout.splitlines()
    assert lines[0].startswith("3 pages of html.jsonl.gz, 2 of them with gold; Python 3.")
    assert lines[2].startswith("| tool | reads | headline, 2 pages | published, 2 pages | authors, 1 pages | authors, F1 |")
    assert lines[5].startswith("| trafilatura 9.8 | html | .500 | .500 | .000 | .667 |")
    assert lines[-1] == "htmldate: not installed (pip install htmldate)"
    assert {line.count("|") for line in lines[2:6]} == {10}


def test_a_page_that_brings_its_own_gold_needs_no_other(run, tmp_path):
    own = [{**page, "gold": {**GOLD, "authors": ["Zofeen Almeida"]}, "visible": SHOWN} for page in list(addressed())[2:]]
    file = write(tmp_path / "own.jsonl.gz", own)
    done = run("fields.py", "--html", file, "--gold", tmp_path / "absent.jsonl", "--only", "dumpparse", "--json")
    (row,) = json.loads(done.stdout)["tools"]
    assert (row["published"]["exact"], row["authors"]) == (1, {"exact": 0, "F1": 0})


def test_fields_without_gold(run, judged, tmp_path):
    done = run(*judged[:-1], tmp_path / "absent.jsonl")
    assert done.returncode == 2
    assert "absent.jsonl: name one whose lines hold url, gold and visible" in done.stderr
    done = run(*judged[:-1], write(tmp_path / "broken.jsonl.gz", [{"url": "https://kelmarsh.example/1"}]))
    assert done.returncode == 1
    assert "broken.jsonl.gz:1: a record without gold or visible" in done.stderr
    # Pages that nobody has gold for are still read, for their speed.
    done = run(*judged[:-1], write(tmp_path / "others.jsonl.gz", [{"url": "https://norrvik.example/", "gold": GOLD, "visible": SHOWN}]))
    assert "| dumpparse 0.1.0 | text | – | – | – | – |" in done.stdout


# benchmarks/accuracy.py


@pytest.fixture
def measured(run, tmp_path):
    """Its report on two pages in English and one in Danish, and three openings."""

    def page(number, lang, dumper, **gold):
        text = list(addressed())[number]["text"]
        lines = [line for line in text.splitlines() if line]
        about = {
            "headline": list(STORIES)[number], "authors": ["Lena Hartwig"], "authors_surface": [{"line": 0, "text": "By Lena Hartwig", "prev": lines[4]}],
            "published": "2021-05-04", "published_surface": "May 4, 2021", "published_line_text": "Published May 4, 2021",
        }  # fmt: skip
        return {"text": text, "lang": lang, "dumper": dumper, "gold": about | gold, "visible": SHOWN}

    danish = page(2, "da", "lynx", published="2021-05-05")
    hidden = page(1, "da", "lynx") | {"visible": {}}
    story = " ".join(STORIES["Library keeps its reading room"])
    openings = [
        {"text": f"LAHORE, May 4 (AFP) — {story}", "lang": "en", "kind": "place", "dateline": {"place": "LAHORE", "agency": "AFP", "date": "May 4", "surface": "LAHORE, May 4 (AFP) —"}},
        {"text": story, "lang": None, "kind": "place", "dateline": {"place": "Geneva", "agency": None, "date": None, "surface": "Geneva:"}},
        {"text": story, "lang": "en", "kind": "neg_plain", "dateline": None},
    ]  # fmt: skip
    write(tmp_path / "corpus" / "meta.jsonl.gz", [page(0, "en", "bs4")] * 20 + [page(1, "en", "lynx"), danish, hidden])
    write(tmp_path / "corpus" / "datelines.jsonl.gz", openings)
    return functools.partial(run, "accuracy.py", "--shared", tmp_path)


def test_accuracy_by_language_and_form(measured):
    done = measured("--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    dates = report["published"]
    assert dates["all"]["all"] == {
        "dumps": 22,
        "right": pytest.approx(21 / 22),
        "given": 1,
        "of these right": pytest.approx(21 / 22),
        "F1": pytest.approx(21 / 22),
    }
    assert {form: (row["dumps"], row["right"]) for form, row in dates["language"].items()} == {"en": (21, 1), "others (da)": (1, 0)}
    assert {form: row["dumps"] for form, row in dates["dumper"].items()} == {"bs4": 20, "lynx": 2}
    for axis, form in {
        "form": "month-day-year",
        "label": "published before it",
        "on its line": "with weekday, time or label",
        "time": "without",
    }.items():
        assert list(dates[axis]) == [form]
    assert list(report["authors"]["before it"]) == ["By"]
    assert list(report["headline"]["from byline or date"]) == ["the line above"]
    lines = report["dateline"]
    assert {form: (row["right"], row["given"], row["of these right"]) for form, row in lines["parts"].items()} == {
        "place alone": (0, 0, None),
        "place with agency and date": (1, 1, 1),
    }
    assert report["no dateline"]["what it is"]["plain"]["given"] == 0
    assert report["agency of the dateline"]["all"]["all"]["dumps"] == 1


def test_accuracy_as_tables(measured):
    lines = measured().stdout.splitlines()
    assert [line for line in lines if line.startswith("## ")] == [
        f"## {field}" for field in ("published", "authors", "headline", "dateline", "agency of the dateline", "no dateline")
    ]
    at = lines.index("| language | dumps | right | given | of these right | F1 |")
    assert lines[at + 1 : at + 5] == [
        "|---|---|---|---|---|---|",
        "| all | 22 | .955 | 1.000 | .955 | .955 |",
        "| en | 21 | 1.000 | 1.000 | 1.000 | 1.000 |",
        "| others (da) | 1 | .000 | 1.000 | .000 | .000 |",
    ]
    assert "| place alone | 1 | .000 | .000 | – | .000 |" in lines


def test_accuracy_without_gold(run, tmp_path):
    done = run("accuracy.py", "--shared", tmp_path)
    assert done.returncode == 2
    assert "meta.jsonl.gz: name one whose lines hold" in done.stderr


# benchmarks/forms.py


@pytest.fixture
def forms(monkeypatch):
    for folder in ("benchmarks", "tools"):
        monkeypatch.syspath_prepend(ROOT / folder)
    return importlib.import_module("forms")


@pytest.mark.parametrize(
    ("line", "surface", "published", "above", "expected"),
    [
        ("May 4, 2021", "May 4, 2021", "2021-05-04", "Sport", ("month-day-year", "none", "alone", "without")),
        ("* 4 mai 2021", "4 mai 2021", "2021-05-04", "Publié le", ("day-month-year", "published on the line above", "alone", "without")),
        ("4.5.2021", "4.5.2021", "2021-05-04", "Corona-Update", ("numeric day-month-year", "none", "alone", "without")),
        ("5/4/21 9:15am", "5/4/21", "2021-05-04", "Sport", ("numeric month-day-year", "none", "with weekday, time or label", "with a time")),
        ("Stand: 04.05.2021 18:00 Uhr", "04.05.2021", "2021-05-04", "", ("numeric day-month-year", "updated before it", "with weekday, time or label", "with a time")),
        ("Posted on Tuesday, 2021-05-04 by Kay", "2021-05-04", "2021-05-04", "", ("year first", "published before it", "with other words", "without")),
        ("2021年5月4日 20:00", "2021年5月4日", "2021-05-04", "", ("East Asian", "none", "with weekday, time or label", "with a time")),
        ("Posted in Sport, updated May 4, 2021", "May 4, 2021", "2021-05-04", "", ("month-day-year", "updated before it", "with other words", "without")),
    ],
)  # fmt: skip
def test_forms_of_dates(forms, line, surface, published, above, expected):
    gold = {"published": published, "published_surface": surface, "published_line_text": line}
    assert tuple(forms.date_forms(gold, [above, line]).values()) == expected


@pytest.mark.parametrize(
    ("text", "previous", "authors", "expected"),
    [
        ("Lena Hartwig", "Sport", ["Lena Hartwig"], ("nothing", "nothing", "one")),
        ("* Lena Hartwig", "Written by:", ["Lena Hartwig"], ("label on the line above", "nothing", "one")),
        ("Lena Hartwig", "The bridge nobody ever stood by", ["Lena Hartwig"], ("nothing", "nothing", "one")),
        ("By LENA HARTWIG, Reporter", "", ["Lena Hartwig"], ("By", "role or outlet after a mark", "one in capitals")),
        ("Von Lena Hartwig und Kay Olm", "", ["Lena Hartwig", "Kay Olm"], ("Von", "nothing", "several on one line")),
        ("Von Lena Hartwig und Kay", "", ["Lena Hartwig"], ("Von", "more names", "one")),
        ("May 4, 2021 by Kay on May 5, 2021", "", ["Kay"], ("date, then By", "date or time", "one of one word")),
        ("Ein Text von Kay Olm • 3 Minuten", "", ["Kay Olm"], ("words, then By", "date or time", "one")),
        ("Autor: Kay Olm @kayolm", "", ["Kay Olm"], ("label with a colon", "address or handle", "one")),
        ("Анна Ольм", "", ["Анна Ольм"], ("nothing", "nothing", "not Latin letters")),
        ("L. Hartwig", "", ["Lena Hartwig"], ("not found as written",) * 3),
    ],
)
def test_forms_of_bylines(forms, text, previous, authors, expected):
    gold = {"authors": authors, "authors_surface": [{"line": 7, "text": text, "prev": previous}]}
    assert tuple(forms.byline_forms(gold).values()) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Frost", "By Kay", "It froze."], "the line above"),
        (["Frost", "Menu", "Menu", "It froze.", "Frost!", "Sport", "By Kay"], "2–3 lines above"),
        (["Frost", *"abcdefgh", "By Kay"], "4–10 lines above"),
        (["Frost", *"abcdefghijkl", "By Kay"], "further above"),
        (["By Kay", "Frost"], "below"),
        (["Frosty", "By Kay"], "not a line of its own"),
    ],
)
def test_forms_of_headlines(forms, lines, expected):
    gold = {"headline": "Frost", "authors_surface": [{"text": "By Kay"}], "published_line_text": None}
    assert forms.headline_forms(gold, {"authors": True}, lines) == {"from byline or date": expected}
    assert forms.headline_forms(gold, {}, ["Frost", "By Kay"]) == {"from byline or date": "neither is shown"}


@pytest.mark.parametrize(
    ("surface", "place", "after", "expected"),
    [
        ("LAHORE:", "LAHORE", " It", ("place alone", ":", "capitals")),
        ("LA CROSSE, Wis. (AP) —", "LA CROSSE, Wis.", " It", ("place with agency", "—", "capitals")),
        ("Geneva, May 4. /TASS/.", "Geneva", " It", ("place with agency and date", "/.", "title case")),
        ("Geneva", "Geneva", "\nIt", ("place alone", "line of its own", "title case")),
        ("Geneva (AP)", "Geneva", " It", ("place with agency", "none", "title case")),
        ("東京", "東京", " It", ("place alone", "none", "no case")),
    ],
)
def test_forms_of_datelines(forms, surface, place, after, expected):
    dateline = {
        "surface": surface,
        "place": place,
        "agency": "AP" if "(" in surface or "/" in surface else None,
        "date": "May 4" if "4" in surface else None,
    }
    assert tuple(forms.dateline_forms(dateline, surface + after).values()) == expected


def test_batch_measures_workers_and_memory():
    command = [sys.executable, "benchmarks/batch.py", "speed", "memory", "--seconds", "0.05", "--only", "WET", "--records", "40", "80"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = {cells[1].strip(): [cell.strip() for cell in cells[2:-1]] for line in done.stdout.splitlines() if len(cells := line.split("|")) > 3}
    for name in ("WET", "40", "80"):
        assert all(float(cell.replace(",", "")) > 0 for cell in rows[name]), rows[name]
    assert subprocess.run([*command[:2], "sing"], cwd=ROOT, capture_output=True, check=False).returncode == 2


def test_engines_measures_each_job_beside_plain_loops():
    done = subprocess.run(
        [sys.executable, "benchmarks/engines.py", "arrow", "batch", "--rows", "60"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines() if line.startswith("|")]
    assert [line[0] for line in lines] == ["engine", "---", "arrow", "batch", "plain loops"]
    for _, _, rows, cost in lines[2:]:
        assert float(rows.replace(",", "")) > 0
        assert float(cost) > 0
    wrong = subprocess.run([sys.executable, "benchmarks/engines.py", "hadoop"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "no job hadoop: there are arrow" in wrong.stderr
