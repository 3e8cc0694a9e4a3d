"""A plan run over the rows of one batch, node after node, each forgotten after its last use.

A value is a column, or one value where all rows have the same: then nothing is computed row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from fenji.evaluation.columnar.answered import Column
from fenji.evaluation.columnar.frames import Batch
from fenji.evaluation.columnar.graph import Graph, Node, Sort
from fenji.model.submission import SUBJECT


@dataclass(frozen=True)
class Program:
    """Nodes in an order in which each finds what it uses, and what is no longer needed after each."""

    nodes: tuple[Node, ...]
    outputs: frozenset[int]
    done: tuple[tuple[int, ...], ...]


def program_of(outputs: Iterable[Node]) -> Program:
    """All that the outputs need, and nothing else."""
    wanted = list(dict.fromkeys(outputs))
    order: dict[int, Node] = {}
    stack: list[tuple[Node, bool]] = [(node, False) for node in reversed(wanted)]
    while stack:
        node, ready = stack.pop()
        if node.number in order:
            continue
        if ready:
            order[node.number] = node
        else:
            stack.append((node, True))
            stack.extend((arg, False) for arg in node.args if arg.number not in order)
    kept = frozenset(node.number for node in wanted)
    last: dict[int, int] = {}
    nodes = tuple(order.values())
    for position, node in enumerate(nodes):
        last.update((arg.number, position) for arg in node.args)
    done: list[list[int]] = [[] for _ in nodes]
    for number, position in last.items():
        if number not in kept:
            done[position].append(number)
    return Program(nodes, kept, tuple(map(tuple, done)))


class Run:
    """One batch under a plan."""

    def __init__(
        self,
        graph: Graph,
        batch: Batch,
        given: dict[int, Column],
        operations: Mapping[str, Operation],
    ) -> None:
        self._operations = operations
        self._graph = graph
        self.batch = batch
        self._given = given
        self._lifts: dict[tuple[str, str], pl.Series] = {}
        self.values: dict[int, Column] = {}

    def run(self, program: Program) -> dict[int, Column]:
        """The values of the outputs, by the nodes' numbers."""
        values, operations = self.values, self._operations
        empty = {kind for kind, rows in self.batch.rows.items() if rows.height == 0}
        for node, done in zip(program.nodes, program.done, strict=True):
            if node.op == "const":
                values[node.number] = _constant(node)
            elif node.frame in empty:
                values[node.number] = False if node.sort is Sort.FLAG else 0.0
            else:
                args = [values[arg.number] for arg in node.args]
                values[node.number] = operations[node.op](self, node, args)
            for number in done:
                del values[number]
        return values

    def height(self, node: Node) -> int:
        """How many rows a node has."""
        return self.batch.rows[node.frame or SUBJECT].height

    def raw(self, node: Node) -> Column:
        """A column of the batch."""
        return self._given.pop(node.number)

    def above(self, kind: str, ancestor: str) -> pl.Series:
        """Where the ancestor of each row of a kind stands."""
        found = self._lifts.get((kind, ancestor))
        if found is None:
            found = self.batch.rows[kind].parents
            parent = self._graph.parents[kind]
            assert parent is not None
            if parent != ancestor:
                found = self.above(parent, ancestor)[found]
            self._lifts[kind, ancestor] = found
        return found


Operation = Callable[[Run, Node, Sequence[Column]], Column]


def _constant(node: Node) -> Column:
    data = node.data
    if node.sort is Sort.FLAG:
        return bool(data)
    return float(data)  # type: ignore[arg-type]


def column_of(value: Column, height: int, sort: Sort) -> pl.Series:
    """A value as a column."""
    if isinstance(value, pl.Series):
        return value
    dtype = pl.Boolean if sort is Sort.FLAG else pl.Float64
    return pl.Series([value], dtype=dtype).new_from_index(0, height)


def _raw(run: Run, node: Node, args: Sequence[Column]) -> Column:
    return run.raw(node)


def _lift(run: Run, node: Node, args: Sequence[Column]) -> Column:
    (value,) = args
    if not isinstance(value, pl.Series):
        return value
    source = node.args[0].frame
    assert node.frame is not None
    assert source is not None
    return value[run.above(node.frame, source)]


def _not(run: Run, node: Node, args: Sequence[Column]) -> Column:
    (value,) = args
    return ~value if isinstance(value, pl.Series) else not value


def _and(run: Run, node: Node, args: Sequence[Column]) -> Column:
    found: pl.Series | None = None
    for value in args:
        if not isinstance(value, pl.Series):
            if not value:
                return False
        else:
            found = value if found is None else found & value
    return True if found is None else found


def _or(run: Run, node: Node, args: Sequence[Column]) -> Column:
    found: pl.Series | None = None
    for value in args:
        if not isinstance(value, pl.Series):
            if value:
                return True
        else:
            found = value if found is None else found | value
    return False if found is None else found


SIMPLE: dict[str, Operation] = {
    "raw": _raw,
    "lift": _lift,
    "not": _not,
    "and": _and,
    "or": _or,
}
"""Operations on flags, and what brings columns in."""
