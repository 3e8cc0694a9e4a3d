"""What one department does: its figures, the caps that stand against them, and the conflicts."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.assessment.tiers.figures import FIXING
from fenji.model.supervision.answer import (
    AtLeast,
    AtMost,
    CapAnswer,
    CapConflict,
    DepartmentAnswer,
    InspectionAnswer,
)
from fenji.model.supervision.frequency import Frequency, exceeds, less_often, more_often
from fenji.model.truth import Truth
from fenji.supervision.ground import Ground
from fenji.supervision.inspectors import Inspector
from fenji.supervision.ready import Ready
from fenji.supervision.weighing import Capped, Weighed, caps, counts, inspections


def answer_of(ground: Ground, ready: Ready, inspector: Inspector) -> DepartmentAnswer | None:
    """Everything about that department's inspections of the subject; of others than the lead, `None`
    where it has none."""
    weighed = inspections(ground, ready, inspector)
    own = [one for one in weighed if counts(one.answer)]
    if not own and not inspector.leads_subject:
        return None
    capped = caps(ground, ready, inspector)
    limits = [one for one in capped if counts(one.answer)]
    conflicts = tuple(_conflicts(own, limits))
    return DepartmentAnswer(
        departments=inspector.departments,
        titles=inspector.titles,
        leads_subject=inspector.leads_subject,
        bodies=inspector.bodies,
        at_least=_at_least([one.answer for one in own]),
        at_most=_at_most([one.answer for one in limits]),
        planned=_planned([one.answer for one in own], conflicts),
        inspections=tuple(one.answer for one in own),
        caps=tuple(one.answer for one in limits),
        compared_inspections=tuple(o.answer for o in weighed if not counts(o.answer)),
        compared_caps=tuple(o.answer for o in capped if not counts(o.answer)),
        conflicts=conflicts,
    )


def _at_least(own: list[InspectionAnswer]) -> AtLeast:
    """What an inspection asks for counts as certain where it holds, as possible unless it does not."""
    figures = [one for one in own if not one.on_clue]
    held = [one for one in figures if one.holds is Truth.TRUE]
    return AtLeast(
        certain=more_often(o.frequency for o in held),
        fixed=more_often(o.frequency for o in held if o.standing in FIXING),
        declared_certain=more_often(o.frequency for o in figures if o.declared is Truth.TRUE),
        declared_possible=more_often(o.frequency for o in figures if o.declared is not Truth.FALSE),
        possible=more_often(o.frequency for o in figures),
    )


def _at_most(limits: list[CapAnswer]) -> AtMost:
    return AtMost(
        certain=less_often(one.frequency for one in limits if one.holds is Truth.TRUE),
        possible=less_often(one.frequency for one in limits),
        unpublished=any(one.frequency is None for one in limits),
    )


def _conflicts(own: list[Weighed], limits: list[Capped]) -> Iterator[CapConflict]:
    """Each floor that exceeds a cap, where both can hold together."""
    for one in own:
        for cap in limits:
            floor, most = one.answer.frequency, cap.answer.frequency
            if floor is None or most is None or one.answer.on_clue or not exceeds(floor, most):
                continue
            if one.reach.tier_of == cap.reach.tier_of and not one.reach.tiers & cap.reach.tiers:
                continue
            yield CapConflict(
                one.answer.rule,
                cap.answer.rule,
                floor,
                most,
                one.answer.holds is cap.answer.holds is Truth.TRUE,
                one.answer.standing in FIXING or cap.answer.standing not in FIXING,
            )


def _planned(own: list[InspectionAnswer], conflicts: tuple[CapConflict, ...]) -> Frequency | None:
    """What certainly holds; what is only proposed stops at a cap that something stronger fixed."""
    yielding = {
        conflict.inspection: conflict.at_most
        for conflict in sorted(conflicts, key=lambda one: one.at_most.rate, reverse=True)
        if conflict.certain and not conflict.floor_stands
    }
    held = (one for one in own if one.holds is Truth.TRUE and not one.on_clue)
    return more_often(yielding.get(one.rule, one.frequency) for one in held)
