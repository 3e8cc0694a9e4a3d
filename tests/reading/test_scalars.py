"""Numbers are exact, and only words that mean more than themselves are read as more."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenji.reading.scalars import Unusable, number, plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30", Fraction(30)),
        ("-2.5", Fraction(-5, 2)),
        ("+5", Fraction(5)),
        (".5", Fraction(1, 2)),
        ("0", Fraction(0)),
        ("-0", Fraction(0)),
        ("1e-7", Fraction(1, 10**7)),
        ("1E+3", Fraction(1000)),
        ("299.9999999", Fraction(2999999999, 10**7)),
        ("999999999999999", Fraction(999999999999999)),
        ("0.123456789012345", Fraction(123456789012345, 10**15)),
        ("1.5000000000000000000000", Fraction(3, 2)),
        ("0e999999999999", Fraction(0)),
    ],
)
def test_a_decimal_is_read_exactly(text: str, value: Fraction) -> None:
    assert plain(text) == value
    assert isinstance(plain(text), Fraction)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("010", "leading-zeros"),
        ("-00.5", "leading-zeros"),
        ("9007199254740993", "too-many-digits"),
        ("1e30", "too-many-digits"),
        ("1" + "0" * 30, "too-many-digits"),
        ("1000000000000000", "too-many-digits"),
        ("0.1234567890123456", "too-many-digits"),
        ("123456789012.3456", "too-many-digits"),
        ("1e-31", "too-many-digits"),
        ("1e-999999999999999999", "too-many-digits"),
        ("1e" + "9" * 5000, "too-many-digits"),
        ("9" * 5000, "too-many-digits"),
        (".nan", "not-finite"),
        ("NaN", "not-finite"),
        (".inf", "not-finite"),
        ("-.INF", "not-finite"),
        ("Infinity", "not-finite"),
        ("-Infinity", "not-finite"),
    ],
)
def test_a_number_that_cannot_be_kept_exactly_is_unusable(text: str, problem: str) -> None:
    found = plain(text)
    assert isinstance(found, Unusable)
    assert found.id == problem


def test_the_limit_of_digits_is_named() -> None:
    found = number("9007199254740993")
    assert isinstance(found, Unusable)
    assert "15" in found.message.zh
    assert "15" in found.message.en


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "off",
        "yes",
        "on",
        "True",
        "NULL",
        "12:30",
        "1_000",
        "0x10",
        "0o7",
        "2026-03-01",
        "2018-07",
        "1.2.3",
        "5.",
        "1e",
        "-",
        "+",
        ".",
        "3万t",
        "３０",
    ],
)
def test_what_yaml_reads_as_something_else_is_text(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("false", False), ("null", None), ("~", None), ("", None)]
)
def test_few_words_mean_more_than_themselves(text: str, value: bool | None) -> None:
    assert plain(text) is value


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 15))
def test_fifteen_digits_are_kept_wherever_the_point_is(digits: int, places: int) -> None:
    text = format(Decimal(digits).scaleb(-places), "f")
    assert number(text) == Fraction(digits, 10**places)


@given(st.text("0123456789+-.eE", max_size=12))
def test_reading_agrees_with_decimal(text: str) -> None:
    found = number(text)
    if isinstance(found, Fraction):
        assert found == Fraction(Decimal(text))
