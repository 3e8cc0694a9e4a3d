"""Where in a file something was written. Places never take part in equality or in digests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line.

    `path` is written as the reader knows it (relative to the release or as typed), `line` and
    `column` count from 1 as editors do, `width` is in characters of the line (at least 1).
    """

    path: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE = Place("", 0, 0)
"""The place of what no file states: nodes built by a program or by a test."""
