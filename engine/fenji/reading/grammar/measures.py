"""Measures: numbers with a name, by one formula or by cases."""

from __future__ import annotations

from fenji.model.expression import Expression, Literal
from fenji.model.rule import Measure, MeasureCase
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER
from fenji.reading.grammar.closing import closed_by_otherwise
from fenji.reading.grammar.conditions import NOTHING, condition
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.formulas import formula
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.rule_files import RuleFile
from fenji.reading.grammar.sides import amount
from fenji.reading.grammar.units import known_unit
from fenji.reading.grammar.values import bounds
from fenji.reading.node import Mapping, Node

_WAYS = ("formula", "value", "table", "fact", "parameter")
_OF_LOOKUP = ("table", "give", "by", "take")


def measure(file: RuleFile, node: Node) -> Measure:
    """One measure."""
    declared = file.declared
    fields = Fields(node, declared.problems)
    here = file.here(fields, Rank.MEASURE)
    name, unit = fields.needed_text("name"), known_unit(declared.units, fields)
    if "cases" in fields:
        cases = _cases(here, fields, unit, name)
    else:
        cases = (MeasureCase(None, _value(here, fields, unit, name)),)
    return Measure(
        name,
        file.sector,
        here.kind,
        fields.label("label"),
        unit,
        cases,
        bounds(declared.problems, declared.units, fields, "range", unit, ANY_NUMBER),
        file.provenance(fields),
        fields.place_of("name"),
    )


def _cases(here: Here, fields: Fields, unit: str, name: str) -> tuple[MeasureCase, ...]:
    found = []
    several = [Fields(node, here.problems) for node in fields.items("cases")]
    closed_by_otherwise(here.problems, several)
    for case in several:
        when = None
        if "otherwise" not in case:
            node = case.needed("when")
            when = NOTHING if node is None else condition(here, node)
        found.append(MeasureCase(when, _value(here, case, unit, name)))
    return tuple(found)


def _value(here: Here, fields: Fields, unit: str, name: str) -> Expression:
    ways = [way for way in _WAYS if way in fields]
    if len(ways) != 1:
        here.problems.error(
            "wrong-shape",
            fields.place,
            Text(
                "这里要写 `formula`、`value`、`table`、`fact`、`parameter` 之一",
                "one of `formula`, `value`, `table`, `fact`, `parameter` should stand here",
            ),
        )
        return Literal(ANY_NUMBER, fields.place)
    node = fields.needed(ways[0])
    if node is None:
        return Literal(ANY_NUMBER, fields.place)
    if ways == ["formula"]:
        return formula(here, node)
    if ways == ["value"]:
        return amount(here, node, unit, name)
    side = tuple((key, fields.node(key.text)) for key in fields.written)
    keys = _OF_LOOKUP if ways == ["table"] else ways
    kept = tuple((key, value) for key, value in side if key.text in keys and value is not None)
    return amount(here, Mapping(kept, fields.place), unit, name)
