"""Computed values in words: names by their labels, arithmetic as people write it."""

from __future__ import annotations

from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Lookup,
    Name,
    Parameter,
)
from fenji.model.text import Text
from fenji.writing.wording.lexicon import Lexicon, Named
from fenji.writing.wording.values import joined, value_text

BARE = Named(Text("", ""), "", {})
SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
TIGHTNESS = {"+": 1, "-": 1, "*": 2, "/": 2}


def expression_text(expression: Expression, words: Lexicon, like: Named = BARE) -> str:
    """The expression in words; a literal takes the unit and labels of what it is compared with."""
    if isinstance(expression, Literal):
        return value_text(expression.value, like, words)
    if isinstance(expression, Name):
        return words.say(words.named(expression.entity, expression.name).label)
    if isinstance(expression, Parameter):
        return _parameter(expression, words)
    if isinstance(expression, Lookup):
        return _lookup(expression, words)
    if isinstance(expression, Arithmetic):
        return _arithmetic(expression, words)
    if isinstance(expression, Extreme):
        of = joined((expression_text(part, words) for part in expression.of), words)
        if expression.which == "min":
            return words.pick(f"{of} 中的较小者", f"the smaller of {of}")
        return words.pick(f"{of} 中的较大者", f"the larger of {of}")
    if isinstance(expression, Aggregate):
        return _aggregate(expression, words)
    return _elapsed(expression, words)


def named_by(expression: Expression, words: Lexicon) -> Named:
    """How values of the expression are written: for a name as its own, for the rest bare."""
    if isinstance(expression, Name):
        return words.named(expression.entity, expression.name)
    return BARE


def _parameter(expression: Parameter, words: Lexicon) -> str:
    found = words.release.parameters.get(expression.name)
    return words.say(found.label) if found else expression.name


def _lookup(expression: Lookup, words: Lexicon) -> str:
    found = words.release.tables.get(expression.table)
    title = words.say(found.title) if found else expression.table
    column = f" {expression.give}" if found and len(found.gives) > 1 else ""
    if expression.take is None:
        return words.pick(f"“{title}”所列{column}值", f"the{column} figure in “{title}”")
    smallest = expression.take == "smallest"
    return words.pick(
        f"“{title}”所列{column}值中{'最小' if smallest else '最大'}者",
        f"the {'smallest' if smallest else 'largest'}{column} figure in “{title}”",
    )


def _arithmetic(expression: Arithmetic, words: Lexicon) -> str:
    left = expression_text(expression.left, words)
    right = expression_text(expression.right, words)
    own = TIGHTNESS[expression.sign]
    if _tightness(expression.left) < own:
        left = _bracketed(left, words)
    looser = _tightness(expression.right) < own
    if looser or (expression.sign in "-/" and _tightness(expression.right) == own):
        right = _bracketed(right, words)
    return f"{left} {SIGNS[expression.sign]} {right}"


def _tightness(expression: Expression) -> int:
    return TIGHTNESS[expression.sign] if isinstance(expression, Arithmetic) else 3


def _bracketed(text: str, words: Lexicon) -> str:
    return words.pick(f"（{text}）", f"({text})")


def _aggregate(expression: Aggregate, words: Lexicon) -> str:
    kind = words.kind(expression.kind)
    if expression.how == "count" or expression.of is None:
        return words.pick(f"{kind}的数目", f"the number of entries of “{kind}”")
    of = expression_text(expression.of, words)
    if isinstance(expression.of, Arithmetic):
        of = _bracketed(of, words)
    if expression.how == "sum":
        return words.pick(f"各{kind}的 {of} 之和", f"the sum of {of} over every {kind}")
    if expression.how == "min":
        return words.pick(f"各{kind}的 {of} 中最小者", f"the smallest {of} of any {kind}")
    return words.pick(f"各{kind}的 {of} 中最大者", f"the largest {of} of any {kind}")


ELAPSED = {
    "days": Text("天数", "days"),
    "months": Text("足月数", "whole months"),
    "years": Text("足年数", "whole years"),
    "months_ended": Text("已届满月数", "months ended"),
}


def _elapsed(expression: Elapsed, words: Lexicon) -> str:
    since = expression_text(expression.since, words)
    said = ELAPSED[expression.unit]
    return words.pick(f"自 {since} 起的{said.zh}", f"{said.en} since {since}")
