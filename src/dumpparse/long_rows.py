"""Rows that hold more than a paragraph: `get_text()` without a separator runs menus, headline and text of a page without line ends together.

They are cut where nothing but a tag can have stood, in the middle of a word with two capitals or behind a full stop without white space
("SportLate frost", "last year.The"), and at wide gaps. Where most of a page is on one row, or rows are long on the whole and begin or end as
menus do, also where lines seem to have ended (lost_lines.py). Around what the page begins with and says again, its title. What is longer
still, between sentences.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from . import own_title, rules
from .characters import is_unspaced
from .regexes import regex

# Code points of a part that is cut between sentences, and of a row whose lines were lost, if a share of the page's text is on it; and of a
# part of such a row.
_WHOLE, _SHARE, _LOST = 1200, 4, 400
_MEAN = 200  # code points of a row, on average, where others have lost theirs too
_ENDS = 300  # code points at a row's ends by which it is told whether it is of menus
_SIGNS, _FEW = ",;.", 2  # behind words, how many of which a menu may have there
_PAGE = 300_000  # code points of a row that no page has
# Seams behind full stops that show that texts run together, at least, and code points a seam within words, at most, where there are fewer.
_SHOWN, _DENSE = 2, 40
_SEAMS, _APART, _FAR = 3, 160, 600  # seams of a shorter row that is several, at least, and code points a seam, at most
_SEAM = (
    r"(?<=[a-zß-öø-ÿ][.!?…])(?=[A-ZÀ-ÖØ-Þ“‘„«]|\"\w)(?![A-Z]\.)|(?<=[a-zß-öø-ÿ][.!?…][”\"’»])(?=[A-ZÀ-ÖØ-Þ“‘„«])"
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


def cut(rows: Sequence[str], long: int) -> tuple[list[Piece], str] | None:
    """The rows in parts, those of `long` code points or more, and the page's title where it stands in them; None where no row is several."""
    many = of_many_lines(rows, long)
    parted = [_parts(row, number in many) if long <= len(row) <= _PAGE else None for number, row in enumerate(rows)]
    if not any(parted):
        return None
    title = own_title.find(rows)
    pieces: list[Piece] = []
    for number, (row, parts) in enumerate(zip(rows, parted, strict=True)):
        parts = _around(row, parts, title) if title and len(row) <= _PAGE else parts or [(0, False)]
        ends = [*[start for start, _ in parts[1:]], len(row)]
        pieces += [Piece(number, start, row[start:end].rstrip(), further) for (start, further), end in zip(parts, ends, strict=True)]
    return pieces, title


def of_many_lines(rows: Sequence[str], long: int) -> set[int]:
    """The rows, 0-based, on which lines were put together, whatever shows where they ended: of those of `long` code points or more."""
    sizes = [len(row) for row in rows if row and not row.isspace()]
    most, are_long = max(_WHOLE, sum(sizes) // _SHARE), sum(sizes) >= _MEAN * len(sizes)
    return {
        number for number, row in enumerate(rows)
        if len(row) >= most or (are_long and len(row) >= long and (_is_menu(row[:_ENDS]) or _is_menu(row[-_ENDS:])))
    }  # fmt: skip


def _parts(row: str, many: bool) -> list[tuple[int, bool]] | None:
    """Where the parts of a row begin, and whether they go on with a paragraph; None where it is one. `many`: it is of many lines."""
    found = [(match.start(), row[match.start() - 1].isalnum()) for match in regex(_SEAM).finditer(row)]
    words = Counter(regex(_WORD).findall(row)) if found else Counter()
    inside = [at for at, within in found if within and not _is_name(row, at, words)]
    seams = [at for at, within in found if not within]
    # Words with a capital in them may be names or code, where nothing else shows that texts run together and they are not as many as a menu's.
    if len(seams) >= _SHOWN or len(inside) * _DENSE > len(row):
        seams += inside
    gaps = [match.end() for match in regex(_GAP).finditer(row)]
    longest = _WHOLE
    if many and not _is_enough(seams, row):  # else all lines run together; gaps may be those of some
        from . import lost_lines  # few pages ask for it

        seams += lost_lines.starts(row)
        longest = _LOST
    elif not many and not _is_enough(seams + gaps, row):
        return None
    starts = sorted({0, *seams, *gaps} - {len(row)})
    result: list[tuple[int, bool]] = []
    for start, end in zip(starts, [*starts[1:], len(row)], strict=True):
        result.append((start, False))
        if end - start >= longest:
            result += [(match.end(), True) for match in regex(_SENTENCE).finditer(row, start, end) if match.end() < end]
    return result if len(result) > 1 else None


def _around(row: str, parts: list[tuple[int, bool]] | None, title: str) -> list[tuple[int, bool]]:
    """The parts of a row, parted around the page's title and not within; where the row begins with it, the site's name may stand behind.

    A row that is one is parted only where nothing stands between the title and what is beside it.
    """
    found = own_title.places(row, title)
    if not parts:
        found = [
            (start, end) for start, end in found if not is_unspaced(row[(start + end) // 2]) and _is_glued(row[start - 1 : start], row[end : end + 1])
        ]
        parts = [(0, False)]
    if not found:
        return parts
    within = {at for start, end in found for at in range(start + 1, end)}
    kept = {start: further for start, further in parts if start not in within}
    for start, end in found:
        behind = next((at for at in range(end, len(row)) if not row[at].isspace()), len(row))
        for at in (start, behind) if start else ():
            if at < len(row):
                kept.setdefault(at, False)
    return sorted(kept.items())


def _is_glued(before: str, behind: str) -> bool:
    """Whether a letter or a digit stands right beside, on either side."""
    return before.isalnum() or behind.isalnum()


def _is_enough(seams: Sequence[int], row: str) -> bool:
    """Whether seams are so many that what a row holds is parted by them."""
    return len(seams) >= _SEAMS and len(row) <= (_FAR if len(row) >= _WHOLE else _APART) * len(seams)


def _is_menu(text: str) -> bool:
    """Whether most words begin with a capital and hardly any sign stands behind them, as in menus; in German two of five do."""
    words = text.split()
    letters = [word for word in words if word[0].isalpha()]
    return 2 * sum([word[0].isupper() for word in letters]) > len(letters) and sum([word[-1] in _SIGNS for word in words]) <= _FEW


def _is_name(row: str, at: int, words: Mapping[str, int]) -> bool:
    """Whether a word with a capital in it is a name that is written so: it is known for one, or stands in the row again ("PolitiFact").

    `words`: how often each stands there.
    """
    before, after = regex(_BEFORE).search(row, max(0, at - _NAME), at), regex(_WORD).match(row, at, at + _NAME)
    if not before or not after:
        return False  # a number or a bracket stands before it
    word = before[0] + after[0]
    return word.lower() in _names() or before[0] in ("Mac", "Fitz") or words[word] > 1
