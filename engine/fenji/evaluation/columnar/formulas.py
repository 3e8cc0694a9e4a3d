"""Formulas on spans: literals, parameters, arithmetic, extremes, elapsed time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from fenji.evaluation.columnar.facts import span_of
from fenji.evaluation.columnar.graph import Grid, Node, Sort
from fenji.evaluation.columnar.numbers import Numbers
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.values import (
    Chosen,
    Set,
    Span,
    Value,
    Valued,
    Word,
    as_span,
    is_known,
)
from fenji.evaluation.columnar.verdict import either, nothing, while_
from fenji.evaluation.columnar.work import Work
from fenji.model.dates import has_begun, months_between, years_between
from fenji.model.expression import Arithmetic, Elapsed, Extreme, Literal, Parameter
from fenji.model.truth import Truth
from fenji.model.value import Choice, DateSpan, NumberSpan, SetSpan
from fenji.model.value import Value as Known

ELAPSED = Grid(2.0**23)


def value_of_literal(work: Work, node: Literal, at: Place) -> Valued:
    """A value written in a rule."""
    return certain(work, value_of(work, node.value))


def certain(work: Work, value: Value) -> Valued:
    """A value that is the same everywhere."""
    return Valued(value, work.graph.true, work.graph.true, nothing(work.graph))


def value_of(work: Work, value: Known) -> Value:
    """A value of the release in columns."""
    graph, numbers = work.graph, work.numbers
    if isinstance(value, NumberSpan):
        return span_of(work, value)
    if isinstance(value, DateSpan):
        low = numbers.lowest if value.low is None else numbers.given(value.low.toordinal())
        high = numbers.highest if value.high is None else numbers.given(value.high.toordinal())
        return Span(low, high, True)
    if isinstance(value, Choice):
        members = value.members or ()
        single = graph.flag(len(members) == 1)
        may: dict[Word, Node] = dict.fromkeys(sorted(members, key=str), graph.true)
        return Chosen(may, graph.flag(value.members is None), single)
    assert isinstance(value, SetSpan)
    words = sorted({*value.certain, *(value.possible or ())})
    return Set(
        {word: graph.flag(word in value.certain) for word in words},
        {word: graph.flag(value.possible is None or word in value.possible) for word in words},
        graph.flag(value.certain == value.possible),
    )


def value_of_parameter(work: Work, node: Parameter, at: Place) -> Valued:
    """The figure in force on the day; any number before the first, a span on a day in doubt."""
    figures = []
    for dated in work.prepared.release.parameters[node.name].values:
        begun = has_begun(dated.from_, work.prepared.as_of)
        if begun is Truth.TRUE:
            figures = [dated.value]
        elif begun is Truth.UNKNOWN:
            figures.append(dated.value)
    if not figures:
        return certain(work, Span(work.numbers.lowest, work.numbers.highest))
    given = [work.numbers.given(figure) for figure in figures]
    return certain(work, Span(work.numbers.least(*given), work.numbers.greatest(*given)))


def value_of_arithmetic(work: Work, node: Arithmetic, at: Place) -> Valued:
    """`+ - * /`."""
    sides = [work.value(node.left, at), work.value(node.right, at)]
    return _together(work, sides, lambda n, s: SIGNS[node.sign](n, s[0], s[1]))


def value_of_extreme(work: Work, node: Extreme, at: Place) -> Valued:
    """The smallest or largest of several numbers."""
    pick = smallest if node.which == "min" else largest
    return _together(work, [work.value(part, at) for part in node.of], pick)


def _together(
    work: Work,
    several: Sequence[Valued],
    compute: Callable[[Numbers, Sequence[Span]], Span],
) -> Valued:
    """A number computed from others; it does not apply where one of them does not."""
    graph, numbers = work.graph, work.numbers
    value = compute(numbers, [as_span(numbers, valued.value) for valued in several])
    sure = graph.all_(*(valued.sure for valued in several))
    may = graph.all_(*(valued.may for valued in several))
    unsettled = graph.not_(graph.all_(is_known(numbers, value), sure))
    waiting = either(graph, [valued.waiting for valued in several])
    return Valued(value, sure, may, while_(graph, graph.all_(may, unsettled), waiting))


def plus(numbers: Numbers, a: Span, b: Span) -> Span:
    """a + b."""
    return Span(numbers.add(a.low, b.low), numbers.add(a.high, b.high))


def _minus(numbers: Numbers, a: Span, b: Span) -> Span:
    return plus(numbers, a, Span(numbers.negative(b.high), numbers.negative(b.low)))


def times(numbers: Numbers, a: Span, b: Span) -> Span:
    """a · b."""
    corners = [numbers.times(x, y) for x in _ends(a) for y in _ends(b)]
    return Span(numbers.least(*corners), numbers.greatest(*corners))


def _ends(span: Span) -> tuple[Node, ...]:
    return (span.low,) if span.low is span.high else (span.low, span.high)


def _over(numbers: Numbers, a: Span, b: Span) -> Span:
    """a / b; any number where b could be 0."""
    graph = numbers.graph
    above = graph.not_(numbers.at_least(numbers.zero, b.low))
    below = graph.not_(numbers.at_least(b.high, numbers.zero))
    usable = graph.any_(above, below)
    divisors = [numbers.where(usable, end, numbers.given(1)) for end in _ends(b)]
    corners = [numbers.over(x, y) for x in _ends(a) for y in divisors]
    low = numbers.where(usable, numbers.least(*corners), numbers.lowest)
    return Span(low, numbers.where(usable, numbers.greatest(*corners), numbers.highest))


def smallest(numbers: Numbers, several: Sequence[Span]) -> Span:
    """The smallest of all."""
    return Span(numbers.least(*(s.low for s in several)), numbers.least(*(s.high for s in several)))


def largest(numbers: Numbers, several: Sequence[Span]) -> Span:
    """The largest of all."""
    return Span(
        numbers.greatest(*(s.low for s in several)), numbers.greatest(*(s.high for s in several))
    )


SIGNS: dict[str, Callable[[Numbers, Span, Span], Span]] = {
    "+": plus,
    "-": _minus,
    "*": times,
    "/": _over,
}


def value_of_elapsed(work: Work, node: Elapsed, at: Place) -> Valued:
    """Whole days, months or years from a day to the day of the decision."""
    since = work.value(node.since, at)
    assert isinstance(since.value, Span)
    as_of = work.prepared.as_of.toordinal()
    low, high = (_since(work, node.unit, as_of, end) for end in (since.value.high, since.value.low))
    return Valued(Span(low, high), since.sure, since.may, since.waiting)


def _since(work: Work, unit: str, as_of: int, day: Node) -> Node:
    numbers = work.numbers
    if unit == "days":
        return numbers.add(numbers.given(as_of), numbers.negative(day))
    if day is numbers.lowest or day is numbers.highest:
        return numbers.negative(day)
    if day.op == "const":
        since = date.fromordinal(int(str(day.data)))
        return numbers.given(elapsed(unit, since, date.fromordinal(as_of)))
    data = (unit, as_of)
    return work.graph.node("elapsed", (day,), day.frame, Sort.NUMBER, data, grid=ELAPSED)


def elapsed(unit: str, since: date, as_of: date) -> int:
    """Whole months or years between two days."""
    if unit == "months_ended":
        return months_between(since, as_of - timedelta(days=1))
    return months_between(since, as_of) if unit == "months" else years_between(since, as_of)
