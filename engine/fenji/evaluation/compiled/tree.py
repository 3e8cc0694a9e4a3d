"""One subject as rows: each entity a list in which everything has a place known beforehand.

The first places say what the entity is; then come its children by kind, its facts, and what is worked
out of it. Phantoms are in `phantoms`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fenji.evaluation.compiled.codes import TRUE
from fenji.evaluation.compiled.filling import FactReader, fill
from fenji.evaluation.compiled.phantoms import Phantom, beginning, plain
from fenji.evaluation.compiled.row import ENTITY, EXISTS, PARENT, PATH, PHANTOM, THERE, Row
from fenji.model.submission import Children, Entity, Submission
from fenji.model.value import DateSpan


@dataclass(frozen=True, slots=True)
class KindReader:
    """How the rows of a kind are made. `phantoms` are templates by what keeps the list open.

    `beginnings` are the phantoms' states before anything is worked out; where the kind is not
    `shared`, each phantom is a row like any other.
    """

    name: str
    parent: str
    place: int
    dated_by: str | None
    dated_open: int
    list_open: int
    template: Row
    phantoms: dict[int, Row]
    facts: dict[str, FactReader]
    shared: bool
    beginnings: dict[tuple[Any, ...], Row]


@dataclass(slots=True)
class Tree:
    """All rows and shared phantoms by kind.

    `absent` are the answers `not_applicable`, with the place of the gate that must be false then.
    """

    rows: dict[str, list[Row]]
    phantoms: dict[str, list[Phantom]] = field(default_factory=dict)
    absent: list[tuple[Row, int]] = field(default_factory=list)


def read(kinds: tuple[KindReader, ...], submission: Submission, as_of: date) -> Tree:
    """The rows of one subject, parents before children; the first kind is the subject.

    Raises HandOver where only the reference can answer.
    """
    root = kinds[0].template.copy()
    root[ENTITY] = submission.root
    tree = Tree({kinds[0].name: [root]})
    fill(root, submission.root.facts, kinds[0].facts, as_of, tree.absent)
    for kind in kinds[1:]:
        rows: list[Row] = []
        phantoms: list[Phantom] = []
        for parent in tree.rows[kind.parent]:
            _below(parent, kind, as_of, tree, rows, phantoms)
        for above in tree.phantoms.get(kind.parent, ()):
            phantoms.append(_under(above, kind))
        tree.rows[kind.name], tree.phantoms[kind.name] = rows, phantoms
    return tree


def _below(
    parent: Row,
    kind: KindReader,
    as_of: date,
    tree: Tree,
    rows: list[Row],
    phantoms: list[Phantom],
) -> None:
    """The children of a row: those given that exist or may, and a phantom for all others."""
    found: list[Row] = []
    gaps, more = kind.list_open, None
    if parent[PHANTOM]:
        gaps = parent[PHANTOM]
    else:
        given: Children | None = parent[ENTITY].children.get(kind.name)
        if given is not None:
            found = _given(parent, kind, given, as_of, tree)
            rows.extend(found)
            more = _more(given)
    parent[kind.place] = found
    if more == 0:
        return
    path = _path(parent, f"{kind.name}:?")
    if kind.shared:
        always = path if not parent[PATH] else None
        start = beginning(kind.beginnings, kind.phantoms[gaps], gaps, more, always)
        found.append(start)
        phantoms.append(Phantom(start, path, parent, kind.place, None))
    else:
        row = plain(kind.phantoms[gaps], parent, path, more)
        found.append(row)
        rows.append(row)


def _under(above: Phantom, kind: KindReader) -> Phantom:
    """The phantom below a phantom."""
    gaps = above.row[PHANTOM]
    path = f"{above.path}/{kind.name}:?"
    always = path if above.row[PATH] is not None else None
    start = beginning(kind.beginnings, kind.phantoms[gaps], gaps, None, always)
    found = Phantom(start, path, None, kind.place, above)
    above.below.append(found)
    return found


def _given(parent: Row, kind: KindReader, given: Children, as_of: date, tree: Tree) -> list[Row]:
    found = []
    for entity in given.items:
        exists = TRUE if kind.dated_by is None else _exists(entity, kind, as_of)
        if exists:
            row = kind.template.copy()
            row[PATH] = _path(parent, f"{entity.kind}:{entity.id}")
            row[PARENT], row[EXISTS], row[ENTITY] = parent, exists, entity
            row[THERE] = exists if parent[THERE] == TRUE else parent[THERE]
            fill(row, entity.facts, kind.facts, as_of, tree.absent)
            found.append(row)
    return found


def _path(parent: Row, step: str) -> str:
    return f"{parent[PATH]}/{step}" if parent[PATH] else step


def _more(given: Children) -> int | None:
    """How many children there may be besides those given: `None` for any number."""
    if given.count is not None:
        return max(0, given.count - len(given.items))
    return 0 if given.whole else None


def _exists(entity: Entity, kind: KindReader, as_of: date) -> int:
    """A dated child has happened by the end of the day of the decision."""
    fact = entity.facts.get(kind.dated_by or "")
    if fact is None or not isinstance(fact.value, DateSpan):
        return kind.dated_open
    low, high = fact.value.low, fact.value.high
    if high is not None and high <= as_of:
        return TRUE
    return kind.dated_open if low is None or low <= as_of else 0
