"""Which duties bind somebody because of what was submitted, and by when they are next due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fenji.assessment.findings import in_order, status_of
from fenji.assessment.sectors import Applying
from fenji.assessment.sight import EVERYWHERE, Sight
from fenji.evaluation.prepared import Prepared, ReadyRule
from fenji.evaluation.reference.facts import value_of_fact
from fenji.evaluation.reference.rules import judge_rule
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps
from fenji.evaluation.world import Spot
from fenji.model.decision import DutyAnswer, Status
from fenji.model.duty import Duty, Timing
from fenji.model.reason import Gap
from fenji.model.rule import FindingKind, Rule
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth
from fenji.model.value import DateSpan, is_known


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty as it stands in a decision, and what would have to be answered to know more of it."""

    answer: DutyAnswer
    gaps: Gaps


def owed(
    scene: Scene,
    sectors: Mapping[str, Applying],
    named: frozenset[str] | None = None,
    sight: Sight = EVERYWHERE,
) -> tuple[Owed, ...]:
    """The duties that bind or may bind, in the order of the release; others are left out.

    Of those `named` alone where names are given.
    """
    found: list[Owed] = []
    for duty, ready in ready_duties(scene.prepared):
        if named is not None and duty.id not in named:
            continue
        applying = sectors[duty.sector]
        if applying.truth is Truth.UNKNOWN:
            found.append(not_excluded(duty, applying))
        elif applying.truth is Truth.TRUE:
            found.extend(of_duty(scene, duty, ready, sight))
    return tuple(found)


def duty_key(duty: str) -> str:
    """Where a duty stands among rules (see `Sight.rule`): the id of a rule has no space in it."""
    return f"duty {duty}"


@lru_cache(maxsize=32)
def ready_duties(prepared: Prepared) -> tuple[tuple[Duty, ReadyRule], ...]:
    """The duties that are or may be in force, each judged as a rule of the same condition is."""
    laws = dict(prepared.release.instruments)
    found = []
    for duty in prepared.release.duties:
        force = duty.provenance.in_force(prepared.as_of, laws)
        if force is not Truth.FALSE:
            basis = duty.provenance.basis
            shared = laws[basis[0].instrument].unless if basis else ()
            found.append((duty, ReadyRule(_as_rule(duty), force, duty.unless + shared)))
    return tuple(found)


def _as_rule(duty: Duty) -> Rule:
    return Rule(
        duty.id,
        duty.sector,
        duty.for_,
        duty.title,
        duty.scope,
        duty.when,
        duty.unless,
        FindingKind.ELEMENT,
        None,
        duty.provenance,
        duty.place,
    )


def of_duty(
    scene: Scene, duty: Duty, ready: ReadyRule, sight: Sight = EVERYWHERE
) -> Iterator[Owed]:
    """What one duty of a sector that applies says of each entity, where it is not false."""
    key = duty_key(duty.id)
    for spot in sight.rule(scene, key, duty.for_):
        verdict = judge_rule(sight.judging(scene, spot.path, key), ready, spot)
        if verdict.truth is Truth.FALSE:
            continue
        if verdict.truth is Truth.TRUE:
            yield binding(scene, duty, spot)
            continue
        status = status_of(ready.in_force, verdict.truth, verdict.low, waits=bool(verdict.gaps))
        yield Owed(_answer(duty, spot.path, status, in_order(verdict.gaps)), verdict.gaps)


def binding(scene: Scene, duty: Duty, at: Spot, *, asking: bool = True) -> Owed:
    """A duty that binds somebody because of that entity."""
    done, gaps = _last_done(scene, duty, at, asking=asking)
    return Owed(bound(duty, at.path, done), gaps)


def bound(duty: Duty, entity: str, last_done: date | None = None) -> DutyAnswer:
    """The answer of a duty that binds somebody because of that entity."""
    return _answer(duty, entity, Status.HOLDS, (), last_done)


def not_excluded(duty: Duty, applying: Applying) -> Owed:
    """A duty of a sector that may apply: open, through the one question that decides."""
    entity = "" if duty.for_ == SUBJECT else f"{duty.for_}:?"
    waits_for = (applying.question,) if applying.question else ()
    return Owed(_answer(duty, entity, Status.SECTOR_NOT_EXCLUDED, waits_for), NO_GAPS)


def _last_done(scene: Scene, duty: Duty, at: Spot, *, asking: bool) -> tuple[date | None, Gaps]:
    """The day it was last done; where that is not known, what to ask for if anybody asks."""
    if duty.last_done is None:
        return None, NO_GAPS
    kind, name = duty.last_done
    owner = at.owner(kind)
    if not asking and name not in owner.entity.facts:
        return None, NO_GAPS
    valued = value_of_fact(scene, owner, name)
    if isinstance(valued.value, DateSpan) and is_known(valued.value):
        return valued.value.high, NO_GAPS
    return None, valued.gaps


def _answer(
    duty: Duty,
    entity: str,
    status: Status,
    waits_for: tuple[Gap, ...],
    last_done: date | None = None,
) -> DutyAnswer:
    return DutyAnswer(
        duty=duty.id,
        sector=duty.sector,
        title=duty.title,
        entity=entity,
        binds=duty.binds,
        status=status,
        timing=duty.timing,
        period=duty.period,
        frequency=duty.frequency,
        last_done=last_done,
        due=_due(duty, last_done),
        basis=duty.provenance.basis,
        standing=duty.provenance.standing,
        review=duty.provenance.review,
        waits_for=waits_for,
    )


def _due(duty: Duty, last_done: date | None) -> date | None:
    if duty.timing is not Timing.EVERY or duty.period is None or last_done is None:
        return None
    return duty.period.after(last_done)
