"""The rows of one batch: frames of kinds whose children are known by the place of their parent.

See the package for the layout. Entities dated after the day are not there yet: their rows, and those
below them, are left out before anything is worked out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from fenji.evaluation.prepared import Prepared
from fenji.model.submission import SUBJECT

FIRST_DAY = date(1970, 1, 1).toordinal()
PARENT, REFER = "parent", ".refer"
ENDLESS = float("inf")
Frames = Mapping[str, pl.DataFrame]


@dataclass(eq=False)
class Rows:
    """The rows of a kind that are or may be there: their columns, and where their parents stand."""

    frame: pl.DataFrame
    parents: pl.Series
    exists: pl.Series | bool

    @property
    def height(self) -> int:
        """How many."""
        return self.frame.height


@dataclass(eq=False)
class Batch:
    """All rows by kind; `more` is by kind of children, a column of the parent's rows: how many there
    may be besides those given."""

    rows: dict[str, Rows]
    more: dict[str, pl.Series | float]


def batch_of(prepared: Prepared, frames: Frames) -> Batch:
    """A batch read; kinds without a frame have no rows. ValueError where a frame is not as agreed."""
    entities = prepared.release.entities
    unknown = set(frames) - {SUBJECT, *entities}
    if unknown or SUBJECT not in frames:
        raise ValueError(f"frames of {sorted(unknown)}, or none of `{SUBJECT}`")
    subject = frames[SUBJECT]
    nobody = pl.Series(PARENT, [], dtype=pl.UInt32)
    batch = Batch({SUBJECT: Rows(subject, nobody, True)}, {})
    left: dict[str, pl.Series] = {}
    order = sorted(
        (name for name in entities if name != SUBJECT),
        key=lambda k: len(prepared.release.lineage(k)),
    )
    for kind in order:
        parent = entities[kind].parent or SUBJECT
        above = batch.rows[parent]
        given = frames.get(kind)
        if given is None or given.height == 0:
            batch.rows[kind] = Rows(pl.DataFrame(), nobody, True)
            batch.more[kind] = _more(above, kind, None)
            continue
        if PARENT not in given.columns or given[PARENT].null_count():
            raise ValueError(f"`{kind}` has rows without the place of their `{PARENT}`")
        rows = given if parent not in left else _moved(given, left[parent])
        batch.more[kind] = _more(above, kind, rows[PARENT])
        batch.rows[kind] = _there(prepared, kind, rows, left)
    return batch


def _moved(given: pl.DataFrame, places: pl.Series) -> pl.DataFrame:
    """Rows below those left out are left out too; the others' parents stand elsewhere now."""
    moved = places.gather(given[PARENT])
    return given.with_columns(moved.alias(PARENT)).filter(moved.is_not_null())


def _there(prepared: Prepared, kind: str, rows: pl.DataFrame, left: dict[str, pl.Series]) -> Rows:
    """The rows that have happened by the day, or may have."""
    dated_by = prepared.release.entities[kind].dated_by
    exists: pl.Series | bool = True
    if dated_by is not None:
        low, high = day_bounds(rows, dated_by)
        as_of = float(prepared.as_of.toordinal())
        exists = high <= as_of
        may = exists | (low <= as_of)
        if not may.all():
            places = (may.cum_sum().cast(pl.UInt32) - 1).zip_with(
                may, pl.repeat(None, rows.height, dtype=pl.UInt32, eager=True)
            )
            left[kind] = places
            rows, exists = rows.filter(may), exists.filter(may)
    return Rows(rows, rows[PARENT].cast(pl.UInt32), exists)


def day_bounds(rows: pl.DataFrame, name: str) -> tuple[pl.Series, pl.Series]:
    """The bounds of a date as it was answered, endless where it was not."""
    found = []
    for end, endless in (("low", -ENDLESS), ("high", ENDLESS)):
        bound = pl.repeat(None, rows.height, dtype=pl.Float64, eager=True)
        for column in (name, f"{name}.{end}"):
            if column in rows.columns:
                own = rows[column].cast(pl.Date).cast(pl.Int32).cast(pl.Float64) + FIRST_DAY
                bound = bound.zip_with(bound.is_not_null(), own)
        found.append(bound.fill_null(endless))
    return found[0], found[1]


def _more(above: Rows, kind: str, parents: pl.Series | None) -> pl.Series | float:
    """How many of a kind there may be besides those given: none, so many, or endless."""
    frame, height = above.frame, above.height
    columns = {part: f"{kind}.{part}" for part in ("given", "whole", "count")}
    if not any(column in frame.columns for column in columns.values()) and parents is None:
        return ENDLESS
    counts = pl.zeros(height, dtype=pl.Float64, eager=True)
    if parents is not None and len(parents):
        several = parents.value_counts(name="count")
        counts = counts.scatter(several[parents.name], several["count"].cast(pl.Float64))
    given = counts > 0
    if columns["given"] in frame.columns:
        given = frame[columns["given"]].fill_null(False) | given
    more = pl.repeat(ENDLESS, height, dtype=pl.Float64, eager=True)
    nothing = pl.zeros(height, dtype=pl.Float64, eager=True)
    whole = given
    if columns["whole"] in frame.columns:
        whole = given & frame[columns["whole"]].fill_null(True)
    more = nothing.zip_with(whole, more)
    if columns["count"] in frame.columns:
        count = frame[columns["count"]].cast(pl.Float64)
        besides = (count - counts).clip(lower_bound=0.0)
        more = besides.fill_null(0.0).zip_with(given & count.is_not_null(), more)
    return more
