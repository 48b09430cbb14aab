"""The result: an `Article` with its parts, and the record that it becomes."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from .lines import Span

if TYPE_CHECKING:
    from .evidence import Block, Labelled, Rejected

SCHEMA = "dumpparse/1"

# The record's keys, in order. `blocks` and `evidence` come after them where spans are asked for.
KEYS = (
    "schema", "source", "headline", "byline", "authors", "agency", "dateline", "published", "updated", "publication", "print",
    "body", "author_note", "captions", "boilerplate", "confidence", "warnings", "error",
)  # fmt: skip
SPAN_KEYS = ("blocks", "evidence")
# The keys that have a confidence, in the order of the record.
TRUSTED = ("headline", "byline", "authors", "dateline", "published", "updated", "body")


class Source(NamedTuple):
    """Where a dump came from: `path` (None for standard input or a string), `encoding` it was decoded as, and an archive's keys.

    `crawled`: when the page was fetched, ISO 8601; what it says of dates by the time that has passed is reckoned from there.
    """

    path: str | None = None
    encoding: str | None = None
    id: str | None = None
    url: str | None = None
    record: int | None = None
    crawled: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """`path` and `encoding`, and of the rest what the input had."""
        result: dict[str, Any] = {"path": self.path, "encoding": self.encoding}
        result.update({key: value for key in ("id", "url", "record", "crawled") if (value := getattr(self, key)) is not None})
        return result


PassedOver = Callable[[], "Iterable[Rejected]"]


class Field(NamedTuple):
    """A value as it was read: `text` is what stands at `span` in the dump, `rule` the rule that took it, `unit` its unit of the page.

    Where it stands, and what was passed over for it, is worked out when someone asks: most runs don't. `chance`: how much what was
    learned speaks for it among the candidates, 0 to 1; None where the rules alone read it.
    """

    value: Any
    text: str
    place: Callable[[], Span]
    rule: str
    passed_over: PassedOver = tuple
    unit: int = 0
    chance: float | None = None

    @property
    def span(self) -> Span:
        """Start and end in the dump, in code points."""
        return self.place()

    @property
    def rejected(self) -> "tuple[Rejected, ...]":
        """The candidates passed over, each with the reason."""
        return tuple(self.passed_over())


class Dateline(NamedTuple):
    """`text` as printed with its mark; `places` one a city, its region kept; `date` ISO 8601 or None; `agency` or None."""

    text: str
    places: list[str]
    date: str | None = None
    agency: str | None = None


class Print(NamedTuple):
    """The print line: "Published in Dawn, EOS, March 3rd, 2018"."""

    publication: str
    supplement: str | None
    date: str | None
    text: str


class Item(NamedTuple):
    """One teaser. `truncated`: the blurb ends in "..." or "…", which it keeps; `updated`: its date says so."""

    title: str
    date: str | None = None
    updated: bool = False
    blurb: str | None = None
    truncated: bool = False


class Section(NamedTuple):
    """A list of teasers under its heading, before or after the article."""

    heading: str
    items: list[Item]


class Error(NamedTuple):
    """Why an input could not be read: a code of the contract, and a message with the place and the remedy."""

    code: str
    message: str


class Article:
    """What was read from one dump. Each attribute is the record's key of the same name; a value that the dump lacks is None.

    `confidence` says of the body what page F1 to expect, of some fields how likely they are right, from 0 to 1, None for no value;
    `fields` holds, for each field that was looked for with some success, how it was read: a `Field`, or a list of them for a
    list. `lines` and `blocks` are worked out when asked for. Two articles are equal if their records are.
    """

    # A plain class: making a dataclass costs more at start-up than reading a page.
    __slots__ = (
        "agency", "author_note", "authors", "body", "boilerplate", "byline", "captions", "confidence", "dateline", "error", "fields", "headline",
        "page", "print", "publication", "published", "source", "updated", "warnings",
    )  # fmt: skip

    def __init__(
        self,
        *,
        headline: str | None = None,
        byline: str | None = None,
        authors: Iterable[str] = (),
        agency: str | None = None,
        dateline: Dateline | None = None,
        published: str | None = None,
        updated: str | None = None,
        publication: str | None = None,
        print: Print | None = None,
        body: str | None = None,
        author_note: str | None = None,
        captions: Iterable[str] = (),
        boilerplate: Iterable[Section] = (),
        confidence: Mapping[str, float | None] | None = None,
        warnings: Iterable[str] = (),
        source: Source | None = None,
        error: Error | None = None,
        fields: dict[str, Any] | None = None,
        page: Any = None,
    ):
        self.headline, self.byline, self.authors, self.agency = headline, byline, list(authors), agency
        self.dateline, self.published, self.updated = dateline, published, updated
        self.publication, self.print = publication, print
        self.body, self.author_note, self.captions = body, author_note, list(captions)
        self.boilerplate, self.warnings = list(boilerplate), list(warnings)
        self.confidence: dict[str, float | None] = {**dict.fromkeys(TRUSTED), **(confidence or {})}
        self.source, self.error = source or Source(), error
        self.fields: dict[str, Any] = fields or {}
        self.page = page

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Article) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Article {self.headline or self.body or self.error!r:.60} published={self.published}>"

    def require_confidence(self, least: float) -> None:
        """Take away, with a warning, each value whose confidence is less than `least`."""
        low = [key for key, value in self.confidence.items() if value is not None and value < least]
        for key in low:
            setattr(self, key, [] if key == "authors" else None)
            self.confidence[key] = None
            self.fields.pop(key, None)
        if low:
            self.warnings.append("low-confidence")
        if "body" in low:
            self.warnings.append("no-body")

    @property
    def lines(self) -> "tuple[Labelled, ...]":
        """Every line of the dump with its label, margin and reasons."""
        return self.page.lines() if self.page else ()

    @property
    def blocks(self) -> "tuple[Block, ...]":
        """A partition of the whole input into runs of one label; each teaser is its own block."""
        return self.page.blocks() if self.page else ()

    def to_dict(self, spans: bool = False) -> dict[str, Any]:
        """The record; with `spans` also `blocks` and `evidence`. Its offsets are code points, its lines 1-based."""
        dateline, line, error = self.dateline, self.print, self.error
        record: dict[str, Any] = {
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
            "confidence": dict(self.confidence),
            "warnings": list(self.warnings),
            "error": error and {"code": error.code, "message": error.message},
        }
        if spans:
            record["blocks"] = [
                {"label": block.label, "start": block.start, "end": block.end, "lines": [block.first, block.last]} for block in self.blocks
            ]
            record["evidence"] = {
                key: [_evidence(one) for one in found] if isinstance(found, list) else _evidence(found)
                for key, found in self.fields.items()
                if isinstance(found, list) or found.value is not None
            }
        return record


def _evidence(found: Field) -> dict[str, Any]:
    return {"start": found.span[0], "end": found.span[1], "rule": found.rule}


def failed(source: Source, code: str, message: str) -> Article:
    """The record of an input that could not be read."""
    return Article(source=source, error=Error(code, message))
