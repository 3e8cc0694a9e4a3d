"""Classifications: their cases, the worst of several, given ones gone through, editions together."""

from __future__ import annotations

import ast

from fenji.evaluation.compiled.answers import (
    NO_ANSWER,
    Choosing,
    answered_choice,
    choosing,
    determined,
    gathered,
    limited,
    masking,
    takings,
    together,
    worst,
)
from fenji.evaluation.compiled.codes import FALSE, TRUE
from fenji.evaluation.compiled.conditions import every
from fenji.evaluation.compiled.domains import ANYTHING
from fenji.evaluation.compiled.expressions import number
from fenji.evaluation.compiled.rules import excluded, given_out, row_name
from fenji.evaluation.compiled.syntax import (
    Expr,
    bits,
    call,
    choose,
    compared,
    constant,
    item,
    load,
    naming,
    row_of,
    store,
)
from fenji.evaluation.compiled.work import Given, Piece, Ref, Work
from fenji.evaluation.prepared import ReadyClassification
from fenji.model.expression import Stratum
from fenji.model.rule import Classification
from fenji.model.truth import Truth

NOT_IN_FORCE = (ANYTHING, None, FALSE, 0)


def make_classification(work: Work, piece: Piece) -> None:
    """The piece of all classifications of one name, the mask of their answer before it."""
    assert isinstance(piece.ref.key, str)
    kind, name = piece.ref.kind, piece.ref.key
    several = work.prepared.classifications[kind, name]
    answers = [work.use(Ref("edition", kind, (name, place))) for place in range(len(several))]
    answer = answers[0]
    if len(answers) > 1:
        ranked = tuple(Choosing(c.classification.id, c.classification.overrides) for c in several)
        answer = call(work.named(together(ranked), "together"), *answers)
    mask = work.named(masking(work.domain(kind, name)), "mask")
    piece.value = call(mask, answer)
    given = call(work.tool(answered_choice), load(piece.name))
    piece.also.append(given_out("values", kind, name, given))


def make_edition(work: Work, piece: Piece) -> None:
    """The piece of one of them: its answer within its scope, and beside what an authority decided."""
    assert isinstance(piece.ref.key, tuple)
    name, place = piece.ref.key
    ready = work.prepared.classifications[piece.ref.kind, name][place]
    classification = ready.classification
    if classification.worst_of:
        answer = _worst(work, classification)
    elif classification.given:
        answer = _over_given(work, piece, classification)
    else:
        answer = cases(work, classification)
    if classification.determined_as is not None:
        stands = work.named(determined(classification), "determined")
        path = item(load(row_name(classification.for_)), 0)
        matter = row_of([path, constant(classification.determined_as)])
        decided = ast.Call(ast.Attribute(load("decided"), "get", ast.Load()), [matter], [])
        answer = call(stands, answer, decided)
    piece.value = _within_scope(work, ready, answer)


def _within_scope(work: Work, ready: ReadyClassification, answer: Expr) -> Expr:
    """It does not apply out of scope, or where it is excluded."""
    classification = ready.classification
    parts = []
    if classification.scope is not None:
        parts.append(work.use(Ref("condition", classification.for_, classification.scope)))
    if classification.unless:
        parts.append(item(load("NEGATED"), excluded(work, classification.unless)))
    if not parts and ready.in_force is Truth.TRUE:
        return answer
    applies = every(work, parts)
    if ready.in_force is Truth.UNKNOWN:
        applies = item(load("DOUBTFUL"), applies)
    code = work.fresh()
    gaps = bits(load(code), ast.RShift(), constant(6))
    within = call(work.tool(limited), load(code), gaps, answer)
    return choose(naming(code, applies), within, load(work.named(NO_ANSWER, "NO_ANSWER")))


def cases(work: Work, classification: Classification) -> Expr:
    """The answer from the cases."""
    words = tuple(frozenset({case.value}) for case in classification.cases)
    met = []
    for case in classification.cases:
        code = constant(TRUE) if case.when is None else work.condition(case.when)
        computed = constant(None) if case.computed is None else number(work, case.computed)
        met.append(row_of([code, computed]))
    return call(work.named(choosing(words, classification.order), "choose"), *met)


def make_cases(work: Work, piece: Piece) -> None:
    """The piece of the cases that a loop over given answers repeats."""
    assert isinstance(piece.ref.key, tuple)
    name, place = piece.ref.key
    several = work.prepared.classifications[piece.ref.kind, name]
    piece.value = cases(work, several[place].classification)


def _worst(work: Work, classification: Classification) -> Expr:
    several = [_shown(work, classification.for_, name) for name in classification.worst_of]
    return call(work.named(worst(classification.order), "worst"), *several)


def _shown(work: Work, kind: str, name: str) -> Expr:
    """The answer of another classification of the entity, behind its mask."""
    work.mention(Stratum.CLASSIFICATION.value, kind, name)
    if (kind, name) not in work.prepared.classifications:
        return load(work.named(NOT_IN_FORCE, "NOT_IN_FORCE"))
    return work.use(Ref(Stratum.CLASSIFICATION.value, kind, name))


def _over_given(work: Work, piece: Piece, classification: Classification) -> Expr:
    """The given answers taken one by one; as they are where one of them could be anything."""
    kind = classification.for_
    inner = Ref("cases", kind, piece.ref.key)
    plain = work.use(inner)
    given = [_shown(work, kind, name) for name in classification.given]
    if any((kind, name) not in work.prepared.classifications for name in classification.given):
        return plain
    ways, found = work.fresh(), work.fresh()
    piece.before.append(store(ways, call(work.tool(takings), *given)))
    piece.before.append(store(found, ast.List([], ast.Load())))
    piece.given = Given(
        tuple(Ref(Stratum.CLASSIFICATION.value, kind, name) for name in classification.given),
        inner,
        ways,
        found,
        tuple(work.named(masking(work.domain(kind, n)), "mask") for n in classification.given),
    )
    untaken = compared(load(ways), ast.Is(), constant(None))
    return choose(untaken, plain, call(work.tool(gathered), load(found), *given))
