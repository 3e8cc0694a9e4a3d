"""Exact arithmetic on spans: what a sum, product, extreme could be when its parts are spans.

Bounds are Fractions or `None` for no bound on that side. Results may be wider than the truth, never
narrower (R. E. Moore, Interval Analysis, 1966, chapter 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from fenji.model.value import ANY_NUMBER, NumberSpan

Bound = Fraction | None
ZERO = Fraction(0)


def add(a: NumberSpan, b: NumberSpan) -> NumberSpan:
    """a + b."""
    return NumberSpan(_plus(a.low, b.low), _plus(a.high, b.high))


def negate(a: NumberSpan) -> NumberSpan:
    """-a."""
    return NumberSpan(
        None if a.high is None else -a.high,
        None if a.low is None else -a.low,
    )


def multiply(a: NumberSpan, b: NumberSpan) -> NumberSpan:
    """a · b."""
    if a.low is not None and b.low is not None and a.low == a.high and b.low == b.high:
        exact = a.low * b.low
        return NumberSpan(exact, exact)
    corners = [_times(x, y) for x in _ends(a) for y in _ends(b)]
    low: Bound = min((c for c in corners if not isinstance(c, str)), default=ZERO)
    high: Bound = max((c for c in corners if not isinstance(c, str)), default=ZERO)
    return NumberSpan(None if "-" in corners else low, None if "+" in corners else high)


def divide(a: NumberSpan, b: NumberSpan) -> NumberSpan:
    """a / b; any number where b could be 0."""
    if b.low is not None and b.low > 0:
        inverse = NumberSpan(ZERO if b.high is None else 1 / b.high, 1 / b.low)
    elif b.high is not None and b.high < 0:
        inverse = NumberSpan(1 / b.high, ZERO if b.low is None else 1 / b.low)
    else:
        return ANY_NUMBER
    return multiply(a, inverse)


def smallest(several: Sequence[NumberSpan]) -> NumberSpan:
    """min of all."""
    lows = [s.low for s in several]
    highs = [s.high for s in several if s.high is not None]
    low = None if None in lows else min(x for x in lows if x is not None)
    return NumberSpan(low, min(highs) if highs else None)


def largest(several: Sequence[NumberSpan]) -> NumberSpan:
    """max of all."""
    return negate(smallest([negate(s) for s in several]))


def within(span: NumberSpan, limits: NumberSpan) -> NumberSpan:
    """The span where the value is known to lie within limits as well.

    Facts that lead outside the limits prove these wrong: the span stays what the facts give.
    """
    lows = [x for x in (span.low, limits.low) if x is not None]
    highs = [x for x in (span.high, limits.high) if x is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    outside = low is not None and high is not None and low > high
    return span if outside else NumberSpan(low, high)


def clamp(span: NumberSpan, limits: NumberSpan) -> NumberSpan:
    """The span after values outside the limits were moved to them (a cap)."""
    return NumberSpan(_clamp(span.low, limits, limits.low), _clamp(span.high, limits, limits.high))


def _clamp(bound: Bound, limits: NumberSpan, endless: Bound) -> Bound:
    if bound is None:
        return endless
    if limits.low is not None:
        bound = max(bound, limits.low)
    return bound if limits.high is None else min(bound, limits.high)


def hull(several: Iterable[NumberSpan]) -> NumberSpan:
    """What could be any of several."""
    first, *others = several
    low, high = first.low, first.high
    for span in others:
        low = None if low is None or span.low is None else min(low, span.low)
        high = None if high is None or span.high is None else max(high, span.high)
    return NumberSpan(low, high)


def _plus(a: Bound, b: Bound) -> Bound:
    return None if a is None or b is None else a + b


def _ends(span: NumberSpan) -> tuple[Fraction | str, Fraction | str]:
    return ("-" if span.low is None else span.low, "+" if span.high is None else span.high)


def _times(a: Fraction | str, b: Fraction | str) -> Fraction | str:
    """A product of two ends; `+` and `-` are endless, and nothing times endless is nothing."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a * b
    signs = [_sign(a), _sign(b)]
    if 0 in signs:
        return ZERO
    return "+" if signs[0] == signs[1] else "-"


def _sign(end: Fraction | str) -> int:
    if isinstance(end, str):
        return 1 if end == "+" else -1
    return (end > 0) - (end < 0)
