"""Matters: what some department leads — an activity, a place, a piece of equipment, a work."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from fenji.model.condition import Condition
from fenji.model.law import Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


class MatterKind(Enum):
    """The value is the word in YAML and JSON. Only an activity can make its department the lead
    of a subject that has any activity at all."""

    ACTIVITY = "activity"
    PLACE = "place"
    EQUIPMENT = "equipment"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class IndustryCode:
    """A prefix of GB/T 4754 whose main activity it is; `ambiguous`: the code alone settles nothing."""

    prefix: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Matter:
    """Something of a subject that is supervised as one thing.

    A subject has it where `when` (over the subject) is true; an activity also where the subject
    names it among its `activities` or as its `main_activity`. `sectors` are the plan's numbers.
    `chain` and `link` place it in a chain (produce, store, transport, use, dispose). An activity
    `beside` others says what a place is like, not what is done there: it is the main one only where
    that is said, and else ranked first only where there is no other.
    """

    id: str
    kind: MatterKind
    title: Text
    sectors: tuple[int, ...]
    codes: tuple[IndustryCode, ...]
    chain: str
    link: str
    when: Condition | None
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
    beside: bool = False
