"""Comparisons: bounds against bounds and masks against masks; whatever else, by the reference."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from fenji.evaluation.compiled.codes import FALSE, TRUE, UNKNOWN
from fenji.evaluation.compiled.operands import Operand, Type
from fenji.evaluation.compiled.syntax import (
    Expr,
    bits,
    both,
    call,
    choose,
    compared,
    constant,
    equal,
    first,
    item,
    load,
    row_of,
)
from fenji.evaluation.compiled.work import Ref, Work
from fenji.evaluation.reference.comparing import COMPARING
from fenji.model.condition import Compare, Word
from fenji.model.expression import Expression, Literal, Name
from fenji.model.truth import Truth
from fenji.model.value import Choice, Member, NumberSpan, Value

ORDERED = (Word.AT_LEAST, Word.AT_MOST, Word.MORE_THAN, Word.LESS_THAN)
SAME = (Word.IS, Word.IS_NOT, Word.ONE_OF, Word.NONE_OF)
HAVING = (Word.HAS, Word.HAS_ANY, Word.HAS_NONE)
NEGATIVE = (Word.IS_NOT, Word.NONE_OF, Word.HAS_NONE)


def judge_compare(work: Work, node: Compare) -> Expr:
    """False where either side does not apply; unknown where that is not known.

    What reads an ancestor alone is judged there, once for all below it.
    """
    owner = _owner(node)
    if owner is not None and owner != work.kind:
        return work.use(Ref("condition", owner, node))
    left = work.operand(node.left)
    words = _words(node.right)
    if left.type is Type.CHOICE and node.word in SAME and words is not None:
        return _settled(_masked(left, node.word, words), [left])
    if left.type is Type.SET and node.word in HAVING and words is not None:
        return _settled(_having(left, node.word, words), [left])
    right = [work.operand(expression) for expression in node.right]
    bounded = left.type in (Type.NUMBER, Type.DATE) and all(r.type is left.type for r in right)
    if bounded and len(right) == 1 and node.word in (*ORDERED, Word.IS, Word.IS_NOT):
        sides = _among_lines(left, node.right[0]) or (left, right[0])
        return _settled(_bounded(sides[0], node.word, sides[1]), [left, *right])
    return _by_the_reference(work, left, node.word, right)


def _owner(node: Compare) -> str | None:
    """The kind of which alone it reads, if that is plain to see."""
    parts = [part for part in (node.left, *node.right) if not isinstance(part, Literal)]
    kinds = {part.entity if isinstance(part, Name) else None for part in parts}
    return kinds.pop() if len(kinds) == 1 else None


class Outcomes:
    """What a comparison gives where it is met, not met and open; a negated one swaps the first two."""

    def __init__(self, operands: Sequence[Operand], *, negated: bool = False) -> None:
        applying = [o.applies for o in operands if o.applies is not None]
        self.unknown = _open(operands)
        certain = constant(TRUE)
        if applying:
            every = both(*[equal(one, constant(TRUE)) for one in applying])
            certain = choose(every, certain, self.unknown)
        never = constant(FALSE)
        self.true, self.false = (never, certain) if negated else (certain, never)


def _open(operands: Sequence[Operand]) -> Expr:
    """The code of an open comparison of these."""
    waiting = [o for o in operands if o.unknown is not None]
    if not waiting:
        return constant(UNKNOWN[0])
    if len(waiting) == 1:
        assert waiting[0].unknown is not None
        return waiting[0].unknown
    gaps = waiting[0].gaps
    assert gaps is not None
    for other in waiting[1:]:
        assert other.gaps is not None
        gaps = bits(gaps, ast.BitOr(), other.gaps)
    return item(load("UNKNOWN"), gaps)


def _settled(comparison: Expr, operands: Sequence[Operand]) -> Expr:
    """False where an operand does not apply."""
    applying = [o.applies for o in operands if o.applies is not None]
    return both(*applying, comparison)


def _bounded(left: Operand, word: Word, right: Operand) -> Expr:
    """Numbers and days, by their bounds. The order of the tests is the reference's."""
    out = Outcomes([left, right], negated=word in (Word.LESS_THAN, Word.MORE_THAN, Word.IS_NOT))
    if word in (Word.IS, Word.IS_NOT):
        equals = both(_reaches(left, right), _reaches(right, left))
        beside = first(_misses(left, right), _misses(right, left))
        return choose(equals, out.true, choose(beside, out.false, out.unknown))
    a, b = (left, right) if word in (Word.AT_LEAST, Word.LESS_THAN) else (right, left)
    return choose(_reaches(a, b), out.true, choose(_below(a, b), out.false, out.unknown))


