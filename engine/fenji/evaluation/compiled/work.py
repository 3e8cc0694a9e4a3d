"""The work of compiling one release: the pieces that are needed, and what they use of each other.

A piece is one thing worked out once for each entity of a kind: a definition, a rule, a derived
value, or a part of a condition that is shared or is read by another kind. Pieces are made by the
parts that know the construct; here is only what they share.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.facts import FactPlaces
from fenji.evaluation.compiled.operands import Operand
from fenji.evaluation.compiled.syntax import Expr, load
from fenji.evaluation.prepared import Prepared
from fenji.model.condition import Condition
from fenji.model.expression import Expression


class Ref(NamedTuple):
    """What a piece is: `what` says which part makes it, `key` is unique among those of the kind."""

    what: str
    kind: str
    key: Hashable


@dataclass(frozen=True)
class Given:
    """A loop within a piece: `inner` once for each way to take the pieces `taken` (see `answers`).

    `takings` and `found` are the variables of the ways and of what came out; `masks` are what makes
    each taking an answer.
    """

    taken: tuple[Ref, ...]
    inner: Ref
    takings: str
    found: str
    masks: tuple[str, ...]


@dataclass(eq=False)
class Piece:
    """The code that works out one thing of an entity, and the pieces it uses.

    In order: `before`, the loop of `given`, `value` into the variable `name`, `body` about it;
    `also` gives the result out, and is not repeated where a loop repeats the rest.
    """

    ref: Ref
    name: str
    before: list[ast.stmt] = field(default_factory=list)
    given: Given | None = None
    value: Expr | None = None
    body: list[ast.stmt] = field(default_factory=list)
    also: list[ast.stmt] = field(default_factory=list)
    uses: list[Ref] = field(default_factory=list)


def children_of(parent: str, kind: str) -> str:
    """The variable in which the children of a kind stand."""
    return f"{parent}/{kind}"


Judge = Callable[["Work", Any], Expr]
Value = Callable[["Work", Any], Operand]
Formula = Callable[["Work", Any], Expr]
Maker = Callable[["Work", Piece], None]


@dataclass(frozen=True)
class Parts:
    """Which part answers for which node, and which makes which piece: unknown kinds are KeyErrors."""

    judges: Mapping[type, Judge]
    values: Mapping[type, Value]
    formulas: Mapping[type, Formula]
    makers: Mapping[str, Maker]


class Work:
    """What is known while compiling: pieces by what they are, places in rows, objects by name."""

    def __init__(self, prepared: Prepared, parts: Parts) -> None:
        self.prepared = prepared
        self._parts = parts
        self.pieces: dict[Ref, Piece] = {}
        self.objects: dict[str, object] = {}
        self.slots: dict[str, tuple[str, int]] = {}
        self.templates: dict[str, list[object]] = {}
        self.domains: dict[tuple[str, str], Domain] = {}
        self.facts: dict[tuple[str, str], FactPlaces] = {}
        self.across: set[tuple[Ref, Ref]] = set()
        self._waiting: list[Piece] = []
        self._at: list[Piece] = []
        self._named: dict[int, str] = {}
        self._fresh = 0

    @property
    def kind(self) -> str:
        """The kind of entity of which the piece at hand is worked out."""
        return self._at[-1].ref.kind

    def condition(self, node: Condition) -> Expr:
        """The verdict's code of a condition."""
        return self._parts.judges[type(node)](self, node)

    def operand(self, node: Expression) -> Operand:
        """What an expression could be."""
        return self._parts.values[type(node)](self, node)

    def formula(self, node: Expression) -> Expr:
        """What works out an expression that has a piece of its own."""
        return self._parts.formulas[type(node)](self, node)

    def use(self, ref: Ref) -> Expr:
        """The result of a piece of the same kind or of an ancestor's."""
        self.uses(ref)
        return load(self.pieces[ref].name)

    def uses(self, ref: Ref) -> None:
        """Have it worked out before the piece at hand."""
        if ref not in self.pieces:
            piece = Piece(ref, f"v{len(self.pieces)}")
            self.pieces[ref] = piece
            self._waiting.append(piece)
        if self._at:
            self._at[-1].uses.append(ref)

    def index(self, ref: Ref) -> int:
        """Where the result of a piece stands, for reading it in rows of other entities."""
        self.uses(ref)
        self.across.add((self._at[-1].ref, ref))
        return self.slot(self.pieces[ref].name, ref.kind, None)

    def slot(self, name: str, kind: str, default: object) -> int:
        """The place of a variable in the rows of a kind."""
        known = self.slots.get(name)
        if known is None:
            template = self.templates[kind]
            known = self.slots[name] = (kind, len(template))
            template.append(default)
        return known[1]

    def children(self, kind: str) -> Expr:
        """The children of a kind below the entity at hand. KeyError where there can be none."""
        name = children_of(self.kind, kind)
        if name not in self.slots:
            raise KeyError(f"{self.kind} has no {kind} below it")
        return load(name)

    def fresh(self) -> str:
        """A name that nothing else has."""
        self._fresh += 1
        return f"t{self._fresh}"

    def named(self, thing: object, name: str = "value") -> str:
        """The name by which the compiled functions know an object that Python cannot write."""
        known = self._named.get(id(thing))
        if known is None:
            known = self._named[id(thing)] = f"{name}.{len(self.objects)}"
            self.objects[known] = thing
        return known

    def tool(self, function: Callable[..., object]) -> str:
        """The name by which the compiled functions call a function."""
        return self.named(function, function.__name__)

    def domain(self, kind: str, name: str) -> Domain:
        """The words with which a choice or set of that kind and name is compared."""
        return self.domains.setdefault((kind, name), Domain())

    def make(self) -> None:
        """Make every piece that is waiting, and those that these use."""
        while self._waiting:
            piece = self._waiting.pop()
            self._at.append(piece)
            self._parts.makers[piece.ref.what](self, piece)
            self._at.pop()
