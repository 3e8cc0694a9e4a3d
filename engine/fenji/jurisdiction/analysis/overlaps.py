"""Overlaps: several departments equal at the principle that decides, with the edges that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fenji.jurisdiction.analysis.everywhere import in_places
from fenji.jurisdiction.analysis.report import NobodyNamed, Overlap, Waiting
from fenji.jurisdiction.analysis.walk import Case, Walked
from fenji.jurisdiction.lead import Lead
from fenji.jurisdiction.ready import ReadyChart
from fenji.model.jurisdiction.answer import Settled
from fenji.model.truth import Truth


def overlaps(ready: ReadyChart, walked: Iterable[Walked]) -> tuple[Overlap, ...]:
    """Each matter in which departments are equals, whatever else holds or under the facts named."""
    found = (
        (_overlap(ready, one, case), one.place)
        for one in walked
        for case in one.cases
        if case.lead.settled is Settled.UNDETERMINED
    )
    return in_places(ready, found, lambda overlap: (overlap.matter, str(overlap.given)))


def _overlap(ready: ReadyChart, one: Walked, case: Case) -> Overlap:
    lead = case.lead
    return Overlap(
        one.ready.matter.id,
        one.ready.matter.title,
        ready.principles[lead.rung].id,
        lead.leads,
        equal_edges(lead),
        case.given,
        (),
    )


def equal_edges(lead: Lead) -> tuple[str, ...]:
    """All edges at the principle that decides, of every department that it finds."""
    return tuple(
        candidate.edge.id
        for candidate in lead.candidates
        if candidate.rung == lead.rung and candidate.truth is not Truth.FALSE
    )


def nobody_named(ready: ReadyChart, walked: Iterable[Walked]) -> tuple[NobodyNamed, ...]:
    """Each matter for which nobody is named, whatever else holds or under the facts named."""
    found = (
        (NobodyNamed(one.ready.matter.id, one.ready.matter.title, case.given, ()), one.place)
        for one in walked
        for case in one.cases
        if case.lead.settled is Settled.UNASSIGNED
    )
    return in_places(ready, found, lambda spot: (spot.matter, str(spot.given)))


def waiting(ready: ReadyChart, walked: Iterable[Walked]) -> tuple[Waiting, ...]:
    """Each matter whose lead hangs on facts, with who leads in which case."""
    return in_places(ready, _waiting(walked), lambda one: (one.matter, str(one.leads)))


def _waiting(walked: Iterable[Walked]) -> Iterator[tuple[Waiting, str]]:
    for one in walked:
        if one.lead.settled is Settled.WAITS:
            matter = one.ready.matter
            cases = tuple((case.given, case.lead.settled, case.lead.leads) for case in one.cases)
            found = Waiting(matter.id, matter.title, one.lead.leads, one.lead.gaps, cases, ())
            yield found, one.place
