"""A line of a file with a caret under a stretch of it, in the cells of a terminal."""

from __future__ import annotations

import unicodedata

from fenji.model.place import Place
from fenji.writing.display_width import display_width

_TAB = " " * 4
_CUT = "…"


def visible(text: str) -> str:
    """The text with its control characters shown instead of sent to the terminal."""
    return text if text.isprintable() else "".join(map(_visible, text))


def excerpt(line: str, place: Place, width: int) -> list[str]:
    """The line under its number, and carets; both trimmed so that the first caret is seen."""
    number = f"{place.line:>5} | "
    before = _shown(line[: place.column - 1])
    marked = _shown(line[place.column - 1 : place.column - 1 + place.width])
    after = _shown(line[place.column - 1 + place.width :])
    room = max(20, width - len(number))
    before, marked, after = _trimmed(before, marked, after, room)
    caret = " " * display_width(before) + "^" * max(1, display_width(marked))
    return [
        f"{number}{before}{marked}{after}".rstrip(),
        f"{' ' * (len(number) - 2)}| {caret}",
    ]


def _shown(stretch: str) -> str:
    return visible(stretch.replace("\t", _TAB))


def _visible(character: str) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return "\ufffd"


def _trimmed(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The three in `room` cells: the end of what stands before, the beginning of what follows."""
    if display_width(before + marked + after) <= room:
        return before, marked, after
    lead = room // 3
    if display_width(before) > lead and display_width(before + marked) > room - 1:
        before = _CUT + _last(before, max(lead, room - 2 - display_width(marked)) - 1)
    left = room - display_width(before)
    if display_width(marked + after) <= left:
        return before, marked, after
    if display_width(marked) >= left:
        return before, _first(marked, left - 1) + _CUT, ""
    return before, marked, _first(after, left - display_width(marked) - 1) + _CUT


def _first(text: str, cells: int) -> str:
    taken = ""
    for character in text:
        cells -= display_width(character)
        if cells < 0:
            break
        taken += character
    return taken


def _last(text: str, cells: int) -> str:
    return _first(text[::-1], cells)[::-1]
