"""What rules, and clauses that are not encoded, bring to a tier, gathered on the subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fenji.evaluation.columnar.applying import applying_of, to_subject
from fenji.evaluation.columnar.graph import Node
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.rules import judge_rule
from fenji.evaluation.columnar.tiers import Weight, weight_of
from fenji.evaluation.columnar.verdict import Verdict, any_of, decided, nothing
from fenji.evaluation.columnar.work import Work
from fenji.evaluation.prepared import ReadyRule
from fenji.model.condition import AnyFinding
from fenji.model.law import Instrument, Missing, Standing
from fenji.model.rule import FindingKind
from fenji.model.submission import SUBJECT
from fenji.model.tier import Tier
from fenji.model.truth import Truth


@dataclass(frozen=True)
class Weighed:
    """A rule or a missing clause: what it brings, and where it counts."""

    sector: str
    kind: FindingKind
    tier: Tier | None
    standing: Standing
    weight: Weight


def weighed(work: Work) -> list[Weighed]:
    """All of a release. What is of one sort weighs as one."""
    found: list[Weighed] = work.shared(("weighed",), lambda: list(_weighed(work)))
    return found


def _weighed(work: Work) -> Iterator[Weighed]:
    for ready in work.prepared.rules.values():
        rule = ready.rule
        weight = weight_of(of_rule(work, ready))
        yield Weighed(rule.sector, rule.finding, rule.tier, rule.provenance.standing, weight)
    for instrument, in_force in work.prepared.instruments.values():
        if in_force is not Truth.FALSE:
            for missing in instrument.missing:
                yield _missing(work, instrument, missing)


def of_rule(work: Work, ready: ReadyRule) -> Verdict:
    """Whether a rule holds of some entity, where its sector applies; else it is open."""
    return work.once(("anywhere", ready.rule.id), lambda: _of_rule(work, ready))  # type: ignore[no-any-return]


def _of_rule(work: Work, ready: ReadyRule) -> Verdict:
    graph, applying = work.graph, applying_of(work, ready.rule.sector)
    places = work.places.all_of(ready.rule.for_)
    verdicts = [(place, judge_rule(work, ready, place)) for place in places]

    def anywhere(pick: Callable[[Verdict], Node]) -> Node:
        flags = [to_subject(work, place, pick(verdict)) for place, verdict in verdicts]
        return graph.all_(applying.sure, graph.any_(*flags))

    return Verdict(
        anywhere(lambda v: v.sure),
        graph.any_(applying.open, anywhere(lambda v: v.may)),
        anywhere(lambda v: v.low_sure),
        graph.any_(applying.open, anywhere(lambda v: v.low_may)),
        anywhere(lambda v: v.high_sure),
        graph.any_(applying.open, anywhere(lambda v: v.high_may)),
        nothing(graph),
    )


def _missing(work: Work, instrument: Instrument, missing: Missing) -> Weighed:
    """A clause that the release does not hold is open wherever its scope may be met.

    Where the sector is not excluded, one entity is asked; if they differ, the reference is.
    """
    graph, applying = work.graph, applying_of(work, missing.sector)
    met, unmet = [], []
    for place in work.places.all_of(missing.for_):
        scope = decided(graph, True)
        if missing.scope is not None:
            scope = work.judge(missing.scope, place)
        met.append(to_subject(work, place, scope.may))
        unmet.append(to_subject(work, place, graph.not_(scope.may)))
    some = graph.any_(*met)
    if missing.for_ != SUBJECT and missing.scope is not None:
        work.refer[graph.all_(applying.open, some, graph.any_(*unmet))] = None
    may = graph.all_(graph.any_(applying.sure, applying.open), some)
    weight = Weight(graph.false, may, graph.false, may)
    kind = FindingKind(missing.finding)
    return Weighed(missing.sector, kind, missing.tier, instrument.standing, weight)


def judge_any_finding(work: Work, node: AnyFinding, at: Place) -> Verdict:
    """Whether some rule with that outcome holds anywhere in the subject, in a sector that applies."""
    several = [of_rule(work, ready) for ready in work.prepared.by_finding[node.finding]]
    return any_of(work.graph, several) if several else decided(work.graph, False)
