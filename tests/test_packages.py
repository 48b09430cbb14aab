"""tools/packages.py: pages that packages hold, by reference, with a package made for the test; and what is said of the real ones' pages."""

import gzip
import hashlib
import importlib
import importlib.util
import io
import json
import tarfile

import pytest

from conftest import ROOT

RECORDS = sorted((ROOT / "tools" / "packages").glob("*.json"))
MISSING = [name for name in ("bs4", "lxml") if importlib.util.find_spec(name) is None]
needs_soup = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}: pip install -e '.[dumpers]'")

PAGE = """<html><head><title>Ferry drifts | The Herald</title><script>no()</script></head><body><ul><li>Home</li></ul><h1>Ferry
drifts</h1><p>By Jane Doe</p><p>The ferry <a href="/x">Star</a> drifted.</p><p>Nobody was hurt.</p></body></html>"""
SAID = {"lines": 9, "headline": [3, 4], "authors": ["Jane Doe"], "published": None, "body": "6-9"}


@pytest.fixture
def packages(monkeypatch, tmp_path):
    """The module, with one package of two pages in `tmp_path`/got, and what is said of it."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    module = importlib.import_module("packages")
    got = tmp_path / "got"
    got.mkdir()
    with tarfile.open(got / "ferries-1.0.tar.gz", "w:gz") as archive:
        for name, text in (("ferries-1.0/pages/star.html", PAGE), ("ferries-1.0/pages/login.html", "<p>Log in</p>"), ("ferries-1.0/setup.py", "")):
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    about = {
        "package": "ferries", "version": "1.0", "from": "pypi", "file": "ferries-1.0.tar.gz",
        "sha256": hashlib.sha256((got / "ferries-1.0.tar.gz").read_bytes()).hexdigest(), "pages": {"pages/star.html": SAID},
        "without_article": {"files": "pages/*.html", "but": ["star.html"]},
    }  # fmt: skip
    records = tmp_path / "records"
    records.mkdir()
    (records / "ferries.json").write_text(json.dumps(about), encoding="utf-8")
    monkeypatch.setattr(module, "RECORDS", records)
    return module


@needs_soup
def test_the_pages_of_a_package_come_with_what_is_said_of_them(packages, tmp_path):
    login, star = packages.pages(tmp_path / "got", "ferries")
    assert (login.path, login.said) == ("pages/login.html", None)
    assert (star.path, star.said) == ("pages/star.html", SAID)


@needs_soup
def test_a_page_is_written_as_the_benchmarks_read_it(packages, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["packages.py", str(tmp_path / "got")])
    packages.main()
    assert capsys.readouterr().out == "ferries 1.0: 2 pages, 1 of them with an article\n"
    with gzip.open(tmp_path / "got" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        (record,) = map(json.loads, lines)
    assert record["url"] == "ferries/pages/star.html"
    assert record["gold"] == {
        "headline": "Ferry drifts",
        "authors": ["Jane Doe"],
        "published": None,
        "body": "The ferry\nStar\ndrifted.\nNobody was hurt.",
    }
    assert record["visible"] == {"headline": True, "authors": True, "published": False, "body": True}
    assert record["text"].splitlines()[0] == "Ferry drifts | The Herald"
    assert record["html"] == PAGE


@needs_soup
def test_a_page_of_other_lines_than_were_numbered_is_refused(packages, tmp_path):
    _, star = packages.pages(tmp_path / "got", "ferries")
    with pytest.raises(SystemExit, match=r"ferries/pages/star.html: 9 lines of text, not 8"):
        packages.record(star._replace(said=SAID | {"lines": 8}), "ferries")


def test_a_package_that_is_missing_or_another_is_told_with_what_to_do(packages, tmp_path):
    with pytest.raises(SystemExit, match=r"no .*ferries-1.0.tar.gz: get it by 'python packages.py"):
        list(packages.pages(tmp_path, "ferries"))
    (tmp_path / "got" / "ferries-1.0.tar.gz").write_bytes(b"another")
    with pytest.raises(SystemExit, match=r"its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}: remove it"):
        list(packages.pages(tmp_path / "got", "ferries"))


@pytest.mark.parametrize(
    ("html", "text"), [("é".encode(), "é"), ("<meta charset=gbk>新闻".encode("gbk"), "<meta charset=gbk>新闻"), (b"caf\xe9", "café")]
)
def test_a_page_is_decoded_by_utf_8_or_what_it_says(packages, html, text):
    pytest.importorskip("bs4")
    assert packages.decoded(html) == text


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_what_is_said_of_each_page_is_by_lines_that_it_has(path):
    about = json.loads(path.read_text(encoding="utf-8"))
    assert about["package"] == path.stem
    assert about["from"] in ("pypi", "npm")
    assert len(about["sha256"]) == 64
    assert about["pages"] or about["without_article"]
    for said in about["pages"].values():
        assert set(said) == {"lines", "headline", "authors", "published", "body"}
        numbers = [int(number) for part in (said["body"] or "").split(",") if part for number in part.split("-")]
        assert numbers == sorted(numbers)
        assert all(1 <= number <= said["lines"] for number in (*numbers, *said["headline"]))
