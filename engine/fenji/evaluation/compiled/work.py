"""The work of compiling one release: the pieces that are needed, and what they use of each other.

A piece is one thing worked out once for each entity of a kind: a definition, a rule, a derived
value, or a part of a condition that is shared or is read by another kind. Pieces are made by the
parts that know the construct; here is only what they share.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fenji.evaluation.compiled.domains import Domain
from fenji.evaluation.compiled.facts import FactPlaces
from fenji.evaluation.compiled.operands import Operand
from fenji.evaluation.compiled.syntax import Expr, load
from fenji.evaluation.prepared import Prepared, ReadyRule
from fenji.model.condition import Condition
from fenji.model.expression import Expression


class Ref:
    """What a piece is: `what` says which part makes it, `key` is unique among those of the kind.

    Keys are conditions too, and a condition is slow to hash: so that is done once.
    """

    __slots__ = ("_hash", "key", "kind", "what")

    def __init__(self, what: str, kind: str, key: Hashable) -> None:
        self.what, self.kind, self.key = what, kind, key
        self._hash = hash((what, kind, key))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Ref) or self._hash != other._hash:
            return False
        return (self.what, self.kind, self.key) == (other.what, other.kind, other.key)

    def __repr__(self) -> str:
        return f"{self.what} {self.kind} {self.key}"


Mention = tuple[str, str, str]
"""What a piece reads by name, in force or not: `fact`, `rule` (of no kind) or a stratum; kind; name."""


@dataclass(frozen=True)
class Besides:
    """What is compiled beside a release: rules by a key of their own, and conditions of a kind.

    `instead` says, by the key of a rule and a rule that it reads, the key of what it reads instead.
    `kept` are derived values (stratum, kind, name) whose results stay in the rows.
    """

    rules: Mapping[str, ReadyRule] = field(default_factory=dict)
    instead: Mapping[tuple[str, str], str] = field(default_factory=dict)
    conditions: tuple[tuple[str, Condition], ...] = ()
    kept: tuple[Mention, ...] = ()


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

    def __init__(self, prepared: Prepared, parts: Parts, besides: Besides) -> None:
        self.prepared = prepared
        self.besides = besides
        self._parts = parts
        self.pieces: dict[Ref, Piece] = {}
        self.objects: dict[str, object] = {}
        self.slots: dict[str, tuple[str, int]] = {}
        self.templates: dict[str, list[object]] = {}
        self.domains: dict[tuple[str, str], Domain] = {}
        self.facts: dict[tuple[str, str], FactPlaces] = {}
        self.across: set[tuple[Ref, Ref]] = set()
        self.mentioned: dict[Ref, set[Mention]] = {}
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
        piece = self.pieces.get(ref)
        if piece is None:
            piece = self.pieces[ref] = Piece(ref, f"v{len(self.pieces)}")
            self._waiting.append(piece)
        if self._at:
            self._at[-1].uses.append(piece.ref)

    def mention(self, sort: str, kind: str, name: str) -> None:
        """The piece at hand reads this, whether it is in force or not."""
        self.mentioned.setdefault(self._at[-1].ref, set()).add((sort, kind, name))

    def instead(self, rule: str) -> str | None:
        """The key of the rule besides that the piece at hand reads instead of a rule."""
        return self.besides.instead.get((str(self._at[-1].ref.key), rule))

    def index(self, ref: Ref) -> int:
        """Where the result of a piece stands, for reading it in rows of other entities."""
        self.uses(ref)
        piece = self.pieces[ref]
        self.across.add((self._at[-1].ref, piece.ref))
        return self.slot(piece.name, ref.kind, None)

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
