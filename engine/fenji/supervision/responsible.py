"""Whose the hazards of a sector are: of who leads an activity in it, else another matter of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from fenji.model.jurisdiction.answer import JurisdictionAnswer, MatterAnswer
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.release import Release
from fenji.model.truth import Truth

Departments = tuple[str, ...]
"""One department, or several of which it is one."""


def sectors_by_department(
    release: Release, answer: JurisdictionAnswer
) -> dict[Departments, frozenset[str]]:
    """The sectors whose hazards each of them has to see to.

    A matter speaks of the sector that stands first in it. Where no department certainly leads a
    matter of a sector, its hazards are for the subject's lead.
    """
    by_number: dict[int, list[MatterAnswer]] = defaultdict(list)
    for matter in answer.matters:
        known = release.chart.matters.get(matter.matter)
        if known is not None and known.sectors and matter.leads and matter.has is Truth.TRUE:
            by_number[known.sectors[0]].append(matter)
    found: dict[Departments, set[str]] = defaultdict(set)
    for sector in release.sectors.values():
        for departments in _responsible(by_number[sector.number]) or {answer.leads}:
            found[departments].add(sector.name)
    return {departments: frozenset(names) for departments, names in found.items()}


def _responsible(matters: Iterable[MatterAnswer]) -> set[Departments]:
    """Those of activities before those of places, equipment and works."""
    several = list(matters)
    activities = [one for one in several if one.kind is MatterKind.ACTIVITY]
    return {one.leads for one in activities or several}
