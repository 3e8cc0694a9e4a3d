"""What every rule, and every clause that is not encoded, says about every entity it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fenji.assessment.sectors import Applying
from fenji.assessment.sight import EVERYWHERE, Sight
from fenji.evaluation.prepared import ReadyRule
from fenji.evaluation.reference.rules import judge_rule
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import Verdict
from fenji.evaluation.world import Spot
from fenji.model.decision import Finding, Status
from fenji.model.law import Basis, Confirmation, Instrument, Missing, Review, Standing
from fenji.model.reason import Gap
from fenji.model.rule import FindingKind
from fenji.model.tier import Tier
from fenji.model.truth import Truth, all_of


class Weight(NamedTuple):
    """A finding as far as a tier hangs on it."""

    sector: str
    kind: FindingKind
    tier: Tier | None
    standing: Standing
    truth: Truth
    low: Truth


class Weighed(NamedTuple):
    """A finding and the truths by which it counts: as known, and on declared facts."""

    finding: Finding
    truth: Truth
    low: Truth

    @property
    def weight(self) -> Weight:
        """It as far as a tier hangs on it."""
        f = self.finding
        return Weight(f.sector, f.kind, f.tier, f.standing, self.truth, self.low)


def weigh(
    scene: Scene, sectors: Mapping[str, Applying], sight: Sight = EVERYWHERE
) -> tuple[Weighed, ...]:
    """All findings that hold or are open, in the order of the release; false ones are left out."""
    found: list[Weighed] = []
    for ready in scene.prepared.rules.values():
        found.extend(weigh_one(scene, ready, sectors, sight))
    for instrument, in_force in scene.prepared.instruments.values():
        if in_force is not Truth.FALSE:
            for missing in instrument.missing:
                found.extend(weigh_missing(scene, sectors, instrument, missing))
    return tuple(found)


def weigh_one(
    scene: Scene, ready: ReadyRule, sectors: Mapping[str, Applying], sight: Sight = EVERYWHERE
) -> Iterator[Weighed]:
    """What one rule says where its sector applies, or that it is open where that is not known."""
    applying = sectors[ready.rule.sector]
    if applying.truth is Truth.UNKNOWN:
        yield not_excluded(ready, applying)
    elif applying.truth is Truth.TRUE:
        yield from weigh_rule(scene, ready, sight, ready.rule.id)


def weigh_rule(scene: Scene, ready: ReadyRule, sight: Sight, key: str) -> Iterator[Weighed]:
    """What one rule says of each entity that it is for, where that is not false."""
    for spot in sight.rule(scene, key, ready.rule.for_):
        verdict = judge_rule(sight.judging(scene, spot.path, key), ready, spot)
        if verdict.truth is not Truth.FALSE:
            status = status_of(ready.in_force, verdict.truth, verdict.low, waits=bool(verdict.gaps))
            finding = finding_of(ready, spot, status, verdict)
            yield Weighed(finding, verdict.truth, verdict.low)


def status_of(in_force: Truth, truth: Truth, low: Truth, *, waits: bool) -> Status:
    """How a rule or duty stands that is not false; `waits` is whether it waits for any fact."""
    if truth is Truth.TRUE:
        return Status.HOLDS
    if not waits and in_force is Truth.UNKNOWN:
        return Status.INSTRUMENT_OPEN
    return Status.NOT_ANSWERED if low is Truth.UNKNOWN else Status.NOT_INSPECTED


def finding_of(ready: ReadyRule, spot: Spot, status: Status, verdict: Verdict) -> Finding:
    """A rule's finding with all that it rests on."""
    rule = ready.rule
    return Finding(
        rule=rule.id,
        sector=rule.sector,
        title=rule.title,
        entity=spot.path,
        kind=rule.finding,
        status=status,
        tier=rule.tier,
        basis=rule.provenance.basis,
        standing=rule.provenance.standing,
        review=rule.provenance.review,
        waits_for=in_order(verdict.gaps),
        reason=verdict.reason,
    )


def not_excluded(ready: ReadyRule, applying: Applying) -> Weighed:
    """A rule of a sector that may apply: open, through the one question that decides."""
    rule = ready.rule
    finding = Finding(
        rule=rule.id,
        sector=rule.sector,
        title=rule.title,
        entity="" if rule.for_ == "subject" else f"{rule.for_}:?",
        kind=rule.finding,
        status=Status.SECTOR_NOT_EXCLUDED,
        tier=rule.tier,
        basis=rule.provenance.basis,
        standing=rule.provenance.standing,
        review=rule.provenance.review,
        waits_for=(applying.question,) if applying.question else (),
        reason=None,
    )
    return Weighed(finding, Truth.UNKNOWN, Truth.UNKNOWN)


def weigh_missing(
    scene: Scene, sectors: Mapping[str, Applying], instrument: Instrument, missing: Missing
) -> Iterator[Weighed]:
    """A clause in force that the release does not hold is open wherever its scope may be met."""
    applying = sectors[missing.sector]
    if applying.truth is Truth.FALSE:
        return
    unknown = applying.truth is Truth.UNKNOWN
    spots = scene.world.spots(missing.for_)
    for spot in spots[:1] if unknown else spots:
        scope = None if missing.scope is None else scene.judge(missing.scope, spot)
        if scope is not None and all_of((scope.truth, spot.exists)) is Truth.FALSE:
            continue
        gaps = frozenset() if scope is None else scope.gaps
        if spot.phantom is not None:
            gaps = gaps | {spot.phantom}
        question = (applying.question,) if applying.question else ()
        finding = Finding(
            rule="",
            sector=missing.sector,
            title=missing.title,
            entity=spot.path,
            kind=FindingKind(missing.finding),
            status=Status.SECTOR_NOT_EXCLUDED if unknown else Status.NOT_ENCODED,
            tier=missing.tier,
            basis=(Basis(instrument.id, missing.clause, missing.place),),
            standing=instrument.standing,
            review=Review(Confirmation.UNCERTAIN, where=missing.why),
            waits_for=question if unknown else in_order(gaps),
            reason=None,
        )
        yield Weighed(finding, Truth.UNKNOWN, Truth.UNKNOWN)


def in_order(gaps: frozenset[Gap]) -> tuple[Gap, ...]:
    """The gaps by entity and name, so that the same facts give the same bytes."""
    return tuple(sorted(gaps, key=lambda gap: (gap.entity, gap.is_list, gap.name)))
