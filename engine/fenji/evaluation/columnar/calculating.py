"""Operations of a plan on numbers: comparisons, arithmetic, and what is near a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import polars as pl

from fenji.evaluation.columnar.answered import Column
from fenji.evaluation.columnar.graph import Node, Sort
from fenji.evaluation.columnar.running import Operation, Run, column_of

NEARNESS = 1e-9


def _at_least(run: Run, node: Node, args: Sequence[Column]) -> Column:
    a, b = args
    return b <= a if not isinstance(a, pl.Series) else a >= b


def _same(run: Run, node: Node, args: Sequence[Column]) -> Column:
    a, b = args
    return b == a if not isinstance(a, pl.Series) else a == b


def _endless(run: Run, node: Node, args: Sequence[Column]) -> Column:
    (value,) = args
    if isinstance(value, pl.Series):
        return value.is_infinite()
    return value in (float("inf"), float("-inf"))


def _add(run: Run, node: Node, args: Sequence[Column]) -> Column:
    a, b = args
    return a + b


def _negative(run: Run, node: Node, args: Sequence[Column]) -> Column:
    (value,) = args
    return value * -1.0


def _times(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """Nothing times endless is nothing."""
    a, b = args
    if not isinstance(a, pl.Series) and not isinstance(b, pl.Series):
        return a * b if a and b else 0.0
    found = a * b
    assert isinstance(found, pl.Series)
    return found.fill_nan(0.0)


def _over(run: Run, node: Node, args: Sequence[Column]) -> Column:
    a, b = args
    if not isinstance(a, pl.Series) and not isinstance(b, pl.Series):
        if b == 0:
            return 0.0
        return a / b if abs(b) != float("inf") else 0.0
    if not isinstance(a, pl.Series):
        a = column_of(a, run.height(node), Sort.NUMBER)
    return (a / b).fill_nan(0.0)


def _least(run: Run, node: Node, args: Sequence[Column]) -> Column:
    return _extreme(args, lambda a, b: a <= b)


def _greatest(run: Run, node: Node, args: Sequence[Column]) -> Column:
    return _extreme(args, lambda a, b: a >= b)


def _extreme(args: Sequence[Column], ahead: Callable[[pl.Series, Column], pl.Series]) -> Column:
    """The one that is ahead of the others, row by row; figures are compared among themselves first."""
    figures = [a for a in args if not isinstance(a, pl.Series)]
    columns = [a for a in args if isinstance(a, pl.Series)]
    figure = figures[0] if figures else None
    for other in figures[1:]:
        assert figure is not None
        figure = figure if ahead(figure, other) else other  # type: ignore[arg-type]
    if not columns:
        assert figure is not None
        return figure
    found = columns[0]
    rest = [*columns[1:], *([] if figure is None else [figure])]
    for one in rest:
        found = found.zip_with(ahead(found, one), column_of(one, len(found), Sort.NUMBER))
    return found


def _where(run: Run, node: Node, args: Sequence[Column]) -> Column:
    test, one, other = args
    if not isinstance(test, pl.Series):
        return one if test else other
    if not isinstance(one, pl.Series) and not isinstance(other, pl.Series) and one == other:
        return one
    height = len(test)
    return column_of(one, height, Sort.NUMBER).zip_with(test, column_of(other, height, Sort.NUMBER))


def _size(run: Run, node: Node, args: Sequence[Column]) -> Column:
    (value,) = args
    if not isinstance(value, pl.Series):
        return abs(value)
    return value.zip_with(value >= 0.0, value * -1.0)


def _near(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """Where two numbers are within a billionth of each other, by the size of what made them.

    Endless ones are never near: a distance that is endless, or none, is less than nothing.
    """
    a, b, *sizes = args
    margin = _greatest(run, node, sizes) * NEARNESS
    distance = a - b
    if not isinstance(distance, pl.Series) and not isinstance(margin, pl.Series):
        return distance < margin and -distance < margin
    if not isinstance(distance, pl.Series):
        distance = column_of(distance, run.height(node), Sort.NUMBER)
    return (distance < margin) & (distance * -1.0 < margin)


def _near_one(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """Where a number is so near one of several figures."""
    height = run.height(node)
    value, size = (column_of(a, height, Sort.NUMBER) for a in args)
    assert isinstance(node.data, tuple)
    found = column_of(False, height, Sort.FLAG)
    for figure in node.data:
        margin = NEARNESS * size.clip(lower_bound=abs(figure))
        found = found | ((value - figure).abs() < margin)
    return found & value.is_finite() & size.is_finite()


def _rounded(run: Run, node: Node, args: Sequence[Column]) -> Column:
    """A number put on its grid of decimals."""
    (value,) = args
    assert isinstance(node.data, int)
    return value.round(node.data) if isinstance(value, pl.Series) else round(value, node.data)


CALCULATING: dict[str, Operation] = {
    "at_least": _at_least,
    "same": _same,
    "endless": _endless,
    "add": _add,
    "negative": _negative,
    "times": _times,
    "over": _over,
    "least": _least,
    "greatest": _greatest,
    "where": _where,
    "size": _size,
    "rounded": _rounded,
    "near": _near,
    "near_one": _near_one,
}
