"""What is left to the reference: answers over given ones that other entities read, and decisions."""

from __future__ import annotations

from fenji.evaluation.compiled.answers import Answer
from fenji.evaluation.compiled.codes import FALSE, INSPECTED, OTHER, TRUE
from fenji.evaluation.compiled.numbers import OPEN
from fenji.evaluation.compiled.row import ENTITY, PATH, PHANTOM, Row
from fenji.evaluation.compiled.tree import Tree
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.classifications import value_of_classification
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import Gaps
from fenji.model.dictionary import Origin
from fenji.model.submission import Submission
from fenji.model.truth import Truth
from fenji.model.value import Choice, Member

CODES = {Truth.FALSE: FALSE, Truth.UNKNOWN: OPEN, Truth.TRUE: TRUE}
Decided = dict[tuple[str, str], Member]


class LaterScene:
    """The reference's scene of a subject, made when something asks for it."""

    __slots__ = ("_prepared", "_scene", "_submission")

    def __init__(self, prepared: Prepared, submission: Submission) -> None:
        self._prepared = prepared
        self._submission = submission
        self._scene: Scene | None = None

    def __call__(self) -> Scene:
        if self._scene is None:
            self._scene = scene_of(self._prepared, self._submission)
        return self._scene


def answer_by_the_reference(
    scene: LaterScene, row: Row, kind: str, name: str, place: int
) -> Answer:
    """The answer of one classification of the row's entity."""
    found = scene()
    spot = next(spot for spot in found.world.spots(kind) if spot.path == row[PATH])
    ready = found.prepared.classifications[kind, name][place]
    valued = value_of_classification(found, (ready,), spot)
    members = valued.value.members if isinstance(valued.value, Choice) else None
    return members, CODES[valued.applies], _bits(valued.gaps)


def _bits(gaps: Gaps) -> int:
    found = 0
    for gap in gaps:
        found |= INSPECTED if gap.origin is Origin.INSPECTED else OTHER
    return found


def decided(prepared: Prepared, submission: Submission, tree: Tree) -> Decided:
    """What authorities had decided by the day on matters that classifications compute too."""
    found: Decided = {}
    kinds = {c.determined_as: c.for_ for c in prepared.release.classifications if c.determined_as}
    for determination in sorted(submission.determinations, key=lambda d: d.at):
        kind = kinds.get(determination.matter)
        if kind is None or determination.at > prepared.as_of:
            continue
        rows = [row for row in tree.rows[kind] if not row[PHANTOM]]
        for row in rows:
            named = determination.of in (row[ENTITY].id, row[PATH])
            if named or (not determination.of and len(rows) == 1):
                found[row[PATH], determination.matter] = determination.value
    return found
