"""Conditions: what is written, and the node that it becomes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from fenji.model.condition import (
    All,
    Any,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Fires,
    Holds,
    Listed,
    Not,
    Quantified,
    Word,
)
from fenji.model.expression import Expression, Literal, Lookup, Name, Parameter, Stratum
from fenji.model.place import Place
from fenji.model.value import Member, day, one, point
from tests.reading.grammar.small_folder import load, mines

STOCK = Name("mine", "stock_t", Stratum.FACT)
DEPTH = Name("mine", "depth_m", Stratum.FACT)
TYPE = Name("mine", "mine_type", Stratum.FACT)
MINERALS = Name("mine", "minerals", Stratum.FACT)
FLOODED = Compare(Name("mine", "flooded", Stratum.FACT), Word.IS, (Literal(one(True)),))
WIDE = Compare(Name("shaft", "width_m", Stratum.FACT), Word.MORE_THAN, (Literal(point(3)),))

OTHERS = {
    "tables/widths.yaml": """\
table: widths
title: 宽度
title_en: widths
basis: {instrument: LAW-1, clause: 表1}
review: copy_seen
exhaustive: true
keys:
  - {column: type, is: mine_type}
  - {column: from_m, at_least: depth_m}
gives: {least_m: number}
""",
    "tables/widths.csv": "type,from_m,least_m\nunderground,0,3\n,,6\n",
    "policy/parameters.yaml": """\
parameters:
  - name: much_t
    label: 多
    label_en: much
    unit: t
    values: [{from: 2026-01-01, value: 3}]
    basis: {instrument: LAW-1, clause: 一}
    standing: proposal
    review: uncertain
""",
}
DEFINITIONS = """\
definitions:
  - {name: big, for: subject, label: 大, label_en: big, when: {employees: {at_least: 100}}}
"""


def number(n: int | str) -> tuple[Expression]:
    return (Literal(point(Fraction(n))),)


def words(*several: Member) -> tuple[Expression, ...]:
    return tuple(Literal(one(word)) for word in several)


def by(kind: Expression, depth: Expression) -> tuple[tuple[str, Expression], ...]:
    return (("mine_type", kind), ("depth_m", depth))


CASES: dict[str, Condition] = {
    "{mine_type: open_pit}": Compare(TYPE, Word.IS, words("open_pit")),
    "{mine_type: {is_not: open_pit}}": Compare(TYPE, Word.IS_NOT, words("open_pit")),
    "{mine_type: {one_of: [open_pit, underground]}}": Compare(
        TYPE, Word.ONE_OF, words("open_pit", "underground")
    ),
    "{minerals: {has: gold}}": Compare(MINERALS, Word.HAS, words("gold")),
    "{minerals: {has_none: [gold, coal]}}": Compare(MINERALS, Word.HAS_NONE, words("gold", "coal")),
    "{stock_t: 29.9}": Compare(STOCK, Word.IS, number("29.9")),
    "{stock_t: {at_least: 500 kg}}": Compare(STOCK, Word.AT_LEAST, number("0.5")),
    "{stock_t: {more_than: 1, at_most: 5}}": All(
        (
            Compare(STOCK, Word.MORE_THAN, number(1)),
            Compare(STOCK, Word.AT_MOST, number(5)),
        )
    ),
    "{licensed_on: {less_than: 2026-03-01}}": Compare(
        Name("mine", "licensed_on", Stratum.FACT),
        Word.LESS_THAN,
        (Literal(day(date(2026, 3, 1))),),
    ),
    "{operator: '0810'}": Compare(Name("mine", "operator", Stratum.FACT), Word.IS, words("0810")),
    "{employees: {at_least: 300}}": Compare(
        Name("subject", "employees", Stratum.FACT), Word.AT_LEAST, number(300)
    ),
    "{stock_t: {at_least: {fact: much}}}": Compare(
        STOCK, Word.AT_LEAST, (Name("mine", "much", Stratum.MEASURE),)
    ),
    "{stock_t: {at_least: {parameter: much_t}}}": Compare(
        STOCK, Word.AT_LEAST, (Parameter("much_t"),)
    ),
    "{depth_m: {less_than: {table: widths, give: least_m}}}": Compare(
        DEPTH, Word.LESS_THAN, (Lookup("widths", "least_m", by(TYPE, DEPTH)),)
    ),
    "{listed: {table: widths, by: {mine_type: {is: open_pit}, depth_m: 7}}}": Listed(
        "widths", by(Literal(one("open_pit")), Literal(point(7)))
    ),
    "[{flooded: true}, {stock_t: 1}]": All((FLOODED, Compare(STOCK, Word.IS, number(1)))),
    "{flooded: true, stock_t: 1}": All((FLOODED, Compare(STOCK, Word.IS, number(1)))),
    "{any: {flooded: true, stock_t: 1}}": Any((FLOODED, Compare(STOCK, Word.IS, number(1)))),
    "{all: [{flooded: true}]}": FLOODED,
    "{not: {flooded: true, stock_t: 1}}": Not(All((FLOODED, Compare(STOCK, Word.IS, number(1))))),
    "{at_least_n: {n: 2, of: [{flooded: true}, {stock_t: 1}, {big: true}]}}": AtLeastN(
        2, (FLOODED, Compare(STOCK, Word.IS, number(1)), Holds("subject", "big"))
    ),
    "{big: false}": Not(Holds("subject", "big")),
    "{some: {of: shaft}}": Quantified("some", "shaft", None),
    "{no: {of: shaft, where: {width_m: {more_than: 3}}}}": Quantified("no", "shaft", WIDE),
    "{every: {of: shaft, where: {width_m: {more_than: 3}, flooded: true}}}": Quantified(
        "every", "shaft", All((WIDE, FLOODED))
    ),
    "{count: {of: shaft, where: {width_m: {more_than: 3}}, at_least: 2}}": Counted(
        "shaft", WIDE, Word.AT_LEAST, Literal(point(2))
    ),
    "{finding: other}": Fires("other"),
    "{compare: {formula: depth_m, more_than: 5}}": Compare(DEPTH, Word.MORE_THAN, number(5)),
}


@pytest.mark.parametrize("written", CASES, ids=str)
def test_it_becomes_the_node(written: str, tmp_path: Path) -> None:
    assert _when(tmp_path, written) == CASES[written]


def _when(tmp_path: Path, written: str) -> Condition:
    items = f"""\
{DEFINITIONS}measures:
  - {{name: much, label: 多, label_en: much, unit: t, formula: stock_t * 2}}
rules:
  - id: one
    title: 一
    title_en: one
    when: {written}
    finding: element
  - {{id: other, for: subject, title: 二, title_en: other, when: {{mines: true}}, finding: scope}}
"""
    release = load(tmp_path, {**OTHERS, **mines(items)})
    return next(rule.when for rule in release.rules if rule.id == "one")


def test_every_part_knows_its_place(tmp_path: Path) -> None:
    when = _when(tmp_path, "{any: [{flooded: true}, {stock_t: {at_least: 500 kg}}]}")
    path, line = "rules/02_mines/rules.yaml", 13
    assert isinstance(when, Any)
    assert when.place == Place(path, line, 12, 3)
    flooded, stock = when.of
    assert flooded.place == Place(path, line, 19, 7)
    assert isinstance(stock, Compare)
    assert stock.place == Place(path, line, 36, 7)
    assert stock.left.place == Place(path, line, 36, 7)
    assert stock.right[0].place == Place(path, line, 56, 6)
