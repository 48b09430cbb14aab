"""The pages: what records and dumps hold is text in them, and nothing in them asks for a network or runs. tests/engines/ opens them."""

import base64
import hashlib
import html
import html.parser
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dumpparse
from conftest import FIXTURES
from dumpparse.article import Source, failed
from dumpparse.html import Markup, escaped, explanation, joined, markup, plots, report
from test_report import of, record, write

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)><style>*{display:none}</style></title></svg>&amp;{0}$title${x}\x00\x1b\u202e\ud800"
DUMPS = sorted(FIXTURES.glob("dawn/*.txt")) + sorted(FIXTURES.glob("[!d]*/*.txt"))[:10]


class Read(html.parser.HTMLParser):
    """What a page has: its elements, attributes, and text, with every element closed in order."""

    VOID = frozenset(("meta", "link", "br", "img"))

    def __init__(self, data):
        super().__init__()
        self.tags, self.attributes, self.text, self._open = [], [], "", []
        self.feed(data.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open[-1:] != ["style"]:
            self.text += data

    def of(self, name):
        return [value for key, value in self.attributes if key == name]


def safe(data):
    """The page, read, if nothing in it can run, load or send."""
    page = Read(data)
    assert not {"script", "img", "iframe", "object", "embed", "form", "base"} & set(page.tags)
    assert page.tags.count("style") == 1
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("style", "src", "srcset", "action")]
    assert all(re.match(r"https?://|#[LF]|data:,$", link) for link in page.of("href"))
    ids = page.of("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.of("href") if link.startswith("#")} <= set(ids)
    assert set(" ".join(page.of("aria-labelledby") + page.of("aria-describedby")).split()) <= set(ids)
    (style,) = re.findall(rb"<style>(.*?)</style>", data, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    assert f'http-equiv="Content-Security-Policy" content="{policy}"'.encode() in data
    assert b"url(" not in style
    assert b"@import" not in style
    assert b'name="viewport"' in data
    assert b"prefers-color-scheme: dark" in style
    return page


def evil_records():
    dateline = {"text": EVIL, "places": [EVIL], "date": None, "agency": None}
    for key in ("headline", "byline", "publication", "body"):
        yield record(
            path=EVIL,
            url=f"http://{EVIL}",
            **{key: EVIL},
            confidence={"headline" if key == "body" else "body": 0.1, key: 0.05} if key != "publication" else {"body": 0.3},
        )
    yield record(path=EVIL, url=f"javascript:{EVIL}", authors=[EVIL], confidence={"authors": 0.1})
    yield record(path=None, url="javascript:alert(1)", dateline=dateline, confidence={"dateline": 0.1})
    yield {**failed(Source(EVIL), EVIL, EVIL).to_dict(), "warnings": [EVIL]}


def test_hostile_records_are_text_in_the_report():
    page = safe(report.render(of(*evil_records()), EVIL))
    assert page.text.count("<script>alert(1)</script>") >= 8
    assert not {"\x00", "\x1b", "\ud800"} & set(page.text)
    assert not [link for link in page.of("href") if link.startswith("javascript")]


@pytest.mark.parametrize(
    "evil", [EVIL, f"LAHORE: {EVIL} rained all night, the office said on Monday.", f"By {EVIL}\nPublished March 3, 2020 {EVIL}\n"]
)
def test_a_hostile_dump_is_text_in_its_explanation(evil):
    page = safe(explanation.render(dumpparse.extract(f"{evil}\n\n{evil}\n"), EVIL))
    assert page.text.count("<script>alert(1)</script>") >= 3


@given(st.lists(st.text(), max_size=8))
def test_any_dump_has_a_safe_explanation(lines):
    safe(explanation.render(dumpparse.extract("\n".join(lines)), "any"))


@given(st.text(), st.text())
def test_whatever_is_put_in_is_text(one, other):
    page = Read(markup('<p title="{}">{}</p>', one, other).encode("utf-8", "surrogatepass"))
    assert page.tags == ["p"]
    shown = other.translate({code: 0x2400 + code for code in range(32) if code not in (9, 10)} | {127: 0x2421})
    if not re.search("[\x80-\x9f\ufffe\uffff]", other):
        assert page.text == shown
    assert joined([Markup("<b>"), "<b>"]) == "<b>&lt;b&gt;"
    assert escaped(escaped("&")) == "&amp;amp;"


@pytest.mark.parametrize("path", DUMPS, ids=[path.stem for path in DUMPS])
def test_an_explanation_shows_what_the_article_has(path):
    text = path.read_text(encoding="utf-8")
    article = dumpparse.extract(text)
    data = explanation.render(article, path.name)
    page = safe(data)
    for labelled in article.lines:
        if labelled.label != "blank":
            (item,) = re.findall(rf'<li class="(\w+)" id="L{labelled.line.number}" tabindex="0"(.*?)</div></li>', data.decode(), re.DOTALL)
            assert item[0] == labelled.label
            inside = html.unescape(re.sub("<[^>]*>", "", item[1]))
            assert labelled.line.text in inside
            assert all(hit.cue in inside and f"{hit.weight:+.1f}" in inside for hit in labelled.hits)
    for found in article.fields.values():
        for one in found if isinstance(found, list) else [found]:
            assert one.rule in page.text
            for rejected in one.rejected:
                assert rejected.reason in page.text
                assert rejected.text in page.text
    for key, chance in article.confidence.items():
        if chance is not None:
            assert re.search(rf'id="F-{key}"><h3>{key} <span[^>]*>{chance:.2f}<', data.decode())


def test_a_value_is_marked_where_it_stands():
    data = explanation.render(
        dumpparse.extract("Bridge reopens\n\nLAHORE: It rained all night, the office said.\n\nPublished in Dawn, March 3rd, 2018\n"), "a"
    ).decode()
    marks = dict(re.findall(r'<mark title="(\w+)">(.*?)</mark>', data))
    assert marks["dateline"] == "LAHORE:"
    assert marks["publication"] == "Dawn"


def test_a_line_of_two_overlapping_values_keeps_its_text_and_marks_the_shorter():
    marked = explanation._marked("abcdef", 10, [(10, 16, "all"), (11, 14, "a"), (13, 15, "b"), (15, 99, "c"), (12, 12, "none")])
    assert re.sub("<[^>]*>", "", marked) == "abcdef"
    assert re.findall('title="(\\w+)">(.*?)<', marked) == [("none", ""), ("b", "de"), ("c", "f")]


def test_an_explanation_of_nothing():
    page = safe(explanation.render(dumpparse.extract(""), "empty.txt"))
    assert "there is no text" in page.text


def test_plots_tell_every_value_to_every_reader():
    data = plots.columns("Articles over time", [("2020", 3), ("2021", 0), ("2022", 17)], ("year", ["2020", "2022"]), "articles")
    page = Read(data.encode())
    assert page.of("aria-label") == ["2020: 3 articles", "2021: 0 articles", "2022: 17 articles"]
    assert page.of("tabindex") == ["0"] * 3
    assert page.of("aria-labelledby") == ["articles-over-time"]
    for told in ("Articles over time", "Upright bars, articles by year: the highest is 2022 with 17.", "20 articles", "10 ", "year"):
        assert told in page.text
    heights = [float(value) for value in re.findall(r'class="bar"[^>]*height="([\d.]+)"', data)]
    assert heights == [pytest.approx(150 * 3 / 20), 0, pytest.approx(150 * 17 / 20)]
    assert data.rindex('class="bar"') < data.index("20 articles")  # or the first bar would cover it
    lying = plots.bars("Outcome", [("x" * 50, 1, "1 · 25%"), ("article", 3, "3 · 75%"), ("新" * 50, 1, "1 · 25%")], "records")
    assert re.findall(r'class="bar"[^>]*width="([\d.]+)%"', lying) == ["33.33", "100.00", "33.33"]
    assert "the longest is article with 3 · 75%" in lying
    assert f">{'x' * 31}…<" in lying
    assert f">{'新' * 15}…<" in lying
    assert f"{'x' * 50}: 1 · 25%" in lying


def test_a_plot_of_nothing_says_so():
    assert "None." in plots.bars("a", [], "records")
    assert "None." in plots.columns("a", [("2020", 0)], ("year", ["2020"]), "articles")


@pytest.mark.parametrize(("most", "top"), [(1, 2), (3, 4), (17, 20), (41, 60), (99, 100), (101, 200), (8_455, 10_000)])
def test_an_axis_ends_at_a_round_number(most, top):
    assert plots._round_up(most) == top


def test_a_report_of_failures_alone():
    page = safe(report.render(of(failed(Source("a"), "binary", "a").to_dict()), "out.jsonl"))
    assert "failed: binary" in page.text
    assert page.text.count("None.") >= 3


def test_the_commands_write_the_pages(tmp_path):
    run = lambda *arguments: subprocess.run([sys.executable, "-m", "dumpparse", *arguments], cwd=tmp_path, capture_output=True, check=False)  # noqa: E731
    write(tmp_path / "out.jsonl", *(record(headline="Bridge", published="2024-03-01", confidence={"headline": 0.3}) for _ in range(3)))
    (tmp_path / "a.txt").write_text("LAHORE: It rained all night, the office said.\n")
    for arguments in (["report", "--html", "page.html", "out.jsonl"], ["explain", "--html", "page.html", "a.txt"]):
        done = run(*arguments)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        first = (tmp_path / "page.html").read_bytes()
        safe(first)
        assert run(*arguments).returncode == 0
        assert (tmp_path / "page.html").read_bytes() == first  # the same input gives the same page, in any process
    assert (tmp_path / "a.txt").read_text().startswith("LAHORE")
    for arguments in (["--json"], ["--field", "body"]):
        assert b"--html shows all there is" in run("explain", "--html", "b.html", *arguments, "a.txt").stderr
    assert b"is also the input" in run("explain", "--html", "a.txt", "a.txt").stderr
    assert run("explain", "--html", "none/b.html", "a.txt").returncode == 1
    for arguments in (["report", "--html", "-", "out.jsonl"], ["explain", "--html", "-", "a.txt"]):
        done = run(*arguments)
        assert (done.returncode, done.stderr) == (0, b"")
        safe(done.stdout)
    assert not (tmp_path / "-").exists()
