"""Sheets: a base, and items whose entries move the score, up to a cap."""

from __future__ import annotations

import ast
from collections.abc import Callable

from fenji.evaluation.compiled.codes import FALSE, GIVEN, INSPECTED, TRUE, UNKNOWN
from fenji.evaluation.compiled.conditions import every
from fenji.evaluation.compiled.expressions import number
from fenji.evaluation.compiled.measures import answered_number
from fenji.evaluation.compiled.numbers import (
    NO_NUMBER,
    NOTHING,
    OPEN,
    Bound,
    Number,
    Span,
    is_point,
    plus_spans,
    span_of,
    times_spans,
)
from fenji.evaluation.compiled.rules import given_out
from fenji.evaluation.compiled.syntax import (
    Expr,
    bits,
    call,
    choose,
    constant,
    item,
    load,
    naming,
    row_of,
)
from fenji.evaluation.compiled.work import Piece, Ref, Work
from fenji.evaluation.protocol import Answered
from fenji.model.rule import Entry, Sheet
from fenji.model.truth import Truth

Score = tuple[Bound, Bound, int, int, Bound, Bound]
"""A quadruple (see `numbers`), and the bounds on declared facts."""
LOW = tuple({Truth.FALSE: FALSE, Truth.TRUE: TRUE}.get(low, UNKNOWN[0]) for _, low in GIVEN)
"""The code of a verdict taken on declared facts."""
Scored = tuple[int, Number, Number | None]
"""The verdict's code on whether an entry counts, its points, and how often."""


def make_sheet(work: Work, piece: Piece) -> None:
    """The piece of a sheet; out of scope it does not apply."""
    assert isinstance(piece.ref.key, str)
    ready = work.prepared.sheets[piece.ref.kind, piece.ref.key]
    sheet = ready.sheet
    parts = []
    if sheet.scope is not None:
        parts.append(work.use(Ref("condition", sheet.for_, sheet.scope)))
    applies = every(work, parts)
    if ready.in_force is Truth.UNKNOWN:
        applies = item(load("DOUBTFUL"), applies)
    items = [row_of([_entry(work, entry) for entry in one.entries]) for one in sheet.items]
    code = work.fresh()
    gaps = bits(load(code), ast.RShift(), constant(6))
    score = work.named(scoring(sheet), "score")
    scored = call(score, load(code), gaps, number(work, sheet.base), *items)
    never = load(work.named(NO_NUMBER, "NO_NUMBER"))
    piece.value = choose(naming(code, applies), scored, never)
    answer = call(work.tool(answered_score), load(piece.name))
    piece.also.append(given_out("values", sheet.for_, sheet.name, answer))


def _entry(work: Work, entry: Entry) -> Expr:
    met = constant(TRUE) if entry.when is None else work.condition(entry.when)
    times = constant(None) if entry.times is None else number(work, entry.times)
    return row_of([met, number(work, entry.points), times])


def answered_score(score: Score | Number) -> Answered:
    """What is given out of a score."""
    return answered_number((score[0], score[1], score[2], score[3]))


def scoring(sheet: Sheet) -> Callable[..., Score]:
    """The score of which the items come as their entries; endless ends are within the range."""
    missing, limits = span_of(sheet.missing), span_of(sheet.range)
    caps = [(one.exclusive, span_of(one.cap)) for one in sheet.items]

    def scored(applies: int, gaps: int, base: Number, *items: tuple[Scored, ...]) -> Score:
        total = plus_spans((base[0], base[1]) if base[2] else NOTHING, missing)
        declared = total
        gaps |= base[3]
        for (exclusive, cap), entries in zip(caps, items, strict=True):
            counted: list[tuple[int, Span]] = []
            for entry in entries:
                code, points, waiting = _points(entry)
                gaps |= waiting
                counted.append((code, points))
            moved = _clamped(_strongest(counted) if exclusive else _sum(counted), cap)
            total = plus_spans(total, moved)
            if any(code >> 6 & INSPECTED for code, _ in counted):
                counted = [(LOW[code], points) for code, points in counted]
                moved = _clamped(_strongest(counted) if exclusive else _sum(counted), cap)
            declared = plus_spans(declared, moved)
        low, high = _clamped(total, limits)
        declared = _clamped(declared, limits)
        if applies != TRUE:
            return low, high, OPEN, gaps, *declared
        return low, high, TRUE, 0 if is_point(low, high) else gaps, *declared

    return scored


def _points(entry: Scored) -> tuple[int, Span, int]:
    """Whether it counts, the points it would move, and what keeps them open."""
    code, points, times = entry
    if code == FALSE:
        return code, NOTHING, 0
    gaps = code >> 6 | points[3]
    span = (points[0], points[1]) if points[2] else NOTHING
    if span[0] > span[1]:  # a measure outside its range; a product puts its ends in order
        span = span[1], span[0]
    if times is not None:
        gaps |= times[3]
        span = times_spans(span, (times[0], times[1]) if times[2] else NOTHING)
    return code, span, gaps


def _sum(entries: list[tuple[int, Span]]) -> Span:
    total = NOTHING
    for code, points in entries:
        if code == TRUE:
            total = plus_spans(total, points)
        elif code:
            total = plus_spans(total, _hull([NOTHING, points]))
    return total


def _strongest(entries: list[tuple[int, Span]]) -> Span:
    """Of the entries that hold, the one that moves the score most; of those that may, any."""
    possible: list[Span] = []
    for code, points in sorted(entries, key=lambda entry: _strength(entry[1]), reverse=True):
        if code:
            possible.append(points)
        if code == TRUE:
            return _hull(possible)
    return _hull([NOTHING, *possible])


def _strength(points: Span) -> Bound:
    ends = [end if end >= 0 else -end for end in points if not isinstance(end, float)]
    return max(ends, default=0)


def _hull(several: list[Span]) -> Span:
    return min(low for low, _ in several), max(high for _, high in several)


def _clamped(span: Span, limits: Span) -> Span:
    """The span after values outside the limits were moved to them."""
    least, most = limits
    return min(max(span[0], least), most), min(max(span[1], least), most)
