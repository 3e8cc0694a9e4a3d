"""Numbers as people read them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fenji.writing.wording.numbers import number_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("1", "1"),
        ("29.9", "29.9"),
        ("-2.50", "-2.5"),
        ("299.9999999", "299.9999999"),
        ("1e-7", "0.0000001"),
        ("1000000", "1000000"),
        ("999999999999999", "999999999999999"),
        ("1/3", "≈0.333333"),
        ("5/3", "≈1.66667"),
        ("2000/3", "≈666.667"),
    ],
)
def test_a_decimal_is_exact_and_the_rest_rounded(number: str, text: str) -> None:
    assert number_text(Fraction(number)) == text


def test_a_rounded_number_never_looks_like_the_line_it_misses() -> None:
    just_below = Fraction(2999999999, 3000000000)
    assert number_text(just_below) == "≈0.9999999997"
    assert number_text(1 + Fraction(1, 3_000_000)) == "≈1.0000003"
