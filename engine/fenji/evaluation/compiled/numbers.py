"""Numbers that may be known only in part, and arithmetic on them: the quick way and the whole one.

A number is a quadruple: its two bounds, whether it applies (as a verdict's code), and what keeps it
open. Whole bounds are ints, others Fractions, endless ones infinite, which nothing but comparing,
`min` and `max` ever touches; days are counted by their ordinals.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from fenji.evaluation.compiled.codes import FALSE, TRUE
from fenji.model.dates import months_between, years_between
from fenji.model.value import DateSpan, Member, NumberSpan, Value, as_span

ENDLESS = float("inf")
Bound: TypeAlias = "int | Fraction | float"
Number = tuple[Bound, Bound, int, int]
Span = tuple[Bound, Bound]
NO_NUMBER: Number = (-ENDLESS, ENDLESS, FALSE, 0)
NOTHING: Span = (0, 0)
OPEN = 1
"""The code of an applying that is not known."""


def bound(exact: Fraction | int) -> int | Fraction:
    """A bound: whole ones as ints, which compare many times faster."""
    numerator, denominator = exact.as_integer_ratio()
    return numerator if denominator == 1 else exact


def span_of(value: NumberSpan) -> Span:
    """The bounds of a number."""
    low, high = value.low, value.high
    if low is high and low is not None:
        known = bound(low)
        return known, known
    return -ENDLESS if low is None else bound(low), ENDLESS if high is None else bound(high)


def is_point(low: Bound, high: Bound) -> bool:
    """Whether a number is known. Bounds of known ones are mostly one object."""
    return low is high or low == high


def days_of(value: DateSpan) -> Span:
    """The bounds of a day."""
    low, high = value.low, value.high
    return (
        -ENDLESS if low is None else low.toordinal(),
        ENDLESS if high is None else high.toordinal(),
    )


def number_value(low: Bound, high: Bound) -> NumberSpan:
    """The model's value of such a number."""
    a = None if isinstance(low, float) else _fraction(low)
    if low is high:
        return NumberSpan(a, a)
    return NumberSpan(a, None if isinstance(high, float) else _fraction(high))


@lru_cache(maxsize=4096)
def _whole(number: int) -> Fraction:
    return Fraction(number)


def _fraction(number: int | Fraction) -> Fraction:
    return _whole(number) if isinstance(number, int) else number


def date_value(low: Bound, high: Bound) -> DateSpan:
    """The model's value of such a day."""
    return DateSpan(
        date.fromordinal(low) if isinstance(low, int) else None,
        date.fromordinal(high) if isinstance(high, int) else None,
    )


def of_members(members: frozenset[Member] | None, applies: int, gaps: int) -> Number:
    """A choice among numbers as a number: its hull."""
    if not applies:
        return NO_NUMBER
    numbers = [bound(m) for m in members or () if isinstance(m, Fraction)]
    if members is None or not numbers or len(numbers) < len(members):
        return -ENDLESS, ENDLESS, applies, gaps
    return min(numbers), max(numbers), applies, gaps


def of_value(value: Value, applies: int, gaps: int) -> Number:
    """Any value of the model as a number."""
    if not applies:
        return NO_NUMBER
    return (*span_of(as_span(value)), applies, gaps)


def _together(span: Span, applying: tuple[int, ...], gaps: int) -> Number:
    """A number computed from others that all apply or may."""
    low, high = span
    applies = TRUE if applying.count(TRUE) == len(applying) else OPEN
    return low, high, applies, 0 if applies == TRUE and is_point(low, high) else gaps


def _exact(value: Fraction | int | float) -> Bound:
    return value if isinstance(value, float) else bound(value)


def plus_spans(a: Span, b: Span) -> Span:
    """a + b; endless where either is."""
    low, high = a
    from_, to = b
    if low is high and from_ is to:
        exact = low + from_
        return exact, exact
    low = -ENDLESS if isinstance(low, float) or isinstance(from_, float) else low + from_
    high = ENDLESS if isinstance(high, float) or isinstance(to, float) else high + to
    return low, high


def negative(a: Span) -> Span:
    """-a."""
    return -a[1], -a[0]


def times_spans(a: Span, b: Span) -> Span:
    """a · b."""
    if a[0] is a[1] and b[0] is b[1]:
        exact = _exact(a[0] * b[0])
        return exact, exact
    corners = [_product(x, y) for x in a for y in b]
    return min(corners), max(corners)


def _product(a: Bound, b: Bound) -> Bound:
    """A product of two ends; nothing times endless is nothing."""
    if not a or not b:
        return 0
    if isinstance(a, float) or isinstance(b, float):
        return ENDLESS if (a > 0) is (b > 0) else -ENDLESS
    return _exact(a * b)


def _over_spans(a: Span, b: Span) -> Span:
    """a / b; any number where b could be 0."""
    low, high = b
    if low <= 0 <= high:
        return -ENDLESS, ENDLESS
    if a[0] is a[1] and low is high:
        exact = _quotient(a[0], low)
        return exact, exact
    return times_spans(a, (_quotient(1, high), _quotient(1, low)))


def _quotient(a: Bound, b: Bound) -> Bound:
    if isinstance(b, float):
        return 0
    assert not isinstance(a, float)
    return bound(Fraction(a, b))


SIGNS: dict[str, Callable[[Span, Span], Span]] = {
    "+": plus_spans,
    "-": lambda a, b: plus_spans(a, negative(b)),
    "*": times_spans,
    "/": _over_spans,
}


def arithmetic(sign: str) -> Callable[[Number, Number], Number]:
    """`+ - * /` of two numbers; it does not apply where one of them does not."""
    compute = SIGNS[sign]

    def computed(a: Number, b: Number) -> Number:
        if not (a[2] and b[2]):
            return NO_NUMBER
        return _together(compute((a[0], a[1]), (b[0], b[1])), (a[2], b[2]), a[3] | b[3])

    return computed


def extreme(which: str) -> Callable[..., Number]:
    """The smallest or largest of several numbers, all of which are needed."""
    pick = min if which == "min" else max

    def picked(*several: Number) -> Number:
        gaps = 0
        for number in several:
            if not number[2]:
                return NO_NUMBER
            gaps |= number[3]
        span = (pick(n[0] for n in several), pick(n[1] for n in several))
        return _together(span, tuple(n[2] for n in several), gaps)

    return picked


def elapsed(unit: str, as_of: date) -> Callable[[Number], Number]:
    """Whole days, months or years from a day to `as_of`; remembered by the day."""
    known: dict[Bound, Bound] = {}

    def since(ordinal: Bound, endless: Bound) -> Bound:
        if isinstance(ordinal, float):
            return endless
        found = known.get(ordinal)
        if found is None:
            found = known[ordinal] = _elapsed(unit, date.fromordinal(int(ordinal)), as_of)
        return found

    def computed(day: Number) -> Number:
        if not day[2]:
            return NO_NUMBER
        return since(day[1], -ENDLESS), since(day[0], ENDLESS), day[2], day[3]

    return computed


def _elapsed(unit: str, start: date, as_of: date) -> int:
    if unit == "days":
        return (as_of - start).days
    if unit == "months_ended":
        return months_between(start, as_of - timedelta(days=1))
    return {"months": months_between, "years": years_between}[unit](start, as_of)
