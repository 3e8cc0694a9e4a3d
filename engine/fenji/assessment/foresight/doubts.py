"""Doubts about facts that only rules read which are certainly false.

The reference meets a doubt (a stale fact, one of a later day, an answer that does not apply) when it
reads the fact. Where it is spared most rules it reads less, but the same cautions are due: so what
could be doubted is looked for in the facts themselves, and for each such fact the reference goes over
what may read it, as far as a decision does, until one does. Facts like that are few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from fenji.assessment.answers import answer_all
from fenji.assessment.duties import duty_key, of_duty, ready_duties
from fenji.assessment.findings import weigh_missing, weigh_one
from fenji.assessment.foresight.conditions import compiled_parts
from fenji.assessment.foresight.release import Ready
from fenji.assessment.foresight.subject import Foresight
from fenji.assessment.sectors import INDUSTRY_CODE, Applying, applying_sectors
from fenji.assessment.tiers.policies import ReadyStep, ready_policies
from fenji.assessment.tiers.steps import Judged
from fenji.evaluation.compiled.row import ENTITY, PATH
from fenji.evaluation.compiled.work import Ref
from fenji.evaluation.reference.facts import doubt_about
from fenji.evaluation.reference.scene import Doubt, Scene
from fenji.model.dictionary import FactDefinition
from fenji.model.submission import SUBJECT, Submission
from fenji.model.truth import Truth
from fenji.model.value import DateSpan


def settle(
    scene: Scene, submission: Submission, sectors: Mapping[str, Applying], known: Foresight
) -> None:
    """Meet all doubts that the reference would have met, had it looked everywhere."""
    for kind, doubt in _possible(known):
        key = (doubt.id, doubt.entity, doubt.about)
        for ref in known.ready.readers.get((kind, doubt.about), ()):
            if key in scene.doubts:
                break
            _go_over(scene, submission, sectors, known, ref)


Watched = dict[str, tuple[FactDefinition, int | None]]
"""Facts by name, and where the code of what they depend on stands in the rows of their kind."""


@lru_cache(maxsize=32)
def _watched(ready: Ready) -> dict[str, Watched]:
    facts = ready.prepared.release.facts
    found: dict[str, Watched] = {}
    for (kind, name), gate in ready.compiled.gates.items():
        found.setdefault(kind, {})[name] = facts[kind][name], gate
    return found


def _possible(known: Foresight) -> Iterator[tuple[str, Doubt]]:
    """What could be doubted of the facts given, with the kind of entity, whoever reads them."""
    as_of = known.ready.prepared.as_of
    for kind, watched in _watched(known.ready).items():
        for row in known.told.tree.rows[kind]:
            if row[ENTITY] is None:
                continue
            for name, fact in row[ENTITY].facts.items():
                if name in watched and fact.value is not None:
                    definition, gate = watched[name]
                    applies = gate is None or row[gate] != 0
                    if applies and fact.at is None and type(fact.value) is not DateSpan:
                        continue
                    doubt = doubt_about(row[PATH], definition, fact, as_of, applies=applies)
                    if doubt is not None:
                        yield kind, doubt


def _go_over(
    scene: Scene,
    submission: Submission,
    sectors: Mapping[str, Applying],
    known: Foresight,
    ref: Ref,
) -> None:
    """Have the reference read what a decision reads of one thing. An earlier edition is another scene."""
    if ref.what == "rule":
        _exhaust(weigh_one(scene, scene.prepared.rules[str(ref.key)], sectors))
    elif ref.what == "rule besides":
        for duty, as_rule in ready_duties(scene.prepared):
            if ref.key == duty_key(duty.id) and sectors[duty.sector].truth is Truth.TRUE:
                _exhaust(of_duty(scene, duty, as_rule))
    elif ref.what == "condition":
        _go_over_condition(scene, sectors, known, ref)
    else:
        answer_all(scene, submission, sectors, frozenset({str(ref.key)}))
        judged = Judged(scene)
        for step, stratum, _ in _steps(scene, sectors):
            if step.of == (ref.kind, ref.key) and stratum is not None:
                judged.worth(*step.of, stratum)


def _go_over_condition(
    scene: Scene, sectors: Mapping[str, Applying], known: Foresight, ref: Ref
) -> None:
    """What asks for a condition: a sector, a clause that is not held, the day of a duty, a step."""
    release = scene.prepared.release
    for duty, as_rule in ready_duties(scene.prepared):
        if duty.last_done is None or sectors[duty.sector].truth is not Truth.TRUE:
            continue
        kind, name = duty.last_done
        if release.facts[kind][name].applies_when == ref.key:
            _exhaust(of_duty(scene, duty, as_rule))
    about_sectors = [sector.applies for sector in release.sectors.values()]
    asked = (INDUSTRY_CODE, *(sector.asked_by for sector in release.sectors.values()))
    if ref.key in (*about_sectors, *(release.facts[SUBJECT][n].applies_when for n in asked)):
        applying_sectors(scene)
    for instrument, in_force in scene.prepared.instruments.values():
        for missing in instrument.missing if in_force is not Truth.FALSE else ():
            if missing.scope == ref.key:
                _exhaust(weigh_missing(scene, sectors, instrument, missing))
    for step, *_ in _steps(scene, sectors):
        if step.when is None:
            continue
        if ref.key in set(compiled_parts(known.ready.whens[id(step.when)])):
            known.unexplained(scene).judge(step.when, scene.world.root)


def _steps(scene: Scene, sectors: Mapping[str, Applying]) -> Iterator[ReadyStep]:
    """The steps that are taken: of the whole, and of the sectors that apply."""
    for ready in ready_policies(scene.prepared):
        sector = ready.policy.sector
        if sector is None or sectors[sector].truth is Truth.TRUE:
            yield from ready.steps


def _exhaust(several: Iterator[object]) -> None:
    for _ in several:
        pass
