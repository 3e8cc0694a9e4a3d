"""From facts to a decision: sectors, findings, answers, tiers, and what is still to be asked or seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fenji.assessment.answers import answer_all, of_given
from fenji.assessment.asks import ask
from fenji.assessment.cautions import cautions
from fenji.assessment.duties import Owed, owed
from fenji.assessment.earlier import earlier_edition
from fenji.assessment.figures import Figures
from fenji.assessment.findings import Weighed, weigh
from fenji.assessment.folding import Folded, fold, fold_unexcluded
from fenji.assessment.sectors import Applying, applying_sectors
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.scene import Scene
from fenji.model.decision import Decision, Finding, Presumed, SectorAnswer, Status
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.truth import Truth
from fenji.version import VERSION


def decide(
    release: Release, submission: Submission, as_of: date, *, explain: bool = False
) -> Decision:
    """Tier, findings and answers of the subject on that day; not who is in charge of it.

    Open findings carry their reasons only with `explain`; those that hold always do. Raises Refused
    where a fact is answered `not_applicable` though it applies.
    """
    return decide_in(scene_of(prepare(release, as_of), submission), submission, explain=explain)


def decide_in(scene: Scene, submission: Submission, *, explain: bool = False) -> Decision:
    """The same in a scene, which then holds what was worked out for whoever goes on from there."""
    release, as_of = scene.prepared.release, scene.prepared.as_of
    sectors = applying_sectors(scene)
    scene.applying = {name: applying.truth for name, applying in sectors.items()}
    weighed = weigh(scene, sectors)
    folded = _fold_sectors(scene, sectors, weighed)
    whole = _fold_whole(scene, weighed, folded)
    answers = answer_all(scene, submission, sectors)
    duties = owed(scene, sectors)
    earlier = earlier_edition(scene, submission, sectors)
    folds = (*folded.values(), whole)
    asks, inspect = ask(release, sectors, weighed, answers, folds, duties, earlier)
    steps = [step for one in (*folded.values(), whole) for step in one.steps]
    findings = [w.finding for w in weighed if w.truth is Truth.TRUE]
    open_findings = [w.finding for w in weighed if w.truth is Truth.UNKNOWN]
    return Decision(
        subject_kind=submission.subject_kind,
        subject_id=submission.id,
        subject_name=submission.name,
        as_of=as_of,
        release=release.digest,
        engine=VERSION,
        facts=submission.digest,
        tier=whole.figures.shown(),
        steps=whole.steps,
        sectors=_sector_answers(release, sectors, folded),
        findings=tuple(findings),
        open_findings=tuple(f if explain else replace(f, reason=None) for f in open_findings),
        earlier_edition=tuple(
            one.finding if explain else replace(one.finding, reason=None) for one in earlier
        ),
        classifications=of_given(answers.classifications),
        scores=of_given(answers.scores),
        measures=answers.measures,
        determinations=tuple(d for d in submission.determinations if d.at <= as_of),
        asks=asks,
        inspect=inspect,
        presumed=_presumed(scene, (*findings, *open_findings), duties),
        cautions=cautions(scene, weighed, answers, steps),
        duties=tuple(one.answer for one in duties),
    )


def _fold_sectors(
    scene: Scene, sectors: dict[str, Applying], weighed: tuple[Weighed, ...]
) -> dict[str, Folded]:
    """Each sector's own policy over its own findings; one that may not apply is only possible."""
    folded = {}
    for policy in scene.prepared.release.policies:
        if policy.sector is None or sectors[policy.sector].truth is Truth.FALSE:
            continue
        own = [w for w in weighed if w.finding.sector == policy.sector]
        known = sectors[policy.sector].truth is Truth.TRUE
        folded[policy.sector] = (
            fold(scene, policy, own, {}) if known else fold_unexcluded(policy, own)
        )
    return folded


def _fold_whole(scene: Scene, weighed: tuple[Weighed, ...], folded: dict[str, Folded]) -> Folded:
    """The policy of the whole; without one the subject stays ungraded."""
    figures = {name: one.figures for name, one in folded.items()}
    for policy in scene.prepared.release.policies:
        if policy.sector is None:
            return fold(scene, policy, weighed, figures)
    return Folded(Figures(), (), ())


def _sector_answers(
    release: Release, sectors: dict[str, Applying], folded: dict[str, Folded]
) -> tuple[SectorAnswer, ...]:
    """The sectors that apply or are not excluded."""
    none = Folded(Figures(), (), ())
    return tuple(
        SectorAnswer(
            name,
            release.sectors[name].number,
            release.sectors[name].title,
            applying.truth,
            release.sectors[name].asked_by if applying.question is not None else "",
            folded.get(name, none).figures.shown(),
            folded.get(name, none).steps,
        )
        for name, applying in sectors.items()
        if name in release.sectors and applying.truth is not Truth.FALSE
    )


def _presumed(
    scene: Scene, findings: tuple[Finding, ...], duties: tuple[Owed, ...]
) -> tuple[Presumed, ...]:
    """The exclusions counted as not met because nobody claimed them."""
    about = [(f.rule, f.entity) for f in findings if f.status is not Status.NOT_ENCODED]
    about += [(duty.answer.duty, duty.answer.entity) for duty in duties]
    return tuple(
        Presumed(rule, entity, exclusion.title, exclusion.basis, exclusion.standing)
        for rule, entity in about
        for exclusion in scene.presumed.get((rule, entity), ())
    )
