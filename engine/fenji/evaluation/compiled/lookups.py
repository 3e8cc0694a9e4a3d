"""Tables: the rows that the keys leave possible, found once for each set of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from fenji.evaluation.compiled.codes import APPLIES, FALSE, TRUE, UNKNOWN
from fenji.evaluation.compiled.names import number_operand
from fenji.evaluation.compiled.numbers import (
    Bound,
    Number,
    date_value,
    is_point,
    number_value,
    span_of,
)
from fenji.evaluation.compiled.operands import Operand, Type
from fenji.evaluation.compiled.syntax import Expr, call, constant, item, load, row_of
from fenji.evaluation.compiled.work import Ref, Work
from fenji.evaluation.prepared import ReadyRow, ReadyTable
from fenji.evaluation.reference.comparing import compare
from fenji.model.condition import Listed, Word
from fenji.model.expression import Expression, Lookup
from fenji.model.truth import Truth, all_of, any_of
from fenji.model.value import ANY_NUMBER, Choice, NumberSpan, Value, as_span, hull, is_known

REMEMBERED = 4096
"""So many answers are remembered for a look-up; the rest are found anew each time."""
Matching = list[tuple[ReadyRow, Truth]]
Key = tuple[Any, Any, int]
"""A key as it stands in rows, and whether it applies."""


def judge_listed(work: Work, node: Listed) -> Expr:
    """Whether some row matches."""
    look = Looking(work, node.table, node.by)
    return call(work.named(listing(look), "listed"), look.keys, look.gaps)


def value_of_lookup(work: Work, node: Lookup) -> Operand:
    """What the rows that may match give, worked out once for an entity."""
    result = work.use(Ref("value", work.kind, node))
    if _gives_numbers(work.prepared.tables[node.table], node.give) or node.take:
        return number_operand(work, result)
    gaps = item(result, 1)
    value = item(result, 0)
    return Operand(Type.ANY, value, value, value, None, gaps, item(load("UNKNOWN"), gaps))


def lookup_of(work: Work, node: Lookup) -> Expr:
    """The quadruple of a number; of any other value, the value and what keeps it open."""
    look = Looking(work, node.table, node.by)
    numbers = _gives_numbers(look.table, node.give) or node.take is not None
    found = giving(look, node) if numbers else giving_words(look, node)
    return call(work.named(found, "give"), look.keys, look.gaps)


def _gives_numbers(table: ReadyTable, column: str) -> bool:
    cells = [row.gives[column] for row in table.rows if column in row.gives]
    return all(isinstance(cell, NumberSpan) for cell in cells)


class Looking:
    """A table and what stands for its keys. Answers are remembered by the keys' values."""

    def __init__(self, work: Work, table: str, by: tuple[tuple[str, Expression], ...]) -> None:
        self.table = work.prepared.tables[table]
        self._names = [name for name, _ in by]
        operands = [work.operand(expression) for _, expression in by]
        self._types = [operand.type for operand in operands]
        self.keys = row_of([self._key(operand) for operand in operands])
        self.gaps = row_of([operand.gaps or constant(0) for operand in operands])

    @staticmethod
    def _key(operand: Operand) -> Expr:
        a, b = operand.first, operand.second
        if operand.type is Type.CHOICE:
            a = constant(0)
        elif operand.type in (Type.SET, Type.ANY):
            a, b = operand.value, constant(0)
        return row_of([a, b, operand.applies or constant(TRUE)])

    def matching(self, keys: tuple[Key, ...]) -> tuple[Matching, tuple[int, ...]]:
        """The rows that may match, and the places of the keys for which some row waits."""
        values: dict[str, tuple[Value | None, Truth]] = {}
        for name, type_, (a, b, applies) in zip(self._names, self._types, keys, strict=True):
            values[name] = (_value(type_, a, b) if applies else None, APPLIES[applies])
        found: Matching = []
        asked: set[str] = set()
        for row in self._candidates(values):
            match = all_of(_met(values[key], word, cell) for key, word, cell in row.asks)
            if match is not Truth.FALSE:
                found.append((row, match))
            if match is Truth.UNKNOWN:
                asked.update(key for key, _, _ in row.asks)
        return found, tuple(i for i, name in enumerate(self._names) if name in asked)

    def _candidates(self, values: dict[str, tuple[Value | None, Truth]]) -> Iterable[ReadyRow]:
        """The rows worth looking at: those of the words that the first key could be."""
        table = self.table
        first = None if table.first is None else values[table.first][0]
        if not isinstance(first, Choice) or first.members is None:
            return table.rows
        named = (row for word in first.members for row in table.by_choice.get(word, ()))
        return (*named, *table.anyway)


