"""Phantoms: what a list may hold besides. Most subjects leave most lists out, so they are shared.

As in `world`, a phantom stands at the end of a list that was not given, or is not whole. Nothing is
known of it, so what is worked out of it hangs only on what it reads of its ancestors and children.
Its row is therefore a *state* that all subjects share: each stage leads from one state to the next
one by what it reads, and is run only where nobody read the same before.
"""

from __future__ import annotations

from typing import Any

from fenji.evaluation.compiled.row import (
    MORE,
    NEXT,
    PARENT,
    PATH,
    RULES,
    VALUES,
    Row,
)
from fenji.evaluation.compiled.run import Run

REMEMBERED = 4096
"""So many states are remembered after each stage; others are worked out each time."""


class Phantom:
    """A phantom of one subject, in its present state.

    It stands at the end of a list of `parent`, or below the phantom `above`; `place` is where the
    list stands.
    """

    __slots__ = ("above", "below", "parent", "path", "place", "row")

    def __init__(
        self, row: Row, path: str, parent: Row | None, place: int, above: Phantom | None
    ) -> None:
        self.row = row
        self.path = path
        self.parent = parent
        self.place = place
        self.above = above
        self.below: list[Phantom] = []


def plain(template: Row, parent: Row, path: str, more: int | None) -> Row:
    """A phantom that is a row like any other."""
    row = template.copy()
    row[PATH], row[PARENT], row[MORE] = path, parent, more
    return row


def beginning(
    known: dict[tuple[Any, ...], Row],
    template: Row,
    gaps: int,
    more: int | None,
    path: str | None,
) -> Row:
    """The state before anything is worked out. `path` is `None` where it differs by subject."""
    found = known.get((gaps, more, path))
    if found is None:
        found = template.copy()
        found[PATH], found[MORE], found[NEXT], found[RULES], found[VALUES] = path, more, {}, {}, {}
        if len(known) < REMEMBERED:
            known[gaps, more, path] = found
    return found


def advance(phantom: Phantom, stage: Run) -> None:
    """Lead a phantom to its state after a stage."""
    key = () if stage.reads is None else stage.reads(_above(phantom))
    if stage.of_children:
        key = (*key, *[id(child.row) for child in phantom.below])
    before = phantom.row
    after = before[NEXT].get(key)
    if after is None:
        after = _next(phantom, stage)
        if stage.states < REMEMBERED:
            stage.states += 1
            before[NEXT][key] = after
    phantom.row = after
    if phantom.parent is not None:
        phantom.parent[phantom.place][-1] = after


def _above(phantom: Phantom) -> list[Row]:
    """The rows of its ancestors as they are now, the nearest first."""
    found: list[Row] = []
    while phantom.above is not None:
        phantom = phantom.above
        found.append(phantom.row)
    row = phantom.parent
    while row is not None:
        found.append(row)
        row = row[PARENT]
    return found


def _next(phantom: Phantom, stage: Run) -> Row:
    before = phantom.row
    after = before.copy()
    after[PARENT] = _standing(phantom)
    for child in phantom.below:
        after[child.place] = [child.row]
    rules: dict[Any, Any] = {}
    values: dict[Any, Any] = {}
    stage.function([after], None, {}, None, rules, values)
    after[PARENT] = None  # a state outlives the subject
    after[NEXT] = {}
    after[RULES] = {**before[RULES], **rules}
    after[VALUES] = {**before[VALUES], **values}
    return after


def _standing(phantom: Phantom) -> Row:
    """The row above it, in its place below the subject; of a state, a copy that may have one."""
    if phantom.above is None:
        assert phantom.parent is not None
        return phantom.parent
    row = phantom.above.row.copy()
    row[PARENT] = _standing(phantom.above)
    return row


def give_out(phantom: Phantom, rules: dict[Any, Any], values: dict[Any, Any]) -> None:
    """What was given out of it in all stages, under its path."""
    row = phantom.row
    if row[PATH] is not None:
        rules.update(row[RULES])
        values.update(row[VALUES])
        return
    path = phantom.path
    for (_, rule), given in row[RULES].items():
        rules[path, rule] = given
    for (_, name), answered in row[VALUES].items():
        values[path, name] = answered
