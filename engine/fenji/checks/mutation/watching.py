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

    Those are the ones beside it, or beside what reads it however far along, that expect something of
    any of these, or of the tier. The ones that name it come first.
    """
    readers, folders = _readers(release), _folders(release)
    expecting: dict[str, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        for name in _expected(scenario):
            expecting[name].append(scenario)
    found = {}
    for name in folders:
        reached = _reached(name, readers)
        beside = {folder for about in reached for folder in folders.get(about, ())}
        order = [name, *sorted(reached - {name}), TIER]
        watching = {id(s): s for about in order for s in expecting.get(about, ())}
        found[name] = tuple(s for s in watching.values() if _folder(s.place) in beside)
    return found


def _folders(release: Release) -> dict[str, set[str]]:
    """Where each name is written; a table's and a policy's scenarios may stand anywhere."""
    folders: dict[str, set[str]] = defaultdict(set)
    for item in _items(release):
        folders[name_of(item)].add(_folder(item.place))
    every = {folder for several in folders.values() for folder in several}
    for policy in release.policies:
        folders[f"policy:{policy.sector or ''}"] = {*every, _folder(policy.place)}
    for table in release.tables:
        folders[table] = set()
    return folders


def _items(release: Release) -> tuple[Anything, ...]:
    return (
        *release.definitions,
        *release.measures,
        *release.classifications,
        *release.sheets,
        *release.rules,
    )


def _folder(place: Place) -> str:
    return place.path.rpartition("/")[0]


def _expected(scenario: Scenario) -> Iterator[str]:
    """What a scenario's expectations speak of."""
    expect = scenario.expect
    yield from (*expect.findings, *expect.not_, *expect.open, *expect.presumed)
    yield from (path.rsplit(".", 1)[-1] for path in expect.values)
    if expect.tier or expect.asks or expect.not_asks or expect.inspect or expect.cautions:
        yield TIER


def _readers(release: Release) -> dict[str, set[str]]:
    """For each name, the names of what reads it."""
    readers: dict[str, set[str]] = defaultdict(set)
    for item in _items(release):
        for read in _reads(item):
            readers[read].add(name_of(item))
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
