"""`report`: what the records of a file add up to, in one pass, and what is said of a file that holds no records."""

import gzip
import json
import os
import pickle
import subprocess
import sys
from collections import Counter

import pytest
import zstandard
from rich.cells import cell_len

import dumpparse
from dumpparse import languages, summary
from dumpparse.article import Source, failed
from dumpparse.summary import share, top

BASE = dumpparse.extract("").to_dict() | {"warnings": []}


def record(**values):
    """A record with an article, but for what `values` say; `url` and `path` are its source's, `confidence` is added to."""
    source = {"path": values.pop("path", None), "encoding": "utf-8", **{key: values.pop(key) for key in ("url", "record") if key in values}}
    confidence = {**BASE["confidence"], **values.pop("confidence", {})}
    return {**BASE, "body": "A bridge was opened.", "source": source, "confidence": confidence, **values}


def of(*records, review=20):
    found = summary.Summary(review)
    for one in records:
        assert summary.wrong_with(json.loads(json.dumps(one))) is None
        found.add(one)
    return found


def write(path, *records):
    data = "".join(json.dumps(one) + "\n" for one in records).encode()
    path.write_bytes({".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}.get(path.suffix, bytes)(data))
    return path


def report(folder, *arguments, **options):
    # Without `env` a child would get the COLUMNS that readline, which pytest imports, sets behind Python's back.
    return subprocess.run(
        [sys.executable, "-m", "dumpparse", "report", *arguments],
        cwd=folder, capture_output=True, check=False, timeout=300, env=dict(os.environ), **options,
    )  # fmt: skip


# What is counted


def test_outcomes_publications_and_warnings():
    found = of(
        record(publication="Dawn"), record(publication="Dawn", warnings=["date-relative", "date-ambiguous"]), record(warnings=["date-relative"]),
        record(body=None, warnings=["no-body"]), failed(Source("a"), "binary", "a: no text").to_dict(),
    )  # fmt: skip
    assert found.records == 5
    assert found.outcomes == {"article": 3, "no article": 1, "failed: binary": 1}
    assert found.publications == {"Dawn": 2, "not told": 2}
    assert found.warnings == {"date-relative": 2, "date-ambiguous": 1, "no-body": 1}


def test_fields_by_site():
    found = of(
        record(url="https://www.a.example/1", headline="Bridge", authors=["Nadia Rahim"]), record(url="http://A.example/2", headline="Harbour"),
        record(publication="Dawn"), record(url="http://[", body=None),
    )  # fmt: skip
    rows = {name: dict(zip(summary.FOUND, counts, strict=True)) for name, counts in found.found.items()}
    assert found.sites == {"a.example": 2, "Dawn": 1, "not told": 1}
    assert rows["a.example"] == {"headline": 2, "byline": 0, "authors": 1, "dateline": 0, "published": 0, "publication": 0, "body": 2}
    assert rows["Dawn"]["publication"] == 1
    assert rows["not told"]["body"] == 0


def test_confidence_is_counted_in_bins():
    found = of(*(record(confidence={"body": chance}) for chance in (0, 0.049, 0.05, 0.5, 0.899, 0.9, 1)), record())
    assert [place for place, number in enumerate(found.confidence["body"]) for _ in range(number)] == [0, 0, 1, 10, 17, 18, 19]
    assert found.sure["body"] == 2
    assert sum(found.confidence["headline"]) == 0


@pytest.mark.parametrize(
    ("days", "unit", "names", "counts"),
    [
        (["2024-02-28", "2024-03-01T10:00"], "day", ["2024-02-28", "2024-02-29", "2024-03-01"], [1, 0, 1]),
        (["2023-11-30", "2024-02-01", "2024-02-29"], "month", ["2023-11", "2023-12", "2024-01", "2024-02"], [1, 0, 0, 2]),
        (["1999-01-01", "2024-12-31"], "year", [str(year) for year in range(1999, 2025)], [1] + [0] * 24 + [1]),
        (["1912-04-15", "2024-12-31"], "decade", [f"{year}s" for year in range(1910, 2030, 10)], [1] + [0] * 10 + [1]),
        (["2024-01-05"], "day", ["2024-01-05"], [1]),
        ([], "day", [], []),
    ],
)
def test_articles_over_time_by_what_fits(days, unit, names, counts):
    found = of(*(record(published=day) for day in days), record(body=None, published="1980-01-01"))
    assert found.over_time() == (unit, list(zip(names, counts, strict=True)))


def test_the_least_certain_come_first_and_the_earlier_of_two():
    chances = [0.9, 0.2, 0.7, 0.2, 0.95, 0.1]
    found = of(
        *(record(path=f"{n}.txt", headline=f"H{n}", confidence={"body": 0.99, "headline": chance}) for n, chance in enumerate(chances)), review=3
    )
    assert [(doubt.chance, doubt.number, doubt.field, doubt.value) for doubt in found.doubts] == [
        (0.1, 6, "headline", "H5"), (0.2, 2, "headline", "H1"), (0.2, 4, "headline", "H3"),
    ]  # fmt: skip
    assert of(*(record(confidence={"body": 0.1}) for _ in range(3)), review=0).doubts == []
    assert of(record(), failed(Source("a"), "binary", "a").to_dict()).doubts == []


def test_a_doubt_of_a_list_or_a_dateline_shows_what_is_read():
    dateline = {"text": "LAHORE:", "places": ["LAHORE"], "date": None, "agency": None}
    found = of(record(authors=["A", "B"], confidence={"authors": 0.3}), record(dateline=dateline, confidence={"dateline": 0.4}))
    assert [doubt.value for doubt in found.doubts] == ["A, B", "LAHORE:"]


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Published in Dawn, April 18th, 2018"], "English"),
        (["It was opened on 3 April 2020 by the mayor and the council of the town."], "English"),
        (["Am 3. März wurde die Brücke eröffnet, am 12. Januar geschlossen."], "German"),
        (["Le pont a été ouvert le 3 avril 2020."], "French"),
        (["El puente se abrió el 3 de enero de 2020."], "Spanish"),
        (["Il ponte è stato aperto il 12 gennaio."], "Italian"),
        (["Most otwarto 3 września 2020."], "Polish"),
        (["Мост открыли 3 сентября."], "Russian"),
        (["Broen åbnede den 3. marts."], "Danish"),
        (["Broen 3. april."], "Danish or Norwegian"),
        (["Broen blev åbnet den 3. april af en minister, efter at den ikke var klar."], "Danish"),
        (["Broen ble åpnet den 3. april av en minister, etter at den ikke var klar."], "Norwegian"),
        (["橋は5月3日に開通した。"], "Japanese"),
        (["桥梁于5月3日开通。"], "Chinese"),
        (["다리는 5월 3일 개통되었다."], "Korean"),
        (["Die Brücke ist nach dem Regen nicht geöffnet worden, sagt der Bürgermeister."], "German"),
        (["El puente se abrió en la ciudad por una orden del alcalde, que lo dijo."], "Spanish"),
        (["Le pont est ouvert dans la ville pour les voitures et les camions."], "French"),
        (["At least 12 may die, 3 out of 10 of them; 5 set pieces were not the end of it."], "English"),
        (["12 people.", None, ""], None),
        (["On page 12\u00a0April; 2020 April, 1:12 April, 112 Mai, 3 4 May."], "English"),
        (["le 1er mars, 12 avril, 22nd\tof\tfebrero"], "French"),
        (["the_of the2of\u2019the и²the"], "English"),  # letters are what ends no word
        (["On 2020-04-03, Mai 2020"], None),
    ],
)
def test_the_language_of_dates(texts, language):
    assert languages.of_dates(texts) == language


