"""Two things of one order, or of one industry code, would leave it to chance which goes first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TypeVar

from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.principle import Principle, Ranking
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.problems import Problems


def check_orders(problems: Problems, chart: Chart) -> None:
    """Note every second principle, ranking or level rule of an order that is taken."""
    pairs: list[tuple[_Ordered, _Ordered]] = [
        *combinations(_as_written(chart.principles), 2),
        *combinations(_as_written(chart.rankings), 2),
        *(pair for pair in combinations(_as_written(chart.levels), 2) if _both_speak(*pair)),
    ]
    for first, second in pairs:
        if first.order == second.order:
            _same_order(problems, first, second)


def check_codes(problems: Problems, chart: Chart) -> None:
    """Note every second row of one prefix of GB/T 4754."""
    first: dict[str, str] = {}
    for matter in sorted(chart.matters.values(), key=lambda one: _written(one.place)):
        for code in matter.codes:
            if code.prefix in first:
                other = first[code.prefix]
                problems.error(
                    "duplicate-code",
                    matter.place,
                    Text(
                        f"行业代码 `{code.prefix}` 已归 `{other}`，又归 `{matter.id}`",
                        f"industry code `{code.prefix}` is of `{other}` and of `{matter.id}`",
                    ),
                    Text(
                        "只留一处；必要时写更长的代码", "keep one; write longer codes where needed"
                    ),
                )
            first.setdefault(code.prefix, matter.id)


_Ordered = Principle | Ranking | LevelRule


_O = TypeVar("_O", Principle, Ranking, LevelRule)


def _as_written(several: Iterable[_O]) -> list[_O]:
    return sorted(several, key=lambda one: _written(one.place))


def _written(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def _both_speak(one: LevelRule, other: LevelRule) -> bool:
    """Whether they speak of a department and a matter in common."""
    return _overlap(one.departments, other.departments) and _overlap(one.matters, other.matters)


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether they have something in common; none named means all."""
    return not one or not other or not set(one).isdisjoint(other)


def _same_order(problems: Problems, first: _Ordered, second: _Ordered) -> None:
    at = first.place
    problems.error(
        "same-order",
        second.place,
        Text(
            f"`{second.id}` 与 `{first.id}`（{at.path}:{at.line}）次序同为 {first.order}",
            f"`{second.id}` and `{first.id}` ({at.path}:{at.line}) both have order {first.order}",
        ),
        Text("给它们不同的 `order`", "give them different orders"),
    )
