"""What conditions and expressions are made of, and what each item of a release reads."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.condition import (
    All,
    Any,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Listed,
    Not,
    Quantified,
)
from fenji.model.duty import Duty
from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Lookup,
)
from fenji.model.law import Exclusion
from fenji.model.rule import Classification, Definition, Measure, Rule, Sheet

Node = Condition | Expression
Item = Definition | Measure | Classification | Sheet | Rule | Duty


def parts(node: Node) -> Iterator[Node]:
    """What stands directly inside a condition or an expression, in the order written."""
    if isinstance(node, All | Any | AtLeastN):
        yield from node.of
    elif isinstance(node, Not):
        yield node.of
    elif isinstance(node, Compare):
        yield node.left
        yield from node.right
    elif isinstance(node, Quantified | Counted):
        if node.where is not None:
            yield node.where
        if isinstance(node, Counted):
            yield node.right
    elif isinstance(node, Listed | Lookup):
        yield from (expression for _, expression in node.by)
    elif isinstance(node, Arithmetic):
        yield node.left
        yield node.right
    elif isinstance(node, Extreme):
        yield from node.of
    elif isinstance(node, Aggregate):
        if node.of is not None:
            yield node.of
    elif isinstance(node, Elapsed):
        yield node.since


def everything_in(node: Node) -> Iterator[Node]:
    """The node and all that stands inside it."""
    yield node
    for part in parts(node):
        yield from everything_in(part)


def read_by(item: Item) -> Iterator[Node]:
    """The outermost conditions and expressions of an item, with what excludes it."""
    if isinstance(item, Definition):
        yield item.when
    elif isinstance(item, Measure):
        for case in item.cases:
            yield from _present(case.when, case.value)
    elif isinstance(item, Classification):
        yield from _present(item.scope)
        for one in item.cases:
            yield from _present(one.when, one.computed)
        yield from _of_exclusions(item.unless)
    elif isinstance(item, Sheet):
        yield from _present(item.scope, item.base)
        for entry in (entry for part in item.items for entry in part.entries):
            yield from _present(entry.when, entry.points, entry.times)
    else:
        yield from _present(item.scope, item.when)
        yield from _of_exclusions(item.unless)


def _present(*several: Node | None) -> Iterator[Node]:
    return (node for node in several if node is not None)


def _of_exclusions(several: tuple[Exclusion, ...]) -> Iterator[Node]:
    return (one.when for one in several)
