"""The quick answer agrees with jsonschema, on files in shape and on files spoilt in some place."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fenji.model.place import NOWHERE
from fenji.reading.document import read_document, read_file
from fenji.reading.linked_schema import linked
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.schema import plain_data
from fenji.reading.schema_files import KINDS, Schema, schema_files
from fenji.reading.schema_fit import TESTS, fits
from tests.reading.test_schema import CASES, RULES, walk

ANNOTATIONS = {"$schema", "$ref", "$defs", "title", "description", "examples", "x-help", "format"}
ODD = [
    None,
    True,
    False,
    Fraction(1),
    Fraction(1, 2),
    Fraction(-3),
    "",
    "x y",
    "name",
    "2026-03-01",
]


@cache
def schema_of(kind: str) -> Schema:
    return linked(schema_files(), f"{kind}.schema.json")


def agree(node: Node, kind: str) -> None:
    schema = schema_of(kind)
    assert fits(node, schema) is Draft202012Validator(schema).is_valid(plain_data(node))


def test_every_keyword_of_the_schemas_is_tested() -> None:
    for schema in schema_files().values():
        for part in schemas_in(schema):
            assert set(part) - ANNOTATIONS - {"then", "else"} <= set(TESTS)


def schemas_in(schema: Any) -> list[dict[str, Any]]:
    """Every schema inside a schema; the mappings from names to schemas are none themselves."""
    named = [
        id(part[key])
        for part in walk(schema)
        for key in ("properties", "$defs", "dependentRequired", "x-help")
        if isinstance(part.get(key), dict)
    ]
    return [part for part in walk(schema) if id(part) not in named]


@pytest.mark.parametrize(("kind", "text", "problems"), CASES)
def test_what_is_out_of_shape_does_not_fit(kind: str, text: str, problems: object) -> None:
    node = read_document(text.encode(), "x.yaml")
    assert problems
    assert not fits(node, schema_of(kind))
    agree(node, kind)


def nodes(node: Node) -> list[Node]:
    """The node and all inside it."""
    inside: list[Node] = []
    if isinstance(node, Sequence):
        inside = [inner for item in node.items for inner in nodes(item)]
    elif isinstance(node, Mapping):
        inside = [inner for _, value in node.entries for inner in nodes(value)]
    return [node, *inside]


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The document with that one node exchanged."""
    if node is old:
        return new
    if isinstance(node, Sequence):
        return Sequence(tuple(replaced(item, old, new) for item in node.items), node.place)
    if isinstance(node, Mapping):
        entries = tuple((key, replaced(value, old, new)) for key, value in node.entries)
        return Mapping(entries, node.place)
    return node


@given(st.data())
def test_spoilt_rules_are_judged_alike(data: st.DataObject) -> None:
    whole = read_document(RULES.encode(), "x.yaml")
    old = data.draw(st.sampled_from(nodes(whole)))
    new = data.draw(st.sampled_from(spoilt(old)))
    agree(replaced(whole, old, new), "rules")


def spoilt(node: Node) -> list[Node]:
    """What could stand in its stead: odd values, and itself with something taken out or added."""
    found: list[Node] = [
        *(Scalar(value, str(value), NOWHERE) for value in ODD),
        Sequence((), NOWHERE),
        Mapping((), NOWHERE),
        Sequence((node, node), NOWHERE),
    ]
    if isinstance(node, Mapping):
        key = Scalar("odd", "odd", NOWHERE)
        found += [
            Mapping((*node.entries, (key, Scalar(value, "", NOWHERE))), NOWHERE) for value in ODD
        ]
        found += [
            Mapping(node.entries[:n] + node.entries[n + 1 :], NOWHERE)
            for n in range(len(node.entries))
        ]
    return found


RULE_FOLDER = Path(__file__).parents[2] / "rules"


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_takes_an_odd_document(kind: str) -> None:
    for value in ODD:
        agree(Scalar(value, str(value), NOWHERE), kind)


def test_shipped_sectors_are_in_shape() -> None:
    files = sorted(RULE_FOLDER.rglob("sector.yaml"))
    assert files
    for file in files:
        assert fits(read_file(file, file.name), schema_of("sector"))
