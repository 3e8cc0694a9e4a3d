"""Facts as columns: answered, unanswered, or not applicable where their gate is false."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from fenji.evaluation.columnar.graph import Grid, Node, Sort
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.values import ELSEWHERE, Chosen, Set, Span, Value, Valued, Word
from fenji.evaluation.columnar.verdict import Waiting, while_
from fenji.evaluation.columnar.work import Work
from fenji.model.dictionary import FactDefinition, Kind, Origin
from fenji.model.value import NumberSpan

GRIDS = {Kind.COUNT: Grid(2.0**24), Kind.DATE: Grid(2.0**22)}
"""Larger counts are handed to the reference; days are at most 3,652,059."""


def value_of_fact(work: Work, at: Place, name: str) -> Valued:
    """What a fact could be at a place, once for all who read it."""
    return work.once(("fact", at, name), lambda: _value(work, at, name))  # type: ignore[no-any-return]


def _value(work: Work, at: Place, name: str) -> Valued:
    graph = work.graph
    fact = work.prepared.release.facts[at.kind][name]
    if at.phantom is None:
        value, known = _answered(work, at.frame, fact)
        inspected = fact.origin is Origin.INSPECTED
        own = Waiting(graph.flag(inspected), graph.flag(not inspected))
    else:
        value, known, own = anything(work, fact), graph.false, at.phantom
    waiting = while_(graph, graph.not_(known), own)
    if fact.applies_when is None:
        return Valued(value, graph.true, graph.true, waiting)
    gate = work.judge(fact.applies_when, at)
    asked = graph.any_(gate.waiting.inspected, gate.waiting.other)
    unasked = while_(graph, graph.not_(asked), waiting)
    waiting = Waiting(
        graph.any_(gate.waiting.inspected, unasked.inspected),
        graph.any_(gate.waiting.other, unasked.other),
    )
    if at.phantom is None:
        absent = graph.node("raw", (), at.frame, Sort.FLAG, ("absent", name))
        work.refer[graph.all_(absent, gate.sure)] = None
    return Valued(value, gate.sure, gate.may, while_(graph, gate.may, waiting))


def _answered(work: Work, frame: str, fact: FactDefinition) -> tuple[Value, Node]:
    """The columns of a fact, and where it is known."""
    name, graph = fact.name, work.graph

    def flag(part: str, *more: Hashable) -> Node:
        return graph.node("raw", (), frame, Sort.FLAG, (part, name, *more))

    known = flag("known")
    if fact.kind in (Kind.NUMBER, Kind.COUNT, Kind.DATE):
        grid = GRIDS.get(fact.kind)
        low, high = (
            graph.node("raw", (), frame, Sort.NUMBER, (end, name), grid=grid)
            for end in ("low", "high")
        )
        return Span(low, high, fact.kind is Kind.DATE), known
    words: tuple[Word, ...] = work.words.of(fact.entity, name)
    if fact.kind is Kind.CHOICES:
        words = tuple(dict.fromkeys(map(str, words)))
        certain = {word: flag("certain", word) for word in words}
        return Set(certain, {word: flag("possible", word) for word in words}, known), known
    if fact.kind is Kind.FLAG:
        words = (True, False)
    may = {word: flag("may", word) for word in words}
    if not work.words.is_closed(fact.entity, name):
        may[ELSEWHERE] = flag("elsewhere")
    text = graph.node("raw", (), frame, Sort.CODE, ("text", name))
    free = fact.kind is not Kind.FLAG and fact.values is None
    return Chosen(may, flag("anything") if free else graph.false, known, text=text), known


def anything(work: Work, fact: FactDefinition) -> Value:
    """All that an unanswered fact could be."""
    graph, numbers = work.graph, work.numbers
    if fact.kind in (Kind.NUMBER, Kind.COUNT):
        return span_of(work, fact.range)
    if fact.kind is Kind.DATE:
        last = None if fact.may_lie_ahead else work.prepared.as_of
        return Span(numbers.lowest, _day(work, last), True)
    words: tuple[Word, ...] = work.words.of(fact.entity, fact.name)
    if fact.kind is Kind.CHOICES:
        words = tuple(dict.fromkeys(map(str, words)))
        options = None if fact.values is None else {str(option) for option in fact.values}
        possible = {word: graph.flag(options is None or word in options) for word in words}
        return Set(dict.fromkeys(words, graph.false), possible, graph.false)
    if fact.kind is Kind.FLAG:
        words = (True, False)
    values = fact.values
    flags = {w: graph.flag(fact.kind is Kind.FLAG or values is None or w in values) for w in words}
    if not work.words.is_closed(fact.entity, fact.name):
        flags[ELSEWHERE] = graph.true
    free = fact.kind is not Kind.FLAG and values is None
    single = sum(flag is graph.true for flag in flags.values()) == 1 and not free
    return Chosen(flags, graph.flag(free), graph.flag(single))


def span_of(work: Work, value: NumberSpan) -> Span:
    """A span of the release."""
    numbers = work.numbers
    return Span(
        numbers.lowest if value.low is None else numbers.given(value.low),
        numbers.highest if value.high is None else numbers.given(value.high),
    )


def _day(work: Work, known: date | None) -> Node:
    return work.numbers.highest if known is None else work.numbers.given(known.toordinal())
