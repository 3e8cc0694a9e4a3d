"""The schemas of jurisdiction for an editor: departments, matters and territory by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.reading.editor_conditions import condition_of
from fenji.reading.schema_files import Schema


def fill_jurisdiction(schemas: dict[str, Schema], release: Release) -> None:
    """Fill in what the release calls things; where it calls nothing so, any name will do."""
    definitions = schemas["jurisdiction.schema.json"]["$defs"]
    chart = release.chart
    departments = {one.id: one.title for one in chart.departments.values()}
    matters = {one.id: one.title for one in chart.matters.values()}
    units = {one.id: one.title for one in chart.territory.values()}
    for name, titles in (
        ("department_id", departments),
        ("matter_id", matters),
        ("unit_id", units),
        ("end_id", departments | matters),
    ):
        if titles:
            definitions[name] = _among(definitions[name], titles)
    condition = condition_of(SUBJECT)
    for item in ("matter", "edge", "level_rule"):
        definitions[item]["properties"]["when"]["$ref"] = condition
    activity = schemas["activities.schema.json"]["$defs"]["activity"]
    activity["properties"]["when"]["$ref"] = condition


def _among(general: Schema, titles: Mapping[str, Text]) -> Schema:
    values: list[dict[str, Any]] = [
        {"const": id_, "description": f"{title.zh}。{title.en}."} for id_, title in titles.items()
    ]
    return {"description": general["description"], "anyOf": values}
