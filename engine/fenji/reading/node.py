"""A parsed file before it means anything: scalars, sequences and mappings that know their places.

One form for YAML and for JSON; the grammar reads nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from fenji.model.place import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: nothing, a yes or no, an exact number, or text. `text` is what was written."""

    value: bool | Fraction | str | None
    text: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names with what they stand for, in the order written; no name twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place = field(compare=False)

    def get(self, name: str) -> Node | None:
        """What stands under that name, if anything does."""
        for key, node in self.entries:
            if key.text == name:
                return node
        return None


Node = Scalar | Sequence | Mapping
