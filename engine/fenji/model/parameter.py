"""Figures that policy sets: kept in one file, each with its dates and its basis."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from fenji.model.dates import PartialDate
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """The figure from the day `from_` on, until the next one's."""

    from_: PartialDate
    value: Fraction


@dataclass(frozen=True, slots=True)
class ParameterDefinition:
    """A figure by name, in `unit`; `values` are in the order of their dates."""

    name: str
    label: Text
    unit: str
    values: tuple[ParameterValue, ...]
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
