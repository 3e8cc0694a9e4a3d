"""The chart as it stands on a day: what is in force, found by the matter that it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.edge import Edge, EdgeKind, Nature
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.matter import Matter, MatterKind
from fenji.model.jurisdiction.principle import Principle, Ranking
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Instrument, Provenance
from fenji.model.release import Release
from fenji.model.text import Text
from fenji.model.truth import Truth

NO_RUNG = -1
"""The rung of an edge that no principle finds."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadyEdge:
    """An edge that stands or may stand. `rung` is the place of the first principle that finds it."""

    edge: Edge
    in_force: Truth
    rung: int


@dataclass(frozen=True, slots=True, eq=False)
class ReadyLevel:
    """A level rule that is or may be in force."""

    rule: LevelRule
    in_force: Truth


@dataclass(frozen=True, slots=True, eq=False)
class ReadyMatter:
    """A matter with the edges that leave it, each group in the order of rungs and ids.

    `whole` compete for the lead, `parts` speak of a part only, `excludes` take departments out,
    `next` are the matters to which it hands over. `high_hazard` are those of its licence edges,
    `conditional` all those that hang on facts; `levels` are the level rules that speak of it.
    """

    matter: Matter
    whole: tuple[ReadyEdge, ...]
    parts: tuple[ReadyEdge, ...]
    excludes: tuple[ReadyEdge, ...]
    next: tuple[ReadyEdge, ...]
    high_hazard: tuple[ReadyEdge, ...]
    conditional: tuple[ReadyEdge, ...]
    levels: tuple[ReadyLevel, ...]

    @property
    def edges(self) -> tuple[ReadyEdge, ...]:
        """All of them."""
        return (*self.whole, *self.parts, *self.excludes, *self.next)


@dataclass(frozen=True, slots=True, eq=False)
class ReadyChart:
    """What answers read of a chart on a day.

    `activities` are the ids of those matters, `beside` those of them that only say what a place is
    like, `shown` those that facts can show, `others` the matters that are no activities.
    `principles` are those that find somebody, `settles` says how a question is settled that they
    leave open. `remembered` holds what is the same for every subject.
    """

    release: Release
    as_of: date
    chart: Chart
    matters: Mapping[str, ReadyMatter]
    activities: frozenset[str]
    beside: frozenset[str]
    shown: tuple[ReadyMatter, ...]
    others: tuple[ReadyMatter, ...]
    principles: tuple[Principle, ...]
    settles: Text
    rankings: tuple[Ranking, ...]
    levels: tuple[ReadyLevel, ...]
    codes: tuple[tuple[str, str, bool], ...]
    city: str
    remembered: dict[Any, Any] = field(default_factory=dict)


@lru_cache(maxsize=32)
def ready_chart(release: Release, as_of: date) -> ReadyChart:
    """The chart of a release on that day. Remembered: many subjects are judged under one."""
    chart = release.chart
    laws = dict(release.instruments)

    def stands(provenance: Provenance) -> bool:
        return provenance.in_force(as_of, laws) is not Truth.FALSE

    principles = [p for p in _ordered(chart.principles) if stands(p.provenance)]
    finding = tuple(p for p in principles if p.kind is not None)
    edges = _edges_of(chart, finding, as_of, laws)
    levels = [ReadyLevel(r, r.provenance.in_force(as_of, laws)) for r in _ordered(chart.levels)]
    levels = [level for level in levels if level.in_force is not Truth.FALSE]
    matters = {
        id_: _ready_matter(chart, chart.matters[id_], edges, levels)
        for id_ in sorted(chart.matters)
    }
    activities = [m for m in matters.values() if m.matter.kind is MatterKind.ACTIVITY]
    return ReadyChart(
        release=release,
        as_of=as_of,
        chart=chart,
        matters=matters,
        activities=frozenset(m.matter.id for m in activities),
        beside=frozenset(m.matter.id for m in activities if m.matter.beside),
        shown=tuple(m for m in activities if m.matter.when is not None),
        others=tuple(m for m in matters.values() if m not in activities),
        principles=finding,
        settles=_settles(p for p in principles if p.kind is None),
        rankings=tuple(r for r in _ordered(chart.rankings) if stands(r.provenance)),
        levels=tuple(levels),
        codes=_codes(chart),
        city=_city(chart),
    )


