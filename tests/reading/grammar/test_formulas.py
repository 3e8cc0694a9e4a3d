"""Formulas: what is written, the node that it becomes, and where its parts stand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Name,
    Parameter,
    Stratum,
)
from fenji.model.place import Place
from fenji.model.value import point
from tests.reading.grammar.small_folder import load, mines
from tests.reading.grammar.test_conditions import OTHERS

STOCK = Name("mine", "stock_t", Stratum.FACT)
DEPTH = Name("mine", "depth_m", Stratum.FACT)
WIDTH = Name("shaft", "width_m", Stratum.FACT)


def number(n: int | str) -> Expression:
    return Literal(point(Fraction(n)))


CASES: dict[str, Expression] = {
    "stock_t": STOCK,
    "5": number(5),
    "1.2 * stock_t": Arithmetic("*", number("1.2"), STOCK),
    "1e-7 + stock_t - 2": Arithmetic("-", Arithmetic("+", number("0.0000001"), STOCK), number(2)),
    "(stock_t + 1) / 2": Arithmetic("/", Arithmetic("+", STOCK, number(1)), number(2)),
    "-3": number(-3),
    "-stock_t": Arithmetic("-", number(0), STOCK),
    "max(stock_t, depth_m, 3)": Extreme("max", (STOCK, DEPTH, number(3))),
    "sum(shaft, width_m * depth_m)": Aggregate("sum", "shaft", Arithmetic("*", WIDTH, DEPTH)),
    "min(shaft, width_m)": Aggregate("min", "shaft", WIDTH),
    "count(shaft)": Aggregate("count", "shaft", None),
    "months_since(licensed_on)": Elapsed("months", Name("mine", "licensed_on", Stratum.FACT)),
    "parameter(much_t) * 2": Arithmetic("*", Parameter("much_t"), number(2)),
}


@pytest.mark.parametrize("written", CASES, ids=str)
def test_it_becomes_the_node(written: str, tmp_path: Path) -> None:
    assert _formula(tmp_path, f'"{written}"') == CASES[written]


@pytest.mark.parametrize(
    ("written", "first_column"), [("stock_t * depth_m", 14), ('"stock_t * depth_m"', 15)]
)
def test_its_parts_stand_in_the_line(written: str, first_column: int, tmp_path: Path) -> None:
    found = _formula(tmp_path, written)
    path = "rules/02_mines/rules.yaml"
    assert isinstance(found, Arithmetic)
    assert found.place == Place(path, 9, first_column, 17)
    assert found.left.place == Place(path, 9, first_column, 7)
    assert found.right.place == Place(path, 9, first_column + 10, 7)


def test_folded_lines_have_the_place_of_the_whole(tmp_path: Path) -> None:
    found = _formula(tmp_path, ">-\n      stock_t *\n      depth_m")
    assert isinstance(found, Arithmetic)
    assert found.right.place.line == 9


def _formula(tmp_path: Path, written: str) -> Expression:
    items = f"""\
measures:
  - name: a
    label: 甲
    label_en: a
    formula: {written}
"""
    release = load(tmp_path, {**OTHERS, **mines(items)})
    return release.measures[0].cases[0].value
