"""An outside judge: plain two-valued evaluation of complete facts, written apart from the engine.

Complete facts are a dict; children stand under their kind as a list of dicts; a fact that does not
apply is `None`. Nothing here knows spans, gaps or unknown.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any as Anything

from fenji.model import condition as c
from fenji.model import expression as e
from fenji.model.release import Release
from fenji.model.value import Choice, DateSpan, NumberSpan, Value

Facts = dict[str, Anything]


class Judge:
    """Conditions and expressions over complete facts."""

    def __init__(self, release: Release, as_of: date) -> None:
        self.release = release
        self.as_of = as_of
        self.rules = {rule.id: rule for rule in release.rules}
        self.definitions = {d.name: d for d in release.definitions}
        self.measures = {m.name: m for m in release.measures}

    def holds(self, node: c.Condition, at: Facts) -> bool:
        """Whether the condition is met."""
        match node:
            case c.All(of):
                return all(self.holds(part, at) for part in of)
            case c.Any(of):
                return any(self.holds(part, at) for part in of)
            case c.Not(of):
                return not self.holds(of, at)
            case c.AtLeastN(n, of):
                return sum(self.holds(part, at) for part in of) >= n
            case c.Quantified(word, kind, where):
                met = [where is None or self.holds(where, child) for child in at[kind]]
                return {"some": any(met), "every": all(met), "no": not any(met)}[word]
            case c.Counted(kind, where, word, right):
                met = [where is None or self.holds(where, child) for child in at[kind]]
                return self._word(sum(met), word, [self.number(right, at)])
            case c.Fires(rule):
                return self.fires(rule, at)
            case c.Holds(_, name):
                return self.holds(self.definitions[name].when, at)
            case c.Listed(table, by):
                return bool(self._rows(table, by, at))
            case c.Compare(left, word, right):
                values = [self.number(part, at) for part in right]
                value = self.number(left, at)
                return value is not None and None not in values and self._word(value, word, values)
        raise AssertionError(node)

    def fires(self, name: str, at: Facts) -> bool:
        """Whether the rule fires."""
        rule = self.rules[name]
        in_scope = rule.scope is None or self.holds(rule.scope, at)
        excluded = any(self.holds(x.when, at) for x in rule.unless)
        return in_scope and self.holds(rule.when, at) and not excluded

    def number(self, node: e.Expression, at: Facts) -> Anything:
        """The value, or `None` where it does not apply."""
        match node:
            case e.Literal(value):
                return plain(value)
            case e.Name(_, name, stratum):
                if stratum is e.Stratum.MEASURE:
                    return self._measure(name, at)
                return at[name]
            case e.Arithmetic(sign, left, right):
                a, b = self.number(left, at), self.number(right, at)
                if a is None or b is None:
                    return None
                return (
                    {"+": a + b, "-": a - b, "*": a * b}[sign] if sign != "/" else Fraction(a) / b
                )
            case e.Extreme(which, of):
                values = [self.number(part, at) for part in of]
                return None if None in values else {"min": min, "max": max}[which](values)
            case e.Aggregate(how, kind, of):
                terms = [1 if of is None else self.number(of, child) for child in at[kind]]
                if how in ("sum", "count"):
                    return sum(terms)
                return {"min": min, "max": max}[how](terms) if terms else None
            case e.Elapsed("days", since):
                return (self.as_of - at[since.name]).days
            case e.Lookup(table, give, by, take):
                cells = [plain(dict(row.cells)[give]) for row in self._rows(table, by, at)]
                return {"smallest": min, "largest": max}[take or "smallest"](cells)
        raise AssertionError(node)

    def _measure(self, name: str, at: Facts) -> Anything:
        for case in self.measures[name].cases:
            if case.when is None or self.holds(case.when, at):
                return self.number(case.value, at)
        return None

    def _rows(
        self, table: str, by: tuple[tuple[str, e.Expression], ...], at: Facts
    ) -> list[Anything]:
        keys = {name: self.number(expression, at) for name, expression in by}
        found = []
        for row in self.release.tables[table].rows:
            cells = dict(row.cells)
            asked = [k for k in self.release.tables[table].keys if k.column in cells]
            if all(self._word(keys[k.key], k.word, [plain(cells[k.column])]) for k in asked):
                found.append(row)
        return found

    def _word(self, left: Anything, word: c.Word, right: list[Anything]) -> bool:
        match word:
            case c.Word.IS | c.Word.ONE_OF:
                return left in right
            case c.Word.IS_NOT | c.Word.NONE_OF:
                return left not in right
            case c.Word.AT_LEAST:
                return bool(left >= right[0])
            case c.Word.AT_MOST:
                return bool(left <= right[0])
            case c.Word.MORE_THAN:
                return bool(left > right[0])
            case c.Word.LESS_THAN:
                return bool(left < right[0])
            case c.Word.HAS | c.Word.HAS_ANY:
                return any(word in left for word in right)
            case c.Word.HAS_NONE:
                return not any(word in left for word in right)


def plain(value: Value) -> Anything:
    """A known value as Python has it."""
    if isinstance(value, Choice):
        assert value.members is not None
        (member,) = value.members
        return member
    assert isinstance(value, NumberSpan | DateSpan)
    return value.low
