"""What a number could be at all, from the ranges in the dictionary and in the rules."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import inf

from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Expression,
    Extreme,
    Literal,
    Lookup,
    Name,
    Parameter,
    Stratum,
)
from fenji.model.release import Release
from fenji.model.rule import Classification, Measure
from fenji.model.value import ANY_NUMBER, Member, NumberSpan, as_span, hull, point

_End = Fraction | None


class Spans:
    """The spans of expressions under one release. They may be wider than the truth."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._measures = {(m.for_, m.name): m for m in release.measures}
        self._sheets = {(s.for_, s.name): s for s in release.sheets}
        self._classes: dict[tuple[str, str], list[Classification]] = {}
        for one in release.classifications:
            self._classes.setdefault((one.for_, one.name), []).append(one)
        self._known: dict[tuple[str, str], NumberSpan] = {}

    def of(self, node: Expression) -> NumberSpan:
        """All that the expression could come to."""
        if isinstance(node, Literal):
            return as_span(node.value)
        if isinstance(node, Name):
            return self._of_name(node)
        if isinstance(node, Parameter):
            found = self._release.parameters.get(node.name)
            values = [point(one.value) for one in found.values] if found else []
            return as_span(hull(values)) if values else ANY_NUMBER
        if isinstance(node, Lookup):
            return self._of_column(node)
        if isinstance(node, Arithmetic):
            return arithmetic(node.sign, self.of(node.left), self.of(node.right))
        if isinstance(node, Extreme):
            return _extreme(node.which, [self.of(part) for part in node.of])
        if isinstance(node, Aggregate):
            return self._of_children(node)
        return ANY_NUMBER

    def _of_name(self, node: Name) -> NumberSpan:
        key = (node.entity, node.name)
        if node.stratum is Stratum.FACT:
            fact = self._release.facts.get(node.entity, {}).get(node.name)
            if fact is None or not fact.options:
                return fact.range if fact else ANY_NUMBER
            return _of_members([option.value for option in fact.options])
        if key not in self._known:
            self._known[key] = ANY_NUMBER
            self._known[key] = self._of_derived(key)
        return self._known[key]

    def _of_derived(self, key: tuple[str, str]) -> NumberSpan:
        measure = self._measures.get(key)
        if measure is not None:
            return self._of_measure(measure)
        sheet = self._sheets.get(key)
        if sheet is not None:
            return sheet.range
        several = self._classes.get(key, [])
        if not several or any(case.computed for one in several for case in one.cases):
            return ANY_NUMBER
        values = [case.value for one in several for case in one.cases]
        return _of_members([*values, *(member for one in several for member in one.order)])

    def _of_measure(self, measure: Measure) -> NumberSpan:
        if not measure.cases or measure.cases[-1].when is not None:
            return measure.range
        worked_out = as_span(hull([self.of(case.value) for case in measure.cases]))
        return _both(worked_out, measure.range)

    def _of_column(self, node: Lookup) -> NumberSpan:
        table = self._release.tables.get(node.table)
        if table is None or not table.rows:
            return ANY_NUMBER
        cells = [dict(row.cells).get(node.give) for row in table.rows]
        present = [cell for cell in cells if isinstance(cell, NumberSpan)]
        # A blank cell gives any number.
        return as_span(hull(present)) if len(present) == len(cells) else ANY_NUMBER

    def _of_children(self, node: Aggregate) -> NumberSpan:
        if node.how == "count":
            return NumberSpan(Fraction(0), None)
        each = self.of(node.of) if node.of is not None else ANY_NUMBER
        if node.how != "sum":
            return each
        rises = each.low is not None and each.low >= 0
        falls = each.high is not None and each.high <= 0
        return NumberSpan(Fraction(0) if rises else None, Fraction(0) if falls else None)


def _of_members(several: Iterable[Member]) -> NumberSpan:
    members = list(several)
    numbers = [point(m) for m in members if isinstance(m, Fraction)]
    return as_span(hull(numbers)) if numbers and len(numbers) == len(members) else ANY_NUMBER


def _both(one: NumberSpan, other: NumberSpan) -> NumberSpan:
    lows = [low for low in (one.low, other.low) if low is not None]
    highs = [high for high in (one.high, other.high) if high is not None]
    return NumberSpan(max(lows, default=None), min(highs, default=None))


def _extreme(which: str, several: list[NumberSpan]) -> NumberSpan:
    """The smallest is at most any upper end and at least the least lower one; likewise the largest."""
    lows = [span.low for span in several if span.low is not None]
    highs = [span.high for span in several if span.high is not None]
    if which == "min":
        low = min(lows) if len(lows) == len(several) else None
        return NumberSpan(low, min(highs, default=None))
    high = max(highs) if len(highs) == len(several) else None
    return NumberSpan(max(lows, default=None), high)


def arithmetic(sign: str, a: NumberSpan, b: NumberSpan) -> NumberSpan:
    """All that `a sign b` could be; anything where the divisor could be 0."""
    if sign == "+":
        return NumberSpan(_sum(a.low, b.low), _sum(a.high, b.high))
    if sign == "-":
        return NumberSpan(_sum(a.low, _minus(b.high)), _sum(a.high, _minus(b.low)))
    if sign == "/":
        if holds_zero(b):
            return ANY_NUMBER
        b = NumberSpan(_inverse(b.high), _inverse(b.low))
    return _product(a, b)


def holds_zero(span: NumberSpan) -> bool:
    """Whether it could be 0."""
    return (span.low is None or span.low <= 0) and (span.high is None or span.high >= 0)


def _sum(a: _End, b: _End) -> _End:
    return None if a is None or b is None else a + b


def _minus(a: _End) -> _End:
    return None if a is None else -a


def _inverse(a: _End) -> _End:
    """The end of 1/x where x does not hold 0; beyond all bounds it comes to 0."""
    return Fraction(0) if a is None else 1 / a


def _product(a: NumberSpan, b: NumberSpan) -> NumberSpan:
    ends = [
        Fraction(0) if x == 0 or y == 0 else x * y
        for x in (_low(a), _high(a))
        for y in (_low(b), _high(b))
    ]
    return NumberSpan(_bound(min(ends)), _bound(max(ends)))


def _low(span: NumberSpan) -> Fraction | float:
    return -inf if span.low is None else span.low


def _high(span: NumberSpan) -> Fraction | float:
    return inf if span.high is None else span.high


def _bound(end: Fraction | float) -> _End:
    return None if isinstance(end, float) else end
