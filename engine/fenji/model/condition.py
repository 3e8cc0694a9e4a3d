"""Conditions: what can be true, false or unknown of an entity."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal as OneOf

from fenji.model.expression import Expression
from fenji.model.place import NOWHERE, Place


class Word(Enum):
    """The comparing words of the language; the value is the word written in YAML."""

    __hash__ = object.__hash__  # members are single; Enum's own hash is slow, and these are keys

    IS = "is"
    IS_NOT = "is_not"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    HAS = "has"
    HAS_ANY = "has_any"
    HAS_NONE = "has_none"


OPPOSITE = {
    Word.IS: Word.IS_NOT,
    Word.IS_NOT: Word.IS,
    Word.ONE_OF: Word.NONE_OF,
    Word.NONE_OF: Word.ONE_OF,
    Word.AT_LEAST: Word.LESS_THAN,
    Word.LESS_THAN: Word.AT_LEAST,
    Word.AT_MOST: Word.MORE_THAN,
    Word.MORE_THAN: Word.AT_MOST,
}


@dataclass(frozen=True, slots=True)
class Compare:
    """A value against one or (for the `_of`, `has_any` and `has_none` words) several others."""

    left: Expression
    word: Word
    right: tuple[Expression, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    of: tuple[Condition, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    of: tuple[Condition, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    of: Condition
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AtLeastN:
    """At least `n` of the parts hold."""

    n: int
    of: tuple[Condition, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Quantified:
    """`some`, `every` or `no` child of one kind meets a condition (`None`: is there at all)."""

    word: OneOf["some", "every", "no"]
    kind: str
    where: Condition | None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many children of one kind meet a condition, compared with a number."""

    kind: str
    where: Condition | None
    word: Word
    right: Expression
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Holds:
    """The truth of a definition, of the entity kind that owns it: one's own or an ancestor's."""

    entity: str
    name: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Fires:
    """The truth of another rule, of the same entity kind or an ancestor's."""

    rule: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AnyFinding:
    """Whether any rule with that outcome holds anywhere in the subject; only in folding."""

    finding: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """Whether some row of a table matches."""

    table: str
    by: tuple[tuple[str, Expression], ...]
    place: Place = field(default=NOWHERE, compare=False)


Condition = (
    Compare
    | All
    | Any
    | Not
    | AtLeastN
    | Quantified
    | Counted
    | Holds
    | Fires
    | AnyFinding
    | Listed
)
