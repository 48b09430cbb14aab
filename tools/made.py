"""Pages that are made of marked ones, of kinds that no collection has enough of: parts that somebody cut out, pages that scroll on to another
article, front pages, pages that lost their article or have others' teasers above it, and articles of a few paragraphs.

A page is made only of pages of its own part of the sites, that share words with it, so that all of it is of one language.
"""

import collections
import textwrap
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from gold import Sample, fold

from dumpparse import page_traits
from dumpparse.lines import Dump

PARTNERS = 8  # pages of which the one that shares the most words is appended
POOL = 80  # pages that share the most words, of which a front page's teasers are
FRONTS = 4  # of so many pages one lends its furniture to a front page, and of so many one loses its article
TOPS = 6  # of so many pages one is made with other articles' teasers above its headline
SHORTS = 4  # of so many pages one is made that has an article of a few paragraphs
INSERTS, NEAREST = 2, 12  # of so many pages one is made with inserts; pages that share the most words, whose inserts these are
REDUMPED, STRIPPED = 8, 5  # of so many dumps one is made in each way of `WAYS`, and of so many of the others one is stripped
_INSERT, _HEADING = 6, 40  # lines of an insert, code points of its heading
_ASKS = frozenset(("account", "appeal"))
_SENTENCE = 8  # words of a sentence of a notice
_OPENING = 12  # words of a paragraph that can open an article
_ABOVE = 25  # lines above an article in which its headline is looked for
_STAMP = 60  # code points of a line that says when
_STAMPS = frozenset(("date_alone", "date_mostly", "date_labelled", "byline_dated", "by_prefix", "name_dated", "relative_date"))
_PARAGRAPH = 15  # words of a paragraph that counts as one
_BOTH = 600  # code points of two paragraphs that a list shows of an article


