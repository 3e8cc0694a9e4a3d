"""Values computed from facts: the right side of a comparison, and what a measure gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal as OneOf

from fenji.model.place import NOWHERE, Place
from fenji.model.value import Value


class Stratum(Enum):
    """Which kind of name a name is; each reads only what stands above it or an earlier one."""

    FACT = "fact"
    MEASURE = "measure"
    CLASSIFICATION = "classification"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in a rule."""

    value: Value
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A fact or a derived value of the entity kind that owns it: one's own or an ancestor's."""

    entity: str
    name: str
    stratum: Stratum
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure kept under `rules/policy/parameters.yaml`, with its own dates and basis."""

    name: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the matching rows of a table give in one column.

    `by` says which expression stands for each key of the table. `take` chooses where several rows
    match by right (several hazards of one substance: `smallest`); without it all are possible.
    """

    table: str
    give: str
    by: tuple[tuple[str, Expression], ...]
    take: OneOf["smallest", "largest"] | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`+ - * /` of two numbers."""

    sign: OneOf["+", "-", "*", "/"]
    left: Expression
    right: Expression
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The smallest or largest of several numbers, all of which are needed."""

    which: OneOf["min", "max"]
    of: tuple[Expression, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """`sum`, `min`, `max` of an expression over children of one kind, or their `count`.

    `of` is read in each child; over no children a sum and a count are 0, and `min`, `max` do not
    apply.
    """

    how: OneOf["sum", "min", "max", "count"]
    kind: str
    of: Expression | None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Whole days, months or years from a date to `as_of` (Civil Code, articles 201-203).

    `months_ended` counts the months whose last day has passed: "six months later" begins on the day
    after the corresponding day, "for six months" (满) is reached on that day itself.
    """

    unit: OneOf["days", "months", "years", "months_ended"]
    since: Name
    place: Place = field(default=NOWHERE, compare=False)


Expression = Literal | Name | Parameter | Lookup | Arithmetic | Extreme | Aggregate | Elapsed
