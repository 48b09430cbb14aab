#!/usr/bin/env python3
"""How right each field is, by language and by the form in which the page prints it, as GitHub tables.

    python benchmarks/accuracy.py [--shared DIR] [--answers FILE] [--json]

DIR/corpus/ holds meta.jsonl.gz (`text`, `lang`, `dumper`, `gold` with headline, authors and published and the lines on which they
stand, `visible`) and datelines.jsonl.gz (`text`, `lang`, `dateline` or null, `kind`). Only fields that the dump shows are counted.

dumps  how many; a page may be dumped in two ways
right  the share with the gold's value: the headline without case and punctuation, the same day, the exact set of names, the place
given  the share with any value: the rest is null
of these right  the share of the given that is right, that is precision
F1     of names and places; where a field has one value it is that of `right` and `of these right`

dumpparse has learned from these very pages, so what it extracts from them flatters. `tools/train.py --answers FILE` writes what it gives
for each page by what was learned without the page's site; with --answers these are counted instead, but for the datelines.

A language with fewer than 20 dumps counts among the others. The forms are read from the gold's lines (benchmarks/forms.py).
"""

import argparse
import collections
import json
import pathlib
from typing import NamedTuple

import common
import forms
from comparing import folded, harmonic, people, same_day

FEW = 20


class Outcome(NamedTuple):
    """Of one dump and field: is it right, was a value given, and how many names were found, given and wanted."""

    right: bool
    given: bool
    hits: int
    got: int
    wanted: int


Tally = dict[str, dict[str, dict[str, list[Outcome]]]]  # field, axis, form


def single(right: bool, given: bool) -> Outcome:
    return Outcome(right, given, int(right), int(given), 1)


def outcome(field: str, gold: dict, record: dict) -> Outcome:
    """What a record's field is worth."""
    answer = record[field]
    if field == "authors":
        wanted, got = people(gold["authors"]), people(answer)
        return Outcome(wanted == got, bool(got), len(wanted & got), len(got), len(wanted))
    right = same_day(gold[field], answer) if field == "published" else folded(gold[field]) == folded(answer)
    return single(right, bool(answer))


def meta_of(record: dict) -> dict:
    """A page with gold; ValueError says what it lacks."""
    common.strings(record, "text", "lang", "dumper")
    if missing := [key for key in ("gold", "visible") if not isinstance(record.get(key), dict)]:
        raise ValueError(f"a record without {' and '.join(missing)}")
    return record


def answer_of(record: dict) -> dict:
    """What somebody answers for a page."""
    common.strings(record, "id")
    if missing := [key for key in ("headline", "published", "authors") if key not in record]:
        raise ValueError(f"a record without {' and '.join(missing)}")
    return record


def opening_of(record: dict) -> dict:
    """The opening of an article, with its dateline or null."""
    common.strings(record, "text", "kind")
    if "dateline" not in record:
        raise ValueError("a record without dateline")
    return record


def extract(text: str) -> dict:
    import dumpparse

    return dumpparse.extract(text).to_dict()


def judge_pages(pages: list[dict], answers: dict[str, dict] | None = None) -> Tally:
    """Headline, date and authors. `answers`: by the page's id, to be counted instead of what is extracted."""
    tally: Tally = {field: {} for field in ("published", "authors", "headline")}
    languages = grouped(page["lang"] for page in pages)
    for page in pages:
        gold, visible, record = page["gold"], page["visible"], answers[page["id"]] if answers else extract(page["text"])
        lines = [line.strip() for line in page["text"].splitlines() if line.strip()]
        for field in tally:
            if visible.get(field):
                printed = (
                    forms.date_forms(gold, lines)
                    if field == "published"
                    else forms.byline_forms(gold)
                    if field == "authors"
                    else forms.headline_forms(gold, visible, lines)
                )
                count(tally[field], {"language": languages[page["lang"]], "dumper": page["dumper"], **printed}, outcome(field, gold, record))
    return tally


