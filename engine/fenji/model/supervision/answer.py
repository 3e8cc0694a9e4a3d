"""How a subject is supervised: by department, how often, in which way, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fenji.model.jurisdiction.answer import BodyAnswer
from fenji.model.law import Basis, Review, Standing
from fenji.model.reason import Gap
from fenji.model.supervision.frequency import Frequency
from fenji.model.supervision.rule import Mode
from fenji.model.text import Text
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True)
class AtLeast:
    """How often at the least, as far as it is known; `None` is no figure, which is not never.

    `certain` holds whatever the missing facts are, `possible` is the most that is still open. The two
    `declared_` figures are the same if everything not yet inspected were found in order. `fixed` is
    what is certain by law, standard or local document alone, without what is only proposed.
    """

    certain: Frequency | None
    fixed: Frequency | None
    declared_certain: Frequency | None
    declared_possible: Frequency | None
    possible: Frequency | None


@dataclass(frozen=True, slots=True)
class AtMost:
    """How often one department comes at the most; `None` is no figure.

    `certain` is the least of the caps that hold, `possible` of those that hold or may.
    `unpublished`: a cap is to be published, and its figure was not seen.
    """

    certain: Frequency | None
    possible: Frequency | None
    unpublished: bool


@dataclass(frozen=True, slots=True)
class InspectionAnswer:
    """One inspection that is due to a subject (`holds` true) or may be (unknown).

    `declared` is the same truth if everything not yet inspected were found in order. `frequency` is
    `None` where the text gives no figure. `parameter` names the parameters that gave it. `by_tier`: it
    is open, or would be another, as long as the tier is.
    """

    rule: str
    title: Text
    mode: Mode
    holds: Truth
    declared: Truth
    frequency: Frequency | None
    words: Text
    on_clue: bool
    by_tier: bool
    duty: str
    parameters: tuple[str, ...]
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review
    waits_for: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class CapAnswer:
    """One yearly cap that holds or may hold; `frequency` is `None` where no figure was seen."""

    rule: str
    title: Text
    holds: Truth
    frequency: Frequency | None
    words: Text
    by_tier: bool
    parameters: tuple[str, ...]
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review
    waits_for: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class CapConflict:
    """A floor that asks for more than a cap allows.

    `certain` where both hold. `floor_stands`: the floor goes first, for the cap rests on nothing
    stronger; else the floor is only proposed and gives way to the cap.
    """

    inspection: str
    cap: str
    at_least: Frequency
    at_most: Frequency
    certain: bool
    floor_stands: bool


@dataclass(frozen=True, slots=True)
class DepartmentAnswer:
    """What one department does.

    `departments` has several where the lead is open, and is empty where nobody is named. `bodies` are
    who acts, one for each level still possible. `planned` is `at_least` without what is only possible
    and without what gives way to a cap. `compared` is what other places do, which binds nobody here.
    """

    departments: tuple[str, ...]
    titles: tuple[Text, ...]
    leads_subject: bool
    bodies: tuple[BodyAnswer, ...]
    at_least: AtLeast
    at_most: AtMost
    planned: Frequency | None
    inspections: tuple[InspectionAnswer, ...]
    caps: tuple[CapAnswer, ...]
    compared_inspections: tuple[InspectionAnswer, ...]
    compared_caps: tuple[CapAnswer, ...]
    conflicts: tuple[CapConflict, ...]


@dataclass(frozen=True, slots=True)
class JointVisitAnswer:
    """Departments whose inspections coincide, and how many visits they could make together.

    Each of `departments` is one, or several of which it is one. `holds` is unknown where some of the
    inspections are only possible.
    """

    rule: str
    title: Text
    departments: tuple[tuple[str, ...], ...]
    titles: tuple[tuple[Text, ...], ...]
    visits: Frequency
    holds: Truth
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review


@dataclass(frozen=True, slots=True)
class DutyDue:
    """A recurrent duty of the decision that is due on a day, by its id and entity; past it, `overdue`."""

    duty: str
    entity: str
    title: Text
    due: date
    overdue: bool


@dataclass(frozen=True, slots=True)
class SupervisionAnswer:
    """How the subject is supervised.

    `departments`: the lead's first, then the others by id. `recurring` is how many recurrent duties
    bind, `due` those of them whose day is known. `tier_open`: some figure hangs on a tier that the
    decision leaves open; its asks settle that. `waits_for` are the facts that settle the rest.
    """

    departments: tuple[DepartmentAnswer, ...]
    joint_visits: tuple[JointVisitAnswer, ...]
    recurring: int
    due: tuple[DutyDue, ...]
    tier_open: bool
    waits_for: tuple[Gap, ...]
