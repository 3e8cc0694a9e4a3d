"""How often each construct met each truth: what was never met was never compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any as Anything
from unittest.mock import patch

from fenji.evaluation import reference
from fenji.evaluation.prepared import ReadyRule
from fenji.evaluation.reference import whole
from fenji.evaluation.reference.names import derived
from fenji.evaluation.reference.rules import judge_rule
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import Valued, Verdict
from fenji.evaluation.world import Spot
from fenji.model.condition import Condition, Counted, Quantified
from fenji.model.expression import Stratum
from fenji.model.release import Release
from fenji.model.submission import Entity
from fenji.model.truth import Truth
from fenji.model.value import is_known
from tests.agreement import constructs

NEEDED = 50
"""So often at least each construct has to meet each of the three in a full run."""

FULL = 10_000
"""Pairs of a release and facts in a full run."""

TRUTHS = (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE)
NEVER = {
    "rule at a phantom": Truth.TRUE,
    "rule in force in doubt": Truth.TRUE,
    "rule of a child in doubt": Truth.TRUE,
    "sheet in force in doubt": Truth.TRUE,
}
"""What cannot be: a rule whose law, or whose entity, is in doubt holds for nobody."""


class Tally:
    """Counts by construct and truth. Of a derived value false means that it does not apply, true
    that it is known."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[Truth]] = defaultdict(Counter)
        self.answers: Counter[str] = Counter()
        self._nodes: dict[int, tuple[Anything, Callable[[], Iterator[str]]]] = {}
        self._met: Counter[tuple[int, Truth]] = Counter()

    def thin(self, needed: int = NEEDED) -> list[str]:
        """The constructs that met some truth less often than that, with how often they met each."""
        found = [self.line(name) for name in sorted(self.counts) if self._least(name) < needed]
        few = [name for name in ANSWERS if self.answers[name] < needed]
        return found + [f"{name}: {self.answers[name]}" for name in few]

    def lines(self) -> Iterator[str]:
        """Everything, a line for each."""
        yield f"{'':44}{'false':>9}{'unknown':>9}{'true':>9}"
        yield from (self.line(name) for name in sorted(self.counts))
        yield "answers: " + ", ".join(f"{name} {self.answers[name]}" for name in ANSWERS)

    def line(self, name: str) -> str:
        """One construct."""
        return f"{name:44}" + "".join(f"{self.counts[name][truth]:>9}" for truth in TRUTHS)

    def _least(self, name: str) -> int:
        possible = [truth for truth in TRUTHS if truth is not NEVER.get(name)]
        return min(self.counts[name][truth] for truth in possible)

    def met(self, node: Anything, truth: Truth, found: Callable[[], Iterator[str]]) -> None:
        """Count a node; what it is made of is worked out once, when the release is done with."""
        self._nodes.setdefault(id(node), (node, found))
        self._met[id(node), truth] += 1

    def settle(self) -> None:
        """Count the constructs of the nodes met, and let the nodes go."""
        names = {key: set(found()) for key, (_, found) in self._nodes.items()}
        for (key, truth), times in self._met.items():
            for name in names[key]:
                self.counts[name][truth] += times
        self._nodes.clear()
        self._met.clear()

    def submitted(self, root: Entity) -> None:
        """Count the ways in which facts were answered."""
        for name in _answers(root):
            self.answers[name] += 1


ANSWERS = (
    "known",
    "range or one_of",
    "not applicable",
    "given later",
    "list empty",
    "list whole",
    "list not whole",
    "list counted",
)


def _answers(entity: Entity) -> Iterator[str]:
    for fact in entity.facts.values():
        if fact.value is None:
            yield "not applicable"
        else:
            yield "known" if is_known(fact.value) else "range or one_of"
        if fact.at is not None:
            yield "given later"
    for children in entity.children.values():
        if children.whole:
            yield "list whole" if children.items else "list empty"
        else:
            yield "list not whole" if children.count is None else "list counted"
        for child in children.items:
            yield from _answers(child)


