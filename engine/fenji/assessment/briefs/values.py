"""Measures, classifications and scores for a brief: as compiled, unless more than a value is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fenji.assessment.answers import answers_of
from fenji.assessment.briefs.entities import Entities
from fenji.assessment.briefs.outline import Outline
from fenji.assessment.foresight.subject import Foresight
from fenji.assessment.sectors import Applying
from fenji.evaluation.compiled.row import PHANTOM
from fenji.evaluation.reference.scene import Scene
from fenji.model.brief import Worked
from fenji.model.law import Review
from fenji.model.rule import Classification, Measure, Sheet
from fenji.model.submission import Determination, Submission
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.model.value import Choice, Value


class Remark(NamedTuple):
    """An answer as far as cautions read it, and whether it is about an entity that was given."""

    name: str
    label: Text
    entity: str
    value: Value | None
    review: Review
    decided: Determination | None
    computed: Value | None
    conflict: tuple[str, ...]
    given: bool

    @property
    def worked(self) -> Worked:
        """It as it stands in a brief."""
        return Worked(
            self.name, self.entity, self.value, self.decided, self.computed, self.conflict
        )


class WorkedOut(NamedTuple):
    """What was worked out, by stratum; of lists still open too (see `Answers`)."""

    measures: tuple[Remark, ...]
    classifications: tuple[Remark, ...]
    scores: tuple[Remark, ...]


def worked_out(
    scene: Scene,
    submission: Submission,
    sectors: Mapping[str, Applying],
    known: Foresight,
    shared: Outline,
    entities: Entities,
) -> WorkedOut:
    """The answers of `answer_all`, in its order."""
    release = scene.prepared.release
    measures: list[Remark] = []
    for measure in release.measures:
        given = any(not row[PHANTOM] for row in known.told.tree.rows[measure.for_])
        if given and sectors[measure.sector].truth is Truth.TRUE:
            measures += (one for one in _plain(known, entities, measure) if one.given)
    classifications: list[Remark] = []
    for one in shared.classifications:
        if sectors[one.sector].truth is Truth.TRUE:
            plain = list(_plain(known, entities, one))
            if plain and _says_more(scene, submission, one, plain):
                plain = list(_by_the_reference(scene, submission, sectors, known, one))
            classifications += plain
    scores: list[Remark] = []
    for sheet in release.sheets:
        if sectors[sheet.sector].truth is Truth.TRUE:
            scores += _plain(known, entities, sheet)
    return WorkedOut(tuple(measures), tuple(reversed(classifications)), tuple(scores))


def _plain(
    known: Foresight, entities: Entities, what: Measure | Classification | Sheet
) -> Iterator[Remark]:
    values, review = known.told.values, what.provenance.review
    for path, row in entities.rows(what.for_).items():
        answered = values.get((path, what.name))
        if answered is not None and answered.value is not None:
            given = not row[PHANTOM]
            value = answered.value
            yield Remark(what.name, what.label, path, value, review, None, None, (), given)


def _says_more(
    scene: Scene, submission: Submission, what: Classification, plain: list[Remark]
) -> bool:
    """Whether an authority decided the same matter, or several classifications may disagree."""
    if any(one.matter == what.determined_as for one in submission.determinations):
        return True
    if len(scene.prepared.classifications[what.for_, what.name]) < 2:
        return False
    return any(isinstance(one.value, Choice) and _several(one.value) for one in plain)


def _several(value: Choice) -> bool:
    return value.members is None or len(value.members) > 1


def _by_the_reference(
    scene: Scene,
    submission: Submission,
    sectors: Mapping[str, Applying],
    known: Foresight,
    what: Classification,
) -> Iterator[Remark]:
    for a in answers_of(scene, submission, sectors, what, known):
        given = not f"{a.entity}/".count(":?/")
        yield Remark(
            a.name, a.label, a.entity, a.value, a.review, a.decided, a.computed, a.conflict, given
        )
