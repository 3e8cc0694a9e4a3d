"""From facts to a decision: sectors, findings, answers, tiers, and what is still to be asked or seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fenji.assessment.answers import answer_all, of_given
from fenji.assessment.asks import ask
from fenji.assessment.briefs.from_decision import brief_of
from fenji.assessment.cautions import cautions
from fenji.assessment.duties import owed
from fenji.assessment.earlier import earlier_edition
from fenji.assessment.evaluator import BRIEF_PAYS_FROM, WHOLE_PAYS_FROM, Evaluator, known_of
from fenji.assessment.findings import weigh
from fenji.assessment.presumptions import presumed
from fenji.assessment.sectors import applying_sectors
from fenji.assessment.sight import EVERYWHERE
from fenji.assessment.tiers.grading import fold_sectors, fold_whole, sector_answers
from fenji.assessment.tiers.steps import Judged
from fenji.evaluation import prepared as evaluation
from fenji.evaluation.reference import scene_of
from fenji.model.brief import Brief
from fenji.model.decision import Decision
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.truth import Truth
from fenji.version import VERSION


def prepare(release: Release, as_of: date, evaluator: Evaluator = "compiled") -> None:
    """Make what all decisions on a day share beforehand, so that no subject has to wait for it."""
    prepared = evaluation.prepare(release, as_of)
    if evaluator == "compiled":
        from fenji.assessment.briefs.outline import outline
        from fenji.assessment.foresight.release import ready

        outline(ready(prepared))


def brief(
    release: Release, submission: Submission, as_of: date, *, evaluator: Evaluator = "auto"
) -> Brief:
    """The same in brief (see `Brief`): most is compiled, the reference gives reasons for what holds.

    Raises Refused as `decide` does.
    """
    prepared = evaluation.prepare(release, as_of)
    known = known_of(prepared, submission, evaluator, BRIEF_PAYS_FROM)
    if known is None:
        return brief_of(decide(release, submission, as_of, evaluator="reference"))
    from fenji.assessment.briefs.from_codes import brief_from

    return brief_from(known, submission)


def decide(
    release: Release,
    submission: Submission,
    as_of: date,
    *,
    explain: bool = False,
    evaluator: Evaluator = "auto",
) -> Decision:
    """Tier, findings and answers of the subject on that day; not who is in charge of it.

    Open findings carry their reasons only with `explain`; those that hold always do. Raises Refused
    where a fact is answered `not_applicable` though it applies. The evaluator makes no difference
    but in time (see `evaluator`).
    """
    prepared = evaluation.prepare(release, as_of)
    known = known_of(prepared, submission, evaluator, WHOLE_PAYS_FROM, explain=explain)
    sight = EVERYWHERE if known is None else known
    scene = scene_of(prepared, submission)
    sectors = applying_sectors(scene, sight)
    scene.applying = {name: applying.truth for name, applying in sectors.items()}
    if known is not None:
        known.gather(sectors)
    answers = None
    if known is not None:  # what is worked out with its reasons serves where none are shown
        answers = answer_all(scene, submission, sectors, sight=sight)
    weighed = weigh(scene, sectors, sight)
    weights, judged = {one.weight for one in weighed}, Judged(scene, sight)
    folded = fold_sectors(prepared, sectors, weights, judged)
    whole = fold_whole(prepared, weights, folded, judged)
    if answers is None:
        answers = answer_all(scene, submission, sectors, sight=sight)
    duties = owed(scene, sectors, sight=sight)
    earlier = earlier_edition(scene, submission, sectors, sight)
    if known is not None:
        from fenji.assessment.foresight.doubts import settle

        settle(scene, submission, sectors, known)
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
        sectors=sector_answers(release, sectors, folded),
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
        presumed=presumed(scene, (*findings, *open_findings), [one.answer for one in duties]),
        cautions=cautions(scene, weighed, answers, steps),
        duties=tuple(one.answer for one in duties),
    )
