"""Walks the nodes of conditions and expressions, with the polarity in which each is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any as Anything

from fenji.model.condition import All, Condition, Not, Quantified
from fenji.model.place import Place


def nodes(node: Anything) -> Iterator[Anything]:
    """The node and everything below it, places left out."""
    if isinstance(node, tuple | frozenset):
        for part in node:
            yield from nodes(part)
    elif is_dataclass(node) and not isinstance(node, Place | type):
        yield node
        for field in fields(node):
            yield from nodes(getattr(node, field.name))


def polarised(condition: Condition, *, positive: bool = True) -> Iterator[tuple[Condition, bool]]:
    """Every condition below and whether it helps the whole to hold (`not`, `no` turn that round)."""
    yield condition, positive
    if isinstance(condition, Not):
        yield from polarised(condition.of, positive=not positive)
    elif isinstance(condition, Quantified):
        if condition.where is not None:
            turned = condition.word == "no"
            yield from polarised(condition.where, positive=positive is not turned)
    else:
        for part in getattr(condition, "of", ()) if not isinstance(condition, Not) else ():
            yield from polarised(part, positive=positive)
        where = getattr(condition, "where", None)
        if where is not None:
            yield from polarised(where, positive=positive)


def conjuncts(condition: Condition | None) -> Iterator[Condition]:
    """The parts that must all hold for the condition to hold."""
    if isinstance(condition, All):
        for part in condition.of:
            yield from conjuncts(part)
    elif condition is not None:
        yield condition