def _ordered(several: Iterable[Any]) -> list[Any]:
    return sorted(several, key=lambda one: (one.order, one.id))


def _edges_of(
    chart: Chart, principles: tuple[Principle, ...], as_of: date, laws: dict[str, Instrument]
) -> Mapping[str, list[ReadyEdge]]:
    rungs = {
        (kind, nature): _rung(principles, kind, nature) for kind in EdgeKind for nature in Nature
    }
    found: dict[str, list[ReadyEdge]] = defaultdict(list)
    for edge in sorted(chart.edges, key=lambda edge: edge.id):
        force = edge.provenance.in_force(as_of, laws)
        if force is not Truth.FALSE:
            found[edge.of].append(ReadyEdge(edge, force, rungs[edge.kind, edge.nature]))
    return found


def _rung(principles: tuple[Principle, ...], kind: EdgeKind, nature: Nature) -> int:
    for rung, principle in enumerate(principles):
        if principle.kind is kind and principle.nature in (None, nature):
            return rung
    return NO_RUNG


ASIDE = (EdgeKind.EXCLUDES, EdgeKind.HANDS_OVER, EdgeKind.DELEGATES)
"""The kinds of edges that never make a department a candidate."""


def _ready_matter(
    chart: Chart,
    matter: Matter,
    edges: Mapping[str, list[ReadyEdge]],
    levels: Iterable[ReadyLevel],
) -> ReadyMatter:
    own = edges.get(matter.id, [])
    joining = [ready for ready in own if ready.edge.kind not in ASIDE]
    whole = [ready for ready in joining if ready.edge.concern is None]
    departments = frozenset(ready.edge.to for ready in joining)
    return ReadyMatter(
        matter,
        tuple(sorted(whole, key=lambda ready: (ready.rung < 0, ready.rung, ready.edge.id))),
        tuple(ready for ready in joining if ready.edge.concern is not None),
        tuple(r for r in own if r.edge.kind is EdgeKind.EXCLUDES and r.edge.concern is None),
        tuple(r for r in own if r.edge.kind is EdgeKind.HANDS_OVER),
        tuple(r for r in whole if r.edge.licence and chart.licences[r.edge.licence].high_hazard),
        tuple(ready for ready in own if ready.edge.when is not None),
        tuple(level for level in levels if _speaks(level.rule, matter.id, departments)),
    )


def _speaks(rule: LevelRule, matter: str, departments: frozenset[str]) -> bool:
    """Whether a level rule speaks of a matter and of one of these departments; none named means all."""
    of_matter = not rule.matters or matter in rule.matters
    return of_matter and (not rule.departments or not departments.isdisjoint(rule.departments))


def _settles(principles: Iterable[Principle]) -> Text:
    """What the principles without a kind say, one after another."""
    several = [principle.settles for principle in principles]
    return Text("；".join(t.zh for t in several), "; ".join(t.en for t in several))


def _codes(chart: Chart) -> tuple[tuple[str, str, bool], ...]:
    """Prefix of GB/T 4754, matter, whether ambiguous; the longest first."""
    found = [
        (code.prefix, matter.id, code.ambiguous)
        for matter in chart.matters.values()
        for code in matter.codes
    ]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))


def _city(chart: Chart) -> str:
    """The one city of the territory; empty where there is none, or several."""
    cities = [u.id for u in chart.territory.values() if u.level is EnforcementLevel.CITY]
    return cities[0] if len(cities) == 1 else ""
