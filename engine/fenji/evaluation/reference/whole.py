"""The reference evaluator over everything: each rule and derived value at each entity."""

from __future__ import annotations

from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Answered, At, Judged
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.names import derived
from fenji.evaluation.reference.rules import judge_rule
from fenji.model.expression import Stratum
from fenji.model.submission import Submission
from fenji.model.truth import Truth


def judge(prepared: Prepared, submission: Submission) -> Judged:
    """All of one subject, by the reference. See `protocol.Evaluator`."""
    scene = scene_of(prepared, submission)
    rules: dict[At, tuple[Truth, Truth]] = {}
    for ready in prepared.rules.values():
        for spot in scene.world.spots(ready.rule.for_):
            verdict = judge_rule(scene, ready, spot)
            if verdict.truth is not Truth.FALSE:
                rules[spot.path, ready.rule.id] = (verdict.truth, verdict.low)
    derivable = [(*key, Stratum.MEASURE) for key in prepared.measures]
    derivable += [(*key, Stratum.CLASSIFICATION) for key in prepared.classifications]
    derivable += [(*key, Stratum.SHEET) for key in prepared.sheets]
    values: dict[At, Answered] = {}
    for kind, name, stratum in derivable:
        for spot in scene.world.spots(kind):
            valued = derived(scene, spot, name, stratum)
            values[spot.path, name] = Answered(valued.value, valued.applies)
    return Judged(rules, values)
