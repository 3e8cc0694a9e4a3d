"""CSV with the place of every cell: commas, cells in double quotes where they hold one (RFC 4180)."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell, without quotes and outer spaces."""

    text: str
    place: Place


def csv_rows(problems: Problems, data: bytes, path: str) -> list[tuple[Cell, ...]] | None:
    """The rows that are not blank, the header first; `None`, with the problem noted, if unreadable."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        broken = data.count(b"\n", 0, error.start) + 1
        _cannot(problems, Place(path, broken, 1), Text("不是 UTF-8 文本", "this is not UTF-8 text"))
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            rows.append(_cells(problems, line, number, path))
    return None if None in rows else [row for row in rows if row is not None]


def _cells(problems: Problems, line: str, number: int, path: str) -> tuple[Cell, ...] | None:
    found = []
    at = 0
    while True:
        if line[at : at + 1] == '"':
            text, end = _quoted(line, at)
            if end < 0:
                place = Place(path, number, at + 1, len(line) - at)
                _cannot(problems, place, Text("引号没有结束", "this quote is never closed"))
                return None
        else:
            end = line.find(",", at)
            end = len(line) if end < 0 else end
            text = line[at:end]
        found.append(Cell(text.strip(), Place(path, number, at + 1, max(1, end - at))))
        if end >= len(line):
            return tuple(found)
        at = end + 1


def _quoted(line: str, start: int) -> tuple[str, int]:
    """The text in quotes from there on, and where it ends; -1 where it does not on this line."""
    text, at = "", start + 1
    while True:
        end = line.find('"', at)
        if end < 0:
            return text, -1
        text += line[at:end]
        if line[end + 1 : end + 2] != '"':
            after = end + 1
            return text, after if after >= len(line) or line[after] == "," else -1
        text += '"'
        at = end + 2


def _cannot(problems: Problems, place: Place, message: Text) -> None:
    problems.error(
        "unreadable-figures",
        place,
        message,
        Text("另存为 UTF-8 的 CSV，一行一条", "save it as CSV in UTF-8, one row a line"),
    )
