"""The order of the work: stages, in each of which pieces of one kind are worked out row by row.

What is read of children must be there in all of them before, what is read of an ancestor in it. So
one kind may take several stages. Conditions that one piece alone uses are moved into it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from fenji.evaluation.compiled.work import Piece, Ref, Work

MOVABLE = ("condition", "definition")


@dataclass
class Stage:
    """Pieces of one kind in an order in which each finds what it uses."""

    kind: str
    pieces: list[Piece] = field(default_factory=list)


@dataclass
class Plan:
    """The stages, what was moved into its only user, and what each piece uses then."""

    stages: list[Stage]
    moved: dict[str, Piece]
    uses: dict[Ref, set[Ref]]


def plan(work: Work, wanted: list[Ref]) -> Plan:
    """The order of all that is wanted. Raises ValueError where something hangs on itself."""
    needed = _needed(work, wanted)
    moved = _moved(work, needed)
    uses = {ref: _uses(work, ref, moved) for ref in needed if ref not in moved}
    names = {work.pieces[ref].name: work.pieces[ref] for ref in moved}
    return Plan(_stages(work, uses), names, uses)


def _needed(work: Work, wanted: list[Ref]) -> set[Ref]:
    needed: set[Ref] = set()
    waiting = list(wanted)
    while waiting:
        ref = waiting.pop()
        if ref not in needed:
            needed.add(ref)
            waiting.extend(work.pieces[ref].uses)
    return needed


def _moved(work: Work, needed: set[Ref]) -> set[Ref]:
    """The conditions that are used once, by a piece of the same kind, and kept for nobody else."""
    users: dict[Ref, list[Ref]] = {}
    for ref in needed:
        for used in work.pieces[ref].uses:
            users.setdefault(used, []).append(ref)
    return {
        ref
        for ref, several in users.items()
        if ref.what in MOVABLE
        and len(several) == 1
        and several[0].kind == ref.kind
        and work.pieces[ref].name not in work.slots
    }


def _uses(work: Work, ref: Ref, moved: set[Ref]) -> set[Ref]:
    found: set[Ref] = set()
    for used in work.pieces[ref].uses:
        if used in moved:
            found |= _uses(work, used, moved)
        else:
            found.add(used)
    return found


def _stages(work: Work, uses: dict[Ref, set[Ref]]) -> list[Stage]:
    """Kinds of which all that is left can be worked out go first; else the one nearest the subject.

    That is what most others wait for; so most kinds need but one stage.
    """
    depth = {kind: len(work.prepared.release.lineage(kind)) for kind in work.templates}
    left: dict[str, dict[Ref, set[Ref]]] = {}
    for ref, used in uses.items():
        left.setdefault(ref.kind, {})[ref] = used
    done: set[Ref] = set()
    stages: list[Stage] = []
    while left:
        possible = {kind: _ready(work, mine, done) for kind, mine in left.items()}
        some = [kind for kind, ready in possible.items() if ready]
        if not some:
            hanging = sorted(str(ref) for mine in left.values() for ref in mine)
            raise ValueError(f"these hang on each other: {hanging[:3]}")
        kind = min(some, key=lambda k: (len(possible[k]) < len(left[k]), depth[k], k))
        stages.append(Stage(kind, [work.pieces[ref] for ref in possible[kind]]))
        done.update(possible[kind])
        left[kind] = {r: used for r, used in left[kind].items() if r not in done}
        if not left[kind]:
            del left[kind]
    return stages


def _ready(work: Work, mine: dict[Ref, set[Ref]], before: set[Ref]) -> list[Ref]:
    """The pieces of one kind that can be worked out now, in an order that serves them.

    `found` grows while it is gone through.
    """
    waiting = {
        ref: {used for used in several if used not in before} for ref, several in mine.items()
    }
    users: dict[Ref, list[Ref]] = {}
    for ref, several in waiting.items():
        for used in several:
            users.setdefault(used, []).append(ref)
    found = [ref for ref, several in waiting.items() if not several]
    for ref in found:
        for user in users.get(ref, ()):
            if (user, ref) in work.across:
                continue  # it must be there in all rows before
            waiting[user].discard(ref)
            if not waiting[user]:
                found.append(user)
    return found
