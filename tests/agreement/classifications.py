"""Classifications, drawn: by cases, computed, given others, the worst of others, in editions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any as Anything

from fenji.model.expression import (
    Aggregate,
    Arithmetic,
    Elapsed,
    Expression,
    Extreme,
    Literal,
    Name,
    Stratum,
)
from fenji.model.rule import Case, Classification
from fenji.model.value import Member, point
from tests.agreement.conditions import condition, simple
from tests.agreement.drawing import Drawing, Readable, Sort
from tests.agreement.exclusions import exclusions
from tests.agreement.formulas import SIGNS, name_of, number
from tests.agreement.laws import provenance
from tests.agreement.vocabulary import GRADES, WORDS
from tests.evaluation.vocabulary import LABEL

MEMBERS: dict[Sort, tuple[Member, ...]] = {Sort.WORD: WORDS, Sort.GRADED: GRADES}


def classifications(draw: Drawing, kind: str, stem: str) -> tuple[Classification, ...]:
    """A classification by cases, an edition of it, what is made of both, and one that is computed."""
    sort = draw.one((Sort.WORD, Sort.GRADED))
    found = [_by_cases(draw, kind, f"{stem}_a", sort), _by_cases(draw, kind, f"{stem}_b", sort)]
    found.append(_edition(draw, found[0], sort))
    for one in found[:2]:
        draw.declare(Name(kind, one.name, Stratum.CLASSIFICATION), sort, MEMBERS[sort])
    several = [r for r in draw.named(kind, Stratum.CLASSIFICATION, sort) if r.whole]
    given = _given(draw, kind, f"{stem}_given", several, sort)
    worst = _worst(draw, kind, f"{stem}_worst", several, sort)
    for one in (given, worst):
        draw.declare(Name(kind, one.name, Stratum.CLASSIFICATION), sort, MEMBERS[sort])
    free = _free(draw, kind, f"{stem}_free")
    draw.declare(Name(kind, free.name, Stratum.CLASSIFICATION), Sort.GRADED, GRADES, whole=False)
    return (*found, given, worst, free)


def _classification(draw: Drawing, kind: str, name: str, **parts: Anything) -> Classification:
    usual: dict[str, Anything] = {
        "cases": (),
        "worst_of": (),
        "given": (),
        "overrides": None,
        "id": name,
        "scope": simple(draw, kind) if draw.chance(40) else None,
        "unless": exclusions(draw, kind, most=1),
        "determined_as": f"matter_{name}" if draw.chance(40) else None,
    }
    return Classification(
        name=name,
        sector="one",
        for_=kind,
        label=LABEL,
        provenance=provenance(draw),
        **{**usual, **parts},
    )


def _by_cases(draw: Drawing, kind: str, name: str, sort: Sort) -> Classification:
    members = MEMBERS[sort]
    several = draw.some(members, 1, 2)
    cases = [Case(member, LABEL, condition(draw, kind, 1)) for member in several]
    if sort is Sort.GRADED and draw.chance(40):
        computed = Case("", LABEL, condition(draw, kind, 1), _within(_whole(draw, kind)))
        cases.insert(draw.random.randint(0, len(cases)), computed)
    cases.append(Case(draw.one(members), LABEL, None))
    return _classification(draw, kind, name, cases=tuple(cases), order=_order(draw, members))


def _within(computed: Expression) -> Expression:
    """Held between the first and the last grade."""
    low, high = (Literal(point(member)) for member in (Fraction(1), Fraction(3)))
    return Extreme("max", (low, Extreme("min", (high, computed))))


def _whole(draw: Drawing, kind: str) -> Expression:
    """A whole number, so that it is a grade: an order has no place for what lies between two."""
    if draw.children(kind) and draw.chance(40):
        return Aggregate("count", draw.one(draw.children(kind)), None)
    if draw.chance(30):
        return Elapsed("years", name_of(draw, kind, Sort.DATE))
    return draw.one([r.node for r in draw.readable(kind, Sort.GRADED) if r.whole])


def _free(draw: Drawing, kind: str, name: str) -> Classification:
    """Computed, and held to nothing: no other is the worst of it, and no authority decides it."""
    cases = (
        Case("", LABEL, condition(draw, kind, 1), number(draw, kind)),
        Case(draw.one(GRADES), LABEL, condition(draw, kind, 1)),
        Case("", LABEL, None, number(draw, kind)),
    )
    order = draw.one(((), GRADES))
    return _classification(draw, kind, name, cases=cases, order=order, determined_as=None)


def _order(draw: Drawing, members: tuple[Member, ...]) -> tuple[Member, ...]:
    return members if draw.chance(50) else tuple(reversed(members))


def _edition(draw: Drawing, first: Classification, sort: Sort) -> Classification:
    """Another answer of the same name, that overrides it or conflicts with it."""
    other = _by_cases(draw, first.for_, first.name, sort)
    overrides = first.id if draw.chance(60) else None
    return replace(other, id=f"{first.id}_edition", overrides=overrides, determined_as=None)


def _given(
    draw: Drawing, kind: str, name: str, several: list[Readable], sort: Sort
) -> Classification:
    given = draw.some(several, 1, 2)
    first = given[0].node
    if sort is Sort.GRADED:
        sign = draw.one(SIGNS[:2])
        moved = _within(Arithmetic(sign, first, Literal(point(1))))
        cases = [Case("", LABEL, condition(draw, kind, 1), moved)]
    else:
        cases = [Case(draw.one(WORDS), LABEL, condition(draw, kind, 1))]
    cases.append(Case(draw.one(MEMBERS[sort]), LABEL, condition(draw, kind, 1)))
    cases.append(Case(draw.one(MEMBERS[sort]), LABEL, None))
    return _classification(
        draw,
        kind,
        name,
        cases=tuple(cases),
        order=_order(draw, MEMBERS[sort]),
        given=tuple(readable.node.name for readable in given),
    )


def _worst(
    draw: Drawing, kind: str, name: str, several: list[Readable], sort: Sort
) -> Classification:
    worst_of = tuple(readable.node.name for readable in draw.some(several, 2, 3))
    return _classification(draw, kind, name, worst_of=worst_of, order=_order(draw, MEMBERS[sort]))
