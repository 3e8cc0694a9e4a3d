"""Every matter in every place: who leads, split by the facts that decide where these are few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import scene_of
from fenji.jurisdiction.analysis.places import Facts, places_of
from fenji.jurisdiction.analysis.report import Given
from fenji.jurisdiction.lead import Lead, lead_of
from fenji.jurisdiction.level import reach_of
from fenji.jurisdiction.ready import ReadyChart, ReadyMatter
from fenji.jurisdiction.territory import FACT
from fenji.jurisdiction.view import ACTIVITIES, MAIN_ACTIVITY, View
from fenji.model.dictionary import Kind
from fenji.model.jurisdiction.answer import Settled
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.reason import Gap
from fenji.model.submission import SUBJECT, Entity, Fact, Submission
from fenji.model.value import Member, SetSpan, one

MOST_CASES = 64
"""So many combinations of facts are gone through for one matter in one place at most."""

PLACES = frozenset(FACT.values())


@dataclass(frozen=True, slots=True)
class Case:
    """The lead of a matter under some facts, and the level rules by which each department enforces."""

    given: Given
    lead: Lead
    levels: tuple[tuple[str, LevelRule], ...]


@dataclass(frozen=True, slots=True)
class Walked:
    """One matter in one place (empty: nowhere in particular): its lead, and the cases it splits into."""

    ready: ReadyMatter
    place: str
    lead: Lead
    cases: tuple[Case, ...]


def walk(ready: ReadyChart) -> tuple[Walked, ...]:
    """All matters in all places, in the order of their ids."""
    places = places_of(ready)
    return tuple(
        _walked(ready, matter, place, facts)
        for matter in ready.matters.values()
        for place, facts in places.items()
    )


def _walked(ready: ReadyChart, matter: ReadyMatter, place: str, facts: Facts) -> Walked:
    first = lead_of(_view(ready, matter, facts), matter)
    return Walked(matter, place, first, tuple(_cases(ready, matter, facts, (), [MOST_CASES])))


def _cases(
    ready: ReadyChart, matter: ReadyMatter, facts: Facts, given: Given, left: list[int]
) -> Iterator[Case]:
    """The leads under each combination of the facts that decide, one fact after another."""
    view = _view(ready, matter, {**facts, **dict(given)})
    lead = lead_of(view, matter)
    if lead.settled is Settled.WAITS and left[0] > 0:
        for gap in lead.gaps:
            values = _values(ready, gap)
            if values:
                for value in values:
                    yield from _cases(ready, matter, facts, (*given, (gap.name, value)), left)
                return
    left[0] -= 1
    yield Case(given, lead, tuple(_levels(view, matter, lead)))


def _levels(view: View, matter: ReadyMatter, lead: Lead) -> Iterator[tuple[str, LevelRule]]:
    for department in lead.leads:
        for rule in reach_of(view, department, matter.matter.id).rules:
            yield department, rule


def _values(ready: ReadyChart, gap: Gap) -> tuple[Member, ...]:
    """What a fact of the subject can be, where that is a few words; places are walked anyway."""
    if gap.entity or gap.is_list or gap.kind != SUBJECT or gap.name in PLACES:
        return ()
    definition = ready.release.facts[SUBJECT][gap.name]
    if definition.kind is Kind.FLAG:
        return (True, False)
    if definition.kind is Kind.CHOICE:
        return tuple(option.value for option in definition.options)
    return ()


def _view(ready: ReadyChart, matter: ReadyMatter, facts: Facts) -> View:
    """A subject in that place that does this alone, and of which nothing else is known."""
    id_ = matter.matter.id
    known = {name: Fact(one(value)) for name, value in facts.items()}
    dictionary = ready.release.facts.get(SUBJECT, {})
    if matter.matter.kind is MatterKind.ACTIVITY:
        only = frozenset({id_})
        known[ACTIVITIES] = Fact(SetSpan(only, only))
        known[MAIN_ACTIVITY] = Fact(one(id_))
    own = {name: fact for name, fact in known.items() if name in dictionary}
    submission = Submission("enterprise", id_, id_, Entity(SUBJECT, id_, own, {}), ())
    scene = scene_of(prepare(ready.release, ready.as_of), submission)
    return View(ready, scene, submission)
