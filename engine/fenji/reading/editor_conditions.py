"""Conditions for an editor: what can be asked of each kind of entity, and with which words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.release import Release
from fenji.model.rule import Classification
from fenji.model.text import Text
from fenji.reading.decimal_text import decimal_text
from fenji.reading.schema_files import Schema

_RIGHT = {"$ref": "#/$defs/right"}
_ORDER = ("is", "is_not", "at_least", "at_most", "more_than", "less_than")


def condition_of(kind: str) -> str:
    """The `$ref` of the conditions over one kind of entity."""
    return f"condition.schema.json#/$defs/condition of {kind}"


def conditions(general: Schema, release: Release) -> Schema:
    """Definitions to add: a condition for each kind, and a comparison for each name of each kind.

    `general` is the condition over any kind; it is given all names too.
    """
    added: Schema = {}
    by_kind: dict[str, Schema] = {}
    for kind in release.entities:
        by_kind[kind] = {}
        for name, comparison in _comparisons(release, kind):
            added[f"{kind}.{name}"] = comparison
            by_kind[kind][name] = {"$ref": f"#/$defs/{kind}.{name}"}
    words = dict(general["properties"])
    for kind in release.entities:
        names: Schema = {}
        for ancestor in reversed(release.lineage(kind)):
            names |= by_kind[ancestor]
        added[f"condition of {kind}"] = _condition(general, kind, names, release)
    everything: Schema = {}
    for named in by_kind.values():
        everything = named | everything
    general["properties"] = words | everything
    return added


def _condition(general: Schema, kind: str, names: Schema, release: Release) -> Schema:
    itself = {"$ref": f"#/$defs/condition of {kind}"}
    words = dict(general["properties"])
    for word in ("all", "any", "not"):
        words[word] = {"description": words[word]["description"], **itself}
    below = [each.name for each in release.entities.values() if each.parent == kind]
    for word in ("some", "no", "every", "count"):
        words[word] = _of_children(words[word], below)
    return {
        **{key: value for key, value in general.items() if key not in ("properties", "items")},
        "items": itself,
        "properties": words | names,
    }


def _of_children(word: Schema, below: list[str]) -> Schema:
    """The quantifier, with the children's kinds and what can be asked of each."""
    if not below:
        return word
    return {
        "allOf": [
            word,
            {"properties": {"of": {"enum": below}}},
            *(
                {
                    "if": {"required": ["of"], "properties": {"of": {"const": kind}}},
                    "then": {"properties": {"where": {"$ref": f"#/$defs/condition of {kind}"}}},
                }
                for kind in below
            ),
        ]
    }


def _comparisons(release: Release, kind: str) -> Iterator[tuple[str, Schema]]:
    for fact in release.facts.get(kind, {}).values():
        yield fact.name, _of_fact(fact)
    for definition in release.definitions:
        if definition.for_ == kind:
            yield definition.name, _described(definition.label, {"type": "boolean"})
    for measure in release.measures:
        if measure.for_ == kind:
            yield measure.name, _described(measure.label, _number(), measure.unit)
    for classification in release.classifications:
        if classification.for_ == kind:
            yield classification.name, _of_classification(classification)
    for sheet in release.sheets:
        if sheet.for_ == kind:
            yield sheet.name, _described(sheet.label, _number())


def describe(label: Text, unit: str = "", question: Text | None = None) -> str:
    """What an editor shows beside a name: both languages, the unit, how it is asked."""
    of = f"（{unit}）" if unit else ""
    shown = f"{label.zh}{of}。{label.en}{f' ({unit})' if unit else ''}."
    return shown if question is None else f"{shown}\n\n{question.zh}\n{question.en}"


def _described(label: Text, schema: Schema, unit: str = "") -> Schema:
    return {"description": describe(label, unit), **schema}


def _of_fact(fact: FactDefinition) -> Schema:
    return {"description": describe(fact.label, fact.unit, fact.question), **_words_of(fact)}


def _words_of(fact: FactDefinition) -> Schema:
    if fact.kind is Kind.FLAG:
        return {"type": ["boolean", "object"], **_words(("is", "is_not"))}
    if fact.kind is Kind.CHOICE and fact.options:
        return _among(options(fact))
    if fact.kind is Kind.CHOICES:
        return _set(options(fact)) if fact.options else {"$ref": "#/$defs/comparison"}
    if fact.kind is Kind.TEXT or fact.kind is Kind.CHOICE:
        return {"$ref": "#/$defs/comparison"}
    return _number()


def options(fact: FactDefinition) -> list[Schema]:
    """The values of a choice, each with its meaning."""
    return [
        {"const": _value(option.value), "description": f"{option.label.zh}。{option.label.en}."}
        for option in fact.options
    ]


def _value(word: Any) -> Any:
    """A value as JSON has it: a numbered class as a number."""
    if isinstance(word, Fraction):
        return word.numerator if word.denominator == 1 else float(decimal_text(word))
    return word


def _words(names: tuple[str, ...]) -> Schema:
    return {"properties": dict.fromkeys(names, _RIGHT), "additionalProperties": False}


def _number() -> Schema:
    return {"type": ["number", "string", "object"], **_words(_ORDER)}


def _among(values: list[Schema]) -> Schema:
    one: Schema = {"anyOf": [*values, {"type": "object", **_RIGHT}]}
    several: Schema = {"type": "array", "minItems": 1, "items": one}
    words = {"is": one, "is_not": one, "one_of": several, "none_of": several}
    return {
        "anyOf": [
            *values,
            {"type": "object", "properties": words, "additionalProperties": False},
        ]
    }


def _set(values: list[Schema]) -> Schema:
    one: Schema = {"anyOf": values}
    several: Schema = {"type": "array", "minItems": 1, "items": one}
    words = {"has": one, "has_any": several, "has_none": several}
    return {"type": "object", "properties": words, "additionalProperties": False}


def _of_classification(classification: Classification) -> Schema:
    if not classification.cases or any(c.computed is not None for c in classification.cases):
        return _described(classification.label, {"$ref": "#/$defs/comparison"})
    values = [
        {"const": _value(case.value), "description": f"{case.label.zh}。{case.label.en}."}
        for case in classification.cases
    ]
    schema = _among(values)
    if all(isinstance(case.value, Fraction) for case in classification.cases):
        schema["anyOf"][-1]["properties"] |= dict.fromkeys(_ORDER[2:], _RIGHT)
    return _described(classification.label, schema)
