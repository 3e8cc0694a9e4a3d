"""Which scenarios could notice that something went wrong: by what they expect, and what that reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any as Anything

from fenji.checks.mutation.mutants import name_of
from fenji.model.condition import AnyFinding, Fires, Holds, Listed
from fenji.model.expression import Lookup, Name
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.scenario import Scenario

TIER = "tier"
"""Stands for the tier and what is asked, among the things that scenarios expect."""


def watchers(release: Release, scenarios: Sequence[Scenario]) -> Mapping[str, tuple[Scenario, ...]]:
    """For each rule, derived value, table and policy: the scenarios that could notice it going wrong.

    Those that expect something of it, or of what reads it however far along; and, of those that
    expect something of the tier or of what is asked, the ones in the file beside any of these. The
    ones that name it come first.
    """
    readers, files = _readers(release), _files(release)
    expecting: dict[str, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        for name in _expected(scenario):
            expecting[name].append(scenario)
    found = {}
    for name in files:
        reached = _reached(name, readers)
        beside = {file for about in reached for file in files.get(about, ())}
        order = [name, *sorted(reached - {name})]
        watching = {id(s): s for about in order for s in expecting.get(about, ())}
        watching |= {id(s): s for s in expecting[TIER] if s.place.path in beside}
        found[name] = tuple(watching.values())
    return found


def _files(release: Release) -> dict[str, set[str]]:
    """The files of scenarios that stand beside each name."""
    files: dict[str, set[str]] = defaultdict(set)
    for item in _items(release):
        files[name_of(item)].add(_beside(item.place))
    for policy in release.policies:
        files[f"policy:{policy.sector or ''}"].add(_beside(policy.place))
    for table in release.tables.values():
        files[table.name].add(_beside(table.place))
    return files


def _beside(place: Place) -> str:
    """`rules/02_mines/exits.yaml`: `rules/02_mines/exits_test.yaml`."""
    return place.path.removesuffix(".yaml") + "_test.yaml"


def _items(release: Release) -> tuple[Anything, ...]:
    return (
        *release.definitions,
        *release.measures,
        *release.classifications,
        *release.sheets,
        *release.rules,
    )


def _expected(scenario: Scenario) -> Iterator[str]:
    """What a scenario's expectations speak of."""
    expect = scenario.expect
    yield from (*expect.findings, *expect.not_, *expect.open, *expect.presumed)
    yield from (*expect.earlier, *expect.open_earlier)
    yield from (*expect.duties, *expect.not_duties, *expect.open_duties)
    yield from (path.rsplit(".", 1)[-1] for path in expect.values)
    if expect.tier or expect.asks or expect.not_asks or expect.inspect or expect.cautions:
        yield TIER


def _readers(release: Release) -> dict[str, set[str]]:
    """For each name, the names of what reads it; a fact reads what decides whether it applies."""
    readers: dict[str, set[str]] = defaultdict(set)
    for definition in (d for of_kind in release.facts.values() for d in of_kind.values()):
        for read in _reads(definition.applies_when):
            readers[read].add(definition.name)
    for item in _items(release):
        for read in _reads(item):
            readers[read].add(name_of(item))
    for duty in release.duties:
        for read in _reads(duty):
            readers[read].add(duty.id)
    return readers


def _reads(node: Anything) -> Iterator[str]:
    """The names that a node and its parts read."""
    if isinstance(node, Name | Holds):
        yield node.name
    elif isinstance(node, Fires):
        yield node.rule
    elif isinstance(node, Listed | Lookup):
        yield node.table
    elif isinstance(node, AnyFinding):
        yield "any_finding"
    if isinstance(node, tuple):
        for part in node:
            yield from _reads(part)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _reads(getattr(node, field.name))
    if hasattr(node, "worst_of"):
        yield from (*node.worst_of, *node.given)


def _reached(name: str, readers: Mapping[str, set[str]]) -> set[str]:
    """The name, and everything that reads it directly or along the way."""
    found, open_ = {name}, [name]
    while open_:
        for reader in readers.get(open_.pop(), ()):
            if reader not in found:
                found.add(reader)
                open_.append(reader)
    return found
