"""The neutral form of a rule (see `twenty_rules.py`), for those who translate it.

A condition is ["all", [c, ...]], ["any", [c, ...]], ["not", c] or [op, fact, value].
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
OPPOSITE = {">=": "<", "<": ">=", ">": "<=", "<=": ">", "==": "!=", "in": "not in"}
BLOCKS = {"all": "any", "any": "all"}


def without_not(node: list, *, negated: bool = False) -> list:
    """The same condition of complete facts, with `not` pushed down: `!=` and `not in` are added."""
    what = node[0]
    if what == "not":
        return without_not(node[1], negated=not negated)
    if what in BLOCKS:
        parts = [without_not(part, negated=negated) for part in node[1]]
        return [BLOCKS[what] if negated else what, parts]
    return [OPPOSITE[what] if negated else what, *node[1:]]


def flat(node: list) -> list:
    """The same with blocks within blocks of their own kind taken apart, and single parts bare."""
    if node[0] not in BLOCKS:
        return node
    parts: list = []
    for part in map(flat, node[1]):
        parts += part[1] if part[0] == node[0] else [part]
    return parts[0] if len(parts) == 1 else [node[0], parts]


def infix(node: list, words: dict[str, str], leaf: Callable[[str, str, object], str]) -> str:
    """A condition as text: `words` for all, any and not; `leaf` writes a comparison."""
    what = node[0]
    if what == "not":
        return f"{words['not']}({infix(node[1], words, leaf)})"
    if what in BLOCKS:
        return "(" + f" {words[what]} ".join(infix(p, words, leaf) for p in node[1]) + ")"
    return leaf(what, node[1], node[2])
