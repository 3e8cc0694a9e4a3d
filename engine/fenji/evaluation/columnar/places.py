"""Where things are worked out: in the rows of a kind, or for what a list of them may hold besides.

What a list may hold besides (see ADR 13) has no rows. Nothing is known of it, so what is worked out of
it is a column of the entity above whose list it is: a *phantom* of a kind stands on that frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fenji.evaluation.columnar.graph import Graph, Grid, Node, Sort
from fenji.evaluation.columnar.verdict import Waiting, nothing, waiting_for
from fenji.model.dictionary import Origin
from fenji.model.release import Release
from fenji.model.submission import SUBJECT

MORE = Grid(2.0**32)


@dataclass(frozen=True, eq=False)
class Place:
    """A kind of entity on the frame where it is worked out.

    `phantom` of real rows is `None`, else what keeps its list open. `exists`: it is certainly there
    on the day; else `waiting` says what would tell.
    """

    kind: str
    frame: str
    parent: Place | None
    phantom: Waiting | None
    exists: Node
    waiting: Waiting

    def line(self) -> Iterator[Place]:
        """The place and those above it."""
        at: Place | None = self
        while at is not None:
            yield at
            at = at.parent

    def owner(self, kind: str) -> Place:
        """Itself or the one of that kind above."""
        return next(at for at in self.line() if at.kind == kind)


@dataclass(frozen=True)
class Below:
    """The children of a kind below a place: given ones, and what the list may hold besides.

    `real` is `None` below a phantom. There is more where `there`, and at most `more` of it.
    """

    real: Place | None
    phantom: Place
    there: Node
    more: Node


class Places:
    """All places of a release."""

    def __init__(self, graph: Graph, release: Release, endless: Node) -> None:
        self._graph = graph
        self._release = release
        self._endless = endless
        self._real: dict[str, Place] = {}
        self._phantoms: dict[tuple[str, Place], Place] = {}
        self._below: dict[tuple[str, Place], Below] = {}

    def real(self, kind: str) -> Place:
        """The rows of a kind."""
        found = self._real.get(kind)
        if found is None:
            found = self._real[kind] = self._made(kind)
        return found

    def _made(self, kind: str) -> Place:
        graph, release = self._graph, self._release
        entity = None if kind == SUBJECT else release.entities[kind]
        if entity is None:
            return Place(kind, kind, None, None, graph.true, nothing(graph))
        parent = self.real(entity.parent or SUBJECT)
        if entity.dated_by is None:
            return Place(kind, kind, parent, None, graph.true, nothing(graph))
        origin = release.facts[kind][entity.dated_by].origin
        exists = graph.node("raw", (), kind, Sort.FLAG, ("exists", entity.dated_by))
        waiting = waiting_for(graph, inspected=origin is Origin.INSPECTED)
        return Place(kind, kind, parent, None, exists, waiting)

    def phantom(self, kind: str, above: Place) -> Place:
        """What a list of that kind below a place may hold besides."""
        found = self._phantoms.get((kind, above))
        if found is None:
            listed = above.phantom
            if listed is None:
                origin = self._release.entities[kind].origin
                listed = waiting_for(self._graph, inspected=origin is Origin.INSPECTED)
            found = Place(kind, above.frame, above, listed, self._graph.false, listed)
            self._phantoms[kind, above] = found
        return found

    def below(self, kind: str, above: Place) -> Below:
        """The children of a kind below a place. KeyError where there can be none."""
        if (self._release.entities[kind].parent or SUBJECT) != above.kind:
            raise KeyError(f"{above.kind} has no {kind} below it")
        found = self._below.get((kind, above))
        if found is None:
            found = self._below[kind, above] = self._found_below(kind, above)
        return found

    def _found_below(self, kind: str, above: Place) -> Below:
        graph, phantom = self._graph, self.phantom(kind, above)
        if above.phantom is not None:
            return Below(None, phantom, graph.true, self._endless)
        there = graph.node("raw", (), above.frame, Sort.FLAG, ("there", kind))
        more = graph.node("raw", (), above.frame, Sort.NUMBER, ("more", kind), grid=MORE)
        return Below(self.real(kind), phantom, there, more)

    def all_of(self, kind: str) -> tuple[Place, ...]:
        """Every place where something of a kind can stand: its rows, and phantoms on each frame."""
        if kind == SUBJECT:
            return (self.real(kind),)
        parent = self._release.entities[kind].parent or SUBJECT
        phantoms = tuple(self.phantom(kind, above) for above in self.all_of(parent))
        return (self.real(kind), *phantoms)

    def there(self, place: Place) -> Node:
        """In which rows of its frame a place stands for something."""
        at = place
        if at.phantom is None:
            return self._graph.true
        while at.parent is not None and at.parent.phantom is not None:
            at = at.parent
        assert at.parent is not None
        return self.below(at.kind, at.parent).there
