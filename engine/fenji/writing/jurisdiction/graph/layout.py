"""Where everything stands: columns from left to right, and what belongs together side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fenji.model.jurisdiction.answer import StepKind
from fenji.writing.jurisdiction.graph.drawing import Column, Drawing, Link, Node
from fenji.writing.jurisdiction.graph.fonts import SIZE, SMALL, in_lines, text_width

MARGIN = 24.0
PAD = 8.0
LINE = SIZE * 1.35
SMALL_LINE = SMALL * 1.3
GAP = 12.0
MANY = 40
"""In a column of more nodes than these they stand closer together."""

CLOSE = 5.0
BOX_CELLS = 30
LABEL_CELLS = 40
BARE, WIDER = 110.0, 0.05
"""Room between columns where nothing is written on the links: so much, and more by this share of the
height, so that links of a tall picture do not run steep."""

MOST_ROOM = 420.0

SIDE = 46.0
"""Room beside a column for the links within it."""

TOP = 62.0
SWEEPS = 4

_WITHIN = (StepKind.HANDS_OVER, StepKind.DELEGATES)


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place: the upper left corner, the size, its label in lines."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes by node, the lines of the labels by link, and the size of the whole."""

    boxes: Mapping[str, Box]
    labels: Mapping[Link, tuple[str, ...]]
    width: float
    height: float


def laid_out(drawing: Drawing) -> Layout:
    """The columns as wide as their boxes; each box as near as it can be to what it is joined to."""
    labels = {
        link: tuple(part for label in link.labels for part in in_lines(label, LABEL_CELLS))
        for link in drawing.links
    }
    columns = [list(drawing.column(column)) for column in Column]
    lines = {node.id: tuple(in_lines(node.label, BOX_CELLS)) for node in drawing.nodes}
    heights = {node.id: _height(node, lines[node.id], labels) for node in drawing.nodes}
    neighbours = _neighbours(drawing)
    tops = _tops(columns, heights, neighbours)
    steep = min(MOST_ROOM, BARE + WIDER * max(tops.values(), default=0.0))
    boxes: dict[str, Box] = {}
    handed = [link for link in drawing.links if link.kind is StepKind.HANDS_OVER]
    x = MARGIN + (SIDE if handed else 0)
    for at, column in enumerate(columns):
        if not column:
            continue
        width = max(_width(lines[node.id]) for node in column)
        for node in column:
            own = len(lines[node.id]) * LINE + 2 * PAD
            y = TOP + tops[node.id] + (heights[node.id] - own) / 2
            boxes[node.id] = Box(node, x, y, width, own, lines[node.id])
        x += width + max(steep, _room(drawing, labels, Column(at)))
    right = max(box.x + box.width for box in boxes.values())
    bottom = max(box.y + box.height for box in boxes.values())
    return Layout(boxes, labels, right + _right_side(drawing, labels) + MARGIN, bottom + MARGIN)


def _right_side(drawing: Drawing, labels: Mapping[Link, Sequence[str]]) -> float:
    """Room for the links within the last column, and for what is written beside them."""
    within = [link for link in drawing.links if link.kind is StepKind.DELEGATES]
    if not within:
        return 0.0
    written = (text_width(text, SMALL) for link in within for text in labels[link])
    return SIDE + max(written, default=0.0) + PAD


def _width(lines: Sequence[str]) -> float:
    return max(text_width(text, SIZE) for text in lines) + 2 * PAD


def _height(node: Node, lines: Sequence[str], labels: Mapping[Link, Sequence[str]]) -> float:
    """Of the box, or of all that is written on the links that end at it, whichever is more."""
    written = sum(
        len(text) * SMALL_LINE + 4
        for link, text in labels.items()
        if link.to == node.id and link.kind is not StepKind.HANDS_OVER
    )
    return max(len(lines) * LINE + 2 * PAD, written)


def _room(drawing: Drawing, labels: Mapping[Link, Sequence[str]], column: Column) -> float:
    """Between a column and the next: room for what is written on the links that end there."""
    ends = {node.id for node in drawing.nodes if node.column == column + 1}
    widest = max(
        (
            text_width(text, SMALL)
            for link, several in labels.items()
            if link.to in ends and link.kind not in _WITHIN
            for text in several
        ),
        default=0.0,
    )
    return widest + 76 if widest else 0.0


def _neighbours(drawing: Drawing) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {node.id: [] for node in drawing.nodes}
    for link in drawing.links:
        if link.kind is not StepKind.HANDS_OVER:
            found[link.from_].append(link.to)
            found[link.to].append(link.from_)
    return found


def _tops(
    columns: Sequence[list[Node]],
    heights: Mapping[str, float],
    neighbours: Mapping[str, Sequence[str]],
) -> dict[str, float]:
    """Each node's top. The tallest column stands as it is given; the others follow it."""
    total = [sum(heights[node.id] + _gap(column) for node in column) for column in columns]
    tallest = total.index(max(total))
    tops = _stacked(columns[tallest], heights)
    order = sorted(range(len(columns)), key=lambda at: abs(at - tallest))
    for _ in range(SWEEPS):
        for at in order:
            if at != tallest and columns[at]:
                tops.update(_beside(columns[at], heights, neighbours, tops))
    return tops


def _stacked(column: Sequence[Node], heights: Mapping[str, float]) -> dict[str, float]:
    tops, y = {}, 0.0
    for node in column:
        tops[node.id] = y
        y += heights[node.id] + _gap(column)
    return tops


def _gap(column: Sequence[Node]) -> float:
    return CLOSE if len(column) > MANY else GAP


def _beside(
    column: Sequence[Node],
    heights: Mapping[str, float],
    neighbours: Mapping[str, Sequence[str]],
    tops: Mapping[str, float],
) -> dict[str, float]:
    """Each node level with the middle of what it is joined to, as far as there is room."""
    wanted = {}
    for at, node in enumerate(column):
        known = [tops[other] + heights[other] / 2 for other in neighbours[node.id] if other in tops]
        middle = sum(known) / len(known) if known else at * (LINE + GAP)
        wanted[node.id] = middle - heights[node.id] / 2
    ordered = sorted(column, key=lambda node: wanted[node.id])
    placed: dict[str, float] = {}
    least = 0.0
    for node in ordered:
        placed[node.id] = max(least, wanted[node.id])
        least = placed[node.id] + heights[node.id] + GAP
    return _drawn_back(ordered, heights, wanted, placed)


def _drawn_back(
    ordered: Sequence[Node],
    heights: Mapping[str, float],
    wanted: Mapping[str, float],
    placed: dict[str, float],
) -> dict[str, float]:
    """What was pushed down goes back up half of the way, for as long as nothing is in the way."""
    most = float("inf")
    for node in reversed(ordered):
        room = most - heights[node.id] - GAP
        middle = (placed[node.id] + wanted[node.id]) / 2
        placed[node.id] = min(room, max(middle, 0.0))
        most = placed[node.id]
    least = 0.0
    for node in ordered:
        placed[node.id] = max(least, placed[node.id])
        least = placed[node.id] + heights[node.id] + GAP
    return placed
