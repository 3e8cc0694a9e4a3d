"""Spans of arithmetic: never narrower than what the numbers inside can come to."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from fenji.model.value import ANY_NUMBER, NumberSpan
from fenji.reading.grammar.spans import arithmetic, holds_zero

ENDS = [None, *map(Fraction, (-3, -1, 0, 2, 5))]
SPANS = [
    NumberSpan(low, high)
    for low, high in product(ENDS, ENDS)
    if low is None or high is None or low <= high
]
INSIDE = [Fraction(n) for n in (-100, -3, -2, -1, 0, 1, 2, 4, 5, 100)]
EXACT = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def _in(span: NumberSpan, number: Fraction) -> bool:
    return (span.low is None or span.low <= number) and (span.high is None or number <= span.high)


@pytest.mark.parametrize("sign", EXACT)
def test_every_result_lies_in_the_span(sign: str) -> None:
    for a, b in product(SPANS, SPANS):
        whole = arithmetic(sign, a, b)
        for x in (n for n in INSIDE if _in(a, n)):
            for y in (n for n in INSIDE if _in(b, n)):
                if not (sign == "/" and y == 0):
                    assert _in(whole, EXACT[sign](x, y)), (a, sign, b)


@pytest.mark.parametrize(
    ("a", "sign", "b", "whole"),
    [
        ((1, 2), "+", (3, None), (4, None)),
        ((1, 2), "-", (3, 5), (-4, -1)),
        ((-1, 2), "*", (3, 5), (-5, 10)),
        ((0, None), "*", (2, None), (0, None)),
        ((1, 2), "/", (4, None), (0, "1/2")),
        ((1, 2), "/", (-4, -2), (-1, "-1/4")),
    ],
)
def test_the_span_is_as_narrow_as_it_can_be(
    a: tuple[object, object], sign: str, b: tuple[object, object], whole: tuple[object, object]
) -> None:
    assert arithmetic(sign, _span(a), _span(b)) == _span(whole)


def _span(ends: tuple[object, object]) -> NumberSpan:
    low, high = (None if end is None else Fraction(str(end)) for end in ends)
    return NumberSpan(low, high)


def test_dividing_by_what_can_be_zero_gives_anything() -> None:
    assert holds_zero(_span((0, 5)))
    assert not holds_zero(_span((1, None)))
    assert arithmetic("/", _span((1, 2)), _span((-1, 1))) == ANY_NUMBER
