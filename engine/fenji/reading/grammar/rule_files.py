"""What one file of a sector says for all its items: sector, scope, exclusions, entity kind, basis,
review."""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.model.condition import Condition
from fenji.model.law import Provenance
from fenji.model.place import Place
from fenji.model.sector import CROSS_CUTTING
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.reading.grammar.conditions import condition
from fenji.reading.grammar.declared import Declared, Here
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.names import Rank
from fenji.reading.grammar.provenance import Inherited, inherited, provenance
from fenji.reading.grammar.resolving import unknown_entity
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node

SECTIONS = ("definitions", "measures", "classifications", "sheets", "rules", "duties")
"""The lists that such a file may hold."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file whose items are read one after another."""

    declared: Declared
    sector: str
    for_: str
    above: Inherited
    scope: Node | None
    unless: tuple[Node, ...]
    sections: dict[str, tuple[Node, ...]]
    _scopes: dict[tuple[str, Rank], Condition] = field(default_factory=dict)

    def here(self, fields: Fields, rank: Rank) -> Here:
        """Where an item is read: its own entity kind, else the file's."""
        return Here(self.declared, entity_of(fields, self.for_), rank)

    def provenance(self, fields: Fields) -> Provenance:
        """What an item rests on."""
        return provenance(self.declared, fields, self.above)

    def scope_at(self, here: Here) -> Condition | None:
        """The scope of the file as it reads at that entity kind."""
        if self.scope is None:
            return None
        key = (here.kind, here.rank)
        if key not in self._scopes:
            self._scopes[key] = condition(here, self.scope)
        return self._scopes[key]


def rule_file(declared: Declared, node: Node) -> RuleFile:
    """The head of a file, and its items by section."""
    fields = Fields(node, declared.problems)
    sector = fields.needed_text("sector")
    if sector:
        known_sector(declared, fields, "sector")
    for_ = entity_of(fields, SUBJECT)
    known_entity(declared, fields, for_)
    return RuleFile(
        declared,
        sector,
        for_,
        inherited(declared, fields),
        fields.node("scope"),
        fields.items("unless"),
        {section: fields.items(section) for section in SECTIONS},
    )


def entity_of(fields: Fields, default: str) -> str:
    """The entity kind under `for`."""
    return fields.text("for", default)


def known_entity(declared: Declared, fields: Fields, kind: str) -> bool:
    """Whether that kind, which stands under `for`, is in the dictionary; noted where not."""
    if kind in declared.names.kinds:
        return True
    unknown_entity(Here(declared, SUBJECT, Rank.FACT), kind, fields.place_of("for"))
    return False


def known_sector(declared: Declared, fields: Fields, key: str) -> None:
    """Note it where the sector under that key has no sector.yaml."""
    name = fields.text(key)
    if name not in declared.sectors and name != CROSS_CUTTING:
        unknown_sector(declared, name, fields.place_of(key))


def unknown_sector(declared: Declared, name: str, place: Place) -> None:
    """Note a sector that has no sector.yaml."""
    declared.problems.error(
        "unknown-sector",
        place,
        Text(f"没有行业 `{name}`", f"no sector is called `{name}`"),
        did_you_mean(name, declared.sectors)
        or Text("写好它的 sector.yaml", "write its sector.yaml"),
    )
