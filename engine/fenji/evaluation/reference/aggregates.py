"""`sum`, `min`, `max`, `count` over the children of an entity, when some are not known."""

from __future__ import annotations

from fractions import Fraction

from fenji.evaluation.reference import spans
from fenji.evaluation.reference.children import existence_gaps
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued, union
from fenji.evaluation.world import Spot
from fenji.model.expression import Aggregate
from fenji.model.reason import Seen
from fenji.model.truth import Truth
from fenji.model.value import NumberSpan, as_span, is_known, point


def value_of_aggregate(scene: Scene, node: Aggregate, at: Spot) -> Valued:
    """`sum`, `min`, `max`, `count` over the children of one kind.

    A child for which the expression does not apply adds nothing; one that may not exist, or may not
    apply, adds what it could or nothing; a phantom adds that as often as it may stand for a child.
    """
    terms: list[NumberSpan] = []
    certain: list[NumberSpan] = []
    gaps: list[Gaps] = []
    seen: list[Seen] = []
    for child in scene.world.children(at, node.kind):
        valued = _term(scene, node, child)
        if child.exists is Truth.UNKNOWN:
            gaps.append(existence_gaps(scene, child))
        if valued.value is None:
            continue
        span = as_span(valued.value)
        gaps.append(valued.gaps)
        if child.phantom is None:
            seen.append(valued.seen)
        if child.exists is Truth.TRUE and valued.applies is Truth.TRUE:
            certain.append(span)
        elif node.how in ("sum", "count"):
            span = _perhaps(span, child)
        terms.append(span)
    value = _aggregated(node.how, terms, certain)
    label = f"{node.how}:{node.kind}"
    if value is None:
        return Valued(None, Truth.FALSE, NO_GAPS, Seen(label, at.path, None, True))
    applies = Truth.TRUE if certain or node.how in ("sum", "count") else Truth.UNKNOWN
    settled = is_known(value) and applies is Truth.TRUE
    shown = Seen(label, at.path, value, is_known(value), parts=tuple(seen))
    return Valued(value, applies, NO_GAPS if settled else union(gaps), shown, value)


def _term(scene: Scene, node: Aggregate, child: Spot) -> Valued:
    if node.of is not None:
        return scene.value(node.of, child)
    one = point(1)
    return Valued(one, Truth.TRUE, NO_GAPS, Seen("", child.path, one, True), one)


def _perhaps(span: NumberSpan, child: Spot) -> NumberSpan:
    """The term of a child that may not be there; a phantom's, as often as it may be."""
    if child.phantom is None or child.more == 1:
        times: NumberSpan = NumberSpan(Fraction(0), Fraction(1))
    else:
        times = NumberSpan(Fraction(0), None if child.more is None else Fraction(child.more))
    return spans.multiply(span, times)


def _aggregated(how: str, terms: list[NumberSpan], certain: list[NumberSpan]) -> NumberSpan | None:
    if how in ("sum", "count"):
        total = point(0)
        for term in terms:
            total = spans.add(total, term)
        return total
    if not terms:
        return None
    pick = spans.smallest if how == "min" else spans.largest
    if not certain:
        return spans.hull(terms)
    reached, sure = pick(terms), pick(certain)
    if how == "min":
        return NumberSpan(reached.low, sure.high)
    return NumberSpan(sure.low, reached.high)
