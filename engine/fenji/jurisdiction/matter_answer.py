"""The answer for one matter: its lead, level and cooperators, and why others do not lead it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fenji.evaluation.verdict import Gaps
from fenji.jurisdiction.cooperators import cooperators_of, leads_of_others
from fenji.jurisdiction.lead import Lead, lead_of
from fenji.jurisdiction.level import level_of, rostered
from fenji.jurisdiction.matters import Had
from fenji.jurisdiction.path import path_of
from fenji.jurisdiction.ready import NO_RUNG
from fenji.jurisdiction.rejected import rejected_of
from fenji.jurisdiction.territory import Whereabouts
from fenji.jurisdiction.view import View
from fenji.model.jurisdiction.answer import Cooperator, MatterAnswer, Settled
from fenji.model.jurisdiction.principle import Ranking
from fenji.model.reason import Gap
from fenji.model.text import Text
from fenji.model.truth import Truth

NOTHING = Text("", "")


MOST_REMEMBERED = 20_000
"""So many answers are remembered at most: in a batch most subjects share theirs with others."""


@dataclass(frozen=True, slots=True)
class OfMatter:
    """The answer for a matter, and its leads as cooperators of a subject that another matter leads."""

    answer: MatterAnswer
    beside: tuple[Cooperator, ...]


def answer_matter(
    view: View, where: Whereabouts, had: Had, first: Ranking | None = None
) -> OfMatter:
    """Everything about one matter. `first` is the ranking that makes its lead the subject's."""
    known: dict[Any, OfMatter] = view.ready.remembered.setdefault("answers", {})
    key = None
    if first is None or rostered(view) is None:
        edges = view.conditional(had.ready)
        rank = first.id if first is not None else ""
        levels = view.levels(had.ready)
        key = (had.ready.matter.id, had.has, had.by, had.gaps, edges, levels, where.key, rank)
        found = known.get(key)
        if found is not None:
            return found
    lead = lead_of(view, had.ready)
    answer = _answer(view, where, had, lead, first)
    found = OfMatter(answer, tuple(leads_of_others(view, where, had, lead)))
    if key is not None:
        if len(known) >= MOST_REMEMBERED:
            known.clear()
        known[key] = found
    return found


def _answer(
    view: View, where: Whereabouts, had: Had, lead: Lead, first: Ranking | None
) -> MatterAnswer:
    ready = view.ready
    matter = had.ready.matter
    is_first = first is not None
    level = level_of(view, where, lead.leads, matter.id, lead=is_first) if lead.leads else None
    open_ = lead.settled in (Settled.UNDETERMINED, Settled.UNASSIGNED)
    return MatterAnswer(
        matter=matter.id,
        kind=matter.kind,
        title=matter.title,
        has=had.has,
        settled=lead.settled,
        leads=lead.leads,
        principle="" if lead.rung == NO_RUNG else ready.principles[lead.rung].id,
        level=level,
        cooperators=cooperators_of(view, where, had, lead),
        rejected=rejected_of(view, had.ready, lead),
        path=path_of(view, had, lead, level, first),
        hands_over=_next(view, had),
        settles=ready.settles if open_ else NOTHING,
        waits_for=tuple(dict.fromkeys((*_in_order(had.gaps), *lead.gaps))),
    )


def _in_order(gaps: Gaps) -> list[Gap]:
    return sorted(gaps, key=lambda gap: (gap.entity, gap.is_list, gap.name))


def _next(view: View, had: Had) -> tuple[str, ...]:
    """The matters to which it is handed over, as far as the edges stand."""
    found = (ready.edge.to for ready in had.ready.next if view.edge(ready).truth is not Truth.FALSE)
    return tuple(sorted(dict.fromkeys(found)))
