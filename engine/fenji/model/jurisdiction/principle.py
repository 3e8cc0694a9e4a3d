"""Principles: in which order edges make a department lead, and matters make one lead the subject's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.jurisdiction.edge import EdgeKind, Nature
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class Principle:
    """One principle. Taken in `order`, the first that finds one department alone gives the lead.

    It finds the departments of the edges of `kind` and, where it names one, of `nature`. Without a
    kind it finds nobody, and says by what procedure an open question is settled.
    """

    id: str
    order: int
    title: Text
    kind: EdgeKind | None
    nature: Nature | None
    settles: Text
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


class Rank(Enum):
    """By what a matter is ranked among a subject's; the value is the word in YAML and JSON."""

    HIGH_HAZARD_LICENCE = "high_hazard_licence"
    MAIN_ACTIVITY = "main_activity"
    ACTIVITY = "activity"
    BESIDE = "beside"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Ranking:
    """One step of ranking; the matter ranked first gives the subject's lead."""

    id: str
    order: int
    title: Text
    by: Rank
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
