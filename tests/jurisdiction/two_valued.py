"""Who leads a subject of which everything is known, worked out as the language page says it: plainly."""

from __future__ import annotations

from fenji.jurisdiction.codes import named_by_code
from fenji.jurisdiction.ready import ready_chart
from fenji.model.jurisdiction.edge import Edge, EdgeKind
from fenji.model.jurisdiction.principle import Rank
from fenji.model.release import Release
from tests.jurisdiction.charts import AS_OF, PRINCIPLES, RANKINGS
from tests.jurisdiction.drawn import PLACES, Known, meets, shown

Leads = frozenset[str]


def lead_of(release: Release, matter: str, flags: dict[str, bool | None]) -> Leads:
    """The department that leads a matter, or several equals, or nobody."""
    edges = [e for e in release.chart.edges if e.of == matter and meets(e.when, flags)]
    whole = [e for e in edges if e.concern is None]
    out = {e.to for e in whole if e.kind is EdgeKind.EXCLUDES}
    for principle in PRINCIPLES:
        found = {e.to for e in whole if e.to not in out and _finds(principle.id, e)}
        if found:
            return frozenset(found)
    return frozenset()


def _finds(principle: str, edge: Edge) -> bool:
    word = {"special": "duty", "fallback": "falls_back_to", "residual": "trade"}
    kind = word.get(principle, principle)
    if edge.kind.value != kind:
        return False
    if principle in ("special", "residual"):
        return edge.nature.value == principle
    return principle != "trade" or edge.nature.value == "ordinary"


def subject_lead(release: Release, complete: Known) -> Leads:
    """The subject's lead, or several that nothing tells apart, or nobody."""
    assert complete.activities is not None
    had = complete.activities | shown(release.chart, complete.flags)
    main = complete.main or _by_code(release, complete, had)
    for ranking in RANKINGS:
        if ranking.by is Rank.HIGH_HAZARD_LICENCE:
            several = {m for m in had if _high_hazard(release, m)}
        elif ranking.by is Rank.ANY:
            several = {m for m in PLACES if _has(release, m, complete)}
        else:
            several = set(had)
        if main in several:
            several = {main}
        if several:
            leads = {lead_of(release, m, complete.flags) for m in several}
            return frozenset().union(*leads)
    return frozenset()


def _high_hazard(release: Release, matter: str) -> bool:
    licences = release.chart.licences.values()
    return any(one.high_hazard and matter in one.for_ for one in licences)


def _has(release: Release, matter: str, complete: Known) -> bool:
    when = release.chart.matters[matter].when
    return when is not None and meets(when, complete.flags)


def _by_code(release: Release, complete: Known, had: frozenset[str]) -> str:
    fits = named_by_code(ready_chart(release, AS_OF), complete.code or "").activities & had
    return next(iter(fits)) if len(fits) == 1 else ""
