"""What generators draw from: a source of chance, and the names that can be read so far.

Whatever is drawn goes through one `random.Random`, so that a seed is a release, and hypothesis can
stand in for it (`st.randoms`). What is declared later can read what was declared before it: so
nothing rests on itself, and each stratum reads only what stands above it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import TypeVar

from fenji.model.dictionary import EntityKind
from fenji.model.expression import Name, Stratum
from fenji.model.table import Table
from fenji.model.value import Member

T = TypeVar("T")


class Sort(Enum):
    """The sorts of values that a name can stand for; `graded` are choices among numbers."""

    NUMBER = "number"
    FLAG = "flag"
    WORD = "word"
    GRADED = "graded"
    SET = "set"
    TEXT = "text"
    DATE = "date"


@dataclass(frozen=True)
class Readable:
    """A name that conditions and formulas can read; `members` are the values of a choice.

    `above_zero`: it can be divided by; `whole`: it is always one of its members.
    """

    node: Name
    sort: Sort
    members: tuple[Member, ...] = ()
    above_zero: bool = False
    whole: bool = True


@dataclass
class Drawing:
    """A release in the making."""

    random: Random
    entities: dict[str, EntityKind] = field(default_factory=dict)
    names: dict[str, list[Readable]] = field(default_factory=lambda: defaultdict(list))
    definitions: list[tuple[str, str]] = field(default_factory=list)
    rules: list[tuple[str, str]] = field(default_factory=list)
    tables: dict[str, Table] = field(default_factory=dict)
    parameters: tuple[str, ...] = ()

    def one(self, several: Sequence[T]) -> T:
        """Any of them."""
        return several[self.random.randrange(len(several))]

    def some(self, several: Sequence[T], least: int, most: int) -> tuple[T, ...]:
        """So many different ones of them, in their order."""
        wanted = self.random.randint(least, min(most, len(several)))
        left = list(range(len(several)))
        while len(left) > wanted:
            del left[self.random.randrange(len(left))]
        return tuple(several[index] for index in left)

    def chance(self, percent: int) -> bool:
        """True as often as that."""
        return self.random.randrange(100) < percent

    def lineage(self, kind: str) -> tuple[str, ...]:
        """The kind and its ancestors."""
        found = []
        at: str | None = kind
        while at is not None:
            found.append(at)
            at = self.entities[at].parent
        return tuple(found)

    def children(self, kind: str) -> tuple[str, ...]:
        """The kinds directly below."""
        return tuple(name for name, entity in self.entities.items() if entity.parent == kind)

    def readable(self, kind: str, *sorts: Sort) -> list[Readable]:
        """The names of those sorts that can be read at an entity of the kind."""
        return [r for at in self.lineage(kind) for r in self.names[at] if r.sort in sorts]

    def declare(
        self,
        name: Name,
        sort: Sort,
        members: tuple[Member, ...] = (),
        *,
        above_zero: bool = False,
        whole: bool = True,
    ) -> None:
        """From now on the name can be read."""
        self.names[name.entity].append(Readable(name, sort, members, above_zero, whole))

    def named(self, kind: str, stratum: Stratum, *sorts: Sort) -> list[Readable]:
        """The names of one stratum that the kind itself owns."""
        own = self.names[kind]
        return [r for r in own if r.node.stratum is stratum and (not sorts or r.sort in sorts)]
