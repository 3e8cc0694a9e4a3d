"""Dates: to the day, or to the month or year where no more is known."""

from __future__ import annotations

import re
from datetime import date

from fenji.model.dates import PartialDate, partial_date
from fenji.model.diagnostic import Refused
from fenji.model.text import Text
from fenji.model.value import DateSpan
from fenji.reading.node import Node, Scalar
from fenji.reading.refusal import Problems, refusal
from fenji.reading.submission.bounds import ends, reversed_bounds

_OTHERWISE_WRITTEN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?", re.ASCII)


def days(node: Node, name: str) -> DateSpan:
    """The day of a fact, or the days between which it lies. Raises Refused."""
    at_least, at_most = ends(node, name)
    problems = Problems()
    low: PartialDate | None = None
    high: PartialDate | None = None
    with problems.kept():
        low = roughly(at_least, name) if at_least else None
    if at_most is at_least:
        high = low
    else:
        with problems.kept():
            high = roughly(at_most, name) if at_most else None
    problems.refuse()
    if low and high and low.first > high.last:
        raise reversed_bounds(node, name)
    return DateSpan(low.first if low else None, high.last if high else None)


def exact_day(node: Node, name: str) -> date:
    """A date that must be known to the day. Raises Refused."""
    if not isinstance(node, Scalar):
        raise _not_a_date(node, name, "")
    known = roughly(node, name)
    if known.first != known.last:
        raise refusal(
            "not-a-date",
            node.place,
            Text(
                f"`{name}` 要写到日，`{node.text}` 没有",
                f"`{name}` wants a day, and `{node.text}` is not known to the day",
            ),
            Text("请写成 `年-月-日`，如 `2026-03-01`", "write it as `2026-03-01`"),
        )
    return known.first


def roughly(scalar: Scalar, name: str) -> PartialDate:
    """`2026-03-01`, `2026-03` or `2026`. Raises Refused."""
    try:
        if isinstance(scalar.value, bool):
            raise ValueError(scalar.text)
        return partial_date(scalar.text)
    except ValueError:
        raise _not_a_date(scalar, name, scalar.text) from None


def _not_a_date(node: Node, name: str, text: str) -> Refused:
    meant = _meant(text)
    return refusal(
        "not-a-date",
        node.place,
        Text(f"`{name}` 要的是日期，`{text}` 不是", f"`{name}` wants a date, and `{text}` is none")
        if text
        else Text(f"`{name}` 要的是日期", f"`{name}` wants a date"),
        Text(f"请写 `{meant}`", f"write `{meant}`")
        if meant
        else Text("请写成 `年-月-日`，如 `2026-03-01`", "write it as year-month-day: `2026-03-01`"),
    )


def _meant(text: str) -> str:
    parts = _OTHERWISE_WRITTEN.fullmatch(text)
    if parts is None:
        return ""
    try:
        return date(*(int(part) for part in parts.groups())).isoformat()
    except ValueError:
        return ""
