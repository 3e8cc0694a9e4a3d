"""Facts of a submission for an editor: which can be given of each kind of entity, and how."""

from __future__ import annotations

from fenji.model.dictionary import FactDefinition, Kind, Origin
from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.reading.editor_conditions import describe, options
from fenji.reading.schema_files import Schema


def facts_of(kind: str) -> str:
    """The `$ref` of the facts of one kind of entity, within the schema of submissions."""
    return f"#/$defs/facts of {kind}"


def facts_by_kind(general: Schema, release: Release) -> Schema:
    """Definitions to add: the facts of each kind of entity. `general` is a fact of any name."""
    added: Schema = {"answer": {**general, "type": ["object", "null"]}}
    for kind in release.entities:
        properties: Schema = {} if kind == SUBJECT else {"id": {"type": ["string", "number"]}}
        for fact in release.facts.get(kind, {}).values():
            if fact.origin is not Origin.DETERMINED:
                properties[fact.name] = _fact(fact)
        for child in release.entities.values():
            if child.parent == kind:
                properties[child.name] = {
                    "description": f"{child.label.zh}。{child.label.en}.",
                    **_children(child.name),
                }
        added[f"facts of {kind}"] = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
    return added


def _fact(fact: FactDefinition) -> Schema:
    allowed = [*_values(fact), {"$ref": "#/$defs/answer"}]
    if fact.applies_when is not None:
        allowed.append({"const": "not_applicable", "description": "不适用。not applicable."})
    return {"description": describe(fact.label, fact.unit, fact.question), "anyOf": allowed}


def _values(fact: FactDefinition) -> list[Schema]:
    if fact.kind is Kind.CHOICE and fact.options:
        return options(fact)
    if fact.kind is Kind.CHOICES:
        one: Schema = {"anyOf": options(fact)} if fact.options else {"type": "string"}
        return [{"type": "array", "items": one}]
    if fact.kind is Kind.FLAG:
        return [{"type": "boolean"}]
    if fact.kind in (Kind.NUMBER, Kind.COUNT):
        return [{"type": "number"}, {"type": "string", "description": "800 kg"}]
    return [{"type": "string"}]


def _children(kind: str) -> Schema:
    whole = {"type": "array", "items": {"$ref": facts_of(kind)}}
    partial = {
        "type": "object",
        "properties": {
            "whole": {"description": "false: there may be more. 是否齐全。", "type": "boolean"},
            "items": whole,
            "count": {"description": "How many there are. 共有几个。", "type": "integer"},
        },
        "required": ["items"],
        "additionalProperties": False,
    }
    return {"anyOf": [whole, partial, {"type": "null"}]}
