"""Measures: a formula, or the first of several cases that holds."""

from __future__ import annotations

from fenji.evaluation.reference import spans
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued, union
from fenji.evaluation.world import Spot
from fenji.model.reason import Seen
from fenji.model.rule import Measure, MeasureCase
from fenji.model.truth import Truth
from fenji.model.value import NumberSpan, Value, as_span, is_known


def value_of_measure(scene: Scene, measure: Measure, at: Spot) -> Valued:
    """What the measure could be: all that its possible cases could give."""
    chosen, exhausted, gaps = _possible(scene, measure.cases, at)
    several: list[Value] = [valued.value for valued in chosen if valued.value is not None]
    parts = tuple(valued.seen for valued in chosen)
    if not several:
        seen = Seen(measure.name, at.path, None, True, parts=parts)
        return Valued(None, Truth.FALSE, NO_GAPS, seen)
    value = spans.within(spans.hull(map(as_span, several)), measure.range)
    sure = exhausted and all(valued.applies is Truth.TRUE for valued in chosen)
    settled = is_known(value) and sure
    seen = Seen(measure.name, at.path, value, is_known(value), parts=parts)
    open_ = NO_GAPS if settled else union((gaps, *(valued.gaps for valued in chosen)))
    applies = Truth.TRUE if sure else Truth.UNKNOWN
    return Valued(value, applies, open_, seen, _on_declared(scene, measure, at, value))


def _possible(
    scene: Scene, cases: tuple[MeasureCase, ...], at: Spot
) -> tuple[list[Valued], bool, Gaps]:
    """The values of the cases that may be the first to hold; whether one certainly is; the gaps."""
    chosen: list[Valued] = []
    gaps: Gaps = NO_GAPS
    for case in cases:
        if case.when is None:
            return [*chosen, scene.value(case.value, at)], True, gaps
        verdict = scene.judge(case.when, at)
        if verdict.truth is Truth.FALSE:
            continue
        chosen.append(scene.value(case.value, at))
        if verdict.truth is Truth.TRUE:
            return chosen, True, gaps
        gaps = union((gaps, verdict.gaps))
    return chosen, False, gaps


def _on_declared(scene: Scene, measure: Measure, at: Spot, value: NumberSpan) -> Value:
    """The value if each comparison open only for inspection were taken as not met."""
    found: list[NumberSpan] = []
    for case in measure.cases:
        low = Truth.TRUE if case.when is None else scene.judge(case.when, at).low
        if low is Truth.FALSE:
            continue
        valued = scene.value(case.value, at)
        if valued.value is not None:
            found.append(as_span(valued.on_declared or valued.value))
        if low is Truth.TRUE:
            break
    return spans.within(spans.hull(found), measure.range) if found else value
