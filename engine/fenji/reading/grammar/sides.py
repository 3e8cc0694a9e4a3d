"""The right side of a comparison, and every other value that a rule may state or compute."""

from __future__ import annotations

from fenji.model.expression import Expression, Literal, Parameter
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields, scalar_of
from fenji.reading.grammar.formulas import formula
from fenji.reading.grammar.lookups import lookup
from fenji.reading.grammar.parameters import known_parameter
from fenji.reading.grammar.resolving import named_value
from fenji.reading.grammar.types import CALLED, NUMBER, Sort, Type, comparable
from fenji.reading.grammar.values import literal
from fenji.reading.node import Mapping, Node

FORMS = ("fact", "parameter", "table", "formula")
"""The keys of which one opens a right side that is more than a plain value."""


def computed(here: Here, node: Node) -> tuple[Expression, Type] | None:
    """A right side that is a mapping; `None`, with the problem noted, where it cannot be read."""
    opening = [form for form in FORMS if isinstance(node, Mapping) and node.get(form) is not None]
    if len(opening) != 1:
        here.problems.error(
            "wrong-shape",
            node.place,
            Text(
                "这里应当是一个值，或 `{fact: …}`、`{parameter: …}`、`{table: …}`、`{formula: …}` 之一",
                "a value, or one of `{fact: …}`, `{parameter: …}`, `{table: …}`, `{formula: …}`, "
                "should stand here",
            ),
        )
        return None
    if opening == ["table"]:
        return lookup(here, node, computed)
    inner = Fields(node, here.problems, opening).node(opening[0])
    assert inner is not None
    if opening == ["formula"]:
        return formula(here, inner), NUMBER
    scalar = scalar_of(inner, here.problems)
    if scalar is None:
        return None
    if opening == ["fact"]:
        return named_value(here, scalar.text, scalar.place)
    if not known_parameter(here, scalar.text, scalar.place):
        return None
    unit = here.declared.parameters[scalar.text]
    return Parameter(scalar.text, scalar.place), Type(Sort.NUMBER, unit)


def side(here: Here, node: Node, type_: Type, name: str) -> Expression:
    """What stands to the right of a comparing word: of the type of `name`, which stands to the left."""
    if not isinstance(node, Mapping):
        return literal(here, node, type_, name)
    found = computed(here, node)
    if found is None:
        return Literal(ANY_NUMBER, node.place)
    expression, other = found
    if not comparable(type_, other) or type_.sort is Sort.SET:
        this, that = CALLED[type_.sort], CALLED[other.sort]
        here.problems.error(
            "wrong-type",
            node.place,
            Text(
                f"`{name}` 是{this.zh}，不能与{that.zh}比较",
                f"`{name}` is {this.en} and cannot be compared with {that.en}",
            ),
            Text("与同类的值比较", "compare it with a value of its own sort"),
        )
    elif type_.unit is not None and other.unit is not None and type_.unit != other.unit:
        here.problems.error(
            "wrong-unit",
            node.place,
            Text(
                f"单位不同：`{name}` 以 `{type_.unit}` 计，另一边以 `{other.unit}` 计",
                f"units differ: `{name}` is in `{type_.unit}`, the other side in `{other.unit}`",
            ),
            Text("用公式换算成同一单位", "bring them to one unit by a formula"),
        )
    return expression


def amount(here: Here, node: Node, unit: str | None, name: str) -> Expression:
    """A number that an item gives: plain, or any computed side."""
    return side(here, node, Type(Sort.NUMBER, unit), name)
