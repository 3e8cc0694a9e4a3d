"""Chains, one answer a link, and the blind spots that the rules declare, one answer a matter."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.jurisdiction.analysis.report import ChainLink, DeclaredBlindSpot
from fenji.jurisdiction.analysis.walk import Walked
from fenji.jurisdiction.ready import ReadyChart

LINKS = ("produce", "store", "transport", "use", "dispose")
"""The links of a chain in their order."""


def chains(walked: Iterable[Walked]) -> tuple[ChainLink, ...]:
    """Every matter that is a link of a chain, wherever it is done, in the order of the links."""
    found = [
        ChainLink(
            one.ready.matter.chain,
            one.ready.matter.link,
            one.ready.matter.id,
            one.lead.settled,
            one.lead.leads,
            tuple(sorted(edge.edge.to for edge in one.ready.next)),
        )
        for one in walked
        if one.ready.matter.chain and not one.place
    ]
    return tuple(sorted(found, key=lambda one: (one.chain, _order(one.link), one.matter)))


def _order(link: str) -> int:
    return LINKS.index(link) if link in LINKS else len(LINKS)


def declared_blind_spots(
    ready: ReadyChart, walked: Iterable[Walked]
) -> tuple[DeclaredBlindSpot, ...]:
    """The blind spots of the rules with what the chart answers, wherever it is."""
    leads = {one.ready.matter.id: one.lead for one in walked if not one.place}
    return tuple(
        DeclaredBlindSpot(
            spot.id,
            spot.title,
            spot.open,
            spot.clauses,
            tuple((id_, leads[id_].settled, leads[id_].leads) for id_ in spot.matters),
        )
        for spot in sorted(ready.chart.blind_spots, key=lambda spot: spot.id)
    )
