"""CAS registry numbers: up to seven digits, two digits and a check digit.

The check digit is the sum of the other digits, each times its place counted from the right, modulo
10 (Chemical Abstracts Service, "Check Digit Verification of CAS Registry Numbers").
"""

from __future__ import annotations

import re
import unicodedata

_SHAPE = re.compile(r"[1-9][0-9]{1,6}-[0-9]{2}-[0-9]")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


def folded(text: str) -> str:
    """The number as it is compared: NFKC, plain hyphens, no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())


def has_shape(number: str) -> bool:
    """Whether the text is written as a CAS number is, whatever its check digit."""
    return _SHAPE.fullmatch(number) is not None


def check_digit(number: str) -> str:
    """The check digit that the other digits of a number of the right shape ask for."""
    digits = number.replace("-", "")[:-1]
    return str(sum(place * int(d) for place, d in enumerate(reversed(digits), start=1)) % 10)
