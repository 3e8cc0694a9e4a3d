"""The rules of supervision made ready for one day: those in force, with their figures of that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from fenji.evaluation.prepared import Prepared
from fenji.model.law import Provenance
from fenji.model.supervision.rule import By, CapRule, InspectionRule, JointVisitRule, Reach
from fenji.model.text import Text
from fenji.model.truth import Truth
from fenji.supervision.figures import Read, figure_on, period_of


@dataclass(frozen=True, slots=True)
class ReadyInspection:
    """An inspection that is or may be in force; what follows from a duty says what the duty says."""

    rule: InspectionRule
    in_force: Truth
    read: Read
    title: Text
    words: Text
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ReadyCap:
    """A cap that is or may be in force."""

    rule: CapRule
    in_force: Truth
    read: Read


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything in force on the day, what holds only outside the plan after the rest."""

    inspections: tuple[ReadyInspection, ...]
    caps: tuple[ReadyCap, ...]
    joint_visits: tuple[JointVisitRule, ...]
    _met: dict[tuple[tuple[str, ...], bool], _Met] = field(default_factory=dict)

    def inspections_by(
        self, departments: tuple[str, ...], *, leads: bool
    ) -> tuple[ReadyInspection, ...]:
        """Those that the department, which leads the subject or does not, may be the one to make."""
        return self._of(departments, leads)[0]

    def caps_by(self, departments: tuple[str, ...], *, leads: bool) -> tuple[ReadyCap, ...]:
        """Those that may hold for it."""
        return self._of(departments, leads)[1]

    def _of(self, departments: tuple[str, ...], leads: bool) -> _Met:
        key = departments, leads
        if key not in self._met:
            self._met[key] = (
                tuple(o for o in self.inspections if _may(o.rule.reach, departments, leads)),
                tuple(o for o in self.caps if _may(o.rule.reach, departments, leads)),
            )
        return self._met[key]


_Met = tuple[tuple[ReadyInspection, ...], tuple[ReadyCap, ...]]


def _may(reach: Reach, departments: tuple[str, ...], leads: bool) -> bool:
    if reach.by is By.NAMED:
        return departments == reach.departments
    if reach.by is By.LEAD and not leads:
        return False
    return not (reach.departments and departments) or not set(departments).isdisjoint(
        reach.departments
    )


@lru_cache(maxsize=32)
def ready(prepared: Prepared) -> Ready:
    """The schedule of the release on that day. Remembered, since many subjects are judged under it."""
    laws = dict(prepared.release.instruments)
    schedule = prepared.release.schedule

    def force(provenance: Provenance) -> Truth:
        return provenance.in_force(prepared.as_of, laws)

    inspections = (
        _inspection(prepared, rule, force(rule.provenance)) for rule in schedule.inspections
    )
    caps = (
        ReadyCap(rule, force(rule.provenance), figure_on(prepared, rule.at_most))
        for rule in schedule.caps
    )
    return Ready(
        tuple(
            sorted(
                (one for one in inspections if one.in_force is not Truth.FALSE),
                key=lambda one: one.rule.outside_plan,
            )
        ),
        tuple(one for one in caps if one.in_force is not Truth.FALSE),
        tuple(o for o in schedule.joint_visits if force(o.provenance) is not Truth.FALSE),
    )


def _inspection(prepared: Prepared, rule: InspectionRule, in_force: Truth) -> ReadyInspection:
    duty = next((d for d in prepared.release.duties if d.id == rule.reach.duty), None)
    if duty is None:
        read = figure_on(prepared, rule.at_least)
        return ReadyInspection(rule, in_force, read, rule.title, rule.frequency, rule.provenance)
    return ReadyInspection(
        rule, in_force, period_of(duty), duty.title, duty.frequency, duty.provenance
    )
