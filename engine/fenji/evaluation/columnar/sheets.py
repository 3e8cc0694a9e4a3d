"""Sheets: a base, and items whose entries move the score, up to a cap."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.columnar.facts import span_of
from fenji.evaluation.columnar.formulas import plus, times
from fenji.evaluation.columnar.graph import Node
from fenji.evaluation.columnar.numbers import Numbers
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.values import Span, Valued, as_span, is_known, point
from fenji.evaluation.columnar.verdict import Waiting, decided, either, in_force, while_
from fenji.evaluation.columnar.work import Work
from fenji.evaluation.prepared import ReadySheet
from fenji.model.expression import Expression
from fenji.model.rule import Entry, Item


@dataclass(frozen=True)
class Scored:
    """An entry: where it counts, where it may, and the points it would move."""

    sure: Node
    may: Node
    points: Span
    waiting: Waiting


def value_of_sheet(work: Work, ready: ReadySheet, at: Place, *, low: bool = False) -> Valued:
    """The score as a span: of what is known, and of what entries not encoded could add.

    `low`: on declared facts.
    """
    graph, numbers, sheet = work.graph, work.numbers, ready.sheet
    scope = decided(graph, True) if sheet.scope is None else work.judge(sheet.scope, at)
    applies = in_force(graph, scope, ready.in_force)
    base = work.value(sheet.base, at)
    total = plus(numbers, _or_nothing(work, base), span_of(work, sheet.missing))
    waiting = [scope.waiting, base.waiting]
    for item in sheet.items:
        scored = [_scored(work, entry, at, low=low) for entry in item.entries]
        total = plus(numbers, total, _item(work, item, scored))
        waiting += [one.waiting for one in scored]
    value = clamp(numbers, total, span_of(work, sheet.range))
    settled = graph.all_(is_known(numbers, value), applies.sure)
    open_ = graph.all_(applies.may, graph.not_(settled))
    return Valued(value, applies.sure, applies.may, while_(graph, open_, either(graph, waiting)))


def _or_nothing(work: Work, valued: Valued) -> Span:
    """The number, or nothing where it does not apply."""
    numbers, span = work.numbers, as_span(work.numbers, valued.value)
    return Span(
        numbers.where(valued.may, span.low, numbers.zero),
        numbers.where(valued.may, span.high, numbers.zero),
    )


def _scored(work: Work, entry: Entry, at: Place, *, low: bool) -> Scored:
    graph, numbers = work.graph, work.numbers
    met = decided(graph, True) if entry.when is None else work.judge(entry.when, at)
    points, waiting = point(numbers.given(1)), [met.waiting]
    factors: list[Expression] = [entry.points]
    if entry.times is not None:
        factors.append(entry.times)
    for factor in factors:
        valued = work.value(factor, at)
        points = times(numbers, points, _or_nothing(work, valued))
        waiting.append(valued.waiting)
    sure, may = (met.low_sure, met.low_may) if low else (met.sure, met.may)
    return Scored(sure, may, points, while_(graph, met.may, either(graph, waiting)))


def _item(work: Work, item: Item, scored: list[Scored]) -> Span:
    """What the entries of one item move together, within its cap."""
    numbers = work.numbers
    total = point(numbers.zero)
    if item.exclusive:
        total = _strongest(work, scored)
    else:
        for one in scored:
            low, high = one.points.low, one.points.high
            open_low, open_high = (
                numbers.least(numbers.zero, low),
                numbers.greatest(numbers.zero, high),
            )
            counted = Span(
                numbers.where(one.sure, low, numbers.where(one.may, open_low, numbers.zero)),
                numbers.where(one.sure, high, numbers.where(one.may, open_high, numbers.zero)),
            )
            total = plus(numbers, total, counted)
    return clamp(numbers, total, span_of(work, item.cap))


def _strongest(work: Work, scored: list[Scored]) -> Span:
    """Of the entries that hold, the one that moves the score most; of those that may, any."""
    graph, numbers = work.graph, work.numbers
    strengths = [_strength(numbers, one.points) for one in scored]
    none = graph.not_(graph.any_(*(one.sure for one in scored)))
    low = numbers.where(none, numbers.zero, numbers.highest)
    high = numbers.where(none, numbers.zero, numbers.lowest)
    for index, one in enumerate(scored):
        beaten = []
        for other, rival in enumerate(scored):
            if other != index:
                first, second = (
                    (strengths[other], strengths[index])
                    if other < index
                    else (strengths[index], strengths[other])
                )
                ahead = numbers.at_least(first, second)
                stronger = ahead if other < index else graph.not_(ahead)
                beaten.append(graph.all_(rival.sure, stronger))
        counts = graph.all_(one.may, graph.not_(graph.any_(*beaten)))
        low = numbers.where(counts, numbers.least(low, one.points.low), low)
        high = numbers.where(counts, numbers.greatest(high, one.points.high), high)
    return Span(low, high)


def _strength(numbers: Numbers, points: Span) -> Node:
    """The larger of its ends, those left out that are endless."""
    sizes = []
    for end in {points.low.number: points.low, points.high.number: points.high}.values():
        size = numbers.greatest(end, numbers.negative(end))
        sizes.append(numbers.where(numbers.endless(end), numbers.zero, size))
    return numbers.greatest(*sizes)


def clamp(numbers: Numbers, span: Span, limits: Span) -> Span:
    """The span after values outside the limits were moved to them."""

    def moved(end: Node) -> Node:
        return numbers.least(numbers.greatest(end, limits.low), limits.high)

    low = moved(span.low)
    return Span(low, low if span.low is span.high else moved(span.high))
