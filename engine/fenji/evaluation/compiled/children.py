"""`some`, `every`, `no` and `count` over the children of an entity.

The condition is worked out once in each child, among what is worked out of its kind; here its
results are gathered. A child whose existence is open can make `some` possible but not certain.
"""

from __future__ import annotations

from collections.abc import Callable

from fenji.evaluation.compiled.codes import (
    FALSE,
    MET,
    NEGATED,
    TRUE,
    UNKNOWN,
    enough,
)
from fenji.evaluation.compiled.numbers import Bound, number_value
from fenji.evaluation.compiled.row import EXISTS, MORE, PHANTOM, Row
from fenji.evaluation.compiled.syntax import Expr, call, constant, item, load
from fenji.evaluation.compiled.work import Ref, Work
from fenji.evaluation.reference.comparing import compare
from fenji.model.condition import Condition, Counted, Quantified, Word
from fenji.model.expression import Literal
from fenji.model.truth import Truth
from fenji.model.value import NumberSpan, Value


def judge_quantified(work: Work, node: Quantified) -> Expr:
    """`every` is "none that does not"; `no` is "not some"."""
    found = call(
        work.tool(some_unmet if node.word == "every" and node.where else some_met),
        *_children(work, node),
    )
    return found if node.word == "some" else item(load("NEGATED"), found)


def _children(work: Work, node: Quantified | Counted) -> tuple[Expr, Expr]:
    """The children, and where the verdict on the condition stands in their rows."""
    return work.children(node.kind), constant(_place(work, node.kind, node.where))


def _place(work: Work, kind: str, where: Condition | None) -> int:
    return EXISTS if where is None else work.index(Ref("condition", kind, where))


def some_met(children: list[Row], place: int) -> int:
    """Whether some child exists and meets what stands there."""
    found = FALSE
    for child in children:
        met = child[place]
        if met:
            exists = child[EXISTS]
            if exists != TRUE:
                met = MET[exists][met] if place != EXISTS else exists
            elif met == TRUE:
                return TRUE
            found |= met
    return found


def some_unmet(children: list[Row], place: int) -> int:
    """Whether some child exists and does not meet it."""
    found = FALSE
    for child in children:
        unmet = NEGATED[child[place]]
        if unmet:
            exists = child[EXISTS]
            if exists != TRUE:
                unmet = MET[exists][unmet]
            elif unmet == TRUE:
                return TRUE
            found |= unmet
    return found


def judge_counted(work: Work, node: Counted) -> Expr:
    """How many children meet it, compared with the number."""
    right = work.operand(node.right)
    number = _whole(node) if isinstance(node.right, Literal) else None
    count = work.named(counting(node.word, number), "count")
    applies, gaps = right.applies or constant(TRUE), right.gaps or constant(0)
    return call(count, *_children(work, node), right.value, applies, gaps)


def _whole(node: Counted) -> int | None:
    """The least whole number that meets `at_least` or `more_than`, if the right side is known."""
    assert isinstance(node.right, Literal)
    value = node.right.value
    if node.word not in (Word.AT_LEAST, Word.MORE_THAN) or not isinstance(value, NumberSpan):
        return None
    if value.low is None or value.low != value.high:
        return None
    least = -(-value.low // 1)
    return int(least + 1 if node.word is Word.MORE_THAN and least == value.low else least)


def counting(word: Word, least: int | None) -> Callable[..., int]:
    """Counts the children that meet something. `least` is enough, where a number is written."""

    def counted(children: list[Row], place: int, right: Value, applies: int, gaps: int) -> int:
        parts = [_part(child, place) for child in children]
        endless = any(child[PHANTOM] and child[MORE] != 1 for child in children)
        if least is not None and not endless:
            return enough(parts, least)
        if not applies:
            return FALSE
        certain, most = _count(parts, children)
        truth = compare(number_value(certain, most), word, right)
        if truth is not Truth.UNKNOWN:
            return TRUE if truth is Truth.TRUE else FALSE
        if certain != most:
            for part in parts:
                gaps |= 0 if part == TRUE else part >> 6
        return UNKNOWN[gaps]

    return counted


def _part(child: Row, place: int) -> int:
    exists: int = child[EXISTS]
    if place == EXISTS:
        return exists
    met: int = child[place]
    return met if exists == TRUE or not met else MET[exists][met]


def _count(parts: list[int], children: list[Row]) -> tuple[Bound, Bound]:
    """How many certainly meet it, and how many at most."""
    certain = parts.count(TRUE)
    most: Bound = len(parts) - parts.count(FALSE)
    if parts and children[-1][PHANTOM] and parts[-1]:
        more = children[-1][MORE]
        most = float("inf") if more is None else most - 1 + more
    return certain, most
