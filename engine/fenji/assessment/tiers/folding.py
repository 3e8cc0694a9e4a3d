"""Walks a policy's steps from findings to a tier. The arithmetic is in `figures`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce
from typing import NamedTuple

from fenji.assessment.findings import Weight
from fenji.assessment.tiers.figures import FIXING, Figures
from fenji.assessment.tiers.policies import ReadyPolicy, ReadyStep
from fenji.assessment.tiers.steps import ALWAYS, Steps
from fenji.evaluation.verdict import NO_GAPS, Gaps
from fenji.model.decision import StepTaken
from fenji.model.expression import Stratum
from fenji.model.folding import Fold, Policy, Step
from fenji.model.law import Standing
from fenji.model.tier import Tier, better, moved, worse
from fenji.model.truth import Truth, all_of
from fenji.model.value import Choice, Value, as_span


class Folded(NamedTuple):
    """The figures after all steps, the steps taken, and the gaps that steps themselves wait for."""

    figures: Figures
    steps: tuple[StepTaken, ...]
    gaps: tuple[tuple[Step, Gaps], ...]


def fold(
    policy: ReadyPolicy,
    weights: Collection[Weight],
    sectors: Mapping[str, Figures],
    steps: Steps,
) -> Folded:
    """The policy's tier. `sectors` are the sectors' own figures, for the policy of the whole."""
    figures, taken, waiting = Figures(), [], []
    before = figures.shown()
    for ready in policy.steps:
        step = ready.step
        if step.fold is Fold.WORST:
            after, gaps = _worst(step, figures, weights, sectors), NO_GAPS
        elif ready.stratum is not None:
            after, gaps = _by_value(steps, ready, ready.stratum, figures)
        else:
            after, gaps = _adjusted(steps, step, figures)
        if gaps:
            waiting.append((step, gaps))
        basis, standing = step.provenance.basis, step.provenance.standing
        shown = before if after is figures else after.shown()
        taken.append(StepTaken(step.id, step.title, basis, standing, shown, shown != before))
        figures, before = after, shown
    return Folded(figures, tuple(taken), tuple(waiting))


def fold_unexcluded(policy: Policy, weights: Collection[Weight]) -> Folded:
    """The tier of a sector that may not apply: nothing certain, the worst that any step could bring."""
    figures = Figures()
    for step in policy.steps:
        tiers = [step.to, *(tier for _, tier in step.tiers), *(tier for _, tier in step.bands)]
        if step.fold is Fold.WORST:
            tiers += [w.tier for w in weights if w.kind in step.findings]
        worst = reduce(worse, tiers, None)
        figures = figures.raised(Truth.UNKNOWN, Truth.UNKNOWN, worst, worst, Standing.PROPOSAL)
    return Folded(figures, (), ())


def _worst(
    step: Step, figures: Figures, weights: Collection[Weight], sectors: Mapping[str, Figures]
) -> Figures:
    """The worst tier of the findings of these kinds; with none named, of the sectors."""
    if not step.findings:
        for sector in sectors.values():
            figures = figures.worst_with(sector)
        return figures
    for one in weights:
        tier = step.tiers[0][1] if step.tiers else one.tier
        if one.kind in step.findings and tier is not None:
            standing = _weaker(one.standing, step.provenance.standing)
            figures = figures.raised(one.truth, one.low, tier, tier, standing)
    return figures


def _weaker(a: Standing, b: Standing) -> Standing:
    """What a tier rests on that needs both: fixed only where both fix."""
    return a if a not in FIXING else b


def _by_value(
    steps: Steps, ready: ReadyStep, stratum: Stratum, figures: Figures
) -> tuple[Figures, Gaps]:
    """The worst over all entities, by a choice, a classification, a measure or a score."""
    step = ready.step
    assert step.of is not None
    gaps: Gaps = NO_GAPS
    for valued in steps.worth(*step.of, stratum):
        if valued.value is None:
            continue
        gaps = gaps | valued.gaps
        sure = all_of((valued.applies, valued.exists))
        best, worst = low_best, low_worst = _tiers(ready, valued.value)
        if valued.on_declared is not None and valued.on_declared is not valued.value:
            low_best, low_worst = _tiers(ready, valued.on_declared)
        if stratum is Stratum.FACT and valued.gaps:
            best = low_best = None  # a grade that nobody has given is not the best one
        standing = step.provenance.standing
        certain = Truth.TRUE if sure is Truth.TRUE else Truth.FALSE
        figures = figures.raised(certain, certain, best, low_best, standing)
        figures = figures.raised(Truth.UNKNOWN, Truth.UNKNOWN, worst, low_worst, standing)
    return figures, gaps


def _tiers(ready: ReadyStep, value: Value) -> tuple[Tier | None, Tier | None]:
    """The best and the worst tier that the value could bring."""
    bands = ready.bands
    several = _mapped(ready.step, value) if bands is None else bands.of(as_span(value))
    best = worst = several[0] if several else None
    for tier in several[1:]:
        best, worst = better(best, tier), worse(worst, tier)
    return best, worst


def _mapped(step: Step, value: Value) -> list[Tier | None]:
    tiers = dict(step.tiers)
    if isinstance(value, Choice) and value.members is not None:
        return [tiers.get(str(member)) for member in value.members]
    return [None, *tiers.values()]


def _adjusted(steps: Steps, step: Step, figures: Figures) -> tuple[Figures, Gaps]:
    """A step that moves the tier where its condition holds; only `raise_to` moves what is ungraded.

    The gaps are what it waits for, where there is a tier for it to move.
    """
    truth, low, waiting = ALWAYS if step.when is None else steps.met(step.when)
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
    return after, waiting if moves else NO_GAPS


def _lowered(tier: Tier | None, step: Step) -> Tier | None:
    """So many steps better, but not past `not_below`; what is better already stays."""
    lowered = moved(tier, -step.by)
    return lowered if step.to is None else worse(lowered, better(tier, step.to))
