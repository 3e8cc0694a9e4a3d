"""One batch judged: answers in columns, and the subjects that only the reference can judge."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from fenji.evaluation.columnar.answered import Column
from fenji.evaluation.columnar.frames import REFER, Batch, Frames, batch_of
from fenji.evaluation.columnar.gathering import OPERATIONS
from fenji.evaluation.columnar.graph import Node, Sort
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.plan import Plan
from fenji.evaluation.columnar.running import Run, column_of
from fenji.evaluation.columnar.submissions import submissions_of
from fenji.evaluation.columnar.values import Chosen, Span
from fenji.evaluation.protocol import Judged
from fenji.evaluation.reference import whole
from fenji.model.submission import SUBJECT

FALSE, OPEN, TRUE = 0, 1, 2
"""A truth as it stands in the frames of answers."""


@dataclass(frozen=True, eq=False)
class Judgement:
    """A batch under a plan. `refer` is by subject: its answers may be wrong, since a number is too near
    a line or something is not carried in columns; the reference has to judge it."""

    plan: Plan
    frames: Frames
    run: Run
    refer: pl.Series

    @property
    def batch(self) -> Batch:
        """The rows that were judged."""
        return self.run.batch

    def referred(self) -> dict[int, Judged]:
        """Those answers of the reference, by the subject's row. Raises Refused as it does."""
        prepared = self.plan.work.prepared
        rows = self.refer.arg_true().to_list()
        several = submissions_of(prepared, self.frames, rows) if rows else []
        return {row: whole.judge(prepared, one) for row, one in zip(rows, several, strict=True)}

    def at(self, place: Place, node: Node) -> pl.Series:
        """The value of a node in each row of the frame of a place."""
        value = self.run.values[node.number]
        if isinstance(value, pl.Series) and node.frame not in (None, place.frame):
            value = value[self.run.above(place.frame, node.frame or SUBJECT)]
        return column_of(value, self.batch.rows[place.frame].height, node.sort)

    def tiers(self) -> pl.DataFrame:
        """A row for each subject: `certain`, `declared_certain`, `declared_possible`, `possible`, 0 for
        ungraded and 1 (low) to 4 (major); `refer`. Of a plan that folds them."""
        figures, root = self.plan.tiers, self.plan.work.places.real(SUBJECT)
        if figures is None:
            raise ValueError("the plan was made without tiers")
        shown = {
            "certain": figures.known.certain,
            "declared_certain": figures.low.certain,
            "declared_possible": figures.low.possible,
            "possible": figures.known.possible,
        }
        columns = {
            name: sum(
                (self.at(root, flag).cast(pl.UInt8) for flag in flags[1:]),
                self.at(root, flags[0]).cast(pl.UInt8),
            )
            for name, flags in shown.items()
        }
        return pl.DataFrame({**columns, "refer": self.refer})

    def rules(self, kind: str) -> pl.DataFrame:
        """A row for each entity of the kind: `subject` (its row), `id`, whether to `refer` it, and for
        each rule its truth (0 false, 1 open, 2 true), under `RULE.declared` that on declared facts."""
        return self._truths(self.plan.work.places.real(kind))

    def rules_besides(self, kind: str) -> list[tuple[Place, pl.DataFrame]]:
        """The same for what lists of the kind may hold besides: for each place where these stand, a
        row for each entity above; `there` says whether there may be something at all."""
        places = self.plan.work.places
        found = []
        for place in places.all_of(kind):
            if place.phantom is not None:
                there = self.at(place, places.there(place)).alias("there")
                found.append((place, self._truths(place).with_columns(there)))
        return found

    def values(self, kind: str) -> pl.DataFrame:
        """A row for each entity of the kind, of a plan that gives them: for each measure and score
        `NAME.low` and `NAME.high`, for each classification whether it may be a word under
        `NAME=WORD` (all of them where it could be anything; numbers computed without an order are left
        out); `NAME.applies` as the truths of rules."""
        place = self.plan.work.places.real(kind)
        columns = self._entities(place)
        for column in self.plan.values:
            if column.place is place:
                name, valued, value = column.name, column.valued, column.valued.value
                applies = self._truth(place, valued.sure, valued.may)
                columns.append(applies.alias(f"{name}.applies"))
                if isinstance(value, Span):
                    columns.append(self.at(place, value.low).alias(f"{name}.low"))
                    columns.append(self.at(place, value.high).alias(f"{name}.high"))
                elif isinstance(value, Chosen):
                    wide = self.at(place, value.anything)
                    columns += [
                        (wide | self.at(place, flag)).alias(f"{name}={word}")
                        for word, flag in value.may.items()
                    ]
        return pl.DataFrame(columns)

    def _entities(self, place: Place) -> list[pl.Series]:
        """Whose each row of a place is, what it is called, and whether to refer it."""
        rows = self.batch.rows[place.frame]
        if place.frame == SUBJECT:
            columns = [pl.int_range(rows.height, dtype=pl.UInt32, eager=True).alias("subject")]
        else:
            columns = [self.run.above(place.frame, SUBJECT).alias("subject")]
        if "id" in rows.frame.columns:
            columns.append(rows.frame["id"])
        return [*columns, self.refer[columns[0]].alias("refer")]

    def _truths(self, place: Place) -> pl.DataFrame:
        columns = self._entities(place)
        for column in self.plan.rules:
            if column.place is place:
                verdict = column.verdict
                columns.append(self._truth(place, verdict.sure, verdict.may).alias(column.rule))
                declared = self._truth(place, verdict.low_sure, verdict.low_may)
                columns.append(declared.alias(f"{column.rule}.declared"))
        return pl.DataFrame(columns)

    def _truth(self, place: Place, sure: Node, may: Node) -> pl.Series:
        return self.at(place, sure).cast(pl.UInt8) + self.at(place, may).cast(pl.UInt8)


def judged(plan: Plan, frames: Frames) -> Judgement:
    """A batch judged."""
    prepared = plan.work.prepared
    batch = batch_of(prepared, frames)
    run = Run(plan.work.graph, batch, plan.reader.columns(batch), OPERATIONS)
    values = run.run(plan.program)
    flagged: list[tuple[str, Column]] = [
        (node.frame or SUBJECT, values[node.number]) for node in plan.refer
    ]
    flagged += plan.reader.too_large(batch)
    for kind, rows in batch.rows.items():
        if REFER in rows.frame.columns:
            flagged.append((kind, rows.frame[REFER].fill_null(False)))
    return Judgement(plan, frames, run, _subjects(run, flagged))


def _subjects(run: Run, flagged: list[tuple[str, Column]]) -> pl.Series:
    """The subjects of which some row is flagged."""
    found = column_of(False, run.batch.rows[SUBJECT].height, Sort.FLAG)
    for kind, flag in flagged:
        if not isinstance(flag, pl.Series):
            found = found | flag if flag and run.batch.rows[kind].height else found
        elif kind == SUBJECT:
            found = found | flag
        elif flag.any():
            held = run.above(kind, SUBJECT).filter(flag)
            found = found.scatter(held, True)
    return found
