"""Values written in a rule: read by the type of what they are compared with."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from fenji.model.dates import PartialDate, partial_date
from fenji.model.diagnostic import Refused
from fenji.model.expression import Literal
from fenji.model.text import Text
from fenji.model.unit import Units
from fenji.model.value import ANY_DATE, ANY_NUMBER, Member, NumberSpan, Value, day, one, point
from fenji.reading.decimal_text import decimal_text
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields, scalar_of, text_of, wrong_shape
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.types import CALLED, Sort, Type
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node, Scalar
from fenji.reading.units import Wanted, number_in

_BOUNDS = ("at_least", "at_most")


def literal(here: Here, node: Node, type_: Type, name: str) -> Literal:
    """The value of that type that is written there; `name` is what it is compared with."""
    scalar = scalar_of(node, here.problems)
    if scalar is None:
        return Literal(ANY_NUMBER, node.place)
    return Literal(_value(here, scalar, type_, name), node.place)


def _value(here: Here, scalar: Scalar, type_: Type, name: str) -> Value:
    if type_.sort is Sort.NUMBER:
        return _number(here, scalar, type_, name)
    if type_.sort is Sort.DATE:
        found = whole_day(here.problems, scalar)
        return ANY_DATE if found is None else day(found)
    if type_.sort is Sort.FLAG:
        if not isinstance(scalar.value, bool):
            step = Text("写 `true` 或 `false`", "write `true` or `false`")
            _wrong_type(here.problems, scalar, type_, name, step)
            return one(False)
        return one(scalar.value)
    if type_.sort is Sort.TEXT and not isinstance(scalar.value, str):
        step = Text(f'加引号：`"{scalar.text}"`', f'quote it: `"{scalar.text}"`')
        _wrong_type(here.problems, scalar, type_, name, step)
        return one(scalar.text)
    found_member = member(here.problems, scalar, type_, name)
    return one(str(scalar.text) if type_.sort is Sort.SET else found_member)


def _number(here: Here, scalar: Scalar, type_: Type, name: str) -> NumberSpan:
    exact = number(here.problems, here.declared.units, scalar, type_.unit or "", name)
    if exact is None:
        return ANY_NUMBER
    low, high = type_.range.low, type_.range.high
    if (low is not None and exact < low) or (high is not None and exact > high):
        here.problems.error(
            "out-of-range",
            scalar.place,
            Text(
                f"`{name}` 不可能是 `{scalar.text}`：范围是 {_range(type_.range).zh}",
                f"`{name}` can never be `{scalar.text}`: its range is {_range(type_.range).en}",
            ),
            Text("改正这个值，或字典里的 `range`", "mend the value, or `range` in the dictionary"),
        )
    return point(exact)


def _range(span: NumberSpan) -> Text:
    low = "…" if span.low is None else decimal_text(span.low)
    high = "…" if span.high is None else decimal_text(span.high)
    return Text(f"{low} 至 {high}", f"{low} to {high}")


def number(problems: Problems, units: Units, node: Node, unit: str, name: str) -> Fraction | None:
    """The exact number in that unit; `None`, with the problem noted, where there is none."""
    scalar = scalar_of(node, problems)
    if scalar is None:
        return None
    try:
        return number_in(scalar, Wanted(name, unit), units)
    except Refused as refused:
        problems.extend(refused.diagnostics)
        return None


def member(problems: Problems, scalar: Scalar, type_: Type, name: str) -> Member:
    """A word, yes or no, or number that is one of the members, where those are known."""
    value = scalar.value
    if value is None:
        wrong_shape(problems, scalar.place, Text("一个值", "a value"))
        return ""
    if type_.members is None or value in type_.members:
        return value
    known = sorted(str(m) for m in type_.members)
    step = did_you_mean(scalar.text, known)
    if scalar.text in known:
        numeric = isinstance(value, str)
        step = (
            Text(f"去掉引号：`{scalar.text}`", f"take the quotes away: `{scalar.text}`")
            if numeric
            else Text(f'加引号：`"{scalar.text}"`', f'quote it: `"{scalar.text}"`')
        )
    problems.error(
        "unknown-choice",
        scalar.place,
        Text(f"`{name}` 没有值 `{scalar.text}`", f"`{name}` cannot be `{scalar.text}`"),
        step or Text("可选的值见字典", "the dictionary has the values it can be"),
    )
    return value


def whole_day(problems: Problems, node: Node) -> date | None:
    """A day written as year, month and day."""
    written = text_of(node, problems)
    try:
        found = partial_date(written)
    except ValueError:
        found = None
    if found is not None and found.first == found.last:
        return found.first
    _wrong_date(problems, node, written, Text("写作 `2026-03-01`", "write `2026-03-01`"))
    return None


def rough_day(problems: Problems, fields: Fields, name: str) -> PartialDate | None:
    """A day known to the day, month or year under that key; `None` where it was left out."""
    node = fields.node(name)
    if node is None:
        return None
    written = text_of(node, problems)
    try:
        return partial_date(written)
    except ValueError:
        step = Text(
            "写作 `2018-07-01`、`2018-07` 或 `2018`", "write `2018-07-01`, `2018-07` or `2018`"
        )
        _wrong_date(problems, node, written, step)
        return None


def bounds(
    problems: Problems, units: Units, fields: Fields, name: str, unit: str, default: NumberSpan
) -> NumberSpan:
    """A closed span `{at_least, at_most}` under that key; `default` where it was left out."""
    node = fields.node(name)
    if node is None:
        return default
    ends = Fields(node, problems, _BOUNDS)
    found = [
        None if end is None else number(problems, units, end, unit, name)
        for end in (ends.node(bound) for bound in _BOUNDS)
    ]
    low, high = found
    if low is not None and high is not None and low > high:
        problems.error(
            "reversed-bounds",
            node.place,
            Text("下限大于上限", "the lower end is above the upper end"),
            Text("对调两端", "swap the two ends"),
        )
        return default
    return NumberSpan(low, high)


def whole_number(problems: Problems, node: Node, least: int) -> int | None:
    """A whole number not under `least`."""
    scalar = scalar_of(node, problems)
    if scalar is None:
        return None
    value = scalar.value
    if isinstance(value, Fraction) and value.denominator == 1 and value >= least:
        return int(value)
    problems.error(
        "wrong-value",
        scalar.place,
        Text(
            f"`{scalar.text}` 应是不小于 {least} 的整数",
            f"`{scalar.text}` should be a whole number of at least {least}",
        ),
        Text(f"写一个整数，例如 `{least}`", f"write a whole number such as `{least}`"),
    )
    return None


def _wrong_date(problems: Problems, node: Node, written: str, step: Text) -> None:
    message = Text(f"`{written}` 不是日期", f"`{written}` is not a date")
    problems.error("not-a-date", node.place, message, step)


def _wrong_type(problems: Problems, scalar: Scalar, type_: Type, name: str, step: Text) -> None:
    wanted = CALLED[type_.sort]
    problems.error(
        "wrong-type",
        scalar.place,
        Text(
            f"`{name}` 是{wanted.zh}，`{scalar.text}` 不是",
            f"`{name}` is {wanted.en}, and `{scalar.text}` is not",
        ),
        step,
    )
