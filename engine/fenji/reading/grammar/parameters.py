"""Figures that policy sets: `policy/parameters.yaml`, and the names by which rules read them."""

from __future__ import annotations

from fenji.model.dates import PartialDate
from fenji.model.parameter import ParameterDefinition, ParameterValue
from fenji.model.place import Place
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.provenance import Inherited, provenance
from fenji.reading.grammar.units import known_unit
from fenji.reading.grammar.values import number, rough_day
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node


def known_parameter(here: Here, name: str, place: Place) -> bool:
    """Whether a parameter of that name is kept; noted where not."""
    known = here.declared.parameters
    if name in known:
        return True
    here.problems.error(
        "unknown-parameter",
        place,
        Text(f"没有参数 `{name}`", f"no parameter is called `{name}`"),
        did_you_mean(name, known)
        or Text("在 policy/parameters.yaml 中登记它", "declare it in policy/parameters.yaml"),
    )
    return False


def parameter(declared: Declared, node: Node) -> ParameterDefinition:
    """One figure with its values in the order of their days."""
    fields = Fields(node, declared.problems)
    name, unit = fields.needed_text("name"), known_unit(declared.units, fields)
    values = []
    for item in fields.items("values"):
        one = Fields(item, declared.problems)
        from_ = rough_day(declared.problems, one, "from")
        figure = one.needed("value")
        one.needed("from")
        if from_ is None or figure is None:
            continue
        exact = number(declared.problems, declared.units, figure, unit, name)
        if exact is not None:
            values.append(ParameterValue(from_, exact))
    fields.needed("values")
    _once_each(declared, fields, name, [value.from_ for value in values])
    return ParameterDefinition(
        name,
        fields.label("label"),
        unit,
        tuple(sorted(values, key=lambda value: value.from_.first)),
        provenance(declared, fields, Inherited()),
        node.place,
    )


def _once_each(declared: Declared, fields: Fields, name: str, days: list[PartialDate]) -> None:
    for day in {day for day in days if days.count(day) > 1}:
        declared.problems.error(
            "duplicate-id",
            fields.place_of("values"),
            Text(f"`{name}` 自 {day} 起有两个值", f"`{name}` has two values from {day} on"),
            Text("删去其中一个", "take one of them out"),
        )
