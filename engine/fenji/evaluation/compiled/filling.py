"""Answers put where they are read; what is dated later than the day is not one yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fenji.evaluation.compiled.codes import UNKNOWN
from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.numbers import Span, days_of, is_point, span_of
from fenji.evaluation.compiled.row import Row
from fenji.model.submission import Fact
from fenji.model.value import Choice, NumberSpan, SetSpan

KNOWN = UNKNOWN[0]
"""The code of an open comparison that is not open through this fact."""


class HandOver(Exception):
    """Something that only the reference can answer for: a fact that is not of its kind."""


@dataclass(frozen=True, slots=True)
class FactReader:
    """Where an answer of a kind goes: its first place, and the place of the gate it depends on."""

    kind: type
    place: int
    domain: Domain
    gate: int | None
    may_lie_ahead: bool


def fill(
    row: Row,
    facts: Mapping[str, Fact],
    readers: dict[str, FactReader],
    as_of: date,
    absent: list[tuple[Row, int]],
) -> None:
    """Put the answers of an entity into its row.

    `absent` gets the gates of those answered `not_applicable`. Raises HandOver.
    """
    for name, fact in facts.items():
        reader = readers.get(name)
        if reader is None:
            continue
        value: Any = fact.value
        kind = type(value)
        if kind is not reader.kind:
            _put_nothing(row, reader, fact, absent)
            continue
        if fact.at is not None and fact.at > as_of:
            continue
        place = reader.place
        if kind is Choice:
            members = value.members
            row[place], row[place + 1] = reader.domain[members], members
            if members is not None and len(members) == 1:
                row[place + 2] = KNOWN
        elif kind is NumberSpan:
            low = value.low
            if low is value.high and low is not None:
                numerator, denominator = low.as_integer_ratio()
                row[place] = row[place + 1] = numerator if denominator == 1 else low
                row[place + 2] = KNOWN
            else:
                _put_span(row, place, span_of(value))
        elif kind is SetSpan:
            _put_set(row, reader, value)
        elif reader.may_lie_ahead or (value.high is not None and value.high <= as_of):
            _put_span(row, place, days_of(value))


def _put_nothing(row: Row, reader: FactReader, fact: Fact, absent: list[tuple[Row, int]]) -> None:
    """`not_applicable`, which leaves the fact as it is where its gate is open."""
    if fact.value is not None or reader.gate is None:
        raise HandOver
    absent.append((row, reader.gate))


def _put_span(row: Row, place: int, span: Span) -> None:
    row[place], row[place + 1] = span
    if is_point(*span):
        row[place + 2] = KNOWN


def _put_set(row: Row, reader: FactReader, value: SetSpan) -> None:
    place, domain = reader.place, reader.domain
    row[place] = domain[value.certain]
    row[place + 1], row[place + 2] = domain[value.possible], value
    if value.certain == value.possible:
        row[place + 3] = KNOWN
