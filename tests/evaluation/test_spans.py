"""Limits narrow what a measure could be; facts that lead outside them are not bent into nonsense."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fenji.evaluation.reference.spans import within
from fenji.model.value import NumberSpan


def span(low: int | None, high: int | None) -> NumberSpan:
    return NumberSpan(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


@pytest.mark.parametrize(
    ("found", "limits", "kept"),
    [
        ((None, None), (0, 5), (0, 5)),
        ((2, None), (0, 5), (2, 5)),
        ((-1, 3), (0, None), (0, 3)),
        ((5, 9), (0, 5), (5, 5)),
        ((6, 6), (0, 5), (6, 6)),
        ((-3, -1), (0, None), (-3, -1)),
    ],
)
def test_a_span_within_limits(
    found: tuple[int | None, int | None],
    limits: tuple[int | None, int | None],
    kept: tuple[int | None, int | None],
) -> None:
    assert within(span(*found), span(*limits)) == span(*kept)
