"""Where a line stands on the whole page: numbers that no line has by itself, and that no cue can name.

Each is a small whole number, 0 to `TOP`, so that the learned trees (forest.py) look it up and `explain` can say it. What carried
an experiment on real pages: the densest block of prose, the words a line shares with it, how much prose stands around the line,
and what lies between it and the headline or the block's first line.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, compress, groupby, repeat
from math import fsum
from operator import sub
from typing import NamedTuple

from . import block as blocks
from .block import PROSE, REACH
from .characters import is_small
from .lines import Dump
from .regexes import regex
from .scales import SCALE, by_value, ramp, scale, signed, to_above, turned
from .stretches import find_stretches, stretch_columns
from .titles import likeliest_title, possible_titles
from .topics import SHARES, Topics, shared, topics_of
from .trees import TOP
from .wording import CAP, LONGEST, begin_of, ends_of, quotes, told, word_count, words_and_capitals

Cues = tuple[str, ...]
_AROUND = 8  # lines above and below in which signs of comments are counted
# Words of a line from which on it is a list of words, as a cloud of tags is, where it has none of the signs of prose.
_LISTED, _SIGN = 30, r"[.,;:!?…。，、؟।։၊།،؛]"
_SENTENCES, _COLON = frozenset((2, 3, 4, 9, 10, 11)), 5  # ends (wording.py) of whole sentences, and of a line that leads in a list
_ITEM = 12  # words from which on a line is no short item of a list
_TOLD = 60  # words of prose above the first heading of comments

# Groups of cues that are counted along the page.
HEADINGS = frozenset(("list_heading", "columns", "comments", "list_or_menu"))
_COMMENTS = frozenset(("comments",))
_OTHERS = HEADINGS - _COMMENTS
MENUS = frozenset(("menu", "account", "share"))
DATES = frozenset(("date_alone", "date_labelled", "byline_dated", "name_dated", "by_prefix", "relative_date", "headline_dated", "date_mostly"))
NAMES = frozenset(("name", "by_prefix", "byline_dated"))
_COUNTED = (HEADINGS, _COMMENTS, MENUS, DATES, NAMES)

PAGE = (
    "page words", "page lines", "page prose lines", "block weight", "second block", "block lines", "dates on page", "comments on page",
    "headline score", "second headline", "gaps on page", "stretches", "stops in block",
)  # fmt: skip
# In the order in which `measure` makes them.
LINE = (
    "words", "end", "begin", "commas", "capitals", "quotes", "lexicon",
    "shared with block", "weight in block", "shared above", "shared below", "shared with headline",
    "words 1 above", "words 2 above", "words 3 above", "words 6 above", "words 12 above",
    "words 1 below", "words 2 below", "words 6 below", "words 12 below", "words 25 below",
    "end above", "end below", "words above", "prose words above", "prose words below", "prose above",
    "in block", "below block start", "above block end", "headings since block", "dates since block", "names since block",
    "indent", "run of lines", "words in run", "to prose above", "to prose below", "to heading above", "to date above", "to date below",
    "stretch", "stretches below", "stretch words above", "stretch words", "stretch share", "first long stretch",
    "below headline", "headings since headline", "dates since headline", "comments above", "menus 3 above", "dates around",
    "comments around", "since colon", "like run",
)  # fmt: skip


class Measured(NamedTuple):
    """The measures of a page: those of the whole by `PAGE`, and by `LINE` those of some units, a column each.

    `counts`: how many words every unit has. Of these units, and some more, `words` has them and `topics` what they speak of.
    """

    page: Sequence[int]
    units: Sequence[int]
    columns: Sequence[Sequence[int]]
    counts: Sequence[int]
    topics: Topics = Topics({}, int, int.bit_count)
    words: Mapping[int, list[str]] = {}

    @property
    def rows(self) -> list[tuple[int, ...]]:
        """The measures of each of the units."""
        return list(zip(*self.columns, strict=True))


def measure(dump: Dump, cues: Sequence[Cues], lexicon: Mapping[str, float], never: frozenset[str] = frozenset()) -> Measured:
    """Measure a page's units by their texts, their cues and the blank lines between.

    Left out are short ones far from any prose, and those with a cue that is `never` the article's. `lexicon` has what a word in a
    line is worth, in log-odds.
    """
    texts = dump.texts
    size = len(texts)
    counts = [many if len(text) <= 14 * (many := text.count(" ") + 1) and many < CAP else word_count(text) for text in texts]
    ends = [*ends_of(texts), 15]
    is_prose = [count >= PROSE and (count < _LISTED or regex(_SIGN).search(text) is not None) for count, text in zip(counts, texts, strict=True)]
    prose = list(compress(range(size), is_prose))

    # Sums along the page, with room at both ends for the windows.
    total = _sums(counts)
    shown = {line: _kinds(line, never) for line in set(cues)}
    *kinds, barred = zip(*map(shown.__getitem__, cues), strict=True)
    flags: list[Sequence[bool]] = list(kinds)
    prose_above = list(accumulate(is_prose, initial=0))
    prose_sums = list(accumulate([count if prose else 0 for count, prose in zip(counts, is_prose, strict=True)], initial=0))
    _without_buttons(flags, cues, bisect_left(prose_sums, _TOLD, 0, size))
    headings, comments, menus, dates, names = map(_sums, flags)

    to_prose_above, to_prose_below = to_above(is_prose), to_above(is_prose[::-1])[::-1]
    weight, begin, end, second, paragraphs = blocks.densest(prose, counts, ends, barred)
    units = [unit for unit in blocks.measured(prose, counts, paragraphs) if not barred[unit]]
    block = [unit for unit in prose if begin <= unit < end]

    # The words of the lines that are measured, of all prose, and of what may be its headline.
    titles = [unit for unit in possible_titles(counts, prose) if not barred[unit] and not is_small(texts[unit][0])]
    spelled = {unit: words_and_capitals(texts[unit]) for unit in {*units, *prose, *titles}}
    words = {unit: found for unit, (found, _) in spelled.items()}
    topics = topics_of(words, texts, counts)
    of_prose = [topics.by_unit[unit] for unit in prose]

    gaps = map(sub, dump.filled[1:], dump.lasts)
    starts = [unit for unit, gap in enumerate(gaps, 1) if gap > dump.step]
    usual = _commonest([_indent(dump, unit) for unit in block])
    stretches = find_stretches(list(compress(range(size), flags[3])), prose_sums, size)
    headline, score, runner_up = likeliest_title(titles, topics, of_prose, prose_above, texts, ends, cues, dates, begin)

    page = (
        scale(total[-1]), scale(size), scale(len(prose)), scale(weight), min(TOP, 32 * second // (weight + 1)), scale(end - begin),
        scale(dates[-1]), scale(comments[-1]), scale(int(score)), min(TOP, int(32 * runner_up / (score + 0.1))),
        16 * len(starts) // size, min(TOP, len(stretches)), 16 * sum([ends[unit] in _SENTENCES for unit in block]) // max(1, len(block)),
    )  # fmt: skip

    def pick(column: Sequence[int], beside: int = 0) -> list[int]:
        """What a column has for the units that are measured, or for those so many below them."""
        return list(map(column.__getitem__, [unit + beside for unit in units] if beside else units))

    def sums(column: Sequence[int], beside: int = 0) -> list[int]:
        """Sums of what stands above the units that are measured, or above those so many below them."""
        return pick(column, REACH + beside)

    def since(column: Sequence[int]) -> Iterable[int]:
        """How many stand between the block's first line and each line, itself included."""
        return signed(sums(column, 1), column[REACH + begin])

    def since_headline(column: Sequence[int]) -> Iterable[int]:
        """How many stand between the headline and each line."""
        here = column[REACH + headline]
        return by_value(lambda count: min(TOP, abs(count - here)), sums(column))

    title = topics.by_unit[headline] if score else topics.none()
    above, below, prose_before = sums(total), sums(total, 1), pick(prose_sums)
    columns = (
        *_own([texts[unit] for unit in units], [spelled[unit] for unit in units], pick(counts), pick(ends), lexicon),
        *turned(shared(topics, units, of_prose, prose_above, block, title), SHARES),
        *[map(SCALE.__getitem__, map(sub, above, sums(total, -lines))) for lines in (1, 2, 3, 6, 12)],
        *[map(SCALE.__getitem__, map(sub, sums(total, lines + 1), below)) for lines in (1, 2, 6, 12, 25)],
        pick(ends, -1), pick(ends, 1), map(scale, above), map(scale, prose_before), [scale(prose_sums[-1] - before) for before in prose_before],
        [min(TOP, before) for before in pick(prose_above)],
        [begin <= unit < end for unit in units], pick(ramp(-begin, size - begin)), pick(ramp(end - size, end)[::-1]),
        since(headings), since(dates), since(names),
        signed([_indent(dump, unit) for unit in units], usual),
        *_runs(starts, total, units), pick(to_prose_above), pick(to_prose_below),
        pick(to_above(flags[0], True)), pick(to_above(flags[3], True)), pick(to_above(flags[3][::-1])[::-1]),
        *stretch_columns(stretches, prose_sums, units),
        pick(ramp(-headline, size - headline)), since_headline(headings), since_headline(dates),
        [min(TOP, count) for count in sums(comments)], map(sub, sums(menus), sums(menus, -3)), map(sub, sums(dates, REACH), sums(dates, -REACH)),
        map(sub, sums(comments, _AROUND + 1), sums(comments, -_AROUND)), pick(_since_colon(counts, ends)), pick(_like_runs(texts, counts, ends)),
    )  # fmt: skip
    return Measured(page, units, [bytes(column) for column in columns], counts, topics, words)


