"""Folders laid over one another: what a place says of its own goes before what all share.

An entry of a layer above stands in place of the one of the same id below, whole; ids under `remove`
at the head of a file take entries below away. What is then left reads as if it were one folder.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from fenji.model.text import Text
from fenji.reading.grammar.documents import Document, Documents
from fenji.reading.grammar.jurisdiction.charting import ACTIVITIES, LISTS
from fenji.reading.grammar.problems import Problems
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Mapping, Node, Scalar, Sequence
from fenji.reading.sources import Role

REMOVE = "remove"
_IDS = {
    Role.INSTRUMENTS: ("id", ("instruments",)),
    Role.PARAMETERS: ("name", ("parameters",)),
    Role.ACTIVITIES: ("id", (ACTIVITIES,)),
    Role.JURISDICTION: ("id", LISTS),
    Role.SUPERVISION: ("id", ("inspections", "caps", "joint_visits")),
}
"""The files whose entries can be replaced: under which key the id stands, and in which lists."""

_FAMILY = {role: role for role in _IDS} | {Role.ACTIVITIES: Role.JURISDICTION}
"""Roles that share their ids: activities are matters like those of jurisdiction."""

_Name = tuple[Role, str]
"""The family of a role, and an id in it."""


def laid_over(problems: Problems, documents: Documents) -> Documents:
    """The documents as one layer, without the entries that another layer replaced or removed."""
    top = max((document.layer for document in documents.all), default=0)
    below: dict[_Name, None] = {}
    gone: list[set[_Name]] = []
    for layer in range(top + 1):
        own = [document for document in documents.all if document.layer == layer]
        removed = set(_removed(problems, own, below))
        entries = dict.fromkeys(name for document in own for name in _entries(document))
        gone.append(removed | entries.keys())
        below = {name: None for name in below if name not in removed} | entries
    over = [set().union(*gone[layer + 1 :]) for layer in range(top + 1)]
    kept = (_without(document, over[document.layer]) for document in documents.all)
    return Documents(tuple(kept), documents.figures)


def _entries(document: Document) -> Iterator[_Name]:
    if document.role in _IDS:
        key, lists = _IDS[document.role]
        for name in lists:
            for item in _items(document.node, name):
                id_ = _id(item, key)
                if id_:
                    yield _FAMILY[document.role], id_


def _removed(
    problems: Problems, documents: Collection[Document], below: Collection[_Name]
) -> Iterator[_Name]:
    for document in documents:
        if document.role not in _IDS:
            continue
        family = _FAMILY[document.role]
        for word in _items(document.node, REMOVE):
            if not isinstance(word, Scalar):
                continue
            if (family, word.text) in below:
                yield family, word.text
                continue
            known = [id_ for role, id_ in below if role is family]
            problems.error(
                "unknown-id",
                word.place,
                Text(
                    f"下层没有 `{word.text}` 可去掉", f"there is no `{word.text}` below to remove"
                ),
                did_you_mean(word.text, known) or Text("删去这一项", "take it out of the list"),
            )


def _without(document: Document, gone: Collection[_Name]) -> Document:
    """The document without these entries, and without `remove`, which has done its work."""
    node = document.node
    if document.role not in _IDS or not isinstance(node, Mapping):
        return document
    key, lists = _IDS[document.role]
    family = _FAMILY[document.role]
    entries = tuple(
        (word, _kept(value, key, family, gone) if word.text in lists else value)
        for word, value in node.entries
        if word.text != REMOVE
    )
    return replace(document, node=Mapping(entries, node.place))


def _kept(node: Node, key: str, family: Role, gone: Collection[_Name]) -> Node:
    if not isinstance(node, Sequence) or not gone:
        return node
    items = tuple(item for item in node.items if (family, _id(item, key)) not in gone)
    return Sequence(items, node.place)


def _items(node: Node, name: str) -> tuple[Node, ...]:
    found = node.get(name) if isinstance(node, Mapping) else None
    return found.items if isinstance(found, Sequence) else ()


def _id(item: Node, key: str) -> str:
    found = item.get(key) if isinstance(item, Mapping) else None
    return found.text if isinstance(found, Scalar) and found.value is not None else ""
