"""What the shape of the graph shows: circles, departments nobody names, bodies that are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fenji.jurisdiction.analysis.report import Cycle, NoBody, Unreachable
from fenji.jurisdiction.analysis.walk import Walked
from fenji.jurisdiction.bodies import body_named
from fenji.jurisdiction.graph import graph_of
from fenji.jurisdiction.ready import ReadyChart
from fenji.model.jurisdiction.answer import StepKind
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.submission import SUBJECT

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def cycles(ready: ReadyChart) -> tuple[Cycle, ...]:
    """Circles of hand-overs, of departments and of units above each other."""
    from networkx import DiGraph, simple_cycles

    chart = ready.chart
    above = {one.id: one.parent for one in chart.departments.values() if one.parent}
    around = {one.id: one.parent for one in chart.territory.values() if one.parent}
    handed = [
        (edge.edge.of, edge.edge.to) for matter in ready.matters.values() for edge in matter.next
    ]
    found = []
    for of, pairs in (
        ("hands_over", handed),
        ("departments", above.items()),
        ("territory", around.items()),
    ):
        graph: DiGraph[str] = DiGraph(list(pairs))
        found += [Cycle(of, _from_the_least(circle)) for circle in simple_cycles(graph)]
    return tuple(sorted(found, key=lambda cycle: (cycle.of, cycle.nodes)))


def _from_the_least(circle: list[str]) -> tuple[str, ...]:
    start = circle.index(min(circle))
    return (*circle[start:], *circle[:start])


def unreachable(ready: ReadyChart) -> tuple[Unreachable, ...]:
    """Departments to which nothing leads from a subject; being taken out leads nowhere."""
    from networkx import descendants

    graph = graph_of(ready)
    out = [at for at, kind in _kinds(graph) if kind is StepKind.EXCLUDES]
    for from_, to, key in out:
        graph.remove_edge(from_, to, key)
    reached = descendants(graph, SUBJECT)
    return tuple(
        Unreachable(one.id, one.title)
        for one in ready.chart.departments.values()
        if one.id not in reached
    )


def _kinds(graph: MultiDiGraph[str]) -> Iterator[tuple[tuple[str, str, str], StepKind]]:
    """Every edge, as networkx names it, with its kind."""
    for from_, to, key in graph.edges(keys=True):
        yield (from_, to, key), graph.edges[from_, to, key]["kind"]


def missing_bodies(ready: ReadyChart, walked: Iterable[Walked]) -> tuple[NoBody, ...]:
    """Leads that a level rule sends to a level at which they name no body."""
    found: dict[tuple[str, EnforcementLevel, str], set[str]] = defaultdict(set)
    for department, level, territory, matter in dict.fromkeys(_enforcing(walked)):
        if body_named(ready.chart.departments[department], level, territory) is None:
            found[department, level, territory].add(matter)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], item[0][1].rank, item[0][2]))
    return tuple(NoBody(*key, tuple(sorted(matters))) for key, matters in ordered)


def _enforcing(walked: Iterable[Walked]) -> Iterator[tuple[str, EnforcementLevel, str, str]]:
    for one in walked:
        for case in one.cases:
            for department, rule in case.levels:
                yield department, rule.level, rule.territory, one.ready.matter.id
