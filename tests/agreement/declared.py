"""Values on declared facts, which no evaluator gives out: the reference's beside those in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fenji.evaluation import columnar
from fenji.evaluation.columnar import declared
from fenji.evaluation.columnar.one_by_one import one_by_one
from fenji.evaluation.columnar.plan import Plan, nodes_of_value, plan_of
from fenji.evaluation.columnar.reading import Reader
from fenji.evaluation.columnar.running import program_of
from fenji.evaluation.prepared import Prepared
from fenji.evaluation.protocol import Answered, At
from fenji.evaluation.reference import scene_of
from fenji.evaluation.reference.names import derived
from fenji.model.expression import Name, Stratum
from fenji.model.submission import Submission


def in_columns(
    prepared: Prepared, submissions: Sequence[Submission]
) -> list[dict[At, Answered] | None]:
    """All values of each subject on declared facts; none of those that are referred."""
    plan = _plan(prepared)
    judgement = columnar.judged(plan, columnar.taken_in(prepared, submissions))
    return [
        None if refer else dict(judged.values)
        for judged, refer in zip(one_by_one(judgement), judgement.refer, strict=True)
    ]


def _plan(prepared: Prepared) -> Plan:
    """A plan that gives the values on declared facts out in the others' stead."""
    plan = plan_of(prepared, values=True)
    values = []
    for column in plan.values:
        kind = column.place.kind
        node = Name(kind, column.name, _stratum(prepared, kind, column.name))
        value = declared.on_declared(plan.work, node, column.place)
        values.append(replace(column, valued=replace(column.valued, value=value)))
    wanted = [node for value in values for node in nodes_of_value(value)]
    before = program_of(wanted)
    near = [plan.work.graph.near[node] for node in before.nodes if node in plan.work.graph.near]
    refer = tuple(dict.fromkeys([*plan.refer, *near]))
    program = program_of([*wanted, *refer])
    raw = (node for node in program.nodes if node.op == "raw")
    reader = Reader(prepared, plan.work.words, raw)
    return replace(
        plan, rules=(), values=tuple(values), refer=refer, program=program, reader=reader
    )


def by_the_reference(prepared: Prepared, submission: Submission) -> dict[At, Answered]:
    """The same. Raises Refused as the reference does."""
    scene = scene_of(prepared, submission)
    found = {}
    several = (prepared.measures, prepared.classifications, prepared.sheets)
    for kind, name in (key for keys in several for key in keys):
        for spot in scene.world.spots(kind):
            valued = derived(scene, spot, name, _stratum(prepared, kind, name))
            value = valued.value if valued.on_declared is None else valued.on_declared
            found[spot.path, name] = Answered(
                None if valued.value is None else value, valued.applies
            )
    return found


def _stratum(prepared: Prepared, kind: str, name: str) -> Stratum:
    if (kind, name) in prepared.measures:
        return Stratum.MEASURE
    return Stratum.SHEET if (kind, name) in prepared.sheets else Stratum.CLASSIFICATION
