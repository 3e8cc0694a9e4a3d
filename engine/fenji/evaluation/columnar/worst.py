"""The worst of several answers by an order, and the worse of an answer and what was determined."""

from __future__ import annotations

from collections.abc import Sequence

from fenji.evaluation.columnar.graph import Node, Sort
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.values import Chosen, Valued, Word, chosen
from fenji.evaluation.columnar.verdict import either, while_
from fenji.evaluation.columnar.work import NotCarried, Work
from fenji.model.rule import Classification
from fenji.model.value import Member


def worst_of(work: Work, order: tuple[Member, ...], several: Sequence[Valued]) -> Valued:
    """One that does not apply is passed over: it stands below the best."""
    graph = work.graph
    passed = [graph.not_(valued.sure) for valued in several]
    ranks = [_ranks(work, order, valued) for valued in several]
    reached = list(passed)  # whether each may stand at this rank or below
    possible: list[Node] = []
    for index in range(len(order)):
        here = [own[index] for own in ranks]
        reached = [graph.any_(a, b) for a, b in zip(reached, here, strict=True)]
        possible.append(graph.all_(graph.any_(*here), *reached))
    value = chosen(work.numbers, dict(zip(order, possible, strict=True)), graph.false)
    may = graph.any_(*possible)
    none = graph.all_(*passed)
    sure = graph.all_(may, graph.not_(none))
    settled = graph.all_(value.known, sure)
    waiting = either(graph, [valued.waiting for valued in several])
    open_ = graph.all_(may, graph.not_(settled))
    return Valued(value, sure, may, while_(graph, open_, waiting))


def _ranks(work: Work, order: tuple[Member, ...], valued: Valued) -> list[Node]:
    """For each rank of the order, whether the answer may stand there."""
    graph, value = work.graph, valued.value
    assert isinstance(value, Chosen)
    if value.computed:
        raise NotCarried("the worst of computed answers without an order")
    return [
        graph.all_(valued.may, graph.any_(value.anything, value.may.get(member, graph.false)))
        for member in order
    ]


def determined(work: Work, law: Classification, worked: Valued, at: Place) -> Valued:
    """The worse of what was computed and what an authority determined stands."""
    graph, value = work.graph, worked.value
    assert isinstance(value, Chosen)
    decided = [
        graph.node("raw", (), at.frame, Sort.FLAG, ("decided", law.determined_as, member))
        for member in law.order
    ]
    if value.computed:
        raise NotCarried(f"a computed answer that an authority decides too: `{law.name}`")
    some = graph.any_(*decided)
    own = [graph.any_(value.anything, value.may.get(member, graph.false)) for member in law.order]
    words: dict[Word, Node] = {
        word: graph.all_(graph.not_(some), flag) for word, flag in value.may.items()
    }
    for rank, member in enumerate(law.order):
        least = graph.all_(decided[rank], graph.any_(*own[: rank + 1]))
        above = graph.all_(graph.any_(*decided[:rank]), own[rank])
        before = words.get(member, graph.false)
        words[member] = graph.any_(before, least, above)
    anything = graph.all_(value.anything, graph.not_(some))
    found = chosen(work.numbers, words, anything)
    settled = graph.all_(some, found.known)
    waiting = while_(graph, graph.not_(settled), worked.waiting)
    return Valued(found, worked.sure, worked.may, waiting)
