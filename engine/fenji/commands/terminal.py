"""What is known of where the output goes: its width, and whether it takes colour."""

from __future__ import annotations

import os
import sys
from typing import TextIO

PIPED_WIDTH = 80
WIDEST = 120


def columns(stream: TextIO | None = None) -> int:
    """Cells in a line: what COLUMNS says, else the terminal's, at most 120; 80 when piped.

    `stream` is where the output goes, the standard output if nothing else is said.
    """
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return min(int(said), WIDEST)
    try:
        return (
            min(os.get_terminal_size((stream or sys.stdout).fileno()).columns, WIDEST)
            or PIPED_WIDTH
        )
    except (OSError, ValueError):
        return PIPED_WIDTH


def coloured() -> bool:
    """Whether the output takes colour: a terminal that is not dumb, and NO_COLOR not set."""
    if os.environ.get("NO_COLOR"):
        return False
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
