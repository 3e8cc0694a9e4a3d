"""Look-ups: each key becomes a whole number that says all that the table's cells ask of it.

The rows that match are found once for each combination of these numbers (see `tables`), and what was
found is given to all rows of the frame that have it. A number is told by where it stands among the
cells, a word by the words of the cells that it may be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import reduce

from fenji.evaluation.columnar.graph import Grid, Node, Sort
from fenji.evaluation.columnar.numbers import ENDLESS, grid_of, is_plain
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.tables import (
    Coding,
    Dating,
    Having,
    Looking,
    Naming,
    Part,
    Placing,
    Reader,
    part_of,
)
from fenji.evaluation.columnar.values import (
    Chosen,
    Elsewhere,
    Set,
    Span,
    Valued,
    as_span,
)
from fenji.evaluation.columnar.values import Word as Word_
from fenji.evaluation.columnar.verdict import Verdict, Waiting, either, leaf, while_
from fenji.evaluation.columnar.work import NotCarried, Work
from fenji.evaluation.prepared import ReadyTable
from fenji.model.condition import Listed, Word
from fenji.model.expression import Expression, Lookup, Name, Stratum
from fenji.model.value import Choice, DateSpan, Member, NumberSpan, Value
from fenji.model.value import as_span as known_span

By = tuple[tuple[str, Expression], ...]
ORDERED = (Word.AT_LEAST, Word.AT_MOST, Word.MORE_THAN, Word.LESS_THAN)
MASKED = 24
"""So many words at most that a mask tells of; a fact of more has a number for each."""


def judge_listed(work: Work, node: Listed, at: Place) -> Verdict:
    """Whether some row matches."""
    looked = _look(work, node.table, node.by, at)
    sure, may = looked.flag("match", "sure"), looked.flag("match", "may")
    return leaf(work.graph, sure, may, looked.waiting())


def value_of_lookup(work: Work, node: Lookup, at: Place) -> Valued:
    """What the rows that may match give. Where none can, any number: a table never says nothing."""
    looked = replace(_look(work, node.table, node.by, at), give=node.give, take=node.take)
    graph = work.graph
    known = looked.flag("known", "")
    cells = [r.gives[node.give] for r in looked.looking.table.rows if node.give in r.gives]
    kinds = {NumberSpan} if node.take else {type(cell) for cell in cells} or {NumberSpan}
    if kinds == {Choice}:
        words = sorted(
            {m for c in cells if isinstance(c, Choice) for m in c.members or ()}, key=str
        )
        wide = looked.flag("anything", "")
        may: dict[Word_, Node] = {
            word: graph.any_(wide, looked.flag("word", word)) for word in words
        }
        value: Chosen | Span = Chosen(may, wide, known)
    elif kinds <= {NumberSpan} or kinds <= {DateSpan}:
        value = looked.span(cells, day=kinds == {DateSpan})
    else:
        raise NotCarried(f"`{node.give}` of `{node.table}`, whose cells are of several kinds")
    waiting = while_(graph, graph.not_(known), looked.waiting())
    return Valued(value, graph.true, graph.true, waiting)


@dataclass(frozen=True)
class Looked:
    """A look-up at a place: the column of answers, or the one answer for all rows."""

    work: Work
    looking: Looking
    index: Node
    keys: dict[str, Valued]
    give: str = ""
    take: str | None = None

    def flag(self, what: str, which: Member) -> Node:
        """A flag of the answer."""
        if self.index.op == "const":
            return self.work.graph.flag(bool(self._constant(what, which)))
        return self._part(what, which, Sort.FLAG, None)

    def span(self, cells: list[Value], *, day: bool) -> Span:
        """The bounds of the answer."""
        figures = [end for cell in cells for end in _ends(cell)]
        if not all(is_plain(f, float(f)) for f in figures):
            raise NotCarried(f"figures of more than 15 digits in `{self.give}`")
        grids = [grid for grid in map(grid_of, figures) if grid is not None]
        grid = reduce(Grid.beside, grids) if grids and len(grids) == len(figures) else None
        low, high = self._bound("low", grid), self._bound("high", grid)
        return Span(low, high, day)

    def _bound(self, which: str, grid: Grid | None) -> Node:
        if self.index.op == "const":
            value = float(self._constant("end", which))
            short = value if abs(value) == ENDLESS else Fraction(repr(value))
            return self.work.numbers.given(short)
        return self._part("end", which, Sort.NUMBER, grid)

    def waiting(self) -> Waiting:
        """What the keys wait for that some open row asks for."""
        graph = self.work.graph
        return either(
            graph,
            [
                while_(graph, self.flag("asked", name), valued.waiting)
                for name, valued in self.keys.items()
            ],
        )

    def _constant(self, what: str, which: Member) -> bool | float:
        assert isinstance(self.index.data, int)
        return part_of(self.looking.results[self.index.data], self._named(what, which))

    def _part(self, what: str, which: Member, sort: Sort, grid: Grid | None) -> Node:
        data = (self.looking, self._named(what, which))
        frame = self.index.frame
        return self.work.graph.node("part", (self.index,), frame, sort, data, grid=grid)

    def _named(self, what: str, which: Member) -> Part:
        if what in ("match", "asked"):
            return Part(what, which)
        return Part(what, which, self.give, self.take)


def _ends(cell: Value) -> list[Fraction]:
    if isinstance(cell, DateSpan):
        return []
    span = known_span(cell)
    return [end for end in (span.low, span.high) if end is not None]


def _look(work: Work, table: str, by: By, at: Place) -> Looked:
    graph = work.graph
    ready = work.prepared.tables[table]
    keys = {name: work.value(expression, at) for name, expression in by}
    readers: list[tuple[str, Reader]] = []
    codes: list[Node] = []
    for name, expression in by:
        reader, own = _told(work, ready, name, expression, keys[name], at)
        readers.append((name, reader))
        codes += [*own, _mask(work, [keys[name].sure, keys[name].may])]
    looking: Looking = work.shared(
        ("looking", table, tuple(readers)), lambda: Looking(ready, tuple(readers))
    )
    if all(code.op == "const" for code in codes):
        found = looking.index(tuple(int(str(code.data)) for code in codes))
        return Looked(work, looking, _code(work, found), keys)
    args, frame = graph.meet(codes)
    index = graph.node("look_up", args, frame, Sort.CODE, looking)
    return Looked(work, looking, index, keys)


def _code(work: Work, value: int) -> Node:
    return work.graph.node("const", (), None, Sort.CODE, value)


def _mask(work: Work, flags: list[Node]) -> Node:
    """Flags as the bits of a number."""
    if all(flag.op == "const" for flag in flags):
        return _code(work, sum(bool(flag.data) << bit for bit, flag in enumerate(flags)))
    args, frame = work.graph.meet(flags)
    return work.graph.node("mask", args, frame, Sort.CODE)


def _told(
    work: Work, ready: ReadyTable, name: str, node: Expression, valued: Valued, at: Place
) -> tuple[Reader, list[Node]]:
    """How a key is told: its reader, and the columns of its numbers."""
    asks = [(word, cell) for row in ready.rows for key, word, cell in row.asks if key == name]
    value = valued.value
    ordered = {word in ORDERED for word, _ in asks}
    if isinstance(value, Chosen) and ordered == {True}:
        value = as_span(work.numbers, value)
    if isinstance(value, Span) and value.day:
        days = sorted({d for _, cell in asks for d in _days(cell)})
        places = tuple(Fraction(day.toordinal()) for day in days)
        return Dating(tuple(days)), [_place(work, end, places) for end in (value.low, value.high)]
    if isinstance(value, Span):
        figures = tuple(sorted({end for _, cell in asks for end in _ends(cell)}))
        return Placing(figures), [_place(work, end, figures) for end in (value.low, value.high)]
    words = sorted({w for _, cell in asks for w in _words(cell)}, key=str)
    if isinstance(value, Set):
        return _told_set(work, value, [str(word) for word in words])
    if True in ordered:
        raise NotCarried(f"a key that is both ordered and named in a table: `{name}`")
    if len(words) > MASKED and isinstance(node, Name) and node.stratum is Stratum.FACT:
        return _coded(work, node, tuple(words), at)
    return Naming(tuple(words)), [_named(work, value, words)]


def _days(cell: Value) -> list[date]:
    assert isinstance(cell, DateSpan)
    return [day for day in (cell.low, cell.high) if day is not None]


def _words(cell: Value) -> frozenset[Member]:
    """The word of a cell; a number is one that a choice among numbers may be."""
    if isinstance(cell, NumberSpan):
        if cell.low is None or cell.low != cell.high:
            raise NotCarried("a choice that a table compares with a span")
        return frozenset({cell.low})
    return (cell.members or frozenset()) if isinstance(cell, Choice) else frozenset()


def _place(work: Work, number: Node, figures: tuple[Fraction, ...]) -> Node:
    """Where a number stands among figures. What is near one of them is for the reference."""
    graph = work.graph
    if number.op == "const":
        value = number.data
        assert isinstance(value, Fraction | float)
        lower = sum(f < value for f in figures)
        return _code(work, 2 * lower + (value in figures))
    doubles = tuple(map(float, figures))
    found = graph.node("place", (number,), number.frame, Sort.CODE, doubles)
    if not number.exact or not all(is_plain(f, float(f)) for f in figures):
        args, frame = graph.meet((number, work.numbers.size(number)))
        graph.near[found] = graph.node("near_one", args, frame, Sort.FLAG, doubles)
    return found


def _named(work: Work, value: Chosen, words: list[Member]) -> Node:
    graph, numbers = work.graph, work.numbers
    flags = []
    elsewhere = [flag for word, flag in value.may.items() if word not in words]
    left = []
    for word in words:
        found = [value.may.get(word, graph.false)]
        if not isinstance(word, Elsewhere | str | bool):
            for flag, number in value.computed:
                found.append(graph.all_(flag, numbers.same(number, numbers.given(word))))
        flags.append(graph.any_(*found))
    for flag, number in value.computed:
        hits = [
            numbers.same(number, numbers.given(word))
            for word in words
            if not isinstance(word, Elsewhere | str | bool)
        ]
        left.append(graph.all_(flag, graph.not_(graph.any_(*hits))))
    return _mask(work, [*flags, graph.any_(*elsewhere, *left), value.anything])


def _told_set(work: Work, value: Set, words: list[str]) -> tuple[Reader, list[Node]]:
    missing = [word for word in words if word not in value.certain]
    if missing or len(words) > MASKED * 2:
        raise NotCarried(f"a set told by too many words, or by others than its own: {words[:3]}")
    masks = [
        _mask(work, [side[word] for word in words]) for side in (value.certain, value.possible)
    ]
    return Having(tuple(words)), masks


def _coded(
    work: Work, node: Name, words: tuple[Member, ...], at: Place
) -> tuple[Reader, list[Node]]:
    """A fact of many words: a number for each, and for each set of several that is met."""
    fact = work.prepared.release.facts[node.entity][node.name]
    unanswered = Choice(fact.values)
    reader: Coding = work.shared(
        ("coding", node.entity, node.name, words), lambda: Coding(words, unanswered)
    )
    owner = at.owner(node.entity)
    if owner.phantom is not None:
        return reader, [_code(work, reader.code_of(unanswered.members))]
    data = ("code", node.name, reader)
    return reader, [work.graph.node("raw", (), owner.frame, Sort.CODE, data)]
