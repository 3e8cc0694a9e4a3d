"""The second walk: everything is read in full and put into one release, in an order of its own.

The order of what is named (rules by id, facts by name …) is that of the names, not of the files, so
that two releases of one digest answer with the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from fenji.model.dictionary import EntityKind, FactDefinition
from fenji.model.folding import Policy
from fenji.model.law import Instrument
from fenji.model.parameter import ParameterDefinition
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.rule import Classification, Rule
from fenji.model.sector import Sector
from fenji.model.table import Table
from fenji.model.text import Text
from fenji.reading.grammar.classifications import classification
from fenji.reading.grammar.cycles import check_cycles
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.declaring import Declarations, declare
from fenji.reading.grammar.definitions import definition
from fenji.reading.grammar.dictionary import joined_up
from fenji.reading.grammar.divisors import check_divisors
from fenji.reading.grammar.documents import Documents
from fenji.reading.grammar.duties import duty
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.guards import check_guards
from fenji.reading.grammar.instruments import instrument
from fenji.reading.grammar.jurisdiction.chart import chart
from fenji.reading.grammar.measures import measure
from fenji.reading.grammar.names import Named
from fenji.reading.grammar.once import once
from fenji.reading.grammar.parameters import parameter
from fenji.reading.grammar.policies import policy
from fenji.reading.grammar.problems import Problems
from fenji.reading.grammar.rule_files import RuleFile, unknown_sector
from fenji.reading.grammar.rules import rule
from fenji.reading.grammar.sectors import sector
from fenji.reading.grammar.sheets import sheet
from fenji.reading.grammar.supervision.schedule import schedule
from fenji.reading.grammar.supervision.whole_figures import check_figures
from fenji.reading.grammar.tables import table
from fenji.reading.grammar.types import Sort
from fenji.reading.nearest import did_you_mean
from fenji.reading.node import Node
from fenji.reading.sources import Role

T = TypeVar("T")


def assemble(problems: Problems, documents: Documents, digest: str) -> Release:
    """The release that the documents make. It is of use only where no problem was noted."""
    declarations = declare(problems, documents)
    declared = declarations.declared
    rules = _items(declarations, "rules", rule)
    definitions = _items(declarations, "definitions", definition)
    measures = _items(declarations, "measures", measure)
    sheets = _items(declarations, "sheets", sheet)
    duties = tuple(sorted(_items(declarations, "duties", duty), key=lambda one: one.id))
    release = Release(
        digest=digest,
        instruments=_instruments(declared, documents, rules),
        units=declared.units,
        entities={
            name: _entity(declared, kind) for name, kind in sorted(declared.entities.items())
        },
        facts=_facts(declarations),
        parameters=_parameters(declared, documents),
        sectors=_sectors(declared, documents),
        definitions=tuple(sorted(definitions, key=lambda one: (one.name, one.for_))),
        measures=tuple(sorted(measures, key=lambda one: (one.name, one.for_))),
        classifications=_classifications(declarations),
        sheets=tuple(sorted(sheets, key=lambda one: (one.name, one.for_))),
        rules=tuple(sorted(rules, key=lambda one: one.id)),
        policies=_policies(declared, documents),
        duties=duties,
        chart=chart(declared, documents),
        schedule=schedule(declared, documents, duties),
        # Last, since the cells of a key take their type from where the table is looked up.
        tables=_tables(declared, documents),
    )
    check_cycles(problems, release)
    check_guards(problems, release)
    check_divisors(problems, release)
    check_figures(problems, release)
    return release


def _items(
    declarations: Declarations, section: str, read: Callable[[RuleFile, Node], T]
) -> list[T]:
    """The items of one section of all files, but for those of a kind that nobody declares."""
    declared = declarations.declared
    return [
        read(file, node)
        for file in declarations.files
        for node in file.sections[section]
        if Fields(node, declared.problems).text("for", file.for_) in declared.names.kinds
    ]


def _instruments(
    declared: Declared, documents: Documents, rules: list[Rule]
) -> dict[str, Instrument]:
    carried: dict[str, set[str]] = defaultdict(set)
    for one in rules:
        if one.provenance.basis:
            carried[one.provenance.basis[0].instrument].add(one.for_)
    found = {}
    for node in documents.items(Role.INSTRUMENTS, "instruments", declared.problems):
        name = Fields(node, declared.problems).text("id")
        found[name] = instrument(declared, node, frozenset(carried[name]))
    return dict(sorted(found.items()))


def _entity(declared: Declared, kind: EntityKind) -> EntityKind:
    for name in kind.sectors:
        if name not in declared.sectors:
            unknown_sector(declared, name, kind.place)
    if kind.dated_by is not None:
        found = declared.names.own(kind.name, kind.dated_by)
        if found is None or found.named is not Named.FACT or found.type.sort is not Sort.DATE:
            declared.problems.error(
                "unknown-fact",
                kind.place,
                Text(
                    f"`{kind.name}` 没有日期事实 `{kind.dated_by}`",
                    f"`{kind.name}` has no date called `{kind.dated_by}`",
                ),
                did_you_mean(kind.dated_by, declared.names.readable(kind.name)),
            )
    return kind


def _facts(declarations: Declarations) -> dict[str, dict[str, FactDefinition]]:
    declared = declarations.declared
    found: dict[str, dict[str, FactDefinition]] = {kind: {} for kind in sorted(declared.entities)}
    for fact, node in sorted(declarations.facts, key=lambda pair: pair[0].name):
        found[fact.entity].setdefault(fact.name, joined_up(declared, fact, node))
    return found


def _parameters(declared: Declared, documents: Documents) -> dict[str, ParameterDefinition]:
    nodes = documents.items(Role.PARAMETERS, "parameters", declared.problems)
    several = sorted((parameter(declared, node) for node in nodes), key=lambda one: one.name)
    return {one.name: one for one in several}


def _sectors(declared: Declared, documents: Documents) -> dict[str, Sector]:
    several = sorted(
        (sector(declared, node) for node in documents.of(Role.SECTOR)),
        key=lambda one: (one.number, one.name),
    )
    numbers: dict[str, Place] = {}
    for one in several:
        if once(declared.problems, numbers, str(one.number), one.place):
            numbers[str(one.number)] = one.place
    return {one.name: one for one in several}


def _classifications(declarations: Declarations) -> tuple[Classification, ...]:
    problems = declarations.declared.problems
    several = _items(declarations, "classifications", classification)
    ids: dict[str, Classification] = {}
    for one in several:
        if once(problems, ids, one.id, one.place):
            ids[one.id] = one
    for one in several:
        other = ids.get(one.overrides or "")
        if one.overrides and (other is None or (other.name, other.for_) != (one.name, one.for_)):
            problems.error(
                "unknown-classification",
                one.place,
                Text(
                    f"`{one.id}` 要取代的 `{one.overrides}` 不是 `{one.name}` 的另一版",
                    f"`{one.overrides}`, which `{one.id}` overrides, is no edition of `{one.name}`",
                ),
                did_you_mean(one.overrides, [o.id for o in several if o.name == one.name]),
            )
    return tuple(sorted(several, key=lambda one: (one.name, one.for_, one.id)))


def _policies(declared: Declared, documents: Documents) -> tuple[Policy, ...]:
    several = [policy(declared, node) for node in documents.of(Role.POLICY)]
    sectors: dict[str, Place] = {}
    steps: dict[str, Place] = {}
    for one in several:
        name = one.sector or ""
        if name in sectors:
            first = sectors[name]
            declared.problems.error(
                "duplicate-id",
                one.place,
                Text(
                    f"这个行业已有分级办法（{first.path}）",
                    f"this sector already has a policy ({first.path})",
                ),
                Text("合成一个文件", "make them one file"),
            )
        sectors.setdefault(name, one.place)
        for step in one.steps:
            if once(declared.problems, steps, step.id, step.place):
                steps[step.id] = step.place
    return tuple(sorted(several, key=lambda one: one.sector or ""))


def _tables(declared: Declared, documents: Documents) -> dict[str, Table]:
    found: dict[str, Table] = {}
    for node in documents.of(Role.TABLE):
        head = declared.tables[Fields(node, declared.problems).text("table")]
        if head.place == node.place:
            found[head.name] = table(declared, node, head, documents.figures.get(head.name))
    for name, figures in documents.figures.items():
        if name not in declared.tables:
            declared.problems.error(
                "misplaced-file",
                Place(figures.path, 1, 1),
                Text("没有表用到这些数", "no table uses these figures"),
                Text(
                    f"写 `{name}.yaml` 说明它的各列", f"say what its columns are in `{name}.yaml`"
                ),
            )
    return dict(sorted(found.items()))
