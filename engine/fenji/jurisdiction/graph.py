"""The chart of a day as a graph (networkx), in which the path of every answer is a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fenji.jurisdiction.level import ROSTER
from fenji.jurisdiction.path import body_node, level_steps
from fenji.jurisdiction.ready import NO_RUNG, ReadyChart, ReadyEdge, ReadyMatter
from fenji.jurisdiction.view import ACTIVITIES, INDUSTRY_CODE, MAIN_ACTIVITY
from fenji.model.jurisdiction.answer import StepKind
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.jurisdiction.principle import Rank
from fenji.model.submission import SUBJECT

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def graph_of(ready: ReadyChart) -> MultiDiGraph[str]:
    """A node for the subject, each matter, department and body; an edge for each step there can be.

    Nodes have `kind` (subject, matter, department, body) and `title`; edges have the id of what makes
    them as key, and `kind` (a `StepKind`), `standing` and, for edges of the chart, `edge`.
    """
    from networkx import MultiDiGraph

    graph: MultiDiGraph[str] = MultiDiGraph(as_of=ready.as_of)
    graph.add_node(SUBJECT, kind="subject")
    for department in ready.chart.departments.values():
        graph.add_node(department.id, kind="department", title=department.title)
    for matter in ready.matters.values():
        graph.add_node(matter.matter.id, kind="matter", title=matter.matter.title)
    for matter in ready.matters.values():
        _of_subject(graph, ready, matter)
        for edge in matter.edges:
            _of_matter(graph, ready, edge)
    for id_ in ready.chart.departments:
        _of_department(graph, ready, id_)
    return graph


def _of_subject(graph: MultiDiGraph[str], ready: ReadyChart, matter: ReadyMatter) -> None:
    """How a subject can have the matter, and by which rankings it can be its first."""
    id_ = matter.matter.id
    activity = matter.matter.kind is MatterKind.ACTIVITY
    ways = [ACTIVITIES, MAIN_ACTIVITY] if activity else []
    if matter.matter.codes:
        ways.append(INDUSTRY_CODE)
    if matter.matter.when is not None:
        ways.append(id_)
    for way in ways:
        graph.add_edge(SUBJECT, id_, key=way, kind=StepKind.HAS)
    for ranking in ready.rankings:
        if activity is not (ranking.by is Rank.ANY):
            graph.add_edge(SUBJECT, id_, key=ranking.id, kind=StepKind.RANKING)


def _of_matter(graph: MultiDiGraph[str], ready: ReadyChart, joined: ReadyEdge) -> None:
    edge = joined.edge
    graph.add_edge(
        edge.of,
        edge.to,
        key=edge.id,
        kind=StepKind(edge.kind.value),
        edge=edge,
        standing=edge.provenance.standing,
    )
    if joined.rung != NO_RUNG and edge.concern is None:
        principle = ready.principles[joined.rung]
        graph.add_edge(
            edge.of,
            edge.to,
            key=principle.id,
            kind=StepKind.PRINCIPLE,
            standing=principle.provenance.standing,
        )


def _of_department(graph: MultiDiGraph[str], ready: ReadyChart, department: str) -> None:
    """The levels at which it can enforce, by rules and by the roster."""
    for level in ready.levels:
        rule = level.rule
        if rule.departments and department not in rule.departments:
            continue
        for step in level_steps(department, rule):
            graph.add_node(step.to, kind="body")
            graph.add_edge(step.from_, step.to, key=step.by, kind=step.kind, standing=step.standing)
    for body in ready.chart.departments[department].bodies:
        node = body_node(department, body.level)
        graph.add_node(node, kind="body")
        graph.add_edge(department, node, key=ROSTER, kind=StepKind.LEVEL)
