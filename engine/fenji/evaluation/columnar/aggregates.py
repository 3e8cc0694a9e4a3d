"""`sum`, `min`, `max`, `count` over the children of an entity, when some are not known."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.columnar.children import any_below
from fenji.evaluation.columnar.formulas import certain
from fenji.evaluation.columnar.graph import Grid, Node, Sort
from fenji.evaluation.columnar.places import Below, Place
from fenji.evaluation.columnar.values import Span, Valued, as_span, is_known, point
from fenji.evaluation.columnar.verdict import Waiting, either, while_
from fenji.evaluation.columnar.work import Work
from fenji.model.expression import Aggregate

ADDED = Grid(2.0**20)
"""So many terms at most."""


@dataclass(frozen=True)
class Term:
    """What the expression gives in each child: where it certainly counts, and where it may."""

    span: Span
    sure: Node
    may: Node
    waiting: Waiting


def value_of_aggregate(work: Work, node: Aggregate, at: Place) -> Valued:
    """A child for which the expression does not apply adds nothing; one that may not be there, what
    it could or nothing; what a list may hold besides, that as often as it may be there."""
    below = work.places.below(node.kind, at)
    gathering = Gathering(work, below, node)
    if node.how in ("sum", "count"):
        return gathering.added()
    return gathering.lowest() if node.how == "min" else gathering.highest()


class Gathering:
    """The terms of the rows below, and of what the list may hold besides."""

    def __init__(self, work: Work, below: Below, node: Aggregate) -> None:
        self._work = work
        self._kind = node.kind
        self._more = below.more
        self._there = below.there
        self._real = None if below.real is None else self._term(node, below.real)
        self._besides = self._term(node, below.phantom)
        self._perhaps = work.graph.all_(below.there, self._besides.may)

    def _term(self, node: Aggregate, child: Place) -> Term:
        graph, numbers = self._work.graph, self._work.numbers
        if node.of is None:
            valued = certain(self._work, point(numbers.given(1)))
        else:
            valued = self._work.value(node.of, child)
        span = as_span(numbers, valued.value)
        missing = while_(graph, graph.not_(child.exists), child.waiting)
        own = while_(graph, valued.may, valued.waiting)
        sure = graph.all_(child.exists, valued.sure)
        return Term(span, sure, valued.may, either(graph, [missing, own]))

    def _waiting(self, value: Span, applies: Node) -> Waiting:
        graph = self._work.graph
        several = [while_(graph, self._there, self._besides.waiting)]
        if self._real is not None:
            own = self._real.waiting
            inspected = any_below(graph, self._kind, own.inspected)
            several.append(Waiting(inspected, any_below(graph, self._kind, own.other)))
        known = graph.all_(is_known(self._work.numbers, value), applies)
        return while_(graph, graph.not_(known), either(graph, several))

    def _gathered(self, op: str, term: Node, grid: Grid | None) -> Node:
        graph = self._work.graph
        own = graph.lifted(term, self._kind)
        exact = term.exact if op != "sum" else grid is not None
        cancels = not exact if op == "sum" else term.cancels
        parent = graph.parents[self._kind]
        return graph.node(
            op, (own,), parent, Sort.NUMBER, self._kind, grid=grid, exact=exact, cancels=cancels
        )

    def _sum(self, term: Node) -> Node:
        if term is self._work.numbers.zero:
            return term
        grid = None if term.grid is None else term.grid.times(ADDED)
        found = self._gathered("sum", term, grid if grid is not None and grid.is_exact else None)
        return self._work.numbers.rounded(found)

    def added(self) -> Valued:
        """A sum or a count, which always applies."""
        graph, numbers = self._work.graph, self._work.numbers
        zero, besides = numbers.zero, self._besides.span
        low = numbers.least(zero, numbers.times(besides.low, self._more))
        high = numbers.greatest(zero, numbers.times(besides.high, self._more))
        value = Span(
            numbers.where(self._perhaps, low, zero), numbers.where(self._perhaps, high, zero)
        )
        if self._real is not None:
            term = self._real
            ends = [
                numbers.where(term.sure, end, numbers.where(term.may, reach(zero, end), zero))
                for end, reach in (
                    (term.span.low, numbers.least),
                    (term.span.high, numbers.greatest),
                )
            ]
            low, high = (self._sum(end) for end in ends)
            value = Span(numbers.add(low, value.low), numbers.add(high, value.high))
        return Valued(value, graph.true, graph.true, self._waiting(value, graph.true))

    def _all(self, op: str, end: str, endless: Node) -> Node:
        """The extreme of one end of all terms."""
        numbers = self._work.numbers
        pick = numbers.least if op == "lowest" else numbers.greatest
        own: Node = getattr(self._besides.span, end)
        found = numbers.where(self._perhaps, own, endless)
        if self._real is None:
            return found
        term = numbers.where(self._real.may, getattr(self._real.span, end), endless)
        return pick(found, self._gathered(op, term, term.grid))

    def _certain(self, op: str, end: str, endless: Node) -> Node:
        """The extreme of one end of the terms that certainly count."""
        if self._real is None:
            return endless
        numbers = self._work.numbers
        term = numbers.where(self._real.sure, getattr(self._real.span, end), endless)
        return self._gathered(op, term, term.grid)

    def _applies(self) -> tuple[Node, Node]:
        graph = self._work.graph
        if self._real is None:
            return graph.false, self._perhaps
        sure = any_below(graph, self._kind, self._real.sure)
        return sure, graph.any_(self._perhaps, any_below(graph, self._kind, self._real.may))

    def lowest(self) -> Valued:
        """The smallest: no more than the certain ones', no less than any's."""
        numbers, (sure, may) = self._work.numbers, self._applies()
        low = self._all("lowest", "low", numbers.highest)
        wide = self._all("highest", "high", numbers.lowest)
        high = numbers.where(sure, self._certain("lowest", "high", numbers.highest), wide)
        return self._extreme(Span(low, high), sure, may)

    def highest(self) -> Valued:
        """The largest."""
        numbers, (sure, may) = self._work.numbers, self._applies()
        high = self._all("highest", "high", numbers.lowest)
        wide = self._all("lowest", "low", numbers.highest)
        low = numbers.where(sure, self._certain("highest", "low", numbers.lowest), wide)
        return self._extreme(Span(low, high), sure, may)

    def _extreme(self, value: Span, sure: Node, may: Node) -> Valued:
        graph = self._work.graph
        waiting = while_(graph, may, self._waiting(value, sure))
        return Valued(value, sure, may, waiting)
