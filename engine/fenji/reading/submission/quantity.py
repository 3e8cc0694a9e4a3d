"""Numbers and counts: exact, in the unit of the dictionary, within what is possible at all."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.diagnostic import Refused
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.text import Text
from fenji.model.unit import Units
from fenji.model.value import NumberSpan
from fenji.reading.decimal_text import decimal_text
from fenji.reading.node import Node, Scalar
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.bounds import ends, reversed_bounds
from fenji.reading.units import Wanted, number_in


def quantity(node: Node, fact: FactDefinition, units: Units) -> NumberSpan:
    """The number of a fact of kind `number` or `count`, or the span it lies in.

    An end that is left out is the end of the fact's range. Raises Refused.
    """
    possible = _possible(fact)
    at_least, at_most = ends(node, fact.name)
    if at_least is at_most and at_least is not None:
        exact = _number(at_least, fact, units, possible)
        return NumberSpan(exact, exact)
    problems = Problems()
    low, high = possible.low, possible.high
    with problems.kept():
        low = _number(at_least, fact, units, possible) if at_least else low
    with problems.kept():
        high = _number(at_most, fact, units, possible) if at_most else high
    problems.refuse()
    if low is not None and high is not None and low > high:
        raise reversed_bounds(node, fact.name)
    return NumberSpan(low, high)


def _possible(fact: FactDefinition) -> NumberSpan:
    if fact.kind is Kind.COUNT and (fact.range.low is None or fact.range.low < 0):
        return NumberSpan(Fraction(0), fact.range.high)
    return fact.range


def _number(scalar: Scalar, fact: FactDefinition, units: Units, possible: NumberSpan) -> Fraction:
    exact = number_in(scalar, Wanted(fact.name, fact.unit), units)
    if fact.kind is Kind.COUNT and exact.denominator != 1:
        raise refusal(
            "not-whole",
            scalar.place,
            Text(
                f"`{fact.name}` 要的是整数，`{scalar.text}` 不是",
                f"`{fact.name}` wants a whole number, and `{scalar.text}` is none",
            ),
            Text(
                "请写整数；不确定时写上下限 `{at_least: …, at_most: …}`",
                "write a whole number; bounds `{at_least: …, at_most: …}` where it is not sure",
            ),
        )
    below = possible.low is not None and exact < possible.low
    above = possible.high is not None and exact > possible.high
    if below or above:
        raise _out_of_range(scalar, fact, units, possible)
    return exact


def _out_of_range(
    scalar: Scalar, fact: FactDefinition, units: Units, possible: NumberSpan
) -> Refused:
    unit = units.by_name.get(fact.unit)
    zh, en = (f" {unit.label.zh}", f" {unit.name}") if unit else ("", "")
    low = decimal_text(possible.low) if possible.low is not None else ""
    high = decimal_text(possible.high) if possible.high is not None else ""
    if low and high:
        allowed = Text(f"在 {low} 到 {high}{zh} 之间", f"from {low} to {high}{en}")
    elif low:
        allowed = Text(f"不小于 {low}{zh}", f"{low}{en} or more")
    else:
        allowed = Text(f"不大于 {high}{zh}", f"{high}{en} or less")
    return refusal(
        "out-of-range",
        scalar.place,
        Text(
            f"`{fact.name}`（{fact.label.zh}）不可能是 `{scalar.text}`，应当{allowed.zh}",
            f"`{fact.name}` ({fact.label.en}) cannot be `{scalar.text}`: it must be {allowed.en}",
        ),
        Text(
            "请检查数值和单位；不知道就不写",
            "check the number and its unit; leave it out if it is not known",
        ),
    )
