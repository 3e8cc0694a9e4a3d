"""What can come out when a lead is sought: in each possible world one department, several, nobody."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.model.jurisdiction.answer import Settled

Outcome = frozenset[str]
"""In one world: the department that leads; several where they are equals; none where nobody is named."""

Outcomes = frozenset[Outcome]
"""All that could come out. It may hold more than can, never less."""

NOBODY: Outcome = frozenset()


def settled(outcomes: Outcomes) -> Settled:
    """How far a question is settled whose answer is one of these."""
    if len(outcomes) == 1:
        (only,) = outcomes
        if len(only) == 1:
            return Settled.SETTLED
        return Settled.UNDETERMINED if only else Settled.UNASSIGNED
    equal = all(len(outcome) > 1 for outcome in outcomes)
    return Settled.UNDETERMINED if equal else Settled.WAITS


def departments(outcomes: Outcomes) -> tuple[str, ...]:
    """Every department that is part of any, by id."""
    return tuple(sorted(frozenset().union(*outcomes)))


MOST = 64
"""Beyond so many combinations they are taken together."""


def tied(several: Iterable[Outcomes]) -> Outcomes:
    """What comes out where matters rank equal: their common lead, else all of their leads as equals."""
    found: frozenset[Outcome] = frozenset({NOBODY})
    for outcomes in several:
        found = frozenset(one | other for one in found for other in outcomes)
        if len(found) > MOST:
            every = frozenset().union(*found)
            found = frozenset({every, NOBODY, *(frozenset({one}) for one in every)})
    return found
