"""From text to Article: lines, cues, labels, fields, in that order and one way."""

from collections.abc import Iterable

from .article import Article, Source
from .cues import Look, compare, look
from .dates import Dates
from .fields import read_fields
from .labels import Scores, best_path
from .lines import Dump
from .page import Page
from .rules import Profile, profile, publishers


def extract(text: str, source: Source | None = None, warnings: Iterable[str] = ()) -> Article:
    """Read the article in the plain text of one page.

    `text` is any string at all; `source` and `warnings` (from decoding it) are passed on to the record. Pure: it reads no
    files but the program's own data, no clock, and keeps nothing between calls. Never raises on a string.
    """
    page = judge(text)
    values, fields, found = read_fields(page)
    return Article(**values, warnings=[*warnings, *found], source=source or Source(), fields=fields, page=page)


def judge(text: str) -> Page:
    """Label every line of `text`."""
    dump = Dump(text)
    rules = choose(dump)
    dates = Dates(rules.dates)
    if dump.texts and (prefix := rules.prefix.match(dump.texts[0])):
        dump.texts[0] = dump.texts[0][prefix.end() :]
    seen: dict[str, Look] = {}
    looks = []
    for line in dump.texts:
        known = seen.get(line)
        if known is None:
            known = look(line, rules, dates)
            if len(line) < 100:
                seen[line] = known
        looks.append(known)
    compare(dump.texts, looks)
    scores = Scores(rules.weights)
    path = best_path([one.cues for one in looks], scores)
    return Page(dump, rules, dates, looks, scores, path, [])


def choose(dump: Dump) -> Profile:
    """The profile of the publisher that the dump shows most signs of, or the generic one.

    A sign is a whole line (`lines`) or a piece of text (`text`) that the publisher's file lists.
    """
    best, most = None, 0
    lines = None
    for name, known in publishers().items():
        if lines is None:
            lines = frozenset(dump.texts)
        signs = len(lines.intersection(known["lines"])) + sum(piece in dump.source for piece in known["text"])
        if signs > most:
            best, most = name, signs
    return profile(best)
