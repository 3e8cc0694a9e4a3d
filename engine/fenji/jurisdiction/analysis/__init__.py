"""The chart gone through as a whole: where it overlaps, leaves a gap, goes round or has lapsed."""

from __future__ import annotations

from datetime import date

from fenji.jurisdiction.analysis.chains import chains, declared_blind_spots
from fenji.jurisdiction.analysis.lapsed import lapsed
from fenji.jurisdiction.analysis.overlaps import nobody_named, overlaps, waiting
from fenji.jurisdiction.analysis.report import Analysis
from fenji.jurisdiction.analysis.shape import cycles, missing_bodies, unreachable
from fenji.jurisdiction.analysis.walk import walk
from fenji.jurisdiction.ready import ready_chart
from fenji.model.jurisdiction.answer import Settled
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.release import Release


def analyse(release: Release, as_of: date) -> Analysis:
    """Every matter in every place, and the shape of the graph, on that day."""
    ready = ready_chart(release, as_of)
    walked = walk(ready)
    activities = [one for one in walked if one.ready.matter.kind is MatterKind.ACTIVITY]
    equal = {
        one.ready.matter.id
        for one in activities
        for case in one.cases
        if case.lead.settled is Settled.UNDETERMINED
    }
    return Analysis(
        as_of=as_of,
        walked=len(walked),
        activities=len(ready.activities),
        undetermined=tuple(sorted(equal)),
        overlaps=overlaps(ready, walked),
        nobody=nobody_named(ready, walked),
        waiting=waiting(ready, walked),
        cycles=cycles(ready),
        unreachable=unreachable(ready),
        lapsed=lapsed(ready),
        no_body=missing_bodies(ready, walked),
        chains=chains(walked),
        blind_spots=declared_blind_spots(ready, walked),
    )


__all__ = ["Analysis", "analyse"]
