"""The first walk over all files: what is declared by name, before anything that uses names is read."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import dataclass

from fenji.model.dictionary import EntityKind, FactDefinition
from fenji.model.law import Standing
from fenji.model.place import Place
from fenji.model.submission import SUBJECT
from fenji.model.text import Text
from fenji.reading.grammar import classifications, dictionary
from fenji.reading.grammar.conditions import BLOCKS
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.documents import Documents
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.formulas import FUNCTIONS
from fenji.reading.grammar.jurisdiction.charting import charted
from fenji.reading.grammar.names import Meaning, Named, Names
from fenji.reading.grammar.once import once
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.resolving import unknown_entity_of
from fenji.reading.grammar.rule_files import RuleFile, known_entity, rule_file
from fenji.reading.grammar.sides import FORMS
from fenji.reading.grammar.tables import head
from fenji.reading.grammar.types import NUMBER, TRUTH, WORDS, Sort, Type
from fenji.reading.grammar.units import units
from fenji.reading.node import Node
from fenji.reading.sources import Role

RESERVED = frozenset(
    {*BLOCKS, *WORDS, *FORMS, *FUNCTIONS, *keyword.kwlist, "of", "where", "otherwise", "subject"}
)
"""Words of the language (and of formulas): nothing can be called so."""

_SECTIONS = {
    "definitions": Named.DEFINITION,
    "measures": Named.MEASURE,
    "classifications": Named.CLASSIFICATION,
    "sheets": Named.SHEET,
}


@dataclass(frozen=True, slots=True)
class Declarations:
    """What the first walk found. `facts` come with the node that says the rest of them."""

    declared: Declared
    facts: tuple[tuple[FactDefinition, Node], ...]
    files: tuple[RuleFile, ...]


def declare(problems: Problems, documents: Documents) -> Declarations:
    """Everything that any file declares by name."""
    known_units = units(problems, list(documents.of(Role.UNITS)))
    entities = _entities(problems, documents)
    names = Names({kind.name: kind.parent for kind in entities.values()}, problems)
    declared = Declared(problems, known_units, entities, names)
    for kind in entities.values():
        if kind.parent in entities and kind.parent is not None:
            _declare(declared, kind.name, kind.parent, Named.KIND, TRUTH, kind.place)
    _laws(declared, documents)
    declared.charted = charted(problems, documents)
    _tables(declared, documents)
    facts = tuple(_facts(declared, documents))
    files = tuple(rule_file(declared, node) for node in documents.of(Role.RULES))
    for file in files:
        _items(declared, file)
    names.check_lineages()
    return Declarations(declared, facts, files)


def _entities(problems: Problems, documents: Documents) -> dict[str, EntityKind]:
    found: dict[str, EntityKind] = {}
    for node in documents.items(Role.FACTS, "entities", problems):
        kind = dictionary.entity(problems, node)
        if once(problems, found, kind.name, kind.place):
            found[kind.name] = kind
    found.setdefault(SUBJECT, dictionary.ROOT)
    for kind in found.values():
        if kind.parent is not None and kind.parent not in found:
            unknown_entity_of(problems, kind.parent, kind.place, found)
        elif _goes_round(kind, found):
            problems.error(
                "cycle",
                kind.place,
                Text(f"`{kind.name}` 是自己的上级", f"`{kind.name}` stands below itself"),
                Text("改正 `parent`", "mend `parent`"),
            )
    return found


def _goes_round(kind: EntityKind, entities: Mapping[str, EntityKind]) -> bool:
    at, met = kind.parent, {kind.name}
    while at is not None and at in entities:
        if at == kind.name:
            return True
        if at in met:
            return False
        met.add(at)
        at = entities[at].parent
    return False


def _laws(declared: Declared, documents: Documents) -> None:
    problems = declared.problems
    places: dict[str, Place] = {}
    for node in documents.items(Role.INSTRUMENTS, "instruments", problems):
        fields = Fields(node, problems)
        name = fields.text("id")
        if once(problems, places, name, fields.place_of("id")):
            places[name] = fields.place_of("id")
            declared.standings[name] = fields.one_of("standing", Standing, Standing.PROPOSAL)
    places = {}
    for node in documents.items(Role.PARAMETERS, "parameters", problems):
        fields = Fields(node, problems)
        name = fields.text("name")
        if once(problems, places, name, fields.place_of("name")):
            places[name] = fields.place_of("name")
            declared.parameters[name] = fields.text("unit")
    places = {}
    for node in documents.of(Role.SECTOR):
        fields = Fields(node, problems)
        name = fields.text("sector")
        if once(problems, places, name, fields.place_of("sector")):
            places[name] = fields.place_of("sector")
    declared.sectors.update(places)


def _tables(declared: Declared, documents: Documents) -> None:
    for node in documents.of(Role.TABLE):
        found = head(declared.problems, node)
        if once(declared.problems, declared.tables, found.name, found.place):
            declared.tables[found.name] = found


def _facts(declared: Declared, documents: Documents) -> list[tuple[FactDefinition, Node]]:
    problems = declared.problems
    found = []
    for node in documents.of(Role.FACTS):
        by_kind = Fields(node, problems).node("facts")
        if by_kind is None:
            continue
        fields = Fields(by_kind, problems)
        for key in fields.written:
            if key.text not in declared.names.kinds:
                unknown_entity_of(problems, key.text, key.place, declared.names.kinds)
                continue
            for one in fields.items(key.text):
                fact = dictionary.fact(declared, key.text, one)
                type_ = dictionary.type_of(fact)
                _declare(declared, fact.name, fact.entity, Named.FACT, type_, fact.place)
                found.append((fact, one))
    return found


def _items(declared: Declared, file: RuleFile) -> None:
    for section, named in _SECTIONS.items():
        for node in file.sections[section]:
            fields = Fields(node, declared.problems)
            kind = fields.text("for", file.for_)
            if known_entity(declared, fields, kind):
                place = fields.place_of("name")
                type_ = _type(declared, named, fields, node)
                _declare(declared, fields.text("name"), kind, named, type_, place)
    for section in ("rules", "duties"):
        for node in file.sections[section]:
            fields = Fields(node, declared.problems)
            kind = fields.text("for", file.for_)
            known_entity(declared, fields, kind)
            name, place = fields.text("id"), fields.place_of("id")
            if once(declared.problems, declared.rule_places, name, place):
                declared.rule_places[name] = place
                if section == "rules":
                    declared.rules[name] = kind


def _type(declared: Declared, named: Named, fields: Fields, node: Node) -> Type:
    if named is Named.DEFINITION:
        return TRUTH
    if named is Named.SHEET:
        return NUMBER
    if named is Named.MEASURE:
        return Type(Sort.NUMBER, fields.text("unit"))
    return classifications.type_of(declared.problems, node)


def _declare(
    declared: Declared, name: str, kind: str, named: Named, type_: Type, place: Place
) -> None:
    if name in RESERVED:
        declared.problems.error(
            "reserved-word",
            place,
            Text(f"`{name}` 是语言本身的词", f"`{name}` is a word of the language"),
            Text("请换一个名称", "choose another name"),
        )
        return
    if name:
        declared.names.declare(Meaning(name, kind, named, type_, place))
