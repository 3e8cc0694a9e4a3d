"""A quick way for rows of which everything asked is known: rules in two values, as Python writes them.

Only where all that is worked out at once are rules that compare facts of their own entity with what is
written, in `all`, `any` and `not`. Everything else takes the whole way.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from fenji.evaluation.compiled.codes import TRUE, UNKNOWN
from fenji.evaluation.compiled.facts import FactPlaces
from fenji.evaluation.compiled.numbers import bound
from fenji.evaluation.compiled.operands import Type
from fenji.evaluation.compiled.row import THERE
from fenji.evaluation.compiled.rules import given_out, row_name
from fenji.evaluation.compiled.syntax import (
    Expr,
    bits,
    both,
    compared,
    constant,
    equal,
    first,
    item,
    load,
    when,
)
from fenji.evaluation.compiled.work import Piece, Work
from fenji.model.condition import All, Any, Compare, Condition, Not, Word
from fenji.model.expression import Literal, Name, Stratum
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth
from fenji.model.value import Choice, DateSpan, NumberSpan, Value, is_known

COMPARED: dict[Word, ast.cmpop] = {
    Word.AT_LEAST: ast.GtE(),
    Word.AT_MOST: ast.LtE(),
    Word.MORE_THAN: ast.Gt(),
    Word.LESS_THAN: ast.Lt(),
    Word.IS: ast.Eq(),
    Word.IS_NOT: ast.NotEq(),
}
MASKED = {
    Type.CHOICE: (Word.IS, Word.ONE_OF, Word.IS_NOT, Word.NONE_OF),
    Type.SET: (Word.HAS, Word.HAS_ANY, Word.HAS_NONE),
}
NEGATIVE = (Word.IS_NOT, Word.NONE_OF, Word.HAS_NONE)


class _TakesLonger(Exception):
    """Something that only the whole way can answer."""


def quick_way(work: Work, kind: str, pieces: Sequence[Piece]) -> tuple[Expr, list[ast.stmt]] | None:
    """The test whether a row is known, and what gives out the rules then; `None` where there is none."""
    quick = _Quick(work, kind)
    try:
        rules = [quick.rule(piece) for piece in pieces]
    except _TakesLonger:
        return None
    return quick.test(), rules


class _Quick:
    """The quick way of one kind, and the facts that it reads."""

    def __init__(self, work: Work, kind: str) -> None:
        self._work, self._kind = work, kind
        self._facts: dict[str, None] = {}

    def test(self) -> Expr:
        """Whether the row is there for certain, and each fact known."""
        known = constant(UNKNOWN[0])
        tests = [equal(load(f"{self._kind}.{name}.open"), known) for name in self._facts]
        if self._kind != SUBJECT:
            tests.append(equal(item(load(row_name(self._kind)), THERE), constant(TRUE)))
        return both(*tests) if tests else constant(True)

    def rule(self, piece: Piece) -> ast.stmt:
        """What gives a rule out where it holds."""
        ready = self._work.prepared.rules.get(str(piece.ref.key))
        if piece.ref.what != "rule" or ready is None or piece.name in self._work.slots:
            raise _TakesLonger
        if ready.in_force is not Truth.TRUE or ready.unless:
            raise _TakesLonger
        parts = (
            [ready.rule.when] if ready.rule.scope is None else [ready.rule.scope, ready.rule.when]
        )
        met = both(*map(self._met, parts))
        return when(met, given_out("rules", self._kind, ready.rule.id, constant(TRUE)))

    def _met(self, node: Condition) -> Expr:
        if isinstance(node, All | Any) and node.of:
            return (both if isinstance(node, All) else first)(*map(self._met, node.of))
        if isinstance(node, Not):
            return _not(self._met(node.of))
        if isinstance(node, Compare):
            return self._compared(node)
        raise _TakesLonger

    def _compared(self, node: Compare) -> Expr:
        name, written = node.left, _written(node)
        if not isinstance(name, Name) or name.stratum is not Stratum.FACT:
            raise _TakesLonger
        places = self._work.facts.get((name.entity, name.name))
        if places is None or name.entity != self._kind or places.gate is not None or not written:
            raise _TakesLonger
        self._facts[name.name] = None
        path = f"{name.entity}.{name.name}"
        if node.word in MASKED.get(places.type, ()):
            part = "mask" if places.type is Type.CHOICE else "certain"
            found = bits(load(f"{path}.{part}"), ast.BitAnd(), constant(_mask(places, written)))
            return _not(found) if node.word in NEGATIVE else found
        if node.word not in COMPARED or len(written) > 1:
            raise _TakesLonger
        return _number(places, path, COMPARED[node.word], written[0])


def _not(node: Expr) -> Expr:
    return ast.UnaryOp(ast.Not(), node)


def _written(node: Compare) -> list[Value]:
    """The values on the right, where all are written and known; else none."""
    values = [part.value for part in node.right if isinstance(part, Literal)]
    return values if len(values) == len(node.right) and all(map(is_known, values)) else []


def _mask(places: FactPlaces, written: Sequence[Value]) -> int:
    mask = 0
    for value in written:
        if not isinstance(value, Choice) or value.members is None:
            raise _TakesLonger
        (member,) = value.members
        mask |= places.domain.bit(member if places.type is Type.CHOICE else str(member))
    return mask


def _number(places: FactPlaces, path: str, operator: ast.cmpop, written: Value) -> Expr:
    """A known number or day against a figure."""
    if places.type is Type.DATE and isinstance(written, DateSpan) and written.low is not None:
        return compared(load(f"{path}.low"), operator, constant(written.low.toordinal()))
    if places.type is not Type.NUMBER or not isinstance(written, NumberSpan) or written.low is None:
        raise _TakesLonger
    if places.lines is None:
        whole = bound(written.low)
        if isinstance(whole, int):
            return compared(load(f"{path}.low"), operator, constant(whole))
    else:
        line = places.lines.add(written.low)
        if line is not None:
            return compared(load(f"{path}.from"), operator, constant(line))
    raise _TakesLonger
