"""What is known of where the output goes: its width, and whether it takes colour."""

from __future__ import annotations

import os
import shutil
import sys

PIPED_WIDTH = 80
WIDEST = 120


def columns() -> int:
    """Cells in a line: the terminal's, at most 120; 80 when piped, unless COLUMNS says otherwise."""
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS", "").isdigit():
        return PIPED_WIDTH
    return min(shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, WIDEST)


def coloured() -> bool:
    """Whether the output takes colour: a terminal that is not dumb, and NO_COLOR not set."""
    if os.environ.get("NO_COLOR"):
        return False
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
