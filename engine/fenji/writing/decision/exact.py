"""JSON with exact numbers: what `json` would round or refuse, written digit by digit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from json import dumps

from fenji.model.value import Choice, DateSpan, Member, NumberSpan, Value
from fenji.writing.wording.numbers import decimal_of, plain

Json = None | bool | int | str | Fraction | Sequence["Json"] | Mapping[str, "Json"]


def exact_json(value: Json) -> bytes:
    """The value as JSON without spaces, in UTF-8, members in the order given."""
    return "".join(_pieces(value)).encode()


def value_json(value: Value | None) -> Json:
    """What a value could be; one that is known stands for itself, `None` (not applicable) is null."""
    if value is None:
        return None
    if isinstance(value, NumberSpan):
        if value.low is not None and value.low == value.high:
            return value.low
        return {"at_least": value.low, "at_most": value.high}
    if isinstance(value, DateSpan):
        if value.low is not None and value.low == value.high:
            return value.low.isoformat()
        return {"at_least": _day(value.low), "at_most": _day(value.high)}
    if isinstance(value, Choice):
        if value.members is None:
            return {"one_of": None}
        members = [member_json(member) for member in sorted(value.members, key=_order)]
        return members[0] if len(members) == 1 else {"one_of": members}
    if value.certain == value.possible:
        return sorted(value.certain)
    perhaps = None if value.possible is None else sorted(value.possible - value.certain)
    return {"has": sorted(value.certain), "may_have": perhaps}


def member_json(member: Member) -> Json:
    """A word, a yes or no, or a number."""
    return member


def _day(day: date | None) -> Json:
    return None if day is None else day.isoformat()


def _order(member: Member) -> tuple[bool, Fraction, str]:
    """Numbers by size, then everything else by its word."""
    if isinstance(member, Fraction):
        return (False, member, "")
    return (True, Fraction(0), str(member))


def _pieces(value: Json) -> Iterable[str]:
    if isinstance(value, Fraction):
        yield _number(value)
    elif value is None or isinstance(value, (bool, int, str)):
        yield dumps(value, ensure_ascii=False)
    elif isinstance(value, Mapping):
        for at, (key, inner) in enumerate(value.items()):
            yield "{" if at == 0 else ","
            yield f"{dumps(key, ensure_ascii=False)}:"
            yield from _pieces(inner)
        yield "}" if value else "{}"
    else:
        for at, inner in enumerate(value):
            yield "[" if at == 0 else ","
            yield from _pieces(inner)
        yield "]" if value else "[]"


def _number(number: Fraction) -> str:
    exact = decimal_of(number)
    if exact is not None:
        return plain(exact)
    return f'{{"num":"{number.numerator}","den":"{number.denominator}"}}'
