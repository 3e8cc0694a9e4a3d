"""Arithmetic written as a formula: Python's own parser, held to names, numbers and a few functions."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from fractions import Fraction

from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Parameter,
)
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER, point
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import scalar_of
from fenji.reading.grammar.names import Named
from fenji.reading.grammar.parameters import known_parameter
from fenji.reading.grammar.resolving import child_kind, named_value
from fenji.reading.grammar.types import CALLED, Sort
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node, Scalar
from fenji.reading.scalars import Unusable
from fenji.reading.scalars import number as decimal

_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_DURATIONS = {
    "days_since": "days",
    "months_since": "months",
    "years_since": "years",
    "months_ended": "months_ended",
}
FUNCTIONS = ("min", "max", "sum", "count", *_DURATIONS, "parameter")
"""The names that a formula can call."""


def formula(here: Here, node: Node) -> Expression:
    """The arithmetic that the text stands for, its parts placed within the line."""
    scalar = scalar_of(node, here.problems)
    if scalar is None:
        return Literal(ANY_NUMBER, node.place)
    if isinstance(scalar.value, Fraction):
        return Literal(point(scalar.value), scalar.place)
    text = scalar.text.strip()
    if not text.isascii():
        at = next(i for i, letter in enumerate(scalar.text) if not letter.isascii())
        here.problems.error(
            "wrong-formula",
            _Placer(scalar).place(at, at + 1),
            Text(f"公式里不能有 `{scalar.text[at]}`", f"a formula cannot hold `{scalar.text[at]}`"),
            Text("只用英文名称、数和 `+ - * /`", "use names, numbers and `+ - * /` only"),
        )
        return Literal(ANY_NUMBER, scalar.place)
    return _Parser(here, scalar).whole()


class _Placer:
    """Where a stretch of a formula stands in its file."""

    def __init__(self, scalar: Scalar) -> None:
        self._scalar = scalar
        quotes = scalar.place.width - len(scalar.text)
        self._offset = {0: 0, 2: 1}.get(quotes)
        if "\n" in scalar.text:
            self._offset = None

    def place(self, start: int, end: int) -> Place:
        """The place of the letters from `start` to `end`; the whole where lines were folded."""
        whole = self._scalar.place
        if self._offset is None:
            return whole
        return Place(
            whole.path, whole.line, whole.column + self._offset + start, max(1, end - start)
        )


@dataclass(slots=True)
class _Stop(Exception):
    """A part that cannot be read; the problem is noted."""

    place: Place


class _Parser:
    def __init__(self, here: Here, scalar: Scalar) -> None:
        self._here = here
        self._scalar = scalar
        self._placer = _Placer(scalar)
        self._text = " ".join(scalar.text.split("\n"))
        self._lead = len(self._text) - len(self._text.lstrip())

    def whole(self) -> Expression:
        try:
            tree = ast.parse(self._text.strip(), mode="eval").body
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            at = (getattr(error, "offset", None) or 1) - 1 + self._lead
            cut = self._text.count("(") > self._text.count(")")
            self._wrong(
                self._placer.place(at, at + 1),
                Text("公式写法有误", "the formula cannot be read from here on"),
                Text(
                    "补上括号；写在 `{ }` 里的公式含逗号时要整个加引号",
                    "close the bracket; inside `{ }` a formula with a comma has to be quoted",
                )
                if cut
                else Text("检查括号和运算符", "look at the brackets and the signs"),
            )
            return Literal(ANY_NUMBER, self._scalar.place)
        return self._read(tree, self._here)

    def _place(self, node: ast.expr) -> Place:
        end = node.end_col_offset if node.end_col_offset is not None else node.col_offset + 1
        return self._placer.place(node.col_offset + self._lead, end + self._lead)

    def _read(self, node: ast.expr, here: Here) -> Expression:
        place = self._place(node)
        try:
            if isinstance(node, ast.Name):
                return self._name(node.id, here, place)
            if isinstance(node, ast.Constant):
                return Literal(point(self._number(node)), place)
            if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
                left, right = self._read(node.left, here), self._read(node.right, here)
                return Arithmetic(_SIGNS[type(node.op)], left, right, place)  # type: ignore[arg-type]
            if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.UAdd | ast.USub):
                return self._signed(node, here, place)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
                return self._call(node.func.id, node, here, place)
        except _Stop as stop:
            return Literal(ANY_NUMBER, stop.place)
        self._wrong(
            place,
            Text("公式里不能这样写", "a formula cannot say this"),
            Text(
                "只用名称、数、`+ - * /`、括号和 `min max sum count` 等函数",
                "use names, numbers, `+ - * /`, brackets and functions such as `min` and `sum`",
            ),
        )
        return Literal(ANY_NUMBER, place)

    def _name(self, name: str, here: Here, place: Place) -> Expression:
        found = named_value(here, name, place)
        if found is None:
            raise _Stop(place)
        expression, type_ = found
        if not type_.calculable:
            called = CALLED[type_.sort]
            here.problems.error(
                "wrong-type",
                place,
                Text(
                    f"`{name}` 是{called.zh}，不能计算", f"`{name}` is {called.en}: no arithmetic"
                ),
                Text("公式里只用数", "use numbers only in a formula"),
            )
            raise _Stop(place)
        return expression

    def _number(self, node: ast.Constant) -> Fraction:
        written = ast.get_source_segment(self._text.strip(), node) or ""
        found = decimal(written)
        if isinstance(found, Unusable):
            self._here.problems.error(found.id, self._place(node), found.message, found.help)
            raise _Stop(self._place(node))
        if found is None:
            self._wrong(
                self._place(node),
                Text(f"`{written}` 不是十进制数", f"`{written}` is not a decimal number"),
                Text("写作 `1.2`", "write it as `1.2`"),
            )
            raise _Stop(self._place(node))
        return found

    def _signed(self, node: ast.UnaryOp, here: Here, place: Place) -> Expression:
        inner = self._read(node.operand, here)
        if isinstance(node.op, ast.UAdd):
            return inner
        if isinstance(node.operand, ast.Constant) and isinstance(inner, Literal):
            return Literal(point(-self._number(node.operand)), place)
        return Arithmetic("-", Literal(point(0), place), inner, place)

    def _call(self, function: str, node: ast.Call, here: Here, place: Place) -> Expression:
        several = node.args
        if function in ("min", "max", "sum", "count") and several and _is_kind(several[0], here):
            return self._aggregate(function, several, here, place)
        if function in ("min", "max") and len(several) >= 2:
            parts = tuple(self._read(part, here) for part in several)
            return Extreme(function, parts, place)  # type: ignore[arg-type]
        if function in _DURATIONS and len(several) == 1 and isinstance(several[0], ast.Name):
            return self._elapsed(function, several[0], here, place)
        if function == "parameter" and len(several) == 1 and isinstance(several[0], ast.Name):
            name = several[0]
            if not known_parameter(here, name.id, self._place(name)):
                raise _Stop(place)
            return Parameter(name.id, place)
        self._cannot_call(function, node, here)
        raise _Stop(place)

    def _aggregate(self, how: str, several: list[ast.expr], here: Here, place: Place) -> Expression:
        kind = several[0]
        assert isinstance(kind, ast.Name)
        wanted = 1 if how == "count" else 2
        if len(several) != wanted:
            self._wrong(place, *_usage(how))
            raise _Stop(place)
        if not child_kind(here, kind.id, self._place(kind)):
            raise _Stop(place)
        of = self._read(several[1], here.at(kind.id)) if wanted == 2 else None
        return Aggregate(how, kind.id, of, place)  # type: ignore[arg-type]

    def _elapsed(self, function: str, node: ast.Name, here: Here, place: Place) -> Expression:
        at = self._place(node)
        found = named_value(here, node.id, at)
        if found is None:
            raise _Stop(place)
        name, type_ = found
        if type_.sort is not Sort.DATE:
            here.problems.error(
                "wrong-type",
                at,
                Text(f"`{node.id}` 不是日期", f"`{node.id}` is not a date"),
                Text(f"`{function}` 要一个日期", f"`{function}` takes a date"),
            )
            raise _Stop(place)
        return Elapsed(_DURATIONS[function], name, place)  # type: ignore[arg-type]

    def _cannot_call(self, function: str, node: ast.Call, here: Here) -> None:
        if function not in FUNCTIONS:
            self._wrong(
                self._place(node.func),
                Text(f"没有函数 `{function}`", f"there is no function `{function}`"),
                did_you_mean(function, FUNCTIONS)
                or Text("可用的函数见 docs/language.md", "docs/language.md has the functions"),
            )
            return
        first = node.args[0] if node.args else None
        if function in ("sum", "count") and isinstance(first, ast.Name):
            child_kind(here, first.id, self._place(first))
            return
        self._wrong(self._place(node), *_usage(function))

    def _wrong(self, place: Place, message: Text, step: Text) -> None:
        self._here.problems.error("wrong-formula", place, message, step)


def _is_kind(node: ast.expr, here: Here) -> bool:
    """Whether a first argument names an entity kind, and not a value that is called the same."""
    names = here.declared.names
    if not isinstance(node, ast.Name) or node.id not in names.kinds:
        return False
    found = names.find(here.kind, node.id)
    return found is None or found.named is Named.KIND


def _usage(function: str) -> tuple[Text, Text]:
    if function in _DURATIONS:
        form = f"{function}(DATE)"
    else:
        form = {
            "count": "count(KIND)",
            "sum": "sum(KIND, EXPRESSION)",
            "parameter": "parameter(NAME)",
        }.get(function, f"{function}(a, b)` / `{function}(KIND, EXPRESSION)")
    return (
        Text(f"`{function}` 的写法不对", f"`{function}` is not called like this"),
        Text(f"写作 `{form}`", f"write `{form}`"),
    )
