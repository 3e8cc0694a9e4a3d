"""What a value could be, when not everything is known.

A known value is a span of one point or a set of one member, so that known and unknown are compared
by the same few functions. Spans are closed; they may be wider than the truth, never narrower.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from fenji.model.truth import Truth, all_of, any_of, truth_of

Member = str | bool | Fraction
"""What a choice can be: a word, a yes or no, or a number where classes are numbered."""


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number between two bounds, both included; `None` is no bound on that side."""

    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day between two days, both included; `None` is no bound on that side."""

    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of `members`; `None` where it could be anything (text that was not given)."""

    members: frozenset[Member] | None


@dataclass(frozen=True, slots=True)
class SetSpan:
    """A set that has all of `certain` and at most `possible` (`None`: anything more)."""

    certain: frozenset[str]
    possible: frozenset[str] | None


T = TypeVar("T", Fraction, date)

Value = NumberSpan | DateSpan | Choice | SetSpan

ANY_NUMBER = NumberSpan(None, None)
ANY_DATE = DateSpan(None, None)
YES = Choice(frozenset({True}))
NO = Choice(frozenset({False}))
YES_OR_NO = Choice(frozenset({True, False}))


def point(number: Fraction | int) -> NumberSpan:
    """A number that is known."""
    exact = Fraction(number)
    return NumberSpan(exact, exact)


def day(known: date) -> DateSpan:
    """A day that is known."""
    return DateSpan(known, known)


def one(member: Member) -> Choice:
    """A choice that is known."""
    return Choice(frozenset({member}))


def flag(truth: Truth) -> Choice:
    """The yes-or-no value of a truth."""
    if truth is Truth.UNKNOWN:
        return YES_OR_NO
    return YES if truth is Truth.TRUE else NO


def is_known(value: Value) -> bool:
    """Whether the value can be only one thing."""
    if isinstance(value, Choice):
        return value.members is not None and len(value.members) == 1
    if isinstance(value, SetSpan):
        return value.certain == value.possible
    low, high = value.low, value.high
    return low is not None and (low is high or low == high)


def as_span(value: Value) -> NumberSpan:
    """The number span of a value; a choice among numbers gives its hull."""
    if isinstance(value, NumberSpan):
        return value
    if isinstance(value, Choice) and value.members is not None:
        numbers = [m for m in value.members if isinstance(m, Fraction)]
        if len(numbers) == len(value.members) and numbers:
            return NumberSpan(min(numbers), max(numbers))
    return ANY_NUMBER


def hull(values: Iterable[Value]) -> Value:
    """What a value could be that is one of several, all of one kind. At least one is needed."""
    several = list(values)
    first = several[0]
    if len(several) == 1:
        return first
    if all(isinstance(v, Choice) for v in several):
        members: frozenset[Member] = frozenset()
        for choice in several:
            assert isinstance(choice, Choice)
            if choice.members is None:
                return choice
            members |= choice.members
        return Choice(members)
    if isinstance(first, DateSpan):
        dates = [v for v in several if isinstance(v, DateSpan)]
        return DateSpan(_lowest(d.low for d in dates), _highest(d.high for d in dates))
    spans = [as_span(v) for v in several]
    return NumberSpan(_lowest(s.low for s in spans), _highest(s.high for s in spans))


def _lowest(bounds: Iterable[T | None]) -> T | None:
    found: T | None = None
    for bound in bounds:
        if bound is None:
            return None
        if found is None or bound < found:
            found = bound
    return found


def _highest(bounds: Iterable[T | None]) -> T | None:
    found: T | None = None
    for bound in bounds:
        if bound is None:
            return None
        if found is None or bound > found:
            found = bound
    return found


def at_least(left: Value, right: Value) -> Truth:
    """Whether left ≥ right, for numbers and for days."""
    if isinstance(left, Choice) and left.members is not None:
        return _agreed(at_least(as_span(one(m)), right) for m in left.members)
    if isinstance(left, DateSpan) and isinstance(right, DateSpan):
        return _reaches(left.low, left.high, right.low, right.high)
    a, b = as_span(left), as_span(right)
    return _reaches(a.low, a.high, b.low, b.high)


def more_than(left: Value, right: Value) -> Truth:
    """Whether left > right, for numbers and for days."""
    return ~at_most(left, right)


def at_most(left: Value, right: Value) -> Truth:
    """Whether left ≤ right, for numbers and for days."""
    if isinstance(left, Choice) and left.members is not None:
        return _agreed(at_most(as_span(one(m)), right) for m in left.members)
    return at_least(right, left)


def less_than(left: Value, right: Value) -> Truth:
    """Whether left < right, for numbers and for days."""
    return ~at_least(left, right)


def _reaches(low: T | None, high: T | None, from_: T | None, to: T | None) -> Truth:
    if low is not None and to is not None and low >= to:
        return Truth.TRUE
    if high is not None and from_ is not None and high < from_:
        return Truth.FALSE
    return Truth.UNKNOWN


def _agreed(truths: Iterable[Truth]) -> Truth:
    """The truth on which all agree, else unknown."""
    met = set(truths)
    return met.pop() if len(met) == 1 else Truth.UNKNOWN


def same(left: Value, right: Value) -> Truth:
    """Whether the two are the same value; for sets, whether they have the same members."""
    if isinstance(left, Choice) and isinstance(right, Choice):
        if left.members is None or right.members is None:
            return Truth.UNKNOWN
        if not left.members & right.members:
            return Truth.FALSE
        both_known = len(left.members) == len(right.members) == 1
        return Truth.TRUE if both_known else Truth.UNKNOWN
    if isinstance(left, SetSpan) and isinstance(right, SetSpan):
        if is_known(left) and is_known(right):
            return truth_of(left.certain == right.certain)
        return all_of((_could_hold(left, right.certain), _could_hold(right, left.certain)))
    if isinstance(left, Choice) and left.members is not None:
        return _agreed(same(as_span(one(m)), right) for m in left.members)
    if isinstance(right, Choice):
        return same(right, left)
    return all_of((at_least(left, right), at_most(left, right)))


def _could_hold(holder: SetSpan, members: frozenset[str]) -> Truth:
    """False where some of the members cannot be in the set; else unknown."""
    fits = holder.possible is None or members <= holder.possible
    return Truth.UNKNOWN if fits else Truth.FALSE


def has(left: SetSpan, member: str) -> Truth:
    """Whether the set has that member."""
    if member in left.certain:
        return Truth.TRUE
    if left.possible is None or member in left.possible:
        return Truth.UNKNOWN
    return Truth.FALSE


def has_any(left: SetSpan, members: Iterable[str]) -> Truth:
    """Whether the set has at least one of the members."""
    return any_of(has(left, member) for member in members)
