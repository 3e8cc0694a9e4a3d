"""Policies made ready for a day: the steps that are or may be in force, and what they go by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from fenji.assessment.tiers.bands import Bands, bands_of
from fenji.evaluation.prepared import Prepared
from fenji.model.expression import Stratum
from fenji.model.folding import Fold, Policy, Step
from fenji.model.truth import Truth


class ReadyStep(NamedTuple):
    """A step, the stratum of the value that it goes by, and the bands into which that falls."""

    step: Step
    stratum: Stratum | None
    bands: Bands | None


@dataclass(frozen=True, slots=True, eq=False)
class ReadyPolicy:
    """A policy with its steps of the day."""

    policy: Policy
    steps: tuple[ReadyStep, ...]


@lru_cache(maxsize=32)
def ready_policies(prepared: Prepared) -> tuple[ReadyPolicy, ...]:
    """All policies of the release, in its order."""
    laws = dict(prepared.release.instruments)
    return tuple(
        ReadyPolicy(
            policy,
            tuple(
                ReadyStep(
                    step,
                    None if step.of is None else _stratum(prepared, *step.of),
                    bands_of(step) if step.fold is Fold.BAND else None,
                )
                for step in policy.steps
                if step.provenance.in_force(prepared.as_of, laws) is not Truth.FALSE
            ),
        )
        for policy in prepared.release.policies
    )


def _stratum(prepared: Prepared, kind: str, name: str) -> Stratum:
    if name in prepared.release.facts.get(kind, {}):
        return Stratum.FACT
    if (kind, name) in prepared.measures:
        return Stratum.MEASURE
    if any(s.for_ == kind and s.name == name for s in prepared.release.sheets):
        return Stratum.SHEET
    return Stratum.CLASSIFICATION
