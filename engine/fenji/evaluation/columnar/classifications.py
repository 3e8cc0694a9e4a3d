"""Classifications: one answer from cases, the worst of several, or what overrides them.

An answer is a flag for each word that it may be. Given answers are gone through one by one when the
plan is made: for each way to take them the cases are worked out again, and count where it may be so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from fenji.evaluation.columnar.graph import Node
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.rules import not_excluded
from fenji.evaluation.columnar.values import Chosen, Valued, Word, as_span, chosen
from fenji.evaluation.columnar.verdict import (
    Verdict,
    Waiting,
    all_of,
    decided,
    either,
    in_force,
    nothing,
    while_,
)
from fenji.evaluation.columnar.work import NotCarried, Work
from fenji.evaluation.columnar.worst import determined, worst_of
from fenji.evaluation.prepared import ReadyClassification
from fenji.model.rule import Case, Classification
from fenji.model.value import Member

GIVEN_LIMIT = 512
Given = tuple[tuple[Node, Node], ...]


def value_of_classification(
    work: Work, several: Sequence[ReadyClassification], at: Place, *, low: bool = False
) -> Valued:
    """The set of answers not ruled out. Editions and overriding cases of one name answer together.

    `low`: the answers on declared facts, where they apply as known.
    """
    answers = [_answer(work, ready, at, low=low) for ready in several]
    if len(answers) == 1:
        return answers[0]
    return _together(work, [ready.classification for ready in several], answers)


def _together(work: Work, laws: Sequence[Classification], answers: Sequence[Valued]) -> Valued:
    """The one that stands alone, else the words of all that stand."""
    graph, numbers = work.graph, work.numbers
    standing, ranked = [], []
    for law, answer in zip(laws, answers, strict=True):
        beaten = [a.sure for c, a in zip(laws, answers, strict=True) if c.overrides == law.id]
        standing.append(graph.all_(answer.may, graph.not_(graph.any_(*beaten))))
    for law, answer, stands in zip(laws, answers, standing, strict=True):
        over = [s for c, s in zip(laws, standing, strict=True) if c.id == law.overrides]
        ranked.append(graph.all_(stands, answer.sure, graph.not_(graph.any_(*over))))
    some = graph.any_(*standing)
    many = _two_of(work, standing)
    first = graph.not_(some)
    picks = [graph.any_(stands, first) if i == 0 else stands for i, stands in enumerate(standing)]
    values = [_chosen(answer) for answer in answers]
    words: dict[Word, Node] = {}
    for pick, value in zip(picks, values, strict=True):
        taking = graph.all_(pick, graph.not_(value.anything))
        for word, flag in value.may.items():
            taken = graph.all_(taking, flag)
            words[word] = graph.any_(words.get(word, graph.false), taken)
    computed = [
        (graph.all_(pick, graph.not_(value.anything), flag), number)
        for pick, value in zip(picks, values, strict=True)
        for flag, number in value.computed
    ]
    alone = [graph.all_(graph.not_(many), pick) for pick in picks]
    anything = graph.any_(
        *(graph.all_(pick, v.anything) for pick, v in zip(alone, values, strict=True))
    )
    value = chosen(numbers, words, anything, computed)
    sures = [graph.all_(pick, a.sure) for pick, a in zip(alone, answers, strict=True)]
    mays = [graph.all_(pick, a.may) for pick, a in zip(alone, answers, strict=True)]
    each = [
        while_(graph, graph.any_(own, graph.all_(many, stands)), a.waiting)
        for own, stands, a in zip(alone, standing, answers, strict=True)
    ]
    settled = graph.all_(many, value.known)
    return Valued(
        value,
        graph.any_(*sures, graph.all_(many, graph.any_(*ranked))),
        graph.any_(*mays, many),
        while_(graph, graph.not_(settled), either(graph, each)),
    )


def _two_of(work: Work, several: Sequence[Node]) -> Node:
    graph = work.graph
    found, more = graph.false, graph.false
    for flag in several:
        more = graph.any_(more, graph.all_(found, flag))
        found = graph.any_(found, flag)
    return more


def _chosen(valued: Valued) -> Chosen:
    assert isinstance(valued.value, Chosen)
    return valued.value


def _answer(work: Work, ready: ReadyClassification, at: Place, *, low: bool) -> Valued:
    """The answer of one classification: it does not apply out of scope, or where it is excluded."""
    law, graph = ready.classification, work.graph
    parts: list[Verdict] = []
    if law.scope is not None:
        parts.append(work.judge(law.scope, at))
    if law.unless:
        parts.append(not_excluded(work, law.unless, at))
    plain = all_of(graph, parts) if parts else decided(graph, True)
    applies = in_force(graph, plain, ready.in_force)
    worked = _worst(work, law, at) if law.worst_of else _cases(work, law, at, low=low)
    if law.determined_as is not None and at.phantom is None:
        worked = determined(work, law, worked, at)
    open_ = graph.all_(applies.may, graph.not_(applies.sure))
    scope = either(graph, [part.waiting for part in parts])
    waiting = either(graph, [worked.waiting, while_(graph, open_, scope)])
    return Valued(
        worked.value,
        graph.all_(applies.sure, worked.sure),
        graph.all_(applies.may, worked.may),
        while_(graph, applies.may, waiting),
    )


def _cases(work: Work, law: Classification, at: Place, *, low: bool) -> Valued:
    plain = _from_cases(work, law, at, low=low)
    if not law.given:
        return plain
    given = [work.classified(at, name) for name in law.given]
    return _over_given(work, law, at, plain, given)


def _over_given(
    work: Work, law: Classification, at: Place, plain: Valued, given: Sequence[Valued]
) -> Valued:
    graph, numbers = work.graph, work.numbers
    choices = [_chosen(valued) for valued in given]
    ways = 1
    for choice in choices:
        ways *= len(choice.may)
    if ways > GIVEN_LIMIT or any(choice.computed for choice in choices):
        raise NotCarried(f"the given answers of `{law.name}`: too many, or not told beforehand")
    open_ = graph.all_(
        *(valued.may for valued in given), *(graph.not_(c.anything) for c in choices)
    )
    words: dict[Word, Node] = {}
    computed: list[tuple[Node, Node]] = []
    waiting = [valued.waiting for valued in given]
    untaken = graph.not_(open_)
    for word, flag in _chosen(plain).may.items():
        words[word] = graph.all_(untaken, flag)
    computed += [(graph.all_(untaken, flag), n) for flag, n in _chosen(plain).computed]
    for way in product(*(choice.may.items() for choice in choices)):
        possible = graph.all_(open_, *(flag for _, flag in way))
        if possible is graph.false:
            continue
        assumed = {
            (at.kind, name): _taken(work, word)
            for name, (word, _) in zip(law.given, way, strict=True)
        }
        found = _from_cases(work.assuming(assumed), law, at)
        value = _chosen(found)
        taking = graph.all_(possible, graph.not_(value.anything))
        for word, flag in value.may.items():
            taken = graph.all_(taking, flag)
            words[word] = graph.any_(words.get(word, graph.false), taken)
        computed += [(graph.all_(taking, flag), n) for flag, n in value.computed]
        waiting.append(while_(graph, possible, found.waiting))
    anything = graph.all_(untaken, _chosen(plain).anything)
    value = chosen(numbers, words, anything, computed)
    sure = graph.choose(open_, graph.all_(*(valued.sure for valued in given)), plain.sure)
    may = graph.any_(open_, plain.may)
    settled = graph.all_(value.known, sure)
    together = while_(graph, graph.all_(open_, graph.not_(settled)), either(graph, waiting))
    own = while_(graph, untaken, plain.waiting)
    return Valued(value, sure, may, either(graph, [together, own]))


def _taken(work: Work, word: Word) -> Valued:
    graph = work.graph
    value = Chosen({word: graph.true}, graph.false, graph.true)
    return Valued(value, graph.true, graph.true, nothing(graph))


@dataclass
class _Found:
    """What the cases gone through so far may answer."""

    words: dict[Word, Node]
    computed: list[tuple[Node, Node]]
    anything: Node
    waiting: list[Waiting]


def _from_cases(work: Work, law: Classification, at: Place, *, low: bool = False) -> Valued:
    """All answers of the cases that may be the first to hold (`low`: on declared facts)."""
    graph = work.graph
    found = _Found({}, [], graph.false, [])
    reached = declared = graph.true
    some = []
    for case in law.cases:
        met = decided(graph, True) if case.when is None else work.judge(case.when, at)
        tried = graph.all_(reached, met.may)
        asked = graph.all_(reached, graph.not_(found.anything))  # no case after one of any answer
        found.waiting.append(while_(graph, asked, met.waiting))
        some.append(tried)
        if low:
            counted = graph.all_(reached, declared, met.low_may)
            declared = graph.all_(declared, graph.not_(met.low_sure))
        else:
            counted = tried
        _count(work, law, case, at, counted, found)
        reached = graph.all_(reached, graph.not_(met.sure))
    value = chosen(work.numbers, found.words, found.anything, found.computed)
    applies = graph.any_(*some)
    waiting = while_(graph, graph.not_(value.known), either(graph, found.waiting))
    return Valued(value, applies, applies, waiting)


def _count(
    work: Work, law: Classification, case: Case, at: Place, tried: Node, found: _Found
) -> None:
    """Count the answer of one case where it is tried: a computed one is what the order has of it."""
    graph, numbers = work.graph, work.numbers
    if case.computed is None:
        _add(work, found, case.value, tried)
        return
    valued = work.value(case.computed, at)
    span = as_span(numbers, valued.value)
    single = graph.all_(valued.may, numbers.same(span.low, span.high, line=False))
    hits = []
    for member in law.order:
        if not isinstance(member, str | bool):
            here = numbers.given(member)
            within = graph.all_(
                valued.may,
                numbers.at_least(here, span.low),
                numbers.at_least(span.high, here),
            )
            hits.append(within)
            _add(work, found, member, graph.all_(tried, within))
    own = single if not law.order else graph.all_(single, graph.any_(*hits))
    if not law.order:
        if span.low.op == "const" and span.low is span.high:
            figure = span.low.data
            assert isinstance(figure, Fraction)
            _add(work, found, figure, graph.all_(tried, valued.may))
        else:
            found.computed.append((graph.all_(tried, single), span.low))
        hits = [single]
    none = graph.all_(tried, graph.not_(graph.any_(*hits)))
    found.anything = graph.any_(found.anything, none)
    open_ = graph.all_(tried, valued.may, graph.not_(own))
    found.waiting.append(while_(graph, open_, valued.waiting))


def _add(work: Work, found: _Found, member: Member, flag: Node) -> None:
    found.words[member] = work.graph.any_(found.words.get(member, work.graph.false), flag)


def _worst(work: Work, law: Classification, at: Place) -> Valued:
    several = [work.classified(at, name) for name in law.worst_of]
    return worst_of(work, law.order, several)
