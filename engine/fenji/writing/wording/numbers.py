"""Exact numbers as people read them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

DIGITS = 6
MOST_DIGITS = 15


def number_text(number: Fraction) -> str:
    """As a decimal: exactly where 15 digits can, else `≈` and six digits.

    A rounded number never looks like a rounder one than it is: six digits of 0.99999999966 would
    read as 1, so it is given with as many as it takes to end in something else than 0.
    """
    exact = decimal_of(number)
    if exact is not None:
        return plain(exact)
    digits = DIGITS
    while True:
        rounded = Context(prec=digits, rounding=ROUND_HALF_EVEN).divide(
            Decimal(number.numerator), Decimal(number.denominator)
        )
        if rounded.as_tuple().digits[-1] != 0 or digits >= MOST_DIGITS:
            return f"≈{plain(rounded)}"
        digits += 1


def decimal_of(number: Fraction) -> Decimal | None:
    """The same number as a decimal of at most 15 significant digits, where there is one."""
    context = Context(prec=MOST_DIGITS, rounding=ROUND_HALF_EVEN)
    found = context.divide(Decimal(number.numerator), Decimal(number.denominator))
    return found if Fraction(found) == number else None


def plain(number: Decimal) -> str:
    """Without an exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
