"""What is drawn, before it is Mermaid, DOT or SVG: nodes in columns, and what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from fenji.model.jurisdiction.answer import StepKind


class Column(IntEnum):
    """From left to right: what is led, who leads, who acts for them."""

    MATTER = 0
    DEPARTMENT = 1
    BODY = 2


@dataclass(frozen=True, slots=True)
class Node:
    """A box; `chosen` is the one that was asked for."""

    id: str
    column: Column
    label: str
    chosen: bool = False


class Weight(IntEnum):
    """How strongly two nodes are joined."""

    PART = 0
    """A part in it, no lead."""
    MAY_LEAD = 1
    LEADS = 2


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow. `kind` gives its colour, `labels` are written on it, one a line."""

    from_: str
    to: str
    kind: StepKind
    weight: Weight
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend."""

    kind: StepKind
    weight: Weight
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture; nodes of a column in the order in which they read best."""

    title: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    legend: tuple[Key, ...]

    def column(self, column: Column) -> tuple[Node, ...]:
        """The nodes of one column."""
        return tuple(node for node in self.nodes if node.column is column)


COLOUR = {
    StepKind.DUTY: "#1f5fa8",
    StepKind.LICENCE: "#2b7a3f",
    StepKind.TRADE: "#b3610f",
    StepKind.PLACE: "#7a3fa0",
    StepKind.FALLS_BACK_TO: "#6b6b6b",
    StepKind.EXCLUDES: "#c02626",
    StepKind.HANDS_OVER: "#0f7f86",
    StepKind.LEVEL: "#444444",
    StepKind.DELEGATES: "#946b00",
}
"""The colour of each kind of link, dark enough to be read on white."""
