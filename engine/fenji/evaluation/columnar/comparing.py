"""Comparisons: bounds against bounds, words against words; each gives where it holds and may hold."""

from __future__ import annotations

from collections.abc import Sequence

from fenji.evaluation.columnar.graph import Graph, Node
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.values import (
    ELSEWHERE,
    Chosen,
    Elsewhere,
    Set,
    Span,
    Value,
    Valued,
    Word,
    as_span,
)
from fenji.evaluation.columnar.verdict import Verdict, Waiting, either, leaf
from fenji.evaluation.columnar.work import NotCarried, Work
from fenji.model import condition as c
from fenji.model.dictionary import Origin
from fenji.model.expression import Expression, Literal, Name, Stratum

Pair = tuple[Node, Node]
"""Where it certainly holds, and where it may."""


def judge_compare(work: Work, node: c.Compare, at: Place) -> Verdict:
    """False where either side does not apply; unknown where that is not known."""
    graph = work.graph
    left = work.value(node.left, at)
    right = [work.value(expression, at) for expression in node.right]
    literal = all(isinstance(expression, Literal) for expression in node.right)
    values = [valued.value for valued in right]
    sure, may = compare(work, left.value, node.word, values, literal=literal)
    both = [left, *right]
    waiting = _alone(work, node.left, at) if literal else None
    if waiting is None:
        waiting = either(graph, [valued.waiting for valued in both])
    return leaf(
        graph,
        graph.all_(sure, *(valued.sure for valued in both)),
        graph.all_(may, *(valued.may for valued in both)),
        waiting,
    )


def _alone(work: Work, left: Expression, at: Place) -> Waiting | None:
    """What a fact without a gate waits for, wherever its comparison with figures is open at all."""
    if not isinstance(left, Name) or left.stratum is not Stratum.FACT:
        return None
    fact = work.prepared.release.facts[left.entity][left.name]
    if fact.applies_when is not None:
        return None
    owner, graph = at.owner(left.entity), work.graph
    if owner.phantom is not None:
        return owner.phantom
    inspected = fact.origin is Origin.INSPECTED
    return Waiting(graph.flag(inspected), graph.flag(not inspected))


def compare(
    work: Work, left: Value, word: c.Word, right: Sequence[Value], *, literal: bool = False
) -> Pair:
    """One comparing word between a value and others."""
    graph = work.graph
    if word in (c.Word.IS, c.Word.IS_NOT):
        found = same(work, left, right[0])
    elif word in (c.Word.ONE_OF, c.Word.NONE_OF):
        found = _one_of(work, left, right, literal=literal)
    elif word in (c.Word.AT_LEAST, c.Word.LESS_THAN):
        found = _reaches(work, left, right[0])
    elif word in (c.Word.AT_MOST, c.Word.MORE_THAN):
        found = _reaches(work, right[0], left)
    else:
        found = _has_any(work, left, right)
    return _opposite(graph, found) if word in NEGATIVE else found


NEGATIVE = (
    c.Word.IS_NOT,
    c.Word.NONE_OF,
    c.Word.LESS_THAN,
    c.Word.MORE_THAN,
    c.Word.HAS_NONE,
)


def _opposite(graph: Graph, pair: Pair) -> Pair:
    return graph.not_(pair[1]), graph.not_(pair[0])


def _bounds(work: Work, a: Value, b: Value) -> tuple[Span, Span]:
    if isinstance(a, Span) and isinstance(b, Span) and a.day and b.day:
        return a, b
    return as_span(work.numbers, a), as_span(work.numbers, b)


def _reaches(work: Work, a: Value, b: Value) -> Pair:
    """Whether a ≥ b. Of a choice, its bounds decide it just as its members do together."""
    numbers, (x, y) = work.numbers, _bounds(work, a, b)
    sure = numbers.at_least(x.low, y.high)
    return sure, work.graph.any_(sure, numbers.at_least(x.high, y.low))


def same(work: Work, a: Value, b: Value) -> Pair:
    """Whether two values are the same."""
    graph, numbers = work.graph, work.numbers
    if isinstance(a, Chosen) and isinstance(b, Chosen):
        common = _common(work, a, b)
        known = graph.all_(a.known, b.known)
        return graph.all_(known, common), graph.any_(a.anything, b.anything, common)
    if isinstance(a, Set) or isinstance(b, Set):
        raise NotCarried("whether two sets are the same")
    if isinstance(a, Chosen):
        return _member_of_span(work, a, as_span(numbers, b))
    if isinstance(b, Chosen):
        return _member_of_span(work, b, as_span(numbers, a))
    x, y = _bounds(work, a, b)
    if x.low is x.high and y.low is y.high:
        equal = numbers.same(x.low, y.low)
        return equal, equal
    sure = graph.all_(numbers.at_least(x.low, y.high), numbers.at_least(y.low, x.high))
    may = graph.all_(numbers.at_least(x.high, y.low), numbers.at_least(y.high, x.low))
    return sure, graph.any_(sure, may)


