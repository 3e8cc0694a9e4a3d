"""A brief made from a whole decision, by leaving out what only that gives."""

from __future__ import annotations

from fenji.model.brief import Brief, Item, Worked
from fenji.model.decision import Answer, Decision, Finding, Status


def brief_of(decision: Decision) -> Brief:
    """The same decision, in brief."""
    return Brief(
        subject_kind=decision.subject_kind,
        subject_id=decision.subject_id,
        subject_name=decision.subject_name,
        as_of=decision.as_of,
        release=decision.release,
        engine=decision.engine,
        facts=decision.facts,
        tier=decision.tier,
        steps=decision.steps,
        sectors=decision.sectors,
        findings=decision.findings,
        open_findings=tuple(map(_item, decision.open_findings)),
        earlier_edition=tuple(map(_item, decision.earlier_edition)),
        classifications=tuple(map(_worked, decision.classifications)),
        scores=tuple(map(_worked, decision.scores)),
        measures=tuple(map(_worked, decision.measures)),
        determinations=decision.determinations,
        presumed=decision.presumed,
        cautions=decision.cautions,
        duties=tuple(d for d in decision.duties if d.status is Status.HOLDS),
        open_duties=tuple(
            Item(d.duty, d.entity, d.status)
            for d in decision.duties
            if d.status is not Status.HOLDS
        ),
    )


def _item(finding: Finding) -> Item:
    clause = f"{finding.basis[0].instrument} {finding.basis[0].clause}" if finding.basis else ""
    return Item(finding.rule or clause, finding.entity, finding.status)


def _worked(answer: Answer) -> Worked:
    return Worked(
        answer.name,
        answer.entity,
        answer.value,
        answer.decided,
        answer.computed,
        answer.conflict,
    )
