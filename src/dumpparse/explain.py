"""Show why: each line of a dump with its label and the cues that decided it, or one field with what was passed over for it.

It renders the objects that `extract` used and decides nothing of its own.
"""

import io
import json
import math
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from .article import SCHEMA, Article, Field
from .characters import SOFT_HYPHEN
from .evidence import Hit, Labelled

COLOURS = {
    "body": "green", "subhead": "bold green", "standfirst": "green", "headline": "bold magenta", "byline": "cyan", "timestamp": "cyan",
    "caption": "yellow", "print_line": "cyan", "author_note": "blue", "section_heading": "bold red", "teaser": "red", "comment": "red",
    "chrome": "bright_black", "insert": "bright_black", "footer": "bright_black", "blank": "bright_black",
}  # fmt: skip
_LABEL = max(map(len, COLOURS))


def rows(article: Article, width: int) -> Iterator[tuple[str, str]]:
    """The page line by line, as (label, one printable line of at least `width` columns)."""
    text = max(24, width - 5 - _LABEL - 8 - 34)
    yield "", f"{'line':>5}  {'label':<{_LABEL}} {'margin':>6}  {'text':<{text}}  because"
    for labelled in article.lines:
        if labelled.label != "blank":
            because = "; ".join(_said(hit) for hit in labelled.hits)
            begin = f"{labelled.line.number:>5}  {labelled.label:<{_LABEL}} {_margin(labelled):>6}"
            yield labelled.label, f"{begin}  {cut(labelled.line.text, text):<{text}}  {because}".rstrip()
    if missing := article.fields.get("body"):
        yield "", f"no body: {missing.rule}" + (f"; {len(missing.rejected)} lines read as an article's" if missing.rejected else "")


def field_rows(article: Article, name: str) -> Iterator[tuple[str, str]]:
    """One field: its value, where it stands, the rule, and what was passed over with the reason."""
    found = article.fields.get(name)
    several = found if isinstance(found, list) else [found] if found else []
    if name == "body" and not several:
        yield "", f"body: {len(article.body or '')} code points, from these lines:"
        for labelled in article.lines:
            if labelled.label in ("standfirst", "body", "subhead"):
                yield (
                    labelled.label,
                    f"  line {labelled.line.number}: {cut(labelled.line.text, 70)}  ({labelled.label}, margin {_margin(labelled).strip()})",
                )
        return
    if not several and (whole := article.to_dict(spans=True)[name]) is not None:  # of the record, not read from a line: "confidence"
        yield "", f"{name}: {json.dumps(whole, ensure_ascii=False)}"
        return
    if not any(one.value is not None for one in several):
        yield "", f"{name}: null, {several[0].rule if several else 'the dump does not say'}"
    for one in several:
        if one.value is not None:
            yield "", f"{name}: {shown(one.value)}"
            yield "", f"  stands at {_where(article, one.span)}: {cut(one.text, 100)!r}"
            yield "", f"  rule: {one.rule}"
        for rejected in one.rejected:
            yield "", f"  rejected: {cut(rejected.text, 60)!r} at {_where(article, rejected.span)}: {rejected.reason}"


def to_json(article: Article) -> dict[str, Any]:
    """Lines and fields with their reasons, for machines. A margin without bound is null."""
    return {
        "schema": SCHEMA,
        "source": article.source.to_dict(),
        "lines": [
            {
                "number": labelled.line.number,
                "start": labelled.line.start,
                "end": labelled.line.end,
                "label": labelled.label,
                "margin": round(labelled.margin, 4) if math.isfinite(labelled.margin) else None,
                "hits": [{"cue": hit.cue, "weight": hit.weight} for hit in labelled.hits],
                "text": labelled.line.text,
            }
            for labelled in article.lines
        ],
        "fields": {name: [_field(one) for one in found] if isinstance(found, list) else _field(found) for name, found in article.fields.items()},
    }


def console(colour: bool, width: int | None = None) -> Any:
    """rich's console on standard output, in UTF-8 whatever the locale says, as the records are. Without a `width` lines are not broken."""
    _speak_utf8()
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end with 1, but that its reader has had enough is no failure

    return Screen(force_terminal=colour, no_color=not colour, highlight=False, width=width, soft_wrap=width is None)


def paint(lines: Sequence[tuple[str, str]] | Iterator[tuple[str, str]], colour: bool) -> None:
    """Print the lines, coloured by label with rich, or plain."""
    if not colour:
        _speak_utf8()
        for _, line in lines:
            print(line)
        return
    from rich.text import Text

    screen = console(True)
    for label, line in lines:
        screen.print(Text(line.encode("utf-8", "backslashreplace").decode(), style=COLOURS.get(label, "")))


def _speak_utf8() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _field(found: Field) -> dict[str, Any]:
    known = found.value is not None
    return {
        "value": _plain(found.value),
        "start": found.span[0] if known else None,
        "end": found.span[1] if known else None,
        "rule": found.rule,
        "rejected": [{"text": one.text, "start": one.span[0], "end": one.span[1], "reason": one.reason} for one in found.rejected],
    }


def _plain(value: Any) -> Any:
    """A part of the record as dicts and lists."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def shown(value: Any) -> str:
    """A value as it is shown to people: a string as it is, anything else as JSON."""
    import json

    return value if isinstance(value, str) else json.dumps(_plain(value), ensure_ascii=False)


def _where(article: Article, span: tuple[int, int]) -> str:
    line = article.page.dump.line_at(span[0])
    return f"line {line}, code points {span[0]}-{span[1]}"


def _said(hit: Hit) -> str:
    return f"{hit.cue} {hit.weight:+.1f}"


def _margin(labelled: Labelled) -> str:
    return f"{labelled.margin:6.1f}" if math.isfinite(labelled.margin) else "   all"


def cut(text: str, width: int) -> str:
    """`text` on one printable line, cut to `width` columns: what a page holds must not steer a terminal."""
    text = "".join(char if char.isprintable() else " " for char in text[: 4 * width].replace(SOFT_HYPHEN, "").strip()).rstrip()
    return text if len(text) <= width else text[: width - 1] + "…"
