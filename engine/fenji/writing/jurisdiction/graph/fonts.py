"""The fonts of drawings, and how wide a text is in them."""

from __future__ import annotations

from fenji.writing.display_width import display_width

FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "sans-serif",
)
"""Fonts that have Chinese, the first that is there."""

SIZE = 13
SMALL = 11
CELL = 0.52
"""Width of a cell, of which a Chinese character takes two, as a share of the size of the font."""


def text_width(text: str, size: int) -> float:
    """How wide the text is, in the units of the drawing; rather too wide than too narrow."""
    return display_width(text) * size * CELL


def in_lines(text: str, cells: int) -> list[str]:
    """The text in as few lines of at most so many cells as it needs, these of about one length:
    Latin words whole, Chinese anywhere."""
    count = len(_filled(text, cells))
    even = next(w for w in range(1, cells + 1) if w == cells or len(_filled(text, w)) <= count)
    return _filled(text, even)


def _filled(text: str, cells: int) -> list[str]:
    lines, at = [""], 0
    for piece in _pieces(text):
        width = display_width(piece)
        if at and at + width > cells:
            lines.append("")
            at = 0
            piece = piece.lstrip()
            width = display_width(piece)
        lines[-1] += piece
        at += width
    return [line.rstrip() for line in lines if line.strip()] or [""]


_CLOSING = "，。、；：）》”’！？"
"""What never begins a line."""


def _pieces(text: str) -> list[str]:
    """What cannot be divided: a Latin word with the space before it, a Chinese character with what
    closes after it."""
    pieces: list[str] = []
    for character in text:
        wide = display_width(character) == 2
        joins = pieces and not wide and not character.isspace() and _is_latin(pieces[-1])
        if (
            joins
            or (pieces and character in _CLOSING)
            or (pieces and pieces[-1].isspace() and not wide)
        ):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _is_latin(piece: str) -> bool:
    return display_width(piece[-1]) == 1 and not piece[-1].isspace()
