"""What a release says of inspections: floors and kinds, yearly caps, joint visits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from fenji.model.condition import Condition
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.rule import FindingKind
from fenji.model.text import Text
from fenji.model.tier import Tier


class Mode(Enum):
    """In which way a subject is inspected; the value is the word in YAML and JSON."""

    KEY_UNIT = "key_unit"
    RANDOM_DRAW = "random_draw"
    ROUTINE = "routine"
    SPECIAL = "special"
    COMPREHENSIVE = "comprehensive"
    FOLLOW_UP = "follow_up"


class By(Enum):
    """Who inspects; the value is the word in YAML.

    `lead`: the department that leads the subject; `each`: every department that leads a matter of
    it; `named`: the departments that the rule names, whatever they lead.
    """

    LEAD = "lead"
    EACH = "each"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Amount:
    """A whole number, or the parameter that holds it (the other is 0 or empty)."""

    number: int
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """So many times in so many months, as written."""

    times: Amount
    months: Amount


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a rule is about: all of it must be so.

    `departments` narrow `lead` and `each`, and are who inspects with `named`. `sectors`: one of them
    applies, and tier and findings are theirs, else those of the whole (with `each`: of the department's
    own sectors). `worse`: the tier is that or worse, `better`: that or better; floors take the first
    alone and caps the second, so that a worse tier never means fewer inspections. `findings`: one of
    these kinds is there. `when` is over the subject. `duty`: that duty of an authority binds.
    """

    by: By
    departments: tuple[str, ...]
    sectors: tuple[str, ...]
    worse: Tier | None
    better: Tier | None
    findings: tuple[FindingKind, ...]
    when: Condition | None
    duty: str


@dataclass(frozen=True, slots=True)
class InspectionRule:
    """That a subject is inspected, in which mode, and how often at the least.

    `at_least` is `None` where the text gives no figure: `frequency` then says it in words. With a
    `duty` the figure is the duty's own period. `outside_plan`: it holds only where no inspection with a
    figure does. `on_clue`: an inspection because of something that came up, which no yearly cap counts.
    """

    id: str
    title: Text
    reach: Reach
    mode: Mode
    at_least: Figure | None
    frequency: Text
    outside_plan: bool
    on_clue: bool
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class CapRule:
    """How often one department inspects one subject at the most.

    `at_most` is `None` where a figure is to be published and none was seen.
    """

    id: str
    title: Text
    reach: Reach
    at_most: Figure | None
    frequency: Text
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class JointVisitRule:
    """Why departments whose inspections coincide go together."""

    id: str
    title: Text
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Schedule:
    """All that a release says of supervision, by id. A release without supervision has an empty one."""

    inspections: tuple[InspectionRule, ...] = ()
    caps: tuple[CapRule, ...] = ()
    joint_visits: tuple[JointVisitRule, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.inspections or self.caps)

    @property
    def conditions(self) -> Iterator[Condition]:
        """Every condition in it, all of them over the subject."""
        return (reach.when for reach in self.reaches if reach.when is not None)

    @property
    def reaches(self) -> Iterator[Reach]:
        """Whom each inspection and cap is about."""
        yield from (one.reach for one in self.inspections)
        yield from (one.reach for one in self.caps)

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure that is written in it."""
        yield from (one.at_least for one in self.inspections if one.at_least is not None)
        yield from (one.at_most for one in self.caps if one.at_most is not None)

    @property
    def parameters(self) -> frozenset[str]:
        """The parameters that its figures are read from."""
        amounts = (amount for one in self.figures for amount in (one.times, one.months))
        return frozenset(amount.parameter for amount in amounts if amount.parameter)

    @property
    def rules(self) -> Mapping[str, InspectionRule | CapRule | JointVisitRule]:
        """Every rule by its id."""
        several: tuple[InspectionRule | CapRule | JointVisitRule, ...]
        several = (*self.inspections, *self.caps, *self.joint_visits)
        return {one.id: one for one in several}
