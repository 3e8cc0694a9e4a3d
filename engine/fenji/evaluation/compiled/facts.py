"""How facts stand in rows, and what stands there while nobody has answered them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fenji.evaluation.compiled.codes import UNKNOWN
from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.lines import Lines
from fenji.evaluation.compiled.numbers import days_of, span_of
from fenji.evaluation.compiled.operands import Type
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.value import YES_OR_NO, Choice, DateSpan, NumberSpan, SetSpan, Value

TYPES = {
    Kind.NUMBER: Type.NUMBER,
    Kind.COUNT: Type.NUMBER,
    Kind.FLAG: Type.CHOICE,
    Kind.CHOICE: Type.CHOICE,
    Kind.TEXT: Type.CHOICE,
    Kind.CHOICES: Type.SET,
    Kind.DATE: Type.DATE,
}
VALUES: dict[Type, type] = {
    Type.NUMBER: NumberSpan,
    Type.DATE: DateSpan,
    Type.CHOICE: Choice,
    Type.SET: SetSpan,
}
PARTS = {
    Type.NUMBER: ("low", "high", "open"),
    Type.DATE: ("low", "high", "open"),
    Type.CHOICE: ("mask", "members", "open"),
    Type.SET: ("certain", "possible", "value", "open"),
}
STANDING = ("from", "to")


@dataclass(frozen=True)
class FactPlaces:
    """Where a fact stands in the rows of its kind: the first of its places, and its gate's place.

    Numbers and days take three (bounds, what keeps it open), choices three (mask, members, what
    keeps it open), sets four (both masks, value, what keeps it open). Where the bounds of a number
    stand among its lines has two places of its own; counts are whole and need none.
    """

    definition: FactDefinition
    type: Type
    place: int
    domain: Domain
    own: int
    gate: int | None
    lines: Lines | None
    standing: int | None


def unanswered(places: FactPlaces, as_of: date) -> list[object]:
    """What stands in the places of a fact that nobody answered, once all words are known."""
    value = _anything(places.definition, as_of)
    return [*_taken(value, places.domain), UNKNOWN[places.own]]


def _anything(definition: FactDefinition, as_of: date) -> Value:
    """All that an unanswered fact could be."""
    kind, options = definition.kind, definition.values
    if kind in (Kind.NUMBER, Kind.COUNT):
        return definition.range
    if kind is Kind.DATE:
        return DateSpan(None, None if definition.may_lie_ahead else as_of)
    if kind is Kind.CHOICES:
        return SetSpan(frozenset(), None if options is None else frozenset(map(str, options)))
    return YES_OR_NO if kind is Kind.FLAG else Choice(options)


def _taken(value: object, domain: Domain) -> tuple[object, ...]:
    """What stands in the places of a fact but for what keeps it open."""
    if isinstance(value, NumberSpan):
        return span_of(value)
    if isinstance(value, DateSpan):
        return days_of(value)
    if isinstance(value, Choice):
        return domain[value.members], value.members
    assert isinstance(value, SetSpan)
    return domain[value.certain], domain[value.possible], value
