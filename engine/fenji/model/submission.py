"""What is submitted of one subject: a tree of entities with their facts, and what authorities decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from fenji.model.place import NOWHERE, Place
from fenji.model.value import Member, Value


class Source(Enum):
    """Where a fact comes from; the value is the word in YAML and JSON."""

    ENTERPRISE = "enterprise"
    REGISTER = "register"
    INSPECTION = "inspection"
    MONITORING = "monitoring"


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer. `value` is what it could be, in the unit of the dictionary.

    `None` as value is `not_applicable`. `written` is the answer as it was typed, for people;
    `given_as` the spelling by which a choice was identified (a CAS number, a name).
    """

    value: Value | None
    source: Source | None = None
    at: date | None = None
    evidence: tuple[str, ...] = ()
    written: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Children:
    """The entities of one kind below another; not `whole` where there may be more.

    `count` is how many there are in all, where a list that is not whole says so.
    """

    items: tuple[Entity, ...]
    whole: bool = True
    count: int | None = None
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that facts are about. `id` is unique among its siblings; the subject's is its code."""

    kind: str
    id: str
    facts: Mapping[str, Fact]
    children: Mapping[str, Children]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Determination:
    """What an authority has decided on a matter, of the subject or of the entity with the id `of`."""

    matter: str
    value: Member
    authority: str
    at: date
    of: str = ""
    reason: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Submission:
    """Everything said of one subject. `digest` is the SHA-256 of its parsed, sorted form."""

    subject_kind: str
    id: str
    name: str
    root: Entity
    determinations: tuple[Determination, ...]
    digest: str = field(default="", compare=False)


SUBJECT = "subject"
"""The entity kind of the root."""
