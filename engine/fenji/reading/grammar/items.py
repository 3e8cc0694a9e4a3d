"""`{rule: item}`: the word by which exclusions at the head of a file speak of each rule.

A standard that excludes each of forty elements on the same two grounds says so once; the fact that
a ground applies is one list, in which each element has a word.
"""

from __future__ import annotations

from fenji.model.text import Text
from fenji.reading.grammar.fields import Fields, scalar_of
from fenji.reading.node import Mapping, Node, Scalar, Sequence


def about(fields: Fields, above: tuple[Node, ...]) -> tuple[Node, ...]:
    """The exclusions at the head of a file as they read of one rule, whose `item` they may name."""
    if not any(_names_item(node) for node in above):
        return above
    node = fields.node("item")
    item = None if node is None else scalar_of(node, fields.problems)
    if item is not None:
        return tuple(_with(node, item) for node in above)
    fields.problems.error(
        "missing-item",
        fields.place,
        Text(
            "开头的除外情形以 `{rule: item}` 指各条规则，这条规则没有写 `item`",
            "the exclusions at the head of the file name `{rule: item}`, and this rule has no `item`",
        ),
        Text("写 `item: …`", "write `item: …`"),
    )
    return tuple(node for node in above if not _names_item(node))


def _is_item(node: Node) -> bool:
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return False
    (key, value), *_ = node.entries
    return key.text == "rule" and isinstance(value, Scalar) and value.text == "item"


def _names_item(node: Node) -> bool:
    if isinstance(node, Mapping):
        return _is_item(node) or any(_names_item(value) for _, value in node.entries)
    return isinstance(node, Sequence) and any(_names_item(one) for one in node.items)


def _with(node: Node, item: Scalar) -> Node:
    if _is_item(node):
        return item
    if isinstance(node, Mapping):
        entries = tuple((key, _with(value, item)) for key, value in node.entries)
        return Mapping(entries, node.place)
    if isinstance(node, Sequence):
        return Sequence(tuple(_with(one, item) for one in node.items), node.place)
    return node
