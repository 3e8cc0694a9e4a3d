"""Who has a part in a matter without leading it, and what the part is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fenji.jurisdiction.lead import Lead
from fenji.jurisdiction.level import body_for
from fenji.jurisdiction.matters import Had
from fenji.jurisdiction.saying import part_of
from fenji.jurisdiction.territory import Whereabouts
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.answer import Cooperator, Settled
from fenji.model.jurisdiction.edge import Edge, EdgeKind, Nature
from fenji.model.text import Text
from fenji.model.truth import Truth, all_of


def cooperators_of(view: View, where: Whereabouts, had: Had, lead: Lead) -> tuple[Cooperator, ...]:
    """Of one matter: departments with a concern in it, and weaker candidates for its lead."""
    found = (
        _made(view, where, had, edge, part_of(view.ready, edge), truth)
        for edge, truth in _parts(view, had, lead)
        if edge.to not in lead.leads
    )
    return once(found)


def _parts(view: View, had: Had, lead: Lead) -> Iterator[tuple[Edge, Truth]]:
    for part in had.ready.parts:
        truth = view.edge(part).truth
        if truth is not Truth.FALSE:
            yield part.edge, truth
    for candidate in lead.candidates:
        if candidate.truth is not Truth.FALSE and not _only_for_want_of_others(candidate.edge):
            yield candidate.edge, candidate.truth


def _only_for_want_of_others(edge: Edge) -> bool:
    """An edge that holds only where nobody else is named leaves nothing to do beside a lead."""
    return edge.kind is EdgeKind.FALLS_BACK_TO or edge.nature is Nature.RESIDUAL


def leads_of_others(view: View, where: Whereabouts, had: Had, lead: Lead) -> Iterator[Cooperator]:
    """The leads of a matter that is not ranked first: each is for that matter."""
    truth = Truth.TRUE if lead.settled is Settled.SETTLED else Truth.UNKNOWN
    for candidate in lead.by:
        yield _made(view, where, had, candidate.edge, had.ready.matter.title, truth)


def once(several: Iterable[Cooperator]) -> tuple[Cooperator, ...]:
    """One for each department and concern: the certain ones first, then by department."""
    found: dict[tuple[str, str], Cooperator] = {}
    for one in several:
        key = (one.department, one.concern.zh)
        if key not in found or (one.certain and not found[key].certain):
            found[key] = one
    return tuple(sorted(found.values(), key=lambda c: (not c.certain, c.department, c.edge)))


def _made(
    view: View, where: Whereabouts, had: Had, edge: Edge, concern: Text, truth: Truth
) -> Cooperator:
    provenance = edge.provenance
    return Cooperator(
        department=edge.to,
        title=view.ready.chart.departments[edge.to].title,
        matter=edge.of,
        concern=concern,
        edge=edge.id,
        certain=all_of((had.has, truth)) is Truth.TRUE,
        body=body_for(view, where, edge.to, edge.of),
        basis=provenance.basis,
        standing=provenance.standing,
        review=provenance.review,
    )
