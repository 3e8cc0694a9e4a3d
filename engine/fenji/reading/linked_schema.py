"""Schemas with each `$ref` put in place: looking references up takes most of a validation's time."""

from __future__ import annotations

from typing import Any

from fenji.reading.schema_files import Schema, target

_UNREAD = frozenset({"$schema", "title", "description"})


def linked(schemas: dict[str, Schema], name: str) -> Schema:
    """The schema of that file as one dictionary, which holds itself where it is recursive.

    A `$ref` may stand beside annotations only; they are dropped in favour of what it points at, and
    so are all that nothing reads here.
    """
    done: dict[int, Schema] = {}

    def link(part: Any, here: str) -> Any:
        if isinstance(part, list):
            return [link(each, here) for each in part]
        if not isinstance(part, dict):
            return part
        while isinstance(part.get("$ref"), str):
            here, part = target(schemas, part["$ref"], here)
        if id(part) not in done:
            done[id(part)] = {}
            done[id(part)].update(
                (key, link(value, here))
                for key, value in part.items()
                if key != "$defs" and not (key in _UNREAD and isinstance(value, str))
            )
        return done[id(part)]

    whole: Schema = link(schemas[name], name)
    return whole
