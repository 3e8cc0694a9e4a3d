"""Level rules: at which level a department enforces, one level for each subject."""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.model.condition import Condition
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class LevelRule:
    """One rule. Of those that speak of a department and a matter, taken in `order`, the first whose
    `when` (over the subject) is true gives the level.

    `departments` and `matters` are those it speaks of (none named: all). `territory` names the unit
    where it is one (a zone). `delegated_from` is the level that hands its enforcement down.
    """

    id: str
    order: int
    title: Text
    departments: tuple[str, ...]
    matters: tuple[str, ...]
    when: Condition | None
    level: EnforcementLevel
    territory: str
    delegated_from: EnforcementLevel | None
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
