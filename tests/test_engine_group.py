"""tests/engines/ is asked for by name, and says what is missing: by skipping, or in CI by failing."""

import os
import re
import subprocess
import sys

import pytest

from conftest import ROOT


def run_pytest(*arguments, **environment):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_the_plain_command_leaves_it_out():
    assert "engines/" not in run_pytest("--collect-only").stdout
    assert "engines/test_engines.py" in run_pytest("--collect-only", "tests/engines").stdout


@pytest.mark.parametrize(("option", "outcome"), [([], "1 skipped"), (["--require-engines"], "1 error")])
def test_what_is_missing_skips_or_fails(tmp_path, option, outcome):
    done = run_pytest("tests/engines/test_browser.py", "-k", "tab_key", *option, PATH=str(tmp_path))
    assert outcome in done.stdout.splitlines()[-1]
    assert "needs " in done.stdout


def test_ci_installs_what_the_group_needs_and_requires_it():
    ci = (ROOT / ".ci" / "run").read_text()
    assert re.search(r"apt-get .*install .*default-jre-headless libmagic1 chromium chromium-driver", ci)
    assert "pytest -q tests/engines --require-engines" in ci