class Made:
    """What pages can be made of: the marked pages that have an article, by site and by part of the sites."""

    def __init__(self, samples: Sequence[Sample], folds: int):
        self.samples = [sample for sample in samples if sample.kind == "body" and any(sample.right)]
        self.folds = folds
        self._of_site, self._of_part = collections.defaultdict(list), collections.defaultdict(list)
        for sample in self.samples:
            self._of_site[sample.site, sample.dumper].append(sample)
            self._of_part[fold(sample.site, folds), sample.dumper].append(sample)

    def appended(self) -> Iterator[Sample]:
        """Half of the pages with the article of another one below theirs, mostly of the same site where there is one."""
        for sample in self.samples:
            lot = fold(f"ending {sample.site} {sample.dumper} {sample.body[:80]}", 1 << 24)
            if lot % 2:
                continue
            same = [one for one in self._of_site[sample.site, sample.dumper] if one.body[:100] != sample.body[:100]]
            others = self._others(sample)
            if same and lot // 2 % 3:
                yield append(sample, same[lot // 8 % len(same)], lot)
            elif others:
                drawn = [others[(lot // 8 + 37 * draw) % len(others)] for draw in range(PARTNERS)]
                yield append(sample, max(drawn, key=lambda one: alike(sample, one)), lot)

    def fronts(self) -> Iterator[Sample]:
        """The furniture of some pages around headlines of others, with what lists of stories, results or videos show of their articles."""
        for sample in self.samples:
            lot = fold(f"front {sample.site} {sample.dumper} {sample.body[:80]}", 1 << 40)
            pool = [] if lot % FRONTS else self._alike(sample, POOL)
            if not pool:
                continue
            told = [pool[(lot // 512 + 7 * number) % len(pool)] for number in range(6 + lot // 8 % 20)]
            units, dump = units_of(sample), sample.read[0]
            rows = dump.rows[: dump.filled[max(0, units[0] - 2)]]
            blank = between(dump)
            if lot // (1 << 24) % 4 == 0:
                rows += [row for run in notices(told[0])[:1] for line in run for row in (line, *blank)]
            yield made(sample, rows + teasers(told, lot // (1 << 10), blank) + dump.rows[dump.lasts[units[-1]] + 1 :], {}, "front")

    def topped(self) -> Iterator[Sample]:
        """Some pages with a few stories of others, as a front page shows them, above their headlines."""
        for sample in self.samples:
            lot = fold(f"top {sample.site} {sample.dumper} {sample.body[:80]}", 1 << 40)
            title = None if lot % TOPS else headline_of(sample)
            pool = [] if title is None else self._alike(sample, NEAREST)
            if title is None or not pool:
                continue
            told = [pool[(lot // 512 + 5 * number) % len(pool)] for number in range(1 + lot // 8 % 5)]
            dump = sample.read[0]
            at = dump.filled[max(0, title - lot // 64 % 4)]
            rows = dump.rows[:at] + teasers(told, lot // (1 << 10), between(dump)) + dump.rows[at:]
            yield made(sample, rows, {"body": sample.body, "headline": sample.headline}, "crop")

    def emptied(self, samples: Sequence[Sample]) -> Iterator[Sample]:
        """Some of these pages without their article."""
        for sample in samples:
            if fold(f"empty {sample.site} {sample.dumper} {sample.body[:80]}", 1 << 24) % FRONTS == 0:
                units, dump = units_of(sample), sample.read[0]
                yield made(sample, dump.rows[: dump.filled[units[0]]] + dump.rows[dump.lasts[units[-1]] + 1 :], {}, "emptied")

    def shorts(self) -> Iterator[Sample]:
        """Some pages whose article ends after two to four paragraphs, with all that stands around it."""
        for sample in self.samples:
            lot = fold(f"short {sample.site} {sample.dumper} {sample.body[:80]}", 1 << 20)
            paragraphs, most = paragraphs_of(sample), 2 + lot // SHORTS % 3
            if lot % SHORTS == 0 and len(paragraphs) > most:
                rows, body = ended(sample, paragraphs[:most])
                yield made(sample, rows, {"body": body, "headline": sample.headline}, "short")

    def interrupted(self) -> Iterator[Sample]:
        """Some pages with one insert or two of other pages between their paragraphs: what stands there between paragraphs, or a list of titles.

        Half of them end their articles after some paragraphs, so that few stand below an insert.
        """
        for sample in self.samples:
            lot = fold(f"insert {sample.site} {sample.dumper} {sample.body[:80]}", 1 << 24)
            paragraphs = paragraphs_of(sample)
            others = self._others(sample)
            if lot % INSERTS or len(paragraphs) < 3 or not others:
                continue
            pool = sorted(others, key=lambda one: -alike(sample, one))[:NEAREST]
            most = 3 + lot // 2048 % 6 if lot // 4 % 2 else len(paragraphs)
            rows, body = ended(sample, paragraphs[:most])
            last = min(most, len(paragraphs)) - 1
            # Before the last paragraph every third time: so little below an insert is what is lost most easily.
            places = sorted({last if lot % 3 == 0 else 1 + lot // 8 % last, 1 + lot // 512 % last})
            blank = between(sample.read[0])
            for number, place in reversed(list(enumerate(places))):
                at = sample.read[0].filled[paragraphs[place]]
                rows[at:at] = [row for line in insert(pool, lot // 32 + number) for row in (line, *blank)]
            yield made(sample, rows, {"body": body, "headline": sample.headline}, "crop")

    def redumped(self) -> Iterator[Sample]:
        """Some pages as other tools dump them: of bs4's dumps half in one of the other ways, and of all others some without blank lines."""
        for sample in self.samples:
            lot = fold(f"redump {sample.site} {sample.dumper} {sample.body[:80]}", 1 << 20)
            rows, gold = sample.read[0].rows, {"body": sample.body, "headline": sample.headline}
            if sample.dumper == "bs4" and lot % REDUMPED < len(WAYS):
                yield made(sample, WAYS[lot % REDUMPED](rows, lot // REDUMPED), gold, "redumped")
            elif lot // 64 % STRIPPED == 0:
                yield made(sample, stripped(rows), gold, "redumped")

    def _alike(self, sample: Sample, many: int) -> list[Sample]:
        """So many pages of other sites whose headlines are known, that share the most words with this one."""
        return sorted((one for one in self._others(sample) if one.headline), key=lambda one: -alike(sample, one))[:many]

    def _others(self, sample: Sample) -> list[Sample]:
        return [one for one in self._of_part[fold(sample.site, self.folds), sample.dumper] if one.site != sample.site]


def stripped(rows: Sequence[str]) -> list[str]:
    """Rows without blank ones and white space at their ends, as `get_text("\\n", strip=True)` of BeautifulSoup gives them."""
    return [row.strip() for row in rows if row.strip()]


def fused(rows: Sequence[str], lot: int) -> list[str]:
    """Many rows run together to one, as `get_text()` gives those without white space between their tags, and `get_text(" ")` with a space."""
    filled = [row for row in rows if row.strip()]
    many = 20 + lot // 2 % 180  # rows that run together
    return [("", " ")[lot % 2].join(filled[at : at + many]) for at in range(0, len(filled), many)]


def collapsed(rows: Sequence[str], _: int) -> list[str]:
    """Rows on one line, as `get_text(" ", strip=True)` gives them."""
    return [" ".join(" ".join(rows).split())]


def wrapped(rows: Sequence[str], lot: int) -> list[str]:
    """Rows wrapped at a width, as many tools do."""
    width = (40, 60, 72, 80)[lot % 4]
    return [part for row in rows for part in (textwrap.wrap(row, width) or [""])]


WAYS = (fused, fused, collapsed, wrapped)


def crops(samples: Sequence[Sample]) -> list[Sample]:
    """Parts of the pages, as people cut them out: the article with a few lines around it, or its first paragraphs alone."""
    result = []
    for sample in samples:
        units = units_of(sample)
        lot = fold(f"{sample.site} {sample.dumper} {sample.body[:80]}", 1 << 20)
        if not units or lot % 2:
            continue
        first = max(0, units[0] - lot // 4 % 12)
        last = min(len(sample.texts), units[-1] + 1 + lot // 64 % 12)
        if lot // 2 % 2:
            first, last = max(0, units[0] - lot // 4 % 4), min(len(sample.texts), units[0] + 1 + lot // 64 % 3)
        dump = sample.read[0]
        rows = dump.rows[dump.filled[first] : dump.lasts[last - 1] + 1]
        result.append(made(sample, rows, {"body": sample.body, "headline": sample.headline}, "crop"))
    return result


def made(sample: Sample, rows: list[str], gold: dict[str, str | None], kind: str) -> Sample:
    """A page of some rows, of the site of another one."""
    result = Sample({"text": "\n".join(rows), "gold": gold, "corpus": sample.corpus, "dumper": sample.dumper, "id": sample.site}, kind)
    result.site = sample.site
    return result


def units_of(sample: Sample) -> list[int]:
    """The units that are the article's."""
    return [unit for unit, right in enumerate(sample.right) if right]


def paragraphs_of(sample: Sample) -> list[int]:
    """The units that are paragraphs of the article."""
    return [unit for unit, right in enumerate(sample.right) if right and sample.words[unit] >= _PARAGRAPH]


def ended(sample: Sample, paragraphs: Sequence[int]) -> tuple[list[str], str]:
    """The rows of a page whose article ends after some of its paragraphs, and the article."""
    dump, units = sample.read[0], units_of(sample)
    last = paragraphs[-1] if paragraphs != paragraphs_of(sample) else units[-1]
    rows = dump.rows[: dump.lasts[last] + 1] + dump.rows[dump.lasts[units[-1]] + 1 :]
    return rows, "\n\n".join(sample.texts[unit] for unit in units if unit <= last)


def insert(pool: Sequence[Sample], lot: int) -> list[str]:
    """What stands amid an article, of other pages' lines: `lot` says what.

    A list of one to three headlines, below a heading or each behind one; what stands in another's article and is none of it; a notice.
    """
    titles = [one.headline for one in pool if one.headline]
    if lot % 8 < 4 or not titles:
        runs = [run for one in pool for run in (interruptions if lot % 2 else notices)(one)]
        if runs:
            return runs[lot // 8 % len(runs)]
    headings = [text for one in pool for text, cues in zip(one.texts, one.cues, strict=True) if "list_heading" in cues and len(text) < _HEADING]
    heading = headings[lot // 8 % len(headings)] if headings else "Related"
    told = [titles[(lot // 8 + 5 * number) % len(titles)] for number in range(1 + lot // 64 % 3)] if titles else []
    return [f"{heading.rstrip(':')}: {title}" for title in told[:2]] if lot % 8 == 4 else [heading, *told]


@cache
def interruptions(sample: Sample) -> list[list[str]]:
    """The runs of a few lines between two paragraphs of an article that are none of it."""
    units = units_of(sample)
    return [sample.texts[one + 1 : other] for one, other in pairwise(units) if 1 < other - one <= _INSERT + 1]


@cache
def notices(sample: Sample) -> list[list[str]]:
    """What a page says to its readers outside the article, of newsletters, subscriptions or help: sentences, with the line above and below."""
    units = units_of(sample)
    asks = [not _ASKS.isdisjoint(cues) for cues in sample.cues]
    outside = [*range(units[0]), *range(units[-1] + 1, len(sample.texts))]
    found = [unit for unit in outside if any(asks[max(0, unit - 1) : unit + 2]) and is_sentence(sample, unit)]
    return [sample.texts[max(0, unit - 1) : unit + 2] for unit in found]


def is_sentence(sample: Sample, unit: int) -> bool:
    """Whether a line is a sentence, or several."""
    return sample.words[unit] >= _SENTENCE and sample.cues[unit][0].endswith("stop")


def append(first: Sample, second: Sample, lot: int) -> Sample:
    """A page that goes on, some lines below its article, with another one's.

    `lot` says in which of three ways: as it stands from a little above its headline on, the same without what is below it, or in the
    first's shape, between the first's own lines above and below its text.
    """
    dump, other = first.read[0], second.read[0]
    units, theirs = units_of(first), units_of(second)
    last = min(len(first.texts) - 1, units[-1] + lot // 64 % 6)
    rows = dump.rows[: dump.lasts[last] + 1]
    way, above = lot // 1024 % 3, lot // 4096
    if way == 0 and first.site != second.site and units[0] > 2:
        head = [second.headline or "" if is_headline(text, first) else text for text in first.texts[max(0, units[0] - 2 - above % 10) : units[0]]]
        if second.headline and second.headline not in head:
            head.insert(len(head) // 2, second.headline)
        blank = between(dump)
        rows += blank + [row for part in [*head, *[second.texts[unit] for unit in theirs]] for row in (part, *blank)]
        rows += dump.rows[dump.lasts[last] + 1 :] if lot // 32 % 2 else []
    else:
        headline = headline_of(second)
        top = max(0, theirs[0] - 2 - above % 8 if headline is None else headline - above % 4)
        end = len(second.texts) - 1 if way == 1 else min(len(second.texts) - 1, theirs[-1] + lot // 65536 % 8)
        rows += other.rows[other.filled[top] : other.lasts[end] + 1]
    return made(first, rows, {"body": first.body, "headline": first.headline}, "crop")


def headline_of(sample: Sample) -> int | None:
    """The unit that is a page's headline, among the next ones above its article."""
    title, first = (sample.headline or "").strip().lower(), units_of(sample)[0]
    return next((unit for unit in range(first - 1, max(-1, first - _ABOVE), -1) if title and sample.texts[unit].lower() == title), None)


def is_headline(text: str, sample: Sample) -> bool:
    """Whether a line is a page's headline, or most of it."""
    title = (sample.headline or "").strip().lower()
    return text.lower() == title or (len(text) > 30 and text.lower() in title)


def opening(sample: Sample) -> str:
    """The first paragraph of an article."""
    return next((text for text, right, words in zip(sample.texts, sample.right, sample.words, strict=True) if right and words >= _OPENING), "")


def between(dump: Dump) -> list[str]:
    """What stands between two lines of a page: a blank row, where many are, or where rows that follow each other are one line."""
    return [""] if dump.wrapped or sum(not row.strip() for row in dump.rows) * 3 > len(dump.rows) else []


def teasers(told: Sequence[Sample], lot: int, blank: list[str]) -> list[str]:
    """What a list shows of some articles, each with its title, its text in one of six ways, and when or by whom in one of three.

    `lot` says how, `blank` what stands between two lines.
    """
    way, stamped, order = lot % 6, lot // 8 % 3, lot // 32 % 3
    rows = []
    for number, one in enumerate(told):
        stamp = (["2 hours ago"], stamps(one), [])[stamped]
        title, text = [one.headline or ""], [text for text in (shortened(one, way, number),) if text]
        parts = ([*title, *text, *stamp], [*stamp, *title, *text], [*title, *stamp, *text])[order]
        rows += [row for part in parts for row in (part, *blank)] + [""] * (lot // 256 % 2)
    return rows


def stamps(sample: Sample) -> list[str]:
    """The last two short lines above an article that say when, or by whom."""
    above = zip(sample.texts[: units_of(sample)[0]], sample.cues, strict=False)
    return [text for text, cues in above if len(text) < _STAMP and not _STAMPS.isdisjoint(cues)][-2:]


def shortened(sample: Sample, way: int, number: int) -> str:
    """What a list shows of an article: its first paragraph, or its beginning, of each third, its first sentence, words amid it, or two paragraphs."""
    text = opening(sample)
    if way == 1 and number:
        return text[:120].rpartition(" ")[0] + " ..."
    if way == 2:
        return "" if number % 3 else text
    if way == 3:
        return text.split(". ", maxsplit=1)[0]
    paragraphs = [sample.texts[unit] for unit in paragraphs_of(sample)]
    if way == 4 and paragraphs:
        amid = max(0, len(paragraphs[-1]) // 2 - 120)
        return f"... {paragraphs[-1][amid : amid + 160 + number % 5 * 20].strip()} ..."
    if way == 5:
        both = " ".join(paragraphs[:2])
        return (both[:_BOTH].rpartition(" ")[0] if len(both) > _BOTH else both) or text
    return text


def alike(one: Sample, other: Sample) -> float:
    """How many of another page's words a page has too."""
    theirs = words_of(other)
    return len(words_of(one) & theirs) / (len(theirs) + 60)


@cache
def words_of(sample: Sample) -> Set[str]:
    """The words of a page."""
    return page_traits.words_of(sample.read[0].source)
