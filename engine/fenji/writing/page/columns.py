"""Tables laid out in columns: as wide as their words where there is room, else sharing it fairly."""

from __future__ import annotations

from itertools import zip_longest

from fenji.writing.display_width import display_width
from fenji.writing.page.blocks import Line, Run, Table, faint
from fenji.writing.page.wrapping import widest_unit, wrapped

GAP = 2
LEAST = 6


def laid_out(table: Table, width: int) -> list[Line]:
    """The rows of a table as lines, with faint titles above where it has any."""
    if not table.rows:
        return []
    titles: tuple[tuple[Line, ...], ...] = ()
    if any(table.columns):
        titles = (tuple((faint(title),) for title in table.columns),)
    rows = titles + table.rows
    widths = _widths(rows, width)
    return [made for row in rows for made in _row(row, widths)]


def _row(row: tuple[Line, ...], widths: list[int]) -> list[Line]:
    cells = [wrapped(cell, size) for cell, size in zip(row, widths, strict=False)]
    made = []
    for parts in zip_longest(*cells, fillvalue=()):
        runs: list[Run] = []
        for part, size in zip(parts, widths, strict=False):
            taken = sum(display_width(run.text) for run in part)
            runs += [*part, Run(" " * (size - taken + GAP))]
        made.append(tuple(runs))
    return made


def _widths(rows: tuple[tuple[Line, ...], ...], width: int) -> list[int]:
    """The width of each column: its own if all fit, else what is over is taken off the widest."""
    count = max(len(row) for row in rows)
    wanted = [0] * count
    least = [LEAST] * count
    for row in rows:
        for at, cell in enumerate(row):
            size = sum(display_width(run.text) for run in cell)
            wanted[at] = max(wanted[at], size)
            least[at] = max(least[at], min(widest_unit(cell), width // 2))
    least = [min(small, wish) for small, wish in zip(least, wanted, strict=True)]
    room = width - GAP * (count - 1)
    while sum(wanted) > room:
        loose = [at for at in range(count) if wanted[at] > least[at]]
        if not loose:
            break
        wanted[max(loose, key=lambda at: wanted[at])] -= 1
    return wanted
