"""The same errors planted into the columnar evaluator, and some that only columns can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any as Anything

import polars as pl

from fenji.evaluation.columnar import (
    answered,
    children,
    classifications,
    comparing,
    conditions,
    declared,
    facts,
    gathering,
    measures,
    names,
    places,
    plan,
    rules,
    verdict,
)
from fenji.evaluation.columnar.tiers import Folding, Scale
from fenji.model.condition import AtLeastN
from fenji.model.dictionary import Kind
from fenji.model.expression import Lookup
from tests.agreement.planting import Planted


def _could_reach(work: Anything, a: Anything, b: Anything) -> Anything:
    """The other end of each: at least for certain where it may be."""
    x, y = comparing._bounds(work, a, b)
    may = work.numbers.at_least(x.high, y.low)
    return may, may


def _strict(work: Anything, a: Anything, b: Anything) -> Anything:
    x, y = comparing._bounds(work, a, b)
    more = work.graph.not_(work.numbers.at_least(y.high, x.low))
    return more, work.graph.any_(more, work.graph.not_(work.numbers.at_least(y.low, x.high)))


def _null_is_false(own: Anything, fact: Anything, part: str, more: Anything) -> Anything:
    value = own._timely(fact, fact.name)
    if fact.kind is Kind.FLAG and part == "may" and more[0] is True:
        return False if value is None else value.fill_null(False)
    return _choice(own, fact, part, more)


def _one_too_many(work: Anything, counting: Anything, n: int) -> Anything:
    return _enough(work, counting, n + 1)


def _lost_exclusion(work: Anything, unless: Anything, at: Anything) -> Anything:
    if len(unless) > 1:
        return _not_excluded(work, unless[:-1], at)
    return verdict.decided(work.graph, True)


def _nobody_besides(own: Anything, kind: str, above: Anything) -> Anything:
    found = _found_below(own, kind, above)
    return replace(found, there=own._graph.false) if above.phantom is None else found


def _always_applies(work: Anything, at: Anything, name: str) -> Anything:
    return replace(_value(work, at, name), sure=work.graph.true, may=work.graph.true)


def _not_swapped(graph: Anything, one: Anything) -> Anything:
    turned = _opposite(graph, one)
    return replace(
        turned,
        low_sure=turned.high_sure,
        low_may=turned.high_may,
        high_sure=turned.low_sure,
        high_may=turned.low_may,
    )


def _first_case(work: Anything, measure: Anything, at: Anything) -> Anything:
    return _measured(work, replace(measure, cases=measure.cases[:1]), at)


def _without_take(work: Anything, node: Lookup, at: Anything) -> Anything:
    return _looked_up(work, replace(node, take=None), at)


def _no_determination(work: Anything, law: Anything, worked: Anything, at: Anything) -> Anything:
    return worked


def _other_parent(run: Anything, node: Anything, args: Sequence[Anything]) -> Anything:
    """The row beside that of the parent."""
    found = _any_below(run, node, args)
    return found.reverse() if isinstance(found, pl.Series) else found


def _last_child(run: Anything, node: Anything, args: Sequence[Anything]) -> Anything:
    """Whoever stands below counts once."""
    found = _count_below(run, node, args)
    return found.clip(upper_bound=1.0) if isinstance(found, pl.Series) else found


def _in_time(own: Anything, fact: Anything) -> None:
    return None


def _one_fewer(work: Anything, node: AtLeastN, at: Anything) -> Anything:
    return _at_least_n(work, replace(node, n=max(node.n - 1, 1)), at)


_choice, _enough, _value = answered.Facts._choice, children._enough, facts._value
_not_excluded, _opposite = rules.not_excluded, verdict.opposite
_found_below, _measured = places.Places._found_below, measures.value_of_measure
_looked_up = plan.PARTS.values[Lookup]
_any_below, _count_below = gathering.OPERATIONS["any_below"], gathering.OPERATIONS["count_below"]
_at_least_n = plan.PARTS.judges[AtLeastN]


def _open_is_certain(
    own: Anything, figures: Anything, weight: Anything, *more: Anything
) -> Anything:
    certain = replace(weight, sure=weight.may, low_sure=weight.low_may)
    return _raised(own, figures, certain, *more)


def _one_step_more(own: Anything, by: int) -> Anything:
    return _worse_by(own, by + 1)


def _no_stop(own: Anything, by: int, not_below: Anything) -> Anything:
    return _better_by(own, by, None)


def _as_known(work: Anything, node: Anything, at: Anything) -> Anything:
    return work.value(node, at).value


def _proposals_fix(own: Anything, pair: Anything, other: Anything) -> Anything:
    return pair


_raised, _worse_by, _better_by = Folding.raised, Scale.worse_by, Scale.better_by

FOLDING: dict[str, Planted] = {
    "open taken as certain": ((Folding, "raised", _open_is_certain),),
    "one step more": ((Scale, "worse_by", _one_step_more),),
    "lowered past its stop": ((Scale, "better_by", _no_stop),),
    "declared taken as known": ((declared, "on_declared", _as_known),),
    "proposals lower what is fixed": ((Folding, "_at_least", _proposals_fix),),
}
"""Errors in the folding of tiers."""

ERRORS: dict[str, Planted] = {
    "swapped bound": ((comparing, "_reaches", _could_reach),),
    "null read as false": ((answered.Facts, "_choice", _null_is_false),),
    "off by one in a count": ((children, "_enough", _one_too_many),),
    "lost exclusion": tuple(
        (module, "not_excluded", _lost_exclusion) for module in (rules, classifications)
    ),
    "strict for inclusive": ((comparing, "_reaches", _strict),),
    "phantom ignored": ((places.Places, "_found_below", _nobody_besides),),
    "applies_when ignored": ((facts, "_value", _always_applies),),
    "low not swapped under negation": tuple(
        (module, "opposite", _not_swapped) for module in (conditions, children)
    ),
    "first case instead of hull": ((names, "value_of_measure", _first_case),),
    "look-up without take": ((plan.PARTS.values, Lookup, _without_take),),
    "determination ignored": ((classifications, "determined", _no_determination),),
    "another parent's children": ((gathering.OPERATIONS, "any_below", _other_parent),),
    "children counted once": ((gathering.OPERATIONS, "count_below", _last_child),),
    "later answers read": ((answered.Facts, "_late", _in_time),),
    "one part too few": ((plan.PARTS.judges, AtLeastN, _one_fewer),),
}
