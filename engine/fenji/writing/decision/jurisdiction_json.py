"""Who is in charge, for programs, as `decision.schema.json` describes it."""

from __future__ import annotations

from fenji.model.jurisdiction.answer import (
    Cooperator,
    JurisdictionAnswer,
    LevelAnswer,
    MatterAnswer,
    PathStep,
    Rejected,
)
from fenji.writing.decision.exact import Json
from fenji.writing.decision.parts import bases_json, body_json, gap_json, review_json, text_json


def jurisdiction_json(answer: JurisdictionAnswer) -> Json:
    """Everything about who is in charge, in the order of the model."""
    return {
        "settled": answer.settled.value,
        "leads": list(answer.leads),
        "lead_titles": [text_json(title) for title in answer.lead_titles],
        "matter": answer.matter or None,
        "ranking": answer.ranking or None,
        "level": None if answer.level is None else _level(answer.level),
        "cooperators": [_cooperator(one) for one in answer.cooperators],
        "rejected": [_rejected(one) for one in answer.rejected],
        "path": [_step(step) for step in answer.path],
        "matters": [_matter(one) for one in answer.matters],
        "settles": text_json(answer.settles),
        "waits_for": [gap_json(gap) for gap in answer.waits_for],
    }


def _level(level: LevelAnswer) -> Json:
    return {
        "levels": [one.value for one in level.levels],
        "bodies": [body_json(body) for body in level.bodies],
        "barred": [body_json(body) for body in level.barred],
        "by": level.by or None,
        "title": text_json(level.title),
        "basis": bases_json(level.basis),
        "standing": level.standing.value,
        "review": review_json(level.review),
        "waits_for": [gap_json(gap) for gap in level.waits_for],
    }


def _cooperator(one: Cooperator) -> Json:
    return {
        "department": one.department,
        "title": text_json(one.title),
        "matter": one.matter,
        "concern": text_json(one.concern),
        "edge": one.edge,
        "certain": one.certain,
        "body": None if one.body is None else body_json(one.body),
        "basis": bases_json(one.basis),
        "standing": one.standing.value,
        "review": review_json(one.review),
    }


def _rejected(one: Rejected) -> Json:
    return {
        "department": one.department,
        "title": text_json(one.title),
        "matter": one.matter,
        "edge": one.edge,
        "why": text_json(one.why),
    }


def _step(step: PathStep) -> Json:
    return {
        "kind": step.kind.value,
        "from": step.from_,
        "to": step.to,
        "by": step.by,
        "title": text_json(step.title),
        "basis": bases_json(step.basis),
        "standing": step.standing.value,
        "review": review_json(step.review),
    }


def _matter(one: MatterAnswer) -> Json:
    return {
        "matter": one.matter,
        "kind": one.kind.value,
        "title": text_json(one.title),
        "has": one.has.value,
        "settled": one.settled.value,
        "leads": list(one.leads),
        "principle": one.principle or None,
        "level": None if one.level is None else _level(one.level),
        "cooperators": [_cooperator(each) for each in one.cooperators],
        "rejected": [_rejected(each) for each in one.rejected],
        "path": [_step(step) for step in one.path],
        "hands_over": list(one.hands_over),
        "settles": text_json(one.settles),
        "waits_for": [gap_json(gap) for gap in one.waits_for],
    }
