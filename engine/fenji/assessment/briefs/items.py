"""What the compiled functions left: rules, duties and clauses that hold or are open, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from fenji.assessment.briefs.entities import Entities
from fenji.assessment.briefs.outline import NOTHING, Clause, Entry, Outline, Unexcluded
from fenji.assessment.foresight.subject import Foresight
from fenji.assessment.sectors import Applying
from fenji.evaluation.compiled.codes import TRUE
from fenji.model.brief import Item
from fenji.model.decision import Status
from fenji.model.truth import Truth


class Held(NamedTuple):
    """A rule or duty that is not false at an entity; `place` and `rank` order them."""

    place: int
    rank: int
    path: str
    code: int
    entry: Entry


class OpenClause(NamedTuple):
    """A clause that is not encoded, at an entity of which it may speak."""

    clause: Clause
    path: str
    status: Status


def held(known: Foresight, shared: Outline, entities: Entities) -> tuple[list[Held], list[Held]]:
    """The rules and the duties of the sectors that apply, in the order of a decision."""
    rules: list[Held] = []
    duties: list[Held] = []
    entries = shared.entries
    for key, several in known.codes.items():
        entry = entries.get(key)
        if entry is not None:
            found = rules if entry.duty is None else duties
            for path, code in several:
                rank = entities.place(entry.kind, path) if path else 0
                found.append(Held(entry.place, rank, path, code, entry))
    rules.sort()
    duties.sort()
    return rules, duties


def unexcluded(shared: Outline, sectors: Mapping[str, Applying]) -> list[Unexcluded]:
    """What the sectors leave open that may not apply."""
    return [
        shared.unexcluded.get(name, NOTHING)
        for name, applying in sectors.items()
        if applying.truth is Truth.UNKNOWN
    ]


def open_items(several: list[Held], besides: Iterable[tuple[int, Item]]) -> tuple[Item, ...]:
    """Those that are open, with those of sectors that may apply, in the order of a decision."""
    found = [
        (place, Item(entry.id, path, entry.statuses[code]))
        for place, _, path, code, entry in several
        if code != TRUE
    ]
    found += besides
    found.sort(key=_PLACE)
    return tuple(item for _, item in found)


_PLACE = itemgetter(0)


def open_clauses(
    known: Foresight, shared: Outline, sectors: Mapping[str, Applying], entities: Entities
) -> Iterator[OpenClause]:
    """The clauses that are not encoded, wherever their scope may be met (see `weigh_missing`)."""
    for clause in shared.clauses:
        missing = clause.missing
        applies = sectors[missing.sector].truth
        if applies is Truth.FALSE:
            continue
        unknown = applies is Truth.UNKNOWN
        place = None if missing.scope is None else known.ready.places[id(missing.scope)]
        status = Status.SECTOR_NOT_EXCLUDED if unknown else Status.NOT_ENCODED
        for path, row in entities.rows(missing.for_).items():
            if place is None or row[place]:
                yield OpenClause(clause, path, status)
            if unknown:
                break
