"""Answers put where they are read; what is dated later than the day is not one yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from fenji.evaluation.compiled.codes import UNKNOWN
from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.lines import Lines
from fenji.evaluation.compiled.numbers import days_of, is_point, span_of
from fenji.evaluation.compiled.row import Row
from fenji.model.submission import Fact
from fenji.model.value import Choice, DateSpan, NumberSpan, SetSpan

KNOWN = UNKNOWN[0]
"""The code of an open comparison that is not open through this fact."""


class HandOver(Exception):
    """Something that only the reference can answer for: a fact that is not of its kind."""


FactReader = tuple[Any, int, int, int, int, int, Domain, "Lines | None", "int | None", bool]
"""Where an answer of a kind goes: the type of its value, its three places, the two for where it stands
among its lines; its words, its lines, the place of the gate it depends on, whether a day may lie
ahead. A bare tuple with all places, because it is taken apart for each answer."""


def fill(
    row: Row,
    facts: Mapping[str, Fact],
    readers: dict[str, FactReader],
    as_of: date,
    absent: list[tuple[Row, int]],
) -> None:
    """Put the answers of an entity into its row.

    `absent` gets the gates of those answered `not_applicable`. Raises HandOver. A number that is
    known is put there by nothing but what it takes: most answers are such.
    """
    for name, fact in facts.items():
        reader = readers.get(name)
        if reader is None:
            continue
        kind, place, second, open_, from_, to, domain, lines, gate, ahead = reader
        value: Any = fact.value
        if type(value) is not kind:
            _put_nothing(row, gate, fact, absent)
            continue
        if fact.at is not None and fact.at > as_of:
            continue
        if kind is NumberSpan:
            low = value.low
            if low is value.high and low is not None:
                numerator, denominator = low.as_integer_ratio()
                row[place] = row[second] = numerator if denominator == 1 else low
                row[open_] = KNOWN
                if lines is not None:
                    try:
                        stands = numerator / denominator
                    except OverflowError:
                        stands = lines.standing(numerator, denominator)
                    if stands in lines:
                        stands = lines.standing(numerator, denominator)
                    row[from_] = row[to] = stands
            else:
                _put_span(row, place, value)
                if lines is not None:
                    row[from_], row[to] = lines.around(value)
        elif kind is Choice:
            members = value.members
            row[place] = domain[members]
            row[second] = members
            if members is not None and len(members) == 1:
                row[open_] = KNOWN
        elif kind is SetSpan:
            _put_set(row, place, domain, value)
        elif ahead or (value.high is not None and value.high <= as_of):
            _put_day(row, place, value)


def _put_nothing(row: Row, gate: int | None, fact: Fact, absent: list[tuple[Row, int]]) -> None:
    """`not_applicable`, which leaves the fact as it is where its gate is open."""
    if fact.value is not None or gate is None:
        raise HandOver
    absent.append((row, gate))


def _put_span(row: Row, place: int, value: NumberSpan) -> None:
    span = row[place], row[place + 1] = span_of(value)
    if is_point(*span):
        row[place + 2] = KNOWN


def _put_day(row: Row, place: int, value: DateSpan) -> None:
    span = row[place], row[place + 1] = days_of(value)
    if is_point(*span):
        row[place + 2] = KNOWN


def _put_set(row: Row, place: int, domain: Domain, value: SetSpan) -> None:
    row[place] = domain[value.certain]
    row[place + 1], row[place + 2] = domain[value.possible], value
    if value.certain == value.possible:
        row[place + 3] = KNOWN
