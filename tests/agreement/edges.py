"""The values at which answers turn: what a release is written with, and what lies beside that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any as Anything

from fenji.checks.walking import nodes
from fenji.model.condition import Compare
from fenji.model.dates import add_months
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.expression import Elapsed, Literal, Name
from fenji.model.release import Release
from fenji.model.value import Choice, DateSpan, NumberSpan, Value

BESIDE = (Fraction(0), Fraction(1, 10**7), Fraction(-1, 10**7), Fraction(1, 10), Fraction(1))
USUAL = tuple(map(Fraction, (0, 1, 2, 3)))
MOST_DIGITS = 15


@dataclass(frozen=True)
class Edges:
    """Numbers, days and texts worth trying, for each fact and for all."""

    numbers: dict[tuple[str, str], tuple[Fraction, ...]]
    days: tuple[date, ...]
    texts: tuple[str, ...]
    remembered: dict[tuple[str, str], tuple[Fraction, ...]] = field(default_factory=dict)

    def of(self, fact: FactDefinition) -> tuple[Fraction, ...]:
        """The numbers for one fact that are possible at all."""
        key = (fact.entity, fact.name)
        if key not in self.remembered:
            self.remembered[key] = self._of(fact)
        return self.remembered[key]

    def _of(self, fact: FactDefinition) -> tuple[Fraction, ...]:
        own = self.numbers.get((fact.entity, fact.name), ())
        ends = [end for end in (fact.range.low, fact.range.high) if end is not None]
        counted = fact.kind is Kind.COUNT
        several = {*own, *self.numbers["", ""], *ends, *USUAL}
        if counted:
            several = {Fraction(n // 1) for n in several if n >= 0}
        within = {n for n in several if _within(n, fact.range) and _writable(n)}
        # what stands beside the fact itself is tried as often as all the rest
        nearest = [n for n in own if n in within]
        weighted = nearest * max(1, len(within) // (len(own) or 1))
        return tuple(sorted([*within, *weighted]))


def edges(release: Release, as_of: date) -> Edges:
    """All values at which the release may turn on that day."""
    numbers: dict[tuple[str, str], set[Fraction]] = defaultdict(set)
    days = {as_of + timedelta(days=n) for n in (-400, -1, 0, 1, 400)}
    texts = {"x"}
    everything = (*_items(release), *(_cells(release)))
    for node in nodes(everything):
        if isinstance(node, Literal):
            _take(node.value, numbers["", ""], days, texts)
        elif isinstance(node, NumberSpan | DateSpan | Choice):
            _take(node, numbers["", ""], days, texts)
        elif isinstance(node, Compare):
            for fact, figure in _thresholds(node):
                numbers[fact].update(figure + beside for beside in BESIDE)
            days.update(_turning_days(node, as_of))
    shared = numbers["", ""]
    shared.update({n + beside for n in list(shared)[:40] for beside in BESIDE[:4]})
    found = {fact: tuple(sorted(several)) for fact, several in numbers.items()}
    return Edges(found, tuple(sorted(days)), tuple(sorted(texts)))


def _items(release: Release) -> tuple[Anything, ...]:
    gates = tuple(fact.applies_when for facts in release.facts.values() for fact in facts.values())
    return (
        release.definitions,
        release.measures,
        release.classifications,
        release.sheets,
        release.rules,
        gates,
        tuple(value for p in release.parameters.values() for value in p.values),
    )


def _cells(release: Release) -> Iterator[Value]:
    """Those of tables with few rows: the rest are spellings."""
    for table in release.tables.values():
        if len(table.rows) <= 100:
            for row in table.rows:
                yield from (value for _, value in row.cells)


def _take(value: Value, numbers: set[Fraction], days: set[date], texts: set[str]) -> None:
    if isinstance(value, NumberSpan):
        numbers.update(end for end in (value.low, value.high) if end is not None)
    elif isinstance(value, DateSpan):
        for end in (value.low, value.high):
            if end is not None:
                days.update(end + timedelta(days=n) for n in (-1, 0, 1))
    elif isinstance(value, Choice) and value.members is not None:
        texts.update(member for member in value.members if isinstance(member, str))


def _thresholds(node: Compare) -> Iterator[tuple[tuple[str, str], Fraction]]:
    """The figures that a comparison names, for each fact that stands in it."""
    figures = {
        end
        for literal in nodes((node.left, *node.right))
        if isinstance(literal, Literal) and isinstance(literal.value, NumberSpan)
        for end in (literal.value.low, literal.value.high)
        if end is not None
    }
    for name in nodes((node.left, *node.right)):
        if isinstance(name, Name):
            yield from (((name.entity, name.name), figure) for figure in figures)


def _turning_days(node: Compare, as_of: date) -> Iterator[date]:
    """The days from which so many days, months or years have passed, and those beside them."""
    units = {e.unit for e in nodes((node.left, *node.right)) if isinstance(e, Elapsed)}
    for figure in _whole(node) if units else ():
        for unit in units:
            yield from _beside_days(unit, figure, as_of)


def _whole(node: Compare) -> Iterable[int]:
    for literal in nodes((node.left, *node.right)):
        if isinstance(literal, Literal) and isinstance(literal.value, NumberSpan):
            low = literal.value.low
            if low is not None and low.denominator == 1 and abs(low) < 40000:
                yield int(low)


def _beside_days(unit: str, figure: int, as_of: date) -> Iterator[date]:
    try:
        if unit == "days":
            turning = as_of - timedelta(days=figure)
        else:
            turning = add_months(as_of, -figure * (12 if unit == "years" else 1))
        yield from (turning + timedelta(days=n) for n in (-1, 0, 1))
    except (OverflowError, ValueError):
        return


def _within(number: Fraction, limits: NumberSpan) -> bool:
    low, high = limits.low, limits.high
    return (low is None or low <= number) and (high is None or number <= high)


def _writable(number: Fraction) -> bool:
    """Whether it is a decimal of at most 15 significant digits, as a submission may hold."""
    left = number.denominator
    for prime in (2, 5):
        while left % prime == 0:
            left //= prime
    if left != 1:
        return False
    digits = number
    for _ in range(20):
        if digits.denominator == 1:
            break
        digits *= 10
    return len(str(abs(digits.numerator)).rstrip("0")) <= MOST_DIGITS
