"""A release compiled for a day: how its subjects are read, and the functions that judge them."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.compiled import (
    aggregates,
    children,
    classifications,
    comparing,
    conditions,
    expressions,
    lookups,
    measures,
    names,
    rules,
    sheets,
)
from fenji.evaluation.compiled.assembly import functions
from fenji.evaluation.compiled.codes import (
    DOUBTFUL,
    INSPECTED,
    NEGATED,
    NOT_EXCLUDED,
    OTHER,
    UNKNOWN,
)
from fenji.evaluation.compiled.facts import VALUES, FactPlaces, unanswered
from fenji.evaluation.compiled.filling import FactReader
from fenji.evaluation.compiled.numbers import ENDLESS
from fenji.evaluation.compiled.reference import answer_by_the_reference
from fenji.evaluation.compiled.resting import resting_on
from fenji.evaluation.compiled.row import ENTITY, EXISTS, HEADER, PHANTOM, THERE
from fenji.evaluation.compiled.run import Run
from fenji.evaluation.compiled.stages import plan
from fenji.evaluation.compiled.tree import KindReader
from fenji.evaluation.compiled.work import Besides, Mention, Parts, Ref, Work, children_of
from fenji.evaluation.prepared import Prepared
from fenji.model import condition as c
from fenji.model import expression as e
from fenji.model.condition import Condition
from fenji.model.dictionary import EntityKind, Origin
from fenji.model.expression import Stratum
from fenji.model.submission import SUBJECT
from fenji.uncollected import uncollected

PARTS = Parts(
    judges={
        c.All: conditions.judge_all,
        c.Any: conditions.judge_any,
        c.AnyFinding: conditions.judge_any_finding,
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
        e.Aggregate: expressions.value_of_shared,
        e.Arithmetic: expressions.value_of_shared,
        e.Elapsed: expressions.value_of_shared,
        e.Extreme: expressions.value_of_shared,
        e.Literal: expressions.value_of_literal,
        e.Lookup: lookups.value_of_lookup,
        e.Name: names.value_of_name,
        e.Parameter: expressions.value_of_parameter,
    },
    formulas={
        e.Aggregate: aggregates.aggregate_of,
        e.Arithmetic: expressions.arithmetic_of,
        e.Elapsed: expressions.elapsed_of,
        e.Extreme: expressions.extreme_of,
        e.Lookup: lookups.lookup_of,
    },
    makers={
        "cases": classifications.make_cases,
        "condition": conditions.make_condition,
        "definition": conditions.make_definition,
        "edition": classifications.make_edition,
        "rule": rules.make_rule,
        "rule besides": rules.make_rule_besides,
        "term": aggregates.make_term,
        "value": expressions.make_value,
        Stratum.MEASURE.value: measures.make_measure,
        Stratum.CLASSIFICATION.value: classifications.make_classification,
        Stratum.SHEET.value: sheets.make_sheet,
    },
)


@dataclass(frozen=True)
class Compiled:
    """How rows are read, and the stages in their order.

    `places` says where the code of each condition that was compiled besides stands in the rows of its
    kind, `kept` the result of each derived value that was to be kept, `gates` that of what each fact
    depends on (`None`: nothing); `mentions` is what each thing that was asked for rests on, however
    far down.
    """

    kinds: tuple[KindReader, ...]
    stages: tuple[Run, ...]
    places: dict[tuple[str, Condition], int]
    kept: dict[tuple[str, str], int]
    gates: dict[tuple[str, str], int | None]
    mentions: dict[Ref, frozenset[Mention]]


def compile_release(prepared: Prepared, besides: Besides = Besides()) -> Compiled:  # noqa: B008
    """Compile all rules and derived values. KeyError where a node is of a kind not known here."""
    with uncollected():
        return _compile(Work(prepared, PARTS, besides))


def _compile(work: Work) -> Compiled:
    prepared = work.prepared
    work.objects.update(
        UNKNOWN=UNKNOWN,
        NEGATED=NEGATED,
        DOUBTFUL=DOUBTFUL,
        NOT_EXCLUDED=NOT_EXCLUDED,
        ENDLESS=ENDLESS,
        MINUS_ENDLESS=-ENDLESS,
        answer_by_the_reference=answer_by_the_reference,
    )
    kinds = _parents_first(prepared)
    for kind in kinds:
        work.templates[kind.name] = list(HEADER)
    for kind in kinds[1:]:
        work.slot(children_of(kind.parent or SUBJECT, kind.name), kind.parent or SUBJECT, None)
    wanted = [Ref("rule", r.rule.for_, r.rule.id) for r in prepared.rules.values()]
    wanted += [Ref(Stratum.MEASURE.value, *key) for key in prepared.measures]
    wanted += [Ref(Stratum.CLASSIFICATION.value, *key) for key in prepared.classifications]
    wanted += [Ref(Stratum.SHEET.value, *key) for key in prepared.sheets]
    besides = {key: Ref("condition", *key) for key in work.besides.conditions}
    wanted += [Ref("rule besides", r.rule.for_, key) for key, r in work.besides.rules.items()]
    wanted += besides.values()
    for ref in (*wanted, *(Ref("definition", *key) for key in prepared.definitions)):
        work.uses(ref)
    work.make()
    places = {key: work.slot(work.pieces[ref].name, ref.kind, None) for key, ref in besides.items()}
    kept = {
        (kind, name): work.slot(work.pieces[ref].name, kind, None)
        for sort, kind, name in work.besides.kept
        if (ref := Ref(sort, kind, name)) in work.pieces
    }
    stages = functions(work, plan(work, wanted))
    alone = {
        kind for stage in stages if stage.alone for kind in prepared.release.lineage(stage.kind)
    }
    readers = [_reader(work, kind, shared=kind.name not in alone) for kind in kinds]
    gates = {fact: facts.gate for fact, facts in work.facts.items()}
    return Compiled(tuple(readers), tuple(stages), places, kept, gates, resting_on(work, wanted))


def _parents_first(prepared: Prepared) -> list[EntityKind]:
    release = prepared.release
    return sorted(release.entities.values(), key=lambda k: len(release.lineage(k.name)))


def _reader(work: Work, kind: EntityKind, *, shared: bool) -> KindReader:
    """How rows of a kind are made, once all places in them are known."""
    template = list(work.templates[kind.name])
    phantoms = {gaps: list(template) for gaps in (INSPECTED, OTHER)}
    facts = {}
    for (entity, name), places in work.facts.items():
        if entity != kind.name:
            continue
        nothing = unanswered(places, work.prepared.as_of)
        end = places.place + len(nothing)
        template[places.place : end] = nothing
        for gaps, phantom in phantoms.items():
            phantom[places.place : end] = [*nothing[:-1], UNKNOWN[gaps]]
        facts[name] = _fact_reader(places)
        if places.lines is not None and places.standing is not None:
            for row in (template, *phantoms.values()):
                span = places.lines.around(places.definition.range)
                row[places.standing : places.standing + 2] = span
    for gaps, phantom in phantoms.items():
        phantom[EXISTS] = phantom[THERE] = UNKNOWN[gaps]
        phantom[PHANTOM] = gaps
    parent = kind.parent or SUBJECT
    place = work.slots[children_of(parent, kind.name)][1] if kind.parent else ENTITY
    dated_open = 0
    if kind.dated_by is not None:
        origin = work.prepared.release.facts[kind.name][kind.dated_by].origin
        dated_open = UNKNOWN[_gaps(origin)]
    return KindReader(
        kind.name,
        parent,
        place,
        kind.dated_by,
        dated_open,
        _gaps(kind.origin),
        template,
        phantoms,
        facts,
        shared,
        {},
    )


def _fact_reader(places: FactPlaces) -> FactReader:
    first, standing = places.place, places.standing or 0
    return (
        VALUES[places.type],
        *(first, first + 1, first + 2, standing, standing + 1),
        places.domain,
        places.lines or None,
        places.gate,
        places.definition.may_lie_ahead,
    )


def _gaps(origin: Origin) -> int:
    return INSPECTED if origin is Origin.INSPECTED else OTHER
