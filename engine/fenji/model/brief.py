"""A decision in brief: what holds with its reasons, what is open by its id, and nothing to ask.

It says of everything what the whole decision says, and leaves out what only that gives: what open items
wait for, what to ask and to inspect, and what each value was read from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fenji.model.decision import (
    Caution,
    DutyAnswer,
    Finding,
    Presumed,
    SectorAnswer,
    Status,
    StepTaken,
    ThreeFigures,
)
from fenji.model.submission import Determination
from fenji.model.value import Value


class Item(NamedTuple):
    """A rule, a duty, or a clause that is not encoded (instrument and clause), at an entity."""

    id: str
    entity: str
    status: Status


class Worked(NamedTuple):
    """What a measure, classification or score of one entity could be (see `Answer`)."""

    name: str
    entity: str
    value: Value | None
    decided: Determination | None = None
    computed: Value | None = None
    conflict: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A decision (see `Decision`) in brief.

    `findings` are those that hold, with reasons; `duties` those that bind. `open_findings` and
    `open_duties` may, and `earlier_edition` is what an earlier edition would have said.
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
    open_findings: tuple[Item, ...]
    earlier_edition: tuple[Item, ...]
    classifications: tuple[Worked, ...]
    scores: tuple[Worked, ...]
    measures: tuple[Worked, ...]
    determinations: tuple[Determination, ...]
    presumed: tuple[Presumed, ...]
    cautions: tuple[Caution, ...]
    duties: tuple[DutyAnswer, ...]
    open_duties: tuple[Item, ...]
