"""Rules: in scope, the condition met, nothing excluding it; and what gives a rule's answer out."""

from __future__ import annotations

import ast

from fenji.evaluation.compiled.codes import FALSE, TRUE
from fenji.evaluation.compiled.conditions import every, some
from fenji.evaluation.compiled.row import PHANTOM, THERE
from fenji.evaluation.compiled.syntax import (
    Expr,
    bits,
    both,
    choose,
    compared,
    constant,
    equal,
    item,
    load,
    store,
    when,
)
from fenji.evaluation.compiled.work import Piece, Ref, Work
from fenji.evaluation.prepared import ReadyRule
from fenji.model.law import Exclusion
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth


def make_rule(work: Work, piece: Piece) -> None:
    """The piece of a rule that is or may be in force.

    About an entity that may not exist it is open through what would show that it does.
    """
    assert isinstance(piece.ref.key, str)
    _make(work, piece, work.prepared.rules[piece.ref.key])


def make_rule_besides(work: Work, piece: Piece) -> None:
    """The piece of a rule that is compiled beside the release; it is given out under its own key."""
    assert isinstance(piece.ref.key, str)
    _make(work, piece, work.besides.rules[piece.ref.key])


def _make(work: Work, piece: Piece, ready: ReadyRule) -> None:
    rule, key = ready.rule, str(piece.ref.key)
    parts = []
    if rule.scope is not None:
        parts.append(work.use(Ref("condition", rule.for_, rule.scope)))
    parts.append(work.condition(rule.when))
    if ready.unless:
        parts.append(item(load("NOT_EXCLUDED"), excluded(work, ready.unless)))
    piece.value = every(work, parts)
    if ready.in_force is Truth.UNKNOWN:
        piece.value = item(load("DOUBTFUL"), piece.value)
    row, answer = load(row_name(rule.for_)), load(piece.name)
    if rule.for_ != SUBJECT:
        listed = bits(item(row, PHANTOM), ast.LShift(), constant(6))
        open_ = bits(item(load("DOUBTFUL"), answer), ast.BitOr(), listed)
        doubtful = compared(item(row, THERE), ast.NotEq(), constant(TRUE))
        piece.body.append(when(both(answer, doubtful), store(piece.name, open_)))
    given = given_out("rules", rule.for_, key, answer)
    piece.also.append(when(answer, given))


def given_out(among: str, kind: str, key: str, value: Expr) -> ast.stmt:
    """`rules[path, key] = value`."""
    path = constant("") if kind == SUBJECT else item(load(row_name(kind)), 0)
    at = ast.Tuple([path, constant(key)], ast.Load())
    return ast.Assign([ast.Subscript(load(among), at, ast.Store())], value)


def row_name(kind: str) -> str:
    """The variable that holds the row of the entity, or of its ancestor of that kind."""
    return f"row {kind}"


def excluded(work: Work, unless: tuple[Exclusion, ...]) -> Expr:
    """Whether some exclusion is met; one that has to be claimed is not, until it is claimed."""
    parts = []
    for exclusion in unless:
        met = work.condition(exclusion.when)
        if exclusion.claimed_by_enterprise:
            met = choose(equal(met, constant(TRUE)), constant(TRUE), constant(FALSE))
        parts.append(met)
    return some(work, parts)
