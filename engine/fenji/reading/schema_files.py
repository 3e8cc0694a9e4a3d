"""The JSON Schemas (draft 2020-12) that come with the package, by file name."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

Schema = dict[str, Any]

KINDS = (
    "rules",
    "facts",
    "instruments",
    "table",
    "units",
    "parameters",
    "policy",
    "sector",
    "activities",
    "jurisdiction",
    "supervision",
    "scenarios",
    "submission",
    "left_out",
    "checklist",
    "plan_coverage",
)
"""The kinds of files that have a grammar of their own."""

SHARED = ("condition", "law")
"""What they share."""


def schema_files() -> dict[str, Schema]:
    """A fresh copy of every schema: `rules.schema.json` and so on, in a fixed order."""
    folder = files("fenji.reading") / "schemas"
    names = [f"{kind}.schema.json" for kind in (*KINDS, *SHARED)]
    return {name: json.loads((folder / name).read_text(encoding="utf-8")) for name in names}


def target(schemas: dict[str, Schema], ref: str, here: str) -> tuple[str, Schema]:
    """The file and the schema that `ref`, written in the file `here`, points at."""
    file, _, pointer = ref.partition("#")
    file = file or here
    found = schemas[file]
    for step in pointer.split("/")[1:]:
        found = found[step]
    return file, found
