"""The entities of one submission by their places in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fenji.model.submission import Entity, Fact

Steps = tuple[tuple[str, int], ...]
"""From the root down: the kind of children, and which of them."""


def everyone(
    entity: Entity, steps: Steps = (), path: str = ""
) -> Iterator[tuple[Steps, str, Entity]]:
    """Each entity with its steps and its path (`hazard_unit:store-2/substance:#1`), the root first."""
    yield steps, path, entity
    for kind, children in entity.children.items():
        for position, child in enumerate(children.items):
            below = f"{path}/{kind}:{child.id}" if path else f"{kind}:{child.id}"
            yield from everyone(child, (*steps, (kind, position)), below)


def with_fact(entity: Entity, steps: Steps, name: str, fact: Fact) -> Entity:
    """The same tree, where the entity at those steps has that fact too."""
    if not steps:
        return replace(entity, facts={**entity.facts, name: fact})
    (kind, position), *rest = steps
    children = entity.children[kind]
    items = list(children.items)
    items[position] = with_fact(items[position], tuple(rest), name, fact)
    changed = replace(children, items=tuple(items))
    return replace(entity, children={**entity.children, kind: changed})
