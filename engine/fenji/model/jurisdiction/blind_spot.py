"""Blind spots (监管盲区): fields where the plan or the documents leave open who is in charge."""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """One field and the matters in which it shows. `clauses` are ids of the plan's clauses.

    `open` says what the documents leave open, for people; empty where they settle it.
    """

    id: str
    title: Text
    matters: tuple[str, ...]
    clauses: tuple[str, ...]
    open: Text
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
