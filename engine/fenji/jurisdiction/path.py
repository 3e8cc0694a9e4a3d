"""The path that proves a lead: from the subject over the matter to the department and its body."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.jurisdiction.candidates import Candidate
from fenji.jurisdiction.lead import Lead
from fenji.jurisdiction.level import ROSTER
from fenji.jurisdiction.matters import Had
from fenji.jurisdiction.ready import NO_RUNG, ReadyChart
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.answer import LevelAnswer, PathStep, Settled, StepKind
from fenji.model.jurisdiction.edge import Edge
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.principle import Principle, Ranking
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Provenance
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.model.truth import Truth


def body_node(department: str, level: EnforcementLevel, territory: str = "") -> str:
    """The node of a department's body at a level, in one unit where a rule names it."""
    node = f"{department}@{level.value}"
    return f"{node}:{territory}" if territory else node


def path_of(
    view: View, had: Had, lead: Lead, level: LevelAnswer | None, ranking: Ranking | None
) -> tuple[PathStep, ...]:
    """The steps by which a matter's lead is found; only as far as it is settled."""
    ready = view.ready
    matter = had.ready.matter
    steps = [_has(view, had)]
    if ranking is not None:
        steps.append(
            _step(
                StepKind.RANKING, SUBJECT, matter.id, ranking.id, ranking.title, ranking.provenance
            )
        )
    for candidate in lead.by:
        steps.append(edge_step(ready, candidate.edge))
        if lead.rung != NO_RUNG and candidate.rung == lead.rung:
            steps.append(_principle(ready.principles[lead.rung], candidate.edge))
    steps += _rivals_taken_out(ready, lead)
    if lead.settled is Settled.SETTLED and level is not None and level.by:
        steps += _levels(view, lead.leads[0], matter.id, level)
    return tuple(steps)


def _has(view: View, had: Had) -> PathStep:
    fact = view.scene.prepared.release.facts.get(SUBJECT, {}).get(had.by)
    matter = had.ready.matter
    title = matter.title if fact is None else fact.label
    return _step(StepKind.HAS, SUBJECT, matter.id, had.by, title, matter.provenance)


def edge_step(ready: ReadyChart, edge: Edge) -> PathStep:
    """One edge of the chart as a step."""
    title = ready.chart.departments[edge.to].title
    return _step(StepKind(edge.kind.value), edge.of, edge.to, edge.id, title, edge.provenance)


def _principle(principle: Principle, edge: Edge) -> PathStep:
    return _step(
        StepKind.PRINCIPLE, edge.of, edge.to, principle.id, principle.title, principle.provenance
    )


def _rivals_taken_out(ready: ReadyChart, lead: Lead) -> Iterator[PathStep]:
    """The edges that took out a department which else would have led, or been its equal."""
    if lead.settled is not Settled.SETTLED:
        return
    for edge in dict.fromkeys(e for c in lead.candidates for e in _taking_out(c, lead)):
        yield edge_step(ready, edge)


def _taking_out(candidate: Candidate, lead: Lead) -> tuple[Edge, ...]:
    out = candidate.stands is not Truth.FALSE and candidate.truth is Truth.FALSE
    strong = candidate.rung != NO_RUNG and candidate.rung <= lead.rung
    return candidate.excluded_by if out and strong else ()


def _levels(view: View, department: str, matter: str, level: LevelAnswer) -> Iterator[PathStep]:
    """From the department to its body, over the level that hands its enforcement down."""
    if level.by == ROSTER:
        node = body_node(department, level.levels[0])
        none = level.basis, level.standing, level.review
        yield PathStep(StepKind.LEVEL, department, node, ROSTER, level.title, *none)
        return
    rule = next(ready.rule for ready in view.ready.levels if ready.rule.id == level.by)
    yield from level_steps(department, rule)


def level_steps(department: str, rule: LevelRule) -> Iterator[PathStep]:
    """What one level rule adds to a path."""
    to = body_node(department, rule.level, rule.territory)
    at = department
    kind = StepKind.LEVEL
    if rule.delegated_from is not None:
        at = body_node(department, rule.delegated_from)
        yield _step(StepKind.LEVEL, department, at, rule.id, rule.title, rule.provenance)
        kind = StepKind.DELEGATES
    yield _step(kind, at, to, rule.id, rule.title, rule.provenance)


def _step(kind: StepKind, from_: str, to: str, by: str, title: Text, own: Provenance) -> PathStep:
    return PathStep(kind, from_, to, by, title, own.basis, own.standing, own.review)
