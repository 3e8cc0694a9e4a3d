"""The columns that a plan reads of a batch: which they are is known beforehand, and kept by what
columns a frame has; all of a kind are made in one go."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import polars as pl

from fenji.evaluation.columnar.answered import Column, Facts, Types
from fenji.evaluation.columnar.coded import codes_of
from fenji.evaluation.columnar.frames import Batch, Rows
from fenji.evaluation.columnar.graph import Node
from fenji.evaluation.columnar.tables import Coding
from fenji.evaluation.columnar.words import Words
from fenji.evaluation.prepared import Prepared
from fenji.model.dictionary import Kind

Part = tuple[str, str, tuple[Hashable, ...]]
WIDE_COUNT = float(2**24)
REMEMBERED = 64
"""So many sorts of frames are remembered."""


class Making:
    """How the columns of a kind are made out of a frame of one sort."""

    def __init__(self, facts: Facts, parts: dict[int, Part]) -> None:
        self.given: dict[str, pl.Expr] = {}
        self.fixed: dict[int, Column] = {}
        for number, part in parts.items():
            made = facts.made(*part)
            if isinstance(made, pl.Expr):
                self.given[str(number)] = made
            else:
                self.fixed[number] = made
        self.masks = facts.masks

    def columns(self, frame: pl.DataFrame) -> dict[int, Column]:
        """All of them."""
        for mask in self.masks:
            _without_repeats(frame, mask.removesuffix(".mask"))
        made = frame.with_columns(**self.masks).select(**self.given)
        found = dict(self.fixed)
        found.update((int(column.name), column) for column in made.get_columns())
        return found


def _without_repeats(frame: pl.DataFrame, column: str) -> None:
    """A mask adds up the words of a list: each may stand there once."""
    lists = frame[column].list
    if (lists.n_unique() != lists.len()).any():
        raise ValueError(f"`{column}` has a list in which a word stands twice")


class Reader:
    """What a plan reads, by kind."""

    def __init__(self, prepared: Prepared, words: Words, nodes: Iterable[Node]) -> None:
        self._prepared = prepared
        self._words = words
        self._parts: dict[str, dict[int, Part]] = {}
        self._counts: dict[str, dict[str, None]] = {}
        self._making: dict[Hashable, Making] = {}
        for node in nodes:
            assert isinstance(node.data, tuple)
            assert node.frame is not None
            part, name, *more = node.data
            self._parts.setdefault(node.frame, {})[node.number] = (part, name, tuple(more))
            fact = prepared.release.facts.get(node.frame, {}).get(name)
            if fact is not None and fact.kind is Kind.COUNT:
                self._counts.setdefault(node.frame, {})[name] = None

    def columns(self, batch: Batch) -> dict[int, Column]:
        """The columns of a batch, by the numbers of the nodes that stand for them."""
        found: dict[int, Column] = {}
        for kind, parts in self._parts.items():
            rows = batch.rows[kind]
            if rows.height:
                found.update(self._made(kind, rows.frame).columns(rows.frame))
                for number, (part, name, more) in parts.items():
                    if part in BESIDE:
                        found[number] = self._beside(rows, batch, part, name, more)
        return found

    def _made(self, kind: str, frame: pl.DataFrame) -> Making:
        types: Types = {
            c.name: c.dtype for c in frame.get_columns() if c.null_count() < frame.height
        }
        key = (kind, *types.items())
        found = self._making.get(key)
        if found is None:
            if len(self._making) >= REMEMBERED:
                self._making.clear()
            facts = Facts(self._prepared, self._words, kind, types)
            found = self._making[key] = Making(facts, self._parts[kind])
        return found

    def _beside(
        self, rows: Rows, batch: Batch, part: str, name: str, more: tuple[Hashable, ...]
    ) -> Column:
        """What does not stand in the frame as it was given."""
        if part == "exists":
            return rows.exists
        if part == "more":
            return batch.more[name]
        if part == "there":
            return batch.more[name] > 0.0
        (coding,) = more
        assert isinstance(coding, Coding)
        late = None
        if f"{name}.at" in rows.frame.columns:
            late = (rows.frame[f"{name}.at"] > self._prepared.as_of).fill_null(False)
        return codes_of(rows.frame, name, coding, late)

    def too_large(self, batch: Batch) -> list[tuple[str, pl.Series]]:
        """By kind, the rows with a count so large that sums of it may not be exact."""
        found = []
        for kind, counts in self._counts.items():
            frame = batch.rows[kind].frame
            columns = [f"{c}{end}" for c in counts for end in ("", ".low", ".high")]
            large = [
                (pl.col(c).cast(pl.Float64).abs() > WIDE_COUNT).fill_null(False)
                for c in columns
                if c in frame.columns
            ]
            if large:
                found.append((kind, frame.select(large=pl.any_horizontal(large))["large"]))
        return found


BESIDE = ("exists", "more", "there", "code")
