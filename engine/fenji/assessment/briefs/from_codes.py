"""A brief made from what was compiled: the reference gives reasons for what holds, and little else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fenji.assessment.briefs.earlier import earlier_items
from fenji.assessment.briefs.entities import Entities
from fenji.assessment.briefs.items import Held, held, open_clauses, open_items, unexcluded
from fenji.assessment.briefs.outline import numbered, outline
from fenji.assessment.briefs.presumptions import presumed
from fenji.assessment.briefs.steps import Coded
from fenji.assessment.briefs.values import worked_out
from fenji.assessment.cautions import (
    in_order,
    of_answers,
    of_doubts,
    of_steps,
    replacements,
    sectors_not_held,
)
from fenji.assessment.duties import binding
from fenji.assessment.findings import finding_of
from fenji.assessment.foresight.doubts import settle
from fenji.assessment.foresight.subject import Foresight
from fenji.assessment.sectors import applying_sectors
from fenji.assessment.tiers.grading import fold_sectors, fold_whole, sector_answers
from fenji.evaluation.compiled.codes import TRUE, UNKNOWN
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.rules import judge_rule
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.world import Spot
from fenji.model.brief import Brief, Item
from fenji.model.decision import DutyAnswer, Finding, Status
from fenji.model.submission import Submission
from fenji.version import VERSION


def brief_from(known: Foresight, submission: Submission) -> Brief:
    """The brief of one subject that the compiled functions have been over."""
    prepared, shared = known.ready.prepared, outline(known.ready)
    release = prepared.release
    scene = scene_of(prepared, submission)
    sectors = applying_sectors(scene, known)
    scene.applying = {name: applying.truth for name, applying in sectors.items()}
    known.gather(sectors)
    entities = Entities(shared, known.told.tree)
    rules, duties = held(known, shared, entities)
    clauses = tuple(open_clauses(known, shared, sectors, entities))
    left = unexcluded(shared, sectors)
    findings = tuple(_findings(scene, rules))
    bound = tuple(_bound(scene, duties))
    numbers = {numbered(one.entry.weight, one.code) for one in rules}
    numbers |= {numbered(one.clause.weight, UNKNOWN[0]) for one in clauses}
    weights = shared.weighed(numbers.union(*(one.weights for one in left)))
    steps = Coded(scene, known, entities)
    folded = fold_sectors(prepared, sectors, weights, steps)
    whole = fold_whole(prepared, weights, folded, steps)
    worked = worked_out(scene, submission, sectors, known, shared, entities)
    settle(scene, submission, sectors, known)
    instruments = {one.entry.instrument for one in rules}
    instruments |= {one.clause.instrument.id for one in clauses}
    instruments.update(*(one.instruments for one in left))
    cautions = [caution for one in rules if one.code == TRUE for caution in one.entry.cautions]
    cautions += (caution for one in (*folded.values(), whole) for caution in of_steps(one.steps))
    cautions += of_answers((*worked.classifications, *worked.scores))
    cautions += replacements(release, instruments)
    cautions += sectors_not_held(release)
    cautions += of_doubts(scene)
    return Brief(
        subject_kind=submission.subject_kind,
        subject_id=submission.id,
        subject_name=submission.name,
        as_of=prepared.as_of,
        release=release.digest,
        engine=VERSION,
        facts=submission.digest,
        tier=whole.figures.shown(),
        steps=whole.steps,
        sectors=sector_answers(release, sectors, folded),
        findings=findings,
        open_findings=(
            *open_items(rules, (placed for one in left for placed in one.rules)),
            *(Item(one.clause.id, one.path, one.status) for one in clauses),
        ),
        earlier_edition=earlier_items(known, submission, sectors, entities),
        classifications=tuple(one.worked for one in worked.classifications if one.given),
        scores=tuple(one.worked for one in worked.scores if one.given),
        measures=tuple(one.worked for one in worked.measures),
        determinations=tuple(d for d in submission.determinations if d.at <= prepared.as_of),
        presumed=tuple(presumed(known, entities, rules, duties)),
        cautions=in_order(cautions),
        duties=bound,
        open_duties=open_items(duties, (placed for one in left for placed in one.duties)),
    )


def _findings(scene: Scene, rules: Iterable[Held]) -> Iterator[Finding]:
    """The findings that hold, as the reference explains them."""
    for one in rules:
        if one.code == TRUE:
            ready, spot = one.entry.ready, _spot(scene, one)
            yield finding_of(ready, spot, Status.HOLDS, judge_rule(scene, ready, spot))


def _bound(scene: Scene, duties: Iterable[Held]) -> Iterator[DutyAnswer]:
    """The duties that bind; of one that recurs, when it was last done is read."""
    for one in duties:
        duty, answer = one.entry.duty, one.entry.answer
        if one.code == TRUE and duty is not None:
            yield answer or binding(scene, duty, _spot(scene, one), asking=False).answer


def _spot(scene: Scene, one: Held) -> Spot:
    return scene.world.spots(one.entry.kind)[one.rank]
