"""What a bare word in a file is: nothing, a yes or no, an exact number, or text.

YAML 1.1 reads `no`, `off`, `12:30`, `1_000`, `0x10` and dates as something else than what stands
there; here only `true`, `false`, `null`, `~` and decimal numbers mean more than themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from fenji.model.text import Text

MOST_DIGITS = 15
"""Decimals of so many significant digits keep their order when they are read as doubles."""

MOST_PLACES = 30
"""Places after the point: no quantity of law comes near, and exact arithmetic stays small."""

_NUMBER = re.compile(r"([-+]?)(?=[0-9]|\.[0-9])([0-9]*)(?:\.([0-9]+))?(?:[eE]([-+]?[0-9]+))?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|NaN|[-+]?Infinity")
_NUMBER_BEGINS = frozenset("0123456789+-.NI")
_WORDS: dict[str, bool | None] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}


@dataclass(frozen=True, slots=True)
class Unusable:
    """A number that is not taken, why not, and what to do: a diagnostic still without a place."""

    id: str
    message: Text
    help: Text


def plain(text: str) -> bool | Fraction | str | Unusable | None:
    """What an unquoted word of YAML stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_BEGINS:
        return text
    found = number(text)
    return text if found is None else found


def number(text: str) -> Fraction | Unusable | None:
    """The exact value of a decimal such as `30`, `-2.5` or `1e-7`; `None` where it is none.

    Unusable are leading zeros (a code that lost its quotes), NaN and infinities, and a number that
    has more than 15 significant digits, or 15 before the point, when written out.
    """
    parts = _NUMBER.fullmatch(text)
    if parts is None:
        return _not_finite(text) if _NO_NUMBER.fullmatch(text) else None
    sign, whole, places, exponent = parts.groups(default="")
    if len(whole) > 1 and whole[0] == "0":
        return _leading_zeros(text)
    digits = (whole + places).lstrip("0")
    if not digits:
        return Fraction(0)
    significant = digits.rstrip("0")
    if len(exponent.lstrip("+-0")) > 4:
        return _too_small(text) if exponent[0] == "-" else _too_many_digits(text)
    shift = int(exponent or 0) - len(places) + len(digits) - len(significant)
    if len(significant) > MOST_DIGITS or len(significant) + shift > MOST_DIGITS:
        return _too_many_digits(text)
    if -shift > MOST_PLACES:
        return _too_small(text)
    size = int(significant)
    exact = Fraction(size * 10**shift) if shift >= 0 else Fraction(size, 10**-shift)
    return -exact if sign == "-" else exact


def _leading_zeros(text: str) -> Unusable:
    return Unusable(
        "leading-zeros",
        Text(
            f"`{_short(text)}` 以 0 开头，不知是数还是代码",
            f"`{_short(text)}` begins with a zero: a number or a code?",
        ),
        Text(
            f'是代码就加引号：`"{_short(text)}"`；是数就去掉开头的 0',
            f'quote it if it is a code: `"{_short(text)}"`; drop the zeros if it is a number',
        ),
    )


def _not_finite(text: str) -> Unusable:
    return Unusable(
        "not-finite",
        Text(f"`{text}` 不是一个数", f"`{text}` is not a number that can be compared"),
        Text(
            "不知道的值请留空（不写或写 null），不要写 NaN 或无穷大",
            "leave out what is not known (or write null) instead of NaN or infinity",
        ),
    )


def _too_many_digits(text: str) -> Unusable:
    return Unusable(
        "too-many-digits",
        Text(
            f"`{_short(text)}` 超出 {MOST_DIGITS} 位有效数字的上限",
            f"`{_short(text)}` is over the limit of {MOST_DIGITS} significant digits",
        ),
        Text(
            f"数字请在 {MOST_DIGITS} 位以内；如果是编号，请加引号",
            f"write a number within {MOST_DIGITS} digits, or quote it if it is a code",
        ),
    )


def _too_small(text: str) -> Unusable:
    return Unusable(
        "too-many-digits",
        Text(
            f"`{_short(text)}` 小数点后超过 {MOST_PLACES} 位",
            f"`{_short(text)}` has more than {MOST_PLACES} places after the point",
        ),
        Text("请写较短的小数，或换较小的单位", "write a shorter number, or use a smaller unit"),
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:20]}…{text[-8:]}"
