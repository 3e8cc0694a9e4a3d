"""Sheets: a base, and items whose entries add or take points."""

from __future__ import annotations

from fenji.model.expression import Expression, Literal
from fenji.model.rule import Entry, Item, Sheet
from fenji.model.text import Text
from fenji.model.value import ANY_NUMBER, point
from fenji.reading.grammar.conditions import condition
from fenji.reading.grammar.declared import Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.rule_files import RuleFile
from fenji.reading.grammar.sides import amount
from fenji.reading.grammar.values import bounds
from fenji.reading.node import Node


def sheet(file: RuleFile, node: Node) -> Sheet:
    """One sheet."""
    problems, units = file.declared.problems, file.declared.units
    fields = Fields(node, problems)
    here = file.here(fields, Rank.FINDING)
    name = fields.needed_text("name")
    items = tuple(_item(here, one) for one in fields.items("items"))
    fields.needed("items")
    _ids_once(here, fields)
    return Sheet(
        name,
        file.sector,
        here.kind,
        fields.label("label"),
        _points(here, fields, "base"),
        items,
        bounds(problems, units, fields, "missing", "", point(0)),
        bounds(problems, units, fields, "range", "", ANY_NUMBER),
        file.provenance(fields),
        file.scope_at(here),
        fields.place_of("name"),
    )


def _item(here: Here, node: Node) -> Item:
    fields = Fields(node, here.problems)
    return Item(
        fields.label("name"),
        tuple(_entry(here, one) for one in fields.items("entries")),
        bounds(here.problems, here.declared.units, fields, "cap", "", ANY_NUMBER),
        fields.flag("exclusive") or False,
    )


def _entry(here: Here, node: Node) -> Entry:
    fields = Fields(node, here.problems)
    when, times = fields.node("when"), fields.node("times")
    return Entry(
        fields.needed_text("id"),
        fields.label("title"),
        None if when is None else condition(here, when),
        _points(here, fields, "points"),
        None if times is None else amount(here, times, None, "times"),
        tuple(word.text for word in fields.words("covers")),
    )


def _points(here: Here, fields: Fields, key: str) -> Expression:
    node = fields.needed(key)
    return Literal(ANY_NUMBER, fields.place) if node is None else amount(here, node, None, key)


def _ids_once(here: Here, fields: Fields) -> None:
    met: set[str] = set()
    for item in fields.items("items"):
        for entry in Fields(item, here.problems).items("entries"):
            found = Fields(entry, here.problems)
            name = found.text("id")
            if name in met:
                here.problems.error(
                    "duplicate-id",
                    found.place_of("id"),
                    Text(f"本表已有条目 `{name}`", f"this sheet already has an entry `{name}`"),
                    Text("请换一个 id", "choose another id"),
                )
            met.add(name)
