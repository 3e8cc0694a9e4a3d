"""From findings to a tier: the steps of a policy, taken in the order written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.condition import Condition, Word
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.rule import FindingKind
from fenji.model.text import Text
from fenji.model.tier import Tier


class Fold(Enum):
    """The steps of folding; the value is the word in YAML."""

    WORST = "worst"
    MAP = "map"
    BAND = "band"
    RAISE_TO = "raise_to"
    RAISE_BY = "raise_by"
    LOWER_BY = "lower_by"
    FLOOR = "floor"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a policy.

    `worst` takes the worst tier of the findings in `findings` (those that bring one themselves, or
    `tier` for each) or, in the policy of the whole, of the sectors. `map` and `band` read the value
    `of` on every entity that has it. The others move the tier when `when` holds: `to` for `raise_to`,
    `floor`, `cap`; `by` steps for `raise_by`, `lower_by`, the latter not past `to` where it is given.
    """

    id: str
    fold: Fold
    title: Text
    provenance: Provenance
    findings: tuple[FindingKind, ...] = ()
    of: tuple[str, str] | None = None
    tiers: tuple[tuple[str, Tier], ...] = ()
    bands: tuple[tuple[tuple[tuple[Word, str], ...], Tier], ...] = ()
    when: Condition | None = None
    to: Tier | None = None
    by: int = 0
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """How one sector's findings, or (with no sector) the sectors' tiers, become one tier."""

    sector: str | None
    steps: tuple[Step, ...]
    place: Place = field(default=NOWHERE, compare=False)
