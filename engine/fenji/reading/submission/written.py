"""An answer as it was typed, in one line, for people."""

from __future__ import annotations

from fenji.reading.node import Mapping, Node, Scalar


def written(node: Node) -> str:
    """`800 kg`, `[a, b]`, `{at_least: 5}`."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{k.text}: {written(n)}" for k, n in node.entries) + "}"
    return "[" + ", ".join(written(item) for item in node.items) + "]"
