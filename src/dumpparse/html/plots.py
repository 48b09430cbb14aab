"""Plots as SVG inside a page. Places across are per cent of the width and sizes of letters are not, so that they are legible on any screen.

Each bar can be reached by the Tab key and tells its value there, as it does to a pointer and to a screen reader.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from unicodedata import east_asian_width

from . import Markup, joined, markup

_LETTERS = 40  # letters of a common width that a phone has room for above a bar: a name and what is said of it
_ROW = 36  # pixels that a bar takes with its name
_HIGH, _ABOVE, _BELOW = 150, 26, 40  # pixels of an upright plot: its columns, what is above, and the axis with its title


def bars(title: str, rows: Sequence[tuple[str, int, str]], unit: str) -> Markup:
    """Lying bars: for each row its name, a number of `unit`, and what to say of that."""
    if not rows:
        return Markup('<p class="none">None.</p>')
    most = max(number for _, number, _ in rows)
    drawn = [
        markup(
            '<g tabindex="0" role="listitem" aria-label="{name}: {said}"><title>{name}: {said}</title>'
            '<svg class="name" y="{top}" width="{room}%" height="20"><text x="0" y="14" class="text">{short}</text></svg>'
            '<text x="100%" y="{text}" text-anchor="end">{said}</text>'
            '<rect class="track" x="0" y="{bar}" width="100%" height="8" rx="4"/>'
            '<rect class="bar" x="0" y="{bar}" width="{width}%" height="8" rx="4"/></g>',
            name=name, said=said, short=_short(name, _LETTERS - 1 - len(said)), room=f"{100 - 100 * (len(said) + 1) / _LETTERS:.1f}",
            top=_ROW * row, text=_ROW * row + 14, bar=_ROW * row + 20, width=f"{max(0.6, 100 * number / most):.2f}" if number else 0,
        )
        for row, (name, number, said) in enumerate(rows)
    ]  # fmt: skip
    best = max(rows, key=lambda row: row[1])
    return _plot(title, f"Lying bars, {unit}: the longest is {best[0]} with {best[2]}.", _ROW * len(rows), drawn)


def _short(name: str, room: int) -> str:
    """A name cut to the width of so many letters, of which a wide one, as of Chinese, counts for two."""
    ends = list(accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in name))
    return name if not ends or ends[-1] <= room else name[: bisect_right(ends, room - 1)] + "…"


def columns(title: str, rows: Sequence[tuple[str, int]], across: tuple[str, Sequence[str]], up: str, high: int = _HIGH) -> Markup:
    """Upright bars: for each row its name and a number of `up`; `across` is the title of the axis and what stands along it, evenly."""
    if not any(number for _, number in rows):
        return Markup('<p class="none">None.</p>')
    most = max(number for _, number in rows)
    top, step = _round_up(most), 100 / len(rows)
    gap = min(0.25 * step, 0.5)
    base = _ABOVE + high
    levels = [(base - high * part // 2, f"{top * part / 2:,g} {up if part == 2 else ''}") for part in (1, 2)]
    drawn = [markup('<line class="rule" x1="0" x2="100%" y1="{y}" y2="{y}"/>', y=y) for y, _ in levels]
    for place, (name, number) in enumerate(rows):
        tall = max(1.5, high * number / top) if number else 0
        middle = step * (place + 0.5)
        drawn.append(
            markup(
                '<g tabindex="0" role="listitem" aria-label="{name}: {number} {up}"><title>{name}: {number} {up}</title>'
                '<rect class="reach" x="{x}%" y="{above}" width="{step}%" height="{high}"/>'
                '<rect class="bar" x="{inner}%" y="{y}" width="{width}%" height="{tall}" rx="1.5"/>'
                '<text class="said" x="{middle}%" y="12" text-anchor="{anchor}">{name}: {number}</text></g>',
                name=name, number=f"{number:,}", up=up, x=f"{step * place:.3f}", above=_ABOVE, step=f"{step:.3f}", high=high,
                inner=f"{step * place + gap:.3f}", y=f"{base - tall:.1f}", width=f"{step - 2 * gap:.3f}", tall=f"{tall:.1f}",
                middle=f"{middle:.2f}", anchor="start" if middle < 25 else "end" if middle > 75 else "middle",
            )
        )  # fmt: skip
    # After the bars, or the first would cover them.
    drawn += [markup('<text class="axis" x="0" y="{}">{}</text>', y - 4, value) for y, value in levels]
    drawn.append(markup('<line class="base" x1="0" x2="100%" y1="{y}" y2="{y}"/>', y=base))
    name, marks = across
    for place, mark in enumerate(marks):
        at = 100 * place / max(1, len(marks) - 1)
        anchor = "start" if place == 0 else "end" if place == len(marks) - 1 else "middle"
        drawn.append(markup('<text class="axis" x="{}%" y="{}" text-anchor="{}">{}</text>', f"{at:.2f}", base + 16, anchor, mark))
    drawn.append(markup('<text class="axis" x="50%" y="{}" text-anchor="middle">{}</text>', base + 34, name))
    best = max(rows, key=lambda row: row[1])
    return _plot(title, f"Upright bars, {up} by {name}: the highest is {best[0]} with {best[1]:,}.", base + _BELOW, drawn)


def _plot(title: str, told: str, height: int, drawn: Sequence[Markup]) -> Markup:
    name = title.lower().replace(" ", "-")
    return markup(
        '<figure><svg class="plot" height="{height}" role="list" aria-labelledby="{name}" aria-describedby="{name}-told">'
        '<title id="{name}">{title}</title><desc id="{name}-told">{told}</desc>{drawn}</svg></figure>',
        height=height, name=name, title=title, told=told, drawn=joined(drawn),
    )  # fmt: skip


def _round_up(number: int) -> int:
    """The next of 2, 4, 10, 20, 40, 100, …: an axis' end, half of which is a whole number too."""
    end = 1
    while True:
        for step in (2, 4, 6, 8, 10):
            if end * step >= number:
                return end * step
        end *= 10
