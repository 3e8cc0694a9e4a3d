"""Who may inspect a subject: the department that leads it, those that lead a matter, those named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fenji.model.jurisdiction.answer import BodyAnswer, JurisdictionAnswer, LevelAnswer
from fenji.model.release import Release
from fenji.model.supervision.rule import By
from fenji.model.text import Text
from fenji.model.truth import Truth, truth_of
from fenji.supervision.responsible import Departments, sectors_by_department


@dataclass(frozen=True, slots=True)
class Inspector:
    """A department, or several of which one it is; none where nobody is named.

    `has` is whether it certainly leads something of the subject. `sectors` are those whose hazards are
    its own (`None`: every one, where the release says nothing of departments).
    """

    departments: Departments
    titles: tuple[Text, ...]
    leads_subject: bool
    has: Truth
    sectors: frozenset[str] | None
    bodies: tuple[BodyAnswer, ...]


def inspectors_of(
    release: Release, jurisdiction: JurisdictionAnswer | None
) -> tuple[Inspector, ...]:
    """The subject's lead first, then the others by id.

    Who leads only what the subject may not have is none yet: till that is known its part is the lead's.
    """
    if jurisdiction is None:
        lead = Inspector((), (), True, Truth.TRUE, None, ())
        return (lead, *(_named(release, name, ()) for name in sorted(_names(release))))
    sectors = sectors_by_department(release, jurisdiction)
    leads = jurisdiction.leads
    bodies = _bodies(jurisdiction.level)
    lead = Inspector(
        leads, jurisdiction.lead_titles, True, Truth.TRUE, sectors.get(leads, NONE), bodies
    )
    certain = {m.leads for m in jurisdiction.matters if m.leads and m.has is Truth.TRUE}
    named = {(name,) for name in _names(release)}
    others = sorted((certain | named) - {leads})
    return (
        lead,
        *(_other(release, jurisdiction, one, sectors.get(one, NONE)) for one in others),
    )


NONE: frozenset[str] = frozenset()


def _names(release: Release) -> Iterable[str]:
    """The departments that some rule names as the one that inspects."""
    reaches = release.schedule.reaches
    return {name for reach in reaches if reach.by is By.NAMED for name in reach.departments}


def _named(release: Release, name: str, bodies: tuple[BodyAnswer, ...]) -> Inspector:
    return Inspector((name,), _titles(release, (name,)), False, Truth.FALSE, NONE, bodies)


def _other(
    release: Release, answer: JurisdictionAnswer, departments: Departments, sectors: frozenset[str]
) -> Inspector:
    """One that certainly leads a matter, or that a rule names whatever it leads."""
    own = [matter for matter in answer.matters if matter.leads == departments]
    has = truth_of(any(matter.has is Truth.TRUE for matter in own))
    levels = [matter.level for matter in own if matter.has is not Truth.FALSE]
    bodies = tuple(dict.fromkeys(body for level in levels for body in _bodies(level)))
    if not bodies and len(departments) == 1:
        bodies = _bodies_of(answer, departments[0])
    return Inspector(departments, _titles(release, departments), False, has, sectors, bodies)


def _bodies(level: LevelAnswer | None) -> tuple[BodyAnswer, ...]:
    return () if level is None else level.bodies


def _bodies_of(answer: JurisdictionAnswer, department: str) -> tuple[BodyAnswer, ...]:
    """Who acts for a department that has a part in a matter without leading one."""
    several = (*answer.cooperators, *(c for m in answer.matters for c in m.cooperators))
    found = (c.body for c in several if c.department == department and c.body is not None)
    return tuple(dict.fromkeys(found))


def _titles(release: Release, departments: Departments) -> tuple[Text, ...]:
    known = release.chart.departments
    return tuple(known[d].title if d in known else Text(d, d) for d in departments)
