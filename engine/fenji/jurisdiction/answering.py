"""Who is in charge of a subject: its matters, the one ranked first, and everything about each."""

from __future__ import annotations

from datetime import date
from itertools import chain

from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS
from fenji.jurisdiction import saying
from fenji.jurisdiction.cooperators import once
from fenji.jurisdiction.deciding_facts import deciding_facts
from fenji.jurisdiction.level import level_of, together
from fenji.jurisdiction.matter_answer import NOTHING, answer_matter
from fenji.jurisdiction.matters import Had, Held, matters_of
from fenji.jurisdiction.outcome import departments, settled
from fenji.jurisdiction.ranking import Ranked, ranked
from fenji.jurisdiction.ready import ready_chart
from fenji.jurisdiction.territory import Whereabouts, whereabouts
from fenji.jurisdiction.view import ACTIVITIES, MAIN_ACTIVITY, View
from fenji.model.jurisdiction.answer import (
    JurisdictionAnswer,
    LevelAnswer,
    MatterAnswer,
    PathStep,
    Rejected,
    Settled,
    StepKind,
)
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.model.truth import Truth


def answer(release: Release, submission: Submission, as_of: date) -> JurisdictionAnswer | None:
    """Who is in charge of the subject on that day; `None` where the release has no chart.

    Raises Refused where a fact is answered `not_applicable` though it applies.
    """
    if not release.chart.matters:
        return None
    return answer_in(scene_of(prepare(release, as_of), submission), submission)


def answer_in(scene: Scene, submission: Submission) -> JurisdictionAnswer | None:
    """The same of a subject that is being judged already: what is known of it is not judged again."""
    prepared = scene.prepared
    if not prepared.release.chart.matters:
        return None
    view = View(ready_chart(prepared.release, prepared.as_of), scene, submission)
    held = matters_of(view)
    return _answer(view, held, ranked(view, held))


def _answer(view: View, held: Held, found: Ranked) -> JurisdictionAnswer:
    where = whereabouts(view)
    how = settled(found.outcomes)
    first = _first(held, found, how)
    several = [
        answer_matter(view, where, had, found.by[first] if first and not at else None)
        for at, had in enumerate(_in_order(view, held, first))
    ]
    matters = tuple(one.answer for one in several)
    leads = departments(found.outcomes)
    level = _level(view, where, found, matters[0]) if first else None
    open_ = how in (Settled.UNDETERMINED, Settled.UNASSIGNED)
    waits = (*deciding_facts(view, held, found, how), *(level.waits_for if level else ()))
    lead_alone = leads[0] if how is Settled.SETTLED else ""
    beside = [one.beside for one in several if one.answer.matter not in found.firsts]
    cooperators = chain(chain.from_iterable(m.cooperators for m in matters), *beside)
    return JurisdictionAnswer(
        settled=how,
        leads=leads,
        lead_titles=tuple(view.ready.chart.departments[one].title for one in leads),
        matter=first,
        ranking=found.by[first].id if first else "",
        level=level,
        cooperators=once(one for one in cooperators if one.department != lead_alone),
        rejected=_rejected(view, matters, lead_alone) if first else (),
        path=_path(matters[0], level) if first else (),
        matters=matters,
        settles=view.ready.settles if open_ else NOTHING,
        waits_for=tuple(dict.fromkeys(waits)),
    )


def _path(first: MatterAnswer, level: LevelAnswer | None) -> tuple[PathStep, ...]:
    """As far as it is settled: to the department alone where the level is open."""
    if level is not None and level.by:
        return first.path
    return tuple(s for s in first.path if s.kind not in (StepKind.LEVEL, StepKind.DELEGATES))


def _first(held: Held, found: Ranked, how: Settled) -> str:
    """The matter ranked first; of several with one lead the one that is surest. Else none."""
    several = list(found.firsts)
    if how is Settled.SETTLED:
        certain = held.certain()
        leading = [id_ for id_ in several if found.firsts[id_].settled is Settled.SETTLED]
        return min(leading, key=lambda id_: (id_ != held.main, id_ not in certain, id_))
    return several[0] if len(several) == 1 else ""


def _level(view: View, where: Whereabouts, found: Ranked, own: MatterAnswer) -> LevelAnswer | None:
    """The level of the matter ranked first; where others may be, of all of these."""
    if len(found.firsts) == 1:
        return own.level
    several = [
        level_of(view, where, own.leads, matter, lead=True) for matter in sorted(found.firsts)
    ]
    known = [level for level in several if level is not None]
    same = len({(level.levels, level.bodies) for level in known}) == 1
    if own.level is None or (same and len(known) == len(several)):
        return own.level
    return together(known, view.gap(MAIN_ACTIVITY) if found.asks_main else None)


def _in_order(view: View, held: Held, first: str) -> list[Had]:
    """The matters that something speaks for: the first, those the subject has, those it may have."""
    several = [*held.activities.values(), *held.others.values()]
    if first in held.unnamed:
        unnamed = Had(view.ready.matters[first], Truth.UNKNOWN, ACTIVITIES, NO_GAPS)
        several.append(unnamed)
    return sorted(several, key=lambda had: _place(had, first))


def _place(had: Had, first: str) -> tuple[bool, bool, bool, str]:
    matter = had.ready.matter
    return (
        matter.id != first,
        had.has is not Truth.TRUE,
        matter.kind is not MatterKind.ACTIVITY,
        matter.id,
    )


def _rejected(view: View, matters: tuple[MatterAnswer, ...], lead: str) -> tuple[Rejected, ...]:
    """Who does not lead the matter ranked first, and who leads one that is ranked lower."""
    first, *others = matters
    found = {one.department: one for one in first.rejected}
    for other in others:
        if other.has is not Truth.TRUE or other.settled is not Settled.SETTLED:
            continue
        (department,) = other.leads
        if department != lead:
            title = view.ready.chart.departments[department].title
            edge = next((s.by for s in other.path if s.to == department), "")
            why = saying.ranked_lower(other.title, first.title)
            found.setdefault(department, Rejected(department, title, other.matter, edge, why))
    return tuple(found.values())