def test_names_beyond_so_many_are_counted_together(monkeypatch):
    monkeypatch.setattr(summary, "_NAMES", 3)
    found = of(*(record(url=f"http://{name}.example/", publication=name, headline="H") for name in "abcdea"))
    assert found.publications == {"a": 2, "b": 1, "c": 1}
    assert (found.publications.others, found.sites.others) == (2, 2)
    assert found.elsewhere[summary.FOUND.index("headline")] == 2


def test_memory_is_flat_however_many_records(tmp_path):
    """Each record has a site, a publication and a day of its own, which is as much as there is to hold."""

    def peak(count):
        one = json.dumps(record(url="http://SITE.example/", publication="SITE", published="DAY", confidence={"body": 0.5}, headline="H" * 500))
        code = f"""
import resource
from dumpparse import summary
with open("a.jsonl", "w") as file:
    for number in range({count}):
        day = f"{{1900 + number % 200}}-{{1 + number % 12:02}}-{{1 + number % 28:02}}"
        file.write({one!r}.replace("SITE", f"s{{number}}").replace("DAY", day) + "\\n")
found = summary.summarise("a.jsonl", 20)
assert found.records == {count}, found.records
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
        return int(done.stdout)

    assert peak(80_000) < 1.15 * peak(20_000)


# The commands of the review


@pytest.mark.parametrize(
    ("source", "command"),
    [
        ({"path": "a.txt"}, "dumpparse explain a.txt"),
        ({"path": "two words.txt"}, "dumpparse explain 'two words.txt'"),
        ({"path": "-x.txt"}, "dumpparse explain -- -x.txt"),
        ({"path": "a.jsonl", "record": 7}, "dumpparse explain --record 7 a.jsonl"),
        ({"path": "a.jsonl", "record": True}, "dumpparse explain a.jsonl"),
        ({"path": "a.txt", "encoding": "latin-1"}, "dumpparse explain --encoding latin-1 a.txt"),
        ({"path": "a.txt", "encoding": "utf-16-le"}, "dumpparse explain --encoding utf-16-le a.txt"),
        ({"path": "a.txt", "encoding": "cp1252"}, "dumpparse explain --encoding cp1252 a.txt"),
        ({"path": "a.jsonl", "record": 7, "crawled": "2024-05-23 10:00"}, "dumpparse explain --record 7 --crawled '2024-05-23 10:00' a.jsonl"),
        ({"path": "a.wet.gz", "record": 7, "crawled": "2024-05-23T10:00:00Z"}, "dumpparse explain --record 7 a.wet.gz"),
        ({"path": "a\x1b]0;x\x07'.txt"}, "dumpparse explain $'a\\x1b]0;x\\x07\\x27.txt'"),
        ({"path": None}, None),
    ],
)
def test_the_command_that_explains(source, command):
    assert summary.explaining(summary.Doubt(0.5, 1, "body", "", None, {"encoding": "utf-8", **source})) == command


def test_each_command_of_the_review_works(shell, tmp_path):
    (tmp_path / "it's\n odd.txt").write_text("Bridge reopens\n\nLAHORE: It rained all night, the office said on Monday.\n")
    lines = [json.dumps({"text": f"Bridge {n} reopens\n\nLAHORE: It rained all night, the office said on Monday.\n"}) for n in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join([lines[0], "", lines[1], lines[2]]))
    assert shell("dumpparse extract -o out.jsonl *.txt a.jsonl").returncode == 0
    out = shell("dumpparse report out.jsonl").stdout.decode()
    commands = [line.strip() for line in out.splitlines() if "dumpparse explain" in line]
    assert len(commands) == 4
    for command in commands:
        done = shell(command)
        assert done.returncode == 0, done.stderr
        assert b"LAHORE" in done.stdout
    shown = [
        next(line for line in shell(command).stdout.decode().splitlines() if "reopens" in line)
        for command in sorted(commands)
        if "--record" in command
    ]
    assert [line.split("Bridge ")[1][0] for line in shown] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("codec", "asked"),
    [
        *((codec, True) for codec in ("utf-16", "utf-16-le", "latin-1", "cp1252", "utf-8")),
        *((codec, False) for codec in ("utf-16", "cp1252", "utf-8")),
    ],
)
def test_the_command_explains_what_was_read_in_whatever_encoding(shell, tmp_path, codec, asked):
    (tmp_path / "a.txt").write_bytes(
        f"Café reopens{chr(0x81) * (codec == 'latin-1')}\n\nLAHORE: It rained all night, the office said.\n".encode(codec)
    )
    shell(f"dumpparse extract {f'-e {codec}' if asked else ''} -o out.jsonl a.txt")
    (command,) = (line for line in shell("dumpparse report out.jsonl").stdout.decode().splitlines() if "dumpparse explain" in line)
    done = shell(command)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Café reopens" in done.stdout.decode()


def test_the_command_explains_a_guess_as_it_was_made(shell, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"Caf\xe9 reopens \x81\n\nLAHORE: It rained all night, the office said.\n")  # 0x81: no strict cp1252 has it
    shell("dumpparse extract -o out.jsonl a.txt")
    assert "Café reopens" in shell("eval $(dumpparse report out.jsonl | grep 'dumpparse explain')").stdout.decode()


def test_the_command_knows_when_the_page_was_crawled(shell, tmp_path):
    text = "Bridge reopens\nBy Nadia Rahim\n3 hours ago\nLONDON: The bridge was opened again after a year of repairs, the council said.\n"
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "at": "2024-05-23T10:00:00Z"}))
    shell("dumpparse extract --crawled-key at -o out.jsonl a.jsonl")
    assert json.loads((tmp_path / "out.jsonl").read_text())["published"][:10] == "2024-05-23"
    (command,) = (line.strip() for line in shell("dumpparse report out.jsonl").stdout.decode().splitlines() if "dumpparse explain" in line)
    assert "published: 2024-05-23" in shell(command.replace("explain", "explain --field published", 1)).stdout.decode()


def test_explain_says_what_is_wrong_with_a_number(shell, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n')
    (tmp_path / "a.txt").write_text("a")
    for command, says in (
        ("a.jsonl", b"a.jsonl: a file of many dumps: say which with --record N"),
        ("--record 3 a.jsonl", b"a.jsonl: no record 3: the last is 2"),
        ("--record 1 a.txt", b"a.txt: a file of one dump: leave --record out"),
        ("--record 1 none.jsonl", b"none.jsonl: no such file"),
        ("--record 1 --text-key body a.jsonl", b"no key 'body'"),
    ):
        done = shell(f"dumpparse explain {command}")
        assert done.returncode == 1
        assert says in done.stderr, command
        assert done.stdout == b""


# The terminal


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"])
def test_the_tables_tell_all_of_it(tmp_path, name):
    one = record(path="a.txt", url="http://a.example/1", publication="Dawn", headline="Bridge [bold]reopens[/b]", published="2024-03-01",
                 body="Opened on March 1, 2024.", confidence={"body": 0.95, "headline": 0.31}, warnings=["date-relative"])  # fmt: skip
    write(tmp_path / name, one, record(path="b.txt", body=None, warnings=["no-body"]), failed(Source("c"), "binary", "c: no text").to_dict())
    done = report(tmp_path, name)
    assert (done.returncode, done.stderr) == (0, b"")
    out = done.stdout.decode()
    assert b"\x1b" not in done.stdout
    lines = [" ".join(line.split()) for line in out.splitlines()]
    for told in (
        "3 records, by outcome", "article 1 33% ██████████████████████████████", "failed: binary 1 33% ██████████████████████████████", "no article 1 33%",
        "Dawn 1 50%", "English 1 50%", "not told 1 50%", "date-relative 1 33%", "a.example 1 100% 0% 0% 0% 100% 100% 100%",
        "0.31 headline: Bridge [bold]reopens[/b]", "dumpparse explain a.txt", "body 1 100% █", "2024-03-01",
    ):  # fmt: skip
        assert any(line.startswith(told) for line in lines), (told, out)
    assert [line for line in out.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [30, 40, 60, 80, 100])
def test_every_number_is_there_at_any_width(width):
    """Of a million records in sixty months, with names of every length and of wide letters."""
    found = summary.Summary(0)
    found.records = 1_234_567
    found.outcomes.update({"article": 1_000_001, "no article": 234_000, "failed: undecodable": 566})
    found.publications.update({"The Rather Long Named Newspaper of the Province": 654_321, "新華社" * 12: 123_456, "Dawn": 77_777})
    found.languages.update({"Danish or Malay or Norwegian": 345_678, "English": 456_789})
    found.warnings.update({"dateline-year-unknown": 98_765})
    for place, name in enumerate(("a-very-long-host-name-of-a-site.example.com", "新聞" * 20)):
        found.sites[name] = 500_000 + place
        found.found[name] = [500_000 - 7 * (place + n) ** 5 for n in range(len(summary.FOUND))]
    for place, key in enumerate(found.confidence):
        found.confidence[key] = [(place + n) ** 4 for n in range(summary.BINS)]
        found.sure[key] = sum(found.confidence[key]) * (place + 2) // 11
    found.days.update({f"{2019 + month // 12}-{month % 12 + 1:02}-03": 1_000 + month for month in range(60)})
    done = subprocess.run(
        [sys.executable, "-c", "import pickle, sys\nfrom dumpparse import run, summary\n"
         "summary.summarise = lambda *_: pickle.load(sys.stdin.buffer)\nrun.report('x', None, 0, 'never')"],
        input=pickle.dumps(found), capture_output=True, check=True, env={**os.environ, "COLUMNS": str(width)},
    )  # fmt: skip
    out = done.stdout.decode()
    assert max(map(cell_len, out.splitlines())) <= max(width, 40)
    shown = [word for line in out.splitlines() for word in line.split()]
    numbers = [*found.outcomes.values(), *found.publications.values(), *found.languages.values(), *found.warnings.values(), *found.sites.values()]
    numbers += [*map(sum, found.confidence.values()), max(found.confidence["body"]), 1_059, found.records]
    assert {f"{number:,}" for number in numbers} <= set(shown)
    shares = [share(one, found.sites[name]) for name, row in found.found.items() for one in row]
    shares += [share(found.sure[key], sum(found.confidence[key])) for key in found.sure]
    assert Counter(shares) - Counter(shown) == Counter()
    for name in (*summary.FOUND, *found.confidence, "2019-01", "2023-12", "English", "article"):
        assert name in shown
    assert "█" in out
    blocks = [line.split("│", 1)[1] for line in out.split("Articles by month")[1].splitlines() if "│" in line]
    assert sum(map(len, blocks[::6])) == 60  # a column each


def test_colour_only_where_it_is_wanted(tmp_path):
    write(tmp_path / "out.jsonl", record(confidence={"body": 0.5}))
    assert b"\x1b[36m" in report(tmp_path, "--color", "always", "out.jsonl").stdout
    assert b"\x1b" not in report(tmp_path, "--color", "never", "out.jsonl").stdout


def test_records_cannot_steer_the_terminal(tmp_path):
    bad = "\x1b]0;owned\x07\x1b[2J\r\n\u202e"
    write(tmp_path / "out.jsonl", record(path=f"a{bad}", url=f"http://a{bad}.example", headline=bad, publication=bad, confidence={"headline": 0.1}))
    out = report(tmp_path, "out.jsonl").stdout.decode()
    assert not {"\x1b", "\x07", "\r", "\u202e"} & set(out)


def test_standard_input_and_a_pipe_that_ends(shell, tmp_path):
    write(tmp_path / "out.jsonl", record())
    assert b"1 record, by outcome" in shell("dumpparse report - < out.jsonl").stdout
    done = shell("dumpparse report out.jsonl | true; echo ${PIPESTATUS[0]}")
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_shares_never_round_to_none_or_all():
    assert [share(*pair) for pair in ((0, 10), (1, 10_000), (50, 10_000), (1, 2), (9_999, 10_000), (10, 10), (0, 0))] == [
        "0%", "0.1%", "0.5%", "50%", "99.9%", "100%", "0%",
    ]  # fmt: skip


def test_the_top_and_the_rest():
    counts = {f"n{number:02}": 100 - number for number in range(20)}
    assert top(counts)[:2] == [("n00", 100), ("n01", 99)]
    assert top(counts)[-1] == ("5 others", sum(range(81, 86)))
    assert top({"a": 1}, 4) == [("a", 1), ("0 or more others", 4)]


# What goes wrong


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", b"out.jsonl: no records in it: give a file that `dumpparse extract"),
        (b"\n\n", b"out.jsonl: no records in it"),
        (b'{"a": 1}\n', b"out.jsonl: line 1 is no record of dumpparse (its schema is 'None', not 'dumpparse/1')"),
        (b'[1]\n', b"line 1 is no record of dumpparse (not an object)"),
        (json.dumps(record()).encode() + b'\n{"schema": "dumpp', b"out.jsonl: line 2 is no JSON"),
        (json.dumps(record(), indent=2).encode(), b"out.jsonl: line 1 is no JSON"),
        (b"\xff\xfe\x00", b"out.jsonl: line 1 is no JSON"),
        (json.dumps(record(confidence={"body": 7})).encode(), b"its confidence is not from 0 to 1"),
        (json.dumps(record(published="soon")).encode(), b"its published is no date"),
        (json.dumps(record(warnings=[1])).encode(), b"its lists hold what is no string"),
        (json.dumps(record(headline=3)).encode(), b"its headline is of another type"),
        (json.dumps(record(dateline={"places": []})).encode(), b"its dateline has no text"),
        (json.dumps(record(error={})).encode().replace(b'"error": {}', b'"error": {"message": "x"}'), b"its error has no code"),
        (json.dumps({key: value for key, value in record().items() if key != "body"}).encode(), b"(without body): give a file of extract, without --fields"),
        (gzip.compress(json.dumps(record()).encode())[:-12], b"out.jsonl: the gzip data ends too early"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_records(tmp_path, data, says):
    (tmp_path / "out.jsonl").write_bytes(data)
    for more in ([], ["--html", "report.html"]):
        done = report(tmp_path, *more, "out.jsonl")
        assert done.returncode == 1
        assert done.stdout == b""
        assert says in done.stderr
        assert b"Traceback" not in done.stderr
        assert done.stderr.count(b"\n") == 1
    assert not (tmp_path / "report.html").exists()


def test_a_file_that_is_not_there_and_a_page_that_cannot_be_written(tmp_path):
    write(tmp_path / "out.jsonl", record())
    (tmp_path / "folder").mkdir()
    for arguments, code, says in (
        (["none.jsonl"], 1, b"none.jsonl: no such file"),
        (["folder"], 1, b"folder: a directory: name the file"),
        (["--html", "none/report.html", "out.jsonl"], 1, b"none/report.html cannot be written: No such file or directory"),
        (["--html", "folder", "out.jsonl"], 1, b"folder cannot be written: Is a directory"),
        (["--html", "./out.jsonl", "out.jsonl"], 2, b"the output ./out.jsonl is also the input"),
        (["--html", "", "out.jsonl"], 2, b"--html is empty"),
        ([], 2, b"Missing argument 'OUT.jsonl'"),
    ):
        done = report(tmp_path, *arguments)
        assert (done.returncode, done.stdout) == (code, b""), arguments
        assert says in done.stderr
    assert summary.wrong_with(json.loads((tmp_path / "out.jsonl").read_text())) is None


def test_extract_imports_nothing_of_this(tmp_path):
    (tmp_path / "a.txt").write_text("LAHORE: It rained all night.\n")
    command = [sys.executable, "-X", "importtime", "-m", "dumpparse", "extract", "a.txt"]
    loaded = {
        line.rpartition("|")[2].strip()
        for line in subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stderr.decode().splitlines()
    }
    mine = ("summary", "report", "languages", "html", "arrow", "integrations", "columns", "explain")
    assert not {name for name in loaded if name.removeprefix("dumpparse.").partition(".")[0] in mine}
    assert not {"rich", "html", "pyarrow", "ray", "pyspark", "datatrove", "urllib.parse"} & loaded
