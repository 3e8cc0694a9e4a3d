"""Whether some scenario notices a mutant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any as Anything

from fenji.assessment import decide
from fenji.assessment.scenario import compare
from fenji.checks.mutation.mutants import Mutant, name_of
from fenji.model.condition import AnyFinding, Fires, Holds, Listed
from fenji.model.expression import Lookup, Name
from fenji.model.release import Release
from fenji.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Trial:
    """One mutant tried: the case that noticed it, or none."""

    mutant: Mutant
    noticed_by: Scenario | None


def try_mutant(mutant: Mutant, scenarios: Iterable[Scenario]) -> Trial:
    """The first scenario whose expectations the mutant no longer meets; a crash notices it too."""
    for scenario in scenarios:
        if scenario.submission is None:
            continue
        try:
            decision = decide(mutant.release, scenario.submission, scenario.as_of)
        except Exception:  # a mutant may break what the reader would have refused
            return Trial(mutant, scenario)
        if compare(scenario, decision):
            return Trial(mutant, scenario)
    return Trial(mutant, None)


def watchers(release: Release, scenarios: Sequence[Scenario]) -> Mapping[str, tuple[Scenario, ...]]:
    """For each rule, derived value, table and policy: the scenarios that could notice it going wrong.

    Those are the ones that expect something of it or of what reads it, however far along.
    """
    readers = _readers(release)
    expecting: dict[str, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        for name in _expected(scenario):
            expecting[name].append(scenario)
    found = {}
    names = {*readers, *(name for read in readers.values() for name in read), *release.tables}
    policies = {f"policy:{p.sector or ''}" for p in release.policies}
    for name in names | policies:
        reached = _reached(name, readers) | {"tier"}
        found[name] = tuple(
            {id(s): s for about in sorted(reached) for s in expecting.get(about, ())}.values()
        )
    return found


def _expected(scenario: Scenario) -> Iterator[str]:
    """What a scenario's expectations speak of."""
    expect = scenario.expect
    yield from (*expect.findings, *expect.not_, *expect.open, *expect.presumed)
    yield from (path.rsplit(".", 1)[-1] for path in expect.values)
    if expect.tier or expect.asks or expect.not_asks or expect.inspect or expect.cautions:
        yield "tier"


def _readers(release: Release) -> dict[str, set[str]]:
    """For each name, the names of what reads it."""
    readers: dict[str, set[str]] = defaultdict(set)
    for items in (
        release.definitions,
        release.measures,
        release.classifications,
        release.sheets,
        release.rules,
    ):
        for item in items:
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
