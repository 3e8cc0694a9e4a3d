"""How the city's plan is covered: what serves each of its clauses, or why it lies outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


class Feature(Enum):
    """What the engine does that a clause may ask for; the value is the word in YAML."""

    ASKS = "asks"
    AS_OF = "as_of"
    CHECKLIST = "checklist"
    DETERMINATIONS = "determinations"
    DUTIES = "duties"
    JSON = "json"
    JURISDICTION = "jurisdiction"
    REASONS = "reasons"
    ROSTERS = "rosters"
    SUPERVISION = "supervision"
    TIERS = "tiers"


@dataclass(frozen=True, slots=True)
class ClauseServed:
    """One clause of the plan by its number, and what serves it by kind.

    `answers` are definitions, measures, classifications and sheets. `outside` says why the clause is
    not for this engine, in whole or in the part that nothing here serves.
    """

    clause: str
    rules: tuple[str, ...]
    duties: tuple[str, ...]
    answers: tuple[str, ...]
    facts: tuple[str, ...]
    checklist: tuple[str, ...]
    features: tuple[Feature, ...]
    outside: Text | None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def served(self) -> bool:
        """Whether anything here serves it."""
        several = (self.rules, self.duties, self.answers, self.facts, self.checklist, self.features)
        return any(several)
