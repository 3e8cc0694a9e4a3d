"""Operations of a plan between frames and on codes: what is gathered below, looked up, counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import polars as pl

from fenji.evaluation.columnar.answered import Column
from fenji.evaluation.columnar.calculating import CALCULATING
from fenji.evaluation.columnar.frames import ENDLESS, FIRST_DAY
from fenji.evaluation.columnar.graph import Node, Sort
from fenji.evaluation.columnar.running import SIMPLE, Operation, Run, column_of
from fenji.evaluation.columnar.tables import Looking, part_of
from fenji.model.dates import add_months


def _parents(run: Run, node: Node) -> tuple[pl.Series, int]:
    """Where the parents of the rows below stand, and how many parents there are."""
    assert isinstance(node.data, str)
    return run.batch.rows[node.data].parents, run.height(node)


def _any_below(run: Run, node: Node, args: Sequence[Column]) -> Column:
    (flag,) = args
    parents, height = _parents(run, node)
    if not isinstance(flag, pl.Series):
        if not flag or not len(parents):
            return False
        held = parents
    else:
        held = parents.filter(flag)
    if not len(held):
        return False
    return column_of(False, height, Sort.FLAG).scatter(held, True)


def _count_below(run: Run, node: Node, args: Sequence[Column]) -> Column:
    (flag,) = args
    parents, height = _parents(run, node)
    if isinstance(flag, pl.Series):
        parents = parents.filter(flag)
    elif not flag:
        return 0.0
    if not len(parents):
        return 0.0
    several = parents.value_counts(name="count")
    zeros = column_of(0.0, height, Sort.NUMBER)
    return zeros.scatter(several[parents.name], several["count"].cast(pl.Float64))


def _gathered(run: Run, node: Node, args: Sequence[Column], how: str, nothing: float) -> Column:
    (value,) = args
    parents, height = _parents(run, node)
    if not len(parents):
        return nothing
    frame = pl.DataFrame({"parent": parents, "value": column_of(value, len(parents), Sort.NUMBER)})
    term: pl.Expr = getattr(pl.col("value"), how)()
    several = frame.group_by("parent").agg(term)
    wide = column_of(nothing, height, Sort.NUMBER)
    return wide.scatter(several["parent"], several["value"])


def _sum(run: Run, node: Node, args: Sequence[Column]) -> Column:
    return _gathered(run, node, args, "sum", 0.0)


def _lowest(run: Run, node: Node, args: Sequence[Column]) -> Column:
    return _gathered(run, node, args, "min", ENDLESS)


def _highest(run: Run, node: Node, args: Sequence[Column]) -> Column:
    return _gathered(run, node, args, "max", -ENDLESS)


def _elapsed(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """Whole months or years from a day to the day of the decision, as the Civil Code counts."""
    (day,) = args
    assert isinstance(node.data, tuple)
    unit, as_of = node.data
    end = date.fromordinal(as_of)
    if unit == "months_ended":
        end -= timedelta(days=1)
    if not isinstance(day, pl.Series):
        day = column_of(day, run.height(node), Sort.NUMBER)
    finite = day.is_finite()
    start = (day.zip_with(finite, column_of(0.0, len(day), Sort.NUMBER)) - FIRST_DAY).cast(pl.Int32)
    start = start.cast(pl.Date)
    months = (end.year - start.dt.year().cast(pl.Int64)) * 12 + (
        end.month - start.dt.month().cast(pl.Int64)
    )
    last = (add_months(end.replace(day=1), 1) - timedelta(days=1)).day if end.year < 9999 else 31
    begun = start.dt.day().cast(pl.Int64).clip(upper_bound=last) > end.day
    months = months - begun.cast(pl.Int64)
    if unit == "years":
        months = months // 12
    return months.cast(pl.Float64).zip_with(finite, -day)


def _same_text(run: Run, node: Node, args: Sequence[Column]) -> Column:
    a, b = args
    if not isinstance(a, pl.Series) or not isinstance(b, pl.Series):
        return False
    return a == b


def _mask(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """Flags as the bits of a number."""
    fixed = 0
    found: pl.Series | None = None
    for bit, flag in enumerate(args):
        if isinstance(flag, pl.Series):
            own = flag.cast(pl.Int64) * (1 << bit)
            found = own if found is None else found + own
        elif flag:
            fixed += 1 << bit
    return float(fixed) if found is None else found + fixed


def _place(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """Twice the number of figures below it, and 1 where it is on one."""
    (value,) = args
    assert isinstance(node.data, tuple)
    if not isinstance(value, pl.Series):
        return float(2 * sum(f < value for f in node.data) + (value in node.data))
    found = pl.zeros(len(value), dtype=pl.Int64, eager=True)
    for figure in node.data:
        found = found + (value > figure).cast(pl.Int64) + (value >= figure).cast(pl.Int64)
    return found


def _look_up(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """Where the answer for each row stands among what the table was found to say."""
    looking = node.data
    assert isinstance(looking, Looking)
    looking.forget()
    fixed = {i: int(a) for i, a in enumerate(args) if not isinstance(a, pl.Series)}
    columns = {str(i): a.cast(pl.Int64) for i, a in enumerate(args) if isinstance(a, pl.Series)}
    if not columns:
        return float(looking.index(tuple(fixed[i] for i in range(len(args)))))
    frame = pl.DataFrame(columns)
    met = frame.unique()
    several: Iterable[tuple[int, ...]] = met.rows()
    if fixed:
        whole = pl.DataFrame(
            {
                str(i): met[str(i)] if str(i) in columns else [fixed[i]] * met.height
                for i in range(len(args))
            }
        )
        several = whole.rows()
    answers = [looking.index(codes) for codes in several]
    known = met.with_columns(pl.Series("answer", answers, dtype=pl.Int64))
    return frame.join(known, on=list(columns), how="left", maintain_order="left")["answer"]


def _part(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """One thing of each answer."""
    (index,) = args
    assert isinstance(node.data, tuple)
    looking, part = node.data
    assert isinstance(looking, Looking)
    if not isinstance(index, pl.Series):
        return part_of(looking.results[int(index)], part)
    dtype = pl.Boolean if node.sort is Sort.FLAG else pl.Float64
    return pl.Series(looking.part(part), dtype=dtype)[index]


OPERATIONS: dict[str, Operation] = {
    **SIMPLE,
    **CALCULATING,
    "any_below": _any_below,
    "count_below": _count_below,
    "sum": _sum,
    "lowest": _lowest,
    "highest": _highest,
    "elapsed": _elapsed,
    "same_text": _same_text,
    "mask": _mask,
    "place": _place,
    "look_up": _look_up,
    "part": _part,
}
