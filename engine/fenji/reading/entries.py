"""What stands under a key of a file whose shape was already checked; nothing where it does not."""

from __future__ import annotations

from fenji.model.place import Place
from fenji.reading.node import Mapping, Node, Scalar, Sequence


def text_under(node: Node, name: str) -> str:
    """The words under that key as they were written; none for nothing."""
    found = node.get(name) if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) and found.value is not None else ""


def items_under(node: Node, name: str) -> tuple[Node, ...]:
    """The members of the list under that key."""
    found = node.get(name) if isinstance(node, Mapping) else None
    return found.items if isinstance(found, Sequence) else ()


def words_under(node: Node, name: str) -> tuple[Scalar, ...]:
    """The members of a list of single values."""
    return tuple(item for item in items_under(node, name) if isinstance(item, Scalar))


def place_under(node: Node, name: str) -> Place:
    """The place of what stands under that key, else of the whole."""
    found = node.get(name) if isinstance(node, Mapping) else None
    return node.place if found is None else found.place
