"""Exact numbers written as people write them, for messages."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

_ENOUGH = Context(prec=40)


def decimal_text(number: Fraction) -> str:
    """`29.9`, `30`, `0.0000001`: plain digits, without zeros at the end."""
    value = _ENOUGH.divide(Decimal(number.numerator), Decimal(number.denominator))
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
