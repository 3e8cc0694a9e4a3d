"""Small line charts as SVG: titles, labelled axes, either axis by powers of ten or in equal steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from pathlib import Path
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 720, 440
LEFT, RIGHT, TOP, BOTTOM = 92, 40, 88, 64
COLOURS = ("#1b5e9b", "#c2571a", "#2e7d4f", "#7a3b8f", "#8a6d00")
FONT = "DejaVu Sans, Helvetica, Arial, sans-serif"
Point = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """What stands along an axis. `logarithmic`: by powers of ten."""

    label: str
    logarithmic: bool = True


@dataclass(frozen=True)
class Line:
    """Points under a name; `dashed` for what is only to be compared with."""

    name: str
    points: Sequence[Point]
    dashed: bool = False


def chart(path: Path, title: str, note: str, x: Axis, y: Axis, lines: Sequence[Line]) -> None:
    """Write a chart of these lines. A note under the title says what was measured."""
    several = [line for line in lines if line.points]
    across = _scale(x, [p[0] for line in several for p in line.points], LEFT, WIDTH - RIGHT)
    up = _scale(y, [p[1] for line in several for p in line.points], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="{FONT}" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(LEFT, 26, title, size=17, weight="bold"),
        _text(LEFT, 46, note, colour="#555555"),
        *(_across(at, place) for at, place in across.ticks),
        *(_up(at, place) for at, place in up.ticks),
        f'<path d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="#333333"/>',
        _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 18, x.label, anchor="middle"),
        f'<g transform="translate(22 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)">'
        + _text(0, 0, y.label, anchor="middle")
        + "</g>",
    ]
    for index, line in enumerate(several):
        points = [(across.place(a), up.place(b)) for a, b in line.points]
        parts += _line(line, points, COLOURS[index % len(COLOURS)], index)
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join((*parts, "</svg>", "")), "utf-8")


@dataclass(frozen=True)
class _Scale:
    place: Callable[[float], float]
    ticks: list[tuple[str, float]]


def _scale(axis: Axis, values: Sequence[float], start: float, end: float) -> _Scale:
    """Where values stand between two ends of the picture, and the figures along the axis."""
    if axis.logarithmic:
        steps = _rounded(min(values), max(values))
        return _between(log10, log10(steps[0]), log10(steps[-1]), start, end, steps)
    top = max(values) or 1
    step = float(10 ** floor(log10(top)))
    step = next(s for s in (step / 5, step / 2, step, step * 2) if top / s <= 8)
    high = ceil(top / step - 1e-9)
    return _between(lambda v: v / step, 0, high, start, end, [n * step for n in range(high + 1)])


def _rounded(least: float, most: float) -> list[float]:
    """The powers of ten from below the least to above the most; where these are few, 2 and 5 of each."""
    powers = range(floor(log10(least)) - 1, ceil(log10(most)) + 2)
    for parts in ((1,), (1, 2, 5)):
        steps = [part * 10.0**power for power in powers for part in parts]
        below = max(step for step in steps if step <= least * (1 + 1e-9))
        above = min(step for step in steps if step >= most * (1 - 1e-9) and step > below)
        if above / below > 100:
            break
    return [step for step in steps if below <= step <= above]


def _between(
    along: Callable[[float], float],
    low: float,
    high: float,
    start: float,
    end: float,
    steps: Sequence[float],
) -> _Scale:
    def place(value: float) -> float:
        return start + (along(value) - low) / (high - low) * (end - start)

    return _Scale(place, [(_figure(step), place(step)) for step in steps])


def _figure(value: float) -> str:
    if value >= 1_000_000:
        return f"{value / 1_000_000:g} M"
    return f"{value:,.0f}" if value >= 1000 else f"{value:g}"


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    size: int = 13,
    weight: str = "normal",
    colour: str = "#222222",
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
        f'font-weight="{weight}" fill="{colour}">{escape(words)}</text>'
    )


def _across(figure: str, x: float) -> str:
    grid = f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#e4e4e4"/>'
    return grid + _text(x, HEIGHT - BOTTOM + 20, figure, anchor="middle")


def _up(figure: str, y: float) -> str:
    grid = f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e4e4e4"/>'
    return grid + _text(LEFT - 8, y + 4, figure, anchor="end")


def _line(line: Line, points: Sequence[Point], colour: str, index: int) -> list[str]:
    """A line, its points, and its name in the row above the picture."""
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dashes = ' stroke-dasharray="5 4"' if line.dashed else ""
    y, left = TOP - 16, LEFT + index * 190
    return [
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{colour}"/>' for x, y in points),
        f'<path d="M{left} {y - 4}h26" stroke="{colour}" stroke-width="2"{dashes}/>',
        _text(left + 34, y, line.name, colour=colour),
    ]
