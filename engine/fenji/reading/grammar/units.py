"""The closed table of units: `units.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from fenji.model.text import Text
from fenji.model.unit import RefusedSpelling, Unit, Units
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.problems import Problems
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node, Scalar
from fenji.reading.units import folded


def units(problems: Problems, nodes: list[Node]) -> Units:
    """All units of all files, with every spelling that stands for one."""
    by_name: dict[str, Unit] = {}
    by_spelling: dict[str, str] = {}
    refused: dict[str, RefusedSpelling] = {}
    files = [Fields(node, problems) for node in nodes]
    for item in (item for file in files for item in file.items("units")):
        _unit(Fields(item, problems), by_name, by_spelling)
    for item in (item for file in files for item in file.items("refused")):
        _refused(Fields(item, problems), by_name, by_spelling, refused)
    return Units(by_name, by_spelling, refused)


def _unit(fields: Fields, by_name: dict[str, Unit], by_spelling: dict[str, str]) -> None:
    problems = fields.problems
    name = fields.needed_text("name")
    unit = Unit(
        name, fields.needed_text("dimension"), _factor(fields), fields.label("label"), fields.place
    )
    if by_name.setdefault(name, unit) is not unit:
        _twice(problems, fields, "name", name)
    for word in fields.words("spellings"):
        spelling = folded(word.text)
        if by_spelling.setdefault(spelling, name) != name:
            problems.error(
                "duplicate-spelling",
                word.place,
                Text(
                    f"`{word.text}` 已是 `{by_spelling[spelling]}` 的写法",
                    f"`{word.text}` already stands for `{by_spelling[spelling]}`",
                ),
                Text("一种写法只能指一个单位", "a spelling can stand for one unit only"),
            )
    by_spelling.setdefault(folded(name), name)


def _factor(fields: Fields) -> Fraction:
    node = fields.needed("factor")
    if isinstance(node, Scalar):
        value = node.value
        if isinstance(value, str):
            parts = value.split("/")
            if len(parts) == 2 and all(p.strip().isascii() and p.strip().isdigit() for p in parts):
                top, bottom = (int(part) for part in parts)
                value = Fraction(top, bottom) if bottom else None
        if isinstance(value, Fraction) and value > 0:
            return value
        fields.problems.error(
            "wrong-value",
            node.place,
            Text(f"`{node.text}` 不能作换算系数", f"`{node.text}` is no factor of a unit"),
            Text(
                "写正数，或 `5/18` 这样的分数", "write a positive number, or a fraction like `5/18`"
            ),
        )
    return Fraction(1)


def _refused(
    fields: Fields,
    by_name: dict[str, Unit],
    by_spelling: dict[str, str],
    refused: dict[str, RefusedSpelling],
) -> None:
    problems = fields.problems
    spelling = fields.needed_text("spelling")
    for word in fields.words("choose"):
        if word.text not in by_name:
            unknown_unit(problems, fields, word, by_name)
    one = RefusedSpelling(
        spelling, tuple(w.text for w in fields.words("choose")), fields.label("why"), fields.place
    )
    if folded(spelling) in by_spelling or refused.setdefault(folded(spelling), one) is not one:
        _twice(problems, fields, "spelling", spelling)


def _twice(problems: Problems, fields: Fields, key: str, name: str) -> None:
    problems.error(
        "duplicate-id",
        fields.place_of(key),
        Text(f"`{name}` 已在 units.yaml 中", f"`{name}` is already in units.yaml"),
        Text("删去其中一个", "take one of them out"),
    )


def known_unit(declared_units: Units, fields: Fields) -> str:
    """The unit under `unit`, empty where none is stated; noted where it is not in the table."""
    name = fields.text("unit")
    if name and name not in declared_units.by_name:
        unknown_unit(fields.problems, fields, None, declared_units.by_name)
    return name


def unknown_unit(
    problems: Problems, fields: Fields, word: Scalar | None, by_name: Mapping[str, Unit]
) -> None:
    """Note a unit that is not in the table: a word of a list, or what stands under `unit`."""
    name = word.text if word else fields.text("unit")
    problems.error(
        "unknown-unit",
        word.place if word else fields.place_of("unit"),
        Text(f"没有单位 `{name}`", f"no unit is called `{name}`"),
        did_you_mean(name, by_name) or Text("在 units.yaml 中登记它", "declare it in units.yaml"),
    )
