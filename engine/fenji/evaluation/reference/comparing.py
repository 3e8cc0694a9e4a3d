"""Comparisons: one value against others, when either may be known only in part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Verdict, leaf, union
from fenji.evaluation.world import Spot
from fenji.model.condition import Compare, Word
from fenji.model.truth import Truth, all_of, any_of, truth_of
from fenji.model.value import (
    Choice,
    SetSpan,
    Value,
    at_least,
    at_most,
    has_any,
    less_than,
    more_than,
    same,
)

Several = Sequence[Value]


def judge_compare(scene: Scene, node: Compare, at: Spot) -> Verdict:
    """False where either side does not apply; unknown where that is not known."""
    left = scene.value(node.left, at)
    right = [scene.value(expression, at) for expression in node.right]
    seen = (left.seen, *[valued.seen for valued in right])
    values = [valued.value for valued in right if valued.value is not None]
    if left.value is None or len(values) < len(right):
        return leaf(node, at.path, Truth.FALSE, NO_GAPS, seen)
    truth = COMPARING[node.word](left.value, values)
    if truth is Truth.FALSE:
        return leaf(node, at.path, truth, NO_GAPS, seen)
    if truth is Truth.TRUE:
        truth = all_of([left.applies, *[valued.applies for valued in right]])
    gaps = NO_GAPS
    if truth is Truth.UNKNOWN:
        gaps = union([left.gaps, *[valued.gaps for valued in right]])
    return leaf(node, at.path, truth, gaps, seen)


def compare(left: Value, word: Word, right: Value) -> Truth:
    """One comparing word between two values."""
    return COMPARING[word](left, (right,))


def _one_of(left: Value, right: Several) -> Truth:
    """Decided when all that the value could be agree, not only when it is one of the words itself."""
    if isinstance(left, Choice) and left.members is not None:
        allowed = [r.members for r in right if isinstance(r, Choice) and r.members is not None]
        if len(allowed) == len(right) and all(len(members) == 1 for members in allowed):
            every = frozenset().union(*allowed)
            if left.members <= every:
                return Truth.TRUE
            return truth_of(False) if not left.members & every else Truth.UNKNOWN
    return any_of(same(left, r) for r in right)


def _has_any(left: Value, right: Several) -> Truth:
    assert isinstance(left, SetSpan)
    return has_any(left, [word for r in right for word in _words(r)])


def _words(value: Value) -> frozenset[str]:
    assert isinstance(value, Choice)
    assert value.members is not None
    return frozenset(str(member) for member in value.members)


COMPARING: dict[Word, Callable[[Value, Several], Truth]] = {
    Word.IS: lambda left, right: same(left, right[0]),
    Word.IS_NOT: lambda left, right: ~same(left, right[0]),
    Word.ONE_OF: _one_of,
    Word.NONE_OF: lambda left, right: ~_one_of(left, right),
    Word.AT_LEAST: lambda left, right: at_least(left, right[0]),
    Word.AT_MOST: lambda left, right: at_most(left, right[0]),
    Word.MORE_THAN: lambda left, right: more_than(left, right[0]),
    Word.LESS_THAN: lambda left, right: less_than(left, right[0]),
    Word.HAS: _has_any,
    Word.HAS_ANY: _has_any,
    Word.HAS_NONE: lambda left, right: ~_has_any(left, right),
}
