"""What the rules know of already: gaps declared as blind spots, editions that another replaced."""

from __future__ import annotations

from datetime import date

from fenji.jurisdiction.analysis.report import Analysis, Lapsed
from fenji.model.jurisdiction.blind_spot import BlindSpot
from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.edge import Edge
from fenji.model.release import Release
from fenji.model.truth import Truth


def known_open(chart: Chart, matter: str) -> BlindSpot | None:
    """The blind spot that says what the documents leave open in this matter."""
    return next((s for s in chart.blind_spots if matter in s.matters and s.open.zh), None)


def carried_on(release: Release, lapsed: Lapsed, as_of: date) -> Edge | None:
    """For an edge that ended: another in force from the same matter to the same department."""
    edges = {edge.id: edge for edge in release.chart.edges}
    old = edges.get(lapsed.what)
    if old is None:
        return None
    laws = dict(release.instruments)
    for edge in release.chart.edges:
        same = (edge.of, edge.to) == (old.of, old.to) and edge.id != old.id
        if same and edge.provenance.in_force(as_of, laws) is not Truth.FALSE:
            return edge
    return None


def is_clean(release: Release, found: Analysis) -> bool:
    """Whether there is nothing but what the rules know of: no overlap or gap outside a blind spot, no
    cycle, no department that nothing names, nothing lapsed that nothing carries on."""
    chart = release.chart
    open_ = {*(one.matter for one in found.overlaps), *(one.matter for one in found.nobody)}
    return not (
        any(known_open(chart, matter) is None for matter in open_)
        or found.cycles
        or found.unreachable
        or any(
            not one.stands and carried_on(release, one, found.as_of) is None for one in found.lapsed
        )
    )
