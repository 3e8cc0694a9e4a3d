"""Releases with one small error each: in a rule, a derived value, a policy, or a table's cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any as Anything

from fenji.checks.mutation.implied import implied_in, needed
from fenji.checks.mutation.variants import stepped_numbers, variants
from fenji.checks.walking import conjuncts, nodes
from fenji.model.expression import Lookup
from fenji.model.place import Place
from fenji.model.release import Release
from fenji.model.rule import Classification, Rule
from fenji.model.table import Row
from fenji.model.value import Choice, NumberSpan, is_known, point

PARTS = ("definitions", "measures", "classifications", "sheets", "rules")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One planted error: `about` names the rule, derived value, table or policy it sits in.

    `words` are those of the row it sits in, if any: facts that hold them are likely to meet it.
    """

    about: str
    what: str
    place: Place
    release: Release
    words: frozenset[str] = frozenset()


def mutants(release: Release) -> Iterator[Mutant]:
    """Every mutant: of rules and derived values, then of policies, then of tables."""
    for part in PARTS:
        items: tuple[Anything, ...] = getattr(release, part)
        for i, item in enumerate(items):
            for what, place, changed in _of_item(release, item):
                again: dict[str, Anything] = {
                    part: (*items[:i], changed, *items[i + 1 :]),
                    "digest": f"{release.digest}/{part}/{i}/{what}/{place}",
                }
                yield Mutant(name_of(item), what, place, replace(release, **again))
    yield from _of_policies(release)
    yield from _of_tables(release)


def name_of(item: Anything) -> str:
    """What scenarios call it: a rule's id, another's name."""
    return str(item.id if isinstance(item, Rule) else item.name)


def _of_item(release: Release, item: Anything) -> Iterator[tuple[str, Place, Anything]]:
    yield from variants(item, implied_in(release))
    if isinstance(item, Rule | Classification):
        if item.scope is not None and not _scope_implied(release, item):
            yield "scope dropped", item.place, replace(item, scope=None)
        for i, exclusion in enumerate(item.unless):
            rest = item.unless[:i] + item.unless[i + 1 :]
            yield f"unless {i + 1} dropped", exclusion.place, replace(item, unless=rest)


def _scope_implied(release: Release, item: Rule | Classification) -> bool:
    """Whether the facts of the condition apply to nobody outside the scope: nothing would change."""
    if not isinstance(item, Rule):
        return False
    return frozenset(conjuncts(item.scope)) <= needed(release, item.when)


def _of_policies(release: Release) -> Iterator[Mutant]:
    for i, policy in enumerate(release.policies):
        for what, place, changed in variants(policy, implied_in(release)):
            policies = (*release.policies[:i], changed, *release.policies[i + 1 :])
            digest = f"{release.digest}/policy/{i}/{what}/{place}"
            about = f"policy:{policy.sector or ''}"
            yield Mutant(about, what, place, replace(release, policies=policies, digest=digest))


def _of_tables(release: Release) -> Iterator[Mutant]:
    read = {(n.table, n.give) for n in nodes(_readers(release)) if isinstance(n, Lookup)}
    for name, table in release.tables.items():
        columns = {key.column for key in table.keys} | {c for t, c in read if t == name}
        for i, row in enumerate(table.rows):
            for what, changed in _of_row(columns, row):
                rows = (*table.rows[:i], changed, *table.rows[i + 1 :])
                tables = {**release.tables, name: replace(table, rows=rows)}
                digest = f"{release.digest}/table/{name}/{i}/{what}"
                yield Mutant(
                    name,
                    f"row {row.number}: {what}",
                    row.place,
                    replace(release, tables=tables, digest=digest),
                    _words(row),
                )


def _readers(release: Release) -> tuple[Anything, ...]:
    return tuple(getattr(release, part) for part in PARTS)


def _of_row(columns: set[str], row: Row) -> Iterator[tuple[str, Row]]:
    """Each number of the row one step off, where something reads its column."""
    for j, (column, value) in enumerate(row.cells):
        if column not in columns or not isinstance(value, NumberSpan) or not is_known(value):
            continue
        assert value.low is not None
        for stepped in stepped_numbers(value.low):
            cells = (*row.cells[:j], (column, point(stepped)), *row.cells[j + 1 :])
            yield f"{column} {float(value.low):g} → {float(stepped):g}", replace(row, cells=cells)


def _words(row: Row) -> frozenset[str]:
    members = (value.members for _, value in row.cells if isinstance(value, Choice))
    return frozenset(str(member) for several in members if several for member in several)
