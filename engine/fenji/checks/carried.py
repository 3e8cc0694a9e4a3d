"""Which rows of the reference a release carries, and what each of its carriers reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fenji.checks.reads import Derived, Key, Reads
from fenji.model.duty import Duty
from fenji.model.folding import Policy, Step
from fenji.model.jurisdiction.blind_spot import BlindSpot
from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.department import Department
from fenji.model.jurisdiction.edge import Edge, Licence
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.matter import Matter
from fenji.model.jurisdiction.principle import Principle, Ranking
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.rule import Rule, Sheet
from fenji.model.supervision.rule import CapRule, InspectionRule, JointVisitRule
from fenji.model.table import Table

Charted = Department | Matter | Licence | Edge | Principle | Ranking | LevelRule | BlindSpot
Scheduled = InspectionRule | CapRule | JointVisitRule
Item = Derived | Table | Rule | Duty | Step | Charted | Scheduled


@dataclass(frozen=True, slots=True)
class Carrier:
    """Something of a release that carries rows: its name, what it reads, and its note."""

    name: str
    reads: frozenset[Key]
    note: str
    place: Place


def carried(release: Release) -> Mapping[str, tuple[Carrier, ...]]:
    """By row: every rule, duty, definition, measure, classification, sheet, line of a sheet, table,
    step of a policy, entry of the chart and rule of supervision that covers it."""
    reads = Reads(release)
    found: dict[str, list[Carrier]] = defaultdict(list)
    for name, read, item in _items(release, reads):
        for row in item.provenance.covers:
            found[row].append(Carrier(name, read, item.provenance.note, item.place))
    for sheet in release.sheets:
        for row, carrier in _entries(sheet, reads):
            found[row].append(carrier)
    return {row: tuple(several) for row, several in found.items()}


def _items(release: Release, reads: Reads) -> Iterator[tuple[str, frozenset[Key], Item]]:
    several: tuple[Derived, ...] = (
        *release.definitions,
        *release.measures,
        *release.classifications,
        *release.sheets,
    )
    for named in several:
        yield named.name, reads.of(named), named
    for table in release.tables.values():
        keys = frozenset((table.name, key.key) for key in table.keys)
        yield table.name, keys, table
    for rule in release.rules_and_duties:
        yield rule.id, reads.of(rule), rule
    for policy in release.policies:
        for step in policy.steps:
            yield step.id, _read_by_step(release, reads, policy, step), step
    for entry in _charted(release.chart):
        yield entry.id.partition("@")[0], reads.of(getattr(entry, "when", None)), entry
    for id_, scheduled in release.schedule.rules.items():
        reach = None if isinstance(scheduled, JointVisitRule) else scheduled.reach.when
        yield id_, reads.of(reach), scheduled


def _charted(chart: Chart) -> Iterator[Charted]:
    yield from chart.departments.values()
    yield from chart.matters.values()
    yield from chart.licences.values()
    # One entry makes an edge for each matter, all at its place.
    yield from {edge.place: edge for edge in chart.edges if not edge.licence}.values()
    yield from chart.principles
    yield from chart.rankings
    yield from chart.levels
    yield from chart.blind_spots


def _read_by_step(release: Release, reads: Reads, policy: Policy, step: Step) -> frozenset[Key]:
    """What its condition and its value read, and the rules whose findings it takes up."""
    rules = tuple(
        rule
        for rule in release.rules
        if rule.finding in step.findings and policy.sector in (None, rule.sector)
    )
    value = reads.of_name(*step.of) if step.of else frozenset()
    return reads.of(step) | value | reads.of(rules)


def _entries(sheet: Sheet, reads: Reads) -> Iterator[tuple[str, Carrier]]:
    for entry in (entry for item in sheet.items for entry in item.entries):
        if entry.covers:
            read = reads.of((sheet.scope, entry.when, entry.points, entry.times))
            for row in entry.covers:
                yield row, Carrier(entry.id, read, sheet.provenance.note, sheet.place)
