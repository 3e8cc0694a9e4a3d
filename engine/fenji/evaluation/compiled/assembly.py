"""From pieces to functions: one for each stage, its pieces in order within a loop over the rows."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import CodeType
from typing import Any

from fenji.evaluation.compiled.codes import TRUE
from fenji.evaluation.compiled.complete import quick_way
from fenji.evaluation.compiled.row import PARENT
from fenji.evaluation.compiled.rules import row_name
from fenji.evaluation.compiled.run import Run
from fenji.evaluation.compiled.stages import Plan, Stage
from fenji.evaluation.compiled.syntax import (
    LOAD,
    Expr,
    call,
    constant,
    first,
    item,
    keep,
    load,
    row_of,
    store,
)
from fenji.evaluation.compiled.work import Given, Piece, Ref, Work, children_of

Names = Mapping[str, str]
OPEN_PART = ".open"
PARAMETERS = ("these", "tree", "decided", "scene", "rules", "values")


@dataclass(frozen=True)
class Making:
    """The function of a stage while it is made, what it reads of ancestors, and what else by name."""

    kind: str
    function: ast.FunctionDef
    reads: ast.FunctionDef | None
    names: frozenset[str]


def _function(name: str, parameters: tuple[str, ...], *body: ast.stmt) -> ast.FunctionDef:
    arguments = ast.arguments([], [ast.arg(one) for one in parameters], None, [], [], None, [])
    return ast.fix_missing_locations(ast.FunctionDef(name, arguments, list(body), [], None))


class Assembly:
    """Makes the function of each stage."""

    def __init__(self, work: Work, plan: Plan) -> None:
        self._work = work
        self._plan = plan
        self._home = {p.name: i for i, stage in enumerate(plan.stages) for p in stage.pieces}
        self._order = [piece for stage in plan.stages for piece in stage.pieces]
        self._read: dict[str, None] = {}
        self._copies = 0
        for place, stage in enumerate(plan.stages):
            for piece in stage.pieces:
                self._keep_for_later(place, piece)

    def _keep_for_later(self, place: int, piece: Piece) -> None:
        """Give a place in the rows to what is used in another stage than its own."""
        for ref in self._read_by(piece):
            name = self._name(ref)
            if self._home[name] != place:
                self._work.slot(name, ref.kind, None)

    def _read_by(self, piece: Piece) -> set[Ref]:
        """The pieces that its statements read, those within its loop included."""
        found = set(self._plan.uses[piece.ref])
        if piece.given is not None:
            for repeated in self._hanging(piece.given):
                found |= self._read_by(repeated)
        return found

    def function(self, stage: Stage, number: int) -> Making:
        """The function of a stage, and what it reads besides its rows."""
        self._read = {}
        body: list[ast.stmt] = []
        for piece in stage.pieces:
            body.extend(self._statements(piece, {}))
            body.extend(self._copied(statement, {}) for statement in piece.also)
            if piece.name in self._work.slots:
                place = self._work.slots[piece.name][1]
                kept = keep(load(row_name(stage.kind)), place, load(piece.name))
                body.append(self._copied(kept, {}))
        quick = quick_way(self._work, stage.kind, stage.pieces)
        if quick is not None:
            known, rules = self._copied(list(quick), {})
            body = [_located(ast.If(known, rules, body))]
        above = dict(pairwise(self._work.prepared.release.lineage(stage.kind)))
        rows = [store(row_name(a), item(load(row_name(k)), PARENT)) for k, a in above.items()]
        outside = [n for n in self._read if n in self._work.slots and self._home.get(n) != number]
        loads = [store(name, self._place(name)) for name in outside if not _rarely_read(name)]
        target = ast.Name(row_name(stage.kind), ast.Store())
        loop = ast.For(target, load("these"), [*rows, *loads], [])
        made = _function(f"stage {number}", PARAMETERS, loop)
        loop.body.extend(body)
        reads = self._reads(list(above.values()), number, outside)
        return Making(stage.kind, made, reads, frozenset(self._read))

    def _place(self, name: str) -> Expr:
        """Where a variable stands in the row of its entity."""
        kind, place = self._work.slots[name]
        return item(load(row_name(kind)), place)

    def _reads(self, above: list[str], number: int, names: list[str]) -> ast.FunctionDef | None:
        """The function that gives what a stage reads of a row's ancestors, of which it takes a list."""
        read = []
        for name in names:
            kind, place = self._work.slots[name]
            if kind in above:
                read.append(item(item(load("above"), above.index(kind)), place))
        if not read:
            return None
        return _function(f"reads {number}", ("above",), ast.Return(row_of(read)))

    def _statements(self, piece: Piece, names: Names) -> list[ast.stmt]:
        """What works a piece out, variables called by other names where it is repeated."""
        if piece.given is not None and self._reaches_elsewhere(piece.given):
            return [self._copied(store(piece.name, _by_the_reference(piece)), names)]
        found = [self._copied(statement, names) for statement in piece.before]
        if piece.given is not None:
            found.append(self._loop(piece.given, names))
        if piece.value is not None:
            found.append(self._copied(store(piece.name, piece.value), names))
        return [*found, *(self._copied(statement, names) for statement in piece.body)]

    def _loop(self, given: Given, names: Names) -> ast.stmt:
        """For each taking of the given answers, all that hangs on them worked out anew."""
        again = self._hanging(given)
        self._copies += 1
        inner = dict(names)
        for name in (*(p.name for p in again), *(self._name(ref) for ref in given.taken)):
            inner[name] = f"{name}.{self._copies}"
        taking = f"taking.{self._copies}"
        body: list[ast.stmt] = []
        for place, (ref, mask) in enumerate(zip(given.taken, given.masks, strict=True)):
            answer = row_of([item(load(taking), place), constant(TRUE), constant(0)])
            body.append(self._copied(store(self._name(ref), call(mask, answer)), inner))
        for piece in again:
            body.extend(self._statements(piece, inner))
        append = ast.Attribute(load(given.found), "append", LOAD)
        result = load(self._name(given.inner))
        body.append(self._copied(ast.Expr(ast.Call(append, [result], [])), inner))
        ways = first(load(given.takings), row_of([]))
        found = ast.For(ast.Name(taking, ast.Store()), self._copied(ways, names), body, [])
        return ast.fix_missing_locations(found)

    def _name(self, ref: Ref) -> str:
        return self._work.pieces[ref].name

    def _hanging(self, given: Given) -> list[Piece]:
        """The pieces on the way from what is repeated to what is given, in their order."""
        known = dict.fromkeys(given.taken, True)

        def hangs(ref: Ref) -> bool:
            found = known.get(ref)
            if found is None:
                several = [hangs(used) for used in self._plan.uses[ref]]
                found = known[ref] = any(several)
            return found

        hangs(given.inner)
        taken = set(given.taken)
        found = {ref for ref, hanging in known.items() if hanging and ref not in taken}
        return [piece for piece in self._order if piece.ref in found]

    def _reaches_elsewhere(self, given: Given) -> bool:
        """Whether what hangs on the given answers is worked out of other entities too."""
        again = self._hanging(given)
        kind = given.inner.kind
        across = any(
            (p.ref, used) in self._work.across
            for p in again
            for used in {q.ref for q in again} | set(given.taken)
        )
        nested = any(p.given is not None and self._reaches_elsewhere(p.given) for p in again)
        return across or nested or any(piece.ref.kind != kind for piece in again)

    def _copied(self, node: Any, names: Names) -> Any:
        """A copy in which names are replaced, and what was moved stands in its place."""
        if isinstance(node, list):
            return [self._copied(part, names) for part in node]
        if isinstance(node, ast.Name):
            return _located(self._renamed(node, names))
        if not isinstance(node, ast.AST) or not node._fields:
            return node
        parts = [self._copied(getattr(node, field), names) for field in node._fields]
        return _located(type(node)(*parts))

    def _renamed(self, node: ast.Name, names: Names) -> ast.AST:
        moved = self._plan.moved.get(node.id)
        if moved is not None:
            found: ast.AST = self._copied(moved.value, names)
            return found
        if node.id in names:
            return ast.Name(names[node.id], node.ctx)
        if node.ctx is LOAD:
            self._read[node.id] = None
            if _rarely_read(node.id):
                return self._copied_place(node.id)
        return node

    def _copied_place(self, name: str) -> ast.AST:
        return ast.fix_missing_locations(self._place(name))