def _met(key: tuple[Value | None, Truth], word: Word, cell: Value) -> Truth:
    """Whether a key meets a cell; one that does not apply meets none."""
    value, applies = key
    if value is None:
        return Truth.FALSE
    truth = compare(value, word, cell)
    return applies if truth is Truth.TRUE else truth


def given_by(node: Lookup, matching: Matching) -> Value:
    """What the rows give: the hull of the certain ones, else of all that may match."""
    cells = [(row.gives.get(node.give), match) for row, match in matching]
    certain = [cell for cell, match in cells if match is Truth.TRUE]
    if node.take is not None:
        return _taken(node.take, [c for c, _ in cells if c], [c for c in certain if c])
    given = certain or [cell for cell, _ in cells]
    present = [cell for cell in given if cell is not None]
    return hull(present) if present and len(present) == len(given) else ANY_NUMBER


def _taken(take: str, possible: list[Value], certain: list[Value]) -> NumberSpan:
    """The smallest or largest of all that match: sure of the certain ones, any could reach further."""
    spans, sure = [as_span(cell) for cell in possible], [as_span(cell) for cell in certain]
    if take == "smallest":
        return NumberSpan(
            min((s.low for s in spans if s.low is not None), default=None),
            min((s.high for s in sure if s.high is not None), default=None),
        )
    return NumberSpan(
        max((s.low for s in sure if s.low is not None), default=None),
        max((s.high for s in spans if s.high is not None), default=None),
    )


def _value(type_: Type, a: Any, b: Any) -> Value:
    made: Value
    if type_ is Type.CHOICE:
        made = Choice(b)
    elif type_ is Type.NUMBER:
        made = number_value(a, b)
    elif type_ is Type.DATE:
        made = date_value(a, b)
    else:
        made = a
    return made


class Remembered(dict[tuple[Key, ...], tuple[Any, tuple[int, ...]]]):
    """What was found for keys that were asked for before, the rest found anew."""

    def __init__(self, find: Callable[[tuple[Key, ...]], tuple[Any, tuple[int, ...]]]) -> None:
        self._find = find

    def __missing__(self, keys: tuple[Key, ...]) -> tuple[Any, tuple[int, ...]]:
        found = self._find(keys)
        if len(self) < REMEMBERED:
            self[keys] = found
        return found


def listing(look: Looking) -> Callable[[tuple[Key, ...], tuple[int, ...]], int]:
    """Whether some row matches, as a verdict's code."""

    def find(keys: tuple[Key, ...]) -> tuple[Truth, tuple[int, ...]]:
        matching, waiting = look.matching(keys)
        return any_of(match for _, match in matching), waiting

    remembered = Remembered(find)

    def listed(keys: tuple[Key, ...], gaps: tuple[int, ...]) -> int:
        truth, waiting = remembered[keys]
        if truth is Truth.UNKNOWN:
            return UNKNOWN[_open(waiting, gaps)]
        return TRUE if truth is Truth.TRUE else FALSE

    return listed


def giving(look: Looking, node: Lookup) -> Callable[[tuple[Key, ...], tuple[int, ...]], Number]:
    """What the rows give, as a number."""

    def find(keys: tuple[Key, ...]) -> tuple[tuple[Bound, Bound], tuple[int, ...]]:
        matching, waiting = look.matching(keys)
        value = given_by(node, matching)
        assert isinstance(value, NumberSpan)
        return span_of(value), waiting

    remembered = Remembered(find)

    def given(keys: tuple[Key, ...], gaps: tuple[int, ...]) -> Number:
        (low, high), waiting = remembered[keys]
        return low, high, TRUE, 0 if is_point(low, high) else _open(waiting, gaps)

    return given


def giving_words(
    look: Looking, node: Lookup
) -> Callable[[tuple[Key, ...], tuple[int, ...]], tuple[Value, int]]:
    """What the rows give, as the model has it."""

    def find(keys: tuple[Key, ...]) -> tuple[Value, tuple[int, ...]]:
        matching, waiting = look.matching(keys)
        return given_by(node, matching), waiting

    remembered = Remembered(find)

    def given(keys: tuple[Key, ...], gaps: tuple[int, ...]) -> tuple[Value, int]:
        value, waiting = remembered[keys]
        return value, 0 if is_known(value) else _open(waiting, gaps)

    return given


def _open(waiting: tuple[int, ...], gaps: tuple[int, ...]) -> int:
    found = 0
    for place in waiting:
        found |= gaps[place]
    return found
