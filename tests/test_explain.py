"""`explain` shows the very objects that `extract` used."""

import json

import pytest

import dumpparse
from conftest import FIXTURES
from dumpparse import explain

DUMP = FIXTURES / "dawn" / "seed-shape.txt"
TEXT = DUMP.read_text(encoding="utf-8") if DUMP.exists() else ""


def test_each_line_with_its_label_margin_and_cues(shell):
    out = shell(f"dumpparse explain {DUMP}").stdout.decode().splitlines()
    labelled = [line for line in dumpparse.extract(TEXT).lines if line.label != "blank"]
    assert len(out) == len(labelled) + 1
    for shown, line in zip(out[1:], labelled, strict=True):
        number, label, _ = shown.split(None, 2)
        assert (int(number), label) == (line.line.number, line.label)
        assert all(hit.cue in shown for hit in line.hits)


def test_plain_when_piped_coloured_when_asked(shell):
    assert b"\x1b[" not in shell(f"dumpparse explain {DUMP}").stdout
    coloured = shell(f"dumpparse explain --color always {DUMP}").stdout
    assert b"\x1b[32m" in coloured
    assert b"\x1b[31m" in coloured


def test_no_color_on_a_terminal(shell):
    script = f"script -qec 'dumpparse explain {DUMP}' /dev/null < /dev/null"
    if shell("command -v script").returncode:
        pytest.skip("needs script(1)")
    assert b"\x1b[32m" in shell(script, env={"TERM": "xterm"}).stdout
    assert b"\x1b[32m" not in shell(f"NO_COLOR=1 {script}", env={"TERM": "xterm"}).stdout


def test_markup_in_a_dump_is_shown_as_it_is(shell, tmp_path):
    (tmp_path / "a.txt").write_text("[bold]Prices[/bold] rose [/b] by a tenth in [link=x] one week, the office said.\n")
    assert b"[bold]Prices[/bold] rose [/b]" in shell("dumpparse explain --color always a.txt").stdout


def test_a_field_with_what_was_rejected(shell):
    out = shell(f"dumpparse explain --field published {DUMP}").stdout.decode()
    published = dumpparse.extract(TEXT).fields["published"]
    assert f"published: {published.value}" in out
    assert published.rule in out
    assert f"code points {published.span[0]}-{published.span[1]}" in out
    assert published.rejected
    for rejected in published.rejected:
        assert rejected.text in out
        assert rejected.reason in out


def test_a_page_without_an_article_says_why_and_which_lines_read_as_one_s():
    article = dumpparse.extract((FIXTURES / "generic" / "login-in-swedish.txt").read_text(encoding="utf-8"))
    why = article.fields["body"]
    assert (article.body, why.rule) == (None, "the page's own title is for signing in or subscribing")
    shown = [line for _, line in explain.field_rows(article, "body")]
    assert shown[0] == f"body: null, {why.rule}"
    assert len(shown) == 1 + len(why.rejected) > 1
    assert [line for _, line in explain.rows(article, 80)][-1] == f"no body: {why.rule}; {len(why.rejected)} lines read as an article's"
    assert explain.to_json(article)["fields"]["body"]["rule"] == why.rule
    assert "body" not in article.to_dict(spans=True)["evidence"]


@pytest.mark.parametrize(
    ("text", "why"), [("", "there is no text"), (" \n\n", "there is no text"), ("Menu\nLogin\n", "no line reads as an article's")]
)
def test_where_no_line_reads_as_an_article_s_that_is_said(text, why):
    article = dumpparse.extract(text)
    assert article.body is None
    assert [line for _, line in explain.rows(article, 80)][-1] == f"no body: {why}"
    assert [line for _, line in explain.field_rows(article, "body")] == [f"body: null, {why}"]


def test_a_page_that_looks_like_one_without_an_article_says_by_how_much(monkeypatch):
    text = (FIXTURES / "generic" / "printed-twice.txt").read_text(encoding="utf-8")
    assert "body" not in dumpparse.extract(text).fields
    monkeypatch.setattr("dumpparse.confidence.of_article", lambda traits: -0.75)
    why = dumpparse.extract(text).fields["body"]
    assert why.rule == "as a whole the page is as those without an article are, by 0.8 log-odds"
    assert why.rejected


def test_a_field_without_value_still_tells_the_candidates(shell, tmp_path):
    (tmp_path / "a.txt").write_text("Rates to rise again\n\nUpdated August 19, 2017\n\nLAHORE: The rates will rise again in May, the office said.\n")
    out = shell("dumpparse explain --field published a.txt").stdout.decode()
    assert "published: null" in out
    assert "'August 19, 2017' at line 3" in out
    assert "says when the page was updated" in out


def test_every_field_can_be_asked_for(shell):
    for name in dumpparse.extract(TEXT).to_dict():
        assert shell(f"dumpparse explain --field {name} {DUMP}").returncode == 0


def test_what_is_read_from_no_line_is_shown_as_the_record_has_it(shell):
    whole = dumpparse.extract(TEXT).to_dict(spans=True)
    for name in ("confidence", "blocks", "schema"):
        shown = shell(f"dumpparse explain --field {name} {DUMP}").stdout.decode()
        assert shown.startswith(f"{name}: ")
        assert json.loads(shown.removeprefix(f"{name}: ")) == json.loads(json.dumps(whole[name]))


def test_no_candidate_is_told_of_twice():
    article = dumpparse.extract((FIXTURES / "generic/by-line-and-date.txt").read_text(encoding="utf-8"))
    rejected = [(one.text, one.span) for one in article.fields["byline"].rejected]
    assert len(rejected) == len(set(rejected)) > 1


def test_the_time_of_the_crawl_has_to_be_one(shell):
    done = shell(f"dumpparse explain --crawled yesterday {DUMP}")
    assert done.returncode == 2
    assert b"'yesterday' is no time: 2024-05-01" in done.stderr
    assert shell(f"dumpparse explain --crawled 2024-05-01T12:00:00Z {DUMP}").returncode == 0


def test_json_holds_the_same_objects():
    article = dumpparse.extract(TEXT)
    shown = json.loads(json.dumps(explain.to_json(article)))
    assert [line["label"] for line in shown["lines"]] == [line.label for line in article.lines]
    assert shown["fields"]["published"]["value"] == article.published
    assert [hit["cue"] for hit in shown["lines"][0]["hits"]] == [hit.cue for hit in article.lines[0].hits]


def test_the_hits_add_up_to_the_score_that_labelled_the_line():
    article = dumpparse.extract(TEXT)
    page = article.page
    unit = 0
    for labelled in article.lines:
        if labelled.label != "blank":
            assert sum(hit.weight for hit in labelled.hits) == pytest.approx(page.profile.weights.score(page.cues[unit])[page.path[unit]])
            unit += 1


def test_trouble(shell):
    assert shell("dumpparse explain missing.txt").returncode == 1
    assert shell("mkdir d; dumpparse explain d").returncode == 1
    assert shell(f"dumpparse explain --field nonsense {DUMP}").returncode == 2
