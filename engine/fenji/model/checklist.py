"""Inspection lists: what policy staff write for a sector, and what is made of it for one subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from fenji.model.law import Basis
from fenji.model.place import NOWHERE, Place
from fenji.model.reason import Gap
from fenji.model.text import Text


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to look at on the spot, and the facts that a look at it settles.

    `facts` are entity kinds with a fact of theirs, or (for the list of its children) with the kind of
    these. Which rules they can trigger is found from the facts, and so is the basis where it is left
    out.
    """

    id: str
    look: Text
    facts: tuple[tuple[str, str], ...]
    basis: tuple[Basis, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The items of one sector, in the order in which one walks through a site."""

    sector: str
    items: tuple[ChecklistItem, ...]
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ToCheck:
    """One line of a list made for a subject: an item, or a question that no item mentions.

    `open` are the facts still to be seen, `hangs` those that were answered and that what holds rests
    on. `triggers` are the rules, classes and scores that wait for them or hold by them; `basis`
    theirs, or the item's.
    """

    item: str
    look: Text
    open: tuple[Gap, ...]
    hangs: tuple[tuple[str, str], ...]
    triggers: tuple[str, ...]
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class ChecklistMade:
    """What there is to check at one subject on one day.

    `to_see` have facts that were never inspected, `hanging` hold up the tier as it stands, `unlisted`
    are facts to inspect that no item mentions.
    """

    subject_id: str
    subject_name: str
    as_of: date
    to_see: tuple[ToCheck, ...]
    hanging: tuple[ToCheck, ...]
    unlisted: tuple[ToCheck, ...]
