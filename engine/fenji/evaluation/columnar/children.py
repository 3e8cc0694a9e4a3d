"""`some`, `every`, `no` and `count` over the children of an entity.

The condition is a column of the children; here its flags are gathered on the parent, and what the
list may hold besides comes from a column of the parent itself.
"""

from __future__ import annotations

from collections.abc import Callable

from fenji.evaluation.columnar.comparing import met_by
from fenji.evaluation.columnar.graph import Graph, Grid, Node, Sort
from fenji.evaluation.columnar.places import Below, Place
from fenji.evaluation.columnar.values import Span, Valued, is_known
from fenji.evaluation.columnar.verdict import (
    Verdict,
    Waiting,
    any_of,
    either,
    leaf,
    opposite,
    while_,
)
from fenji.evaluation.columnar.work import Work
from fenji.model.condition import Condition, Counted, Quantified, Word
from fenji.model.expression import Literal
from fenji.model.value import NumberSpan

COUNTED = Grid(2.0**24)
"""So many children at most."""


def judge_quantified(work: Work, node: Quantified, at: Place) -> Verdict:
    """`every` is "none that does not"; `no` is "not some"."""
    below = work.places.below(node.kind, at)
    negated = node.word == "every" and node.where is not None
    parts = [_listed(work, _met(work, below.phantom, node.where, negated=negated), below)]
    if below.real is not None:
        met = _met(work, below.real, node.where, negated=negated)
        parts.append(_each(met, lambda flag: any_below(work.graph, node.kind, flag)))
    some = any_of(work.graph, parts)
    return some if node.word == "some" else opposite(work.graph, some)


def _met(work: Work, child: Place, where: Condition | None, *, negated: bool) -> Verdict:
    """Whether a child is there and meets the condition (or, negated, does not)."""
    graph = work.graph
    if where is None:
        return leaf(graph, child.exists, graph.true, child.waiting)
    met = work.judge(where, child)
    if negated:
        met = opposite(graph, met)
    if child.exists is graph.true:
        return met
    doubt = graph.not_(child.exists)
    only = graph.all_(doubt, child.waiting.inspected, graph.not_(child.waiting.other))
    seen = graph.all_(doubt, met.may)
    return Verdict(
        graph.all_(met.sure, child.exists),
        met.may,
        graph.all_(met.low_sure, child.exists),
        graph.all_(met.low_may, graph.not_(only)),
        graph.all_(met.high_sure, graph.any_(child.exists, only)),
        met.high_may,
        either(graph, [met.waiting, while_(graph, seen, child.waiting)]),
    )


def _each(verdict: Verdict, change: Callable[[Node], Node]) -> Verdict:
    waiting = verdict.waiting
    return Verdict(
        change(verdict.sure),
        change(verdict.may),
        change(verdict.low_sure),
        change(verdict.low_may),
        change(verdict.high_sure),
        change(verdict.high_may),
        Waiting(change(waiting.inspected), change(waiting.other)),
    )


def _listed(work: Work, phantom: Verdict, below: Below) -> Verdict:
    """What the list may hold besides, where it may."""
    return _each(phantom, lambda flag: work.graph.all_(below.there, flag))


def any_below(graph: Graph, kind: str, flag: Node) -> Node:
    """Whether the flag stands in some row of the kind below."""
    if flag is graph.false:
        return flag
    own = graph.lifted(flag, kind)
    return graph.node("any_below", (own,), graph.parents[kind], Sort.FLAG, kind)


def count_below(graph: Graph, kind: str, flag: Node) -> Node:
    """In how many rows of the kind below it stands."""
    own = graph.lifted(flag, kind)
    parent = graph.parents[kind]
    return graph.node("count_below", (own,), parent, Sort.NUMBER, kind, grid=COUNTED)


