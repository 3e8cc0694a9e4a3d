"""The drawing as a Mermaid flowchart."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.jurisdiction.answer import StepKind
from fenji.writing.jurisdiction.graph.drawing import COLOUR, Column, Drawing, Link, Node, Weight

_ARROWS = {Weight.LEADS: "==>", Weight.MAY_LEAD: "-.->", Weight.PART: "-.->"}
_CLASSES = {Column.MATTER: "matter", Column.DEPARTMENT: "department", Column.BODY: "body"}
_SOLID = (StepKind.HANDS_OVER, StepKind.LEVEL)


def as_mermaid(drawing: Drawing) -> str:
    """A flowchart from left to right; links are coloured by kind, leads are thick."""
    return "".join(f"{text}\n" for text in _lines(drawing))


def _lines(drawing: Drawing) -> Iterator[str]:
    names = {node.id: f"n{at}" for at, node in enumerate(drawing.nodes)}
    yield "---"
    yield f"title: {_quoted(drawing.title)}"
    yield "---"
    yield "flowchart LR"
    for node in drawing.nodes:
        yield f"  {names[node.id]}{_box(node)}:::{_class(node)}"
    for link in drawing.links:
        label = f"|{_quoted('<br>'.join(link.labels))}|" if link.labels else ""
        yield f"  {names[link.from_]} {_arrow(link)}{label} {names[link.to]}"
    yield from _legend(drawing)
    yield "  classDef matter fill:#eef4fb,stroke:#1f5fa8"
    yield "  classDef chosen fill:#d3e4f7,stroke:#1f5fa8,stroke-width:3px"
    yield "  classDef department fill:#fdf3e3,stroke:#b3610f"
    yield "  classDef body fill:#f3f3f3,stroke:#444444"
    drawn = [(each.kind, each.weight) for each in drawing.links]
    drawn += [(each.kind, each.weight) for each in drawing.legend]
    for at, (kind, weight) in enumerate(drawn):
        width = 3 if weight is not Weight.PART else 1
        yield f"  linkStyle {at} stroke:{COLOUR[kind]},stroke-width:{width}px"


def _arrow(link: Link) -> str:
    return "-->" if link.kind in _SOLID else _ARROWS[link.weight]


def _box(node: Node) -> str:
    label = _quoted(node.label)
    if node.column is Column.BODY:
        return f"({label})"
    return f"[{label}]"


def _class(node: Node) -> str:
    return "chosen" if node.chosen else _CLASSES[node.column]


def _legend(drawing: Drawing) -> Iterator[str]:
    yield '  subgraph legend[" "]'
    for at, key in enumerate(drawing.legend):
        arrow = "-->" if key.kind in _SOLID else _ARROWS[key.weight]
        yield f'    a{at}[" "] {arrow}|{_quoted(key.text)}| b{at}[" "]'
    yield "  end"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "#quot;") + '"'
