"""The same errors planted into the compiled evaluator."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from typing import Any as Anything

from fenji.evaluation.compiled import (
    children,
    classifications,
    codes,
    comparing,
    facts,
    lookups,
    measures,
    names,
    release,
    rules,
    tree,
)
from fenji.evaluation.compiled.codes import enough
from fenji.evaluation.compiled.operands import Operand
from fenji.evaluation.compiled.rules import excluded
from fenji.evaluation.compiled.syntax import Expr, compared
from fenji.model.value import NO
from tests.agreement.planting import Planted


def _could_reach(a: Operand, b: Operand) -> Expr:
    """The other end of each: at least for certain where it may be."""
    return compared(a.second, ast.GtE(), b.first)


def _one_too_many(verdicts: Anything, n: int) -> int:
    return enough(verdicts, n + 1)


def _lost_exclusion(work: Anything, unless: Anything) -> Expr:
    return excluded(work, unless[:-1])


def _strict(a: Operand, b: Operand) -> Expr:
    return compared(a.first, ast.Gt(), b.second)


def _nobody_besides(given: Anything) -> int:
    return 0


def _always_applies(work: Anything, node: Anything) -> Operand:
    return replace(_fact(work, node), applies=None)


def _not_swapped(number: int) -> int:
    parts = codes._parts(number)
    if parts is None:
        return number
    truth, low, high, gaps = parts
    return codes.code(~truth, ~low, ~high, gaps)


def _first_case(limits: Anything) -> Callable[..., Anything]:
    measured = _measuring(limits)

    def wrong(*cases: Anything) -> Anything:
        return measured(*[case for case in cases if case[0]][:1])

    return wrong


def _without_take(node: Anything, matching: Anything) -> Anything:
    return _given_by(replace(node, take=None), matching)


def _no_determination(classification: Anything) -> Callable[..., Anything]:
    return lambda answer, decided: answer


_fact, _measuring, _given_by = names._fact, measures.measuring, lookups.given_by
_NEGATED = tuple(map(_not_swapped, range(256)))

ERRORS: dict[str, Planted] = {
    "swapped bound": ((comparing, "_reaches", _could_reach),),
    "null read as false": ((facts, "YES_OR_NO", NO),),
    "off by one in a count": ((children, "enough", _one_too_many),),
    "lost exclusion": tuple((m, "excluded", _lost_exclusion) for m in (rules, classifications)),
    "strict for inclusive": ((comparing, "_reaches", _strict),),
    "phantom ignored": ((tree, "_more", _nobody_besides),),
    "applies_when ignored": ((names, "_fact", _always_applies),),
    "low not swapped under negation": tuple(
        (module, "NEGATED", _NEGATED) for module in (children, release)
    ),
    "first case instead of hull": ((measures, "measuring", _first_case),),
    "look-up without take": ((lookups, "given_by", _without_take),),
    "determination ignored": ((classifications, "determined", _no_determination),),
}
