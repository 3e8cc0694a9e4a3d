"""Whether a file has the shape that its kind must have, checked by JSON Schema and said in words."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

from fenji.model.diagnostic import Diagnostic
from fenji.reading.linked_schema import linked
from fenji.reading.node import Node, Scalar, Sequence
from fenji.reading.schema_files import Schema, schema_files
from fenji.reading.schema_fit import fits


def check_shape(node: Node, schema: str) -> list[Diagnostic]:
    """Everything in which the document is not as `schemas/<schema>.schema.json` describes it.

    In the order of the places; empty where nothing is wrong.
    """
    compiled = _compiled(schema)
    if fits(node, compiled):
        return []
    from jsonschema import Draft202012Validator

    from fenji.reading.shape import said

    validator = Draft202012Validator(compiled)
    found = {
        (diagnostic.id, diagnostic.place): diagnostic
        for error in validator.iter_errors(plain_data(node))
        for diagnostic in said(error, node)
    }
    return sorted(found.values(), key=lambda d: (d.place.line, d.place.column, d.id))


def plain_data(node: Node) -> Any:
    """The values of a document without their places; whole numbers as int, others as Fraction."""
    if isinstance(node, Scalar):
        value = node.value
        return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value
    if isinstance(node, Sequence):
        return [plain_data(item) for item in node.items]
    return {key.text: plain_data(value) for key, value in node.entries}


@cache
def _compiled(schema: str) -> Schema:
    return linked(schema_files(), f"{schema}.schema.json")
