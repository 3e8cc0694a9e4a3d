"""The schema of supervision for an editor: conditions over the subject, departments and duties."""

from __future__ import annotations

from fenji.model.duty import Binds
from fenji.model.release import Release
from fenji.model.submission import SUBJECT
from fenji.reading.editor_conditions import condition_of
from fenji.reading.schema_files import Schema


def fill_supervision(schemas: dict[str, Schema], release: Release) -> None:
    """Fill in what the release calls things; where it calls nothing so, any name will do."""
    definitions = schemas["supervision.schema.json"]["$defs"]
    for item in ("inspection", "cap"):
        definitions[item]["properties"]["when"]["$ref"] = condition_of(SUBJECT)
    departments = list(release.chart.departments)
    if departments:
        by = definitions["by"]["description"]
        definitions["by"] = {"description": by, "enum": ["lead", "each", *departments]}
        definitions["departments"]["items"] = {"enum": departments}
    duties = [duty.id for duty in release.duties if duty.binds is Binds.AUTHORITY]
    if duties:
        duty = definitions["inspection"]["properties"]["duty"]["description"]
        definitions["inspection"]["properties"]["duty"] = {"description": duty, "enum": duties}
