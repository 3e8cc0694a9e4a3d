"""`all`, `any`, `not`, `at_least_n`, definitions and the truth of other rules."""

from __future__ import annotations

from collections.abc import Sequence

from fenji.evaluation.columnar.graph import Graph, Node
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.rules import judge_rule
from fenji.evaluation.columnar.verdict import (
    Verdict,
    all_of,
    any_of,
    combined,
    decided,
    opposite,
)
from fenji.evaluation.columnar.work import Work
from fenji.model.condition import All, Any, AtLeastN, Fires, Holds, Not


def judge_all(work: Work, node: All, at: Place) -> Verdict:
    """Every part holds."""
    parts = [work.judge(part, at) for part in node.of]
    return all_of(work.graph, parts) if parts else decided(work.graph, True)


def judge_any(work: Work, node: Any, at: Place) -> Verdict:
    """At least one part holds."""
    parts = [work.judge(part, at) for part in node.of]
    return any_of(work.graph, parts) if parts else decided(work.graph, False)


def judge_not(work: Work, node: Not, at: Place) -> Verdict:
    """The part does not hold."""
    return opposite(work.graph, work.judge(node.of, at))


def judge_at_least_n(work: Work, node: AtLeastN, at: Place) -> Verdict:
    """Decided as soon as the known parts suffice, or can no longer suffice."""
    parts = [work.judge(part, at) for part in node.of]
    return combined(work.graph, lambda flags: enough(work.graph, flags, node.n), parts)


def enough(graph: Graph, flags: Sequence[Node], n: int) -> Node:
    """Where at least `n` of the flags stand: row by row of a triangle, each so many of the first."""
    reached = [graph.true] + [graph.false] * n
    for flag in flags:
        for count in range(n, 0, -1):
            reached[count] = graph.any_(reached[count], graph.all_(reached[count - 1], flag))
    return reached[n]


def judge_holds(work: Work, node: Holds, at: Place) -> Verdict:
    """The truth of a definition."""
    definition = work.prepared.definitions[node.entity, node.name]
    return work.judge(definition.when, at.owner(node.entity))


def judge_fires(work: Work, node: Fires, at: Place) -> Verdict:
    """The truth of another rule; a rule that is not in force does not hold."""
    ready = work.prepared.rules.get(node.rule)
    if ready is None:
        return decided(work.graph, False)
    return judge_rule(work, ready, at.owner(ready.rule.for_))
