"""Regular expressions, as this Python compiled them before where tools/compile_rules.py wrote that down.

Compiling them took a quarter of what a run on one page takes; what `re` makes of them is read in a fiftieth of that time. It is
numbers for the engine of one version of Python, so there is a file for each version that was asked, and elsewhere they are compiled.
"""

import marshal
import re
import sys
from array import array
from functools import cache

from . import rules

try:
    import _sre  # type: ignore[import-not-found]
except ImportError:  # no CPython
    _sre = None

# Those asked for so far, by their sources.
made: dict[str, re.Pattern[str]] = {}


def regex(source: str) -> re.Pattern[str]:
    """`re.compile(source)`; flags stand in the source."""
    found = made.get(source)
    if found is None:
        places, ready = _ready()
        at = places.get(source)
        found = made[source] = re.compile(source) if at is None else _load(source, ready[at:])
    return found


def _load(source: str, ready: memoryview) -> re.Pattern[str]:
    """A pattern from its flags, code, number of groups and their names, and what follows these."""
    flags, code, groups, numbers = marshal.loads(ready)
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    return _sre.compile(source, flags, array("I", code).tolist(), groups, numbers, tuple(names))


def name() -> str:
    """What the file of this Python is called: what this one makes of a source, another of the same name makes of it."""
    return f"regexes-{sys.implementation.cache_tag}-{_sre.MAGIC}-{sys.byteorder}" if _sre else "regexes"


@cache
def _ready() -> tuple[dict[str, int], memoryview]:
    return rules.regexes(name())
