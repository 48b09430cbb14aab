"""Pages whose article people marked, as tools/train.py learns from them: their units, and which of these are the article's."""

import collections
import gzip
import hashlib
import json
import pathlib
from collections.abc import Iterator, Sequence

import packages
from comparing import WORD, folded, grams, harmonic

from dumpparse import measures
from dumpparse.extraction import read_lines
from dumpparse.profile import profile

# Kinds of pages that have no article: fetched, of a package (packages.py), written to learn from, made (made.py).
WITHOUT = ("nobody", "forms", "blank", "front", "emptied")


class Sample:
    """A page to learn from: its units and cues, which units are the article's, and how many words each has.

    Of one that nobody marked (`unmarked`) none are, until line_trees.py has marked it.
    """

    def __init__(self, record: dict, kind: str):
        self.kind, self.corpus, self.dumper = kind, record.get("corpus", kind), record.get("dumper", "")
        self.url = record.get("url")
        self.site = site(record["url"]) if record.get("url") else record["id"][:12]
        self.body = record["gold"].get("body") or "" if kind not in WITHOUT else ""
        self.headline = record["gold"].get("headline") if kind in ("body", "crop", "redumped") else None
        # What is known of the publishers whose pages these are would flatter what is learned here.
        self.read = dump, self.profile, self.looks, self.cues = read_lines(record["text"], None if kind == "dawn" else profile())
        self.texts = dump.texts
        self.measured = measures.Measured((), (), (), ())
        if self.cues:  # without the words, which of some thousand pages would fill the memory
            self.measured = measures.measure(dump, self.cues, {}, self.profile.weights.never)._replace(words={})
        self.right, self.words = targets(self.texts, self.body, self.headline)

    def right_words(self) -> int:
        """The words of the units that are the article's."""
        return sum(count for count, right in zip(self.words, self.right, strict=True) if right)

    def units(self) -> Sequence[int]:
        """The units that are measured."""
        return self.measured.units


def written(folder: pathlib.Path) -> tuple[list[Sample], list[Sample]]:
    """The pages that were written to learn from (written/README.md): those with an article, and those that have none, `blank`.

    Lines are learned from the former alone: with the latter's, which are nobody's, fewer of an article's are found on other sites' pages.
    """
    with_article, blank = [], []
    for page in sorted(folder.glob("*.txt")):
        gold = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
        article = "\n\n".join(gold["body"] or ())
        record = {"text": page.read_text(encoding="utf-8"), "gold": {"body": article}, "url": f"written://{page.stem}"}
        if article:
            with_article.append(Sample(record, "written"))
        else:
            blank.append(Sample(record, "blank"))
    return with_article, blank


def forms(folder: pathlib.Path) -> list[Sample]:
    """The pages with forms of a package in `folder`, which have no article. They lie there by the sites' names and a number."""
    found = packages.pages(folder, "formasaurus")
    hosts = [(pathlib.PurePosixPath(page.path).stem.rpartition("-")[0], page) for page in found if page.said is None]
    return [Sample({"text": packages.dump(page.html), "gold": {}, "url": f"https://{host}/"}, "forms") for host, page in hosts]


def unmarked(corpus: pathlib.Path, marked: set[str | None]) -> list[Sample]:
    """The pages of meta.jsonl.gz, articles of whose lines nobody said which are theirs: but those in `marked`, by their addresses."""
    with gzip.open(corpus / "meta.jsonl.gz", "rt", encoding="utf-8") as records:
        return [Sample(record, "unmarked") for record in map(json.loads, records) if record.get("url") and record["url"] not in marked]


def site(url: str) -> str:
    """The domain under which a site is registered, roughly."""
    host = url.split("/")[2].lower().split(":")[0].split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-1]) == 2 and len(host[-2]) <= 3 else host[-2:])


def fold(name: str, folds: int) -> int:
    """The part of the sites that one belongs to."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def targets(texts: list[str], body: str, headline: str | None) -> tuple[list[bool], list[int]]:
    """Which units are the article's, and how many words each has.

    A unit is if more than half of its 4-grams are in the body; one of up to three words if it is followed or preceded there as here.
    Of copies as many as the body has, those among most of the rest. The headline is not, though some people's gold counts it.
    """
    gold = grams(body)
    words = [WORD.findall(text) for text in texts]
    counts = [len(found) for found in words]
    right = []
    for unit, found in enumerate(words):
        if 0 < len(found) < 4:
            before = [word for other in words[max(0, unit - 3) : unit] for word in other][-3:]
            after = [word for other in words[unit + 1 : unit + 4] for word in other][:3]
            left, rest = before + found, found + after
            near = [tuple(left[at : at + 4]) for at in range(len(left) - 3) if at + 4 > len(before)]
            near += [tuple(rest[at : at + 4]) for at in range(min(len(found), len(rest) - 3))]
            right.append(any(gram in gold for gram in near))
        else:
            mine = grams(texts[unit])
            right.append(sum((mine & gold).values()) > 0.5 * sum(mine.values()))
    title = WORD.findall((headline or "").lower())
    for unit, found in enumerate(words):
        if right[unit] and len(found) > 2 and [word.lower() for word in found] == title:
            right[unit] = False
    copies = collections.defaultdict(list)
    for unit, text in enumerate(texts):
        if right[unit]:
            copies[text].append(unit)
    for text, units in copies.items():
        if len(units) > 1:
            times = min((gold[gram] // count for gram, count in grams(text).items()), default=0) if counts[units[0]] >= 4 else 1

            def among(unit: int, text: str = text) -> int:
                near = range(max(0, unit - 6), min(len(texts), unit + 7))
                return -sum(counts[other] for other in near if right[other] and texts[other] != text)

            for unit in sorted(units, key=among)[max(1, times) :]:
                right[unit] = False
    return right, counts


def page_f1(body: str, gold: str) -> tuple[float | None, float, float]:
    """Precision (None where there is no body), recall, F1 of one page."""
    mine, theirs = grams(body), grams(gold)
    common = sum((mine & theirs).values())
    precision = common / sum(mine.values()) if mine else None
    recall = common / sum(theirs.values()) if theirs else 0.0
    return precision, recall, harmonic(precision, recall)


def cut_out(text: str, headline: str, name: str) -> Iterator[tuple[str, dict[str, bool]]]:
    """What somebody cuts out of some pages, with what it shows of them: from the headline or a little above on, or a little of what is below."""
    lot = fold(name, 48)
    rows = text.splitlines()
    at = next((at for at, row in enumerate(rows) if folded(row) == folded(headline)), None)
    if at is None:
        return
    if lot % 4 == 0:
        yield "\n".join(rows[max(0, at - lot // 12) : at + 80]), {}
    elif lot % 4 == 1:
        long = [row for row in rows[at + 1 :] if row.count(" ") > 12]
        if long:
            yield "\n".join(long[: 1 + lot // 12]), {"headline": False, "published": False, "authors": False}
