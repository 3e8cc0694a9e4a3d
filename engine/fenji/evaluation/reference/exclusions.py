"""`unless`: what takes a rule or a classification away though its condition is met."""

from __future__ import annotations

from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Verdict, leaf, union
from fenji.evaluation.world import Spot
from fenji.model.condition import Any
from fenji.model.law import Exclusion
from fenji.model.reason import Reason
from fenji.model.truth import Truth, any_of


def excluded(scene: Scene, about: str, unless: tuple[Exclusion, ...], at: Spot) -> Verdict:
    """Whether some exclusion is met. What is open only for inspection is not met on declared facts.

    One that the enterprise has to claim counts as not met until it is claimed; it is remembered as
    presumed under (`about`, the entity's path).
    """
    whole = Any(tuple(exclusion.when for exclusion in unless))
    verdicts = []
    for exclusion in unless:
        verdict = scene.judge(exclusion.when, at)
        if exclusion.claimed_by_enterprise and verdict.truth is Truth.UNKNOWN:
            _presume(scene, about, exclusion, at)
            verdict = leaf(exclusion.when, at.path, Truth.FALSE, NO_GAPS, verdict.reason.seen)
        verdicts.append(verdict)
    truth, low = any_of(v.truth for v in verdicts), any_of(v.low for v in verdicts)
    gaps = NO_GAPS
    if truth is Truth.UNKNOWN:
        gaps = union(v.gaps for v in verdicts if v.truth is Truth.UNKNOWN)
    reason = Reason(whole, at.path, truth, low, (), tuple(v.reason for v in verdicts))
    return Verdict(truth, low, low, gaps, reason)


def _presume(scene: Scene, about: str, exclusion: Exclusion, at: Spot) -> None:
    key = (about, at.path)
    known = scene.presumed.get(key, ())
    if exclusion not in known:
        scene.presumed[key] = (*known, exclusion)
