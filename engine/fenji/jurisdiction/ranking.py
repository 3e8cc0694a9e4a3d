"""Which of a subject's matters is ranked first, in all possible worlds at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from fenji.jurisdiction.lead import Lead, lead_of
from fenji.jurisdiction.matters import Had, Held
from fenji.jurisdiction.outcome import NOBODY, Outcome, Outcomes, tied
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.principle import Rank, Ranking
from fenji.model.truth import Truth, all_of, any_of


@dataclass(frozen=True, slots=True)
class Ranked:
    """What the rankings give. `firsts` are the matters that may be ranked first, each with its lead,
    and `by` the steps that would rank them so.

    `asks_main`: which activity is the main one would tell apart matters that are ranked equal.
    """

    outcomes: Outcomes
    firsts: dict[str, Lead]
    by: dict[str, Ranking]
    asks_main: bool


@dataclass(slots=True)
class _Found:
    """What one step finds: outcomes, the matters behind them, and whether it finds any in all worlds."""

    outcomes: set[Outcome] = field(default_factory=set)
    firsts: dict[str, Lead] = field(default_factory=dict)
    ends: bool = False
    asks_main: bool = False


Leads = Callable[[str], Lead]


def ranked(view: View, held: Held) -> Ranked:
    """The matters that may be ranked first, and what comes out for the subject."""

    def lead(matter: str) -> Lead:
        return lead_of(view, view.ready.matters[matter])

    outcomes: set[Outcome] = set()
    firsts: dict[str, Lead] = {}
    by: dict[str, Ranking] = {}
    asks_main = False
    for step in view.ready.rankings:
        found = _step(step.by, view, held, lead)
        outcomes |= found.outcomes
        for id_, own in found.firsts.items():
            firsts.setdefault(id_, own)
            by.setdefault(id_, step)
        asks_main = asks_main or found.asks_main
        if found.ends:
            break
    else:
        outcomes.add(NOBODY)
    return Ranked(frozenset(outcomes), firsts, by, asks_main)


def _step(by: Rank, view: View, held: Held, lead: Leads) -> _Found:
    if by is Rank.HIGH_HAZARD_LICENCE:
        return _high_hazard(view, held, lead)
    if by is Rank.ANY:
        others = held.others.values()
        return _equals(_ids(others, Truth.TRUE), _ids(others, Truth.UNKNOWN), lead)
    if by is Rank.BESIDE:
        return _equals(held.certain(beside=True), held.possible(beside=True), lead)
    if by is Rank.MAIN_ACTIVITY and held.main:
        return _alone(held.main, lead)
    return _among(held.certain(), held.possible(), held, lead)


def _ids(several: Iterable[Had], has: Truth) -> frozenset[str]:
    return frozenset(had.ready.matter.id for had in several if had.has is has)


def _high_hazard(view: View, held: Held, lead: Leads) -> _Found:
    """Activities under a licence of high hazard: the main one among them, else their common lead."""
    certain: set[str] = set()
    possible: set[str] = set()
    for id_ in held.unnamed.union(held.activities):
        licences = view.ready.matters[id_].high_hazard
        if not licences:
            continue
        had = held.activities.get(id_)
        has = Truth.UNKNOWN if had is None else had.has
        truth = all_of((has, any_of(view.edge(ready).truth for ready in licences)))
        if truth is not Truth.FALSE:
            (certain if truth is Truth.TRUE else possible).add(id_)
    if held.main in certain:
        return _alone(held.main, lead)
    found = _among(frozenset(certain), frozenset(possible), held, lead)
    if held.main in possible:
        main = lead(held.main)
        found.outcomes |= main.outcomes
        found.firsts = {held.main: main} | found.firsts
    return found


def _alone(matter: str, lead: Leads) -> _Found:
    """One matter that is ranked first whatever else there is."""
    own = lead(matter)
    return _Found(set(own.outcomes), {matter: own}, ends=True)


def _among(certain: frozenset[str], possible: frozenset[str], held: Held, lead: Leads) -> _Found:
    """The same of activities: where the main one is not known, it is the one among them."""
    found = _equals(certain, possible, lead)
    if not held.main and len(found.firsts) > 1:
        for id_ in held.mains.intersection(found.firsts):
            found.outcomes |= found.firsts[id_].outcomes
        found.asks_main = True
    return found


def _equals(certain: frozenset[str], possible: frozenset[str], lead: Leads) -> _Found:
    """Matters between which the step does not choose: one alone leads, several have a common lead."""
    leads = {id_: lead(id_) for id_ in sorted(certain) + sorted(possible)}
    outcomes: set[Outcome] = set()
    sure = [leads[id_].outcomes for id_ in certain]
    if certain:
        outcomes |= tied(sure)
    else:
        for id_ in possible:
            outcomes |= leads[id_].outcomes
    if possible and len(leads) > 1:
        outcomes |= tied([*sure, *(leads[id_].outcomes for id_ in possible)])
    return _Found(outcomes, leads, ends=bool(certain))
