"""The dictionary: which kinds of entity there are, and which facts can be known of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.condition import Condition
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text
from fenji.model.value import Member, NumberSpan


class Kind(Enum):
    """What a fact's value is. `count` is a whole number that is not negative."""

    NUMBER = "number"
    COUNT = "count"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    DATE = "date"


class Origin(Enum):
    """How a fact becomes known: read off paper, seen by an officer, decided by an authority."""

    DECLARED = "declared"
    INSPECTED = "inspected"
    DETERMINED = "determined"


@dataclass(frozen=True, slots=True)
class EntityKind:
    """A kind of thing that facts are about.

    `parent` is the kind it stands below (`None` for the root, the subject). `dated_by` names the
    date fact by which a child happens: one dated after `as_of` has not happened yet. `sectors` are
    switched on by any submitted entity of this kind.
    """

    name: str
    label: Text
    parent: str | None
    dated_by: str | None
    origin: Origin
    sectors: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """One value that a choice can have: a word, or a number where classes are numbered."""

    value: Member
    label: Text


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """One fact that can be known of an entity.

    `range` states only what is impossible outside it (in `unit`). `identified_by` is the table of
    spellings and the facts that hold them, for a choice found by number or name. `may_lie_ahead`:
    a date that may be after `as_of` (an expiry); any other later date is not yet a fact. A
    `descriptive` fact is there for people to recognise the thing by: no rule reads it.
    """

    entity: str
    name: str
    label: Text
    question: Text
    kind: Kind
    unit: str
    range: NumberSpan
    options: tuple[ChoiceOption, ...]
    origin: Origin
    applies_when: Condition | None = None
    rectifiable: bool | None = None
    good_for_months: int | None = None
    may_lie_ahead: bool = False
    pattern: str = ""
    descriptive: bool = False
    identified_by: Identification | None = None
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def values(self) -> frozenset[Member] | None:
        """What a choice can be; `None` where it is free text."""
        return frozenset(o.value for o in self.options) if self.options else None


@dataclass(frozen=True, slots=True)
class Identification:
    """How a choice is found from what people write: a table of spellings, and where they stand.

    `numbers` names the fact whose spelling settles the choice by itself, so that one not in the
    table means `otherwise`; `names` the fact whose spelling may be anything, so that one not in the
    table settles nothing.
    """

    table: str
    numbers: str
    names: str
    otherwise: str
