"""`sum`, `min`, `max`, `count` over the children of an entity, when some are not known.

The term is worked out once in each child; here they are gathered.
"""

from __future__ import annotations

from collections.abc import Callable

from fenji.evaluation.compiled.codes import TRUE
from fenji.evaluation.compiled.expressions import number
from fenji.evaluation.compiled.numbers import (
    ENDLESS,
    NO_NUMBER,
    NOTHING,
    OPEN,
    Number,
    Span,
    is_point,
    plus_spans,
    times_spans,
)
from fenji.evaluation.compiled.row import EXISTS, MORE, PHANTOM, Row
from fenji.evaluation.compiled.syntax import Expr, call
from fenji.evaluation.compiled.work import Piece, Ref, Work
from fenji.model.expression import Aggregate, Expression

ONE: Number = (1, 1, TRUE, 0)


def aggregate_of(work: Work, node: Aggregate) -> Expr:
    """The term of each child gathered."""
    place = None if node.of is None else work.index(Ref("term", node.kind, node.of))
    gather = work.named(GATHERING[node.how](place), node.how)
    return call(gather, work.children(node.kind))


def make_term(work: Work, piece: Piece) -> None:
    """The piece of a term, of whatever kind its expression is."""
    of = piece.ref.key
    assert isinstance(of, Expression)
    piece.value = number(work, of)


Terms = list[tuple[Row, Number]]


def _terms(children: list[Row], place: int | None) -> tuple[Terms, int]:
    """The terms that apply or may, and what keeps open how many there are."""
    terms, gaps = [], 0
    for child in children:
        if child[EXISTS] != TRUE:
            gaps |= child[EXISTS] >> 6
        term = ONE if place is None else child[place]
        if term[2]:
            gaps |= term[3]
            terms.append((child, term))
    return terms, gaps


def _adding(place: int | None) -> Callable[[list[Row]], Number]:
    """A sum or count: a child that may not be there, or may not apply, adds what it could or nothing."""

    def added(children: list[Row]) -> Number:
        terms, gaps = _terms(children, place)
        total = NOTHING
        for child, (low, high, applies, _) in terms:
            span = (low, high)
            if child[EXISTS] != TRUE or applies != TRUE:
                span = times_spans(span, _times(child))
            total = plus_spans(total, span)
        low, high = total
        return low, high, TRUE, 0 if is_point(low, high) else gaps

    return added


def _times(child: Row) -> Span:
    """How often it may be there: a phantom, as often as it may stand for a child."""
    if not child[PHANTOM] or child[MORE] == 1:
        return 0, 1
    return 0, ENDLESS if child[MORE] is None else child[MORE]


def _extreme(how: str) -> Callable[[int | None], Callable[[list[Row]], Number]]:
    pick = min if how == "min" else max

    def placed(place: int | None) -> Callable[[list[Row]], Number]:
        def picked(children: list[Row]) -> Number:
            terms, gaps = _terms(children, place)
            if not terms:
                return NO_NUMBER
            sure = [t for child, t in terms if child[EXISTS] == TRUE and t[2] == TRUE]
            low, high = pick(t[0] for _, t in terms), pick(t[1] for _, t in terms)
            if not sure:
                low, high = min(t[0] for _, t in terms), max(t[1] for _, t in terms)
                return low, high, OPEN, gaps
            if how == "min":
                high = min(t[1] for t in sure)
            else:
                low = max(t[0] for t in sure)
            return low, high, TRUE, 0 if is_point(low, high) else gaps

        return picked

    return placed


GATHERING = {"sum": _adding, "count": _adding, "min": _extreme("min"), "max": _extreme("max")}
