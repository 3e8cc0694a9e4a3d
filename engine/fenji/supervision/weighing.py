"""The inspections and caps that hold of one department's visits to the subject, or may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fenji.assessment.findings import in_order
from fenji.model.law import Standing
from fenji.model.supervision.answer import CapAnswer, InspectionAnswer
from fenji.model.truth import Truth, all_of, any_of
from fenji.supervision.ground import Ground
from fenji.supervision.inspectors import Inspector
from fenji.supervision.reaching import Reached, reached
from fenji.supervision.ready import Ready, ReadyCap, ReadyInspection


@dataclass(frozen=True, slots=True)
class Weighed:
    """An inspection, and how far it reaches."""

    answer: InspectionAnswer
    reach: Reached


@dataclass(frozen=True, slots=True)
class Capped:
    """A cap, and how far it reaches."""

    answer: CapAnswer
    reach: Reached


def inspections(ground: Ground, ready: Ready, inspector: Inspector) -> tuple[Weighed, ...]:
    """By id; those that do not hold are left out."""
    found: list[Weighed] = []
    for one in ready.inspections_by(inspector.departments, leads=inspector.leads_subject):
        reach = reached(ground, one.rule.reach, inspector, one.in_force)
        if one.rule.outside_plan and reach.truth is not Truth.FALSE:
            reach = _outside_plan(reach, [other for other in found if _plans(other.answer)])
        if reach.truth is not Truth.FALSE:
            found.append(Weighed(_inspection(one, reach), reach))
    return tuple(sorted(found, key=lambda one: one.answer.rule))


def caps(ground: Ground, ready: Ready, inspector: Inspector) -> tuple[Capped, ...]:
    """By id; those that do not hold are left out."""
    found = []
    for one in ready.caps_by(inspector.departments, leads=inspector.leads_subject):
        reach = reached(ground, one.rule.reach, inspector, one.in_force)
        if reach.truth is not Truth.FALSE:
            found.append(Capped(_cap(one, reach), reach))
    return tuple(sorted(found, key=lambda one: one.answer.rule))


def counts(answer: InspectionAnswer | CapAnswer) -> bool:
    """What other places do is shown for comparison and binds nobody here."""
    return answer.standing is not Standing.ELSEWHERE


def _plans(answer: InspectionAnswer) -> bool:
    """An inspection that a plan has to hold: with a figure, and not because something came up."""
    return answer.frequency is not None and not answer.on_clue and counts(answer)


def _outside_plan(reach: Reached, planned: Iterable[Weighed]) -> Reached:
    """What holds only where no planned inspection does."""
    several = [one.reach for one in planned]
    truth = all_of((reach.truth, ~any_of(one.truth for one in several)))
    declared = all_of((reach.declared, ~any_of(one.declared for one in several)))
    by_tier = truth is Truth.UNKNOWN and any(one.by_tier for one in several)
    return replace(reach, truth=truth, declared=declared, by_tier=reach.by_tier or by_tier)


def _inspection(one: ReadyInspection, reach: Reached) -> InspectionAnswer:
    provenance = one.provenance
    return InspectionAnswer(
        rule=one.rule.id,
        title=one.title,
        mode=one.rule.mode,
        holds=reach.truth,
        declared=reach.declared,
        frequency=one.read.frequency,
        words=one.words,
        on_clue=one.rule.on_clue,
        by_tier=reach.by_tier,
        duty=one.rule.reach.duty,
        parameters=one.read.parameters,
        basis=provenance.basis,
        standing=provenance.standing,
        review=provenance.review,
        waits_for=in_order(reach.gaps),
    )


def _cap(one: ReadyCap, reach: Reached) -> CapAnswer:
    provenance = one.rule.provenance
    return CapAnswer(
        rule=one.rule.id,
        title=one.rule.title,
        holds=reach.truth,
        frequency=one.read.frequency,
        words=one.rule.frequency,
        by_tier=reach.by_tier,
        parameters=one.read.parameters,
        basis=provenance.basis,
        standing=provenance.standing,
        review=provenance.review,
        waits_for=in_order(reach.gaps),
    )
