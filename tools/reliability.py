"""How good what was given a confidence was: points to map values by, and a reliability diagram as SVG."""

from collections.abc import Mapping, Sequence

from dumpparse import confidence

_SIZE, _EDGE = 320, 44


def diagram(shown: Sequence[tuple[float, float]], parts: int = 20) -> str:
    """An SVG of `shown`, pairs of a body's confidence and its page F1: a circle a twentieth of the scale, its area by pages."""
    groups = [[(value, right) for value, right in shown if min(int(value * parts), parts - 1) == part] for part in range(parts)]
    whole = max(1, len(shown))

    def x(value: float) -> float:
        return round(_EDGE + value * _SIZE, 1)

    def y(value: float) -> float:
        return round(_EDGE / 2 + (1 - value) * _SIZE, 1)

    marks = []
    for at in (0, 0.2, 0.4, 0.6, 0.8, 1):
        marks.append(f'<line x1="{x(at)}" y1="{y(0)}" x2="{x(at)}" y2="{y(1)}" class="grid"/><text x="{x(at)}" y="{y(0) + 16}">{at:g}</text>')
        marks.append(f'<line x1="{x(0)}" y1="{y(at)}" x2="{x(1)}" y2="{y(at)}" class="grid"/><text x="{x(0) - 16}" y="{y(at) + 4}">{at:g}</text>')
    for group in groups:
        if group:
            value = sum(value for value, _ in group) / len(group)
            share = sum(f1 for _, f1 in group) / len(group)
            radius = round(3 + 34 * (len(group) / whole) ** 0.5, 1)
            said = f"confidence {value:.2f}: F1 {share:.2f}, {len(group)} pages"
            marks.append(f'<circle cx="{x(value)}" cy="{y(share)}" r="{radius}"><title>{said}</title></circle>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE + 2 * _EDGE} {_SIZE + 2 * _EDGE}" width="{_SIZE + 2 * _EDGE}" role="img" '
        'aria-label="Page F1 of bodies, by confidence">\n'
        "<style>svg{background:#fff;font:12px sans-serif}text{fill:#333;text-anchor:middle}.grid{stroke:#ddd}"
        "circle{fill:#2a78b8;fill-opacity:.6;stroke:#1b5583}</style>\n"
        + "\n".join(marks)
        + f'\n<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#888" stroke-dasharray="4 4"/>\n'
        + f'<text x="{x(0.5)}" y="{y(0) + 36}">confidence of the body</text>'
        + f'<text transform="translate({x(0) - 34} {y(0.5)}) rotate(-90)">mean page F1</text>\n</svg>\n'
    )


def held_out(values: dict[int, float], right: Mapping[int, float], part: Mapping[int, int] | Sequence[int]) -> dict[int, float]:
    """The confidence for each value by a calibration that its own part of the sites took no part in."""
    result = {}
    for number in sorted({int(part[at]) for at in values}):
        others = [at for at in values if part[at] != number]
        points = calibrate([values[at] for at in others], [right[at] for at in others])
        result |= {at: confidence.calibrated(value, points) for at, value in values.items() if part[at] == number}
    return result


def calibrate(values: Sequence[float], right: Sequence[float]) -> list[list[float]]:
    """Points of a rising line from value to how right it was in the mean: isotonic regression over forty parts of the values."""
    ranked = sorted(zip(values, right, strict=True))
    size = len(ranked) / 40
    groups = [ranked[round(at * size) : round((at + 1) * size)] for at in range(40)]
    points = [[sum(v for v, _ in g) / len(g), sum(r for _, r in g) / len(g), len(g)] for g in groups if g]
    level: list[list[float]] = []
    for value, share, count in points:
        level.append([share, count, value, value])
        while len(level) > 1 and level[-2][0] > level[-1][0]:
            above, below = level.pop(), level.pop()
            count_ = above[1] + below[1]
            level.append([(above[0] * above[1] + below[0] * below[1]) / count_, count_, below[2], above[3]])
    return [[round(end, 3), round(share, 3)] for share, _, low, high in level for end in ([low] if low == high else [low, high])]
