"""The hundred rules as somebody would write them in Polars by hand: a nullable column for each rule."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from fenji.model.condition import All, Compare, Condition, Counted, Quantified, Word
from fenji.model.expression import Aggregate, Literal
from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.model.value import NumberSpan
from populations import TANK
from twenty_rules import neutral

OPERATORS = {">=": "ge", ">": "gt", "<=": "le", "<": "lt", "==": "eq"}


def expression(node: list[Any]) -> pl.Expr:
    """A condition in the neutral form. Null follows Kleene in `&`, `|`, `~`, `is_in`."""
    what = node[0]
    if what == "not":
        return ~expression(node[1])
    if what in ("all", "any"):
        return reduce(and_ if what == "all" else or_, map(expression, node[1]))
    _, name, value = node
    if what == "in":
        return pl.col(name).is_in(value)
    if isinstance(value, bool) and what == "==":
        return pl.col(name) if value else ~pl.col(name)
    found: pl.Expr = getattr(pl.col(name), OPERATORS[what])(value)
    return found


class ByHand:
    """The rules of a release: sums over each enterprise's tanks, then a column for each rule."""

    def __init__(self, release: Release) -> None:
        self._sums: dict[str, pl.Expr] = {}
        self._rules = [self._rule(rule.when).alias(rule.id) for rule in release.rules]

    def __call__(self, frames: dict[str, pl.DataFrame]) -> pl.DataFrame:
        """True, false or null for each rule and enterprise. The lists of tanks are whole."""
        subjects = frames[SUBJECT]
        if self._sums:
            several = [found.alias(name) for name, found in self._sums.items()]
            sums = frames[TANK].group_by("parent").agg(several)
            subjects = subjects.with_row_index("parent").join(sums, on="parent", how="left")
            subjects = subjects.with_columns(pl.col(list(self._sums)).fill_null(0))
        return subjects.select(self._rules)

    def _rule(self, node: Condition) -> pl.Expr:
        if isinstance(node, All) and any(isinstance(part, Quantified) for part in node.of):
            return reduce(and_, map(self._rule, node.of))
        if isinstance(node, Quantified):
            if node.where is None:
                return self._sum(pl.len()) > 0
            met = expression(neutral(node.where))
            if node.word == "every":
                return ~self._at_least(~met, 1)
            return self._at_least(met, 1) if node.word == "some" else ~self._at_least(met, 1)
        if isinstance(node, Counted):
            assert node.where is not None
            return self._at_least(expression(neutral(node.where)), _figure(node.right))
        if isinstance(node, Compare) and isinstance(node.left, Aggregate):
            assert node.word is Word.AT_LEAST
            return self._summed(_figure(node.right[0]))
        return expression(neutral(node))

    def _sum(self, found: pl.Expr) -> pl.Expr:
        """Something summed up of the tanks, once."""
        for name, known in self._sums.items():
            if known.meta.eq(found):
                return pl.col(name)
        name = f"sum {len(self._sums)}"
        self._sums[name] = found
        return pl.col(name)

    def _at_least(self, met: pl.Expr, least: float) -> pl.Expr:
        """Two counts, certain and possible: `any` and `sum` drop nulls."""
        certain = self._sum(met.fill_null(False).sum())
        possible = self._sum(met.fill_null(True).sum())
        return _between(certain >= least, possible >= least)

    def _summed(self, least: float) -> pl.Expr:
        """A sum of what is not negative: without an upper bound where a part is missing."""
        known = self._sum(pl.col("held_t").sum())
        lacking = self._sum(pl.col("held_t").null_count())
        return _between(known >= least, (known >= least) | (lacking > 0))


def _between(certain: pl.Expr, possible: pl.Expr) -> pl.Expr:
    """True where certain, false where not possible, else null."""
    return certain | (possible & pl.lit(None, pl.Boolean))


def _figure(node: Any) -> float:
    assert isinstance(node, Literal)
    assert isinstance(node.value, NumberSpan)
    assert node.value.low is not None
    return float(node.value.low)