def judge_openings(openings: list[dict]) -> Tally:
    """Datelines: their places, their agencies, and what was taken for one."""
    tally: Tally = {"dateline": {}, "agency of the dateline": {}, "no dateline": {}}
    languages = grouped(opening.get("lang") or "not known" for opening in openings)
    for opening in openings:
        gold, answer = opening["dateline"], extract(opening["text"])["dateline"]
        axes = {"language": languages[opening.get("lang") or "not known"]}
        if gold is None:
            kind = opening["kind"].removeprefix("neg_").replace("_", " ")
            count(tally["no dateline"], {**axes, "what it is": kind}, single(not answer, bool(answer)))
            continue
        axes |= forms.dateline_forms(gold, opening["text"])
        right = bool(answer) and folded(" ".join(answer["places"])) == folded(gold["place"])
        count(tally["dateline"], axes, single(right, bool(answer)))
        if gold["agency"]:
            agency = (answer or {}).get("agency")
            count(tally["agency of the dateline"], {"parts": axes["parts"]}, single(folded(agency) == folded(gold["agency"]), bool(agency)))
    return tally


def count(axes: dict, printed: dict[str, str], one: Outcome) -> None:
    for axis, form in printed.items():
        axes.setdefault(axis, {}).setdefault(form, []).append(one)


def grouped(languages) -> dict[str, str]:
    """The name under which each language is counted: its own, or "others" with all of them."""
    counts = collections.Counter(languages)
    few = sorted(language for language, number in counts.items() if number < FEW)
    return {language: f"others ({', '.join(few)})" if language in few else language for language in counts}


def figures(outcomes: list[Outcome]) -> dict:
    """Of some dumps."""
    given = [one for one in outcomes if one.given]
    hits, got, wanted = (sum(getattr(one, name) for one in outcomes) for name in ("hits", "got", "wanted"))
    return {
        "dumps": len(outcomes),
        "right": sum(one.right for one in outcomes) / len(outcomes),
        "given": len(given) / len(outcomes),
        "of these right": sum(one.right for one in given) / len(given) if given else None,
        "F1": harmonic(hits / got if got else 0, hits / wanted),
    }


def report(tally: Tally) -> dict:
    """The figures by field, axis and form, the most frequent forms first; "all" is one axis."""
    result: dict = {}
    for field, axes in tally.items():
        if axes:
            everything = [one for outcomes in next(iter(axes.values())).values() for one in outcomes]
            result[field] = {"all": {"all": figures(everything)}}
            for axis, by_form in axes.items():
                order = sorted(by_form, key=lambda form: (form.startswith("others ("), -len(by_form[form]), form))
                result[field][axis] = {form: figures(by_form[form]) for form in order}
    return result


def show(found: dict) -> str:
    """A section a field, a table an axis."""
    parts = []
    for field, axes in found.items():
        parts.append(f"## {field}")
        columns = ("right", "given") if field == "no dateline" else ("right", "given", "of these right", "F1")
        everything = axes["all"]["all"]
        for axis, by_form in axes.items():
            if axis != "all":
                rows = [("all", everything), *by_form.items()]
                cells = [(form, f"{row['dumps']:,}", *(common.share(row[column]) for column in columns)) for form, row in rows]
                parts.append(common.table([axis, "dumps", *columns], cells))
    return "\n\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", metavar="DIR", type=pathlib.Path, default=common.SHARED, help="the folder with corpus/")
    parser.add_argument("--json", action="store_true", help="the same as one JSON object")
    parser.add_argument("--answers", metavar="FILE", type=pathlib.Path, help="JSON Lines of id, headline, published and authors to count instead")
    options = parser.parse_args()
    corpus = options.shared / "corpus"
    pages = common.needed(parser, corpus / "meta.jsonl.gz", meta_of, holds="text, lang, dumper, gold and visible")
    openings = common.needed(parser, corpus / "datelines.jsonl.gz", opening_of, holds="text, kind and dateline")
    answers = None
    if options.answers:
        answers = {one["id"]: one for one in common.needed(parser, options.answers, answer_of, holds="id, headline, published and authors")}
        if missing := [page.get("id") for page in pages if page.get("id") not in answers]:
            parser.error(f"{options.answers}: no answer for {len(missing)} pages, {missing[0]} the first: write it with the same corpus")
    found = report(judge_pages(pages, answers) | judge_openings(openings))
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(show(found))


if __name__ == "__main__":
    main()
