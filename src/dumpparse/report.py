"""The summary of a file of records on the terminal: tables, and bars of block characters."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .article import TRUSTED
from .explain import cut
from .summary import BINS, FOUND, Summary, by_site, explaining, share, tone, top

_BAR = 30  # columns of a whole bar
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEVELS = " ▁▂▃▄▅▆▇█"
_COLOURS = {"good": "green", "fair": "yellow", "poor": "red"}
_HEIGHT = 6  # rows of an upright plot


def show(summary: Summary, console: Console) -> None:
    """Print all of it."""
    with console.capture() as drawn:
        for title, part in _sections(summary):
            console.print(Text(f"\n{title}", style="bold"))
            if isinstance(part, list):  # lines, of which a command must stay whole to be copied
                for line in part:
                    console.print(Text("  ") + line, soft_wrap=True)
            else:
                console.print(Padding(part, (0, 0, 0, 2), expand=False))
    for line in drawn.get().splitlines():  # what rich fills up to the width is for nobody
        print(line.rstrip())


def _sections(summary: Summary) -> Iterable[tuple[str, Any]]:
    yield f"{summary.records:,} record{'s' * (summary.records != 1)}, by outcome", _bars(top(summary.outcomes), summary.records)
    read = sum(summary.publications.values()) + summary.publications.others
    yield "By publication", _bars(top(summary.publications, summary.publications.others), read)
    yield "By the language of dates: of the months that are named, else of the commonest words", _bars(top(summary.languages), read)
    if summary.warnings:
        yield "Warnings", _bars(top(summary.warnings), summary.records)
    yield "Fields found, by site", _fields(summary)
    yield "Confidence of the body: records in each twentieth from 0 to 1", _upright(summary.confidence["body"], "0", "1")
    yield "Confidence by field", _confidence(summary)
    unit, counts = summary.over_time()
    if counts:
        yield f"Articles by {unit} of publication", _upright([number for _, number in counts], counts[0][0], counts[-1][0])
    if summary.doubts:
        yield "To review: the least certain first", list(_doubts(summary))


def _bars(rows: Sequence[tuple[str, int]], whole: int) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=44, overflow="ellipsis", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    most = max((number for _, number in rows), default=0)
    for name, number in rows:
        table.add_row(Text(cut(name, 60)), f"{number:,}", share(number, whole), Text(_bar(number, most), style="cyan"))
    return table


def _bar(number: int, most: int) -> str:
    whole, part = divmod(max(1, round(_BAR * 8 * number / most)) if number else 0, 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")


def _upright(counts: Sequence[int], first: str, last: str) -> Group:
    """Columns for counts, with the greatest at the top left and the ends of the axis below."""
    most = max(counts, default=0)
    wide = 2 if len(counts) <= BINS else 1
    heights = [max(1, round(_HEIGHT * 8 * number / most)) if number else 0 for number in counts]
    side = max(len(f"{most:,}"), 1)
    rows = []
    for row in range(_HEIGHT, 0, -1):
        label = f"{most:,}" if row == _HEIGHT else "0" if row == 1 else ""
        cells = "".join(_LEVELS[min(8, max(0, height - 8 * (row - 1)))] * wide for height in heights)
        rows.append(Text.assemble(f"{label:>{side}} │", (cells, "cyan")))
    width = wide * len(counts)
    ends = first if first == last else f"{first}{last:>{max(len(last) + 1, width - len(first))}}"
    rows += [Text(f"{'':>{side}} └{'─' * width}"), Text(f"{'':>{side}}  {ends}")]
    return Group(*rows)


def _fields(summary: Summary) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="dim")
    table.add_column("site", max_width=36, overflow="ellipsis", no_wrap=True)
    table.add_column("records", justify="right")
    for key in FOUND:
        table.add_column(key, justify="right")
    for name, number, found in by_site(summary):
        table.add_row(Text(cut(name, 60)), f"{number:,}", *(Text(share(one, number), style=_COLOURS[tone(one, number)]) for one in found))
    return table


def _confidence(summary: Summary) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="dim")
    table.add_column("field")
    for name in ("with a value", ".9 or more"):
        table.add_column(name, justify="right")
    table.add_column("from 0 to 1")
    for key in TRUSTED:
        counts = summary.confidence[key]
        given, most = sum(counts), max(counts)
        plot = "".join(_LEVELS[max(1, round(8 * number / most)) if number else 0] for number in counts)
        table.add_row(key, f"{given:,}", share(summary.sure[key], given) if given else "–", Text(plot or "", style="cyan"))
    return table


def _doubts(summary: Summary) -> Iterable[Text]:
    for doubt in summary.doubts:
        yield Text.assemble((f"{doubt.chance:.2f}", "bold"), f"  {doubt.field}: {cut(doubt.value, 100)}")
        if doubt.headline and doubt.field != "headline":
            yield Text(f"      of {cut(doubt.headline, 100)}", style="dim")
        command = explaining(doubt)
        yield Text(f"      {command}" if command else f"      record {doubt.number:,}; its dump is in no file", style="cyan")
