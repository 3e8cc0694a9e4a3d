"""What supervision is judged on: one subject's decision, and its facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import Verdict
from fenji.model.condition import Condition
from fenji.model.decision import Decision, DutyAnswer, ThreeFigures
from fenji.model.tier import UNGRADED_RANGE, Tier, TierRange, worse
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Tiers:
    """A tier as far as it is known, and as far as it would be if what is not inspected were in order."""

    known: TierRange
    declared: TierRange


@dataclass(frozen=True, slots=True)
class Ground:
    """One subject on one day. `applying` and `tiers` are of sectors that apply or may; others do not."""

    scene: Scene
    decision: Decision
    applying: dict[str, Truth]
    whole: Tiers
    tiers: dict[str, Tiers]
    binding: dict[str, tuple[DutyAnswer, ...]]
    _judged: dict[int, Verdict] = field(default_factory=dict)

    def judge(self, condition: Condition) -> Verdict:
        """How a condition of the release comes out at the subject, worked out once."""
        key = id(condition)
        if key not in self._judged:
            self._judged[key] = self.scene.judge(condition, self.scene.world.root)
        return self._judged[key]

    def tiers_of(self, sectors: Iterable[str]) -> Tiers:
        """The worst over these sectors, at each figure."""
        known, declared = UNGRADED_RANGE, UNGRADED_RANGE
        for name in sectors:
            own = self.tiers.get(name)
            if own is not None:
                known, declared = _worst(known, own.known), _worst(declared, own.declared)
        return Tiers(known, declared)


def ground_of(scene: Scene, decision: Decision) -> Ground:
    """Everything that the rules of supervision read."""
    binding: dict[str, tuple[DutyAnswer, ...]] = {}
    for duty in decision.duties:
        binding[duty.duty] = (*binding.get(duty.duty, ()), duty)
    return Ground(
        scene,
        decision,
        {sector.name: sector.applies for sector in decision.sectors},
        _tiers(decision.tier),
        {sector.name: _tiers(sector.tier) for sector in decision.sectors},
        binding,
    )


def _tiers(figures: ThreeFigures) -> Tiers:
    return Tiers(TierRange(figures.certain, figures.possible), figures.on_declared)


def _worst(a: TierRange, b: TierRange) -> TierRange:
    certain: Tier | None = worse(a.certain, b.certain)
    return TierRange(certain, worse(a.possible, b.possible))
