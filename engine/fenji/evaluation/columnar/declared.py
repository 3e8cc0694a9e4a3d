"""Values on declared facts: what they would be if everything not yet inspected were found in order.

Only policies read them. Facts, formulas and look-ups give the same as is known.
"""

from __future__ import annotations

from fenji.evaluation.columnar.classifications import value_of_classification
from fenji.evaluation.columnar.measures import value_of_measure
from fenji.evaluation.columnar.names import derived
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.sheets import value_of_sheet
from fenji.evaluation.columnar.values import Span, Value
from fenji.evaluation.columnar.work import Work
from fenji.model.expression import Expression, Name, Stratum


def on_declared(work: Work, node: Expression, at: Place) -> Value:
    """What an expression could be on declared facts."""
    if not isinstance(node, Name) or node.stratum is Stratum.FACT:
        return work.value(node, at).value
    owner, prepared = at.owner(node.entity), work.prepared
    key = (node.entity, node.name)
    known = derived(work, owner, node.name, node.stratum).value
    if node.stratum is Stratum.CLASSIFICATION and key in prepared.classifications:
        several = prepared.classifications[key]
        return value_of_classification(work, several, owner, low=True).value
    if node.stratum is Stratum.SHEET and key in prepared.sheets:
        return value_of_sheet(work, prepared.sheets[key], owner, low=True).value
    if node.stratum is Stratum.MEASURE:
        return _of_measure(work, node, owner, known)
    return known


def _of_measure(work: Work, node: Name, owner: Place, known: Value) -> Value:
    """What is known, where on declared facts no case would hold."""
    measure = work.prepared.measures[node.entity, node.name]
    numbers = work.numbers
    low = value_of_measure(work, measure, owner, lambda case: on_declared(work, case, owner))
    assert isinstance(low.value, Span)
    assert isinstance(known, Span)
    return Span(
        numbers.where(low.may, low.value.low, known.low),
        numbers.where(low.may, low.value.high, known.high),
    )
