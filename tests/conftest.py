"""Helpers of the tests: the fixtures, a real shell, and the shared gold where it is at hand."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys

import pytest
from hypothesis import settings

# In the background of a script Ctrl-C is ignored, and so it would be by all that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A first example pays for compiling patterns; no test here is a timed one. In CI the examples are the same each time.
settings.register_profile("dumpparse", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("dumpparse")

ROOT = pathlib.Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = pathlib.Path(os.environ.get("DUMPPARSE_SHARED", ROOT.parent / "shared"))


def pytest_addoption(parser):
    parser.addoption("--update-goldens", action="store_true", help="write what is extracted now into fixtures/; a person reads the diff")


@pytest.fixture
def shared():
    """The folder of shared gold; a test that needs it skips where it is absent."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"needs the shared gold, which is not at {SHARED}: set DUMPPARSE_SHARED to its folder")
    return SHARED


@pytest.fixture
def shell(tmp_path):
    """Run a script in bash with pipefail, in an empty directory, with this environment's dumpparse first on PATH."""
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("needs bash")

    def run(script, **options):
        environment = {
            **os.environ,
            "PATH": f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "FIXTURES": str(FIXTURES),
            "PYTHONUTF8": "1",
            **options.pop("env", {}),
        }
        environment.pop("NO_COLOR", None) if "NO_COLOR" not in options else None
        return subprocess.run(
            [bash, "-c", "set -o pipefail\n" + script],
            cwd=options.pop("cwd", tmp_path),
            env=environment,
            capture_output=True,
            timeout=300,
            check=False,
            **{"stdin": subprocess.DEVNULL, **options},
        )

    return run
