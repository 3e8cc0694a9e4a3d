"""Formulas: literals, parameters, arithmetic, extremes, elapsed time. All exact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from fenji.evaluation.reference import spans
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Valued, union
from fenji.evaluation.world import Spot
from fenji.model.dates import has_begun, months_between, years_between
from fenji.model.expression import Arithmetic, Elapsed, Extreme, Literal, Parameter
from fenji.model.reason import Seen
from fenji.model.truth import Truth, all_of
from fenji.model.value import (
    ANY_NUMBER,
    DateSpan,
    NumberSpan,
    Value,
    as_span,
    hull,
    is_known,
    point,
)

SIGNS: dict[str, Callable[[NumberSpan, NumberSpan], NumberSpan]] = {
    "+": spans.add,
    "-": lambda a, b: spans.add(a, spans.negate(b)),
    "*": spans.multiply,
    "/": spans.divide,
}


def value_of_literal(scene: Scene, node: Literal, at: Spot) -> Valued:
    """A value written in a rule, worked out once; keeping the node keeps its identity its own."""
    remembered = scene.prepared.literals.get(id(node))
    if remembered is None:
        seen = Seen("", "", node.value, True)
        remembered = (node, Valued(node.value, Truth.TRUE, NO_GAPS, seen, node.value))
        scene.prepared.literals[id(node)] = remembered
    return remembered[1]


def value_of_parameter(scene: Scene, node: Parameter, at: Spot) -> Valued:
    """The figure in force on the day; any number before the first, a span on a day in doubt."""
    possible: list[Value] = []
    for dated in scene.prepared.release.parameters[node.name].values:
        begun = has_begun(dated.from_, scene.prepared.as_of)
        if begun is Truth.TRUE:
            possible = [point(dated.value)]
        elif begun is Truth.UNKNOWN:
            possible.append(point(dated.value))
    value = hull(possible) if possible else ANY_NUMBER
    return Valued(value, Truth.TRUE, NO_GAPS, Seen(node.name, "", value, is_known(value)), value)


def value_of_arithmetic(scene: Scene, node: Arithmetic, at: Spot) -> Valued:
    """`+ - * /`."""
    several = [scene.value(node.left, at), scene.value(node.right, at)]
    return _together(node.sign, at, several, lambda s: SIGNS[node.sign](s[0], s[1]))


def value_of_extreme(scene: Scene, node: Extreme, at: Spot) -> Valued:
    """The smallest or largest of several numbers."""
    pick = spans.smallest if node.which == "min" else spans.largest
    return _together(node.which, at, [scene.value(part, at) for part in node.of], pick)


def _together(
    label: str,
    at: Spot,
    several: Sequence[Valued],
    compute: Callable[[list[NumberSpan]], NumberSpan],
) -> Valued:
    """A number computed from others; it does not apply where one of them does not."""
    parts = tuple(valued.seen for valued in several)
    values = [valued.value for valued in several]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return Valued(None, Truth.FALSE, NO_GAPS, Seen(label, at.path, None, True, parts=parts))
    value = compute([as_span(value) for value in known])
    applies = all_of(valued.applies for valued in several)
    settled = is_known(value) and applies is Truth.TRUE
    gaps = NO_GAPS if settled else union(valued.gaps for valued in several)
    seen = Seen(label, at.path, value, is_known(value), parts=parts)
    return Valued(value, applies, gaps, seen, value)


def value_of_elapsed(scene: Scene, node: Elapsed, at: Spot) -> Valued:
    """Whole days, months or years from a day to the day of the decision."""
    since = scene.value(node.since, at)
    label = node.unit if node.unit == "months_ended" else f"{node.unit}_since"
    if since.value is None:
        return Valued(None, Truth.FALSE, NO_GAPS, Seen(label, at.path, None, True))
    assert isinstance(since.value, DateSpan)
    as_of = scene.prepared.as_of
    value = NumberSpan(
        _elapsed(node.unit, since.value.high, as_of), _elapsed(node.unit, since.value.low, as_of)
    )
    seen = Seen(label, at.path, value, is_known(value), parts=(since.seen,))
    return Valued(value, since.applies, since.gaps, seen, value)


def _elapsed(unit: str, since: date | None, as_of: date) -> Fraction | None:
    if since is None:
        return None
    if unit == "days":
        return Fraction((as_of - since).days)
    if unit == "months_ended":
        return Fraction(months_between(since, as_of - timedelta(days=1)))
    return Fraction((months_between if unit == "months" else years_between)(since, as_of))
