"""A release made ready for columns: which node answers for which rule and value, and in what order."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.columnar import (
    aggregates,
    children,
    comparing,
    conditions,
    formulas,
    lookups,
    names,
    weights,
)
from fenji.evaluation.columnar.graph import Node
from fenji.evaluation.columnar.names import derived
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.policies import fold_everything
from fenji.evaluation.columnar.reading import Reader
from fenji.evaluation.columnar.rules import judge_rule
from fenji.evaluation.columnar.running import Program, program_of
from fenji.evaluation.columnar.tiers import Figures
from fenji.evaluation.columnar.values import Chosen, Span, Valued
from fenji.evaluation.columnar.verdict import Verdict
from fenji.evaluation.columnar.work import Parts, Work
from fenji.evaluation.prepared import Prepared
from fenji.model import condition as c
from fenji.model import expression as e
from fenji.model.expression import Stratum

PARTS = Parts(
    judges={
        c.All: conditions.judge_all,
        c.Any: conditions.judge_any,
        c.AnyFinding: weights.judge_any_finding,
        c.AtLeastN: conditions.judge_at_least_n,
        c.Compare: comparing.judge_compare,
        c.Counted: children.judge_counted,
        c.Fires: conditions.judge_fires,
        c.Holds: conditions.judge_holds,
        c.Listed: lookups.judge_listed,
        c.Not: conditions.judge_not,
        c.Quantified: children.judge_quantified,
    },
    values={
        e.Aggregate: aggregates.value_of_aggregate,
        e.Arithmetic: formulas.value_of_arithmetic,
        e.Elapsed: formulas.value_of_elapsed,
        e.Extreme: formulas.value_of_extreme,
        e.Literal: formulas.value_of_literal,
        e.Lookup: lookups.value_of_lookup,
        e.Name: names.value_of_name,
        e.Parameter: formulas.value_of_parameter,
    },
    classified=names.classified,
)


@dataclass(frozen=True)
class RuleColumn:
    """A rule at a place: its verdict there, in the rows where the place stands for something."""

    rule: str
    place: Place
    there: Node
    verdict: Verdict


@dataclass(frozen=True)
class ValueColumn:
    """A measure, classification or score at a place."""

    name: str
    place: Place
    there: Node
    valued: Valued


@dataclass(frozen=True)
class Plan:
    """What is worked out, and the nodes that say which rows the reference has to judge."""

    work: Work
    rules: tuple[RuleColumn, ...]
    values: tuple[ValueColumn, ...]
    tiers: Figures | None
    refer: tuple[Node, ...]
    program: Program
    reader: Reader


def plan_of(prepared: Prepared, *, values: bool, tiers: bool = False) -> Plan:
    """The plan of everything, or of the rules alone; with tiers or without.

    Raises NotCarried, or KeyError for a node of a kind not known here.
    """
    work = Work(prepared, PARTS)
    rules = [
        RuleColumn(ready.rule.id, place, work.places.there(place), judge_rule(work, ready, place))
        for ready in prepared.rules.values()
        for place in work.places.all_of(ready.rule.for_)
    ]
    derivable = [(*key, Stratum.MEASURE) for key in prepared.measures]
    derivable += [(*key, Stratum.CLASSIFICATION) for key in prepared.classifications]
    derivable += [(*key, Stratum.SHEET) for key in prepared.sheets]
    given = [
        ValueColumn(name, place, work.places.there(place), derived(work, place, name, stratum))
        for kind, name, stratum in derivable
        for place in work.places.all_of(kind)
    ]
    shown = tuple(given) if values else ()
    wanted = [node for rule in rules for node in nodes_of_rule(rule)]
    wanted += [node for value in shown for node in nodes_of_value(value)]
    figures = fold_everything(work) if tiers else None
    if figures is not None:
        for pair in (figures.known, figures.low):
            wanted += [*pair.certain, *pair.possible]
    program = program_of(wanted)
    near = [work.graph.near[node] for node in program.nodes if node in work.graph.near]
    refer = tuple(dict.fromkeys([*near, *work.refer]))
    whole = program_of([*wanted, *refer])
    reader = Reader(prepared, work.words, (n for n in whole.nodes if n.op == "raw"))
    return Plan(work, tuple(rules), shown, figures, refer, whole, reader)


def nodes_of_rule(column: RuleColumn) -> tuple[Node, ...]:
    """What is given out of a rule."""
    verdict = column.verdict
    return column.there, verdict.sure, verdict.may, verdict.low_sure, verdict.low_may


def nodes_of_value(column: ValueColumn) -> tuple[Node, ...]:
    """What is given out of a value."""
    valued = column.valued
    value = valued.value
    found = [column.there, valued.sure, valued.may]
    if isinstance(value, Span):
        found += [value.low, value.high]
    elif isinstance(value, Chosen):
        found += [*value.may.values(), value.anything]
        found += [node for pair in value.computed for node in pair]
    return tuple(found)
