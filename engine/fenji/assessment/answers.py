"""Measures, classifications and scores of every entity, as they stand in a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fenji.assessment.findings import in_order
from fenji.assessment.sectors import Applying
from fenji.assessment.sight import EVERYWHERE, Sight
from fenji.evaluation.reference.names import derived
from fenji.evaluation.reference.scene import Scene
from fenji.model.decision import Answer
from fenji.model.expression import Stratum
from fenji.model.rule import Classification, Measure, Sheet
from fenji.model.submission import Determination, Submission
from fenji.model.text import Text
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Answers:
    """What was worked out, by stratum."""

    measures: tuple[Answer, ...]
    classifications: tuple[Answer, ...]
    scores: tuple[Answer, ...]


def answer_all(
    scene: Scene,
    submission: Submission,
    sectors: Mapping[str, Applying],
    named: frozenset[str] | None = None,
    sight: Sight = EVERYWHERE,
) -> Answers:
    """Of the sectors that apply, what does apply: to each entity given, and to lists still open.

    Of those `named` alone where names are given.
    """
    release = scene.prepared.release
    first = {(c.for_, c.name): c for c in reversed(release.classifications)}
    measures = [
        answer
        for measure in release.measures
        if named is None or measure.name in named
        for answer in _answers(scene, sectors, measure, Stratum.MEASURE, sight, measure.unit)
    ]
    classifications = [
        answer
        for classification in first.values()
        if named is None or classification.name in named
        for answer in answers_of(scene, submission, sectors, classification, sight)
    ]
    scores = [
        answer
        for sheet in release.sheets
        if named is None or sheet.name in named
        for answer in _answers(scene, sectors, sheet, Stratum.SHEET, sight)
    ]
    return Answers(tuple(measures), tuple(reversed(classifications)), tuple(scores))


def answers_of(
    scene: Scene,
    submission: Submission,
    sectors: Mapping[str, Applying],
    classification: Classification,
    sight: Sight = EVERYWHERE,
) -> Iterator[Answer]:
    """Those of one classification, with what authorities determined beside them."""
    decided = {
        (d.matter, d.of): d for d in submission.determinations if d.at <= scene.prepared.as_of
    }
    options = tuple((str(case.value), case.label) for case in classification.cases)
    stratum = Stratum.CLASSIFICATION
    for answer in _answers(scene, sectors, classification, stratum, sight, "", options):
        yield _decided(answer, classification, decided)


def of_given(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers about entities that were given, not about those a list may still hold."""
    return tuple(answer for answer in answers if not f"{answer.entity}/".count(":?/"))


def _answers(
    scene: Scene,
    sectors: Mapping[str, Applying],
    what: Measure | Classification | Sheet,
    stratum: Stratum,
    sight: Sight,
    unit: str = "",
    options: tuple[tuple[str, Text], ...] = (),
) -> Iterator[Answer]:
    if sectors[what.sector].truth is not Truth.TRUE:
        return
    for spot in sight.value(scene, what.for_, what.name):
        valued = derived(scene, spot, what.name, stratum)
        if valued.value is None or (spot.phantom is not None and stratum is Stratum.MEASURE):
            continue
        yield Answer(
            name=what.name,
            sector=what.sector,
            label=what.label,
            entity=spot.path,
            value=valued.value,
            unit=unit,
            option_labels=options,
            basis=what.provenance.basis,
            standing=what.provenance.standing,
            review=what.provenance.review,
            waits_for=in_order(valued.gaps),
            seen=valued.seen,
            conflict=valued.conflict,
        )


def _decided(
    answer: Answer,
    classification: Classification,
    decided: Mapping[tuple[str, str], Determination],
) -> Answer:
    """The answer with what an authority determined on the same matter beside it."""
    matter = classification.determined_as
    if matter is None:
        return answer
    own = answer.entity.rsplit(":", 1)[-1]
    found = decided.get((matter, own)) or decided.get((matter, ""))
    if found is None:
        return answer
    computed = answer.seen.parts[0].value if answer.seen.parts else answer.value
    return replace(answer, decided=found, computed=computed)
