"""The JSON Schemas for an editor: those of the package, filled with the names of one release.

An editor that knows them completes facts by kind of entity, values of choices, units, instruments,
tables, rules and parameters, and shows what each means.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.reading.editor_conditions import condition_of, conditions
from fenji.reading.editor_facts import facts_by_kind, facts_of
from fenji.reading.editor_jurisdiction import fill_jurisdiction
from fenji.reading.editor_supervision import fill_supervision
from fenji.reading.schema_files import Schema, schema_files

_SECTIONS = ("definitions", "measures", "classifications", "sheets", "rules", "duties")
_ITEMS = ("definition", "measure", "classification", "sheet", "rule", "duty")


def editor_schemas(release: Release) -> dict[str, Schema]:
    """Each schema by its file name; they refer to one another, so keep them in one folder."""
    schemas = schema_files()
    _fill_law(schemas["law.schema.json"]["$defs"], release)
    _fill_conditions(schemas["condition.schema.json"]["$defs"], release)
    _fill_rules(schemas["rules.schema.json"], release)
    _fill_units(schemas, release)
    _fill_submissions(schemas["submission.schema.json"]["$defs"], release)
    _fill_scenarios(schemas["scenarios.schema.json"]["$defs"], release)
    fill_jurisdiction(schemas, release)
    fill_supervision(schemas, release)
    sector = schemas["sector.schema.json"]["properties"]
    sector["applies"]["$ref"] = condition_of(SUBJECT)
    return schemas


def _one_of(names: Iterable[str]) -> Schema:
    return {"enum": list(names)}


def _fill_law(definitions: Schema, release: Release) -> None:
    instrument = {
        "description": definitions["one_basis"]["properties"]["instrument"]["description"],
        "anyOf": [
            {"const": each.id, "description": f"{each.number} {each.title.zh}。{each.title.en}."}
            for each in release.instruments.values()
        ],
    }
    if release.instruments:
        definitions["one_basis"]["properties"]["instrument"] = instrument
        definitions["basis"]["properties"]["instrument"] = instrument
    definitions["for"] = {
        "description": definitions["for"]["description"],
        "anyOf": [
            {"const": each.name, "description": f"{each.label.zh}。{each.label.en}."}
            for each in release.entities.values()
        ],
    }
    titles = {each.name: f"{each.title.zh}。{each.title.en}." for each in release.sectors.values()}
    written = {each.sector for each in release.definitions} | {
        each.sector for each in release.rules
    }
    written |= {each.sector for each in release.classifications}
    unlisted = sorted((written | {each.sector for each in release.measures}) - titles.keys())
    if titles:
        definitions["sector"] = {
            "description": definitions["sector"]["description"],
            "anyOf": [
                *({"const": name, "description": title} for name, title in titles.items()),
                *({"const": name} for name in unlisted),
            ],
        }


def _fill_conditions(definitions: Schema, release: Release) -> None:
    if release.tables:
        definitions["table"] |= _one_of(release.tables)
    if release.parameters:
        definitions["parameter"] |= _one_of(release.parameters)
    definitions["rule_id"] = {
        "anyOf": [
            *(
                {"const": each.id, "description": f"{each.title.zh}。{each.title.en}."}
                for each in release.rules
            ),
            {"type": "string"},
        ]
    }
    definitions["condition"]["properties"]["finding"]["$ref"] = "#/$defs/rule_id"
    del definitions["condition"]["properties"]["finding"]["type"]
    definitions |= conditions(definitions["condition"], release)


def _fill_rules(schema: Schema, release: Release) -> None:
    """The condition of an item is that of the kind it is `for`, its own or its file's."""
    definitions = schema["$defs"]
    for kind in release.entities:
        condition = {"$ref": condition_of(kind)}
        definitions[f"of.{kind}"] = {"properties": _where_conditions_stand(condition)}
        definitions[f"by default of.{kind}"] = {
            "if": {"not": {"required": ["for"]}},
            "then": {"$ref": f"#/$defs/of.{kind}"},
        }
    definitions["by kind"] = {
        "allOf": [_for_kind(kind, {"$ref": f"#/$defs/of.{kind}"}) for kind in release.entities]
    }
    for item in _ITEMS:
        definitions[item].setdefault("allOf", []).append({"$ref": "#/$defs/by kind"})
    schema["allOf"] = [_for_kind(kind, _in_file_of(kind)) for kind in release.entities]


def _for_kind(kind: str, then: Schema) -> Schema:
    return {"if": {"required": ["for"], "properties": {"for": {"const": kind}}}, "then": then}


def _in_file_of(kind: str) -> Schema:
    items = {"items": {"$ref": f"#/$defs/by default of.{kind}"}}
    scope = {"scope": {"$ref": condition_of(kind)}}
    return {"properties": scope | dict.fromkeys(_SECTIONS, items)}


def _where_conditions_stand(condition: Schema) -> Schema:
    when: Schema = {"when": condition}
    each: Schema = {"items": {"properties": when}}
    return {
        **when,
        "cases": each,
        "unless": each,
        "items": {"items": {"properties": {"entries": each}}},
    }


def _fill_units(schemas: dict[str, Schema], release: Release) -> None:
    units = _one_of(["", *release.units.by_name])
    measure = schemas["rules.schema.json"]["$defs"]["measure"]["properties"]
    fact = schemas["facts.schema.json"]["$defs"]["fact"]["properties"]
    parameter = schemas["parameters.schema.json"]["$defs"]["parameter"]["properties"]
    for properties in (measure, fact, parameter):
        properties["unit"] = {**properties["unit"], **units}


def _fill_submissions(definitions: Schema, release: Release) -> None:
    definitions |= facts_by_kind(definitions["fact"], release)
    definitions["facts"] = {
        "description": definitions["facts"]["description"],
        "$ref": facts_of(SUBJECT),
    }


def _fill_scenarios(definitions: Schema, release: Release) -> None:
    rules: dict[str, Any] = {
        "type": "array",
        "items": {"$ref": "condition.schema.json#/$defs/rule_id"},
    }
    expect = definitions["expect"]["properties"]
    for name in ("findings", "not", "open", "presumed", "earlier", "open_earlier"):
        expect[name] = {"description": expect[name]["description"], **rules}
