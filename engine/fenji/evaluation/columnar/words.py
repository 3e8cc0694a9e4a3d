"""The words that matter of each choice and set: what rules compare them with, or all, if few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from fenji.evaluation.prepared import Prepared
from fenji.model.condition import Compare, Listed
from fenji.model.dictionary import Kind
from fenji.model.expression import Expression, Literal, Lookup, Name, Stratum
from fenji.model.place import Place as TextPlace
from fenji.model.value import Choice, Member

FEW = 24
Key = tuple[str, str]


class Words:
    """By fact: the words of which each has a column of its own; all others share one."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._words: dict[Key, dict[Member, None]] = defaultdict(dict)
        self._beside: list[tuple[Key, Key]] = []
        release = prepared.release
        for kind, several in release.facts.items():
            for name, fact in several.items():
                if len(fact.options) <= FEW:
                    self._words[kind, name].update((o.value, None) for o in fact.options)
        everything = (
            *release.definitions,
            *release.measures,
            *release.classifications,
            *release.sheets,
            *release.rules,
            *(law.unless for law in release.instruments.values()),
            *(law.missing for law in release.instruments.values()),
            *(sector.applies for sector in release.sectors.values()),
            *(f.applies_when for several in release.facts.values() for f in several.values()),
            release.policies,
        )
        for node in _nodes(everything):
            if isinstance(node, Compare):
                self._compared(node)
            elif isinstance(node, Listed | Lookup):
                self._looked_up(node)
        for _ in self._beside:
            for one, other in self._beside:
                both = self._words[one] | self._words[other]
                self._words[one].update(both)
                self._words[other].update(both)

    def of(self, kind: str, name: str) -> tuple[Member, ...]:
        """The words of a fact, in a fixed order."""
        return tuple(self._words[kind, name])

    def _compared(self, node: Compare) -> None:
        sides = (node.left, *node.right)
        facts = [_fact(side) for side in sides]
        for fact in facts:
            if fact is not None:
                for side in sides:
                    self._words[fact].update((word, None) for word in self._written(side))
        known = [fact for fact in facts if fact is not None]
        self._beside += [(known[0], other) for other in known[1:]]

    def _looked_up(self, node: Listed | Lookup) -> None:
        """The words of a table's cells, where they are few."""
        rows = self._prepared.tables[node.table].rows
        for key, expression in node.by:
            fact = _fact(expression)
            cells = [cell for row in rows for name, _, cell in row.asks if name == key]
            words = {w for c in cells if isinstance(c, Choice) for w in c.members or ()}
            if fact is not None and len(words) <= FEW:
                self._words[fact].update((word, None) for word in sorted(words, key=str))

    def _written(self, side: Expression) -> Iterator[Member]:
        """The words that a side of a comparison can be, where it is no fact."""
        if isinstance(side, Literal) and isinstance(side.value, Choice):
            yield from sorted(side.value.members or (), key=str)
        elif isinstance(side, Lookup):
            for row in self._prepared.tables[side.table].rows:
                cell = row.gives.get(side.give)
                if isinstance(cell, Choice):
                    yield from sorted(cell.members or (), key=str)
        elif isinstance(side, Name) and side.stratum is Stratum.CLASSIFICATION:
            for ready in self._prepared.classifications.get((side.entity, side.name), ()):
                law = ready.classification
                yield from law.order
                yield from (case.value for case in law.cases if case.computed is None)

    def is_closed(self, kind: str, name: str) -> bool:
        """Whether the fact is a choice of which each word has a column of its own."""
        fact = self._prepared.release.facts[kind][name]
        if fact.kind is Kind.FLAG:
            return True
        options = fact.values
        return options is not None and options <= self._words[kind, name].keys()


def _fact(side: Expression) -> Key | None:
    if isinstance(side, Name) and side.stratum is Stratum.FACT:
        return side.entity, side.name
    return None


def _nodes(item: Any) -> Iterator[Any]:
    """Every dataclass below an item."""
    stack = [item]
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(node)
        elif is_dataclass(node) and not isinstance(node, TextPlace | Choice):
            yield node
            stack.extend(getattr(node, f.name) for f in fields(node))
