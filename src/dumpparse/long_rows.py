"""Rows that hold more than a paragraph: `get_text()` without a separator runs menus, headline and text of a page without line ends together.

They are cut where nothing but a tag can have stood, in the middle of a word with two capitals or behind a full stop without white space
("SportLate frost", "last year.The"), and at wide gaps; what is longer still, as on a page that was put on one line, between sentences.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from . import rules
from .lines import LONG
from .regexes import regex

# Of a part that is cut between sentences; and the share of the page's text that is on a row which is cut so without any seams.
_WHOLE, _SHARE = 1200, 4
_PAGE = 300_000  # code points of a row that no page has
# Seams behind full stops that show that texts run together, at least, and code points a seam within words, at most, where there are fewer.
_SHOWN, _DENSE = 2, 40
_SEAMS, _APART, _FAR = 3, 160, 600  # seams of a shorter row that is several, at least, and code points a seam, at most
_SEAM = (
    r"(?<=[a-zß-öø-ÿ][.!?…])(?=[A-ZÀ-ÖØ-Þ“\"‘„«])(?![A-Z]\.)|(?<=[a-zß-öø-ÿ][.!?…][”\"’»])(?=[A-ZÀ-ÖØ-Þ“‘„«])"
    r"|(?<=[a-zß-öø-ÿ0-9)]{2})(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|(?<=[a-zß-öø-ÿ]{3})(?=[A-ZÀ-ÖØ-Þ]{3})|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})"
)
_NAME = 30  # code points of a name on either side of a capital, at most
_WORD, _BEFORE = r"[^\W\d_]+", r"[^\W\d_]+\Z"
_GAP = r"[ \t\xa0]{2,}"
_SENTENCE = r"(?<=[^\W\d_]{2}[.!?…]) (?=[^\W\da-zß-öø-ÿ_“\"‘„«])|(?<=[.!?…][”\"’»)]) (?=[^\W\da-zß-öø-ÿ_“\"‘„«])|(?<=[。！？])(?=[^」』）])"


class Piece(NamedTuple):
    """A part of a row: the row, 0-based, where the part begins in it, its text, and whether it goes on with the part before as a sentence does."""

    row: int
    start: int
    text: str
    further: bool


@cache
def _names() -> frozenset[str]:
    return frozenset(rules.table("names")["inner_capitals"].split())


def cut(rows: Sequence[str]) -> list[Piece] | None:
    """The rows in parts; None where no row is several."""
    pieces: list[Piece] = []
    several = False
    most = sum(map(len, rows)) // _SHARE
    for number, row in enumerate(rows):
        parts = _parts(row, len(row) >= max(_WHOLE, most)) if LONG <= len(row) <= _PAGE else None
        if parts:
            several = True
            ends = [*[start for start, _ in parts[1:]], len(row)]
            pieces += [Piece(number, start, row[start:end].rstrip(), further) for (start, further), end in zip(parts, ends, strict=True)]
        else:
            pieces.append(Piece(number, 0, row, False))
    return pieces if several else None


def _parts(row: str, whole: bool) -> list[tuple[int, bool]] | None:
    """Where the parts of a row begin, and whether they go on with a paragraph; None where it is one. `whole`: much of the page is on it."""
    found = [(match.start(), row[match.start() - 1].isalnum()) for match in regex(_SEAM).finditer(row)]
    words = Counter(regex(_WORD).findall(row)) if found else Counter()
    inside = [at for at, within in found if within and not _is_name(row, at, words)]
    seams = [at for at, within in found if not within]
    # Words with a capital in them may be names or code, where nothing else shows that texts run together and they are not as many as a menu's.
    if len(seams) >= _SHOWN or len(inside) * _DENSE > len(row):
        seams += inside
    seams += [match.end() for match in regex(_GAP).finditer(row)]
    if not whole and (len(seams) < _SEAMS or len(row) > (_FAR if len(row) >= _WHOLE else _APART) * len(seams)):
        return None
    starts = sorted({0, *seams} - {len(row)})
    result: list[tuple[int, bool]] = []
    for start, end in zip(starts, [*starts[1:], len(row)], strict=True):
        result.append((start, False))
        if end - start >= _WHOLE:
            result += [(match.end(), True) for match in regex(_SENTENCE).finditer(row, start, end) if match.end() < end]
    return result if len(result) > 1 else None


def _is_name(row: str, at: int, words: Mapping[str, int]) -> bool:
    """Whether a word with a capital in it is a name that is written so: it is known for one, or stands in the row again ("PolitiFact").

    `words`: how often each stands there.
    """
    before, after = regex(_BEFORE).search(row, max(0, at - _NAME), at), regex(_WORD).match(row, at, at + _NAME)
    if not before or not after:
        return False  # a number or a bracket stands before it
    word = before[0] + after[0]
    return word.lower() in _names() or before[0] in ("Mac", "Fitz") or words[word] > 1
