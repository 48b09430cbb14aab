"""Load the words, patterns, weights and publishers' knowledge that the program runs on.

All of it is data: rules/*.toml for news pages in general, publishers/*.toml for one site each, on top. A `Profile` is one
merged set. Publishers are found by what the dump shows; of each file only the keys above its first table are read until then.
"""

import os
import re
import tomllib
from functools import cache

_HERE = os.path.dirname(__file__)


def read(name: str) -> str:
    """The text of a data file of the package, named relative to it. Goes through the loader, so a zipped package works too."""
    return __loader__.get_data(os.path.join(_HERE, name)).decode("utf-8")  # type: ignore[name-defined]


@cache
def months_elsewhere() -> dict[str, int]:
    """Month names of the languages other than English, in lower case, and their numbers."""
    languages = tomllib.loads(read("rules/months.toml"))
    return {form: number for months in languages.values() for number, forms in enumerate(months, 1) for form in forms.split("|")}


@cache
def places() -> frozenset[str]:
    """Names of cities that head datelines, in capitals."""
    return frozenset(line for line in read("rules/places.txt").split("\n") if line and line[0] != "#")


class Pattern:
    """A regular expression that is compiled when a line first holds what it needs."""

    __slots__ = ("_match", "cue", "longest", "needs", "source")

    def __init__(self, cue: str, needs: str, match: str, longest: int = 200):
        self.cue, self.needs, self.source, self.longest = cue, needs, match, longest
        self._match = None

    def match(self, text: str):
        """Match at the beginning of `text`."""
        if self._match is None:
            self._match = re.compile(self.source).match
        return self._match(text)


class Profile:
    """The rules in force for one dump: the generic ones and, where the dump shows its publisher, that one's on top.

    `phrases` maps a whole line (folded) to its cues; `patterns` are tried in order; `weights` maps a cue to what it speaks
    for; `desks` and `agencies` are bylines that name no person; `sites` maps a line that names the site to its publication;
    `prefix` matches what a crawler put in front of the first line.
    """

    def __init__(self, tables: list[dict], weights: dict, dates: dict):
        self.phrases: dict[str, tuple[str, ...]] = {}
        self.patterns: list[Pattern] = []
        self.weights: dict[str, dict[str, float]] = dict(weights)
        self.dates: dict = dates
        self.sites: dict[str, str] = {}
        self.prefix = re.compile(tables[0]["prefix"])
        for table in tables:
            for cue, lines in table.get("phrases", {}).items():
                for line in lines:
                    self.phrases[line] = (*self.phrases.get(line, ()), cue)
            # A publisher's own patterns know more, so they come first.
            self.patterns[:0] = [Pattern(**entry) for entry in table.get("pattern", ())]
            self.weights.update(table.get("weights", {}))
            self.sites.update({line: table["name"] for line in table.get("sites", ())})
        self.desks = frozenset(line for line, cues in self.phrases.items() if "desk" in cues)
        self.agencies = frozenset(line for line, cues in self.phrases.items() if "agency" in cues)


@cache
def _generic() -> dict:
    return tomllib.loads(read("rules/generic.toml"))


@cache
def _weights() -> dict:
    return tomllib.loads(read("rules/weights.toml"))


@cache
def _dates() -> dict:
    return tomllib.loads(read("rules/dates.toml"))


@cache
def topology() -> dict:
    """States, their labels, and which may follow which: rules/labels.toml."""
    return tomllib.loads(read("rules/labels.toml"))


@cache
def profile(publisher: str | None = None) -> Profile:
    """The generic profile, or that of a publisher by the name of its file."""
    tables = [_generic()]
    if publisher:
        tables.append(tomllib.loads(read(f"publishers/{publisher}.toml")))
    return Profile(tables, _weights(), _dates())


@cache
def publishers() -> dict[str, dict]:
    """What tells each publisher, by file name: the keys above its first table (`name`, `lines`, `text`, `sites`)."""
    folder = os.path.join(_HERE, "publishers")
    names = sorted(name.removesuffix(".toml") for name in os.listdir(folder) if name.endswith(".toml"))
    return {name: tomllib.loads(read(f"publishers/{name}.toml").partition("\n[")[0]) for name in names}
