"""What the parts of the plan share: the graph, the places, and what was worked out already."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from fenji.evaluation.columnar.graph import Graph, Node
from fenji.evaluation.columnar.numbers import Numbers
from fenji.evaluation.columnar.places import Place, Places
from fenji.evaluation.columnar.values import Valued
from fenji.evaluation.columnar.verdict import Verdict
from fenji.evaluation.columnar.words import Words
from fenji.evaluation.prepared import Prepared
from fenji.model.condition import Condition
from fenji.model.expression import Expression

Judge = Callable[["Work", Any, Place], Verdict]
Value = Callable[["Work", Any, Place], Valued]


class NotCarried(Exception):
    """A construct of the release that is not carried in columns: said when the plan is made."""


@dataclass(frozen=True)
class Parts:
    """Which part answers for which node: a node that no part knows is a KeyError."""

    judges: Mapping[type, Judge]
    values: Mapping[type, Value]
    classified: Callable[[Work, Place, str], Valued]


class Work:
    """One plan in the making. `assumed` are derived values taken as given, by kind and name."""

    def __init__(self, prepared: Prepared, parts: Parts) -> None:
        self.prepared = prepared
        self.parts = parts
        self.graph = Graph(
            {
                name: None if entity.parent is None else entity.parent
                for name, entity in prepared.release.entities.items()
            }
        )
        self.numbers = Numbers(self.graph)
        self.places = Places(self.graph, prepared.release, self.numbers.highest)
        self.words = Words(prepared)
        self.assumed: Mapping[tuple[str, str], Valued] = {}
        self.refer: dict[Node, None] = {}
        self._known: dict[Hashable, Any] = {}
        self._shared: dict[Hashable, Any] = {}

    def judge(self, condition: Condition, at: Place) -> Verdict:
        """How the condition comes out at the place."""
        part = self.parts.judges[type(condition)]
        key = ("condition", id(condition), at)
        found: Verdict = self.once(key, lambda: part(self, condition, at))
        return found

    def value(self, expression: Expression, at: Place) -> Valued:
        """What the expression could be at the place."""
        part = self.parts.values[type(expression)]
        key = ("value", id(expression), at)
        found: Valued = self.once(key, lambda: part(self, expression, at))
        return found

    def classified(self, at: Place, name: str) -> Valued:
        """The answer of another classification of the entity."""
        return self.parts.classified(self, at, name)

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What was made under a key before, else now."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = make()
        return found

    def shared(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The same, whatever is assumed."""
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = make()
        return found

    def assuming(self, given: Mapping[tuple[str, str], Valued]) -> Work:
        """The same work with some derived values taken as given, and nothing remembered."""
        other = Work.__new__(Work)
        other.__dict__.update(self.__dict__)
        other.assumed = {**self.assumed, **given}
        other._known = {}
        return other
