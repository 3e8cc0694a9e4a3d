"""Who could have led a matter, and why each does not: every department once."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.jurisdiction import saying
from fenji.jurisdiction.candidates import Candidate
from fenji.jurisdiction.lead import Lead
from fenji.jurisdiction.ready import NO_RUNG, ReadyChart, ReadyMatter
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.answer import Rejected, Settled
from fenji.model.jurisdiction.edge import Edge
from fenji.model.text import Text
from fenji.model.truth import Truth


def rejected_of(view: View, matter: ReadyMatter, lead: Lead) -> tuple[Rejected, ...]:
    """The departments that some edge joins to the matter and that cannot lead it."""
    known: dict[str, Rejected] = {}
    for edge, why in _reasons(view, matter, lead):
        if edge.to not in lead.leads and edge.to not in known:
            title = view.ready.chart.departments[edge.to].title
            known[edge.to] = Rejected(edge.to, title, matter.matter.id, edge.id, why)
    return tuple(known.values())


def _reasons(view: View, matter: ReadyMatter, lead: Lead) -> Iterator[tuple[Edge, Text]]:
    """Edges with what speaks against them, the most telling first."""
    ready = view.ready
    for candidate in lead.candidates:
        if candidate.stands is not Truth.FALSE:
            yield candidate.edge, _why(ready, candidate, lead)
    for candidate in lead.candidates:
        if candidate.stands is Truth.FALSE:
            yield candidate.edge, saying.NOT_MET
    for part in matter.parts:
        if part.edge.concern is not None and view.edge(part).truth is not Truth.FALSE:
            yield part.edge, saying.part_only(part.edge.concern)


def _why(ready: ReadyChart, candidate: Candidate, lead: Lead) -> Text:
    if candidate.truth is Truth.FALSE:
        return saying.excluded(ready, candidate.excluded_by[0])
    if lead.rung == NO_RUNG:
        return NO_PRINCIPLE
    if lead.settled is Settled.SETTLED:
        return saying.weaker(ready, lead.leads[0], lead.rung, candidate.rung)
    return saying.weaker_than_open(ready, lead.rung, candidate.rung)


NO_PRINCIPLE = Text(
    "没有哪项原则以这种关系定牵头部门", "no principle makes a department lead by what joins it"
)
