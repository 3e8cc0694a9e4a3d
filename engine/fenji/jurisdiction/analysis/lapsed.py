"""What rests on an instrument that has ended: edges, licences, principles, rankings and level rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fenji.jurisdiction.analysis.report import Lapsed
from fenji.jurisdiction.ready import ReadyChart
from fenji.model.dates import has_begun
from fenji.model.jurisdiction.edge import Edge
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.principle import Principle, Ranking
from fenji.model.law import Instrument, Provenance
from fenji.model.truth import Truth


def lapsed(ready: ReadyChart) -> tuple[Lapsed, ...]:
    """Each thing with each instrument of its basis that began and has ended by the day."""
    laws = dict(ready.release.instruments)
    found = []
    for what, provenance in _resting(ready):
        stands = provenance.in_force(ready.as_of, laws) is not Truth.FALSE
        for basis in provenance.basis:
            law = laws[basis.instrument]
            if _ended(law, ready.as_of, laws):
                found.append(Lapsed(what, law.id, law.replaced_by or "", stands))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.what, one.instrument)))


def _resting(ready: ReadyChart) -> Iterator[tuple[str, Provenance]]:
    chart = ready.chart
    several: tuple[Edge | Principle | Ranking | LevelRule, ...]
    several = (*chart.edges, *chart.principles, *chart.rankings, *chart.levels)
    return ((one.id, one.provenance) for one in several)


def _ended(law: Instrument, as_of: date, laws: dict[str, Instrument]) -> bool:
    force = law.in_force(as_of, laws.get(law.replaced_by or ""))
    return force is Truth.FALSE and has_begun(law.from_, as_of) is Truth.TRUE
