"""The lead of a matter: the principles gone through in their order, in all possible worlds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fenji.jurisdiction.candidates import Candidate, candidates_of
from fenji.jurisdiction.outcome import NOBODY, Outcome, Outcomes, departments, settled
from fenji.jurisdiction.ready import NO_RUNG, ReadyMatter
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.answer import Settled
from fenji.model.reason import Gap
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads a matter, or can. `by` are the edges by which they would, the strongest first.

    `rung` is the place of the principle that decides, where one alone does. `gaps` are the facts that
    decide what is open, those of the strongest principle first.
    """

    settled: Settled
    outcomes: Outcomes
    leads: tuple[str, ...]
    rung: int
    by: tuple[Candidate, ...]
    gaps: tuple[Gap, ...]
    candidates: tuple[Candidate, ...]


def lead_of(view: View, matter: ReadyMatter) -> Lead:
    """Who leads the matter where the subject has it."""
    key = ("lead", matter.matter.id, view.conditional(matter))
    found: Lead | None = view.ready.remembered.get(key)
    if found is None:
        found = view.ready.remembered[key] = decided(candidates_of(view, matter))
    return found


def decided(candidates: tuple[Candidate, ...]) -> Lead:
    """The lead among candidates that come in the order of their rungs."""
    outcomes: set[Outcome] = set()
    by: list[Candidate] = []
    gaps: dict[Gap, None] = {}
    rungs: list[int] = []
    open_ = [c for c in candidates if c.truth is not Truth.FALSE and c.rung != NO_RUNG]
    for rung, group in groupby(open_, key=lambda candidate: candidate.rung):
        standing = list(group)
        certain = frozenset(c.edge.to for c in standing if c.truth is Truth.TRUE)
        possible = frozenset(c.edge.to for c in standing) - certain
        outcomes |= _at(certain, possible)
        by += standing
        rungs.append(rung)
        gaps.update(dict.fromkeys(_gaps_of(standing, certain)))
        if certain:
            break
    else:
        outcomes.add(NOBODY)
    found = frozenset(outcomes)
    how = settled(found)
    return Lead(
        settled=how,
        outcomes=found,
        leads=departments(found),
        rung=_rung(how, rungs),
        by=_of_the_outcome(how, by),
        gaps=tuple(gaps) if how is Settled.WAITS else (),
        candidates=candidates,
    )


def _at(certain: frozenset[str], possible: frozenset[str]) -> set[Outcome]:
    """What can come out at one principle, given that it finds anybody."""
    every = certain | possible
    if certain:
        return {certain, every}
    alone = {frozenset({department}) for department in possible}
    return alone | {every}


def _gaps_of(standing: Sequence[Candidate], certain: frozenset[str]) -> list[Gap]:
    """The facts that decide at one principle: what most edges wait for goes first."""
    waiting: dict[Gap, int] = {}
    for candidate in standing:
        if candidate.edge.to not in certain:
            for gap in candidate.gaps:
                waiting[gap] = waiting.get(gap, 0) + 1
    return sorted(waiting, key=lambda gap: (-waiting[gap], gap.entity, gap.is_list, gap.name))


def _rung(how: Settled, rungs: list[int]) -> int:
    """The last principle reached is the one that decides, since those above it may find nobody."""
    return rungs[-1] if how in (Settled.SETTLED, Settled.UNDETERMINED) and rungs else NO_RUNG


def _of_the_outcome(how: Settled, by: list[Candidate]) -> tuple[Candidate, ...]:
    """The edges by which departments lead, one for each; where that is settled the certain one."""
    if how in (Settled.SETTLED, Settled.UNDETERMINED):
        by = sorted(by, key=lambda c: c.truth is not Truth.TRUE)
    first: dict[str, Candidate] = {}
    for candidate in by:
        first.setdefault(candidate.edge.to, candidate)
    return tuple(first.values())
