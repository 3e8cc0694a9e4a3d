"""What the reader would let through, as far as making a release smaller could break it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any as Anything

from fenji.model.condition import AtLeastN, Compare, Counted, Fires, Holds, Listed, Quantified
from fenji.model.expression import Aggregate, Extreme, Lookup, Name, Parameter, Stratum
from fenji.model.release import Release
from fenji.model.rule import Classification, Measure
from fenji.reading.grammar.cycles import check_cycles
from fenji.reading.grammar.divisors import check_divisors
from fenji.reading.grammar.guards import check_guards
from fenji.reading.grammar.problems import Problems


def is_well_formed(release: Release) -> bool:
    """Whether everything that is named is there, and nothing is empty that may not be."""
    known = _Known(release)
    if not all(known.fit(part, kind) for part, kind in _parts(release)):
        return False
    if not all(table.rows for table in release.tables.values()):
        return False
    if not all(_dated(release, kind) for kind in release.entities):
        return False
    problems = Problems()
    for check in (check_cycles, check_divisors, check_guards):
        check(problems, release)
    return not problems.found


def _parts(release: Release) -> Iterator[tuple[Anything, str]]:
    """Everything that reads, with the entity kind at which it does."""
    for several in (
        release.definitions,
        release.measures,
        release.classifications,
        release.sheets,
        release.rules,
    ):
        yield from ((item, item.for_) for item in several)
    for rule in release.rules:
        basis = rule.provenance.basis
        yield (release.instruments[basis[0].instrument].unless if basis else ()), rule.for_
    for facts in release.facts.values():
        yield from ((fact.applies_when, fact.entity) for fact in facts.values())


def _dated(release: Release, kind: str) -> bool:
    by = release.entities[kind].dated_by
    return by is None or by in release.facts.get(kind, {})


class _Known:
    def __init__(self, release: Release) -> None:
        self._release = release
        self._names = {
            Stratum.FACT: {(k, name) for k, facts in release.facts.items() for name in facts},
            Stratum.MEASURE: {(m.for_, m.name) for m in release.measures},
            Stratum.CLASSIFICATION: {(c.for_, c.name) for c in release.classifications},
            Stratum.SHEET: {(s.for_, s.name) for s in release.sheets},
        }
        self._definitions = {(d.for_, d.name) for d in release.definitions}
        self._rules = {rule.id: rule.for_ for rule in release.rules}

    def fit(self, node: Anything, kind: str) -> bool:
        """Whether the node, and all below it, can be read at an entity of the kind."""
        if isinstance(node, tuple):
            return all(self.fit(part, kind) for part in node)
        if not is_dataclass(node):
            return True
        if not self._fits(node, kind):
            return False
        below = node.kind if isinstance(node, Quantified | Counted | Aggregate) else kind
        of_children = ("where", "of")
        return all(
            self.fit(getattr(node, f.name), below if f.name in of_children else kind)
            for f in fields(node)
        )

    def _fits(self, node: Anything, kind: str) -> bool:
        above = self._release.lineage(kind)
        match node:
            case Name(entity, name, stratum):
                return entity in above and (entity, name) in self._names[stratum]
            case Holds(entity, name):
                return entity in above and (entity, name) in self._definitions
            case Fires(rule):
                return self._rules.get(rule) in above
            case Parameter(name):
                return name in self._release.parameters
            case Quantified() | Counted() | Aggregate():
                return self._release.entities[node.kind].parent == kind
            case Listed(table, by) | Lookup(table, _, by):
                return self._looks_up(table, by)
            case Compare(_, _, right):
                return len(right) > 0
            case AtLeastN(n, of):
                return 0 < n <= len(of)
            case Extreme(_, of):
                return len(of) > 1
            case Measure():
                return len(node.cases) > 0
            case Classification():
                return self._answers(node)
        return True

    def _looks_up(self, name: str, by: tuple[tuple[str, Anything], ...]) -> bool:
        table = self._release.tables.get(name)
        return table is not None and {key.key for key in table.keys} == {key for key, _ in by}

    def _answers(self, node: Classification) -> bool:
        kind = Stratum.CLASSIFICATION
        others = {(node.for_, name) for name in (*node.worst_of, *node.given)}
        if not others <= self._names[kind] or bool(node.cases) == bool(node.worst_of):
            return False
        if node.cases and node.cases[-1].when is not None:
            return False
        values = {case.value for case in node.cases if case.computed is None}
        ordered = not node.order or values <= set(node.order)
        needed = node.determined_as is not None or bool(node.worst_of)
        return ordered and (bool(node.order) or not needed)
