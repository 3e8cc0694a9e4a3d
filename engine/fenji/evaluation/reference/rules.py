"""Rules, and conditions that read the truth of rules and definitions."""

from __future__ import annotations

from fenji.evaluation.prepared import ReadyRule
from fenji.evaluation.reference.children import existence_gaps
from fenji.evaluation.reference.combining import combined
from fenji.evaluation.reference.exclusions import excluded
from fenji.evaluation.reference.scene import Scene
from fenji.evaluation.verdict import NO_GAPS, Verdict, leaf, opposite, restricted, union
from fenji.evaluation.world import Spot
from fenji.model.condition import All, AnyFinding, Condition, Fires, Holds, Not
from fenji.model.reason import Reason
from fenji.model.truth import Truth, all_of, any_of


def judge_rule(scene: Scene, ready: ReadyRule, at: Spot) -> Verdict:
    """Whether the rule holds of the entity: in scope, its condition met, and nothing excluding it."""
    key = (at.path, ready.rule.id)
    found = scene.verdicts.get(key)
    if found is None:
        found = scene.verdicts[key] = _judge(scene, ready, at)
    return found


def _judge(scene: Scene, ready: ReadyRule, at: Spot) -> Verdict:
    rule = ready.rule
    conditions: list[Condition] = [rule.when] if rule.scope is None else [rule.scope, rule.when]
    parts = []
    for condition in conditions:
        verdict = scene.judge(condition, at)
        parts.append(verdict)
        if verdict.truth is Truth.FALSE:
            break
    else:
        if ready.unless:
            exclusion = excluded(scene, rule.id, ready.unless, at)
            parts.append(opposite(Not(exclusion.reason.condition), exclusion))
    whole = All(tuple(part.reason.condition for part in parts))
    together = combined(whole, at, all_of, parts)
    verdict = restricted(together, ready.in_force)
    if together.truth is Truth.FALSE:
        scene.presumed.pop((rule.id, at.path), None)
    return _existing(scene, verdict, at)


def _existing(scene: Scene, verdict: Verdict, at: Spot) -> Verdict:
    """A rule about an entity that may not exist is open through what would show that it does.

    What stands below something that may not have happened may not be there either.
    """
    if verdict.truth is Truth.FALSE:
        return verdict
    doubtful = [spot for spot in at.line() if spot.exists is not Truth.TRUE]
    if not doubtful:
        return verdict
    limited = restricted(verdict, Truth.UNKNOWN)
    gaps = union((limited.gaps, *(existence_gaps(scene, spot) for spot in doubtful)))
    return Verdict(limited.truth, limited.low, limited.high, gaps, limited.reason)


def judge_fires(scene: Scene, node: Fires, at: Spot) -> Verdict:
    """The truth of another rule; a rule that is not in force does not hold."""
    ready = scene.prepared.rules.get(node.rule)
    if ready is None:
        return leaf(node, at.path, Truth.FALSE, NO_GAPS, ())
    verdict = judge_rule(scene, ready, at.owner(ready.rule.for_))
    reason = Reason(node, at.path, verdict.truth, verdict.low, (), (verdict.reason,))
    return Verdict(verdict.truth, verdict.low, verdict.high, verdict.gaps, reason)


def judge_holds(scene: Scene, node: Holds, at: Spot) -> Verdict:
    """The truth of a definition."""
    owner = at.owner(node.entity)
    key = (owner.path, node.name)
    found = scene.verdicts.get(key)
    if found is None:
        definition = scene.prepared.definitions[node.entity, node.name]
        found = scene.verdicts[key] = scene.judge(definition.when, owner)
    reason = Reason(node, at.path, found.truth, found.low, (), (found.reason,))
    return Verdict(found.truth, found.low, found.high, found.gaps, reason)


def judge_any_finding(scene: Scene, node: AnyFinding, at: Spot) -> Verdict:
    """Whether some rule with that outcome holds anywhere in the subject, in a sector that applies."""
    verdicts = []
    for ready in scene.prepared.by_finding[node.finding]:
        applies = scene.applying.get(ready.rule.sector, Truth.TRUE)
        if applies is Truth.FALSE:
            continue
        if applies is Truth.UNKNOWN:
            verdicts.append(leaf(Fires(ready.rule.id), "", Truth.UNKNOWN, NO_GAPS, ()))
        else:
            spots = scene.world.spots(ready.rule.for_)
            verdicts.extend(judge_rule(scene, ready, spot) for spot in spots)
    return combined(node, at, any_of, verdicts)
