"""The few forms of Python's syntax tree of which the compiled functions are built."""

from __future__ import annotations

import ast
from collections.abc import Sequence

Expr = ast.expr
LOAD, STORE = ast.Load(), ast.Store()


def constant(value: int | float | str | bool | None) -> Expr:
    """A value that Python can write."""
    return ast.Constant(value)


def load(name: str) -> Expr:
    """The value of a variable."""
    return ast.Name(name, LOAD)


def store(name: str, value: Expr) -> ast.stmt:
    """`name = value`."""
    return ast.Assign([ast.Name(name, STORE)], value)


def keep(row: Expr, index: int, value: Expr) -> ast.stmt:
    """`row[index] = value`."""
    return ast.Assign([ast.Subscript(row, constant(index), STORE)], value)


def item(of: Expr, index: int | Expr) -> Expr:
    """`of[index]`."""
    return ast.Subscript(of, constant(index) if isinstance(index, int) else index, LOAD)


def call(function: str, *arguments: Expr) -> Expr:
    """`function(arguments)`."""
    return ast.Call(load(function), list(arguments), [])


def row_of(values: Sequence[Expr]) -> Expr:
    """A tuple of the values."""
    return ast.Tuple(list(values), LOAD)


def choose(test: Expr, then: Expr, otherwise: Expr) -> Expr:
    """`then if test else otherwise`."""
    return ast.IfExp(test, then, otherwise)


def both(*parts: Expr) -> Expr:
    """`a and b and c`: the first that is 0, else the last."""
    return parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), list(parts))


def first(*parts: Expr) -> Expr:
    """`a or b or c`: the first that is not 0, else the last."""
    return parts[0] if len(parts) == 1 else ast.BoolOp(ast.Or(), list(parts))


def naming(name: str, value: Expr) -> Expr:
    """`(name := value)`."""
    return ast.NamedExpr(ast.Name(name, STORE), value)


def compared(left: Expr, operator: ast.cmpop, right: Expr) -> Expr:
    """A comparison of two values."""
    return ast.Compare(left, [operator], [right])


def equal(left: Expr, right: Expr) -> Expr:
    """`left == right`."""
    return compared(left, ast.Eq(), right)


def bits(left: Expr, operator: ast.operator, right: Expr) -> Expr:
    """`left & right`, `left | right`, `left >> right`."""
    return ast.BinOp(left, operator, right)


def when(test: Expr, *then: ast.stmt) -> ast.stmt:
    """`if test: then`."""
    return ast.If(test, list(then), [])
