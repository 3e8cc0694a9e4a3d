"""Unified social credit codes (统一社会信用代码) and their check digit, GB 32100-2015.

18 characters of digits and capital letters without I, O, S, V, Z. The last one makes the sum of all
values, each times 3^(position - 1) mod 31 and the last times 1, a multiple of 31. Since 31 is prime,
changing any one character is noticed.
"""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18

_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, position, len(ALPHABET)) for position in range(LENGTH - 1))


def has_shape(code: str) -> bool:
    """Whether the text is 18 characters of the code's alphabet, whatever its check digit."""
    return len(code) == LENGTH and all(character in _VALUE for character in code)


def check_digit(body: str) -> str:
    """The check digit after the first 17 characters, which must be of the alphabet."""
    total = sum(_VALUE[c] * weight for c, weight in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[-total % len(ALPHABET)]
