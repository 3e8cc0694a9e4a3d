"""A release: one immutable set of everything under `rules/`, named by the digest of its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fenji.model.dictionary import EntityKind, FactDefinition
from fenji.model.duty import Duty
from fenji.model.folding import Policy
from fenji.model.jurisdiction.chart import Chart
from fenji.model.law import Instrument
from fenji.model.parameter import ParameterDefinition
from fenji.model.rule import Classification, Definition, Measure, Rule, Sheet
from fenji.model.sector import Sector
from fenji.model.submission import SUBJECT
from fenji.model.supervision.rule import Schedule
from fenji.model.table import Table
from fenji.model.unit import Units


@dataclass(frozen=True, slots=True)
class Release:
    """Everything that policy staff keep. `facts` is by entity kind, then by name.

    `digest` is the SHA-256 of the parsed, sorted, comment-free form of all files.
    """

    digest: str
    instruments: Mapping[str, Instrument]
    units: Units
    entities: Mapping[str, EntityKind]
    facts: Mapping[str, Mapping[str, FactDefinition]]
    tables: Mapping[str, Table]
    parameters: Mapping[str, ParameterDefinition]
    sectors: Mapping[str, Sector]
    definitions: tuple[Definition, ...]
    measures: tuple[Measure, ...]
    classifications: tuple[Classification, ...]
    sheets: tuple[Sheet, ...]
    rules: tuple[Rule, ...]
    policies: tuple[Policy, ...]
    duties: tuple[Duty, ...] = ()
    chart: Chart = field(default_factory=Chart)
    schedule: Schedule = field(default_factory=Schedule)

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def rules_and_duties(self) -> tuple[Rule | Duty, ...]:
        """What holds or does not hold of an entity by one condition."""
        return (*self.rules, *self.duties)

    def lineage(self, kind: str) -> tuple[str, ...]:
        """The kind and its ancestors up to the subject, nearest first."""
        found = []
        at: str | None = kind
        while at is not None:
            found.append(at)
            at = self.entities[at].parent if at != SUBJECT else None
        return tuple(found)
