"""Which sectors apply: codes, licences, activities, entities switch one on; only a "no" excludes it."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.reference.facts import value_of_fact
from fenji.evaluation.reference.scene import Scene
from fenji.model.reason import Gap
from fenji.model.sector import CROSS_CUTTING, Sector
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth
from fenji.model.value import NO, YES, Choice

INDUSTRY_CODE = "industry_code"
"""The subject's fact that holds its code in GB/T 4754."""


@dataclass(frozen=True, slots=True)
class Applying:
    """Whether a sector applies; `question` is what decides where that is unknown."""

    truth: Truth
    question: Gap | None


def applying_sectors(scene: Scene) -> dict[str, Applying]:
    """By the sector's name, in the order of their numbers."""
    found = {CROSS_CUTTING: Applying(Truth.TRUE, None)}
    for sector in sorted(scene.prepared.release.sectors.values(), key=lambda s: s.number):
        found[sector.name] = _applying(scene, sector)
    return found


def _applying(scene: Scene, sector: Sector) -> Applying:
    if _switched_on(scene, sector) or _by_code(scene, sector):
        return Applying(Truth.TRUE, None)
    answer = value_of_fact(scene, scene.world.root, sector.asked_by).value
    if answer == YES or scene.judge(sector.applies, scene.world.root).truth is Truth.TRUE:
        return Applying(Truth.TRUE, None)
    if answer == NO:
        return Applying(Truth.FALSE, None)
    origin = scene.prepared.release.facts[SUBJECT][sector.asked_by].origin
    return Applying(Truth.UNKNOWN, Gap("", SUBJECT, sector.asked_by, origin))


def _switched_on(scene: Scene, sector: Sector) -> bool:
    """A submitted entity of a kind that belongs to the sector."""
    kinds = [k for k in scene.prepared.release.entities.values() if sector.name in k.sectors]
    return any(
        spot.phantom is None and spot.exists is Truth.TRUE
        for kind in kinds
        for spot in scene.world.spots(kind.name)
    )


def _by_code(scene: Scene, sector: Sector) -> bool:
    """An industry code that belongs to the sector."""
    if not sector.industry_codes:
        return False
    code = value_of_fact(scene, scene.world.root, INDUSTRY_CODE).value
    if not isinstance(code, Choice) or code.members is None:
        return False
    return all(str(member).startswith(sector.industry_codes) for member in code.members)