@lru_cache(8192)
def _kinds(cues: Cues, never: frozenset[str]) -> tuple[bool, ...]:
    """Which groups of cues a line shows some of; kept like the labels' choices, and holds nothing of any text."""
    heading, *others = [not kind.isdisjoint(cues) for kind in (*_COUNTED, never)]
    return (heading and "often" not in cues, *others)


def _without_buttons(flags: list[Sequence[bool]], cues: Sequence[Cues], told: int) -> None:
    """Take the signs of comments above unit `told`, where little has been told that could be commented on, for a button, no heading."""
    if any(flags[1][:told]):
        flags[0] = [flag and not (unit < told and _OTHERS.isdisjoint(cues[unit])) for unit, flag in enumerate(flags[0])]
        flags[1] = [flag and unit >= told for unit, flag in enumerate(flags[1])]


def _sums(column: Iterable[int]) -> list[int]:
    """Running sums, the first and last of them repeated for windows that reach beyond the page."""
    sums = [*repeat(0, REACH), *accumulate(column, initial=0)]
    sums.extend(repeat(sums[-1], REACH + 1))
    return sums


def _own(
    texts: list[str], spelled: list[tuple[list[str], int]], counts: list[int], ends: list[int], lexicon: Mapping[str, float]
) -> list[Iterable[int]]:
    """What lines measure by themselves, in columns."""
    worth = lexicon.get
    # Exactly, since a set's order differs from one process to the next.
    spoken = [fsum(filter(None, map(worth, told(words)))) for words, _ in spelled]
    return [
        map(SCALE.__getitem__, counts), ends, map(begin_of, texts), [min(15, text.count(",")) for text in texts],
        [min(16, 16 * initials // (min(len(words), LONGEST // 12) or 1)) for words, initials in spelled],
        [min(3, quotes(text)) if count > 2 else 0 for text, count in zip(texts, counts, strict=True)],
        [max(0, min(TOP, int(said * 6) + 32)) for said in spoken],
    ]  # fmt: skip


def _commonest(values: list[int]) -> int:
    """The value that is met most often; 0 where there is none."""
    times = Counter(values)
    return max(times, key=times.__getitem__, default=0)


def _indent(dump: Dump, unit: int) -> int:
    """How much white space stands before a unit."""
    row = dump.rows[dump.filled[unit]]
    return len(row) - len(row.lstrip())


def _since_colon(counts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """How many lines above each one ends in a colon, with none but short ones between, as a list's do; `TOP` where none does."""
    found, far = [], TOP
    for count, end in zip(counts, ends, strict=False):
        found.append(far)
        far = 1 if end == _COLON else TOP if count >= _ITEM else min(TOP, far + 1)
    return found


def _like_runs(texts: Sequence[str], counts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """How many lines stand together that begin and end alike and are about as long, as a list's do."""
    found: list[int] = []
    for _, alike in groupby(zip(map(begin_of, texts), ends, [min(count // _ITEM, 2) for count in counts], strict=False)):
        run = len(list(alike))
        found += [min(TOP, run)] * run
    return found


def _runs(starts: list[int], total: list[int], units: list[int]) -> Iterable[tuple[int, ...]]:
    """For each unit how many stand together with no blank line between, and how many words they have on average, in columns."""
    bounds = [0, *starts, len(total) - 2 * REACH - 2]
    runs = [bisect_right(starts, unit) for unit in units]
    known = {}
    for run in set(runs):
        begin, end = bounds[run], bounds[run + 1]
        known[run] = min(TOP, end - begin), scale((total[REACH + end] - total[REACH + begin]) // (end - begin))
    return turned([known[run] for run in runs], 2)
