"""The drawing as SVG: boxes in columns, links as curves, what each is for written at its end."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from fenji.model.jurisdiction.answer import StepKind
from fenji.writing.jurisdiction.graph.drawing import COLOUR, Column, Drawing, Key, Link, Weight
from fenji.writing.jurisdiction.graph.fonts import FAMILIES, SIZE, SMALL, text_width
from fenji.writing.jurisdiction.graph.layout import (
    LINE,
    MARGIN,
    PAD,
    SIDE,
    SMALL_LINE,
    Box,
    Layout,
    laid_out,
)

_FILL = {Column.MATTER: "#eef4fb", Column.DEPARTMENT: "#fdf3e3", Column.BODY: "#f3f3f3"}
_EDGE = {Column.MATTER: "#1f5fa8", Column.DEPARTMENT: "#b3610f", Column.BODY: "#444444"}
_STROKE = {Weight.LEADS: 3.0, Weight.MAY_LEAD: 3.0, Weight.PART: 1.3}
_KEY = 44.0
_KEY_GAP = 22.0
_KEY_ROW = 26.0


def as_svg(drawing: Drawing) -> str:
    """A picture on white, as large as what is drawn, with its legend below."""
    layout = laid_out(drawing)
    rows = _rows(drawing.legend, layout.width)
    height = layout.height + len(rows) * _KEY_ROW + MARGIN / 2
    families = ", ".join(f"'{name}'" if " " in name else name for name in FAMILIES)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(layout.width)}" '
        f'height="{_n(height)}" viewBox="0 0 {_n(layout.width)} {_n(height)}" '
        f'font-family="{families}" font-size="{SIZE}">'
    )
    lines = [
        head,
        f"<title>{escape(drawing.title)}</title>",
        _markers(),
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="{_n(MARGIN)}" y="36" font-size="18" font-weight="bold">'
        f"{escape(drawing.title)}</text>",
        *(_curve(link, layout) for link in sorted(drawing.links, key=lambda one: one.weight)),
        *(_box(box) for box in layout.boxes.values()),
        *(text for link in drawing.links for text in _labels(link, layout)),
        *_legend(rows, layout),
        "</svg>",
    ]
    return "".join(f"{text}\n" for text in lines)


def _markers() -> str:
    """An arrow head in each colour; its size does not grow with the line."""
    made = (
        f'<marker id="to-{kind.value}" markerWidth="9" markerHeight="9" refX="8" refY="4.5" '
        f'orient="auto" markerUnits="userSpaceOnUse"><path d="M0,0 L9,4.5 L0,9 z" '
        f'fill="{colour}"/></marker>'
        for kind, colour in COLOUR.items()
    )
    return f"<defs>{''.join(made)}</defs>"


def _box(box: Box) -> str:
    column = box.node.column
    width = 3 if box.node.chosen else 1
    shape = (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" '
        f'rx="{14 if column is Column.BODY else 4}" fill="{_FILL[column]}" '
        f'stroke="{_EDGE[column]}" stroke-width="{width}"/>'
    )
    first = box.y + PAD + SIZE
    words = "".join(
        f'<text x="{_n(box.x + PAD)}" y="{_n(first + at * LINE)}">{escape(text)}</text>'
        for at, text in enumerate(box.lines)
    )
    return f"<g id={quoteattr(box.node.id)}>{shape}{words}</g>"


def _curve(link: Link, layout: Layout) -> str:
    return f'<path d="{_way(link, layout)}" fill="none" {_style(link.kind, link.weight)}/>'


def _way(link: Link, layout: Layout) -> str:
    """From right to left side; beside the column where both ends stand in one."""
    from_, to = layout.boxes[link.from_], layout.boxes[link.to]
    if from_.node.column is to.node.column:
        left = link.kind is StepKind.HANDS_OVER
        start, end = (from_.x, to.x) if left else (from_.x + from_.width, to.x + to.width)
        out = min(SIDE, 16 + abs(to.middle - from_.middle) * 0.12) * 4 / 3
        x = min(start, end) - out if left else max(start, end) + out
        return (
            f"M{_n(start)},{_n(from_.middle)} C{_n(x)},{_n(from_.middle)} "
            f"{_n(x)},{_n(to.middle)} {_n(end)},{_n(to.middle)}"
        )
    start = from_.x + from_.width
    flat = to.x - _label_room(link, layout)
    bend = max((flat - start) / 2, 20)
    return (
        f"M{_n(start)},{_n(from_.middle)} C{_n(start + bend)},{_n(from_.middle)} "
        f"{_n(flat - bend)},{_n(to.middle)} {_n(flat)},{_n(to.middle)} L{_n(to.x)},{_n(to.middle)}"
    )


def _label_room(link: Link, layout: Layout) -> float:
    """How far before its end a link runs level, so that what is written stands on it."""
    labels = layout.labels[link]
    return max((text_width(text, SMALL) for text in labels), default=0.0) + 16


def _labels(link: Link, layout: Layout) -> Iterator[str]:
    """At the end of the link, in lines about its middle; beside the column for links within it."""
    labels = layout.labels[link]
    to = layout.boxes[link.to]
    if not labels or link.kind is StepKind.HANDS_OVER:
        return
    within = layout.boxes[link.from_].node.column is to.node.column
    weight = ' font-weight="bold"' if link.weight is not Weight.PART else ""
    at_x, anchor = (to.x + to.width + SIDE + PAD, "start") if within else (to.x - 12, "end")
    first = to.middle - (len(labels) - 1) * SMALL_LINE / 2 + SMALL * 0.35
    for at, text in enumerate(labels):
        yield (
            f'<text x="{_n(at_x)}" y="{_n(first + at * SMALL_LINE)}" text-anchor="{anchor}" '
            f'font-size="{SMALL}" fill="{COLOUR[link.kind]}"{weight} stroke="#ffffff" '
            f'stroke-width="4" paint-order="stroke">{escape(text)}</text>'
        )


def _style(kind: StepKind, weight: Weight) -> str:
    solid = weight is Weight.LEADS or kind in (StepKind.HANDS_OVER, StepKind.LEVEL)
    dashes = "" if solid else ' stroke-dasharray="6 4"'
    return (
        f'stroke="{COLOUR[kind]}" stroke-width="{_STROKE[weight]}"{dashes} '
        f'marker-end="url(#to-{kind.value})"'
    )


def _rows(keys: tuple[Key, ...], width: float) -> list[list[Key]]:
    """The legend in rows no wider than the picture."""
    rows: list[list[Key]] = [[]]
    x = MARGIN
    for key in keys:
        own = _KEY + 8 + text_width(key.text, SIZE) + _KEY_GAP
        if rows[-1] and x + own > width - MARGIN:
            rows.append([])
            x = MARGIN
        rows[-1].append(key)
        x += own
    return rows


def _legend(rows: list[list[Key]], layout: Layout) -> Iterator[str]:
    y = layout.height + _KEY_ROW / 2
    for row in rows:
        x = MARGIN
        for key in row:
            yield f'<path d="M{_n(x)},{_n(y)} h{_n(_KEY)}" {_style(key.kind, key.weight)}/>'
            yield f'<text x="{_n(x + _KEY + 8)}" y="{_n(y + 4)}">{escape(key.text)}</text>'
            x += _KEY + 8 + text_width(key.text, SIZE) + _KEY_GAP
        y += _KEY_ROW


def _n(number: float) -> str:
    """A coordinate to a tenth, without a tail of zeros."""
    return f"{number:.1f}".rstrip("0").rstrip(".")
