"""Every command of the README gives what the README shows. The two that install are run by .ci/run."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    (command, "".join(f"{line}\n" for line in output))
    for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)
    for command, *output in (part.splitlines() for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part)
]


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=[command[:60] for command, _ in COMMANDS])
def test_command(shell, command, output):
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("needs jq")
    done = shell(f"{command} 2>&1" if "2>" not in command else command, cwd=ROOT)
    # Standard error and standard output of a pipeline come in any order.
    assert sorted(done.stdout.decode().splitlines()) == sorted(output.splitlines())


def test_there_are_commands():
    assert len(COMMANDS) >= 12


def test_python_example():
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    expected = [line.rpartition("  # ")[2] for line in code.splitlines() if line.startswith("print(")]
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.stdout.splitlines() == expected


def test_two_commands_set_up_and_run():
    first, tests = (re.search(rf"## {heading}\n.*?```sh\n(.*?)\n```", TEXT, re.DOTALL)[1] for heading in ("Try it", "Run the tests"))
    assert "dumpparse extract fixtures/" in first
    assert "pytest" in tests
    assert "\n" not in first + tests


def test_names_every_key_option_and_warning(shell):
    from dumpparse.article import KEYS

    for key in KEYS:
        assert f"`{key}`" in TEXT or f'"{key}"' in TEXT, key
    for warning in re.findall(
        r'"([a-z0-9-]+)"', re.search(r'"warnings".*?"enum": \[(.*?)\]', shell("dumpparse schema").stdout.decode(), re.DOTALL)[1]
    ):
        assert f"`{warning}`" in TEXT, warning


def test_links_lead_somewhere():
    for link in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (ROOT / link).exists(), link
