"""The parsed files of a release, by what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fenji.reading.grammar.csv_text import Cell
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.problems import Problems
from fenji.reading.node import Node
from fenji.reading.sources import Role


@dataclass(frozen=True, slots=True)
class Document:
    """One file in its parsed form, and the layer that it belongs to."""

    path: str
    role: Role
    node: Node
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The rows of one CSV file, the header first; `None` where it could not be read."""

    path: str
    rows: list[tuple[Cell, ...]] | None


@dataclass(frozen=True, slots=True)
class Documents:
    """All files in the order of their paths; figures by the name of their table."""

    all: tuple[Document, ...]
    figures: dict[str, Figures]

    def of(self, role: Role) -> Iterator[Node]:
        """The documents of one role."""
        return (document.node for document in self.all if document.role is role)

    def items(self, role: Role, key: str, problems: Problems) -> Iterator[Node]:
        """The members of the list under `key` in all documents of one role."""
        for node in self.of(role):
            yield from Fields(node, problems).items(key)
