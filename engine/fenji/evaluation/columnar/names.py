"""Names: a fact or a derived value of the entity itself or of the ancestor that owns it."""

from __future__ import annotations

from fenji.evaluation.columnar.classifications import value_of_classification
from fenji.evaluation.columnar.facts import value_of_fact
from fenji.evaluation.columnar.measures import value_of_measure
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.sheets import value_of_sheet
from fenji.evaluation.columnar.values import Chosen, Span, Valued
from fenji.evaluation.columnar.verdict import nothing
from fenji.evaluation.columnar.work import Work
from fenji.model.expression import Name, Stratum


def value_of_name(work: Work, node: Name, at: Place) -> Valued:
    """What stands under the name."""
    owner = at.owner(node.entity)
    if node.stratum is Stratum.FACT:
        return value_of_fact(work, owner, node.name)
    return derived(work, owner, node.name, node.stratum)


def classified(work: Work, owner: Place, name: str) -> Valued:
    """The answer of a classification of the entity."""
    return derived(work, owner, name, Stratum.CLASSIFICATION)


def derived(work: Work, owner: Place, name: str, stratum: Stratum) -> Valued:
    """A measure, classification or sheet of the entity; it does not apply where none is in force."""
    assumed = work.assumed.get((owner.kind, name))
    if assumed is not None:
        return assumed
    key = ("derived", owner, name)
    return work.once(key, lambda: _work_out(work, owner, name, stratum))  # type: ignore[no-any-return]


def _work_out(work: Work, owner: Place, name: str, stratum: Stratum) -> Valued:
    prepared, kind = work.prepared, owner.kind
    if stratum is Stratum.MEASURE:
        return value_of_measure(work, prepared.measures[kind, name], owner)
    if stratum is Stratum.CLASSIFICATION:
        several = prepared.classifications.get((kind, name))
        if several:
            return value_of_classification(work, several, owner)
    else:
        sheet = prepared.sheets.get((kind, name))
        if sheet:
            return value_of_sheet(work, sheet, owner)
    graph, numbers = work.graph, work.numbers
    wide = Span(numbers.lowest, numbers.highest)
    value = wide if stratum is Stratum.SHEET else Chosen({}, graph.false, graph.false)
    return Valued(value, graph.false, graph.false, nothing(graph))
