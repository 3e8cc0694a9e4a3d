"""One shipped rule by itself, with everything that it rests on and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any as Anything

from fenji.checks.reads import Key, Reads
from fenji.checks.walking import nodes
from fenji.model.condition import Fires, Holds, Listed
from fenji.model.dates import PartialDate
from fenji.model.expression import Lookup, Name, Parameter, Stratum
from fenji.model.release import Release
from fenji.model.rule import Classification, Rule

Part = tuple[str, str]
"""What is kept: a sort of item with its kind and name, or its id alone."""


class Closures:
    """Releases of one rule each, out of one that holds them all."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._reads = Reads(release)
        self._items: dict[Part, list[Anything]] = {}
        derived = (release.measures, release.classifications, release.sheets)
        for several in (release.definitions, *derived):
            for item in several:
                self._items.setdefault((item.for_, item.name), []).append(item)
        for rule in release.rules:
            self._items.setdefault(("", rule.id), []).append(rule)

    def of(self, rule: Rule) -> tuple[Release, frozenset[Key]]:
        """The rule's own release, and the facts and lists of children that it reads."""
        kept, tables, parameters = self._rests_on(rule)
        all_ = self._release
        basis = {item.provenance.basis[0].instrument for item in self._kept(kept)}
        laws = [all_.instruments[name] for name in sorted(basis)]
        laws += [all_.instruments[law.replaced_by] for law in laws if law.replaced_by]
        own = replace(
            all_,
            digest=f"{all_.digest} {rule.id}",
            instruments={law.id: law for law in laws},
            tables={name: all_.tables[name] for name in sorted(tables)},
            parameters={name: all_.parameters[name] for name in sorted(parameters)},
            definitions=tuple(d for d in all_.definitions if (d.for_, d.name) in kept),
            measures=tuple(m for m in all_.measures if (m.for_, m.name) in kept),
            classifications=tuple(c for c in all_.classifications if (c.for_, c.name) in kept),
            sheets=tuple(s for s in all_.sheets if (s.for_, s.name) in kept),
            rules=tuple(r for r in all_.rules if ("", r.id) in kept),
            policies=(),
            duties=(),
        )
        read = self._reads.of((tuple(self._kept(kept)), tuple(law.unless for law in laws)))
        read |= self._lists(read, rule)
        facts = {
            kind: {
                name: fact
                for name, fact in several.items()
                if (kind, name) in read or name == all_.entities[kind].dated_by
            }
            for kind, several in all_.facts.items()
        }
        return replace(own, facts=facts), read

    def _kept(self, kept: set[Part]) -> Iterator[Anything]:
        return (item for part in sorted(kept) for item in self._items[part])

    def _rests_on(self, rule: Rule) -> tuple[set[Part], set[str], set[str]]:
        """Names and ids, tables, parameters; everything that the rule reads, however far down."""
        kept: set[Part] = set()
        tables: set[str] = set()
        parameters: set[str] = set()
        gates: set[Key] = set()
        waiting: list[Anything] = [("", rule.id)]
        while waiting:
            part = waiting.pop()
            if part in kept:
                continue
            kept.add(part)
            several = list(self._items[part])
            several += [self._unless(item) for item in self._items[part]]
            for node in self._everything(tuple(several), gates):
                waiting.extend(_named(node))
                if isinstance(node, Lookup | Listed):
                    tables.add(node.table)
                elif isinstance(node, Parameter):
                    parameters.add(node.name)
        return kept, tables, parameters

    def _unless(self, item: Anything) -> Anything:
        basis = item.provenance.basis if isinstance(item, Rule) else ()
        return self._release.instruments[basis[0].instrument].unless if basis else ()

    def _everything(self, item: Anything, gates: set[Key]) -> Iterator[Anything]:
        """The nodes of an item, and of what says whether the facts in it apply."""
        for node in nodes(item):
            yield node
            if isinstance(node, Name) and node.stratum is Stratum.FACT:
                key = (node.entity, node.name)
                if key not in gates:
                    gates.add(key)
                    gate = self._release.facts[node.entity][node.name].applies_when
                    yield from self._everything((gate,), gates)

    def _lists(self, read: frozenset[Key], rule: Rule) -> frozenset[Key]:
        """The lists through which the entities are reached, and the dates by which they happen."""
        kinds = {rule.for_} | {kind for kind, _ in read}
        kinds |= {name for _, name in read if name in self._release.entities}
        found = set()
        for kind in kinds:
            for at in self._release.lineage(kind):
                entity = self._release.entities[at]
                if entity.parent:
                    found.add((entity.parent, at))
                if entity.dated_by:
                    found.add((at, entity.dated_by))
        return frozenset(found)


def _named(node: Anything) -> Iterator[Part]:
    if (isinstance(node, Name) and node.stratum is not Stratum.FACT) or isinstance(node, Holds):
        yield node.entity, node.name
    elif isinstance(node, Fires):
        yield "", node.rule
    elif isinstance(node, Classification):
        yield from ((node.for_, name) for name in (*node.worst_of, *node.given))


def day_in_force(release: Release, rule: Rule) -> date:
    """The first day from which the rule is in force for certain; the last, where that has passed."""
    law = release.instruments[rule.provenance.basis[0].instrument]
    starts = [law.from_.last]
    if rule.provenance.from_ is not None:
        starts.append(rule.provenance.from_.last)
    first = max(starts)
    return max(first, _last_day(release, rule) or date(2026, 3, 1))


def _last_day(release: Release, rule: Rule) -> date | None:
    law = release.instruments[rule.provenance.basis[0].instrument]
    ends: list[date] = []
    for until in (law.until, rule.provenance.until):
        if isinstance(until, PartialDate):
            ends.append(until.first)
    if law.replaced_by is not None:
        ends.append(release.instruments[law.replaced_by].from_.first - timedelta(days=1))
    return min(ends, default=None)
