"""Measures: a formula, or the first of several cases that holds."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.reference import spans
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued, union
from fenji.evaluation.world import Spot
from fenji.model.reason import Seen
from fenji.model.rule import Measure, MeasureCase
from fenji.model.truth import Truth
from fenji.model.value import NumberSpan, Value, as_span, is_known


@dataclass(frozen=True, slots=True)
class Tried:
    """A case that may be the first to hold: on what is known, and on declared facts."""

    truth: Truth
    low: Truth
    gaps: Gaps
    valued: Valued


def value_of_measure(scene: Scene, measure: Measure, at: Spot) -> Valued:
    """What the measure could be: all that its possible cases could give."""
    tried = _tried(scene, measure.cases, at)
    several: list[Value] = [t.valued.value for t in tried if t.valued.value is not None]
    parts = tuple(t.valued.seen for t in tried)
    if not several:
        seen = Seen(measure.name, at.path, None, True, parts=parts)
        return Valued(None, Truth.FALSE, NO_GAPS, seen)
    value = spans.within(spans.hull(map(as_span, several)), measure.range)
    exhausted = tried[-1].truth is Truth.TRUE
    sure = exhausted and all(t.valued.applies is Truth.TRUE for t in tried)
    settled = is_known(value) and sure
    seen = Seen(measure.name, at.path, value, is_known(value), parts=parts)
    gaps = NO_GAPS if settled else union(g for t in tried for g in (t.gaps, t.valued.gaps))
    applies = Truth.TRUE if sure else Truth.UNKNOWN
    return Valued(value, applies, gaps, seen, _on_declared(measure, tried, value))


def _tried(scene: Scene, cases: tuple[MeasureCase, ...], at: Spot) -> list[Tried]:
    """The cases up to the first that certainly holds, those left out that certainly do not."""
    tried: list[Tried] = []
    for case in cases:
        truth, low, gaps = Truth.TRUE, Truth.TRUE, NO_GAPS
        if case.when is not None:
            verdict = scene.judge(case.when, at)
            truth, low, gaps = verdict.truth, verdict.low, verdict.gaps
        if truth is not Truth.FALSE:
            tried.append(Tried(truth, low, gaps, scene.value(case.value, at)))
        if truth is Truth.TRUE:
            break
    return tried


def _on_declared(measure: Measure, tried: list[Tried], value: NumberSpan) -> Value:
    """The value if each comparison open only for inspection were taken as not met."""
    found: list[NumberSpan] = []
    for one in tried:
        if one.low is Truth.FALSE:
            continue
        if one.valued.value is not None:
            found.append(as_span(one.valued.on_declared or one.valued.value))
        if one.low is Truth.TRUE:
            break
    return spans.within(spans.hull(found), measure.range) if found else value
