"""Tables: which rows the known keys leave possible, and what those rows give.

A row with a qualification (a filled cell) matches for certain only when that is answered; while it
is not, the row stays possible. The answer is the span, or the set, of what all possible rows give.
"""

from __future__ import annotations

from collections.abc import Mapping

from fenji.evaluation.prepared import ReadyTable
from fenji.evaluation.reference.comparing import compare
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Gaps, Valued, Verdict, leaf, union
from fenji.evaluation.world import Spot
from fenji.model.condition import Listed
from fenji.model.expression import Expression, Lookup
from fenji.model.reason import Seen
from fenji.model.table import Row
from fenji.model.truth import Truth, all_of, any_of
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
Matching = list[tuple[Row, Truth]]


def judge_listed(scene: Scene, node: Listed, at: Spot) -> Verdict:
    """Whether some row matches."""
    keys = _keys(scene, node.by, at)
    matching = _matching(scene.prepared.tables[node.table], keys)
    truth = any_of(match for _, match in matching)
    gaps = _gaps(scene.prepared.tables[node.table], keys, matching)
    return leaf(node, at.path, truth, gaps, tuple(valued.seen for valued in keys.values()))


def value_of_lookup(scene: Scene, node: Lookup, at: Spot) -> Valued:
    """What the rows that may match give. Where none can, any number: a table never says nothing."""
    ready = scene.prepared.tables[node.table]
    keys = _keys(scene, node.by, at)
    matching = _matching(ready, keys)
    value = _given(node, matching)
    gaps = NO_GAPS if is_known(value) else _gaps(ready, keys, matching)
    parts = tuple(valued.seen for valued in keys.values())
    seen = Seen(f"{node.table}.{node.give}", at.path, value, is_known(value), parts=parts)
    return Valued(value, Truth.TRUE, gaps, seen, value)


def _keys(scene: Scene, by: tuple[tuple[str, Expression], ...], at: Spot) -> dict[str, Valued]:
    return {name: scene.value(expression, at) for name, expression in by}


def _matching(ready: ReadyTable, keys: Keys) -> Matching:
    """The rows that may match, and whether they do."""
    found: Matching = []
    for row in _candidates(ready, keys):
        match = _match(ready, row, keys)
        if match is not Truth.FALSE:
            found.append((row, match))
    return found


def _candidates(ready: ReadyTable, keys: Keys) -> tuple[Row, ...]:
    """The rows worth looking at: found by the first key where that is one of known choices."""
    first = keys[ready.first].value if ready.first is not None else None
    if not isinstance(first, Choice) or first.members is None:
        return ready.table.rows
    found = [row for member in first.members for row in ready.by_choice.get(member, ())]
    return (*found, *ready.anyway)


def _match(ready: ReadyTable, row: Row, keys: Keys) -> Truth:
    cells = dict(row.cells)
    truths = []
    for key in ready.table.keys:
        cell = cells.get(key.column)
        if cell is None:
            continue
        valued = keys[key.key]
        if valued.value is None:
            return Truth.FALSE
        truth = compare(valued.value, key.word, cell)
        truths.append(truth if truth is Truth.FALSE else all_of((truth, valued.applies)))
    return all_of(truths)


def _gaps(ready: ReadyTable, keys: Keys, matching: Matching) -> Gaps:
    """The gaps of those keys that some possible row asks for and that are not settled."""
    asked = {
        key.key
        for row, match in matching
        if match is Truth.UNKNOWN
        for key in ready.table.keys
        if any(column == key.column for column, _ in row.cells)
    }
    return union(keys[name].gaps for name in asked)


def _given(node: Lookup, matching: Matching) -> Value:
    cells = [(dict(row.cells).get(node.give), match) for row, match in matching]
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
