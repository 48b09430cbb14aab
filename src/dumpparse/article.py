"""The result: an `Article` with its parts, and the record that it becomes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

SCHEMA = "dumpparse/1"

# The record's keys, in order. `blocks` and `evidence` come after them where spans are asked for.
KEYS = (
    "schema", "source", "headline", "byline", "authors", "agency", "dateline", "published", "updated", "publication", "print",
    "body", "author_note", "captions", "boilerplate", "warnings", "error",
)  # fmt: skip
SPAN_KEYS = ("blocks", "evidence")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a dump came from: `path` (None for standard input or a string), `encoding` it was decoded as, and an archive's keys."""

    path: str | None = None
    encoding: str | None = None
    id: str | None = None
    url: str | None = None
    record: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """`path` and `encoding`, and of the rest what the input had."""
        result: dict[str, Any] = {"path": self.path, "encoding": self.encoding}
        result.update({key: value for key in ("id", "url", "record") if (value := getattr(self, key)) is not None})
        return result


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate passed over for a field: its text, where it stands, and why it is not the value."""

    text: str
    span: Span
    reason: str


PassedOver = Callable[[], Iterable[Rejected]]


@dataclass(frozen=True, slots=True)
class Field:
    """A value as it was read: `text` is what stands at `span` in the dump, `rule` the rule that took it.

    Where it stands, and what was passed over for it, is worked out when someone asks: most runs don't.
    """

    value: Any
    text: str
    place: Callable[[], Span]
    rule: str
    passed_over: PassedOver = tuple

    @property
    def span(self) -> Span:
        """Start and end in the dump, in code points."""
        return self.place()

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """The candidates passed over, each with the reason."""
        return tuple(self.passed_over())


@dataclass(frozen=True, slots=True)
class Dateline:
    """`text` as printed with its mark; `places` one a city, its region kept; `date` ISO 8601 or None; `agency` or None."""

    text: str
    places: list[str]
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Print:
    """The print line: "Published in Dawn, EOS, March 3rd, 2018"."""

    publication: str
    supplement: str | None
    date: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One teaser. `truncated`: the blurb ends in "..." or "…", which it keeps; `updated`: its date says so."""

    title: str
    date: str | None = None
    updated: bool = False
    blurb: str | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A list of teasers under its heading, before or after the article."""

    heading: str
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Error:
    """Why an input could not be read: a code of the contract, and a message with the place and the remedy."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the input under one label: code points `start` to `end`, 1-based lines `first` to `last`."""

    label: str
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that spoke on a line: for which label, with what weight (log-odds), and where it was seen."""

    cue: str
    label: str
    weight: float
    span: Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with its label, the margin by which it got it (log-odds), and the hits that decided it."""

    line: Any
    label: str
    margin: float
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from one dump. Each attribute is the record's key of the same name; a value that the dump lacks is None.

    `fields` holds, for each field with a value, how it was read (a `Field`, or a list of them for a list). `lines` and
    `blocks` are worked out when asked for.
    """

    headline: str | None = None
    byline: str | None = None
    authors: list[str] = field(default_factory=list)
    agency: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    updated: str | None = None
    publication: str | None = None
    print: Print | None = None
    body: str | None = None
    author_note: str | None = None
    captions: list[str] = field(default_factory=list)
    boilerplate: list[Section] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    source: Source = Source()
    error: Error | None = None
    fields: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    page: Any = field(default=None, repr=False, compare=False)

    @property
    def lines(self) -> tuple[Labelled, ...]:
        """Every line of the dump with its label, margin and reasons."""
        return self.page.lines() if self.page else ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """A partition of the whole input into runs of one label; each teaser is its own block."""
        return self.page.blocks() if self.page else ()

    def to_dict(self, spans: bool = False) -> dict[str, Any]:
        """The record; with `spans` also `blocks` and `evidence`. Its offsets are code points, its lines 1-based."""
        dateline, line, error = self.dateline, self.print, self.error
        record = {
            "schema": SCHEMA,
            "source": self.source.to_dict(),
            "headline": self.headline,
            "byline": self.byline,
            "authors": list(self.authors),
            "agency": self.agency,
            "dateline": dateline and {"text": dateline.text, "places": list(dateline.places), "date": dateline.date, "agency": dateline.agency},
            "published": self.published,
            "updated": self.updated,
            "publication": self.publication,
            "print": line and {"publication": line.publication, "supplement": line.supplement, "date": line.date, "text": line.text},
            "body": self.body,
            "author_note": self.author_note,
            "captions": list(self.captions),
            "boilerplate": [
                {
                    "heading": section.heading,
                    "items": [
                        {"title": item.title, "date": item.date, "updated": item.updated, "blurb": item.blurb, "truncated": item.truncated}
                        for item in section.items
                    ],
                }
                for section in self.boilerplate
            ],
            "warnings": list(self.warnings),
            "error": error and {"code": error.code, "message": error.message},
        }
        if spans:
            record["blocks"] = [
                {"label": block.label, "start": block.start, "end": block.end, "lines": [block.first, block.last]} for block in self.blocks
            ]
            record["evidence"] = {
                key: [_evidence(one) for one in found] if isinstance(found, list) else _evidence(found) for key, found in self.fields.items()
            }
        return record


def _evidence(found: Field) -> dict[str, Any]:
    return {"start": found.span[0], "end": found.span[1], "rule": found.rule}


def failed(source: Source, code: str, message: str) -> Article:
    """The record of an input that could not be read."""
    return Article(source=source, error=Error(code, message))
