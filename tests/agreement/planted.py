"""Errors planted into the reference, to see that they are noticed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any as Anything

from fenji.evaluation.reference import (
    children,
    classifications,
    combining,
    comparing,
    facts,
    lookups,
    measures,
    rules,
    spans,
)
from fenji.evaluation.reference.combining import enough
from fenji.evaluation.reference.exclusions import excluded
from fenji.evaluation.verdict import Verdict, opposite
from fenji.evaluation.world import World
from fenji.model.condition import Condition, Word
from fenji.model.value import NO, NumberSpan
from tests.agreement.planting import Planted


def _swapped_bounds(a: NumberSpan) -> NumberSpan:
    """A negated span keeps its ends where they were."""
    low, high = a.low, a.high
    return NumberSpan(None if low is None else -low, None if high is None else -high)


def _one_too_many(truths: Anything, n: int) -> Anything:
    return _enough(truths, n + 1)


def _lost_exclusion(scene: Anything, about: str, unless: Anything, at: Anything) -> Anything:
    return _excluded(scene, about, unless[:-1], at)


def _strict(left: Anything, right: Anything) -> Anything:
    return comparing.COMPARING[Word.MORE_THAN](left, right)


def _no_phantoms(world: World, spot: Anything, kind: str) -> Anything:
    return tuple(child for child in _children(world, spot, kind) if child.phantom is None)


def _always_applies(scene: Anything, at: Anything, definition: Anything) -> Anything:
    return _value(scene, at, replace(definition, applies_when=None))


def _not_swapped(condition: Condition, verdict: Verdict) -> Verdict:
    turned = _opposite(condition, verdict)
    return Verdict(turned.truth, turned.high, turned.low, turned.gaps, turned.reason)


def _first_case(scene: Anything, cases: Anything, at: Anything) -> Anything:
    return _tried(scene, cases, at)[:1]


def _without_take(node: Anything, matching: Anything) -> Anything:
    return _given(replace(node, take=None), matching)


def _no_determination(scene: Anything, c: Anything, worked: Anything, at: Anything) -> Anything:
    return worked


_enough, _excluded, _opposite = enough, excluded, opposite
_children, _value = World.children, facts._value
_tried, _given = measures._tried, lookups._given

ERRORS: dict[str, Planted] = {
    "swapped bound": ((spans, "negate", _swapped_bounds),),
    "null read as false": ((facts, "YES_OR_NO", NO),),
    "off by one in a count": ((children, "enough", _one_too_many),),
    "lost exclusion": (
        (rules, "excluded", _lost_exclusion),
        (classifications, "excluded", _lost_exclusion),
    ),
    "strict for inclusive": ((comparing.COMPARING, Word.AT_LEAST, _strict),),
    "phantom ignored": ((World, "children", _no_phantoms),),
    "applies_when ignored": ((facts, "_value", _always_applies),),
    "low not swapped under negation": tuple(
        (module, "opposite", _not_swapped) for module in (children, combining, rules)
    ),
    "first case instead of hull": ((measures, "_tried", _first_case),),
    "look-up without take": ((lookups, "_given", _without_take),),
    "determination ignored": ((classifications, "_with_determination", _no_determination),),
}