def judge_counted(work: Work, node: Counted, at: Place) -> Verdict:
    """How many children meet it, as a span, compared with the number."""
    below = work.places.below(node.kind, at)
    counting = Counting(work, below, node)
    right = work.value(node.right, at)
    spanned = _spanned(work, counting, node, right)
    n = _whole(node)
    if n is None:
        return spanned
    plain = _enough(work, counting, n)
    endless = counting.endless
    graph = work.graph
    waiting = either(
        graph,
        [
            while_(graph, endless, spanned.waiting),
            while_(graph, graph.not_(endless), plain.waiting),
        ],
    )
    return Verdict(
        graph.choose(endless, spanned.sure, plain.sure),
        graph.choose(endless, spanned.may, plain.may),
        graph.choose(endless, spanned.low_sure, plain.low_sure),
        graph.choose(endless, spanned.low_may, plain.low_may),
        graph.choose(endless, spanned.high_sure, plain.high_sure),
        graph.choose(endless, spanned.high_may, plain.high_may),
        waiting,
    )


class Counting:
    """The children of an entity that meet something, in numbers."""

    def __init__(self, work: Work, below: Below, node: Counted) -> None:
        self._work = work
        self._kind = node.kind
        graph, numbers = work.graph, work.numbers
        self.phantom = _listed(work, _met(work, below.phantom, node.where, negated=False), below)
        self.real = None
        if below.real is not None:
            self.real = _met(work, below.real, node.where, negated=False)
        single = numbers.same(below.more, numbers.given(1))
        self.endless = graph.all_(below.there, graph.not_(single))
        self._more = below.more

    def many(self, pick: Callable[[Verdict], Node]) -> Node:
        """How many rows below have a flag, and one more where what may be besides has it."""
        numbers = self._work.numbers
        listed = numbers.where(pick(self.phantom), numbers.given(1), numbers.zero)
        return numbers.add(self.rows(pick), listed)

    def rows(self, pick: Callable[[Verdict], Node]) -> Node:
        """How many rows below have a flag."""
        if self.real is None:
            return self._work.numbers.zero
        flag = pick(self.real)
        if flag is self._work.graph.false:
            return self._work.numbers.zero
        return count_below(self._work.graph, self._kind, flag)

    def most(self) -> Node:
        """How many may meet it at most."""
        numbers = self._work.numbers
        more = numbers.where(self.phantom.may, self._more, numbers.zero)
        return numbers.add(self.rows(lambda v: v.may), more)

    def waiting(self) -> Waiting:
        """What the children that are open wait for."""
        graph = self._work.graph
        several = [self.phantom.waiting]
        if self.real is not None:
            own, kind = self.real.waiting, self._kind
            several.append(
                Waiting(any_below(graph, kind, own.inspected), any_below(graph, kind, own.other))
            )
        return either(graph, several)


def _spanned(work: Work, counting: Counting, node: Counted, right: Valued) -> Verdict:
    graph, numbers = work.graph, work.numbers
    counted = Span(counting.rows(lambda v: v.sure), counting.most())
    left = Valued(counted, graph.true, graph.true, right.waiting)
    sure, may = met_by(work, left, node.word, right)
    open_ = while_(graph, graph.not_(is_known(numbers, counted)), counting.waiting())
    return leaf(graph, sure, may, either(graph, [open_, right.waiting]))


def _enough(work: Work, counting: Counting, n: int) -> Verdict:
    graph, numbers = work.graph, work.numbers

    def reached(pick: Callable[[Verdict], Node]) -> Node:
        return numbers.at_least(counting.many(pick), numbers.given(n))

    sure, may = reached(lambda v: v.sure), reached(lambda v: v.may)
    return Verdict(
        sure,
        may,
        reached(lambda v: v.low_sure),
        reached(lambda v: v.low_may),
        reached(lambda v: v.high_sure),
        reached(lambda v: v.high_may),
        while_(graph, graph.all_(may, graph.not_(sure)), counting.waiting()),
    )


def _whole(node: Counted) -> int | None:
    """The least whole number that meets `at_least` or `more_than`, if one is written."""
    if not isinstance(node.right, Literal) or node.word not in (Word.AT_LEAST, Word.MORE_THAN):
        return None
    value = node.right.value
    if not isinstance(value, NumberSpan) or value.low is None or value.low != value.high:
        return None
    least = -(-value.low // 1)
    return int(least + 1 if node.word is Word.MORE_THAN and least == value.low else least)
