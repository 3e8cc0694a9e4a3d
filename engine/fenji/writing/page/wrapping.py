"""Lines broken to a width in cells, as Chinese and English are broken.

A Chinese character is two cells wide; a line may break beside one, but never begins with closing
punctuation nor ends with opening punctuation. English breaks at spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from fenji.writing.display_width import display_width
from fenji.writing.page.blocks import Line, Run, Tone

NEVER_FIRST = frozenset("，。、；：！？）》」』】〕”’…％,.;:!?)]}%")
NEVER_LAST = frozenset("（《「『【〔“‘([{")

Cell = tuple[str, Tone]


def wrapped(words: Line, width: int) -> list[Line]:
    """The line as one or more lines of at most `width` cells; what fits nowhere is cut."""
    lines: list[list[Cell]] = [[]]
    used = 0
    for unit in _units(words):
        size = sum(display_width(char) for char, _ in unit)
        trimmed = sum(display_width(char) for char, _ in _without_space(unit))
        if used and used + trimmed > width:
            lines.append([])
            used = 0
        if trimmed > width:
            for cell in unit:
                if used + display_width(cell[0]) > width:
                    lines.append([])
                    used = 0
                lines[-1].append(cell)
                used += display_width(cell[0])
            continue
        lines[-1].extend(unit)
        used += size
    return [_runs(_without_space(cells)) for cells in lines]


def widest_unit(words: Line) -> int:
    """The width below which the line would have to be cut inside a word."""
    sizes = (sum(display_width(c) for c, _ in _without_space(unit)) for unit in _units(words))
    return max(sizes, default=0)


def _units(words: Line) -> Iterator[list[Cell]]:
    """Stretches that no line break may part, each with the spaces after it."""
    unit: list[Cell] = []
    for run in words:
        for char in run.text:
            if unit and _may_break(unit[-1][0], char):
                yield unit
                unit = []
            unit.append((char, run.tone))
    if unit:
        yield unit


def _may_break(before: str, after: str) -> bool:
    if after == " " or before in NEVER_LAST or after in NEVER_FIRST:
        return False
    return before == " " or display_width(before) == 2 or display_width(after) == 2


def _without_space(cells: list[Cell]) -> list[Cell]:
    end = len(cells)
    while end and cells[end - 1][0] == " ":
        end -= 1
    return cells[:end]


def _runs(cells: list[Cell]) -> Line:
    grouped = groupby(cells, key=lambda cell: cell[1])
    return tuple(Run("".join(char for char, _ in several), tone) for tone, several in grouped)
