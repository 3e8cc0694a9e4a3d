"""A decision: everything answered for one subject, on one date, under one release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fenji.model.duty import Binds, Period, Timing
from fenji.model.jurisdiction.answer import JurisdictionAnswer
from fenji.model.law import Basis, Review, Standing
from fenji.model.reason import Gap, Reason, Seen
from fenji.model.rule import FindingKind
from fenji.model.submission import Determination
from fenji.model.supervision.answer import SupervisionAnswer
from fenji.model.text import Text
from fenji.model.tier import Tier, TierRange
from fenji.model.truth import Truth
from fenji.model.value import Value


class Status(Enum):
    """How a finding stands. Anything but `holds` is open: part of `possible`, never of `certain`."""

    HOLDS = "holds"
    NOT_ANSWERED = "not_answered"
    NOT_INSPECTED = "not_inspected"
    NOT_ENCODED = "not_encoded"
    SECTOR_NOT_EXCLUDED = "sector_not_excluded"
    INSTRUMENT_OPEN = "instrument_open"


@dataclass(frozen=True, slots=True)
class ThreeFigures:
    """A tier as far as it is known.

    `certain` holds whatever the missing facts are, `possible` is the worst still open, `on_declared`
    the range if everything not yet inspected were found in order. `None` is ungraded, never low.
    """

    certain: Tier | None
    on_declared: TierRange
    possible: Tier | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule, or one clause that is not encoded, says about one entity.

    `rule` is empty for a clause that is not encoded. `waits_for` are the gaps that keep it open.
    """

    rule: str
    sector: str
    title: Text
    entity: str
    kind: FindingKind
    status: Status
    tier: Tier | None
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review
    waits_for: tuple[Gap, ...]
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A measure, classification or score of one entity: what it could be, and what it was read from.

    `decided` is the determination of an authority on the same matter, where there is one, and
    `computed` then what the facts alone give; `value` is the worse of the two. `conflict` names the
    classifications that disagree, where nothing says which of them goes first.
    """

    name: str
    sector: str
    label: Text
    entity: str
    value: Value | None
    unit: str
    option_labels: tuple[tuple[str, Text], ...]
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review
    waits_for: tuple[Gap, ...]
    seen: Seen
    decided: Determination | None = None
    computed: Value | None = None
    conflict: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step of a policy and the tier after it; `moved` where it changed any figure."""

    id: str
    title: Text
    basis: tuple[Basis, ...]
    standing: Standing
    after: ThreeFigures
    moved: bool


@dataclass(frozen=True, slots=True)
class SectorAnswer:
    """Whether a sector applies, its tier, and the one question that decides where it is unknown."""

    name: str
    number: int
    title: Text
    applies: Truth
    asked_by: str
    tier: ThreeFigures
    steps: tuple[StepTaken, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """One gap, and the findings, classifications and tiers that wait for it.

    `label` and `question` are the dictionary's; `worst` is the worst tier that hangs on it.
    """

    gap: Gap
    label: Text
    question: Text
    unit: str
    waiting: tuple[str, ...]
    worst: Tier | None


@dataclass(frozen=True, slots=True)
class DutyAnswer:
    """A duty that binds somebody because of one entity, or may.

    `waits_for` are the gaps that keep it open. `last_done` is the day it was last done, where that is
    known; `due` then the last day of the period that began with it, for a duty that recurs.
    """

    duty: str
    sector: str
    title: Text
    entity: str
    binds: Binds
    status: Status
    timing: Timing | None
    period: Period | None
    frequency: Text
    last_done: date | None
    due: date | None
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review
    waits_for: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Presumed:
    """An exclusion that its enterprise has not claimed: counted as not met, and said so."""

    rule: str
    entity: str
    title: Text
    basis: tuple[Basis, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that whoever relies on the decision should know. `id` is kebab-case and stable."""

    id: str
    about: str
    message: Text


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything answered for one subject on one date under one release.

    `release`, `facts` are SHA-256 digests, `engine` the version. `steps` fold the sectors' tiers
    into the whole. `asks` are the declared facts that could change the answer, the most telling
    first; `inspect` the ones an officer has to see. `duties` are those that bind or may bind.
    `earlier_edition` is what an edition no longer in force would have said, where the clause in its
    place is not held; it moves nothing.
    """

    subject_kind: str
    subject_id: str
    subject_name: str
    as_of: date
    release: str
    engine: str
    facts: str
    tier: ThreeFigures
    steps: tuple[StepTaken, ...]
    sectors: tuple[SectorAnswer, ...]
    findings: tuple[Finding, ...]
    open_findings: tuple[Finding, ...]
    earlier_edition: tuple[Finding, ...]
    classifications: tuple[Answer, ...]
    scores: tuple[Answer, ...]
    measures: tuple[Answer, ...]
    determinations: tuple[Determination, ...]
    asks: tuple[Ask, ...]
    inspect: tuple[Ask, ...]
    presumed: tuple[Presumed, ...]
    cautions: tuple[Caution, ...]
    duties: tuple[DutyAnswer, ...] = ()
    jurisdiction: JurisdictionAnswer | None = None
    supervision: SupervisionAnswer | None = None
