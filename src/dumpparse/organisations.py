"""Names that are nobody's: of offices, bodies, firms, newsrooms and papers, though two words with capitals look like a person's."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .regexes import regex
from .rules import is_given_name, table

_STAFF = "staff"
_POSSESSIVE = ("’s", "'s")
_FILES = "(?:jpe?g|png|gif|webp|svg|avif|html?|php|aspx?|pdf|txt)"
_TIMES, _FORM = 5, 24  # places at which a name is looked for with a firm's legal form, and code points of that


class _Words(NamedTuple):
    """The words of rules/names.toml: what the name of an office or a paper begins with, and what its first word begins and ends with; last words
    of firms and bodies, of papers, and of papers that may be surnames too."""

    bodies: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    firms: frozenset[str]
    papers: frozenset[str]
    publications: frozenset[str]


@cache
def _words() -> _Words:
    words = {key: table("names")[key].split() for key in ("bodies", "office_begins", "office_ends", "firms", "papers_in_latin", "publications")}
    return _Words(
        frozenset(words["bodies"]), tuple(words["office_begins"]), tuple(words["office_ends"]), frozenset(words["firms"]),
        frozenset(words["papers_in_latin"]), frozenset(words["publications"]),
    )  # fmt: skip


def is_one(name: str) -> bool:
    """Whether a name is an office's, a button or a paper's: "Polizei Mittelhessen", "Washington Post", "Jane Doe's Weblog"."""
    words, first, last = _words(), name.partition(" ")[0].lower(), name.rpartition(" ")[2].lower()
    if first in words.bodies or name.lower() in words.papers or is_body(name):
        return True
    named = last != first and not words.publications.isdisjoint(last.split("-"))
    return named and (not is_given_name(first) or any(word.endswith(_POSSESSIVE) for word in name.split()[:-1]))


def is_body(name: str) -> bool:
    """Whether a name is an office's, a firm's or a newsroom's by its first or last word: "Bundespolizeidirektion Kassel", "Valley Dairy Council"."""
    words, first, last = _words(), name.partition(" ")[0].lower(), name.rpartition(" ")[2]
    if " " not in name or is_given_name(first):
        return False
    return first.startswith(words.begins) or first.endswith(words.ends) or _bare(last) in words.firms or last.lower() == _STAFF


def is_firms(name: str, text: str, legal: str) -> bool:
    """Whether a name that no given name opens is a firm's: its legal form, by a pattern, stands behind it in a text: "Acme Werke AG"."""
    at = text.find(name) if " " in name and not is_given_name(name.partition(" ")[0]) else -1
    for _ in range(_TIMES):
        if at < 0:
            return False
        behind = text[at + len(name) : at + len(name) + _FORM]
        form, _, rest = behind.partition("\n")[0].lstrip(", ").partition(" ")
        if behind[:1] in (" ", ",") and form[:1].isupper() and not rest[:1].islower() and regex(legal).fullmatch(f" {form.rstrip(',.;:)')}"):
            return True
        at = text.find(name, at + 1)
    return False


def names_a_site(name: str, text: str) -> bool:
    """Whether a name of several words that no given name opens is a site's in a text: "Daily Globe", dailyglobe.com, www.daily-globe.com.

    Names of files, of writers' pages and at other sites, and addresses of mail are none.
    """
    first, *rest = name.lower().split()
    if not rest or "." in name or is_given_name(first):
        return False
    folded = text.lower()
    hosts = [f"{joint.join((first, *rest))}." for joint in ("", "-")]
    found = [host for host in hosts if host in folded]  # few are, and compiling a pattern takes long
    return any(re.search(rf"(?m)(?:^|[\s(<]|//)(?:www\.)?{re.escape(host)}(?!{_FILES}\b)[a-z]{{2,8}}(?![\w.@-])", folded) for host in found)


def are_named(found: Sequence[str], sign: str, behind: Sequence[str]) -> bool:
    """Whether the words of a byline's part name none but a body, a firm or a newsroom: by the last of them, the word that parts them from what
    is `behind`, or the first of that: "WXYZ Staff", "Acme Battery, Inc."."""
    if len(found) == 1:
        return (sign.lower() == _STAFF and not behind) or _bare(found[0]) in _words().firms
    if is_given_name(found[0]):
        return False
    return _bare(found[-1]) in _words().firms or bool(behind and _bare(behind[0]) in _words().firms)


def is_papers(word: str) -> bool:
    """Whether a word ends the names of papers and no surnames, in lower case."""
    return word in _words().papers


def _bare(word: str) -> str:
    return word.strip(" .").lower()
