"""A roster as a workbook (XlsxWriter, the extra `sheets`): a bold header that stays, and a filter."""

from __future__ import annotations

from io import BytesIO

from fenji.writing.display_width import display_width
from fenji.writing.rosters.roster import Roster

NARROWEST, WIDEST = 8, 60
"""Bounds of the width of a column, in cells."""

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
"""What the name of a sheet may not hold, and how long it may be."""


def as_xlsx(roster: Roster) -> bytes:
    """One sheet. All cells are text: nothing in them is a formula, a link or a number.

    Raises ModuleNotFoundError where XlsxWriter is not installed.
    """
    from xlsxwriter import Workbook

    made = BytesIO()
    book = Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(roster.title.translate(_FORBIDDEN)[:_LONGEST_NAME])
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for at, (title, width) in enumerate(zip(roster.columns, _widths(roster), strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, head)
    for number, row in enumerate(roster.rows, 1):
        for at, text in enumerate(row):
            sheet.write_string(number, at, text, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(roster.rows), len(roster.columns) - 1)
    book.set_properties({"title": roster.title, "comments": roster.remark})
    book.close()
    return made.getvalue()


def _widths(roster: Roster) -> list[int]:
    """Each column as wide as its longest cell, within bounds."""
    columns = zip(roster.columns, *roster.rows, strict=True)
    longest = (max(display_width(text) for text in column) for column in columns)
    return [min(WIDEST, max(NARROWEST, width + 2)) for width in longest]
