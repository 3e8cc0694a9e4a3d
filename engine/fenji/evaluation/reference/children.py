"""`some`, `every`, `no` and `count` over the children of an entity.

A child whose existence is unknown (a date missing, or the phantom of a list that nobody gave or that
is not whole) can make `some` possible but not certain, `every` doubtful but not false.
"""

from __future__ import annotations

from fractions import Fraction

from fenji.evaluation.reference.combining import combined, enough
from fenji.evaluation.reference.comparing import compare
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import (
    NO_GAPS,
    Gaps,
    Verdict,
    leaf,
    opposite,
    restricted,
    union,
)
from fenji.evaluation.world import Spot
from fenji.model.condition import Condition, Counted, Quantified, Word
from fenji.model.expression import Literal
from fenji.model.reason import Gap, Reason
from fenji.model.truth import Truth, any_of
from fenji.model.value import NumberSpan, is_known


def judge_quantified(scene: Scene, node: Quantified, at: Spot) -> Verdict:
    """`every` is "none that does not"; `no` is "not some"."""
    negated = node.word == "every"
    parts = _meeting(scene, node, node.where, node.kind, at, negated=negated)
    some = combined(node, at, any_of, parts)
    return some if node.word == "some" else _turned(node, some)


def _turned(node: Quantified, some: Verdict) -> Verdict:
    """The negation, with the children's own reasons kept as they came out."""
    turned = opposite(node, some)
    reason = turned.reason
    children = tuple(
        part.parts[0] if node.word == "every" and part.parts else part for part in some.reason.parts
    )
    again = Reason(node, reason.entity, reason.truth, reason.on_declared, (), children)
    return Verdict(turned.truth, turned.low, turned.high, turned.gaps, again)


def judge_counted(scene: Scene, node: Counted, at: Spot) -> Verdict:
    """How many children meet it, as a span, compared with the number."""
    parts = _meeting(scene, node, node.where, node.kind, at, negated=False)
    right = scene.value(node.right, at)
    if isinstance(node.right, Literal) and node.word in (Word.AT_LEAST, Word.MORE_THAN):
        n = _whole(node)
        if n is not None and not _endless(scene, node, at):
            return combined(node, at, lambda truths: enough(truths, n), parts)
    most: Fraction | None = Fraction(sum(p.truth is not Truth.FALSE for p in parts))
    phantom = [spot for spot in scene.world.children(at, node.kind) if spot.phantom is not None]
    possible = bool(phantom) and bool(parts) and parts[-1].truth is not Truth.FALSE
    if possible:
        most = None if phantom[0].more is None else (most or Fraction(0)) - 1 + phantom[0].more
    counted = NumberSpan(Fraction(sum(p.truth is Truth.TRUE for p in parts)), most)
    if right.value is None:
        return leaf(node, at.path, Truth.FALSE, NO_GAPS, (right.seen,))
    truth = compare(counted, node.word, right.value)
    open_parts = () if is_known(counted) else (p.gaps for p in parts if p.truth is Truth.UNKNOWN)
    verdict = leaf(node, at.path, truth, union((*open_parts, right.gaps)), (right.seen,))
    reasons = tuple(part.reason for part in parts)
    reason = Reason(node, at.path, truth, verdict.low, (right.seen,), reasons)
    return Verdict(truth, verdict.low, verdict.high, verdict.gaps, reason)


def _whole(node: Counted) -> int | None:
    """The least whole number that meets `at_least` or `more_than`, if the right side is known."""
    assert isinstance(node.right, Literal)
    value = node.right.value
    if not isinstance(value, NumberSpan) or value.low is None or value.low != value.high:
        return None
    least = -(-value.low // 1)
    return int(least + 1 if node.word is Word.MORE_THAN and least == value.low else least)


def _endless(scene: Scene, node: Counted, at: Spot) -> bool:
    """Whether one phantom may stand for several children, so that it cannot be counted as one."""
    return any(s.phantom is not None and s.more != 1 for s in scene.world.children(at, node.kind))


def _meeting(
    scene: Scene, node: Condition, where: Condition | None, kind: str, at: Spot, *, negated: bool
) -> list[Verdict]:
    """For each child, whether it exists and meets the condition (or, negated, does not)."""
    found = []
    for child in scene.world.children(at, kind):
        exists = _existing(scene, node, child)
        if where is None:
            found.append(exists)
            continue
        verdict = scene.judge(where, child)
        if negated:
            verdict = opposite(where, verdict)
        if exists.truth is not Truth.TRUE and verdict.truth is not Truth.FALSE:
            limited = restricted(verdict, exists.truth)
            low = limited.low if exists.low is not Truth.FALSE else Truth.FALSE
            high = limited.high if exists.high is not Truth.TRUE else verdict.high
            verdict = Verdict(
                limited.truth, low, high, union((limited.gaps, exists.gaps)), limited.reason
            )
        found.append(verdict)
    return found


def _existing(scene: Scene, node: Condition, child: Spot) -> Verdict:
    """Whether the child exists; where that is open, through its list or through its date."""
    return leaf(node, child.path, child.exists, existence_gaps(scene, child), ())


def existence_gaps(scene: Scene, child: Spot) -> Gaps:
    """What keeps it open whether the child exists."""
    if child.exists is Truth.TRUE:
        return NO_GAPS
    if child.phantom is not None:
        return frozenset({child.phantom})
    kind = scene.prepared.release.entities[child.entity.kind]
    assert kind.dated_by is not None
    origin = scene.prepared.release.facts[kind.name][kind.dated_by].origin
    return frozenset({Gap(child.path, kind.name, kind.dated_by, origin)})
