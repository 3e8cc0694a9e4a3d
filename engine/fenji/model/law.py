"""Where rules come from: instruments, clauses, standing and review."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from fenji.model.dates import PartialDate, has_begun
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text
from fenji.model.truth import Truth, all_of

if TYPE_CHECKING:
    from fenji.model.condition import Condition
    from fenji.model.tier import Tier


class Standing(Enum):
    """What a rule rests on. A proposal never lowers what anything above it fixed."""

    __hash__ = object.__hash__  # members are single; Enum's own hash is slow, and these are keys

    LAW = "law"
    STANDARD = "standard"
    LOCAL = "local"
    ELSEWHERE = "elsewhere"
    PROPOSAL = "proposal"


class Confirmation(Enum):
    """How far the wording behind a rule has been checked."""

    CONFIRMED = "confirmed"
    COPY_SEEN = "copy_seen"
    RECALLED = "recalled"
    UNCERTAIN = "uncertain"


class Encoded(Enum):
    """How much of an instrument the release holds."""

    WHOLE = "whole"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Review:
    """Who checked a rule against its text: for `confirmed` the official and the day."""

    status: Confirmation
    where: str = ""
    by: str = ""
    at: date | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """An instrument and the clause in it."""

    instrument: str
    clause: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Missing:
    """A clause in force that the release does not hold, with the scope in which it could matter.

    `for_` is the entity kind it speaks of, `scope` who is meant (`None`: everyone in the sector),
    `tier` the worst tier it could bring. `earlier` is the edition whose rules of the same outcome are
    shown beside it ("": none).
    """

    clause: str
    title: Text
    sector: str
    for_: str
    scope: Condition | None
    finding: str
    tier: Tier | None
    why: str
    earlier: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """`unless`: what takes a rule away though its condition is met.

    With `claimed_by_enterprise` it counts as not met until the enterprise claims it.
    """

    when: Condition
    basis: tuple[Basis, ...]
    title: Text
    claimed_by_enterprise: bool
    standing: Standing
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, order, standard or notice, one per document.

    In force from the first day of `from_`; `until` is its last day; `replaced_by` ends it on the
    successor's first day (`replacement_presumed`: no repeal was seen, which is a caution).
    """

    id: str
    title: Text
    number: str
    issuer: str
    standing: Standing
    from_: PartialDate
    until: PartialDate | None
    replaced_by: str | None
    replacement_presumed: bool
    encoded: Encoded
    missing: tuple[Missing, ...]
    unless: tuple[Exclusion, ...]
    source: str
    place: Place = field(default=NOWHERE, compare=False)

    def in_force(self, as_of: date, successor: Instrument | None) -> Truth:
        """Whether it is in force on that day; unknown where its dates are known only roughly."""
        truths = [has_begun(self.from_, as_of)]
        if self.until is not None:
            truths.append(~_is_over(self.until, as_of))
        if successor is not None:
            truths.append(~has_begun(successor.from_, as_of))
        return all_of(truths)


def _is_over(until: PartialDate, as_of: date) -> Truth:
    if as_of > until.last:
        return Truth.TRUE
    return Truth.FALSE if as_of <= until.first else Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class Provenance:
    """What every answer rests on: its basis, standing, review, and the reference rows it carries.

    `from_` and `until` narrow the days on which its instruments are in force.
    """

    basis: tuple[Basis, ...]
    standing: Standing
    review: Review
    covers: tuple[str, ...] = ()
    from_: PartialDate | None = None
    until: PartialDate | None = None
    note: str = ""

    def in_force(self, as_of: date, instruments: dict[str, Instrument]) -> Truth:
        """Whether it applies on that day: the first basis carries it, its own dates narrow it."""
        truths = []
        if self.basis:
            instrument = instruments[self.basis[0].instrument]
            successor = instruments.get(instrument.replaced_by or "")
            truths.append(instrument.in_force(as_of, successor))
        if self.from_ is not None:
            truths.append(has_begun(self.from_, as_of))
        if self.until is not None:
            truths.append(~_is_over(self.until, as_of))
        return all_of(truths)
