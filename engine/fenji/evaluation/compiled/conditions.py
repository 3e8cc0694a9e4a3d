"""`all`, `any`, `not`, `at_least_n`, definitions, rules, children and tables, as verdicts' codes."""

from __future__ import annotations

import ast

from fenji.evaluation.compiled.codes import FALSE, GAPS, TRUE, either, enough
from fenji.evaluation.compiled.syntax import (
    Expr,
    bits,
    both,
    call,
    choose,
    constant,
    equal,
    item,
    load,
    naming,
    row_of,
)
from fenji.evaluation.compiled.tree import Tree
from fenji.evaluation.compiled.work import Piece, Ref, Work
from fenji.model.condition import (
    All,
    Any,
    AnyFinding,
    AtLeastN,
    Condition,
    Fires,
    Holds,
    Not,
)


def judge_all(work: Work, node: All) -> Expr:
    """Every part holds; what comes after one that does not is not judged."""
    return every(work, [work.condition(part) for part in node.of])


def every(work: Work, parts: list[Expr]) -> Expr:
    """Kleene's "and": the codes' `&`, with what keeps any of them open."""
    if not parts:
        return constant(TRUE)
    if len(parts) == 1:
        return parts[0]
    names = [work.fresh() for _ in parts]
    tests = [naming(name, part) for name, part in zip(names, parts, strict=True)]
    return both(*tests, _all_open(names))


def _all_open(names: list[str]) -> Expr:
    """The verdict of parts of which none is false."""
    met = both(*[equal(load(name), constant(TRUE)) for name in names])
    together, gaps = load(names[0]), load(names[0])
    for name in names[1:]:
        together = bits(together, ast.BitAnd(), load(name))
        gaps = bits(gaps, ast.BitOr(), load(name))
    waiting = bits(gaps, ast.BitAnd(), constant(GAPS))
    return choose(met, constant(TRUE), bits(together, ast.BitOr(), waiting))


def judge_any(work: Work, node: Any) -> Expr:
    """At least one part holds; the rest is not judged then."""
    return some(work, [work.condition(part) for part in node.of])


def some(work: Work, parts: list[Expr]) -> Expr:
    """Kleene's "or": true as soon as one is, else the codes' `|`."""
    if not parts:
        return constant(FALSE)
    if len(parts) == 1:
        return parts[0]
    names = [work.fresh() for _ in parts]
    found = load(names[0])
    for name in names[1:]:
        found = bits(found, ast.BitOr(), load(name))
    for name, part in reversed(list(zip(names, parts, strict=True))):
        found = choose(equal(naming(name, part), constant(TRUE)), constant(TRUE), found)
    return found


def judge_not(work: Work, node: Not) -> Expr:
    """The part does not hold."""
    return item(load("NEGATED"), work.condition(node.of))


def judge_at_least_n(work: Work, node: AtLeastN) -> Expr:
    """Decided as soon as the known parts suffice, or can no longer suffice."""
    parts = row_of([work.condition(part) for part in node.of])
    return call(work.tool(enough), parts, constant(node.n))


def judge_holds(work: Work, node: Holds) -> Expr:
    """The truth of a definition."""
    return work.use(Ref("definition", node.entity, node.name))


def judge_fires(work: Work, node: Fires) -> Expr:
    """The truth of another rule; a rule that is not in force does not hold."""
    instead = work.instead(node.rule)
    if instead is not None:
        other = work.besides.rules[instead].rule
        return work.use(Ref("rule besides", other.for_, instead))
    work.mention("rule", "", node.rule)
    ready = work.prepared.rules.get(node.rule)
    if ready is None:
        return constant(FALSE)
    return work.use(Ref("rule", ready.rule.for_, node.rule))


def judge_any_finding(work: Work, node: AnyFinding) -> Expr:
    """Whether some rule with that outcome holds anywhere in the subject."""
    found = []
    for ready in work.prepared.rules.values():
        if ready.rule.finding.value == node.finding:
            ref = Ref("rule", ready.rule.for_, ready.rule.id)
            kind, place = constant(ref.kind), constant(work.index(ref))
            found.append(call(work.tool(anywhere), load("tree"), kind, place))
    return call(work.tool(either), row_of(found))


def anywhere(tree: Tree, kind: str, place: int) -> int:
    """Whether a rule, whose verdict stands there, holds of some entity of the kind."""
    phantoms = [phantom.row[place] for phantom in tree.phantoms.get(kind, ())]
    return either([row[place] for row in tree.rows[kind]] + phantoms)


def make_condition(work: Work, piece: Piece) -> None:
    """The piece of a condition that is shared, or is read of children."""
    key = piece.ref.key
    assert isinstance(key, Condition)
    piece.value = work.condition(key)


def make_definition(work: Work, piece: Piece) -> None:
    """The piece of a definition."""
    assert isinstance(piece.ref.key, str)
    definition = work.prepared.definitions[piece.ref.kind, piece.ref.key]
    piece.value = work.condition(definition.when)
