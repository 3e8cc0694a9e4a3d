"""Sheets, drawn: caps, exclusive items, entries counted several times, entries not held."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.expression import Name, Stratum
from fenji.model.rule import Entry, Item, Sheet
from fenji.model.value import ANY_NUMBER, NumberSpan, point
from tests.agreement.conditions import condition, simple
from tests.agreement.drawing import Drawing, Sort
from tests.agreement.formulas import number
from tests.agreement.laws import provenance
from tests.agreement.vocabulary import RANGES
from tests.evaluation.vocabulary import LABEL

CAPS = (
    ANY_NUMBER,
    NumberSpan(Fraction(-3), None),
    NumberSpan(None, Fraction(2)),
    NumberSpan(Fraction(-2), Fraction(2)),
)
MISSING = (
    point(0),
    point(0),
    NumberSpan(Fraction(-5), Fraction(0)),
    NumberSpan(None, point(1).high),
)


def sheet(draw: Drawing, kind: str, name: str) -> Sheet:
    """A score, to be read from then on."""
    items = tuple(_item(draw, kind, index) for index in range(draw.random.randint(1, 3)))
    found = Sheet(
        name,
        "one",
        kind,
        LABEL,
        number(draw, kind, 1),
        items,
        draw.one(MISSING),
        draw.one((ANY_NUMBER, ANY_NUMBER, *RANGES)),
        provenance(draw),
        simple(draw, kind) if draw.chance(50) else None,
    )
    draw.declare(Name(kind, name, Stratum.SHEET), Sort.NUMBER)
    return found


def _item(draw: Drawing, kind: str, index: int) -> Item:
    entries = tuple(
        _entry(draw, kind, f"{index}{entry}") for entry in range(draw.random.randint(1, 3))
    )
    return Item(LABEL, entries, draw.one(CAPS), draw.chance(40))


def _entry(draw: Drawing, kind: str, name: str) -> Entry:
    when = condition(draw, kind, 1) if draw.chance(80) else None
    times = number(draw, kind, 1) if draw.chance(35) else None
    return Entry(name, LABEL, when, number(draw, kind, 0), times)