def _rarely_read(name: str) -> bool:
    """Whether it is read in the place where it is needed: only where a comparison is open."""
    return name.endswith(OPEN_PART)


def _located(node: Any) -> Any:
    """Python wants to know where each node stands; these stand nowhere."""
    if isinstance(node, ast.expr | ast.stmt):
        node.lineno = node.end_lineno = 1
        node.col_offset = node.end_col_offset = 0
    return node


def _by_the_reference(piece: Piece) -> Expr:
    """An answer over given ones on which other entities hang too: found by the reference."""
    assert isinstance(piece.ref.key, tuple)
    name, place = piece.ref.key
    kind = piece.ref.kind
    called = [load("scene"), load(row_name(kind)), constant(kind), constant(name), constant(place)]
    return call("answer_by_the_reference", *called)


def functions(work: Work, plan: Plan) -> list[Run]:
    """The compiled function of each stage, in their order."""
    assembly = Assembly(work, plan)
    made = [assembly.function(stage, number) for number, stage in enumerate(plan.stages)]
    every = [f for making in made for f in (making.function, making.reads) if f is not None]
    module = ast.Module(list[ast.stmt](every), [])
    code: CodeType = compile(module, "<fenji>", "exec")
    space: dict[str, Any] = dict(work.objects)
    exec(code, space)
    found = []
    for making in made:
        below = {children_of(making.kind, kind) for kind in work.templates}
        found.append(
            Run(
                making.kind,
                space[making.function.name],
                None if making.reads is None else space[making.reads.name],
                of_children=bool(below & making.names),
                alone=bool({"tree", "scene"} & making.names),
            )
        )
    return found
