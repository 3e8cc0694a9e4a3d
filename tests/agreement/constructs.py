"""What a condition is made of: the constructs by which the tally is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any as Anything

from fenji.model.condition import Compare, Condition, Counted, Fires, Holds, Listed, Not, Quantified
from fenji.model.dictionary import Origin
from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Lookup,
    Name,
    Parameter,
    Stratum,
)
from fenji.model.release import Release
from fenji.model.rule import Classification, Measure, Sheet
from fenji.model.submission import SUBJECT
from fenji.model.value import ANY_NUMBER

NEGATED: dict[type, str] = {
    Compare: "a comparison",
    Quantified: "a quantifier",
    Counted: "a quantifier",
    Holds: "what is read",
    Fires: "what is read",
    Listed: "listed",
}


def of_condition(node: Condition, release: Release) -> Iterator[str]:
    """The constructs of one condition, and of the values that it reads itself."""
    if isinstance(node, Compare):
        yield f"compare {node.word.value}"
        yield from _sides(node, release)
    elif isinstance(node, Quantified):
        yield f"{node.word}{'' if node.where is None else ' where'}"
        yield from _nested(node.where)
    elif isinstance(node, Counted):
        yield f"count {node.word.value}"
        if not isinstance(node.right, Literal):
            yield "count against a formula"
        yield from _nested(node.where)
    elif isinstance(node, Listed):
        yield f"listed in {node.table}" if len(release.tables) < 10 else "listed"
        for _, expression in node.by:
            yield f"key: {_key(expression)}"
    elif isinstance(node, Holds):
        yield f"definition of the {node.entity if node.entity == SUBJECT else 'entity'}"
    elif isinstance(node, Not):
        yield f"not {NEGATED.get(type(node.of), 'a block')}"
    else:
        yield type(node).__name__


def _key(node: Expression) -> str:
    if isinstance(node, Name):
        return "fact" if node.stratum is Stratum.FACT else "derived"
    return "literal" if isinstance(node, Literal) else "formula"


def _nested(where: Condition | None) -> Iterator[str]:
    if isinstance(where, Quantified | Counted):
        yield f"{type(where).__name__} within a quantifier"


def _sides(node: Compare, release: Release) -> Iterator[str]:
    yield from of_expression(node.left, release)
    for right in node.right:
        yield from of_expression(right, release)
    if all(isinstance(side, Name) for side in (node.left, *node.right)):
        yield "a name against a name"


def of_expression(node: Expression, release: Release) -> Iterator[str]:
    """The constructs of a value."""
    if isinstance(node, Literal):
        yield f"literal {type(node.value).__name__}"
    elif isinstance(node, Name):
        yield from _of_name(node, release)
    elif isinstance(node, Parameter):
        yield f"parameter {node.name}" if len(release.parameters) < 10 else "parameter"
    elif isinstance(node, Lookup):
        yield f"look-up {node.take or node.give}"
        for _, expression in node.by:
            yield from of_expression(expression, release)
    elif isinstance(node, Arithmetic):
        yield f"formula {node.sign}"
        yield from of_expression(node.left, release)
        yield from of_expression(node.right, release)
    elif isinstance(node, Extreme):
        yield f"{node.which} of several"
        for part in node.of:
            yield from of_expression(part, release)
    elif isinstance(node, Aggregate):
        yield f"{node.how} over children"
        if node.of is not None:
            yield from of_expression(node.of, release)
    elif isinstance(node, Elapsed):
        yield f"elapsed {node.unit}"
        yield from of_expression(node.since, release)


def _of_name(node: Name, release: Release) -> Iterator[str]:
    if node.stratum is not Stratum.FACT:
        yield node.stratum.value
        return
    fact = release.facts[node.entity][node.name]
    yield f"fact {fact.kind.value}"
    if fact.applies_when is not None:
        yield f"fact {fact.kind.value} that may not apply"
    if fact.may_lie_ahead:
        yield "date that may lie ahead"
    if fact.origin is Origin.INSPECTED:
        yield "inspected fact"
    if fact.range != ANY_NUMBER:
        yield "fact with a range"


def of_derived(item: Anything) -> Iterator[str]:
    """What a measure, classification or sheet is made of."""
    if isinstance(item, Measure):
        yield "measure by formula" if item.cases[0].when is None else "measure by cases"
        if item.cases[-1].when is not None:
            yield "measure without otherwise"
        if item.range != ANY_NUMBER:
            yield "measure with a range"
    elif isinstance(item, Classification):
        yield from _of_classification(item)
    elif isinstance(item, Sheet):
        yield "sheet"
        entries = [entry for part in item.items for entry in part.entries]
        found = {
            "sheet with a cap": any(part.cap != ANY_NUMBER for part in item.items),
            "sheet with an exclusive item": any(part.exclusive for part in item.items),
            "sheet with times": any(entry.times is not None for entry in entries),
            "sheet with a range": item.range != ANY_NUMBER,
            "sheet with entries not held": item.missing.low != item.missing.high,
        }
        yield from (name for name, met in found.items() if met)


def _of_classification(item: Classification) -> Iterator[str]:
    found = {
        "classification by cases": bool(item.cases),
        "classification given others": bool(item.given),
        "classification worst of others": bool(item.worst_of),
        "classification computed": any(case.computed is not None for case in item.cases),
        "classification with scope": item.scope is not None,
        "classification with unless": bool(item.unless),
        "classification in editions": item.id != item.name,
        "classification overriding": item.overrides is not None,
        "classification determined": item.determined_as is not None,
    }
    yield from (name for name, met in found.items() if met)
