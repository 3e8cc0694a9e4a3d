"""Measures: a formula, or the first of several cases that holds."""

from __future__ import annotations

from collections.abc import Callable

from fenji.evaluation.columnar.facts import span_of
from fenji.evaluation.columnar.numbers import Numbers
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.values import Span, Value, Valued, as_span, is_known
from fenji.evaluation.columnar.verdict import decided, either, while_
from fenji.evaluation.columnar.work import Work
from fenji.model.expression import Expression
from fenji.model.rule import Measure

Given = Callable[[Expression], Value]


def value_of_measure(
    work: Work, measure: Measure, at: Place, declared: Given | None = None
) -> Valued:
    """All that the cases could give of which each may be the first to hold.

    With `declared`, which says what a case gives on declared facts: of those that may hold on these.
    """
    graph, numbers = work.graph, work.numbers
    reached, exhausted, lowered = graph.true, graph.false, graph.true
    low, high = numbers.highest, numbers.lowest
    some, every, waiting = [], [], []
    for case in measure.cases:
        met = decided(graph, True) if case.when is None else work.judge(case.when, at)
        valued = work.value(case.value, at)
        span = as_span(numbers, valued.value)
        tried = graph.all_(reached, met.may)
        gives = graph.all_(tried, valued.may)
        if declared is not None:
            gives = graph.all_(gives, lowered, met.low_may)
            lowered = graph.all_(lowered, graph.not_(graph.all_(tried, met.low_sure)))
            span = as_span(numbers, declared(case.value))
        low = numbers.where(gives, numbers.least(low, span.low), low)
        high = numbers.where(gives, numbers.greatest(high, span.high), high)
        some.append(gives)
        every.append(graph.any_(graph.not_(tried), valued.sure))
        waiting.append(while_(graph, tried, either(graph, [met.waiting, valued.waiting])))
        exhausted = graph.any_(exhausted, met.sure)
        reached = graph.all_(reached, graph.not_(met.sure))
    value = within(numbers, Span(low, high), span_of(work, measure.range))
    sure, may = graph.all_(exhausted, *every), graph.any_(*some)
    settled = graph.all_(is_known(numbers, value), sure)
    open_ = graph.all_(may, graph.not_(settled))
    return Valued(value, graph.all_(sure, may), may, while_(graph, open_, either(graph, waiting)))


def within(numbers: Numbers, span: Span, limits: Span) -> Span:
    """The span within its range; where facts lead outside, the range is proved wrong."""
    low = numbers.greatest(span.low, limits.low)
    high = numbers.least(span.high, limits.high)
    if low is span.low and high is span.high:
        return span
    fits = numbers.at_least(high, low, line=False)
    return Span(numbers.where(fits, low, span.low), numbers.where(fits, high, span.high))
