"""The tiers of the sectors, and of the whole: each policy over the findings that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Set

from fenji.assessment.findings import Weight
from fenji.assessment.sectors import Applying
from fenji.assessment.tiers.figures import Figures
from fenji.assessment.tiers.folding import Folded, fold, fold_unexcluded
from fenji.assessment.tiers.policies import ready_policies
from fenji.assessment.tiers.steps import Steps
from fenji.evaluation.prepared import Prepared
from fenji.model.decision import SectorAnswer
from fenji.model.release import Release
from fenji.model.truth import Truth

UNGRADED = Folded(Figures(), (), ())


def fold_sectors(
    prepared: Prepared, sectors: Mapping[str, Applying], weights: Set[Weight], steps: Steps
) -> dict[str, Folded]:
    """Each sector's own policy over its own findings; one that may not apply is only possible.

    What weighs the same moves a tier but once.
    """
    own: dict[str, list[Weight]] = {}
    for weight in weights:
        own.setdefault(weight.sector, []).append(weight)
    folded = {}
    for ready in ready_policies(prepared):
        sector = ready.policy.sector
        if sector is None or sectors[sector].truth is Truth.FALSE:
            continue
        mine = own.get(sector, [])
        known = sectors[sector].truth is Truth.TRUE
        folded[sector] = (
            fold(ready, mine, {}, steps) if known else fold_unexcluded(ready.policy, mine)
        )
    return folded


def fold_whole(
    prepared: Prepared, weights: Set[Weight], folded: Mapping[str, Folded], steps: Steps
) -> Folded:
    """The policy of the whole; without one the subject stays ungraded."""
    figures = {name: one.figures for name, one in folded.items()}
    for ready in ready_policies(prepared):
        if ready.policy.sector is None:
            return fold(ready, weights, figures, steps)
    return UNGRADED


def sector_answers(
    release: Release, sectors: Mapping[str, Applying], folded: Mapping[str, Folded]
) -> tuple[SectorAnswer, ...]:
    """The sectors that apply or are not excluded."""
    return tuple(
        SectorAnswer(
            name,
            release.sectors[name].number,
            release.sectors[name].title,
            applying.truth,
            release.sectors[name].asked_by if applying.question is not None else "",
            folded.get(name, UNGRADED).figures.shown(),
            folded.get(name, UNGRADED).steps,
        )
        for name, applying in sectors.items()
        if name in release.sectors and applying.truth is not Truth.FALSE
    )
