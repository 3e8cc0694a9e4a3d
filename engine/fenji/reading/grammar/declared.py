"""Everything that some file declares by name, known before any condition or formula is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from fenji.model.dictionary import EntityKind
from fenji.model.law import Standing
from fenji.model.place import Place
from fenji.model.table import Key
from fenji.model.unit import Units
from fenji.reading.grammar.jurisdiction.charted import Charted
from fenji.reading.grammar.names import Names, Rank
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.types import Type


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a table before its figures are read.

    `uses` gathers what is compared with each key wherever the table is looked up: the cells of that
    key are of the same type. `identifies` gives the type of a column whose cells are the values of a
    choice that is found by its spelling.
    """

    name: str
    keys: tuple[Key, ...]
    gives: dict[str, Type]
    exhaustive: bool
    place: Place
    uses: dict[str, list[tuple[Type, Place]]] = field(default_factory=dict)
    identifies: dict[str, Type] = field(default_factory=dict)

    @property
    def key_names(self) -> tuple[str, ...]:
        """The values that the keys read, each once."""
        return tuple(dict.fromkeys(key.key for key in self.keys))


@dataclass(slots=True)
class Declared:
    """All that can be named. `rules` gives the entity kind of each rule, `parameters` the unit."""

    problems: Problems
    units: Units
    entities: dict[str, EntityKind]
    names: Names
    standings: dict[str, Standing] = field(default_factory=dict)
    tables: dict[str, Head] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)
    sectors: set[str] = field(default_factory=set)
    rules: dict[str, str] = field(default_factory=dict)
    rule_places: dict[str, Place] = field(default_factory=dict)
    charted: Charted = field(default_factory=Charted)


@dataclass(frozen=True, slots=True)
class Here:
    """Where a condition or formula is read: the entity kind, how far it may look ahead, and whether
    it stands in a policy."""

    declared: Declared
    kind: str
    rank: Rank
    folding: bool = False

    @property
    def problems(self) -> Problems:
        """Where to note what is wrong."""
        return self.declared.problems

    def at(self, kind: str) -> Here:
        """The same, read at an entity of another kind."""
        return replace(self, kind=kind)
