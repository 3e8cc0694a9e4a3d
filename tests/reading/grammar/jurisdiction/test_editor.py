"""Editors complete departments, matters and territory, and refuse nothing that is right."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from fenji.reading.editor_schema import editor_schemas
from tests.reading.grammar.jurisdiction.small_chart import CHART
from tests.reading.grammar.small_folder import load


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return editor_schemas(load(tmp_path_factory.mktemp("chart"), CHART))


def fits(schemas: dict[str, Any], kind: str, value: Any) -> bool:
    registry = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    return bool(
        Draft202012Validator({"$ref": f"{kind}.schema.json"}, registry=registry).is_valid(value)
    )


def edge(**changes: Any) -> dict[str, Any]:
    return {"edges": [{"id": "e", "kind": "duty", "of": "make_fuel", "to": "safety"} | changes]}


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, True),
        ({"of": ["make_fuel", "boiler"]}, True),
        ({"of": "make_feul"}, False),
        ({"to": "saftey"}, False),
        ({"kind": "hands_over", "to": "move_fuel"}, True),
        ({"kind": "licence"}, False),
        ({"when": {"mines": True}}, True),
        ({"when": {"mines": "yes"}}, False),
        ({"concern": "装车"}, False),
    ],
)
def test_edges(schemas: dict[str, Any], changes: dict[str, Any], right: bool) -> None:
    assert fits(schemas, "jurisdiction", edge(**changes)) is right


@pytest.mark.parametrize(
    ("unit", "right"),
    [
        ({"id": "0199", "level": "county", "parent": "01"}, True),
        ({"id": "0199", "level": "county", "parent": "02"}, False),
        ({"id": 199, "level": "county"}, False),
    ],
)
def test_territory(schemas: dict[str, Any], unit: dict[str, Any], right: bool) -> None:
    whole = {"title": "丁县", "title_en": "D"} | unit
    assert fits(schemas, "jurisdiction", {"territory": [whole]}) is right


@pytest.mark.parametrize(
    ("expected", "right"),
    [
        ({"lead": "safety", "level": "county", "matters": {"boiler": []}}, True),
        ({"lead": "saftey"}, False),
        ({"level": "village"}, False),
        ({"leader": "safety"}, False),
    ],
)
def test_scenarios(schemas: dict[str, Any], expected: dict[str, Any], right: bool) -> None:
    case = {"case": "a", "as_of": "2026-01-01", "facts": {}, "expect": {"jurisdiction": expected}}
    assert fits(schemas, "scenarios", [case]) is right


def test_a_name_is_explained_in_both_languages(schemas: dict[str, Any]) -> None:
    known = schemas["jurisdiction.schema.json"]["$defs"]["department_id"]["anyOf"]
    assert {"const": "safety", "description": "安全部门。safety."} in known