def _among_lines(left: Operand, right: Expression) -> tuple[Operand, Operand] | None:
    """A fact and a figure that is written, as the doubles where they stand, if they have such."""
    value = right.value if isinstance(right, Literal) else None
    if left.lines is None or left.standing is None or not isinstance(value, NumberSpan):
        return None
    if value.low is None or value.low != value.high:
        return None
    line = left.lines.add(value.low)
    if line is None:
        return None
    first, second = left.standing
    written = constant(line)
    return replace(left, first=first, second=second), Operand(
        Type.NUMBER, written, written, written
    )


def _reaches(a: Operand, b: Operand) -> Expr:
    """Whether `a` is at least `b` for certain."""
    return compared(a.first, ast.GtE(), b.second)


def _below(a: Operand, b: Operand) -> Expr:
    return compared(a.second, ast.Lt(), b.first)


def _misses(a: Operand, b: Operand) -> Expr:
    """Whether `a` is less than `b` for certain. A measure outside its range may seem both."""
    return both(_below(a, b), _not(_reaches(a, b)))


def _not(test: Expr) -> Expr:
    return ast.UnaryOp(ast.Not(), test)


def _words(right: Sequence[Expression]) -> list[Member] | None:
    """The words on the right side, where all of them are written there."""
    found: list[Member] = []
    for expression in right:
        value = expression.value if isinstance(expression, Literal) else None
        if not isinstance(value, Choice) or value.members is None or len(value.members) != 1:
            return None
        found.extend(value.members)
    return found


def _masked(left: Operand, word: Word, words: list[Member]) -> Expr:
    """A choice against words."""
    assert left.domain is not None
    if word in (Word.IS, Word.IS_NOT):
        words = words[:1]
    mask = 0
    for one in words:
        mask |= left.domain.bit(one)
    out = Outcomes([left], negated=word in NEGATIVE)
    common = bits(left.first, ast.BitAnd(), constant(mask))
    if word in (Word.IS, Word.IS_NOT):
        met = equal(left.first, constant(mask))
        return choose(met, out.true, choose(common, out.unknown, out.false))
    outside = bits(left.first, ast.BitAnd(), constant(~mask))
    return choose(outside, choose(common, out.unknown, out.false), out.true)


def _having(left: Operand, word: Word, words: list[Member]) -> Expr:
    """A set against words."""
    assert left.domain is not None
    mask = 0
    for one in words:
        mask |= left.domain.bit(str(one))
    out = Outcomes([left], negated=word in NEGATIVE)
    certain = bits(left.first, ast.BitAnd(), constant(mask))
    possible = bits(left.second, ast.BitAnd(), constant(mask))
    return choose(certain, out.true, choose(possible, out.unknown, out.false))


def _by_the_reference(work: Work, left: Operand, word: Word, right: Sequence[Operand]) -> Expr:
    """Any other comparison: of the model's own values, by the functions of the model."""
    out = Outcomes([left, *right])
    compare = work.named(Compared(word), "compare")
    truth = call(compare, left.value, row_of([r.value for r in right]))
    outcomes = row_of([out.false, out.unknown, out.true])
    return _settled(item(outcomes, truth), [left, *right])


NUMBERED = {Truth.FALSE: 0, Truth.UNKNOWN: 1, Truth.TRUE: 2}


class Compared:
    """One comparing word over values of the model: 0 false, 1 unknown, 2 true."""

    def __init__(self, word: Word) -> None:
        self._compare = COMPARING[word]

    def __call__(self, left: Value, right: Sequence[Value]) -> int:
        return NUMBERED[self._compare(left, right)]
