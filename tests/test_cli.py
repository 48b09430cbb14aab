"""The command line through a real shell: what a user asked for in plain words, and what goes wrong in practice."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time

import jsonschema
import pytest

from dumpparse import __version__
from dumpparse.article import KEYS
from dumpparse.rules import record_schema

DUMP = "$FIXTURES/dawn/seed-shape.txt"


def records(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


# What was asked for


def test_extract_and_jq(shell):
    if not shutil.which("jq"):
        pytest.skip("needs jq")
    done = shell(f"dumpparse extract {DUMP} | jq -r .published")
    assert done.returncode == 0
    assert done.stdout.decode().strip().count("-") == 2
    assert done.stderr == b""


def test_loop_over_files(shell, tmp_path):
    done = shell(
        f"""mkdir out; cp {DUMP} one.txt; cp {DUMP} 'two words.txt'; printf 'a\\0b' > binary.txt
        for f in *.txt; do dumpparse extract "$f" -o "out/$f.json" 2> err || echo "$f"; done"""
    )
    assert done.stdout.decode().split() == ["binary.txt"]
    assert sorted(os.listdir(tmp_path / "out")) == ["binary.txt.json", "one.txt.json", "two words.txt.json"]
    assert json.loads((tmp_path / "out/binary.txt.json").read_bytes())["error"]["code"] == "binary"


def test_interrupt_stops_a_loop_and_leaves_nothing_behind(tmp_path):
    if not shutil.which("bash"):
        pytest.skip("needs bash")
    environment = {**os.environ, "PATH": f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}"}
    (tmp_path / "dump.txt").write_text("LAHORE: It rained all night, and the river rose by a metre.\n" * 200_000)
    (tmp_path / "out").mkdir()
    script = (
        'echo ready; for i in 1 2 3 4 5 6 7 8 9; do dumpparse extract dump.txt -o "out/$i.json"; echo "after $i" >> log; done; echo finished >> log'
    )
    # A terminal, so that Ctrl-C reaches the whole foreground group as it does for a user.
    leader, follower = pty.openpty()
    loop = subprocess.Popen(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=environment,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
        preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0),  # noqa: PLW1509
    )
    os.close(follower)
    os.read(leader, 5)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not any(name.startswith(".dumpparse") for name in os.listdir(tmp_path / "out")):
        time.sleep(0.02)
    os.write(leader, b"\x03")
    loop.wait(60)
    os.close(leader)
    assert os.listdir(tmp_path / "out") == []
    assert not (tmp_path / "log").exists()


def test_interrupt_ends_the_process_by_the_signal(tmp_path, shell):
    process = subprocess.Popen([sys.executable, "-m", "dumpparse", "extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(b"Half a page\n")
    process.stdin.flush()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:  # until it waits for the rest of its input
        with open(f"/proc/{process.pid}/status") as status:
            if "dumpparse.run" in open(f"/proc/{process.pid}/maps").read() or "S (sleeping)" in status.read():
                break
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert out == b""
    assert b"Traceback" not in err


@pytest.mark.parametrize("ignored", [False, True])
def test_interrupt_before_anything_is_there(tmp_path, ignored):
    (tmp_path / "click.py").write_text("import os, signal, sys\nos.kill(os.getpid(), signal.SIGINT)\nsys.exit(7)")
    command = [sys.executable, "-m", "dumpparse", "--help"]
    if ignored:
        command = ["bash", "-c", 'trap "" INT; exec "$@"', "bash", *command]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (7 if ignored else -signal.SIGINT, b"")


def test_a_broken_link_is_called_that_wherever_it_is_met(shell):
    done = shell("mkdir d; ln -s nowhere d/l.txt; dumpparse extract d d/l.txt")
    assert done.returncode == 1
    assert [record["error"] for record in records(done)] == [
        {"code": "not-found", "message": "d/l.txt: a link to a file that does not exist: mend or remove it"}
    ] * 2


def test_find_and_xargs(shell):
    done = shell(
        f"""mkdir -p a/b; cp {DUMP} a/1.txt; cp {DUMP} "a/b/2 'x'.txt"; find a -name '*.txt' -print0 | sort -z | xargs -0 dumpparse extract"""
    )
    assert done.returncode == 0
    assert [record["source"]["path"] for record in records(done)] == ["a/1.txt", "a/b/2 'x'.txt"]


def test_closed_pipe_is_quiet(shell):
    done = shell(f"cp {DUMP} a.txt; dumpparse extract $(yes a.txt | head -500) | head -1 | wc -l; echo ${{PIPESTATUS[@]}}")
    assert done.stdout.decode().split() == ["1", "0", "0", "0"]
    assert done.stderr == b""


def test_closed_pipe_of_explain_and_schema_is_quiet(shell):
    done = shell(f"dumpparse explain {DUMP} | true; dumpparse schema | true; dumpparse extract --help | true; echo done")
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["extract", "explain", "report", "schema"])
def test_help_ends_with_three_examples_that_work(shell, command):
    if not shutil.which("jq"):
        pytest.skip("needs jq")
    text = shell(f"dumpparse {command} --help").stdout.decode()
    examples = [line.strip() for line in text.partition("Examples:\n")[2].splitlines() if line.strip()]
    assert len(examples) == 3
    assert text.rstrip().endswith(examples[-1])
    for example in examples:
        done = shell(
            f"rm -rf dumps *.jsonl*; mkdir dumps; cp {DUMP} page.txt; cp {DUMP} dumps/a.txt; dumpparse extract -o articles.jsonl dumps; gzip -k articles.jsonl; {example}"
        )
        assert done.returncode == 0, (example, done.stderr)
        assert done.stdout or ">" in example or "--output-dir" in example or "--html" in example, example


def test_version_tells_the_schemas_too(shell):
    assert shell("dumpparse --version").stdout.decode() == f"dumpparse {__version__}, record schema dumpparse/1\n"


def test_completion(shell):
    assert "dumpparse" in shell("_DUMPPARSE_COMPLETE=bash_source dumpparse").stdout.decode()
    done = shell("COMP_WORDS='dumpparse extract --fields headline,auth' COMP_CWORD=3 _DUMPPARSE_COMPLETE=bash_complete dumpparse")
    assert done.stdout.decode().split() == ["plain,headline,authors", "plain,headline,author_note"]


def test_schema_is_valid_and_the_records_pass_it(shell):
    schema = json.loads(shell("dumpparse schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == json.loads(record_schema())
    assert tuple(schema["required"]) == KEYS
    done = shell(f"printf 'a\\0' > b.txt; dumpparse extract --spans {DUMP} b.txt missing.txt")
    for record in records(done):
        jsonschema.validate(record, schema)


# One object or several


def test_one_input_is_one_compact_line(shell):
    done = shell(f"dumpparse extract {DUMP}")
    assert done.stdout.count(b"\n") == 1
    assert tuple(records(done)[0]) == KEYS
    assert records(done)[0]["source"]["encoding"] == "utf-8"


def test_pretty_and_terminal_indent(shell, tmp_path):
    assert shell(f"dumpparse extract --pretty {DUMP}").stdout.count(b"\n") > 20
    if shutil.which("script"):
        done = shell(f"script -qec 'dumpparse extract {DUMP}' /dev/null < /dev/null")
        assert done.stdout.count(b"\n") > 20


def test_a_directory_is_json_lines_in_order_of_components(shell):
    done = shell(f"mkdir -p d/a d/b; for f in d/a.txt d/a/z.txt d/a-b.txt d/b/c.txt d/other.md; do cp {DUMP} $f; done; dumpparse extract --pretty d")
    assert [record["source"]["path"] for record in records(done)] == ["d/a/z.txt", "d/a-b.txt", "d/a.txt", "d/b/c.txt"]


def test_glob(shell):
    done = shell(f"mkdir d; cp {DUMP} d/a.md; cp {DUMP} d/b.txt; dumpparse extract --glob '*.md' d")
    assert [record["source"]["path"] for record in records(done)] == ["d/a.md"]


def test_a_directory_gives_files_of_many_dumps_too(shell):
    done = shell(
        f"""mkdir -p c/e; cp {DUMP} c/a.txt; gzip -c {DUMP} > c/b.TXT.gz; cp {DUMP} c/e/no.md; jq -cRs '{{text: .}}' {DUMP} | tee c/e/x.jsonl | gzip > c/x.JSONL.gz
        dumpparse extract c"""
    )
    assert done.returncode == 0, done.stderr
    found = records(done)
    assert [record["source"]["path"] for record in found] == ["c/a.txt", "c/b.TXT.gz", "c/e/x.jsonl", "c/x.JSONL.gz"]
    assert len({record["body"] for record in found}) == 1


def test_a_directory_without_a_file_to_read_is_told_of(shell, tmp_path):
    for option, what in (("", "*.txt, *.jsonl"), ("--glob '*.txt'", "*.txt: ")):
        done = shell(f"mkdir -p c; cp {DUMP} c/a.md; dumpparse extract {option} {DUMP} c -o e.jsonl")
        assert done.returncode == 1
        assert f"c: no file matches {what}" in done.stderr.decode()
        assert b"pass --glob" in done.stderr
        assert [(line["error"] or {}).get("code") for line in map(json.loads, open(tmp_path / "e.jsonl"))] == [None, "not-found"]


def test_a_text_that_is_compressed_and_cut_off(shell):
    done = shell(
        f"gzip -c {DUMP} > a.txt.gz; head -c 300 a.txt.gz > b.txt.gz; dumpparse extract a.txt.gz b.txt.gz; dumpparse explain a.txt.gz > /dev/null"
    )
    assert [(record["error"] or {}).get("code") for record in records(done)] == [None, "unreadable"]
    assert b"b.txt.gz: the gzip data ends too early" in done.stderr


def test_standard_input(shell):
    for arguments in ("", "-"):
        done = shell(f"dumpparse extract {arguments} < {DUMP}", stdin=None)
        assert records(done)[0]["source"] == {"path": None, "encoding": "utf-8"}


def test_fields_in_the_order_asked_for(shell):
    done = shell(f"dumpparse extract --fields published,headline,source {DUMP}")
    assert list(records(done)[0]) == ["published", "headline", "source"]


def test_output_is_utf8_and_not_escaped(shell):
    done = shell(
        "printf 'LAHORE: “Déjà vu,” he said, and 雨 fell all night on the old town by the river.\\n' | dumpparse extract", stdin=subprocess.PIPE
    )
    assert "“Déjà vu,” he said, and 雨 fell" in done.stdout.decode()


def test_names_that_are_not_utf8(shell):
    done = shell(f"cp {DUMP} $'caf\\xe9.txt'; dumpparse extract $'caf\\xe9.txt'")
    assert done.returncode == 0
    assert b'"path":"caf\\udce9.txt"' in done.stdout


# Encodings


@pytest.mark.parametrize(
    ("data", "encoding", "body"),
    [
        ("The river rose by a metre — “and a half.”".encode("utf-8-sig"), "utf-8", "The river rose by a metre — “and a half.”"),
        ("The river rose by a metre — “and a half.”".encode("utf-16"), "utf-16", "The river rose by a metre — “and a half.”"),
        ("The river rose by a metre — “and a half.”".encode("utf-32"), "utf-32", "The river rose by a metre — “and a half.”"),
        (b"The caf\xe9 by the river \x97 \x93closed all week\x94 \x81.", "cp1252", "The café by the river — “closed all week” \x81."),
    ],
)
def test_encodings(shell, tmp_path, data, encoding, body):
    (tmp_path / "a.txt").write_bytes(data)
    (record,) = records(shell("dumpparse extract a.txt"))
    assert record["source"]["encoding"] == encoding
    assert record["body"] == body
    assert ("decoded-as-cp1252" in record["warnings"]) == (encoding == "cp1252")


def test_the_encoding_that_is_asked_for(shell, tmp_path):
    (tmp_path / "a.txt").write_bytes("Дождь шёл всю ночь, и река поднялась на метр выше обычного.".encode("koi8-r"))
    assert records(shell("dumpparse extract -e koi8-r a.txt"))[0]["body"].startswith("Дождь")
    done = shell("dumpparse extract -e ascii a.txt")
    assert done.returncode == 1
    assert records(done)[0]["error"]["code"] == "undecodable"
    assert shell("dumpparse extract -e klingon a.txt").returncode == 2
    assert shell("dumpparse extract -e hex a.txt").returncode == 2


# Trouble


def test_bad_inputs_give_records_and_the_rest_goes_on(shell):
    done = shell(
        f"""mkdir -p d/sub; cp {DUMP} d/a.txt; cp {DUMP} d/z.txt; ln -s nowhere d/broken.txt; ln -s self.txt d/self.txt; ln -s .. d/sub/loop
        printf 'a\\0b' > d/binary.txt; mkfifo d/pipe.txt; : > d/empty.txt
        dumpparse extract d missing.txt"""
    )
    assert done.returncode == 1
    codes = {record["source"]["path"]: (record["error"] or {}).get("code") for record in records(done)}
    assert codes == {
        "d/a.txt": None, "d/binary.txt": "binary", "d/broken.txt": "not-found", "d/empty.txt": None, "d/pipe.txt": "unreadable",
        "d/self.txt": "loop", "d/sub/loop": "loop", "d/z.txt": None, "missing.txt": "not-found",
    }  # fmt: skip
    told = done.stderr.decode()
    for path, code in codes.items():
        assert (path in told) == bool(code), path
    assert "3 read, 6 failed" in told


def test_what_begins_as_no_text_is_refused_before_its_end(shell):
    done = shell("ulimit -v 4000000; timeout 20 dumpparse extract - < /dev/zero")
    assert done.returncode == 1
    assert records(done)[0]["error"]["code"] == "binary"


def test_unreadable(shell):
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    done = shell(f"cp {DUMP} a.txt; chmod 0 a.txt; dumpparse extract a.txt")
    assert done.returncode == 1
    assert records(done)[0]["error"]["code"] == "unreadable"


def test_empty_input_is_no_error(shell):
    done = shell(": | dumpparse extract", stdin=None)
    assert done.returncode == 0
    (record,) = records(done)
    assert record["body"] is None
    assert record["warnings"] == ["no-body"]
    assert record["error"] is None


def test_quiet_and_verbose(shell):
    assert shell("dumpparse extract -q missing.txt").stderr == b""
    assert b"read" in shell(f"dumpparse extract -v {DUMP}").stderr


def test_fail_fast(shell):
    done = shell(f"dumpparse extract --fail-fast {DUMP} missing.txt {DUMP}")
    assert done.returncode == 1
    assert len(records(done)) == 2


def test_require(shell):
    done = shell(f"dumpparse extract --require published --require byline {DUMP}")
    assert done.returncode == 1
    assert records(done)[0]["published"]
    assert b"byline" in done.stderr
    assert b"published" not in done.stderr
    assert shell(f"dumpparse extract --require published {DUMP}").returncode == 0
    assert shell(f"dumpparse extract --require captions {DUMP}").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        "--fields nonsense a.txt",
        "--require nonsense a.txt",
        "-o x --output-dir y a.txt",
        "--fields blocks a.txt",
        "- -",
        "--color sometimes a.txt",
        "--nonsense",
        "--output-dir out -",
    ],
)
def test_usage_errors(shell, arguments):
    done = shell(f"cp {DUMP} a.txt; dumpparse extract {arguments}")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr


# Output to files


def test_output_file(shell, tmp_path):
    done = shell(f"umask 027; dumpparse extract -o out.json {DUMP}; ls -l out.json")
    assert done.stdout.startswith(b"-rw-r-----")
    assert json.loads((tmp_path / "out.json").read_bytes())["schema"] == "dumpparse/1"
    assert os.listdir(tmp_path) == ["out.json"]


def test_output_file_keeps_mode_and_link(shell, tmp_path):
    done = shell(
        f"echo old > real.json; chmod 600 real.json; ln -s real.json link.json; dumpparse extract -o link.json {DUMP}; stat -c %a real.json; readlink link.json"
    )
    assert done.stdout.split() == [b"600", b"real.json"]
    assert json.loads((tmp_path / "real.json").read_bytes())


def test_output_to_a_device_writes_to_it(shell):
    done = shell(f"dumpparse extract -o /dev/stdout {DUMP} | cat; test -c /dev/null && dumpparse extract -o /dev/null {DUMP} && test -c /dev/null")
    assert done.returncode == 0
    assert records(done)


def test_output_dir_mirrors_the_input(shell, tmp_path):
    done = shell(
        f"mkdir -p in/a/b; cp {DUMP} in/a/b/1.txt; cp {DUMP} in/2.txt; cp {DUMP} 3.txt; ln -s nowhere in/broken.txt; dumpparse extract in 3.txt --output-dir out"
    )
    assert done.returncode == 1
    assert done.stdout == b""
    found = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json"))
    assert found == ["2.txt.json", "3.txt.json", "a/b/1.txt.json", "broken.txt.json"]
    assert json.loads((tmp_path / "out/broken.txt.json").read_bytes())["error"]["code"] == "not-found"


def test_two_files_of_one_name_are_refused_before_anything_is_written(shell, tmp_path):
    done = shell(f"mkdir a b; cp {DUMP} a/1.txt; cp {DUMP} b/1.txt; dumpparse extract a/1.txt b/1.txt --output-dir out")
    assert done.returncode == 2
    assert b"a/1.txt and b/1.txt" in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_output_that_is_an_input_is_refused(shell, tmp_path):
    done = shell(
        f"cp {DUMP} a.txt; ln -s a.txt b.txt; dumpparse extract a.txt -o b.txt; echo $?; mkdir d; cp {DUMP} d/x.json; cp {DUMP} d/x; dumpparse extract --glob '*' d --output-dir d; echo $?; cmp a.txt {DUMP} && cmp d/x.json {DUMP}"
    )
    assert done.stdout.split() == [b"2", b"2"]
    assert done.returncode == 0


def test_a_full_disk(shell):
    if not os.path.exists("/dev/full"):
        pytest.skip("needs /dev/full")
    done = shell(f"dumpparse extract {DUMP} > /dev/full")
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
    assert shell(f"dumpparse explain {DUMP} > /dev/full").returncode == 1


def test_an_output_directory_that_cannot_be_written(shell):
    done = shell(
        f": > file; dumpparse extract {DUMP} --output-dir file/out; echo $?; dumpparse extract {DUMP} -o file/x.json; echo $?; dumpparse extract {DUMP} -o none/x.json; echo $?; ls -A"
    )
    assert done.stdout.split() == [b"1", b"1", b"1", b"file"]
    assert b"Traceback" not in done.stderr


def test_a_read_only_output_directory(shell):
    if os.geteuid() == 0:
        pytest.skip("root writes everywhere")
    done = shell(f"mkdir out; chmod 555 out; dumpparse extract {DUMP} --output-dir out")
    assert done.returncode == 1
    assert b"Permission denied" in done.stderr


def test_nothing_imports_what_it_does_not_need(shell):
    done = shell(
        f"python -X importtime -m dumpparse extract {DUMP} 2>&1 >/dev/null | grep -cE 'rich|dateutil|importlib.resources|dumpparse.explain|dumpparse.evidence|dumpparse.(forest|measures|page_traits|candidates)'"
    )
    assert done.stdout.strip() == b"0"
    done = shell("python -X importtime -m dumpparse --version 2>&1 | grep -cE 'dumpparse.(cues|labels|extraction|run)'")
    assert done.stdout.strip() == b"0"


@pytest.mark.parametrize("folder", [".", "./", "out/", "a/..", "$PWD/out"])
def test_any_way_to_write_a_directory(shell, tmp_path, folder):
    done = shell(f"mkdir a; cp {DUMP} x.txt; dumpparse extract x.txt --output-dir {folder}")
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.rglob("x.txt.json"))) == 1


def test_a_record_and_a_directory_of_one_name_are_refused(shell, tmp_path):
    done = shell(f"mkdir -p d/a.txt.json; cp {DUMP} d/a.txt; cp {DUMP} d/a.txt.json/b.txt; dumpparse extract d --output-dir o")
    assert done.returncode == 2
    assert not (tmp_path / "o").exists()


def test_a_file_is_no_output_directory(shell):
    done = shell("mkdir d; touch d/a.txt out; dumpparse extract --output-dir out d")
    assert done.returncode == 2
    assert b"out is a file: did you mean -o?" in done.stderr


def test_names_that_are_no_files(shell):
    done = shell("dumpparse extract ''")
    assert done.returncode == 1
    assert b"'': an empty name: an unset variable?" in done.stderr
    done = shell("mkdir d; dumpparse report d")
    assert done.returncode == 1
    assert b"d: a directory: name the file" in done.stderr


def test_an_empty_output_name_is_a_usage_error(shell):
    for option in ("-o", "--output-dir"):
        assert shell(f'dumpparse extract {option} "$UNSET" {DUMP}').returncode == 2


def test_an_output_that_is_a_missing_input_is_refused(shell, tmp_path):
    assert shell("dumpparse extract new.txt -o new.txt").returncode == 2
    assert not (tmp_path / "new.txt").exists()


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_an_encoding_that_decodes_nothing(shell, command):
    done = shell(f"dumpparse {command} -e undefined {DUMP}")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_output_is_utf8_whatever_the_locale(shell):
    for command in ("schema", f"explain {DUMP}", f"explain --color always {DUMP}", f"extract {DUMP}"):
        done = shell(f"PYTHONIOENCODING=ascii dumpparse {command}")
        assert done.returncode == 0, done.stderr
        assert done.stdout.decode()


def test_closed_streams(shell):
    for command in (f"extract {DUMP} >&-", f"explain {DUMP} >&-", "schema >&-", "extract <&-"):
        done = shell(f"dumpparse {command}")
        assert done.returncode == 1, command
        assert b"Traceback" not in done.stderr
        assert done.stderr


def test_explain_json_of_the_body(shell):
    shown = json.loads(shell(f"dumpparse explain --json --field body {DUMP}").stdout)
    assert shown["body"]["value"] == records(shell(f"dumpparse extract {DUMP}"))[0]["body"]


def test_a_named_input_that_cannot_be_read_is_a_record_and_the_rest_goes_on(shell):
    if not shutil.which("setpriv") or os.geteuid():
        pytest.skip("needs setpriv(1) and root, who else reads everything")
    drop = "setpriv --inh-caps=-all --bounding-set=-all --ambient-caps=-all"
    done = shell(f"cp {DUMP} a.txt; cp {DUMP} s.txt; chmod 0 s.txt; {drop} dumpparse extract s.txt a.txt")
    assert done.returncode == 1
    assert [(record["error"] or {}).get("code") for record in records(done)] == ["unreadable", None]


def test_progress_only_on_a_terminal(shell):
    if not shutil.which("script"):
        pytest.skip("needs script(1)")
    command = f"dumpparse extract {DUMP} missing.txt {DUMP} > out"
    shown = shell(f"script -qec '{command}' /dev/null < /dev/null").stdout
    assert b"1 read, 0 failed" in shown
    assert shown.rstrip().endswith(b"2 read, 1 failed")
    assert b"1 read, 0 failed" not in shell(command).stderr
    assert b"read," not in shell(f"script -qec 'dumpparse extract -q {DUMP} missing.txt > out' /dev/null < /dev/null").stdout
