"""The drawing in DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.jurisdiction.answer import StepKind
from fenji.writing.jurisdiction.graph.drawing import (
    COLOUR,
    Column,
    Drawing,
    Key,
    Link,
    Node,
    Weight,
)
from fenji.writing.jurisdiction.graph.fonts import FAMILIES

_FILL = {Column.MATTER: "#eef4fb", Column.DEPARTMENT: "#fdf3e3", Column.BODY: "#f3f3f3"}
_EDGE = {Column.MATTER: "#1f5fa8", Column.DEPARTMENT: "#b3610f", Column.BODY: "#444444"}


def as_dot(drawing: Drawing) -> str:
    """A graph from left to right, each column of one rank."""
    return "".join(f"{text}\n" for text in _lines(drawing))


def _lines(drawing: Drawing) -> Iterator[str]:
    font = _quoted(FAMILIES[0])
    yield "digraph jurisdiction {"
    yield f"  graph [rankdir=LR, label={_quoted(drawing.title)}, labelloc=t, fontname={font}];"
    yield f"  node [shape=box, style=filled, fontname={font}, fontsize=12];"
    yield f"  edge [fontname={font}, fontsize=10];"
    for column in Column:
        nodes = drawing.column(column)
        if nodes:
            yield "  {"
            yield "    rank=same;"
            yield from (f"    {_node(node)}" for node in nodes)
            yield "  }"
    yield from (f"  {_link(link)}" for link in drawing.links)
    yield "  subgraph cluster_legend {"
    yield '    label="";'
    for at, key in enumerate(drawing.legend):
        yield from (f"    {text}" for text in _key(at, key))
    yield "  }"
    yield "}"


def _node(node: Node) -> str:
    width = 3 if node.chosen else 1
    return (
        f"{_quoted(node.id)} [label={_quoted(node.label)}, fillcolor={_quoted(_FILL[node.column])}, "
        f"color={_quoted(_EDGE[node.column])}, penwidth={width}];"
    )


def _link(link: Link) -> str:
    label = f"label={_quoted(chr(10).join(link.labels))}, " if link.labels else ""
    beside = "constraint=false, " if link.kind in (StepKind.HANDS_OVER, StepKind.DELEGATES) else ""
    return (
        f"{_quoted(link.from_)} -> {_quoted(link.to)} "
        f"[{label}{beside}{_style(link.kind, link.weight)}];"
    )


def _key(at: int, key: Key) -> Iterator[str]:
    for end in ("a", "b"):
        yield f'legend_{end}{at} [label="", shape=point, width=0.02];'
    label = _quoted(key.text)
    yield f"legend_a{at} -> legend_b{at} [label={label}, {_style(key.kind, key.weight)}];"


def _style(kind: StepKind, weight: Weight) -> str:
    solid = weight is Weight.LEADS or kind in (StepKind.HANDS_OVER, StepKind.LEVEL)
    style = "solid" if solid else "dashed"
    width = 1 if weight is Weight.PART else 3
    return f"color={_quoted(COLOUR[kind])}, style={style}, penwidth={width}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
