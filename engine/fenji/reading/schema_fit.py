"""Whether a document fits a schema, yes or no, in a tenth of the time that a full report takes.

Nearly every file is in shape: only for one that is not, the full report is made. This may call a
document unfit that the report then finds nothing wrong with, but never the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.schema_files import Schema


def fits(node: Node, schema: Schema) -> bool:
    """Whether the document is as the (linked) schema describes it."""
    for keyword, wanted in schema.items():
        test = TESTS.get(keyword)
        if test is not None and not test(node, wanted, schema):
            return False
    return True


def _type(node: Node, wanted: Any, _: Schema) -> bool:
    return bool(_types_of(node) & _set_of(wanted if isinstance(wanted, str) else tuple(wanted)))


@cache
def _set_of(wanted: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset({wanted} if isinstance(wanted, str) else wanted)


_OBJECT = frozenset({"object"})
_ARRAY = frozenset({"array"})
_STRING = frozenset({"string"})
_BOOLEAN = frozenset({"boolean"})
_NULL = frozenset({"null"})
_INTEGER = frozenset({"integer", "number"})
_NUMBER = frozenset({"number"})


def _types_of(node: Node) -> frozenset[str]:
    if isinstance(node, Mapping):
        return _OBJECT
    if isinstance(node, Sequence):
        return _ARRAY
    if isinstance(node.value, str):
        return _STRING
    if isinstance(node.value, bool):
        return _BOOLEAN
    if node.value is None:
        return _NULL
    return _INTEGER if node.value.denominator == 1 else _NUMBER


def _properties(node: Node, wanted: Any, _: Schema) -> bool:
    if not isinstance(node, Mapping):
        return True
    return all(fits(value, wanted[key.text]) for key, value in node.entries if key.text in wanted)


def _additional(node: Node, wanted: Any, schema: Schema) -> bool:
    if not isinstance(node, Mapping) or wanted is True:
        return True
    known = schema.get("properties", {})
    more = [value for key, value in node.entries if key.text not in known]
    return not more if wanted is False else all(fits(value, wanted) for value in more)


def _names(node: Node, wanted: Any, _: Schema) -> bool:
    return not isinstance(node, Mapping) or all(fits(key, wanted) for key, _ in node.entries)


def _keys(node: Mapping) -> set[str]:
    return {key.text for key, _ in node.entries}


def _required(node: Node, wanted: Any, _: Schema) -> bool:
    return not isinstance(node, Mapping) or _keys(node).issuperset(wanted)


def _needed_beside(node: Node, wanted: Any, _: Schema) -> bool:
    if not isinstance(node, Mapping):
        return True
    there = _keys(node)
    return all(there.issuperset(needed) for name, needed in wanted.items() if name in there)


def _items(node: Node, wanted: Any, _: Schema) -> bool:
    return not isinstance(node, Sequence) or all(fits(item, wanted) for item in node.items)


def _unique(node: Node, wanted: Any, _: Schema) -> bool:
    if not isinstance(node, Sequence):
        return True
    seen: list[Node] = []
    for item in node.items:
        if item in seen:
            return False
        seen.append(item)
    return True


def _one_value(node: Node, wanted: Any, _: Schema) -> bool:
    return isinstance(node, Scalar) and _same(node.value, wanted)


def _among(node: Node, wanted: Any, _: Schema) -> bool:
    return isinstance(node, Scalar) and any(_same(node.value, each) for each in wanted)


def _same(value: Any, wanted: Any) -> bool:
    """Equal, with `true` apart from 1."""
    return value == wanted and isinstance(value, bool) is isinstance(wanted, bool)


def _pattern(node: Node, wanted: Any, _: Schema) -> bool:
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return True
    return re.search(wanted, node.value) is not None


def _number(beyond: Callable[[Fraction, Any], bool]) -> Callable[[Node, Any, Schema], bool]:
    def test(node: Node, wanted: Any, _: Schema) -> bool:
        return not isinstance(node, Scalar) or not (
            isinstance(node.value, Fraction) and beyond(node.value, wanted)
        )

    return test


def _length(kind: type[Node]) -> Callable[[Node, Any, Schema], bool]:
    def test(node: Node, wanted: Any, _: Schema) -> bool:
        if not isinstance(node, kind):
            return True
        if isinstance(node, Mapping):
            return len(node.entries) >= int(wanted)
        if isinstance(node, Sequence):
            return len(node.items) >= int(wanted)
        return not isinstance(node.value, str) or len(node.value) >= int(wanted)

    return test


def _if(node: Node, wanted: Any, schema: Schema) -> bool:
    branch = schema.get("then" if fits(node, wanted) else "else")
    return branch is None or fits(node, branch)


TESTS: dict[str, Callable[[Node, Any, Schema], bool]] = {
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "required": _required,
    "dependentRequired": _needed_beside,
    "items": _items,
    "uniqueItems": _unique,
    "const": _one_value,
    "enum": _among,
    "pattern": _pattern,
    "minimum": _number(lambda value, limit: value < limit),
    "exclusiveMinimum": _number(lambda value, limit: value <= limit),
    "maximum": _number(lambda value, limit: value > limit),
    "minItems": _length(Sequence),
    "minProperties": _length(Mapping),
    "minLength": _length(Scalar),
    "allOf": lambda node, wanted, _: all(fits(node, each) for each in wanted),
    "anyOf": lambda node, wanted, _: any(fits(node, each) for each in wanted),
    "oneOf": lambda node, wanted, _: sum(fits(node, each) for each in wanted) == 1,
    "if": _if,
}
"""The keywords that the schemas of this package use; a test holds them to it."""
