"""A release made ready for one date: what is in force, and where each name is found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from fenji.model.condition import Word
from fenji.model.law import Exclusion, Instrument
from fenji.model.release import Release
from fenji.model.rule import Classification, Definition, FindingKind, Measure, Rule, Sheet
from fenji.model.table import Row, Table
from fenji.model.truth import Truth
from fenji.model.value import Choice, Member, Value


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule that is or may be in force, with the exclusions of its instrument added."""

    rule: Rule
    in_force: Truth
    unless: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True)
class ReadyClassification:
    """A classification that is or may be in force."""

    classification: Classification
    in_force: Truth


@dataclass(frozen=True, slots=True)
class ReadySheet:
    """A sheet that is or may be in force."""

    sheet: Sheet
    in_force: Truth


@dataclass(frozen=True, slots=True, eq=False)
class ReadyRow:
    """A row with what it asks for (key, comparing word, cell) and what it gives, by column."""

    number: int
    asks: tuple[tuple[str, Word, Value], ...]
    gives: dict[str, Value]


@dataclass(frozen=True, slots=True, eq=False)
class ReadyTable:
    """A table whose rows are found by the first key that must be one known choice.

    `by_choice` maps a cell to its rows; rows with a blank there, and all rows of a table without
    such a key, stand under `anyway`. `remembered` holds answers already found, by the values of the
    keys: many subjects ask the same of one table.
    """

    rows: tuple[ReadyRow, ...]
    first: str | None
    by_choice: dict[Member, tuple[ReadyRow, ...]]
    anyway: tuple[ReadyRow, ...]
    remembered: dict[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What evaluators read of a release on a date. Derived values are by entity kind and name.

    `literals` remembers what the literals of the release evaluate to, by the node's identity.
    """

    release: Release
    as_of: date
    instruments: dict[str, tuple[Instrument, Truth]]
    rules: dict[str, ReadyRule]
    by_finding: dict[str, tuple[ReadyRule, ...]]
    definitions: dict[tuple[str, str], Definition]
    measures: dict[tuple[str, str], Measure]
    classifications: dict[tuple[str, str], tuple[ReadyClassification, ...]]
    sheets: dict[tuple[str, str], ReadySheet]
    tables: dict[str, ReadyTable]
    literals: dict[int, tuple[Any, Any]] = field(default_factory=dict)


@lru_cache(maxsize=32)
def prepare(release: Release, as_of: date, revived: str = "") -> Prepared:
    """The release on that day. Remembered, since many subjects are judged under one.

    The instrument `revived` is taken as if it had never ended.
    """
    laws = dict(release.instruments)
    if revived:
        laws[revived] = replace(laws[revived], until=None, replaced_by=None)
    classifications: dict[tuple[str, str], list[ReadyClassification]] = defaultdict(list)
    for c in release.classifications:
        force = c.provenance.in_force(as_of, laws)
        if force is not Truth.FALSE:
            classifications[c.for_, c.name].append(ReadyClassification(c, force))
    sheets = ((s, s.provenance.in_force(as_of, laws)) for s in release.sheets)
    rules = _ready_rules(release, as_of, laws)
    return Prepared(
        release=release,
        as_of=as_of,
        instruments={i.id: (i, _in_force(i, as_of, laws)) for i in laws.values()},
        rules={r.rule.id: r for r in rules},
        by_finding={
            kind.value: tuple(r for r in rules if r.rule.finding is kind) for kind in FindingKind
        },
        definitions={(d.for_, d.name): d for d in release.definitions},
        measures={(m.for_, m.name): m for m in release.measures},
        classifications={key: tuple(found) for key, found in classifications.items()},
        sheets={(s.for_, s.name): ReadySheet(s, f) for s, f in sheets if f is not Truth.FALSE},
        tables={name: _ready_table(table) for name, table in release.tables.items()},
    )


def _in_force(instrument: Instrument, as_of: date, laws: dict[str, Instrument]) -> Truth:
    return instrument.in_force(as_of, laws.get(instrument.replaced_by or ""))


def _ready_rules(release: Release, as_of: date, laws: dict[str, Instrument]) -> list[ReadyRule]:
    ready = []
    for rule in release.rules:
        force = rule.provenance.in_force(as_of, laws)
        if force is Truth.FALSE:
            continue
        basis = rule.provenance.basis
        shared = laws[basis[0].instrument].unless if basis else ()
        ready.append(ReadyRule(rule, force, rule.unless + shared))
    return ready


def _ready_table(table: Table) -> ReadyTable:
    rows = tuple(_ready_row(table, row) for row in table.rows)
    first = next((key for key in table.keys if key.word is Word.IS), None)
    if first is None:
        return ReadyTable(rows, None, {}, rows)
    by_choice: dict[Member, list[ReadyRow]] = defaultdict(list)
    anyway = []
    for row, ready in zip(table.rows, rows, strict=True):
        cell = dict(row.cells).get(first.column)
        if isinstance(cell, Choice) and cell.members is not None and len(cell.members) == 1:
            by_choice[next(iter(cell.members))].append(ready)
        else:
            anyway.append(ready)
    found = {cell: tuple(several) for cell, several in by_choice.items()}
    return ReadyTable(rows, first.key, found, tuple(anyway))


def _ready_row(table: Table, row: Row) -> ReadyRow:
    cells = dict(row.cells)
    asks = tuple((k.key, k.word, cells[k.column]) for k in table.keys if k.column in cells)
    return ReadyRow(row.number, asks, {c: cells[c] for c in table.gives if c in cells})
