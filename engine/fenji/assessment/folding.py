"""Walks a policy's steps from findings to a tier. The arithmetic is in `figures`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from fenji.assessment.figures import FIXING, Figures
from fenji.assessment.findings import Weighed
from fenji.evaluation.reference.comparing import compare
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps
from fenji.model.decision import StepTaken
from fenji.model.expression import Name, Stratum
from fenji.model.folding import Fold, Policy, Step
from fenji.model.law import Standing
from fenji.model.tier import Tier, better, moved, worse
from fenji.model.truth import Truth, all_of
from fenji.model.value import Choice, NumberSpan, Value, as_span, point


@dataclass(frozen=True, slots=True)
class Folded:
    """The figures after all steps, the steps taken, and the gaps that steps themselves wait for."""

    figures: Figures
    steps: tuple[StepTaken, ...]
    gaps: tuple[tuple[Step, Gaps], ...]


def fold(
    scene: Scene,
    policy: Policy,
    weighed: Sequence[Weighed],
    sectors: Mapping[str, Figures],
) -> Folded:
    """The policy's tier. `sectors` are the sectors' own figures, for the policy of the whole."""
    figures, taken, waiting = Figures(), [], []
    for step in policy.steps:
        if step.provenance.in_force(
            scene.prepared.as_of, dict(scene.prepared.release.instruments)
        ) is (Truth.FALSE):
            continue
        after, gaps = _take(scene, step, figures, weighed, sectors)
        if gaps:
            waiting.append((step, gaps))
        basis, standing = step.provenance.basis, step.provenance.standing
        shown = after.shown()
        moved_it = shown != figures.shown()
        taken.append(StepTaken(step.id, step.title, basis, standing, shown, moved_it))
        figures = after
    return Folded(figures, tuple(taken), tuple(waiting))


def fold_unexcluded(policy: Policy, weighed: Sequence[Weighed]) -> Folded:
    """The tier of a sector that may not apply: nothing certain, the worst that any step could bring."""
    figures = Figures()
    for step in policy.steps:
        tiers = [step.to, *(tier for _, tier in step.tiers), *(tier for _, tier in step.bands)]
        if step.fold is Fold.WORST:
            tiers += [w.finding.tier for w in weighed if w.finding.kind in step.findings]
        for tier in tiers:
            figures = figures.raised(Truth.UNKNOWN, Truth.UNKNOWN, tier, tier, Standing.PROPOSAL)
    return Folded(figures, (), ())


def _take(
    scene: Scene,
    step: Step,
    figures: Figures,
    weighed: Sequence[Weighed],
    sectors: Mapping[str, Figures],
) -> tuple[Figures, Gaps]:
    if step.fold is Fold.WORST:
        return _worst(step, figures, weighed, sectors), NO_GAPS
    if step.fold in (Fold.MAP, Fold.BAND):
        return _by_value(scene, step, figures)
    return _adjusted(scene, step, figures)


def _worst(
    step: Step, figures: Figures, weighed: Iterable[Weighed], sectors: Mapping[str, Figures]
) -> Figures:
    """The worst tier of the findings of these kinds; with none named, of the sectors."""
    if not step.findings:
        for sector in sectors.values():
            figures = figures.worst_with(sector)
        return figures
    for one in weighed:
        finding = one.finding
        tier = step.tiers[0][1] if step.tiers else finding.tier
        if finding.kind in step.findings and tier is not None:
            standing = _weaker(finding.standing, step.provenance.standing)
            figures = figures.raised(one.truth, one.low, tier, tier, standing)
    return figures


def _weaker(a: Standing, b: Standing) -> Standing:
    """What a tier rests on that needs both: fixed only where both fix."""
    return a if a not in FIXING else b


def _by_value(scene: Scene, step: Step, figures: Figures) -> tuple[Figures, Gaps]:
    """The worst over all entities, by a choice, a classification, a measure or a score."""
    assert step.of is not None
    kind, name = step.of
    stratum = _stratum(scene, kind, name)
    gaps: Gaps = NO_GAPS
    for spot in scene.world.spots(kind):
        valued = scene.value(Name(kind, name, stratum), spot)
        if valued.value is None:
            continue
        gaps = gaps | valued.gaps
        sure = all_of((valued.applies, spot.exists))
        best, worst = _tiers(step, valued.value)
        low_best, low_worst = _tiers(step, valued.on_declared or valued.value)
        if stratum is Stratum.FACT and valued.gaps:
            best = low_best = None  # a grade that nobody has given is not the best one
        standing = step.provenance.standing
        certain = Truth.TRUE if sure is Truth.TRUE else Truth.FALSE
        figures = figures.raised(certain, certain, best, low_best, standing)
        figures = figures.raised(Truth.UNKNOWN, Truth.UNKNOWN, worst, low_worst, standing)
    return figures, gaps


def _stratum(scene: Scene, kind: str, name: str) -> Stratum:
    prepared = scene.prepared
    if name in prepared.release.facts.get(kind, {}):
        return Stratum.FACT
    if (kind, name) in prepared.measures:
        return Stratum.MEASURE
    if any(s.for_ == kind and s.name == name for s in prepared.release.sheets):
        return Stratum.SHEET
    return Stratum.CLASSIFICATION


def _tiers(step: Step, value: Value) -> tuple[Tier | None, Tier | None]:
    """The best and the worst tier that the value could bring."""
    several = _mapped(step, value) if step.fold is Fold.MAP else _banded(step, value)
    best = worst = several[0] if several else None
    for tier in several[1:]:
        best, worst = better(best, tier), worse(worst, tier)
    return best, worst


def _mapped(step: Step, value: Value) -> list[Tier | None]:
    tiers = dict(step.tiers)
    if isinstance(value, Choice) and value.members is not None:
        return [tiers.get(str(member)) for member in value.members]
    return [None, *tiers.values()]


def _banded(step: Step, value: Value) -> list[Tier | None]:
    """The band of every number that the value could be: tried on, between and beyond the limits."""
    return list({_band(step, number): None for number in _telling(step, as_span(value))})


def _band(step: Step, number: Fraction) -> Tier | None:
    exact = point(number)
    for words, tier in step.bands:
        met = (compare(exact, word, point(Fraction(limit))) for word, limit in words)
        if all_of(met) is Truth.TRUE:
            return tier
    return None


def _telling(step: Step, span: NumberSpan) -> Iterator[Fraction]:
    """Numbers of the span such that no other falls in another band: bands change at limits only."""
    limits = sorted({Fraction(limit) for words, _ in step.bands for _, limit in words})
    low = limits[0] - 1 if span.low is None else span.low
    high = max(low, limits[-1] + 1) if span.high is None else span.high
    inside = [low, *(limit for limit in limits if low < limit < high), high]
    yield from inside
    yield from ((a + b) / 2 for a, b in pairwise(inside))


def _adjusted(scene: Scene, step: Step, figures: Figures) -> tuple[Figures, Gaps]:
    """A step that moves the tier where its condition holds; only `raise_to` moves what is ungraded.

    The gaps are what it waits for, where there is a tier for it to move.
    """
    verdict = None if step.when is None else scene.judge(step.when, scene.world.root)
    truth, low = (Truth.TRUE, Truth.TRUE) if verdict is None else (verdict.truth, verdict.low)
    standing, to = step.provenance.standing, step.to
    after = figures
    if step.fold is Fold.RAISE_TO:
        after = figures.raised(truth, low, to, to, standing)
    elif step.fold is Fold.RAISE_BY:
        after = figures.moved_worse(truth, low, lambda tier: moved(tier, step.by), standing)
    elif step.fold is Fold.FLOOR:
        after = figures.moved_worse(truth, low, lambda t: t and worse(t, to), standing)
    elif step.fold is Fold.LOWER_BY:
        after = figures.moved_better(truth, low, lambda tier: _lowered(tier, step), standing)
    elif step.fold is Fold.CAP:
        after = figures.moved_better(truth, low, lambda t: t and better(t, to), standing)
    moves = step.fold is Fold.RAISE_TO or figures.known.possible is not None
    return after, verdict.gaps if verdict is not None and moves else NO_GAPS


def _lowered(tier: Tier | None, step: Step) -> Tier | None:
    """So many steps better, but not past `not_below`; what is better already stays."""
    lowered = moved(tier, -step.by)
    return lowered if step.to is None else worse(lowered, better(tier, step.to))
