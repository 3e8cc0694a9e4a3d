"""Everything answered for one subject: its tier, then who is in charge, then how it is supervised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from fenji.assessment import decide
from fenji.assessment.asks import ask_for
from fenji.assessment.cautions import in_order, of_doubts, proposal, unconfirmed
from fenji.assessment.evaluator import Evaluator
from fenji.assessment.sectors import applying_sectors
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.jurisdiction import answer_in
from fenji.model.decision import Caution, Decision
from fenji.model.dictionary import Origin
from fenji.model.jurisdiction.answer import JurisdictionAnswer, StepKind
from fenji.model.law import Standing
from fenji.model.reason import Gap
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.supervision.answer import SupervisionAnswer
from fenji.model.text import Text
from fenji.supervision import relied_on, supervise_in

JURISDICTION, SUPERVISION = "jurisdiction", "supervision"
"""What a fact is asked for that only decides who is in charge, or only how often it is inspected."""


def classify(
    release: Release,
    submission: Submission,
    as_of: date,
    *,
    explain: bool = False,
    evaluator: Evaluator = "auto",
) -> Decision:
    """Everything that the release answers of the subject on that day.

    Open findings carry their reasons only with `explain`; those that hold always do. Raises Refused
    where a fact is answered `not_applicable` though it applies. The evaluator makes no difference
    but in time (see `assessment.evaluator`).
    """
    decision = decide(release, submission, as_of, explain=explain, evaluator=evaluator)
    scene = scene_of(prepare(release, as_of), submission)
    scene.applying = {name: one.truth for name, one in applying_sectors(scene).items()}
    in_charge = answer_in(scene, submission)
    if in_charge is not None:
        decision = with_jurisdiction(decision, release, in_charge, of_doubts(scene))
    supervised = supervise_in(scene, decision, in_charge)
    return decision if supervised is None else with_supervision(decision, release, supervised)


def with_jurisdiction(
    decision: Decision, release: Release, answer: JurisdictionAnswer, doubts: Iterable[Caution]
) -> Decision:
    """The decision with who is in charge, what that asks for besides, and what to know of its ground."""
    cautions = in_order((*decision.cautions, *doubts, *_cautions(answer)))
    asking = _asking(decision, release, answer.waits_for, JURISDICTION)
    return replace(asking, jurisdiction=answer, cautions=cautions)


def with_supervision(decision: Decision, release: Release, answer: SupervisionAnswer) -> Decision:
    """The decision with how it is supervised, what that asks for besides, and what it rests on."""
    grounds = relied_on(answer)
    proposed = (proposal(o.rule, o.title) for o in grounds if o.standing is Standing.PROPOSAL)
    unsure = (
        caution
        for one in grounds
        if one.standing is not Standing.PROPOSAL
        for caution in unconfirmed(one.rule, one.title, one.review)
    )
    asking = _asking(decision, release, answer.waits_for, SUPERVISION)
    cautions = in_order((*decision.cautions, *proposed, *unsure))
    return replace(asking, supervision=answer, cautions=cautions)


def _asking(decision: Decision, release: Release, gaps: Iterable[Gap], what: str) -> Decision:
    """The decision with these gaps asked for too, where they are not yet; they come last."""
    known = {ask.gap for ask in (*decision.asks, *decision.inspect)}
    more = [ask_for(release, gap, [(what, None)]) for gap in gaps if gap not in known]
    return replace(
        decision,
        asks=decision.asks + tuple(a for a in more if a.gap.origin is not Origin.INSPECTED),
        inspect=decision.inspect + tuple(a for a in more if a.gap.origin is Origin.INSPECTED),
    )


def _cautions(answer: JurisdictionAnswer) -> Iterable[Caution]:
    """The steps of the path that no document lays down, or whose text was not read."""
    for step in answer.path:
        if step.kind is StepKind.HAS:
            continue
        title = step.title
        if step.to in answer.leads and step.kind not in (StepKind.PRINCIPLE, StepKind.LEVEL):
            title = Text(f"由{title.zh}主管", f"{title.en} is in charge")
        if step.standing is Standing.PROPOSAL:
            yield proposal(step.by, title)
        else:
            yield from unconfirmed(step.by, title, step.review)
