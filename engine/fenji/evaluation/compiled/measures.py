"""Measures: what the cases that may be the first to hold could give."""

from __future__ import annotations

from collections.abc import Callable

from fenji.evaluation.compiled.codes import APPLIES, TRUE
from fenji.evaluation.compiled.expressions import number
from fenji.evaluation.compiled.numbers import (
    NO_NUMBER,
    OPEN,
    Number,
    Span,
    is_point,
    number_value,
    span_of,
)
from fenji.evaluation.compiled.rules import given_out
from fenji.evaluation.compiled.syntax import call, constant, load, row_of
from fenji.evaluation.compiled.work import Piece, Work
from fenji.evaluation.protocol import Answered

Tried = tuple[int, Number]


def make_measure(work: Work, piece: Piece) -> None:
    """The piece of a measure."""
    assert isinstance(piece.ref.key, str)
    measure = work.prepared.measures[piece.ref.kind, piece.ref.key]
    cases = []
    for case in measure.cases:
        met = constant(TRUE) if case.when is None else work.condition(case.when)
        cases.append(row_of([met, number(work, case.value)]))
    piece.value = call(work.named(measuring(span_of(measure.range)), "measure"), *cases)
    answer = call(work.tool(answered_number), load(piece.name))
    piece.also.append(given_out("values", measure.for_, measure.name, answer))


def measuring(limits: Span) -> Callable[..., Number]:
    """The measure within its limits, of its cases in order: whether each holds, what it gives."""
    least, most = limits

    def measured(*cases: Tried) -> Number:
        low, high = limits
        gaps, reached, sure, found = 0, False, True, False
        for met, (a, b, applies, waiting) in cases:
            if not met:
                continue
            gaps |= waiting
            sure = sure and applies == TRUE
            if applies:
                low, high = (min(low, a), max(high, b)) if found else (a, b)
                found = True
            if met == TRUE:
                reached = True
                break
            gaps |= met >> 6
        if not found:
            return NO_NUMBER
        if (low < least or high > most) and max(low, least) <= min(high, most):
            low, high = max(low, least), min(high, most)
        if not (reached and sure):
            return low, high, OPEN, gaps
        return low, high, TRUE, 0 if is_point(low, high) else gaps

    return measured


def answered_number(number: Number) -> Answered:
    """What is given out of a number."""
    low, high, applies, _ = number
    if not applies:
        return Answered(None, APPLIES[0])
    return Answered(number_value(low, high), APPLIES[applies])
