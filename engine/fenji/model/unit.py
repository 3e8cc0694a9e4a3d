"""The closed table of units: exact factors, and the spellings that people use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` of it in the dimension's base unit, exactly."""

    name: str
    dimension: str
    factor: Fraction
    label: Text
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RefusedSpelling:
    """A spelling that may mean several units: refused, with the units to choose from."""

    spelling: str
    choose: tuple[str, ...]
    why: Text
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Units:
    """All units: by name, by spelling (folded: NFKC, no spaces), and the refused spellings."""

    by_name: Mapping[str, Unit]
    by_spelling: Mapping[str, str]
    refused: Mapping[str, RefusedSpelling]
