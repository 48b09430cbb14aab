"""What stands behind one article as a page: the dump coloured by label with its reasons, the fields and what was passed over for them.

Like `explain` on the terminal it renders the objects that `extract` used and decides nothing of its own.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ..article import KEYS, Article, Field
from ..evidence import Hit, Labelled
from ..explain import COLOURS, shown
from . import Markup, joined, markup, page

_MARKED = ("headline", "byline", "authors", "agency", "dateline", "published", "updated", "publication")
_FIELDS = [key for key in KEYS if key not in ("schema", "source", "confidence", "warnings", "error")]


def render(article: Article, name: str) -> bytes:
    """The page; `name` is what the dump is called."""
    lines = article.lines
    counts = Counter(labelled.label for labelled in lines)
    warnings = f"; warnings: {', '.join(article.warnings)}" if article.warnings else ""
    body = len(article.body or "")
    return page(
        "explanation",
        title=name,
        lead=f"{len(lines) - counts['blank']:,} lines with text, {body:,} code points of body{warnings}",
        legend=joined(markup('<li class="{0}">{0} {1}</li>', label, f"{counts[label]:,}") for label in COLOURS if counts[label] and label != "blank"),
        fields=_fields(article),
        lines=joined(_lines(article, lines)),
    )


def _lines(article: Article, lines: Iterable[Labelled]) -> Iterator[Markup]:
    marks = sorted(_marks(article))
    at = 0
    for labelled in lines:
        line = labelled.line
        if labelled.label == "blank":
            yield markup('<li class="blank" id="L{}"></li>', line.number)
            continue
        while at < len(marks) and marks[at][0] < line.start:
            at += 1
        here = []
        while at < len(marks) and marks[at][0] < line.end:
            here.append(marks[at])
            at += 1
        yield markup(
            '<li class="{label}" id="L{number}" tabindex="0" aria-describedby="W{number}"><span class="number">{number}</span>'
            '<span class="label">{label}</span><span class="line" dir="auto">{text}</span>'
            '<div class="room"><div class="why" id="W{number}" role="tooltip">{why}</div></div></li>',
            label=labelled.label, number=line.number, text=_marked(line.text, line.start, here), why=_why(labelled),
        )  # fmt: skip


def _marks(article: Article) -> Iterator[tuple[int, int, str]]:
    """Where the values of fields stand: start, end, key."""
    for key in _MARKED:
        for one in _found(article, key):
            if one.value is not None:
                yield (*one.span, key)


def _marked(text: str, start: int, marks: Iterable[tuple[int, int, str]]) -> Markup:
    """A line with the values in it marked; of two that overlap the shorter, since one can be the whole line."""
    kept: list[tuple[int, int, str]] = []
    for first, last, key in sorted(marks, key=lambda mark: mark[1] - mark[0]):
        if all(last <= other[0] or other[1] <= first for other in kept):
            kept.append((first, last, key))
    parts: list[Any] = []
    done = 0
    for first, last, key in sorted(kept):
        parts += [text[done : first - start], markup('<mark title="{}">{}</mark>', key, text[first - start : last - start])]
        done = last - start
    return joined([*parts, text[done:]])


def _why(labelled: Labelled) -> Markup:
    sure = f"by {labelled.margin:.1f} over any other label" if math.isfinite(labelled.margin) else "no other label can stand here"
    reasons = joined(map(_hit, labelled.hits)) or Markup("<li><span></span><span>only what stands around it</span></li>")
    return markup("<p><strong>{}</strong>, {}</p><ul>{}</ul>", labelled.label, sure, reasons)


def _hit(hit: Hit) -> Markup:
    side = "for" if hit.weight >= 0 else "against"
    return markup('<li><span class="weight {}">{}</span><span>{}</span></li>', side, f"{hit.weight:+.1f}", hit.cue)


def _fields(article: Article) -> Markup:
    """A card for each field that was found or looked for with some success, and one for the others."""
    known = {key: _found(article, key) for key in _FIELDS if key != "body"}
    cards = [_card(article, key, joined(_one(article, one) for one in several)) for key, several in known.items() if several]
    missing = article.fields.get("body")
    body = _one(article, missing) if missing else _value(f"{len(article.body or ''):,} code points", "")
    silent = [key for key, several in known.items() if not several]
    rest = markup('<section class="field"><h3>not said</h3><p class="value null">{}</p></section>', ", ".join(silent)) if silent else ""
    return joined([_card(article, "body", body), *cards, rest])


def _found(article: Article, key: str) -> list[Field]:
    found = article.fields.get(key)
    return found if isinstance(found, list) else [found] if found else []


def _card(article: Article, key: str, inside: Markup) -> Markup:
    chance = article.confidence.get(key)
    sure = markup('<span title="how sure it is">{}</span>', f"{chance:.2f}") if chance is not None else ""
    return markup('<section class="field" id="F-{}"><h3>{} {}</h3>{}</section>', key, key, sure, inside)


def _one(article: Article, found: Field) -> Markup:
    known = found.value is not None
    rule = joined([found.rule, ", ", _place(article, found.span)]) if known else found.rule
    passed = found.rejected
    rejected = markup(
        "<details{open}><summary>{count} rejected</summary><ul>{items}</ul></details>",
        open=Markup(" open") if not known or len(passed) <= 2 else "", count=len(passed),
        items=joined(
            markup('<li><span class="text">{}</span>, {}<br><span class="reason">{}</span></li>', one.text, _place(article, one.span), one.reason)
            for one in passed
        ),
    ) if passed else ""  # fmt: skip
    return joined([_value(_said(found.value) if known else None, rule), rejected])


def _value(value: str | None, rule: str) -> Markup:
    told = markup('<p class="value text">{}</p>', value) if value is not None else Markup('<p class="value null">null</p>')
    return joined([told, markup('<p class="rule">{}</p>', rule) if rule else ""])


def _said(value: Any) -> str:
    """A value for a reader: parts a line each, a list of teasers by its titles."""
    if hasattr(value, "items") and hasattr(value, "heading"):
        return "\n".join([value.heading or "(no heading)", *(f"· {item.title}" for item in value.items)])
    if hasattr(value, "_asdict"):
        return "\n".join(f"{name}: {shown(part)}" for name, part in value._asdict().items() if part not in (None, []))
    return shown(value)


def _place(article: Article, span: tuple[int, int]) -> Markup:
    line = article.page.dump.line_at(span[0])
    return markup('<a href="#L{}">line {}</a>', line, line)
