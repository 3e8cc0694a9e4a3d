"""Who is in charge of a subject: one lead and level, who cooperates, and the path that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Basis, Review, Standing
from fenji.model.reason import Gap
from fenji.model.text import Text
from fenji.model.truth import Truth


class Settled(Enum):
    """How far a lead is settled; the value is the word in JSON.

    `settled`: one department. `waits`: facts not yet known decide between several. `undetermined`:
    all facts are known, the documents name several as equals. `unassigned`: they name nobody.
    """

    SETTLED = "settled"
    WAITS = "waits"
    UNDETERMINED = "undetermined"
    UNASSIGNED = "unassigned"


class StepKind(Enum):
    """What a step of a path is; the value is the word in JSON. The last eight are kinds of edges."""

    HAS = "has"
    RANKING = "ranking"
    PRINCIPLE = "principle"
    LEVEL = "level"
    DUTY = "duty"
    LICENCE = "licence"
    TRADE = "trade"
    PLACE = "place"
    EXCLUDES = "excludes"
    DELEGATES = "delegates"
    HANDS_OVER = "hands_over"
    FALLS_BACK_TO = "falls_back_to"


LEADING = (
    StepKind.DUTY,
    StepKind.LICENCE,
    StepKind.TRADE,
    StepKind.PLACE,
    StepKind.FALLS_BACK_TO,
)
"""The kinds of edges by which a department leads, or has a part."""


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step from the subject to the body in charge. `by` is the id of the edge, principle,
    ranking or level rule (for `has` the fact or matter) that it takes; `from_`, `to` are ids of nodes."""

    kind: StepKind
    from_: str
    to: str
    by: str
    title: Text
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review


@dataclass(frozen=True, slots=True)
class BodyAnswer:
    """Who acts: a department at a level in a territory, by its own name there.

    `territory` is empty where it is not known in which unit the subject lies.
    """

    department: str
    level: EnforcementLevel
    territory: str
    title: Text


@dataclass(frozen=True, slots=True)
class Cooperator:
    """A department that has a part in a matter without leading it, and what its part is."""

    department: str
    title: Text
    matter: str
    concern: Text
    edge: str
    certain: bool
    body: BodyAnswer | None
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review


@dataclass(frozen=True, slots=True)
class Rejected:
    """A department that could have led a matter, and why it does not."""

    department: str
    title: Text
    matter: str
    edge: str
    why: Text


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """The one level at which the lead enforces: `levels` are those still possible, the highest first.

    `bodies` are who acts at each. `barred` are the lower bodies of the same department, which do not
    enforce against this subject (the plan's 四（四）: one enterprise, one level).
    """

    levels: tuple[EnforcementLevel, ...]
    bodies: tuple[BodyAnswer, ...]
    barred: tuple[BodyAnswer, ...]
    by: str
    title: Text
    basis: tuple[Basis, ...]
    standing: Standing
    review: Review
    waits_for: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class MatterAnswer:
    """One matter of the subject: who leads it, at which level, who has a part in it.

    `has` is whether the subject has the matter at all. `leads` are the departments still possible.
    `settles` says what would settle an open lead. `hands_over` are the matters next in its chain.
    """

    matter: str
    kind: MatterKind
    title: Text
    has: Truth
    settled: Settled
    leads: tuple[str, ...]
    principle: str
    level: LevelAnswer | None
    cooperators: tuple[Cooperator, ...]
    rejected: tuple[Rejected, ...]
    path: tuple[PathStep, ...]
    hands_over: tuple[str, ...]
    settles: Text
    waits_for: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class JurisdictionAnswer:
    """Who is in charge of the subject.

    `matter` is the one ranked first by `ranking`, whose lead is the subject's: `leads` has one member
    where it is `settled`. `path` proves it, from the subject to the body. `matters` are all for which
    something speaks, the first one first: an activity that is possible only because the activities
    were not all named is not among them. `waits_for` are the facts that decide what is open.
    """

    settled: Settled
    leads: tuple[str, ...]
    lead_titles: tuple[Text, ...]
    matter: str
    ranking: str
    level: LevelAnswer | None
    cooperators: tuple[Cooperator, ...]
    rejected: tuple[Rejected, ...]
    path: tuple[PathStep, ...]
    matters: tuple[MatterAnswer, ...]
    settles: Text
    waits_for: tuple[Gap, ...]
