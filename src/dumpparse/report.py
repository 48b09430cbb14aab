"""The summary of a file of records on the terminal: tables, and bars of block characters."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .article import TRUSTED
from .explain import cut
from .summary import BINS, FOUND, Summary, by_site, explaining, share, tone, top

_BAR = 30  # columns of a whole bar
_LEAST = 40  # columns that are drawn for: on a screen of fewer a line goes on below
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEVELS = " ▁▂▃▄▅▆▇█"
_COLOURS = {"good": "green", "fair": "yellow", "poor": "red"}
_HEIGHT = 6  # rows of an upright plot
_SITE = 12  # columns that a site's name has at the least
# What stands above how many have a value, how many of them are sure, and the plot: of these the first that there is room for.
_HEADS = (("with a value", ".9 or more", "from 0 to 1"), ("value", "≥ .9", "from 0 to 1"), ("value", "≥ .9"))


def show(summary: Summary, console: Console) -> None:
    """Print all of it. What is too wide for the console is drawn smaller, but no number is cut."""
    console.width = max(_LEAST, console.width)
    with console.capture() as drawn:
        for title, part in _sections(summary, console.width - 2):
            console.print(Text(f"\n{title}", style="bold"))
            if isinstance(part, list):  # lines, of which a command must stay whole to be copied
                for line in part:
                    console.print(Text("  ") + line, soft_wrap=True)
            else:
                console.print(Padding(part, (0, 0, 0, 2), expand=False))
    for line in drawn.get().splitlines():  # what rich fills up to the width is for nobody
        print(line.rstrip())


def _sections(summary: Summary, width: int) -> Iterable[tuple[str, Any]]:
    """Titles, and what stands below each in so many columns."""
    yield f"{summary.records:,} record{'s' * (summary.records != 1)}, by outcome", _bars(top(summary.outcomes), summary.records, width)
    read = sum(summary.publications.values()) + summary.publications.others
    yield "By publication", _bars(top(summary.publications, summary.publications.others), read, width)
    yield "By the language of dates: of the months that are named, else of the commonest words", _bars(top(summary.languages), read, width)
    if summary.warnings:
        yield "Warnings", _bars(top(summary.warnings), summary.records, width)
    yield "Fields found, by site", _fields(summary, width)
    scale = ["0", *[""] * (BINS - 2), "1"]
    counts = list(zip(scale, summary.confidence["body"], strict=True))
    yield "Confidence of the body: records in each twentieth from 0 to 1", _upright(counts, width)
    yield "Confidence by field", _confidence(summary, width)
    unit, counts = summary.over_time()
    if counts:
        yield f"Articles by {unit} of publication", _upright(counts, width)
    if summary.doubts:
        yield "To review: the least certain first", list(_doubts(summary))


def _bars(rows: Sequence[tuple[str, int]], whole: int, width: int) -> Table:
    said = [(cut(name, 60), f"{number:,}", share(number, whole)) for name, number in rows]
    names, numbers, shares = (max(map(cell_len, column), default=0) for column in zip(*said, strict=True)) if said else (0, 0, 0)
    room = width - numbers - shares - 6  # for a name and its bar, of which each gives way
    names = min(44, names, max(12, room - _BAR // 2))
    table = Table.grid(padding=(0, 2))
    table.add_column(width=names, overflow="ellipsis", no_wrap=True)
    table.add_column(width=numbers, justify="right", no_wrap=True)
    table.add_column(width=shares, justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    longest = max(1, min(_BAR, room - names))
    most = max((number for _, number in rows), default=0)
    for (name, shown, part), (_, number) in zip(said, rows, strict=True):
        table.add_row(Text(name), shown, part, Text(_bar(number, most, longest), style="cyan"))
    return table


def _bar(number: int, most: int, longest: int) -> str:
    whole, part = divmod(max(1, round(longest * 8 * number / most)) if number else 0, 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")


def _upright(rows: Sequence[tuple[str, int]], width: int) -> Group:
    """Columns for named counts, with the greatest at the top left and the ends of the axis below; of too many for one line some a line."""
    most = max(number for _, number in rows)
    side = len(f"{most:,}")
    room = width - side - 2
    wide = 2 if len(rows) <= BINS and 2 * len(rows) <= room else 1
    size = math.ceil(len(rows) / math.ceil(wide * len(rows) / room))
    return Group(*(line for at in range(0, len(rows), size) for line in _columns(rows[at : at + size], most, side, wide)))


def _columns(rows: Sequence[tuple[str, int]], most: int, side: int, wide: int) -> Iterable[Text]:
    """One line of an upright plot: `side` columns for the greatest number `most`, then so `wide` a column for each."""
    heights = [max(1, round(_HEIGHT * 8 * number / most)) if number else 0 for _, number in rows]
    for row in range(_HEIGHT, 0, -1):
        label = f"{most:,}" if row == _HEIGHT else "0" if row == 1 else ""
        cells = "".join(_LEVELS[min(8, max(0, height - 8 * (row - 1)))] * wide for height in heights)
        yield Text.assemble(f"{label:>{side}} │", (cells, "cyan"))
    width = wide * len(rows)
    first, last = rows[0][0], rows[-1][0]
    yield Text(f"{'':>{side}} └{'─' * width}")
    yield Text(f"{'':>{side}}  {first if first == last else f'{first}{last:>{max(len(last) + 1, width - len(first))}}'}")


def _fields(summary: Summary, width: int) -> Table | Group:
    """A table, or where it has no room the fields of each site below its name."""
    sites = by_site(summary)
    records = max([len("records"), *(len(f"{number:,}") for _, number, _ in sites)])
    fields = [max(len(key), len("99.9%")) for key in FOUND]
    room = width - records - sum(fields) - 2 * (len(fields) + 2)
    if room < _SITE:
        return Group(*(line for site in sites for line in _stacked(*site, width)))
    table = Table(box=None, padding=(0, 1), header_style="dim")
    table.add_column("site", max_width=min(36, room), overflow="ellipsis", no_wrap=True)
    table.add_column("records", justify="right", min_width=records)
    for key, columns in zip(FOUND, fields, strict=True):
        table.add_column(key, justify="right", min_width=columns)
    for name, number, found in sites:
        table.add_row(Text(cut(name, 60)), f"{number:,}", *(Text(share(one, number), style=_COLOURS[tone(one, number)]) for one in found))
    return table


def _stacked(name: str, number: int, found: Sequence[int], width: int) -> Iterable[Text]:
    """A site's name and records, and below them as many fields a line as there is room for."""
    count = f"  {number:,} record{'s' * (number != 1)}"
    title = Text(cut(name, 60))
    title.truncate(width - len(count), overflow="ellipsis")
    yield title + Text(count, style="dim")
    line = Text(" ")
    for key, one in zip(FOUND, found, strict=True):
        cell = Text.assemble((f" {key} ", "dim"), (share(one, number), _COLOURS[tone(one, number)]))
        if len(line) + 1 + len(cell) > width:
            yield line
            line = Text(" ")
        line = line + Text(" " * (len(line) > 1)) + cell
    yield line


