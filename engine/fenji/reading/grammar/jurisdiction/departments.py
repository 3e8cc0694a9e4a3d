"""Departments, with the bodies that act for them, and the territory in which they do."""

from __future__ import annotations

import re

from fenji.model.jurisdiction.department import Body, Department
from fenji.model.jurisdiction.territory import EnforcementLevel, Territory
from fenji.model.text import Text
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.jurisdiction.naming import known_department, known_unit, unit_of_level
from fenji.reading.grammar.once import once
from fenji.reading.grammar.provenance import Inherited, provenance
from fenji.reading.nearest import did_you_mean

_PLACEHOLDERS = ("city", "county", "town", "zone")


def department(declared: Declared, fields: Fields, above: Inherited) -> Department:
    """One department."""
    parent = fields.text("parent")
    known_department(declared, parent, fields.place_of("parent"))
    return Department(
        fields.needed_text("id"),
        fields.label("title"),
        tuple(word.text for word in fields.words("aliases")),
        _bodies(declared, fields),
        fields.flag("government") or False,
        parent,
        provenance(declared, fields, above),
        fields.place_of("id"),
    )


def _bodies(declared: Declared, fields: Fields) -> tuple[Body, ...]:
    fields.needed("bodies")
    found: dict[str, Body] = {}
    places: dict[str, object] = {}
    for node in fields.items("bodies"):
        inner = Fields(node, declared.problems)
        inner.needed("level")
        level = inner.one_of("level", EnforcementLevel, EnforcementLevel.COUNTY)
        where = f"{level.value} {unit_of_level(declared, inner)}".strip()
        if once(declared.problems, places, where, inner.place):
            places[where] = inner.place
            title = inner.label("title")
            _only_known_placeholders(declared, inner, title)
            found[where] = Body(level, title, inner.text("territory"))
    return tuple(found.values())


def _only_known_placeholders(declared: Declared, fields: Fields, title: Text) -> None:
    for key, text in (("title", title.zh), ("title_en", title.en)):
        for name in re.findall(r"\{(.*?)\}", text):
            if name not in _PLACEHOLDERS:
                declared.problems.error(
                    "unknown-placeholder",
                    fields.place_of(key),
                    Text(f"`{{{name}}}` 不代表任何区划", f"`{{{name}}}` stands for no territory"),
                    did_you_mean(name, _PLACEHOLDERS),
                )


def territory(declared: Declared, fields: Fields, _: Inherited) -> Territory:
    """One territorial unit."""
    parent = fields.text("parent")
    known_unit(declared, parent, fields.place_of("parent"))
    fields.needed("level")
    return Territory(
        fields.needed_text("id"),
        fields.one_of("level", EnforcementLevel, EnforcementLevel.COUNTY),
        fields.label("title"),
        parent,
        fields.text("note"),
        fields.place_of("id"),
    )
