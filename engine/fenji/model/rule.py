"""What policy staff write: definitions, measures, classifications, sheets and rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.condition import Condition
from fenji.model.expression import Expression
from fenji.model.law import Exclusion, Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text
from fenji.model.tier import Tier
from fenji.model.value import Member, NumberSpan


class FindingKind(Enum):
    """What a rule says of an entity when it holds; the value is the word in YAML and JSON."""

    __hash__ = object.__hash__  # members are single; Enum's own hash is slow, and these are keys

    MAJOR_ACCIDENT_HAZARD = "major_accident_hazard"
    MAJOR_HAZARD_SOURCE = "major_hazard_source"
    PROHIBITION = "prohibition"
    DIRECT_TIER = "direct_tier"
    BASE_TIER = "base_tier"
    SCOPE = "scope"
    ELEMENT = "element"


@dataclass(frozen=True, slots=True)
class Definition:
    """A condition with a name: a legal definition, or a part that several rules share."""

    name: str
    sector: str
    for_: str
    label: Text
    when: Condition
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class MeasureCase:
    """A value that counts when its condition holds and no earlier case does (`None`: always)."""

    when: Condition | None
    value: Expression


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with a name, in `unit`. `range` is what it can be at all, whatever is missing."""

    name: str
    sector: str
    for_: str
    label: Text
    unit: str
    cases: tuple[MeasureCase, ...]
    range: NumberSpan
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Case:
    """One answer of a classification; `None` as condition is its `otherwise`."""

    value: Member
    label: Text
    when: Condition | None
    computed: Expression | None = None


@dataclass(frozen=True, slots=True)
class Classification:
    """A single-valued answer (class, level, grade).

    Either ordered `cases` closed by an `otherwise`, or `worst_of` other classifications by `order`
    (best first). `given` are classifications whose possible values are gone through one by one, so
    that the answer is exact where they are open. `determined_as` is the matter under which an
    authority decides the same; the worse of the two by `order` then stands. Several of one name
    (editions, special cases) differ in `id`; one that `overrides` another answers in its stead.
    """

    name: str
    sector: str
    for_: str
    label: Text
    cases: tuple[Case, ...]
    worst_of: tuple[str, ...]
    order: tuple[Member, ...]
    given: tuple[str, ...]
    overrides: str | None
    id: str
    scope: Condition | None
    unless: tuple[Exclusion, ...]
    determined_as: str | None
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a sheet: `points` when the condition holds, times `times` where that is given.

    `covers` are the rows of the reference that it carries by itself.
    """

    id: str
    title: Text
    when: Condition | None
    points: Expression
    times: Expression | None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """Entries that share a cap (the most they move the score together).

    `exclusive`: at most one of them counts, the one that moves the score most.
    """

    name: Text
    entries: tuple[Entry, ...]
    cap: NumberSpan
    exclusive: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A score: a base and items. `missing` is what entries that are not encoded could add.

    Out of `scope` it does not apply.
    """

    name: str
    sector: str
    for_: str
    label: Text
    base: Expression
    items: tuple[Item, ...]
    missing: NumberSpan
    range: NumberSpan
    provenance: Provenance
    scope: Condition | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition over facts, an outcome, a basis.

    It holds when `scope` and `when` are true and every exclusion is false. `tier` is the tier it
    brings by itself (direct and base tiers only).
    """

    id: str
    sector: str
    for_: str
    title: Text
    scope: Condition | None
    when: Condition
    unless: tuple[Exclusion, ...]
    finding: FindingKind
    tier: Tier | None
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
