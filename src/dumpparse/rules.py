"""Read the data that the program runs on: what people edit in rules/*.toml and publishers/*.toml, and what was learned (rules/*.json).

Both are read as tools/compile_rules.py wrote them to compiled/, each file once, when first needed.
"""

import marshal
import os
from functools import cache
from typing import Any, NamedTuple

_HERE = os.path.dirname(__file__)
Table = dict[str, Any]


def _read(*name: str) -> bytes:
    # Through the loader, so that a zipped package works too; importlib.resources costs more than reading all the rules.
    return __loader__.get_data(os.path.join(_HERE, *name))  # type: ignore[name-defined]


@cache
def _compiled(name: str) -> Table:
    return marshal.loads(_read("compiled", f"{name}.marshal"))


def table(name: str) -> Table:
    """A file of rules/, by its name: generic, weights, labels, dates."""
    return _compiled("rules")[name]


def phrases(lines: str | list[str]) -> list[str]:
    """The phrases of one cue: a list, or one text with a bar or a new line between them, which is faster to read and easier to edit."""
    return lines.strip().replace("\n", "|").split("|") if isinstance(lines, str) else lines


@cache
def months_elsewhere() -> dict[str, int]:
    """Month names of the languages other than English, in lower case, and their numbers."""
    return {form: number for months in table("months").values() for number, forms in enumerate(months, 1) for form in forms.split("|")}


@cache
def places() -> frozenset[str]:
    """Names of cities that head datelines, in capitals; a Turkish I has no dot."""
    lines = _read("rules", "places.txt").decode("utf-8").replace("İ", "I").split("\n")
    return frozenset([line for line in lines if line and line[0] != "#"])


BEGINS = 2  # letters by which given names are found
_LATIN = "\u024f"  # the last letter with which a name in the Latin file may begin


@cache
def _given_names(elsewhere: bool) -> dict[str, str]:
    """Given names in Latin letters, or in others, in lower case, each between ends of lines, by what they begin with.

    Two files, since most pages ask for one, and no set of their names, which takes longer to make than a page's are looked up.
    """
    return _compiled("given_names_elsewhere" if elsewhere else "given_names")


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, in any script, or one and another joined by a hyphen ("Anne-Kathrin")."""
    name = word.lower().strip(".").partition("-")[0]
    return f"\n{name}\n" in _given_names(name[:1] > _LATIN).get(name[:BEGINS], "")


def publisher(name: str) -> Table:
    """All that is known of one publisher, by the name of its file."""
    return _compiled("publishers")[name]


class Signs(NamedTuple):
    """What tells the publishers, by the names of their files: lines (bare, and as items of a list), and pieces of text."""

    lines: dict[str, str]
    known: frozenset[str]  # those lines
    top: list[tuple[str, list[str]]]
    text: list[tuple[str, str, list[str]]]  # each with the paper's name, which its pieces hold


@cache
def signs() -> Signs:
    """The signs of all publishers."""
    heads = _compiled("signs")
    lines = {bullet + line: publisher for publisher, head in heads.items() for line in head["lines"] for bullet in ("", "* ", "+ ", "• ")}
    top = [(publisher, head["top"]) for publisher, head in heads.items() if head["top"]]
    text = [(publisher, head["name"], head["text"]) for publisher, head in heads.items() if head["text"]]
    return Signs(lines, frozenset(lines), top, text)


@cache
def core() -> Table:
    """What tools/train.py learned, rules/core.json, with its trees packed (trees.py)."""
    return _compiled("core")


def nodes() -> list[Any]:
    """The lines' trees of rules/core.json by their nodes: `explain` asks for them."""
    return _compiled("nodes")["trees"]


def lost_lines() -> Table:
    """What tools/lost_lines.py learned, rules/lost_lines.json, with its trees packed: few runs ask for it."""
    return _compiled("lost_lines")


def regexes(name: str) -> tuple[dict[str, int], memoryview]:
    """What one version of Python made of regular expressions, and where in it that of each source begins; nothing where no file is called so."""
    try:
        data = memoryview(_read("compiled", f"{name}.bin"))
    except OSError:
        return {}, memoryview(b"")
    begin = 4 + int.from_bytes(data[:4], "little")
    return marshal.loads(data[4:begin]), data[begin:]  # no copy of what is large


def record_schema() -> str:
    """The record's JSON Schema, as `dumpparse schema` prints it."""
    return _read("record.schema.json").decode("utf-8")
