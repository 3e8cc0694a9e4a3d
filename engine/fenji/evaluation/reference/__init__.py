"""The reference evaluator: the specification of the language, and the one that explains itself.

It walks the nodes of a release entity by entity. Every node has one part that answers for it, named
in the two tables below; the faster evaluators must agree with it.
"""

from __future__ import annotations

from fenji.evaluation.prepared import Prepared
from fenji.evaluation.reference.aggregates import value_of_aggregate
from fenji.evaluation.reference.arithmetic import (
    value_of_arithmetic,
    value_of_elapsed,
    value_of_extreme,
    value_of_literal,
    value_of_parameter,
)
from fenji.evaluation.reference.children import judge_counted, judge_quantified
from fenji.evaluation.reference.combining import (
    judge_all,
    judge_any,
    judge_at_least_n,
    judge_not,
)
from fenji.evaluation.reference.comparing import judge_compare
from fenji.evaluation.reference.lookups import judge_listed, value_of_lookup
from fenji.evaluation.reference.names import value_of_name
from fenji.evaluation.reference.rules import judge_any_finding, judge_fires, judge_holds
from fenji.evaluation.reference.scene import Judge, Scene, Value_
from fenji.evaluation.world import World
from fenji.model.condition import (
    All,
    Any,
    AnyFinding,
    AtLeastN,
    Compare,
    Counted,
    Fires,
    Holds,
    Listed,
    Not,
    Quantified,
)
from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Extreme,
    Literal,
    Lookup,
    Name,
    Parameter,
)
from fenji.model.submission import Submission
from fenji.model.value import Member

JUDGES: dict[type, Judge] = {
    All: judge_all,
    Any: judge_any,
    AnyFinding: judge_any_finding,
    AtLeastN: judge_at_least_n,
    Compare: judge_compare,
    Counted: judge_counted,
    Fires: judge_fires,
    Holds: judge_holds,
    Listed: judge_listed,
    Not: judge_not,
    Quantified: judge_quantified,
}
VALUES: dict[type, Value_] = {
    Aggregate: value_of_aggregate,
    Arithmetic: value_of_arithmetic,
    Elapsed: value_of_elapsed,
    Extreme: value_of_extreme,
    Literal: value_of_literal,
    Lookup: value_of_lookup,
    Name: value_of_name,
    Parameter: value_of_parameter,
}


def scene_of(prepared: Prepared, submission: Submission) -> Scene:
    """One subject under a prepared release, nothing worked out yet."""
    world = World(prepared.release, submission, prepared.as_of)
    scene = Scene(prepared, world, JUDGES, VALUES)
    scene.determined = _determined(prepared, submission, world)
    return scene


def _determined(
    prepared: Prepared, submission: Submission, world: World
) -> dict[tuple[str, str], Member]:
    """What authorities had decided by the day on matters that classifications compute too."""
    found: dict[tuple[str, str], Member] = {}
    kinds = {c.determined_as: c.for_ for c in prepared.release.classifications if c.determined_as}
    for determination in sorted(submission.determinations, key=lambda d: d.at):
        kind = kinds.get(determination.matter)
        if kind is None or determination.at > prepared.as_of:
            continue
        spots = [spot for spot in world.spots(kind) if spot.phantom is None]
        for spot in spots:
            named = determination.of in (spot.entity.id, spot.path)
            if named or (not determination.of and len(spots) == 1):
                found[spot.path, determination.matter] = determination.value
    return found
