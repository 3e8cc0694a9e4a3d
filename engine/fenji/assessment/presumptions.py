"""Exclusions that an enterprise has to claim, and has not: counted as not met, and said so."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.evaluation.reference.scene import Scene
from fenji.model.decision import DutyAnswer, Finding, Presumed, Status

UNREAD = (Status.NOT_ENCODED, Status.SECTOR_NOT_EXCLUDED)
"""How findings stand of which no exclusion was judged."""


def presumed(
    scene: Scene, findings: Iterable[Finding], duties: Iterable[DutyAnswer]
) -> tuple[Presumed, ...]:
    """The exclusions counted as not met because nobody claimed them."""
    about = [(f.rule, f.entity) for f in findings if f.status not in UNREAD]
    about += [(d.duty, d.entity) for d in duties if d.status not in UNREAD]
    return tuple(
        Presumed(rule, entity, exclusion.title, exclusion.basis, exclusion.standing)
        for rule, entity in about
        for exclusion in scene.presumed.get((rule, entity), ())
    )
