"""`all`, `any`, `not`, `at_least_n`: Kleene's logic on each of a verdict's three truths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Verdict, opposite, union
from fenji.evaluation.world import Spot
from fenji.model.condition import All, Any, AtLeastN, Condition, Not
from fenji.model.reason import Reason
from fenji.model.truth import Truth, all_of, any_of

Combine = Callable[[Iterable[Truth]], Truth]


def judge_all(scene: Scene, node: All, at: Spot) -> Verdict:
    """Every part holds. What comes after a part that does not can change nothing and is not judged."""
    parts = []
    for part in node.of:
        parts.append(scene.judge(part, at))
        if parts[-1].truth is Truth.FALSE:
            break
    return combined(node, at, all_of, parts)


def judge_any(scene: Scene, node: Any, at: Spot) -> Verdict:
    """At least one part holds."""
    return combined(node, at, any_of, [scene.judge(part, at) for part in node.of])


def judge_not(scene: Scene, node: Not, at: Spot) -> Verdict:
    """The part does not hold."""
    return opposite(node, scene.judge(node.of, at))


def judge_at_least_n(scene: Scene, node: AtLeastN, at: Spot) -> Verdict:
    """Decided as soon as the known parts suffice, or can no longer suffice."""
    parts = [scene.judge(part, at) for part in node.of]
    return combined(node, at, lambda truths: enough(truths, node.n), parts)


def enough(truths: Iterable[Truth], n: int) -> Truth:
    """Whether at least `n` are true."""
    several = list(truths)
    certainly = sum(truth is Truth.TRUE for truth in several)
    possibly = sum(truth is not Truth.FALSE for truth in several)
    if certainly >= n:
        return Truth.TRUE
    return Truth.FALSE if possibly < n else Truth.UNKNOWN


def combined(node: Condition, at: Spot, how: Combine, parts: Sequence[Verdict]) -> Verdict:
    """The parts combined; open through the gaps of those parts that are open themselves."""
    truth = low = high = how([part.truth for part in parts])
    gaps = NO_GAPS
    if truth is Truth.UNKNOWN:  # what is decided stays so whatever an inspection finds
        low, high = how([part.low for part in parts]), how([part.high for part in parts])
        gaps = union(part.gaps for part in parts if part.truth is Truth.UNKNOWN)
    reason = Reason(node, at.path, truth, low, (), tuple([part.reason for part in parts]))
    return Verdict(truth, low, high, gaps, reason)
