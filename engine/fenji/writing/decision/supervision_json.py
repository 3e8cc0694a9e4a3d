"""The supervision of a decision for programs, as `decision.schema.json` describes it."""

from __future__ import annotations

from fenji.model.supervision.answer import (
    CapAnswer,
    CapConflict,
    DepartmentAnswer,
    DutyDue,
    InspectionAnswer,
    JointVisitAnswer,
    SupervisionAnswer,
)
from fenji.model.supervision.frequency import Frequency
from fenji.writing.decision.exact import Json
from fenji.writing.decision.parts import bases_json, body_json, gap_json, review_json, text_json


def supervision_json(answer: SupervisionAnswer) -> Json:
    """Everything about supervision, in the order of the model."""
    return {
        "departments": [_department(one) for one in answer.departments],
        "joint_visits": [_joint(one) for one in answer.joint_visits],
        "recurring": answer.recurring,
        "due": [_due(one) for one in answer.due],
        "tier_open": answer.tier_open,
        "waits_for": [gap_json(gap) for gap in answer.waits_for],
    }


def _department(one: DepartmentAnswer) -> Json:
    least, most = one.at_least, one.at_most
    return {
        "departments": list(one.departments),
        "titles": [text_json(title) for title in one.titles],
        "leads_subject": one.leads_subject,
        "bodies": [body_json(body) for body in one.bodies],
        "at_least": {
            "certain": _often(least.certain),
            "fixed": _often(least.fixed),
            "on_declared": {
                "certain": _often(least.declared_certain),
                "possible": _often(least.declared_possible),
            },
            "possible": _often(least.possible),
        },
        "at_most": {
            "certain": _often(most.certain),
            "possible": _often(most.possible),
            "unpublished": most.unpublished,
        },
        "planned": _often(one.planned),
        "inspections": [_inspection(each) for each in one.inspections],
        "caps": [_cap(each) for each in one.caps],
        "compared": {
            "inspections": [_inspection(each) for each in one.compared_inspections],
            "caps": [_cap(each) for each in one.compared_caps],
        },
        "conflicts": [_conflict(each) for each in one.conflicts],
    }


def _inspection(one: InspectionAnswer) -> Json:
    return {
        "rule": one.rule,
        "title": text_json(one.title),
        "mode": one.mode.value,
        "holds": one.holds.value,
        "on_declared": one.declared.value,
        "frequency": _often(one.frequency),
        "words": text_json(one.words),
        "on_clue": one.on_clue,
        "by_tier": one.by_tier,
        "duty": one.duty or None,
        "parameters": list(one.parameters),
        "basis": bases_json(one.basis),
        "standing": one.standing.value,
        "review": review_json(one.review),
        "waits_for": [gap_json(gap) for gap in one.waits_for],
    }


def _cap(one: CapAnswer) -> Json:
    return {
        "rule": one.rule,
        "title": text_json(one.title),
        "holds": one.holds.value,
        "frequency": _often(one.frequency),
        "words": text_json(one.words),
        "by_tier": one.by_tier,
        "parameters": list(one.parameters),
        "basis": bases_json(one.basis),
        "standing": one.standing.value,
        "review": review_json(one.review),
        "waits_for": [gap_json(gap) for gap in one.waits_for],
    }


def _conflict(one: CapConflict) -> Json:
    return {
        "inspection": one.inspection,
        "cap": one.cap,
        "at_least": _often(one.at_least),
        "at_most": _often(one.at_most),
        "certain": one.certain,
        "floor_stands": one.floor_stands,
    }


def _joint(one: JointVisitAnswer) -> Json:
    return {
        "rule": one.rule,
        "title": text_json(one.title),
        "departments": [list(several) for several in one.departments],
        "titles": [[text_json(title) for title in several] for several in one.titles],
        "visits": _often(one.visits),
        "holds": one.holds.value,
        "basis": bases_json(one.basis),
        "standing": one.standing.value,
        "review": review_json(one.review),
    }


def _due(one: DutyDue) -> Json:
    return {
        "duty": one.duty,
        "entity": one.entity,
        "title": text_json(one.title),
        "due": one.due.isoformat(),
        "overdue": one.overdue,
    }


def _often(one: Frequency | None) -> Json:
    return None if one is None else {"times": one.times, "months": one.months}
