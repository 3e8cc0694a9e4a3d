"""One cell of a table, read by the type of its column; a blank one is nothing."""

from __future__ import annotations

from fractions import Fraction

from fenji.model.dates import partial_date
from fenji.model.text import Text
from fenji.model.value import Member, Value, day, one, point
from fenji.reading.grammar.csv_text import Cell
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.types import CALLED, Sort, Type
from fenji.reading.nearest import did_you_mean
from fenji.reading.scalars import Unusable, number

_FLAGS = {"true": True, "false": False}


def cell_value(problems: Problems, cell: Cell, type_: Type, column: str) -> Value | None:
    """The value in the cell; `None` where it is blank or, with the problem noted, unreadable."""
    if not cell.text:
        return None
    if type_.sort is Sort.NUMBER:
        exact = _number(problems, cell)
        return _not_one(problems, cell, type_, column) if exact is None else point(exact)
    if type_.sort is Sort.FLAG:
        known = _FLAGS.get(cell.text)
        return _not_one(problems, cell, type_, column) if known is None else one(known)
    if type_.sort is Sort.DATE:
        return _day(problems, cell, type_, column)
    if type_.members is None:
        return one(cell.text)
    return _member(problems, cell, type_.members, column)


def _number(problems: Problems, cell: Cell) -> Fraction | None:
    found = number(cell.text)
    if isinstance(found, Unusable):
        problems.error(found.id, cell.place, found.message, found.help)
        return Fraction(0)
    return found


def _day(problems: Problems, cell: Cell, type_: Type, column: str) -> Value | None:
    try:
        found = partial_date(cell.text)
    except ValueError:
        return _not_one(problems, cell, type_, column)
    if found.first != found.last:
        return _not_one(problems, cell, type_, column)
    return day(found.first)


def _member(
    problems: Problems, cell: Cell, members: frozenset[Member], column: str
) -> Value | None:
    for known in members:
        same = cell.text == known if isinstance(known, str) else _is(cell.text, known)
        if same:
            return one(known)
    problems.error(
        "unknown-choice",
        cell.place,
        Text(f"`{column}` 没有值 `{cell.text}`", f"`{column}` cannot be `{cell.text}`"),
        did_you_mean(cell.text, [str(m) for m in members])
        or Text("可选的值见字典", "the dictionary has the values it can be"),
    )
    return None


def _is(text: str, known: bool | Fraction) -> bool:
    if isinstance(known, bool):
        return _FLAGS.get(text) is known
    return number(text) == known


def _not_one(problems: Problems, cell: Cell, type_: Type, column: str) -> Value | None:
    called = CALLED[type_.sort]
    problems.error(
        "wrong-type",
        cell.place,
        Text(
            f"`{column}` 一列是{called.zh}，`{cell.text}` 不是",
            f"column `{column}` holds {called.en}, and `{cell.text}` is not",
        ),
        Text("改正这一格；不知道就留空", "mend the cell, or leave it blank"),
    )
    return None