def _common(work: Work, a: Chosen, b: Chosen) -> Node:
    """Where there is something that both may be."""
    graph, numbers = work.graph, work.numbers
    found = []
    for word in dict.fromkeys((*a.may, *b.may)):
        if word is not ELSEWHERE:
            found.append(graph.all_(_may(work, a, word), _may(work, b, word)))
    for one, other in ((a, b), (b, a)):
        for flag, number in one.computed:
            for word, there in other.may.items():
                if not isinstance(word, Elsewhere | str | bool):
                    equal = numbers.same(number, numbers.given(word))
                    found.append(graph.all_(flag, there, equal))
    for flag, number in a.computed:
        for there, other_number in b.computed:
            found.append(graph.all_(flag, there, numbers.same(number, other_number)))
    if ELSEWHERE in a.may and ELSEWHERE in b.may:
        found.append(_elsewhere(work, a, b))
    return graph.any_(*found)


def _may(work: Work, chosen: Chosen, word: Word) -> Node:
    """Whether it may be a word, of which it must know if it can be any other."""
    flag = chosen.may.get(word)
    if flag is not None:
        return flag
    if ELSEWHERE in chosen.may:
        raise NotCarried(f"comparing with `{word}` what has no column for that word")
    return work.graph.false


def _elsewhere(work: Work, a: Chosen, b: Chosen) -> Node:
    """Where both may be the same word of which no rule speaks. Several such are for the reference."""
    graph = work.graph
    both = graph.all_(a.may[ELSEWHERE], b.may[ELSEWHERE])
    if both.op == "const" or a.text is None or b.text is None:
        return both
    (x, y), frame = graph.meet((a.text, b.text))
    equal = graph.node("same_text", (x, y), frame, both.sort)
    open_ = graph.any_(a.anything, b.anything)
    several = graph.not_(graph.any_(graph.all_(a.known, b.known), open_))
    found = graph.all_(both, equal)
    work.refer[graph.all_(both, several)] = None
    return found


def _member_of_span(work: Work, a: Chosen, b: Span) -> Pair:
    """A choice among numbers against a number: whether its members agree."""
    graph, numbers = work.graph, work.numbers
    members = [
        (flag, numbers.given(word))
        for word, flag in a.may.items()
        if not isinstance(word, Elsewhere | str | bool)
    ]
    members += a.computed
    others = [f for w, f in a.may.items() if isinstance(w, Elsewhere | str | bool)]
    within, equal = [], []
    for flag, number in members:
        sides = (numbers.at_least(number, b.low), numbers.at_least(b.high, number))
        within.append(graph.all_(flag, *sides))
        points = (numbers.at_least(number, b.high), numbers.at_least(b.low, number))
        equal.append(graph.all_(flag, *points))
    none = graph.not_(graph.any_(*others, *(flag for flag, _ in members)))
    sure = graph.all_(a.known, graph.any_(*equal))
    return sure, graph.any_(a.anything, none, *others, *within)


def _one_of(work: Work, left: Value, right: Sequence[Value], *, literal: bool) -> Pair:
    """Decided when all that the value could be agree, not only when it is one of the words itself."""
    graph = work.graph
    if isinstance(left, Chosen) and all(isinstance(r, Chosen) for r in right):
        if not literal:
            raise NotCarried("a choice among words that are not written")
        words = {word for r in right if isinstance(r, Chosen) for word in r.may}
        return _among(work, left, words)
    found = [same(work, left, r) for r in right]
    return graph.any_(*(sure for sure, _ in found)), graph.any_(*(may for _, may in found))


def _among(work: Work, left: Chosen, words: set[Word]) -> Pair:
    graph, numbers = work.graph, work.numbers
    if ELSEWHERE in left.may and not words <= left.may.keys():
        raise NotCarried(f"comparing with {words} what has no columns for them")
    inside = [flag for word, flag in left.may.items() if word in words]
    outside = [flag for word, flag in left.may.items() if word not in words]
    for flag, number in left.computed:
        figures = [w for w in words if not isinstance(w, Elsewhere | str | bool)]
        hit = graph.any_(*(numbers.same(number, numbers.given(w)) for w in figures))
        inside.append(graph.all_(flag, hit))
        outside.append(graph.all_(flag, graph.not_(hit)))
    sure = graph.not_(graph.any_(left.anything, *outside))
    return sure, graph.any_(left.anything, sure, *inside)


def _has_any(work: Work, left: Value, right: Sequence[Value]) -> Pair:
    graph = work.graph
    if not isinstance(left, Set):
        raise NotCarried("whether something has a member that is no set")
    words = [str(word) for r in right if isinstance(r, Chosen) for word in r.may]
    return (
        graph.any_(*(left.certain[word] for word in words)),
        graph.any_(*(left.possible[word] for word in words)),
    )


def met_by(work: Work, valued: Valued, word: c.Word, right: Valued) -> Pair:
    """A comparison of two values, false where the right one does not apply."""
    sure, may = compare(work, valued.value, word, [right.value])
    graph = work.graph
    return graph.all_(sure, right.may), graph.all_(may, right.may)
