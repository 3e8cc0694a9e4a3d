"""Which sectors apply: codes, licences, activities, entities switch one on; only a "no" excludes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from fenji.assessment.sight import EVERYWHERE, Sight
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.reference.scene import Scene
from fenji.model.reason import Gap
from fenji.model.release import Release
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


APPLIES, DOES_NOT = Applying(Truth.TRUE, None), Applying(Truth.FALSE, None)


def applying_sectors(scene: Scene, sight: Sight = EVERYWHERE) -> dict[str, Applying]:
    """By the sector's name, in the order of their numbers."""
    found = {CROSS_CUTTING: APPLIES}
    for sector, kinds, open_ in _sectors(scene.prepared):
        found[sector.name] = _applying(scene, sector, kinds, sight) or open_
    return found


@lru_cache(maxsize=32)
def _sectors(prepared: Prepared) -> tuple[tuple[Sector, tuple[str, ...], Applying], ...]:
    """By number: each sector, the kinds of entities that belong to it, and how it stands while open."""
    release = prepared.release
    return tuple(
        (
            sector,
            tuple(kind.name for kind in release.entities.values() if sector.name in kind.sectors),
            _open(release, sector.asked_by),
        )
        for sector in sorted(release.sectors.values(), key=lambda s: s.number)
    )


def _applying(
    scene: Scene, sector: Sector, kinds: tuple[str, ...], sight: Sight
) -> Applying | None:
    """Whether it applies; `None` where that is open. An entity of its kinds switches it on."""
    for kind in kinds:
        if sight.present(scene, kind):
            return APPLIES
    if sector.industry_codes and _by_code(scene, sector, sight):
        return APPLIES
    answer = sight.answer(scene, sector.asked_by)
    if answer == YES or sight.holds(scene, sector.applies):
        return APPLIES
    return DOES_NOT if answer == NO else None


def _open(release: Release, asked_by: str) -> Applying:
    """A sector that may apply: the question decides."""
    origin = release.facts[SUBJECT][asked_by].origin
    return Applying(Truth.UNKNOWN, Gap("", SUBJECT, asked_by, origin))


def _by_code(scene: Scene, sector: Sector, sight: Sight) -> bool:
    """An industry code that belongs to the sector."""
    code = sight.answer(scene, INDUSTRY_CODE)
    if not isinstance(code, Choice) or code.members is None:
        return False
    return all(str(member).startswith(sector.industry_codes) for member in code.members)
