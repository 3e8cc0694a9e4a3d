"""How a subject is supervised: how often, in which way and by whom, after jurisdiction is known.

Inspections follow from tier, sectors, findings, duties of authorities and conditions over the subject;
caps stand against them, and where a floor exceeds one both are shown. What is unknown widens a range;
it never lowers what is certain.
"""

from __future__ import annotations

from datetime import date

from fenji.assessment.findings import in_order
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.scene import Scene
from fenji.model.decision import Decision
from fenji.model.jurisdiction.answer import JurisdictionAnswer
from fenji.model.reason import Gap
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.supervision.answer import (
    CapAnswer,
    DepartmentAnswer,
    InspectionAnswer,
    SupervisionAnswer,
)
from fenji.model.truth import Truth
from fenji.supervision.departments import answer_of
from fenji.supervision.ground import ground_of
from fenji.supervision.inspectors import inspectors_of
from fenji.supervision.joint_visits import joint_visits
from fenji.supervision.ready import ready
from fenji.supervision.recurring import due_duties, recurring


def supervise(
    release: Release,
    submission: Submission,
    decision: Decision,
    jurisdiction: JurisdictionAnswer | None,
    as_of: date,
) -> SupervisionAnswer | None:
    """The supervision of the subject of that decision; `None` where the release says nothing of it."""
    return supervise_in(scene_of(prepare(release, as_of), submission), decision, jurisdiction)


def supervise_in(
    scene: Scene, decision: Decision, jurisdiction: JurisdictionAnswer | None
) -> SupervisionAnswer | None:
    """The same of a subject that is being judged already: what is known of it is not judged again."""
    release = scene.prepared.release
    if not release.schedule:
        return None
    ground, schedule = ground_of(scene, decision), ready(scene.prepared)
    inspectors = inspectors_of(release, jurisdiction)
    found = (answer_of(ground, schedule, inspector) for inspector in inspectors)
    shown = tuple(one for one in found if one is not None)
    return SupervisionAnswer(
        departments=shown,
        joint_visits=joint_visits(schedule, shown),
        recurring=recurring(decision),
        due=due_duties(decision),
        tier_open=any(_hangs_on_tier(one) for one in shown),
        waits_for=in_order(_gaps(shown)),
    )


def relied_on(answer: SupervisionAnswer) -> tuple[InspectionAnswer, ...]:
    """The inspections that give the certain figure of each department, and those that exceed a cap."""
    found = []
    for one in answer.departments:
        over = {conflict.inspection for conflict in one.conflicts if conflict.certain}
        for each in one.inspections:
            telling = each.frequency is not None and each.frequency == one.at_least.certain
            if each.holds is Truth.TRUE and (telling or each.rule in over):
                found.append(each)
    return tuple(found)


def _hangs_on_tier(answer: DepartmentAnswer) -> bool:
    open_ = (one for one in _rules(answer) if one.holds is Truth.UNKNOWN)
    return any(one.by_tier and one.frequency is not None for one in open_)


def _gaps(several: tuple[DepartmentAnswer, ...]) -> frozenset[Gap]:
    """What would settle a figure that is open otherwise than through the tier."""
    figures = (one for answer in several for one in _rules(answer) if one.frequency is not None)
    return frozenset(gap for one in figures for gap in one.waits_for)


def _rules(answer: DepartmentAnswer) -> tuple[InspectionAnswer | CapAnswer, ...]:
    return (*answer.inspections, *answer.caps)
