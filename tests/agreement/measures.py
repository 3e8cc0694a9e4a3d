"""Definitions and measures, drawn: by a formula or by cases, some of them never certain to apply."""

from __future__ import annotations

from fenji.model.condition import Listed
from fenji.model.expression import Lookup, Name, Stratum
from fenji.model.rule import Definition, Measure, MeasureCase
from fenji.model.value import ANY_NUMBER, NumberSpan
from tests.agreement.conditions import LOOSE, condition
from tests.agreement.drawing import Drawing, Sort
from tests.agreement.formulas import TAKES, by, number
from tests.agreement.laws import provenance
from tests.agreement.vocabulary import RANGES
from tests.evaluation.vocabulary import LABEL


def definition(draw: Drawing, kind: str, name: str) -> Definition:
    """A condition with a name."""
    found = Definition(name, "one", kind, LABEL, condition(draw, kind, 2), provenance(draw))
    draw.definitions.append((kind, name))
    return found


def measure(draw: Drawing, kind: str, name: str) -> Measure:
    """A number with a name."""
    limits: NumberSpan = draw.one((ANY_NUMBER, ANY_NUMBER, *RANGES))
    found = Measure(name, "one", kind, LABEL, "", _cases(draw, kind), limits, provenance(draw))
    draw.declare(Name(kind, name, Stratum.MEASURE), Sort.NUMBER)
    return found


def _cases(draw: Drawing, kind: str) -> tuple[MeasureCase, ...]:
    if draw.chance(30):
        return (MeasureCase(None, number(draw, kind, 3)),)
    cases = [_case(draw, kind) for _ in range(draw.random.randint(1, 3))]
    if draw.chance(60):
        cases.append(MeasureCase(None, number(draw, kind)))
    return tuple(cases)


def _case(draw: Drawing, kind: str) -> MeasureCase:
    if draw.chance(25):
        table = draw.one(LOOSE)
        keys = by(draw, table, kind)
        take = draw.one(TAKES)
        return MeasureCase(Listed(table, keys), Lookup(table, "figure", keys, take))
    return MeasureCase(condition(draw, kind, 1), number(draw, kind))
