"""Rules: in scope, the condition met, nothing excluding it, the entity certainly there."""

from __future__ import annotations

from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.verdict import (
    Verdict,
    Waiting,
    all_of,
    any_of,
    decided,
    doubted,
    either,
    in_force,
    nothing,
    while_,
)
from fenji.evaluation.columnar.work import Work
from fenji.evaluation.prepared import ReadyRule
from fenji.model.law import Exclusion


def judge_rule(work: Work, ready: ReadyRule, at: Place) -> Verdict:
    """Whether the rule holds at the place, worked out once."""
    key = ("rule", ready.rule.id, at)
    return work.once(key, lambda: _judge(work, ready, at))  # type: ignore[no-any-return]


def _judge(work: Work, ready: ReadyRule, at: Place) -> Verdict:
    rule, graph = ready.rule, work.graph
    parts = [] if rule.scope is None else [work.judge(rule.scope, at)]
    parts.append(work.judge(rule.when, at))
    if ready.unless:
        parts.append(not_excluded(work, ready.unless, at))
    found = in_force(graph, all_of(graph, parts), ready.in_force)
    line = list(at.line())
    doubt = graph.any_(*(graph.not_(place.exists) for place in line))
    missing = [while_(graph, graph.not_(place.exists), place.waiting) for place in line]
    return doubted(graph, found, doubt, either(graph, missing))


def not_excluded(work: Work, unless: tuple[Exclusion, ...], at: Place) -> Verdict:
    """Whether no exclusion is met: what is open only for inspection is not met in either pass.

    One that the enterprise has to claim is not met until it is claimed.
    """
    graph = work.graph
    parts = []
    for exclusion in unless:
        met = work.judge(exclusion.when, at)
        if exclusion.claimed_by_enterprise:
            claimed = met.sure
            met = Verdict(claimed, claimed, claimed, claimed, claimed, claimed, nothing(graph))
        parts.append(met)
    some = any_of(graph, parts) if parts else decided(graph, False)
    none_sure, none_may = graph.not_(some.low_may), graph.not_(some.low_sure)
    waiting: Waiting = some.waiting
    return Verdict(
        graph.not_(some.may),
        graph.not_(some.sure),
        none_sure,
        none_may,
        none_sure,
        none_may,
        waiting,
    )
