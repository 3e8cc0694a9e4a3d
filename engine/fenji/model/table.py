"""Figures of law as tables: rows matched by what is known of an entity."""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.model.condition import Word
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text
from fenji.model.value import Value


@dataclass(frozen=True, slots=True)
class Key:
    """How one column decides whether a row matches: the value called `key`, `word`, the cell.

    A blank cell matches whatever the value is; several keys may read one value (a band's two ends).
    """

    column: str
    word: Word
    key: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file from 1, and its cells by column; blank cells are absent."""

    number: int
    cells: tuple[tuple[str, Value], ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of law. `keys` choose rows, `gives` are the columns that can be asked for.

    `exhaustive`: whatever the keys are, some row matches. A look-up in one that is not stands only
    where `listed` over the same table has been asked.
    """

    name: str
    title: Text
    keys: tuple[Key, ...]
    gives: tuple[str, ...]
    rows: tuple[Row, ...]
    exhaustive: bool
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
