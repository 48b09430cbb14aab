"""The shared gold: exact on the founding example, and no score below its recorded floor (benchmarks/floors.toml)."""

import json
import subprocess
import sys

import dumpparse
from conftest import ROOT


def test_founding_example(shared):
    record = dumpparse.extract((shared / "corpus" / "seed.txt").read_text(encoding="utf-8")).to_dict()
    expected = json.loads((shared / "corpus" / "seed.json").read_text(encoding="utf-8"))
    assert {key: value for key, value in record.items() if key not in ("source", "confidence")} == expected


def test_founding_format_keeps_its_floor(shared):
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "scores.py", "--shared", shared, "dawn"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
