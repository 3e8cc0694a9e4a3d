"""Sheets: a base, and items whose entries move the score, up to a cap."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from fenji.evaluation.prepared import ReadySheet
from fenji.evaluation.reference import spans
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued, Verdict, union
from fenji.evaluation.world import Spot
from fenji.model.reason import Seen
from fenji.model.rule import Entry, Item
from fenji.model.truth import Truth, all_of
from fenji.model.value import NumberSpan, as_span, is_known, point

Side = Callable[[Verdict], Truth]
NOTHING = point(0)


def value_of_sheet(scene: Scene, ready: ReadySheet, at: Spot) -> Valued:
    """The score as a span: of what is known, and of what entries not encoded could add."""
    sheet = ready.sheet
    applies, scope_gaps = ready.in_force, NO_GAPS
    if sheet.scope is not None:
        scope = scene.judge(sheet.scope, at)
        applies, scope_gaps = all_of((applies, scope.truth)), scope.gaps
    if applies is Truth.FALSE:
        return Valued(None, applies, NO_GAPS, Seen(sheet.name, at.path, None, True))
    value = _score(scene, ready, at, lambda verdict: verdict.truth)
    on_declared = _score(scene, ready, at, lambda verdict: verdict.low)
    gaps, parts = union((scope_gaps, _gaps(scene, ready, at))), []
    for item in sheet.items:
        total = _item(scene, item, at, lambda verdict: verdict.truth)
        parts.append(Seen(str(item.name), at.path, total, is_known(total)))
    seen = Seen(sheet.name, at.path, value, is_known(value), parts=tuple(parts))
    settled = is_known(value) and applies is Truth.TRUE
    return Valued(value, applies, NO_GAPS if settled else gaps, seen, on_declared)


def _score(scene: Scene, ready: ReadySheet, at: Spot, side: Side) -> NumberSpan:
    sheet = ready.sheet
    base = scene.value(sheet.base, at).value
    total = spans.add(NOTHING if base is None else as_span(base), sheet.missing)
    for item in sheet.items:
        total = spans.add(total, _item(scene, item, at, side))
    return spans.clamp(total, sheet.range)


def _item(scene: Scene, item: Item, at: Spot, side: Side) -> NumberSpan:
    """What the entries of one item move together, within its cap."""
    entries = [
        (_truth(scene, entry, at, side), _points(scene, entry, at)) for entry in item.entries
    ]
    total = NOTHING
    if item.exclusive:
        total = _strongest(entries)
    else:
        for truth, points in entries:
            total = spans.add(total, _counted(truth, points))
    return spans.clamp(total, item.cap)


def _truth(scene: Scene, entry: Entry, at: Spot, side: Side) -> Truth:
    return Truth.TRUE if entry.when is None else side(scene.judge(entry.when, at))


def _points(scene: Scene, entry: Entry, at: Spot) -> NumberSpan:
    points = scene.value(entry.points, at).value
    if points is None:
        return NOTHING
    if entry.times is None:
        return as_span(points)
    times = scene.value(entry.times, at).value
    return NOTHING if times is None else spans.multiply(as_span(points), as_span(times))


def _counted(truth: Truth, points: NumberSpan) -> NumberSpan:
    if truth is Truth.TRUE:
        return points
    return NOTHING if truth is Truth.FALSE else spans.hull((NOTHING, points))


def _strongest(entries: list[tuple[Truth, NumberSpan]]) -> NumberSpan:
    """Of the entries that hold, the one that moves the score most; of those that may, any."""
    possible = [NOTHING]
    for truth, points in sorted(entries, key=lambda entry: _strength(entry[1]), reverse=True):
        if truth is Truth.FALSE:
            continue
        possible.append(points)
        if truth is Truth.TRUE:
            return spans.hull(possible[1:])
    return spans.hull(possible)


def _strength(points: NumberSpan) -> Fraction:
    ends = [abs(end) for end in (points.low, points.high) if end is not None]
    return max(ends, default=Fraction(0))


def _gaps(scene: Scene, ready: ReadySheet, at: Spot) -> Gaps:
    found = [scene.value(ready.sheet.base, at).gaps]
    for item in ready.sheet.items:
        for entry in item.entries:
            truth = Truth.TRUE
            if entry.when is not None:
                verdict = scene.judge(entry.when, at)
                truth = verdict.truth
                found.append(verdict.gaps if truth is Truth.UNKNOWN else NO_GAPS)
            if truth is not Truth.FALSE:
                found.append(scene.value(entry.points, at).gaps)
                if entry.times is not None:
                    found.append(scene.value(entry.times, at).gaps)
    return union(found)
