"""From text to Article: lines, cues, labels, fields, in that order and one way."""

from collections.abc import Iterable

from .article import Article, Source
from .cues import Look, look
from .fields import read_fields
from .labels import best_path
from .lines import Dump
from .neighbours import LONGEST_TITLE, compare
from .page import Page
from .profile import choose
from .reflow import continuations


def extract(text: str, source: Source | None = None, warnings: Iterable[str] = ()) -> Article:
    """Read the article in the plain text of one page.

    `text` is any string at all; `source` and `warnings` (from decoding it) are passed on to the record. Pure: it reads no
    files but the program's own data, no clock, and keeps nothing of a text between calls. Never raises on a string.
    """
    page = judge(text)
    values, fields, found = read_fields(page)
    return Article(**values, warnings=[*warnings, *found], source=source or Source(), fields=fields, page=page)


def judge(text: str) -> Page:
    """Label every line of `text`."""
    dump = Dump(text)
    rules = choose(dump)
    if dump.texts and (prefix := rules.prefix.match(dump.texts[0])):
        dump.texts[0] = dump.texts[0][prefix.end() :]
    if cut := continuations(dump, rules):
        dump.join(cut)
    seen: dict[str, Look] = {}
    repeated: set[str] = set()
    looks = []
    for line in dump.texts:
        known = seen.get(line)
        if known is None:
            known = look(line, rules)
            if len(line) <= LONGEST_TITLE:
                seen[line] = known
        else:
            repeated.add(line)
        looks.append(known)
    cues = compare(dump.texts, looks, repeated)
    return Page(dump, rules, looks, cues, best_path(cues, rules.weights))
