"""Sheets: a base, and items whose entries move the score, up to a cap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from fenji.evaluation.prepared import ReadySheet
from fenji.evaluation.reference import spans
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued, union
from fenji.evaluation.world import Spot
from fenji.model.reason import Seen
from fenji.model.rule import Entry, Item
from fenji.model.truth import Truth, all_of
from fenji.model.value import NumberSpan, as_span, is_known, point

NOTHING = point(0)


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry: whether it counts, as known and on declared facts, and the points it would move."""

    truth: Truth
    low: Truth
    points: NumberSpan
    gaps: Gaps


Side = Callable[[Scored], Truth]
Items = list[tuple[Item, list[Scored]]]


def value_of_sheet(scene: Scene, ready: ReadySheet, at: Spot) -> Valued:
    """The score as a span: of what is known, and of what entries not encoded could add."""
    sheet = ready.sheet
    applies, scope_gaps = ready.in_force, NO_GAPS
    if sheet.scope is not None:
        scope = scene.judge(sheet.scope, at)
        applies, scope_gaps = all_of((applies, scope.truth)), scope.gaps
    if applies is Truth.FALSE:
        return Valued(None, applies, NO_GAPS, Seen(sheet.name, at.path, None, True))
    base = scene.value(sheet.base, at)
    start = spans.add(NOTHING if base.value is None else as_span(base.value), sheet.missing)
    items = [(item, [_scored(scene, entry, at) for entry in item.entries]) for item in sheet.items]
    value = spans.clamp(_total(start, items, lambda scored: scored.truth), sheet.range)
    on_declared = spans.clamp(_total(start, items, lambda scored: scored.low), sheet.range)
    seen = Seen(sheet.name, at.path, value, is_known(value), parts=_shown(items, at))
    settled = is_known(value) and applies is Truth.TRUE
    open_ = union((scope_gaps, base.gaps, *(s.gaps for _, scored in items for s in scored)))
    return Valued(value, applies, NO_GAPS if settled else open_, seen, on_declared)


def _scored(scene: Scene, entry: Entry, at: Spot) -> Scored:
    truth, low, gaps = Truth.TRUE, Truth.TRUE, NO_GAPS
    if entry.when is not None:
        verdict = scene.judge(entry.when, at)
        truth, low, gaps = verdict.truth, verdict.low, verdict.gaps
        if truth is Truth.FALSE:
            return Scored(truth, low, NOTHING, NO_GAPS)
    factors = [scene.value(entry.points, at)]
    if entry.times is not None:
        factors.append(scene.value(entry.times, at))
    points = point(1)
    for factor in factors:
        points = spans.multiply(points, NOTHING if factor.value is None else as_span(factor.value))
    return Scored(truth, low, points, union((gaps, *(factor.gaps for factor in factors))))


def _total(start: NumberSpan, items: Items, side: Side) -> NumberSpan:
    for item, scored in items:
        start = spans.add(start, _item(item, scored, side))
    return start


def _item(item: Item, scored: list[Scored], side: Side) -> NumberSpan:
    """What the entries of one item move together, within its cap."""
    entries = [(side(one), one.points) for one in scored]
    total = NOTHING
    if item.exclusive:
        total = _strongest(entries)
    else:
        for truth, points in entries:
            total = spans.add(total, _counted(truth, points))
    return spans.clamp(total, item.cap)


def _counted(truth: Truth, points: NumberSpan) -> NumberSpan:
    if truth is Truth.TRUE:
        return points
    return NOTHING if truth is Truth.FALSE else spans.hull((NOTHING, points))


def _strongest(entries: list[tuple[Truth, NumberSpan]]) -> NumberSpan:
    """Of the entries that hold, the one that moves the score most; of those that may, any."""
    possible: list[NumberSpan] = []
    for truth, points in sorted(entries, key=lambda entry: _strength(entry[1]), reverse=True):
        if truth is Truth.FALSE:
            continue
        possible.append(points)
        if truth is Truth.TRUE:
            return spans.hull(possible)
    return spans.hull((NOTHING, *possible))


def _strength(points: NumberSpan) -> Fraction:
    ends = [abs(end) for end in (points.low, points.high) if end is not None]
    return max(ends, default=Fraction(0))


def _shown(items: Items, at: Spot) -> tuple[Seen, ...]:
    """What each item moved, for the trace."""
    totals = [(item, _item(item, scored, lambda one: one.truth)) for item, scored in items]
    return tuple(Seen(str(item.name), at.path, total, is_known(total)) for item, total in totals)
