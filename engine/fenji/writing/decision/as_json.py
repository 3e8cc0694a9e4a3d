"""A decision for programs: one JSON object, described by `decision.schema.json`.

Members come in the order of the model, so the same decision is always the same bytes. Numbers are
exact: a decimal of at most 15 significant digits is a JSON number, any other `{"num", "den"}` with
both as text. A value is a number, a day, a word or a yes or no where it is known; else a span
`{"at_least", "at_most"}` (`null`: no bound), `{"one_of": [...]}` (`null`: anything) or, for sets,
`{"has", "may_have"}`; `null` does not apply. Every sentence stands in both languages.
"""

from __future__ import annotations

from fenji.model.decision import (
    Answer,
    Ask,
    Caution,
    Decision,
    DutyAnswer,
    Finding,
    Presumed,
    SectorAnswer,
    StepTaken,
    ThreeFigures,
)
from fenji.model.duty import Period
from fenji.model.reason import Reason, Seen
from fenji.model.release import Release
from fenji.model.submission import Determination
from fenji.model.tier import COLOUR, Tier, TierRange
from fenji.writing.decision.exact import Json, exact_json, member_json, value_json
from fenji.writing.decision.jurisdiction_json import jurisdiction_json
from fenji.writing.decision.parts import bases_json, gap_json, review_json, text_json
from fenji.writing.decision.supervision_json import supervision_json
from fenji.writing.wording.conditions import heading
from fenji.writing.wording.lexicon import Lexicon, lexicon_of

FORMAT = 1
"""The number of the form; raised when a member changes its meaning or goes away."""


def as_json(decision: Decision, release: Release) -> bytes:
    """The decision on one line of UTF-8, without a line end."""
    return exact_json(_decision(decision, lexicon_of(release, "zh")))


def json_schema() -> bytes:
    """The JSON Schema (draft 2020-12) of what `as_json` writes."""
    from importlib.resources import files

    return files(__package__).joinpath("decision.schema.json").read_bytes()


def _decision(decision: Decision, words: Lexicon) -> Json:
    return {
        "format": FORMAT,
        "subject": {
            "kind": decision.subject_kind,
            "id": decision.subject_id,
            "name": decision.subject_name,
        },
        "as_of": decision.as_of.isoformat(),
        "release": decision.release,
        "engine": decision.engine,
        "facts": decision.facts,
        "tier": _figures(decision.tier),
        "steps": [_step(step) for step in decision.steps],
        "sectors": [_sector(sector) for sector in decision.sectors],
        "findings": [_finding(finding, words) for finding in decision.findings],
        "open": [_finding(finding, words) for finding in decision.open_findings],
        "earlier_edition": [_finding(finding, words) for finding in decision.earlier_edition],
        "classifications": [_answer(answer) for answer in decision.classifications],
        "scores": [_answer(answer) for answer in decision.scores],
        "measures": [_answer(answer) for answer in decision.measures],
        "determinations": [_determination(made) for made in decision.determinations],
        "asks": [_ask(ask) for ask in decision.asks],
        "inspect": [_ask(ask) for ask in decision.inspect],
        "presumed": [_presumed(item) for item in decision.presumed],
        "cautions": [_caution(caution) for caution in decision.cautions],
        "duties": [_duty(duty) for duty in decision.duties],
        "jurisdiction": (
            None if decision.jurisdiction is None else jurisdiction_json(decision.jurisdiction)
        ),
        "supervision": (
            None if decision.supervision is None else supervision_json(decision.supervision)
        ),
    }


def _tier(tier: Tier | None) -> Json:
    """The word of a tier; `null` is ungraded."""
    return None if tier is None else tier.value


def _range(span: TierRange) -> Json:
    return {"certain": _tier(span.certain), "possible": _tier(span.possible)}


def _figures(figures: ThreeFigures) -> Json:
    return {
        "certain": _tier(figures.certain),
        "on_declared": _range(figures.on_declared),
        "possible": _tier(figures.possible),
        "colour": None if figures.certain is None else COLOUR[figures.certain],
    }


def _step(step: StepTaken) -> Json:
    return {
        "id": step.id,
        "title": text_json(step.title),
        "basis": bases_json(step.basis),
        "standing": step.standing.value,
        "after": _figures(step.after),
        "moved": step.moved,
    }


