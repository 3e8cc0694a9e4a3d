"""Joint visits: where several departments come to one subject in one period, they come together."""

from __future__ import annotations

from collections.abc import Sequence

from fenji.model.supervision.answer import DepartmentAnswer, JointVisitAnswer
from fenji.model.supervision.frequency import Frequency, less_often
from fenji.model.truth import Truth
from fenji.supervision.ready import Ready


def joint_visits(
    schedule: Ready, several: Sequence[DepartmentAnswer]
) -> tuple[JointVisitAnswer, ...]:
    """One proposal for each rule in force: of those that certainly come, else of those that may."""
    certain = [(one, one.planned) for one in several if one.planned is not None]
    possible = [
        (one, one.at_least.possible) for one in several if one.at_least.possible is not None
    ]
    together, holds = (certain, Truth.TRUE) if len(certain) > 1 else (possible, Truth.UNKNOWN)
    visits = less_often(frequency for _, frequency in together)
    if len(together) < 2 or visits is None:
        return ()
    departments = [one for one, _ in together]
    return tuple(
        JointVisitAnswer(
            rule.id,
            rule.title,
            tuple(one.departments for one in departments),
            tuple(one.titles for one in departments),
            Frequency(visits.times, visits.months),
            holds,
            rule.provenance.basis,
            rule.provenance.standing,
            rule.provenance.review,
        )
        for rule in schedule.joint_visits
    )
