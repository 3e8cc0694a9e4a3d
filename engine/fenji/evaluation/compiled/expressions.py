"""Formulas: literals, parameters, arithmetic, extremes, elapsed time."""

from __future__ import annotations

from fenji.evaluation.compiled.codes import TRUE
from fenji.evaluation.compiled.names import number_operand
from fenji.evaluation.compiled.numbers import (
    ENDLESS,
    Bound,
    arithmetic,
    days_of,
    elapsed,
    extreme,
    number_value,
    of_members,
    of_value,
    span_of,
)
from fenji.evaluation.compiled.operands import Operand, Type
from fenji.evaluation.compiled.syntax import Expr, call, constant, load, row_of
from fenji.evaluation.compiled.work import Piece, Ref, Work
from fenji.model.dates import has_begun
from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Lookup,
    Parameter,
)
from fenji.model.truth import Truth
from fenji.model.value import Choice, DateSpan, NumberSpan


def value_of_literal(work: Work, node: Literal) -> Operand:
    """A value written in a rule."""
    value = node.value
    if isinstance(value, NumberSpan | DateSpan):
        low, high = span_of(value) if isinstance(value, NumberSpan) else days_of(value)
        type_ = Type.NUMBER if isinstance(value, NumberSpan) else Type.DATE
        return Operand(type_, _bound(work, low), _bound(work, high), load(work.named(value)))
    kept = load(work.named(value))
    if isinstance(value, Choice):
        members = load(work.named(value.members)) if value.members is not None else constant(None)
        return Operand(Type.ANY, kept, members, kept)
    return Operand(Type.ANY, kept, kept, kept)


def _bound(work: Work, bound: Bound) -> Expr:
    if isinstance(bound, int):
        return constant(bound)
    if bound == ENDLESS:
        return load("ENDLESS")
    return load("MINUS_ENDLESS" if bound == -ENDLESS else work.named(bound))


def value_of_parameter(work: Work, node: Parameter) -> Operand:
    """The figure in force on the day; any number before the first, a span on a day in doubt."""
    possible: list[Bound] = []
    for dated in work.prepared.release.parameters[node.name].values:
        begun = has_begun(dated.from_, work.prepared.as_of)
        if begun is Truth.TRUE:
            possible = []
        if begun is not Truth.FALSE:
            possible.append(span_of(NumberSpan(dated.value, dated.value))[0])
    low, high = (min(possible), max(possible)) if possible else (-ENDLESS, ENDLESS)
    value = load(work.named(number_value(low, high)))
    return Operand(Type.NUMBER, _bound(work, low), _bound(work, high), value)


def value_of_shared(work: Work, node: Expression) -> Operand:
    """What is computed by a piece of its own, once for an entity however often it is written."""
    return number_operand(work, work.use(Ref("value", work.kind, node)))


def number(work: Work, node: Expression) -> Expr:
    """The quadruple of an expression that is read as a number."""
    operand = work.operand(node)
    applies = operand.applies or constant(TRUE)
    gaps = operand.gaps or constant(0)
    if operand.type is Type.NUMBER:
        return operand.whole or row_of([operand.first, operand.second, applies, gaps])
    if operand.type is Type.CHOICE:
        return call(work.tool(of_members), operand.second, applies, gaps)
    return call(work.tool(of_value), operand.value, applies, gaps)


def arithmetic_of(work: Work, node: Arithmetic) -> Expr:
    """`+ - * /`."""
    compute = work.named(arithmetic(node.sign), "arithmetic")
    return call(compute, number(work, node.left), number(work, node.right))


def extreme_of(work: Work, node: Extreme) -> Expr:
    """The smallest or largest of several numbers."""
    pick = work.named(extreme(node.which), node.which)
    return call(pick, *[number(work, part) for part in node.of])


def elapsed_of(work: Work, node: Elapsed) -> Expr:
    """Whole days, months or years from a day to the day of the decision."""
    since = work.operand(node.since)
    assert since.type is Type.DATE
    applies = since.applies or constant(TRUE)
    day = row_of([since.first, since.second, applies, since.gaps or constant(0)])
    return call(work.named(elapsed(node.unit, work.prepared.as_of), node.unit), day)


def make_value(work: Work, piece: Piece) -> None:
    """The piece of an expression."""
    assert isinstance(piece.ref.key, Arithmetic | Extreme | Elapsed | Aggregate | Lookup)
    piece.value = work.formula(piece.ref.key)
