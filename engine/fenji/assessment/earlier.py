"""What an earlier edition would have said, where the edition in force is not held.

It moves no tier: the clause in force stays open. It is the best guide there is until its text is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fenji.assessment.findings import Weighed, weigh_rule
from fenji.assessment.sectors import Applying
from fenji.assessment.sight import EVERYWHERE, Sight
from fenji.evaluation.prepared import Prepared, ReadyRule, prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.world import Spot
from fenji.model.law import Missing
from fenji.model.submission import Submission
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """An edition that a missing clause names: the release as if it had never ended, and its rules."""

    id: str
    prepared: Prepared
    rules: tuple[ReadyRule, ...]

    def key(self, rule: str) -> str:
        """Where a rule of it stands among those in force (see `Sight.rule`), as `duty_key` does."""
        return f"{self.id} {rule}"

    def meant_by(self, missing: Missing) -> Iterator[ReadyRule]:
        """Its rules of the outcome and the kind of entity that a missing clause speaks of."""
        for ready in self.rules:
            if (ready.rule.finding.value, ready.rule.for_) == (missing.finding, missing.for_):
                yield ready


@lru_cache(maxsize=32)
def editions(prepared: Prepared) -> dict[str, Edition]:
    """The editions that are shown on that day, by their instrument."""
    found: dict[str, Edition] = {}
    for instrument, in_force in prepared.instruments.values():
        for missing in instrument.missing if in_force is not Truth.FALSE else ():
            name = missing.earlier
            if name and name not in found:
                revived = prepare(prepared.release, prepared.as_of, name)
                found[name] = Edition(name, revived, tuple(_of(revived, name)))
    return found


def _of(revived: Prepared, edition: str) -> Iterator[ReadyRule]:
    for ready in revived.rules.values():
        basis = ready.rule.provenance.basis
        if basis and basis[0].instrument == edition:
            yield ready


def earlier_edition(
    scene: Scene,
    submission: Submission,
    sectors: Mapping[str, Applying],
    sight: Sight = EVERYWHERE,
) -> tuple[Weighed, ...]:
    """Each rule of an edition that a missing clause names, of its outcome, that holds or is open.

    It is judged on the day of the decision as if the edition had never ended.
    """
    once: dict[tuple[str, str], Weighed] = {}
    scenes: dict[str, Scene] = {}
    for missing in with_an_earlier_edition(scene.prepared, sectors):
        edition = editions(scene.prepared)[missing.earlier]
        if edition.id not in scenes:
            scenes[edition.id] = scene_of(edition.prepared, submission)
            scenes[edition.id].applying = scene.applying
        open_at = {
            spot.path for spot in scene.world.spots(missing.for_) if _meant(scene, missing, spot)
        }
        for ready in edition.meant_by(missing):
            key = edition.key(ready.rule.id)
            for one in weigh_rule(scenes[edition.id], ready, sight, key):
                if one.finding.entity in open_at:
                    once.setdefault((one.finding.rule, one.finding.entity), one)
    return tuple(once.values())


def with_an_earlier_edition(
    prepared: Prepared, sectors: Mapping[str, Applying]
) -> Iterator[Missing]:
    """The missing clauses of sectors that apply, beside which an edition is shown."""
    for instrument, in_force in prepared.instruments.values():
        if in_force is Truth.FALSE:
            continue
        for missing in instrument.missing:
            if missing.earlier and sectors[missing.sector].truth is Truth.TRUE:
                yield missing


def _meant(scene: Scene, missing: Missing, spot: Spot) -> bool:
    """Whether the missing clause may be about the entity."""
    return missing.scope is None or scene.judge(missing.scope, spot).truth is not Truth.FALSE
