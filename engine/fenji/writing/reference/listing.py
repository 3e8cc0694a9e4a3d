"""The lines of a file in which an item of a list stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a file, with its number from 1."""

    number: int
    text: str


def item_lines(text: str, line: int) -> tuple[SourceLine, ...]:
    """The item of a YAML list that begins on that line: up to the next line no deeper than it."""
    lines = text.splitlines()
    if not 0 < line <= len(lines):
        return ()
    depth = _depth(lines[line - 1])
    end = line
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return tuple(SourceLine(at + 1, lines[at][depth:]) for at in range(line - 1, end))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
