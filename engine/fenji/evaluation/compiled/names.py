"""Names: a fact, read where the row of its entity has it, or a derived value, worked out before."""

from __future__ import annotations

import ast
from dataclasses import replace

from fenji.evaluation.compiled.codes import FALSE, INSPECTED, OTHER
from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.facts import PARTS, STANDING, TYPES, FactPlaces
from fenji.evaluation.compiled.lines import Lines
from fenji.evaluation.compiled.numbers import date_value, number_value
from fenji.evaluation.compiled.operands import Operand, Type
from fenji.evaluation.compiled.syntax import Expr, bits, both, call, constant, first, item, load
from fenji.evaluation.compiled.work import Ref, Work
from fenji.model.dictionary import FactDefinition, Kind, Origin
from fenji.model.expression import Name, Stratum
from fenji.model.value import Choice


def value_of_name(work: Work, node: Name) -> Operand:
    """What stands under the name."""
    if node.stratum is Stratum.FACT:
        return _fact(work, node)
    return derived(work, node.entity, node.name, node.stratum)


def derived(work: Work, kind: str, name: str, stratum: Stratum) -> Operand:
    """A derived value; it does not apply where none is in force."""
    prepared, key = work.prepared, (kind, name)
    work.mention(stratum.value, kind, name)
    of_choice = stratum is Stratum.CLASSIFICATION
    if stratum is Stratum.MEASURE:
        assert key in prepared.measures
    elif key not in (prepared.classifications if of_choice else prepared.sheets):
        nothing = constant(None)
        type_ = Type.CHOICE if of_choice else Type.NUMBER
        domain = work.domain(kind, name)
        return Operand(type_, nothing, nothing, nothing, constant(FALSE), domain=domain)
    result = work.use(Ref(stratum.value, kind, name))
    if stratum is Stratum.SHEET:  # a score is more than a quadruple
        return replace(number_operand(work, result), whole=None)
    if not of_choice:
        return number_operand(work, result)
    members = item(result, 1)
    return Operand(
        Type.CHOICE,
        item(result, 0),
        members,
        call(work.tool(Choice), members),
        item(result, 2),
        item(result, 3),
        item(load("UNKNOWN"), item(result, 3)),
        work.domain(kind, name),
    )


def number_operand(work: Work, result: Expr, type_: Type = Type.NUMBER) -> Operand:
    """A quadruple (see `numbers`) that stands in a variable."""
    low, high, gaps = item(result, 0), item(result, 1), item(result, 3)
    made = work.tool(number_value if type_ is Type.NUMBER else date_value)
    unknown = item(load("UNKNOWN"), gaps)
    value = call(made, low, high)
    return Operand(type_, low, high, value, item(result, 2), gaps, unknown, whole=result)


def _fact(work: Work, node: Name) -> Operand:
    definition = work.prepared.release.facts[node.entity][node.name]
    work.mention(Stratum.FACT.value, node.entity, node.name)
    type_ = TYPES[definition.kind]
    path = f"{node.entity}.{node.name}"
    open_ = load(f"{path}.open")
    unknown, gaps = open_, bits(open_, ast.RShift(), constant(6))
    applies = None
    if definition.applies_when is not None:
        applies = work.use(Ref("condition", node.entity, definition.applies_when))
        gate = bits(applies, ast.RShift(), constant(6))
        gaps = first(gate, gaps)
        unknown = item(load("UNKNOWN"), gaps)
        gaps = both(applies, gaps)  # what does not apply waits for nothing
    domain = work.domain(node.entity, node.name)
    places = _place(work, definition, domain)
    a, b = (load(f"{path}.{part}") for part in PARTS[type_][:2])
    if type_ is Type.CHOICE:
        value = call(work.tool(Choice), b)
    elif type_ is Type.SET:
        value = load(f"{path}.value")
    else:
        value = call(work.tool(number_value if type_ is Type.NUMBER else date_value), a, b)
    found = Operand(type_, a, b, value, applies, gaps, unknown, domain)
    if places.lines is None:
        return found
    standing = load(f"{path}.{STANDING[0]}"), load(f"{path}.{STANDING[1]}")
    return replace(found, lines=places.lines, standing=standing)


def _place(work: Work, definition: FactDefinition, domain: Domain) -> FactPlaces:
    """Give the fact its places in the rows of its kind."""
    kind, name = definition.entity, definition.name
    known = work.facts.get((kind, name))
    if known is not None:
        return known
    own = INSPECTED if definition.origin is Origin.INSPECTED else OTHER
    type_ = TYPES[definition.kind]
    places = [work.slot(f"{kind}.{name}.{part}", kind, None) for part in PARTS[type_]]
    gate = None
    if definition.applies_when is not None:
        ref = Ref("condition", kind, definition.applies_when)
        gate = work.slot(work.pieces[ref].name, kind, None)
    lines, standing = None, None
    if definition.kind is Kind.NUMBER:
        lines = Lines()
        standing, _ = (work.slot(f"{kind}.{name}.{part}", kind, None) for part in STANDING)
    found = FactPlaces(definition, type_, places[0], domain, own, gate, lines, standing)
    work.facts[kind, name] = found
    return found