def _sector(sector: SectorAnswer) -> Json:
    return {
        "name": sector.name,
        "number": sector.number,
        "title": text_json(sector.title),
        "applies": sector.applies.value,
        "asked_by": sector.asked_by,
        "tier": _figures(sector.tier),
        "steps": [_step(step) for step in sector.steps],
    }


def _finding(finding: Finding, words: Lexicon) -> Json:
    return {
        "rule": finding.rule or None,
        "sector": finding.sector,
        "title": text_json(finding.title),
        "entity": finding.entity,
        "kind": finding.kind.value,
        "status": finding.status.value,
        "tier": _tier(finding.tier),
        "basis": bases_json(finding.basis),
        "standing": finding.standing.value,
        "review": review_json(finding.review),
        "waits_for": [gap_json(gap) for gap in finding.waits_for],
        "reason": None if finding.reason is None else _reason(finding.reason, words),
    }


def _reason(reason: Reason, words: Lexicon) -> Json:
    return {
        "condition": {
            "zh": heading(reason.condition, words),
            "en": heading(reason.condition, words.in_("en")),
        },
        "place": str(reason.condition.place) if reason.condition.place.path else None,
        "entity": reason.entity,
        "truth": reason.truth.value,
        "on_declared": reason.on_declared.value,
        "seen": [_seen(seen) for seen in reason.seen],
        "parts": [_reason(part, words) for part in reason.parts],
    }


def _seen(seen: Seen) -> Json:
    return {
        "name": seen.label,
        "entity": seen.entity,
        "value": value_json(seen.value),
        "known": seen.known,
        "source": None if seen.source is None else seen.source.value,
        "at": None if seen.at is None else seen.at.isoformat(),
        "parts": [_seen(part) for part in seen.parts],
    }


def _answer(answer: Answer) -> Json:
    return {
        "name": answer.name,
        "sector": answer.sector,
        "label": text_json(answer.label),
        "entity": answer.entity,
        "value": value_json(answer.value),
        "unit": answer.unit,
        "option_labels": {key: text_json(label) for key, label in answer.option_labels},
        "basis": bases_json(answer.basis),
        "standing": answer.standing.value,
        "review": review_json(answer.review),
        "waits_for": [gap_json(gap) for gap in answer.waits_for],
        "seen": _seen(answer.seen),
        "decided": None if answer.decided is None else _determination(answer.decided),
        "computed": None if answer.decided is None else value_json(answer.computed),
        "conflict": list(answer.conflict),
    }


def _determination(made: Determination) -> Json:
    return {
        "matter": made.matter,
        "value": member_json(made.value),
        "authority": made.authority,
        "at": made.at.isoformat(),
        "of": made.of,
        "reason": made.reason,
    }


def _ask(ask: Ask) -> Json:
    return {
        "gap": gap_json(ask.gap),
        "label": text_json(ask.label),
        "question": text_json(ask.question),
        "unit": ask.unit,
        "waiting": list(ask.waiting),
        "worst": _tier(ask.worst),
    }


def _presumed(item: Presumed) -> Json:
    return {
        "rule": item.rule,
        "entity": item.entity,
        "title": text_json(item.title),
        "basis": bases_json(item.basis),
        "standing": item.standing.value,
    }


def _caution(caution: Caution) -> Json:
    return {"id": caution.id, "about": caution.about, "message": text_json(caution.message)}


def _duty(duty: DutyAnswer) -> Json:
    return {
        "duty": duty.duty,
        "sector": duty.sector,
        "title": text_json(duty.title),
        "entity": duty.entity,
        "binds": duty.binds.value,
        "status": duty.status.value,
        "timing": None if duty.timing is None else duty.timing.value,
        "period": None if duty.period is None else _period(duty.period),
        "frequency": text_json(duty.frequency),
        "last_done": None if duty.last_done is None else duty.last_done.isoformat(),
        "due": None if duty.due is None else duty.due.isoformat(),
        "basis": bases_json(duty.basis),
        "standing": duty.standing.value,
        "review": review_json(duty.review),
        "waits_for": [gap_json(gap) for gap in duty.waits_for],
    }


def _period(period: Period) -> Json:
    return {"number": period.number, "unit": period.unit.value}
