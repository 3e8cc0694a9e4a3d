"""All files of supervision as one schedule, by id; each id once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from fenji.model.duty import Binds, Duty
from fenji.model.place import Place
from fenji.model.supervision.rule import (
    CapRule,
    InspectionRule,
    JointVisitRule,
    Schedule,
)
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.documents import Documents
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.once import once
from fenji.reading.grammar.provenance import Inherited, inherited
from fenji.reading.grammar.supervision.reach import Known
from fenji.reading.grammar.supervision.rules import cap, inspection, joint_visit
from fenji.reading.sources import Role

LISTS = ("inspections", "caps", "joint_visits")
"""The lists that a file of `supervision/` may hold."""

T = TypeVar("T", InspectionRule, CapRule, JointVisitRule)


def schedule(declared: Declared, documents: Documents, duties: Iterable[Duty]) -> Schedule:
    """Everything that the files say; the duties of authorities among `duties` can be named."""
    known = Known(declared, frozenset(d.id for d in duties if d.binds is Binds.AUTHORITY))
    places: dict[str, Place] = {}

    def read(name: str, one: Callable[[Known, Fields, Inherited], T]) -> tuple[T, ...]:
        found = []
        for fields, above in _items(declared, documents, name):
            rule = one(known, fields, above)
            if once(declared.problems, places, rule.id, rule.place):
                places[rule.id] = rule.place
                found.append(rule)
        return tuple(sorted(found, key=lambda rule: rule.id))

    return Schedule(
        read("inspections", inspection), read("caps", cap), read("joint_visits", joint_visit)
    )


def _items(
    declared: Declared, documents: Documents, name: str
) -> Iterator[tuple[Fields, Inherited]]:
    for node in documents.of(Role.SUPERVISION):
        head = Fields(node, declared.problems)
        above = inherited(declared, head)
        for item in head.items(name):
            yield Fields(item, declared.problems), above
