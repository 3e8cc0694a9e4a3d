"""What a condition asks for without saying so: the facts it reads have to apply."""

from __future__ import annotations

from collections.abc import Callable

from fenji.checks.walking import conjuncts, nodes
from fenji.model.condition import All, Any, Compare, Condition
from fenji.model.expression import Name, Stratum
from fenji.model.release import Release

Needed = frozenset[Condition]


def implied_in(release: Release) -> Callable[[Condition, Condition], bool]:
    """Whether, in that release, a second condition cannot hold unless the first does."""
    return lambda part, rest: part in needed(release, rest)


def needed(release: Release, condition: Condition) -> Needed:
    """Conditions without which this one is false: its own parts, and what its facts need to apply."""
    if isinstance(condition, All):
        return frozenset().union(*(needed(release, part) for part in condition.of))
    if isinstance(condition, Any):
        several = [needed(release, part) for part in condition.of]
        return several[0].intersection(*several[1:]) if several else frozenset()
    if not isinstance(condition, Compare):
        return frozenset({condition})
    found: set[Condition] = {condition}
    for node in nodes((condition.left, condition.right)):
        if isinstance(node, Name) and node.stratum is Stratum.FACT:
            gate = release.facts[node.entity][node.name].applies_when
            for part in conjuncts(gate):
                found |= needed(release, part)
    return frozenset(found)
