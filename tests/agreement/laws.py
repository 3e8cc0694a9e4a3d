"""Instruments in force, not yet, no more and in doubt; provenances; figures of policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from fenji.model.dates import partial_date
from fenji.model.law import Basis, Exclusion, Instrument, Provenance, Standing
from fenji.model.parameter import ParameterDefinition, ParameterValue
from tests.agreement.drawing import Drawing
from tests.evaluation.vocabulary import LABEL, LAW, PROVENANCE

DAYS = (date(2024, 2, 29), date(2026, 5, 31), date(2026, 6, 1), date(2026, 8, 31))
"""The days of decisions. The two middle ones lie on the lines that instruments draw."""


def _instrument(name: str, start: str, until: str = "", successor: str = "") -> Instrument:
    end = partial_date(until) if until else None
    dates = {"from_": partial_date(start), "until": end, "replaced_by": successor or None}
    return replace(LAW, id=name, **dates)  # type: ignore[arg-type]


INSTRUMENTS = (
    LAW,
    _instrument("YEAR", "2026"),
    _instrument("MONTH", "2020-01-01", "2026-06"),
    _instrument("OLD", "2010", "", "NEW"),
    _instrument("NEW", "2026-06-01"),
    _instrument("EXCLUDING", "2020"),
)
"""`EXCLUDING` is given exclusions by the release that is drawn."""

_USUAL = ("LAW", "LAW", "LAW", "LAW", "EXCLUDING", "EXCLUDING", "YEAR", "MONTH", "OLD", "NEW")
_NARROWED = (None, None, None, None, "2026-06-01", "2026-06", "2026")


def provenance(draw: Drawing) -> Provenance:
    """Mostly of a law in force; now and then narrowed by days of its own."""
    found = replace(PROVENANCE, basis=(Basis(draw.one(_USUAL), "1"),))
    start, end = draw.one(_NARROWED), draw.one(_NARROWED)
    if start is None and end is None:
        return found
    return replace(
        found,
        from_=partial_date(start) if start else None,
        until=partial_date(end) if end else None,
    )


def instruments(unless: tuple[Exclusion, ...]) -> dict[str, Instrument]:
    """All of them by id, one with those exclusions."""
    found = {law.id: law for law in INSTRUMENTS}
    found["EXCLUDING"] = replace(found["EXCLUDING"], unless=unless)
    return found


def _parameter(name: str, *values: tuple[str, str]) -> ParameterDefinition:
    dated = tuple(ParameterValue(partial_date(day), Fraction(figure)) for day, figure in values)
    return ParameterDefinition(name, LABEL, "", dated, replace(PROVENANCE, standing=PROPOSAL))


PROPOSAL = Standing.PROPOSAL
PARAMETERS = {
    parameter.name: parameter
    for parameter in (
        _parameter("fixed", ("2020-01-01", "2")),
        _parameter("raised", ("2020", "1"), ("2026-06-01", "2.5")),
        _parameter("in_doubt", ("2020-01-01", "1"), ("2026", "2"), ("2026-06", "3")),
        _parameter("later", ("2026-06-01", "0.3")),
    )
}
"""Known, changed on a line, in doubt about its first day, and none at all before some day."""