def _confidence(summary: Summary, width: int) -> Table:
    fields, most = max(map(len, TRUSTED)), max(len(f"{sum(summary.confidence[key]):,}") for key in TRUSTED)
    heads = next(
        (heads for heads in _HEADS if fields + sum(max(len(head), room) for head, room in zip(heads, (most, 5, BINS), strict=False)) + 8 <= width),
        _HEADS[-1],
    )
    table = Table(box=None, padding=(0, 1), header_style="dim")
    table.add_column("field", min_width=fields)
    for name, columns in zip(heads, (most, 5, BINS), strict=False):
        table.add_column(name, justify="left" if columns == BINS else "right", min_width=max(len(name), columns), no_wrap=True)
    for key in TRUSTED:
        counts = summary.confidence[key]
        given, highest = sum(counts), max(counts)
        plot = "".join(_LEVELS[max(1, round(8 * number / highest)) if number else 0] for number in counts)
        cells = (f"{given:,}", share(summary.sure[key], given) if given else "–", Text(plot, style="cyan"))
        table.add_row(key, *cells[: len(heads)])
    return table


def _doubts(summary: Summary) -> Iterable[Text]:
    for doubt in summary.doubts:
        yield Text.assemble((f"{doubt.chance:.2f}", "bold"), f"  {doubt.field}: {cut(doubt.value, 100)}")
        if doubt.headline and doubt.field != "headline":
            yield Text(f"      of {cut(doubt.headline, 100)}", style="dim")
        command = explaining(doubt)
        yield Text(f"      {command}" if command else f"      record {doubt.number:,}; its dump is in no file", style="cyan")
