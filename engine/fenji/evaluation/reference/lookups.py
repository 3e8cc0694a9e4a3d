"""Tables: which rows the known keys leave possible, and what those rows give.

A row with a qualification (a filled cell) matches for certain only when that is answered; while it
is not, the row stays possible. The answer is the span, or the set, of what all possible rows give.
"""

from __future__ import annotations

from collections.abc import Mapping

from fenji.evaluation.prepared import ReadyRow, ReadyTable
from fenji.evaluation.reference.comparing import compare
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Valued, Verdict, leaf, union
from fenji.evaluation.world import Spot
from fenji.model.condition import Listed, Word
from fenji.model.expression import Expression, Lookup
from fenji.model.reason import Seen
from fenji.model.truth import Truth, any_of
from fenji.model.value import (
    ANY_NUMBER,
    Choice,
    NumberSpan,
    Value,
    as_span,
    hull,
    is_known,
)

Keys = Mapping[str, Valued]
Matching = list[tuple[ReadyRow, Truth]]


REMEMBERED = 4096
"""So many answers are remembered for a table; the rest are found anew each time."""


def judge_listed(scene: Scene, node: Listed, at: Spot) -> Verdict:
    """Whether some row matches."""
    keys = _keys(scene, node.by, at)
    matching, asked = _matching(scene.prepared.tables[node.table], keys)
    truth = any_of(match for _, match in matching)
    gaps = union(keys[name].gaps for name in asked)
    return leaf(node, at.path, truth, gaps, tuple(valued.seen for valued in keys.values()))


def value_of_lookup(scene: Scene, node: Lookup, at: Spot) -> Valued:
    """What the rows that may match give. Where none can, any number: a table never says nothing."""
    keys = _keys(scene, node.by, at)
    ready = scene.prepared.tables[node.table]
    question = (node.give, node.take, *_values(keys))
    found: tuple[Value, frozenset[str]] | None = ready.remembered.get(question)
    if found is None:
        matching, asked = _matching(ready, keys)
        found = (_given(node, matching), asked)
        _remember(ready, question, found)
    value, asked = found
    gaps = NO_GAPS if is_known(value) else union(keys[name].gaps for name in asked)
    parts = tuple(valued.seen for valued in keys.values())
    seen = Seen(f"{node.table}.{node.give}", at.path, value, is_known(value), parts=parts)
    return Valued(value, Truth.TRUE, gaps, seen, value)


def _keys(scene: Scene, by: tuple[tuple[str, Expression], ...], at: Spot) -> dict[str, Valued]:
    return {name: scene.value(expression, at) for name, expression in by}


def _values(keys: Keys) -> tuple[object, ...]:
    return tuple((name, valued.value, valued.applies) for name, valued in keys.items())


def _remember(ready: ReadyTable, question: object, answer: object) -> None:
    if len(ready.remembered) < REMEMBERED:
        ready.remembered[question] = answer


def _matching(ready: ReadyTable, keys: Keys) -> tuple[Matching, frozenset[str]]:
    """The rows that may match and whether they do; and the keys that some open row asks for."""
    question = _values(keys)
    found: tuple[Matching, frozenset[str]] | None = ready.remembered.get(question)
    if found is None:
        matching = _match(ready, keys)
        open_rows = (row for row, match in matching if match is Truth.UNKNOWN)
        found = (matching, frozenset(key for row in open_rows for key, _, _ in row.asks))
        _remember(ready, question, found)
    return found


def _match(ready: ReadyTable, keys: Keys) -> Matching:
    found: Matching = []
    known: dict[tuple[str, Word, int], Truth] = {}
    for row in _candidates(ready, keys):
        match = Truth.TRUE
        for ask in row.asks:
            truth = _asked(keys, ask, known)
            if truth is not Truth.TRUE:
                match = truth
            if truth is Truth.FALSE:
                break
        if match is not Truth.FALSE:
            found.append((row, match))
    return found


def _candidates(ready: ReadyTable, keys: Keys) -> tuple[ReadyRow, ...]:
    """The rows worth looking at: found by the first key where that is one of known choices."""
    first = keys[ready.first].value if ready.first is not None else None
    if not isinstance(first, Choice) or first.members is None:
        return ready.rows
    if len(first.members) > len(ready.by_choice):
        return ready.rows
    found = [row for member in first.members for row in ready.by_choice.get(member, ())]
    return (*found, *ready.anyway)


Ask = tuple[str, Word, Value]


def _asked(keys: Keys, ask: Ask, known: dict[tuple[str, Word, int], Truth]) -> Truth:
    """Whether a key meets a cell. Rows often ask the same, so answers are remembered for a look-up."""
    key, word, cell = ask
    remembered = (key, word, id(cell))
    truth = known.get(remembered)
    if truth is None:
        valued = keys[key]
        truth = Truth.FALSE if valued.value is None else compare(valued.value, word, cell)
        if truth is Truth.TRUE:
            truth = valued.applies
        known[remembered] = truth
    return truth


def _given(node: Lookup, matching: Matching) -> Value:
    cells = [(row.gives.get(node.give), match) for row, match in matching]
    if node.take is None:
        certain = [cell for cell, match in cells if match is Truth.TRUE]
        given = certain or [cell for cell, _ in cells]
        present = [cell for cell in given if cell is not None]
        return hull(present) if present and len(present) == len(given) else ANY_NUMBER
    return _taken(node.take, cells)


def _taken(take: str, cells: list[tuple[Value | None, Truth]]) -> NumberSpan:
    """The smallest (largest) of all that match: at most the certain ones', at least any's."""
    possible = [as_span(cell) for cell, _ in cells if cell is not None]
    certain = [as_span(cell) for cell, match in cells if cell is not None and match is Truth.TRUE]
    lows = [span.low for span in possible if span.low is not None]
    highs = [span.high for span in possible if span.high is not None]
    if take == "smallest":
        sure = [span.high for span in certain if span.high is not None]
        return NumberSpan(min(lows, default=None), min(sure, default=None))
    sure = [span.low for span in certain if span.low is not None]
    return NumberSpan(max(sure, default=None), max(highs, default=None))
