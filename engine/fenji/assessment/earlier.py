"""What an earlier edition would have said, where the edition in force is not held.

It moves no tier: the clause in force stays open. It is the best guide there is until its text is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fenji.assessment.findings import Weighed, weigh_rule
from fenji.assessment.sectors import Applying
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.world import Spot
from fenji.model.law import Missing
from fenji.model.submission import Submission
from fenji.model.truth import Truth


def earlier_edition(
    scene: Scene, submission: Submission, sectors: Mapping[str, Applying]
) -> tuple[Weighed, ...]:
    """Each rule of an edition that a missing clause names, of its outcome, that holds or is open.

    It is judged on the day of the decision as if the edition had never ended.
    """
    once: dict[tuple[str, str], Weighed] = {}
    scenes: dict[str, Scene] = {}
    for missing in _with_an_earlier_edition(scene, sectors):
        edition = missing.earlier
        if edition not in scenes:
            revived = prepare(scene.prepared.release, scene.prepared.as_of, edition)
            scenes[edition] = scene_of(revived, submission)
            scenes[edition].applying = scene.applying
        for one in _said(scenes[edition], missing):
            once.setdefault((one.finding.rule, one.finding.entity), one)
    return tuple(once.values())


def _with_an_earlier_edition(scene: Scene, sectors: Mapping[str, Applying]) -> Iterator[Missing]:
    for instrument, in_force in scene.prepared.instruments.values():
        if in_force is Truth.FALSE:
            continue
        for missing in instrument.missing:
            if missing.earlier and sectors[missing.sector].truth is Truth.TRUE:
                yield missing


def _said(scene: Scene, missing: Missing) -> Iterator[Weighed]:
    """Of the entities at which the missing clause is open."""
    open_at = {
        spot.path for spot in scene.world.spots(missing.for_) if _meant(scene, missing, spot)
    }
    for ready in scene.prepared.rules.values():
        rule = ready.rule
        of_edition = (
            rule.provenance.basis and rule.provenance.basis[0].instrument == missing.earlier
        )
        if of_edition and rule.finding.value == missing.finding and rule.for_ == missing.for_:
            yield from (w for w in weigh_rule(scene, ready) if w.finding.entity in open_at)


def _meant(scene: Scene, missing: Missing, spot: Spot) -> bool:
    return missing.scope is None or scene.judge(missing.scope, spot).truth is not Truth.FALSE
