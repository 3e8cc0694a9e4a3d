"""What a value could be, in columns: numbers and days as two bounds, words as one flag each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fenji.evaluation.columnar.graph import Graph, Node
from fenji.evaluation.columnar.numbers import Numbers
from fenji.evaluation.columnar.verdict import Waiting
from fenji.model.value import Member


class Elsewhere:
    """Any word that no rule names, of which one cannot be told from another."""


ELSEWHERE = Elsewhere()
Word = Member | Elsewhere


@dataclass(frozen=True, slots=True)
class Span:
    """A number (or a day, by its ordinal) between two bounds."""

    low: Node
    high: Node
    day: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice: by word, whether it may be that; `computed` are numbers it may be besides.

    `anything`: nothing is known of it. `known`: it is one thing. `text` is the column of a text.
    """

    may: Mapping[Word, Node]
    anything: Node
    known: Node
    computed: tuple[tuple[Node, Node], ...] = ()
    text: Node | None = None


@dataclass(frozen=True, slots=True)
class Set:
    """A set: by word, whether it certainly has it and whether it may. `known`: both are the same."""

    certain: Mapping[Word, Node]
    possible: Mapping[Word, Node]
    known: Node


Value = Span | Chosen | Set


@dataclass(frozen=True, slots=True)
class Valued:
    """What an expression could be, whether it applies for sure and whether it may."""

    value: Value
    sure: Node
    may: Node
    waiting: Waiting


def point(node: Node, *, day: bool = False) -> Span:
    """A known number."""
    return Span(node, node, day)


def is_known(numbers: Numbers, value: Value) -> Node:
    """Where it can be only one thing."""
    if isinstance(value, Span):
        return numbers.same(value.low, value.high, line=False)
    return value.known


def one_of_them(graph: Graph, several: Sequence[Node]) -> Node:
    """Where exactly one of several flags stands."""
    found, more = graph.false, graph.false
    for flag in several:
        more = graph.any_(more, graph.all_(found, flag))
        found = graph.any_(found, flag)
    return graph.all_(found, graph.not_(more))


def chosen(
    numbers: Numbers,
    may: Mapping[Word, Node],
    anything: Node,
    computed: Sequence[tuple[Node, Node]] = (),
) -> Chosen:
    """A choice of these, a computed number that is one of the others counted as that one."""
    graph = numbers.graph
    words = dict(may)
    others: list[tuple[Node, Node]] = []
    for flag, number in computed:
        left = flag
        for word in may:
            if not isinstance(word, Elsewhere | str | bool):
                hit = numbers.same(number, numbers.given(word))
                words[word] = graph.any_(words[word], graph.all_(flag, hit))
                left = graph.all_(left, graph.not_(hit))
        for earlier, other in others:
            again = graph.all_(earlier, numbers.same(number, other))
            left = graph.all_(left, graph.not_(again))
        others.append((left, number))
    single = one_of_them(graph, [*words.values(), *(flag for flag, _ in others)])
    known = graph.all_(single, graph.not_(anything))
    return Chosen(words, anything, known, tuple(others))


def as_span(numbers: Numbers, value: Value) -> Span:
    """The bounds of a value; any number where it is no number."""
    endless = Span(numbers.lowest, numbers.highest)
    if isinstance(value, Span):
        return endless if value.day else value
    if isinstance(value, Set):
        return endless
    graph = numbers.graph
    figures = [
        (flag, numbers.given(word))
        for word, flag in value.may.items()
        if not isinstance(word, Elsewhere | str | bool)
    ]
    figures += value.computed
    words = [f for w, f in value.may.items() if isinstance(w, Elsewhere | str | bool)]
    none = graph.not_(graph.any_(*(flag for flag, _ in figures)))
    wide = graph.any_(value.anything, none, *words)
    low, high = numbers.highest, numbers.lowest
    for flag, number in figures:
        low = numbers.least(low, numbers.where(flag, number, numbers.highest))
        high = numbers.greatest(high, numbers.where(flag, number, numbers.lowest))
    return Span(
        numbers.where(wide, numbers.lowest, low), numbers.where(wide, numbers.highest, high)
    )
