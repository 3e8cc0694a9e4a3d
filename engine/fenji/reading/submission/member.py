"""The values that a classification can have, found by what people write."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from fenji.model.diagnostic import Refused
from fenji.model.rule import Classification
from fenji.model.text import Text
from fenji.model.value import Member
from fenji.reading.decimal_text import decimal_text
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node, Scalar
from fenji.reading.refusal import refusal


def members_of(classifications: Iterable[Classification]) -> dict[str, Member]:
    """All values that any of the classifications can have, by how they are written."""
    found: dict[str, Member] = {}
    for c in classifications:
        for member in (*c.order, *(case.value for case in c.cases if case.computed is None)):
            found.setdefault(written_member(member), member)
    return found


def written_member(member: Member) -> str:
    """`3`, `true`, `none`: a value as YAML writes it."""
    if isinstance(member, bool):
        return "true" if member else "false"
    return decimal_text(member) if isinstance(member, Fraction) else member


def member(node: Node, known: dict[str, Member], name: str) -> Member:
    """The value that a scalar means. Raises Refused where there is no such value."""
    shown = node.text if isinstance(node, Scalar) else "…"
    if isinstance(node, Scalar) and node.value is not None:
        found = known.get(written_member(node.value))
        if found is not None:
            return found
    raise no_such_value(node, shown, known, name)


def no_such_value(node: Node, shown: str, known: Iterable[str], name: str) -> Refused:
    """A value that is none of those known."""
    return refusal(
        "unknown-choice",
        node.place,
        Text(f"`{name}` 没有 `{shown}` 这个值", f"`{name}` cannot be `{shown}`"),
        did_you_mean(shown, known),
    )
