"""One subject on one date as a tree of spots: who stands below whom, and who exists at all.

Where a list of children was not given, or is not whole, a *phantom* child stands for all that may
be there besides: it has no answers, whether it exists is unknown, and everything read from it waits
for the list. So rules, quantifiers, counts and sums need no special case for lists nobody gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from fenji.model.dictionary import EntityKind
from fenji.model.reason import Gap
from fenji.model.release import Release
from fenji.model.submission import SUBJECT, Children, Entity, Submission
from fenji.model.truth import Truth
from fenji.model.value import DateSpan


@dataclass(slots=True, eq=False)
class Spot:
    """An entity in its place. `path` is empty for the subject; `phantom` is the list it stands for.

    `more` is how many a phantom may stand for at most (`None`: any number).
    """

    entity: Entity
    path: str
    parent: Spot | None
    exists: Truth
    phantom: Gap | None = None
    more: int | None = None
    below: dict[str, tuple[Spot, ...]] = field(default_factory=dict)

    def line(self) -> Iterator[Spot]:
        """The spot and its ancestors up to the subject."""
        at: Spot | None = self
        while at is not None:
            yield at
            at = at.parent

    def owner(self, kind: str) -> Spot:
        """The spot itself or its ancestor of that kind."""
        at: Spot | None = self
        while at is not None:
            if at.entity.kind == kind:
                return at
            at = at.parent
        raise LookupError(f"{self.path or SUBJECT} has no {kind} above it")


class World:
    """The tree of one submission, with the spots of each kind found as they are asked for."""

    def __init__(self, release: Release, submission: Submission, as_of: date) -> None:
        self._release = release
        self._as_of = as_of
        self.root = Spot(submission.root, "", None, Truth.TRUE)
        self._of_kind: dict[str, tuple[Spot, ...]] = {SUBJECT: (self.root,)}

    def spots(self, kind: str) -> tuple[Spot, ...]:
        """All spots of a kind, phantoms included."""
        found = self._of_kind.get(kind)
        if found is None:
            parent = self._release.entities[kind].parent or SUBJECT
            found = tuple(
                child for spot in self.spots(parent) for child in self.children(spot, kind)
            )
            self._of_kind[kind] = found
        return found

    def children(self, spot: Spot, kind: str) -> tuple[Spot, ...]:
        """The children of a kind below a spot that exist or may exist on the day, phantom last."""
        found = spot.below.get(kind)
        if found is None:
            found = spot.below[kind] = self._children(spot, self._release.entities[kind])
        return found

    def _children(self, spot: Spot, kind: EntityKind) -> tuple[Spot, ...]:
        if spot.phantom is not None:
            nobody = Entity(kind.name, "?", {}, {})
            path = _join(spot.path, nobody)
            return (Spot(nobody, path, spot, Truth.UNKNOWN, spot.phantom, None),)
        given = spot.entity.children.get(kind.name)
        found = []
        for entity in given.items if given else ():
            exists = self._exists(entity, kind)
            if exists is not Truth.FALSE:
                found.append(Spot(entity, _join(spot.path, entity), spot, exists))
        more = _more(given)
        if more != 0:
            nobody = Entity(kind.name, "?", {}, {})
            gap = Gap(spot.path, spot.entity.kind, kind.name, kind.origin, is_list=True)
            path = _join(spot.path, nobody)
            found.append(Spot(nobody, path, spot, Truth.UNKNOWN, gap, more))
        return tuple(found)

    def _exists(self, entity: Entity, kind: EntityKind) -> Truth:
        """A dated child has happened by the end of the day of the decision."""
        if kind.dated_by is None:
            return Truth.TRUE
        fact = entity.facts.get(kind.dated_by)
        if fact is None or not isinstance(fact.value, DateSpan):
            return Truth.UNKNOWN
        if fact.value.high is not None and fact.value.high <= self._as_of:
            return Truth.TRUE
        started = fact.value.low is None or fact.value.low <= self._as_of
        return Truth.UNKNOWN if started else Truth.FALSE


def _join(path: str, entity: Entity) -> str:
    step = f"{entity.kind}:{entity.id}"
    return f"{path}/{step}" if path else step


def _more(given: Children | None) -> int | None:
    """How many children there may be besides those given: `None` for any number."""
    if given is None:
        return None
    if given.count is not None:
        return max(0, given.count - len(given.items))
    return 0 if given.whole else None
