"""Numbers, drawn: literals, names, arithmetic, extremes, aggregates, elapsed time, look-ups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal as OneOf

from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Lookup,
    Name,
    Parameter,
)
from fenji.model.value import day, one, point
from tests.agreement.drawing import Drawing, Sort
from tests.agreement.tables import EXHAUSTIVE, KEYS

SIGNS: tuple[OneOf["+", "-", "*", "/"], ...] = ("+", "-", "*", "/")
UNITS: tuple[OneOf["days", "months", "years", "months_ended"], ...] = (
    "days",
    "months",
    "years",
    "months_ended",
)
HOW: tuple[OneOf["sum", "min", "max", "count"], ...] = ("sum", "min", "max", "count")
TAKES: tuple[OneOf["smallest", "largest"] | None, ...] = (None, "smallest", "largest")
FIGURES = ("0", "1", "1", "2", "2", "3", "0.3", "1.5", "29.9", "-1", "0.0000001", "999999999999999")
DIVISORS = ("2", "-3", "0.3", "7")
EDGE = date(2026, 6, 1)
DAYS = (
    date(2024, 2, 29),
    date(2025, 11, 30),
    date(2025, 12, 1),
    EDGE - timedelta(days=1),
    EDGE,
    EDGE + timedelta(days=1),
    date(2026, 8, 31),
)


def number(draw: Drawing, kind: str, depth: int = 2) -> Expression:
    """Any number that can be read at an entity of the kind."""
    several: list[Callable[[Drawing, str, int], Expression]] = [_name, _name, _literal, _small]
    if depth > 0:
        several += [_arithmetic, _arithmetic, _extreme, _elapsed, _parameter, _look_up, _graded]
        if draw.children(kind):
            several += [_aggregate, _aggregate]
    return draw.one(several)(draw, kind, depth - 1)


def figure(draw: Drawing) -> Literal:
    """A number that is written."""
    return Literal(point(Fraction(draw.one(FIGURES))))


def _literal(draw: Drawing, kind: str, depth: int) -> Expression:
    return figure(draw)


def _small(draw: Drawing, kind: str, depth: int) -> Expression:
    return Literal(point(draw.random.randint(0, 3)))


def _name(draw: Drawing, kind: str, depth: int) -> Expression:
    return draw.one(draw.readable(kind, Sort.NUMBER)).node


def _graded(draw: Drawing, kind: str, depth: int) -> Expression:
    return draw.one(draw.readable(kind, Sort.GRADED)).node


def _arithmetic(draw: Drawing, kind: str, depth: int) -> Expression:
    sign = draw.one(SIGNS)
    left = number(draw, kind, depth)
    if sign != "/":
        return Arithmetic(sign, left, number(draw, kind, depth))
    positive = [r.node for r in draw.readable(kind, Sort.NUMBER) if r.above_zero]
    if positive and draw.chance(60):
        return Arithmetic("/", left, draw.one(positive))
    return Arithmetic("/", left, Literal(point(Fraction(draw.one(DIVISORS)))))


def _extreme(draw: Drawing, kind: str, depth: int) -> Expression:
    several = tuple(number(draw, kind, depth) for _ in range(draw.random.randint(2, 3)))
    return Extreme(draw.one(("min", "max")), several)


def _elapsed(draw: Drawing, kind: str, depth: int) -> Expression:
    unit = draw.one(UNITS)
    return Elapsed(unit, draw.one(draw.readable(kind, Sort.DATE)).node)


def _parameter(draw: Drawing, kind: str, depth: int) -> Expression:
    return Parameter(draw.one(draw.parameters))


def _aggregate(draw: Drawing, kind: str, depth: int) -> Expression:
    below = draw.one(draw.children(kind))
    how = draw.one(HOW)
    return Aggregate(how, below, None if how == "count" else number(draw, below, depth))


def _look_up(draw: Drawing, kind: str, depth: int) -> Expression:
    table = draw.one(EXHAUSTIVE)
    return Lookup(table, "figure", by(draw, table, kind), draw.one(TAKES))


def by(draw: Drawing, table: str, kind: str) -> tuple[tuple[str, Expression], ...]:
    """What stands for each key of the table."""
    several = dict.fromkeys(key.key for key in KEYS[table])
    return tuple((key, _stands_for(draw, key, kind)) for key in several)


def _stands_for(draw: Drawing, key: str, kind: str) -> Expression:
    if key == "n":
        return number(draw, kind, 1)
    if key == "w" and draw.chance(15):
        return Literal(one(draw.one(("p", "q", "r", "z"))))
    sort = {"w": Sort.WORD, "s": Sort.SET, "g": Sort.GRADED}[key]
    return draw.one(draw.readable(kind, sort)).node


def written_day(draw: Drawing) -> Literal:
    """A day that is written."""
    return Literal(day(draw.one(DAYS)))


def a_date(draw: Drawing, kind: str) -> Expression:
    """A day that is written, another date, or one from a table."""
    if draw.chance(60):
        return written_day(draw)
    if draw.chance(70):
        return draw.one(draw.readable(kind, Sort.DATE)).node
    return Lookup("by_word", "day", by(draw, "by_word", kind))


def name_of(draw: Drawing, kind: str, sort: Sort) -> Name:
    """A name of that sort."""
    return draw.one(draw.readable(kind, sort)).node
