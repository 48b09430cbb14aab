"""Pages of which some metadata is known, as the fields are learned from (fields.py): whole, cut out, and with another page's surroundings."""

import collections
import gzip
import json
import pathlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from comparing import folded
from gold import cut_out, fold, site

from dumpparse import forest, page_traits
from dumpparse.extraction import label, read_lines
from dumpparse.page import Page
from dumpparse.profile import profile
from dumpparse.trees import Trees

TRANSPLANTS = 2  # of so many pages one lends its article to another's surroundings
_NEAREST = 12  # pages that share the most words, among which these are
_TO_ARTICLE = 60  # rows from the headline to the article
_BESIDE = 20  # rows above the headline, and below the article, in which byline and date belong to it
# What judges the lines of a page whose site it has not seen: the lines' trees, and those that tell where an article ends.
Judge = tuple[forest.Forest, Trees]


class Sheet(NamedTuple):
    """A page of which some metadata is known: as judged, the record with what people wrote down, which of it the dump shows, its part of the sites.

    `whole`: a whole page of the kind that figures are reported of, none that was cut out, made, or whose headline was only guessed.
    `made`: from two others.
    """

    page: Page
    record: dict[str, Any]
    visible: dict[str, bool]
    part: int
    whole: bool
    made: bool = False

    @property
    def gold(self) -> dict[str, Any]:
        """What people wrote down."""
        return self.record["gold"]

    @property
    def tells_all(self) -> bool:
        """Whether what people wrote down is all there is: they wrote the page too, so where they name no author it has none."""
        return str(self.record.get("url")).startswith("written:")

    @property
    def site(self) -> str:
        """The page's site."""
        return site_of(self.record)


def site_of(record: dict[str, Any]) -> str:
    """The site of a record's page."""
    return site(record["url"]) if record.get("url") else record["id"]


def sheet(text: str, record: dict[str, Any], visible: dict[str, bool], whole: bool, judges: Sequence[Judge]) -> Iterator[Sheet]:
    """The page of a text; none where it is of a layout that nothing learned is asked for."""
    part = fold(site_of(record), len(judges))
    read = read_lines(text, profile())
    if read[3] and not read[1].known:
        yield Sheet(label(*read, *judges[part]), record, visible, part, whole)


def read_sheets(corpus: pathlib.Path, judges: Sequence[Judge]) -> Iterator[Sheet]:
    """The pages to learn from, with what was cut out of some; of pages whose article alone was marked those that show their title."""
    with gzip.open(corpus / "meta.jsonl.gz", "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            yield from sheet(record["text"], record, record["visible"], True, judges)
            if record["visible"].get("headline"):
                for text, shown in cut_out(record["text"], record["gold"]["headline"], record["id"]):
                    yield from sheet(text, record, record["visible"] | shown, False, judges)
    with gzip.open(corpus / "body.jsonl.gz", "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            wanted = folded(record["gold"].get("headline"))
            for one in sheet(record["text"], record, {"headline": True}, False, judges) if wanted else ():
                if any(folded(row) == wanted for row in (*one.page.dump.rows, *one.page.texts)):
                    yield one


def written_sheets(folder: pathlib.Path, judges: Sequence[Judge]) -> Iterator[Sheet]:
    """The articles that were written to learn from (written/README.md), of which all is known: also that one names nobody, or no day."""
    for page in sorted(folder.glob("*.txt")):
        gold = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        if gold["body"]:
            record = {"id": page.stem, "url": f"written://{page.stem}", "text": page.read_text(encoding="utf-8"), "gold": gold}
            visible = {key: bool(gold[key]) for key in ("headline", "published", "authors")}
            yield from sheet(record["text"], record, visible, False, judges)


def transplanted(sheets: Sequence[Sheet], judges: Sequence[Judge]) -> Iterator[Sheet]:
    """Articles, from the headline to the end with byline and date, in the place of another page's of the same part of the sites.

    What is learned of where headline and date stand then rests less on what sites print around them: held out the headline was right on .858
    of the pages with them, on .849 without. Authors gained nothing.
    """
    lots: dict[tuple[int, str, bool], list[int]] = collections.defaultdict(list)
    places, words = {}, {}
    for at, one in enumerate(sheets):
        if one.record["text"] == one.page.dump.source and one.visible.get("headline") and (place := place_of(one)):
            lots[one.part, one.record["dumper"], "published" in one.gold].append(at)
            places[at], words[at] = place, page_traits.words_of(one.page.dump.source)
    for pool in lots.values():
        for at in pool:
            one, mine = sheets[at], words[at]
            lot = fold(f"transplant {one.record['id']}", 1 << 24)
            others = [other for other in pool if sheets[other].site != one.site]
            if lot % TRANSPLANTS or not others:
                continue
            near = sorted(others, key=lambda other: -len(mine & words[other]) / (len(words[other]) + 60))[:_NEAREST]
            other = near[lot // 16 % len(near)]
            rows = transplant(one, places[at], sheets[other], places[other])
            shown = {key: shows and (key == "headline" or any(row in places[at] for row in printed(one, key))) for key, shows in one.visible.items()}
            yield from [made._replace(made=True) for made in sheet("\n".join(rows), one.record, shown, False, judges)]


def transplant(one: Sheet, place: range, other: Sheet, theirs: range) -> list[str]:
    """The rows of one page's article in the place of another's, whose title, where it stands again, is then the first's."""
    title, its = one.gold["headline"], other.gold["headline"]
    around = [row.replace(its, title) for row in other.page.dump.rows]
    return [*around[: theirs.start], *one.page.dump.rows[place.start : place.stop], *around[theirs.stop :]]


def place_of(one: Sheet) -> range | None:
    """The rows of a page from its headline to the end of its article, with the byline and the date that stand beside; None where these are apart."""
    page, wanted = one.page, folded(one.gold["headline"])
    if not page.article:
        return None
    first, last = page.dump.filled[page.article[0]], page.dump.lasts[page.article[-1]]
    titles = [at for at, row in enumerate(page.dump.rows[: first + 1]) if folded(row) == wanted]
    if not titles or first - titles[-1] > _TO_ARTICLE:
        return None
    top, end = titles[-1], last + 1
    for row in (*printed(one, "authors"), *printed(one, "published")):
        if top - _BESIDE <= row < top:
            top = row
        elif end <= row < end + _BESIDE:
            end = row + 1
    return range(top, end)


def printed(one: Sheet, key: str) -> list[int]:
    """The rows of a page that print its authors or when it was published, as people marked them."""
    if key == "authors":
        return [surface["line"] for surface in one.gold.get("authors_surface") or ()]
    text = (one.gold.get("published_line_text") or "").strip()
    return [at for at, row in enumerate(one.page.dump.rows) if row.strip() == text] if text and key == "published" else []
