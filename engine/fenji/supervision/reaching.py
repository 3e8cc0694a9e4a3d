"""Whether a rule is about a subject and a department: every part of its reach, in three values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fenji.evaluation.verdict import NO_GAPS, Gaps, union
from fenji.model.decision import Finding, Status
from fenji.model.supervision.rule import By, Reach
from fenji.model.tier import ORDER, Tier, TierRange, rank
from fenji.model.truth import Truth, all_of, any_of, truth_of
from fenji.supervision.ground import Ground
from fenji.supervision.inspectors import Inspector

ANY_TIER: frozenset[Tier | None] = frozenset({None, *ORDER})
Sectors = frozenset[str] | None
"""The sectors that a rule reads; `None`: the whole subject."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a reach: as known, if what is not inspected were in order, and what keeps it open."""

    truth: Truth
    declared: Truth
    gaps: Gaps = NO_GAPS


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a rule reaches. `by_tier`: it is open through the tier (too).

    `tiers` are those still possible under which it holds, read off the sectors `tier_of` (`None`: the
    whole): two rules that read one tier cannot both hold where they share none.
    """

    truth: Truth
    declared: Truth
    gaps: Gaps
    by_tier: bool
    tiers: frozenset[Tier | None]
    tier_of: Sectors


def reached(ground: Ground, reach: Reach, inspector: Inspector, in_force: Truth) -> Reached:
    """How far the rule reaches that department's inspections of the subject."""
    department = _of_department(reach, inspector)
    if department is Truth.FALSE:
        return NOT_REACHED
    sectors = _sectors(reach, inspector)
    tier, tiers, tier_of = _of_tier(ground, reach, sectors)
    if tier.truth is Truth.FALSE:
        return NOT_REACHED
    parts = [tier, Part(in_force, in_force), Part(department, department)]
    for part in _parts(ground, reach, sectors):
        if part.truth is Truth.FALSE:
            return NOT_REACHED
        parts.append(part)
    truth = all_of(part.truth for part in parts)
    if truth is not Truth.UNKNOWN:
        return Reached(truth, truth, NO_GAPS, False, tiers, tier_of)
    declared = all_of(part.declared for part in parts)
    gaps = union(part.gaps for part in parts if part.truth is Truth.UNKNOWN)
    return Reached(truth, declared, gaps, tier.truth is Truth.UNKNOWN, tiers, tier_of)


NOT_REACHED = Reached(Truth.FALSE, Truth.FALSE, NO_GAPS, False, frozenset(), None)


def _sectors(reach: Reach, inspector: Inspector) -> Sectors:
    """The sectors whose tier and findings it reads; with `each`, only the department's own."""
    named = frozenset(reach.sectors) or None
    if reach.by is not By.EACH or inspector.sectors is None:
        return named
    return inspector.sectors if named is None else inspector.sectors & named


def _parts(ground: Ground, reach: Reach, sectors: Sectors) -> Iterator[Part]:
    if reach.sectors:
        applies = any_of(ground.applying.get(name, Truth.FALSE) for name in sectors or ())
        yield Part(applies, applies)
    if reach.findings:
        yield _of_findings(ground, reach, sectors)
    if reach.duty:
        yield _of_duty(ground, reach.duty)
    if reach.when is not None:
        verdict = ground.judge(reach.when)
        yield Part(verdict.truth, verdict.low, verdict.gaps)


def _of_department(reach: Reach, inspector: Inspector) -> Truth:
    """Whether it is this department that inspects."""
    own = frozenset(inspector.departments)
    if reach.by is By.NAMED:
        return truth_of(len(own) == 1 and own <= frozenset(reach.departments))
    truth = truth_of(inspector.leads_subject) if reach.by is By.LEAD else inspector.has
    if reach.departments:
        truth = all_of((truth, _one_of(own, frozenset(reach.departments))))
    return truth


def _one_of(departments: frozenset[str], wanted: frozenset[str]) -> Truth:
    """Whether the department, which may be any of several, is one of those wanted."""
    if not departments:
        return Truth.UNKNOWN
    if departments <= wanted:
        return Truth.TRUE
    return Truth.UNKNOWN if departments & wanted else Truth.FALSE


def _of_tier(
    ground: Ground, reach: Reach, sectors: Sectors
) -> tuple[Part, frozenset[Tier | None], Sectors]:
    if reach.worse is None and reach.better is None:
        return Part(Truth.TRUE, Truth.TRUE), ANY_TIER, sectors
    tiers = ground.whole if sectors is None else ground.tiers_of(sectors)
    wanted = frozenset(t for t in ORDER if _within(t, reach.worse, reach.better))
    part = Part(_truth(tiers.known, wanted), _truth(tiers.declared, wanted))
    return part, wanted & possible(tiers.known), sectors


def _within(tier: Tier, worse: Tier | None, better: Tier | None) -> bool:
    """Ungraded is neither worse nor better than any: no rule about a tier reaches it."""
    return (worse is None or rank(tier) >= rank(worse)) and (
        better is None or rank(tier) <= rank(better)
    )


def possible(span: TierRange) -> frozenset[Tier | None]:
    """Every tier from the certain one to the worst still possible."""
    low, high = rank(span.certain), rank(span.possible)
    return frozenset(tier for tier in ANY_TIER if low <= rank(tier) <= high)


def _truth(span: TierRange, wanted: frozenset[Tier]) -> Truth:
    several = possible(span)
    if several <= wanted:
        return Truth.TRUE
    return Truth.UNKNOWN if several & wanted else Truth.FALSE


def _of_findings(ground: Ground, reach: Reach, sectors: Sectors) -> Part:
    """Whether a finding of these kinds is there, in the sectors that it reads."""

    def of_these(several: Iterable[Finding]) -> list[Finding]:
        own = (f for f in several if sectors is None or f.sector in sectors)
        return [finding for finding in own if finding.kind in reach.findings]

    if of_these(ground.decision.findings):
        return Part(Truth.TRUE, Truth.TRUE)
    open_ = of_these(ground.decision.open_findings)
    if not open_:
        return Part(Truth.FALSE, Truth.FALSE)
    left = any(finding.status is not Status.NOT_INSPECTED for finding in open_)
    return Part(Truth.UNKNOWN, Truth.UNKNOWN if left else Truth.FALSE)


def _of_duty(ground: Ground, duty: str) -> Part:
    """Whether the duty binds somewhere; what is open is named by the decision's duties."""
    several = ground.binding.get(duty, ())
    statuses = {one.status for one in several}
    if Status.HOLDS in statuses:
        return Part(Truth.TRUE, Truth.TRUE)
    if not several:
        return Part(Truth.FALSE, Truth.FALSE)
    declared = Truth.FALSE if statuses == {Status.NOT_INSPECTED} else Truth.UNKNOWN
    gaps = frozenset(gap for one in several for gap in one.waits_for)
    return Part(Truth.UNKNOWN, declared, gaps)
