"""Which facts an item of a release reads, itself or through what it reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any as Anything

from fenji.checks.walking import nodes
from fenji.model.condition import Counted, Fires, Holds, Quantified
from fenji.model.expression import Aggregate, Name, Stratum
from fenji.model.release import Release
from fenji.model.rule import Classification, Definition, Measure, Sheet

Key = tuple[str, str]
"""An entity kind with a fact of it; for the list of its children of a kind, that kind's name."""

Derived = Definition | Measure | Classification | Sheet


class Reads:
    """Answers for one release; what was worked out is remembered."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._known: dict[Key, frozenset[Key]] = {}
        self._derived: dict[Key, list[Anything]] = defaultdict(list)
        several: tuple[Derived, ...] = (
            *release.definitions,
            *release.measures,
            *release.classifications,
            *release.sheets,
        )
        for item in several:
            self._derived[item.for_, item.name].append(item)
        for rule in release.rules:
            self._derived["", rule.id].append(rule)

    def of(self, node: Anything) -> frozenset[Key]:
        """The facts and lists of children that a node, and all that it rests on, reads."""
        found: set[Key] = set()
        for part in nodes(node):
            for key in self._read(part):
                found |= key
        return frozenset(found)

    def of_name(self, entity: str, name: str) -> frozenset[Key]:
        """The same of a fact or a derived value, by its name and the kind that owns it."""
        if name in self._release.facts.get(entity, {}):
            return self._fact(entity, name)
        return self._of_derived((entity, name))

    def _read(self, part: Anything) -> Iterator[frozenset[Key]]:
        if isinstance(part, Name):
            yield self._named(part.entity, part.name, part.stratum)
        elif isinstance(part, Holds):
            yield self._of_derived((part.entity, part.name))
        elif isinstance(part, Fires):
            yield self._of_derived(("", part.rule))
        elif isinstance(part, Quantified | Counted | Aggregate):
            parent = self._release.entities[part.kind].parent or ""
            yield frozenset({(parent, part.kind)})
        elif isinstance(part, Classification):
            for name in (*part.worst_of, *part.given):
                yield self._of_derived((part.for_, name))

    def _named(self, entity: str, name: str, stratum: Stratum) -> frozenset[Key]:
        return (
            self._fact(entity, name)
            if stratum is Stratum.FACT
            else self._of_derived((entity, name))
        )

    def _fact(self, entity: str, name: str) -> frozenset[Key]:
        """The fact, what it is identified by, and what has to hold for it to apply."""
        key = (entity, name)
        if key not in self._known:
            self._known[key] = frozenset({key})
            fact = self._release.facts[entity][name]
            found = {key} | self.of(fact.applies_when)
            if fact.identified_by is not None:
                found |= {(entity, fact.identified_by.numbers), (entity, fact.identified_by.names)}
            self._known[key] = frozenset(found)
        return self._known[key]

    def _of_derived(self, key: Key) -> frozenset[Key]:
        if key not in self._known:
            self._known[key] = frozenset()
            self._known[key] = self.of(tuple(self._derived[key]))
        return self._known[key]
