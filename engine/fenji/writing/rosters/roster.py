"""A roster: rows under column titles, before it is text, CSV or a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Roster:
    """Rows in their order. The first `grouped` columns are those by which it is sorted: rows that
    agree in them stand together. `named` is the column that says what a row is about.

    `remark` is what a reader should know of what is not in it; empty where there is nothing.
    """

    title: str
    as_of: date
    columns: tuple[str, ...]
    grouped: int
    named: int
    rows: tuple[tuple[str, ...], ...]
    remark: str = ""