@contextmanager
def watching(tally: Tally, release: Release) -> Iterator[None]:
    """The reference counts what it judges. What the watch wraps answers as before."""
    judges = {kind: _watched(judge, tally, release) for kind, judge in reference.JUDGES.items()}

    def rule(scene: Scene, ready: ReadyRule, at: Spot) -> Verdict:
        verdict = judge_rule(scene, ready, at)
        for name in _of_rule(ready, at):
            tally.counts[name][verdict.truth] += 1
        return verdict

    def value(scene: Scene, at: Spot, name: str, stratum: Stratum) -> Valued:
        valued = derived(scene, at, name, stratum)
        _count_value(tally, scene, at.entity.kind, name, stratum, valued)
        return valued

    with (
        patch.dict(reference.JUDGES, judges),
        patch.object(whole, "judge_rule", rule),
        patch.object(whole, "derived", value),
    ):
        yield
    tally.settle()


def _watched(judge: Anything, tally: Tally, release: Release) -> Anything:
    def judging(scene: Scene, node: Condition, at: Spot) -> Verdict:
        verdict: Verdict = judge(scene, node, at)
        tally.met(node, verdict.truth, partial(constructs.of_condition, node, release))
        if isinstance(node, Quantified | Counted):
            for name in _of_list(at, node.kind):
                tally.counts[name][verdict.truth] += 1
        return verdict

    return judging


def _of_list(at: Spot, kind: str) -> Iterator[str]:
    """How the list that a quantifier goes over was given."""
    given = at.entity.children.get(kind)
    if at.phantom is not None:
        yield "over a list below a phantom"
    elif given is None:
        yield "over a list that is absent"
    elif given.whole:
        yield "over a list that is whole" if given.items else "over a list that is empty"
    else:
        yield "over a list not whole" if given.count is None else "over a list that is counted"
    if any(s.phantom is None and s.exists is Truth.UNKNOWN for s in at.below.get(kind, ())):
        yield "over a child in doubt"


def _of_rule(ready: ReadyRule, at: Spot) -> Iterator[str]:
    yield f"rule of {at.entity.kind}" if at.phantom is None else "rule at a phantom"
    if at.phantom is None and at.exists is Truth.UNKNOWN:
        yield "rule of a child in doubt"
    if ready.in_force is Truth.UNKNOWN:
        yield "rule in force in doubt"
    elif at.exists is Truth.TRUE:
        yield from (name for name, met in _parts(ready) if met)


def _parts(ready: ReadyRule) -> tuple[tuple[str, bool], ...]:
    claimed = [exclusion.claimed_by_enterprise for exclusion in ready.unless]
    return (
        ("rule with scope", ready.rule.scope is not None),
        ("rule with unless", False in claimed),
        ("rule with unless claimed", True in claimed),
        ("rule with unless of its instrument", len(ready.unless) > len(ready.rule.unless)),
    )


def _count_value(
    tally: Tally, scene: Scene, kind: str, name: str, stratum: Stratum, valued: Valued
) -> None:
    truth = Truth.UNKNOWN
    if valued.value is None:
        truth = Truth.FALSE
    elif is_known(valued.value) and valued.applies is Truth.TRUE:
        truth = Truth.TRUE
    prepared = scene.prepared
    if stratum is Stratum.MEASURE:
        measure = prepared.measures[kind, name]
        tally.met(measure, truth, partial(constructs.of_derived, measure))
    elif stratum is Stratum.SHEET:
        ready = prepared.sheets[kind, name]
        if ready.in_force is Truth.UNKNOWN:
            tally.counts["sheet in force in doubt"][truth] += 1
        else:
            tally.met(ready.sheet, truth, partial(constructs.of_derived, ready.sheet))
    else:
        several = prepared.classifications[kind, name]
        if any(one.in_force is Truth.UNKNOWN for one in several):
            tally.counts["classification in force in doubt"][truth] += 1
        else:
            for one in several:
                classification = one.classification
                tally.met(classification, truth, partial(constructs.of_derived, classification))
