"""What steps read, from what was compiled; the reference where that does not settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fenji.assessment.briefs.entities import Entities
from fenji.assessment.foresight.subject import Foresight
from fenji.assessment.tiers.steps import Judged, Met, Worth
from fenji.evaluation.compiled.codes import GIVEN, INSPECTED
from fenji.evaluation.compiled.numbers import number_value
from fenji.evaluation.compiled.row import EXISTS
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS
from fenji.model.condition import Condition
from fenji.model.expression import Name, Stratum
from fenji.model.value import Value, is_known


class Coded(Judged):
    """What was compiled of conditions and values. Nothing is said of what open ones wait for."""

    def __init__(self, scene: Scene, known: Foresight, entities: Entities) -> None:
        super().__init__(scene, known)
        self._known = known
        self._entities = entities

    def met(self, condition: Condition) -> Met:
        """As it was compiled; what was not, as the reference judges it."""
        found = self._known.three(self._scene, condition)
        return super().met(condition) if found is None else Met(found[0], found[1], NO_GAPS)

    def worth(self, kind: str, name: str, stratum: Stratum) -> Iterable[Worth]:
        """As it was compiled, where the value on declared facts is sure to be the same."""
        kept = self._known.ready.compiled.kept.get((kind, name))
        if kept is None or not _always_answers(self._scene.prepared, kind, name, stratum):
            return super().worth(kind, name, stratum)
        return self._compiled(Name(kind, name, stratum), kept)

    def _compiled(self, name: Name, kept: int) -> Iterator[Worth]:
        values = self._known.told.values
        for at, (path, row) in enumerate(self._entities.rows(name.entity).items()):
            answered = values[path, name.name]
            if answered.value is None:
                continue
            declared: Value = answered.value
            if name.stratum is Stratum.SHEET:
                declared = number_value(*row[kept][4:6])
            elif row[kept][3] & INSPECTED and not is_known(declared):
                yield self._worth(name, self._scene.world.spots(name.entity)[at])
                continue
            exists = GIVEN[row[EXISTS]][0]
            yield Worth(exists, answered.value, answered.applies, declared, NO_GAPS)


def _always_answers(prepared: Prepared, kind: str, name: str, stratum: Stratum) -> bool:
    """Whether the value on declared facts is worked out, or is that which is known where one is.

    That of a classification is never wider, but can be empty where all its cases may not be met.
    """
    if stratum is not Stratum.CLASSIFICATION:
        return stratum is Stratum.SHEET
    return all(
        c.classification.worst_of or c.classification.cases[-1].when is None
        for c in prepared.classifications.get((kind, name), ())
    )
