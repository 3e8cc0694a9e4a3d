"""A roster as CSV that spreadsheets open as it is: UTF-8 with its mark, and no cell that is run."""

from __future__ import annotations

import csv
from io import StringIO

from fenji.writing.rosters.roster import Roster

MARK = "\ufeff"
"""The byte order mark by which spreadsheets know UTF-8."""

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(roster: Roster) -> str:
    """The rows under their column titles."""
    made = StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(roster.columns)
    writer.writerows([harmless(cell) for cell in row] for row in roster.rows)
    return MARK + made.getvalue()


def harmless(cell: str) -> str:
    """The cell, with `'` before it where a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_RUN) else cell
