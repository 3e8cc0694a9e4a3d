"""A verdict in columns: two flags for what is known, for both passes, and what keeps it open.

`sure` and `may` are whether it is certainly true, and not certainly false. `low_` and `high_` are the
same if what only an inspection could tell were taken as not met, and as met. `inspected` and `other`
say that an inspected fact, or any other, keeps it open; both are false where it is decided.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fenji.evaluation.columnar.graph import Graph, Node
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Waiting:
    """What keeps something open."""

    inspected: Node
    other: Node


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a condition comes out in each row."""

    sure: Node
    may: Node
    low_sure: Node
    low_may: Node
    high_sure: Node
    high_may: Node
    waiting: Waiting


def open_of(graph: Graph, verdict: Verdict) -> Node:
    """Where it is not known."""
    return graph.all_(verdict.may, graph.not_(verdict.sure))


def nothing(graph: Graph) -> Waiting:
    """Nothing to wait for."""
    return Waiting(graph.false, graph.false)


def waiting_for(graph: Graph, *, inspected: bool) -> Waiting:
    """One fact or list."""
    return Waiting(graph.flag(inspected), graph.flag(not inspected))


def either(graph: Graph, several: Sequence[Waiting]) -> Waiting:
    """All of what several wait for."""
    return Waiting(
        graph.any_(*(w.inspected for w in several)), graph.any_(*(w.other for w in several))
    )


def while_(graph: Graph, test: Node, waiting: Waiting) -> Waiting:
    """What it waits for where the test holds."""
    return Waiting(graph.all_(test, waiting.inspected), graph.all_(test, waiting.other))


def decided(graph: Graph, known: bool) -> Verdict:
    """The same everywhere, and known."""
    flag = graph.flag(known)
    return Verdict(flag, flag, flag, flag, flag, flag, nothing(graph))


def leaf(graph: Graph, sure: Node, may: Node, waiting: Waiting) -> Verdict:
    """One comparison: decided in both passes where all it waits for is inspected.

    `waiting` is read only where the comparison is open.
    """
    unknown = graph.all_(may, graph.not_(sure))
    if waiting.inspected is graph.true and waiting.other is graph.false:
        low_may, high_sure = sure, may
    else:
        alone = graph.all_(unknown, waiting.inspected, graph.not_(waiting.other))
        low_may = graph.all_(may, graph.not_(alone))
        high_sure = graph.any_(sure, alone)
    return Verdict(sure, may, sure, low_may, high_sure, may, while_(graph, unknown, waiting))


Combine = Callable[[Sequence[Node]], Node]


def combined(graph: Graph, how: Combine, parts: Sequence[Verdict]) -> Verdict:
    """Parts combined in each pass; `how` is the same for what is sure and for what may be.

    It waits for what its open parts wait for.
    """
    sure, may = how([p.sure for p in parts]), how([p.may for p in parts])
    unknown = graph.all_(may, graph.not_(sure))
    return Verdict(
        sure,
        may,
        how([p.low_sure for p in parts]),
        how([p.low_may for p in parts]),
        how([p.high_sure for p in parts]),
        how([p.high_may for p in parts]),
        while_(graph, unknown, either(graph, [p.waiting for p in parts])),
    )


def all_of(graph: Graph, parts: Sequence[Verdict]) -> Verdict:
    """Every part holds."""
    return parts[0] if len(parts) == 1 else combined(graph, lambda n: graph.all_(*n), parts)


def any_of(graph: Graph, parts: Sequence[Verdict]) -> Verdict:
    """At least one part holds."""
    return parts[0] if len(parts) == 1 else combined(graph, lambda n: graph.any_(*n), parts)


def opposite(graph: Graph, verdict: Verdict) -> Verdict:
    """The negation, which swaps the passes."""
    return Verdict(
        graph.not_(verdict.may),
        graph.not_(verdict.sure),
        graph.not_(verdict.high_may),
        graph.not_(verdict.high_sure),
        graph.not_(verdict.low_may),
        graph.not_(verdict.low_sure),
        verdict.waiting,
    )


def doubted(graph: Graph, verdict: Verdict, doubt: Node, waiting: Waiting) -> Verdict:
    """The verdict where, in the rows of the doubt, something must hold too that is not known."""
    certain = graph.not_(doubt)
    also = while_(graph, graph.all_(doubt, verdict.may), waiting)
    return Verdict(
        graph.all_(verdict.sure, certain),
        verdict.may,
        graph.all_(verdict.low_sure, certain),
        verdict.low_may,
        graph.all_(verdict.high_sure, certain),
        verdict.high_may,
        either(graph, [verdict.waiting, also]),
    )


def in_force(graph: Graph, verdict: Verdict, force: Truth) -> Verdict:
    """The verdict under an instrument that is in force, or of which that is not known."""
    if force is Truth.TRUE:
        return verdict
    return doubted(graph, verdict, graph.true, nothing(graph))
