"""How many cells of a terminal a text takes: a Chinese character takes two."""

from __future__ import annotations

from unicodedata import category, east_asian_width

_NO_CELL = frozenset({"Mn", "Me", "Cf"})


def display_width(text: str) -> int:
    """Cells in a monospaced font (Unicode Standard Annex 11; ambiguous characters take one)."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in _NO_CELL else 1
