"""The chart of a release, in an order of its own whatever the files it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from fenji.model.jurisdiction.chart import Chart
from fenji.model.jurisdiction.matter import Matter
from fenji.reading.grammar.declared import Declared
from fenji.reading.grammar.documents import Documents
from fenji.reading.grammar.fields import Fields
from fenji.reading.grammar.jurisdiction.charting import ACTIVITIES
from fenji.reading.grammar.jurisdiction.deciding import (
    blind_spot,
    level_rule,
    principle,
    ranking,
)
from fenji.reading.grammar.jurisdiction.departments import department, territory
from fenji.reading.grammar.jurisdiction.edges import edges, edges_of, licence
from fenji.reading.grammar.jurisdiction.matters import activity, matter
from fenji.reading.grammar.jurisdiction.orders import check_codes, check_orders
from fenji.reading.grammar.jurisdiction.rounds import check_rounds
from fenji.reading.grammar.provenance import Inherited, inherited
from fenji.reading.sources import Role

T = TypeVar("T")


def chart(declared: Declared, documents: Documents) -> Chart:
    """All that the files say of jurisdiction; an empty chart where there are none."""
    read = _Reader(declared, documents)
    departments = read.all_of("departments", department)
    units = read.all_of("territory", territory)
    several = (*read.activities(), *read.all_of("matters", matter))
    licences = read.all_of("licences", licence)
    joined = [edge for entry in read.all_of("edges", edges) for edge in entry]
    joined += [edge for one in licences for edge in edges_of(one)]
    found = Chart(
        {one.id: one for one in sorted(departments, key=lambda one: one.id)},
        {one.id: one for one in sorted(units, key=lambda one: one.id)},
        {one.id: one for one in sorted(several, key=lambda one: one.id)},
        {one.id: one for one in sorted(licences, key=lambda one: one.id)},
        tuple(sorted(joined, key=lambda one: one.id)),
        _in_order(read.all_of("principles", principle), lambda one: (one.order, one.id)),
        _in_order(read.all_of("rankings", ranking), lambda one: (one.order, one.id)),
        _in_order(read.all_of("levels", level_rule), lambda one: (one.order, one.id)),
        _in_order(read.all_of("blind_spots", blind_spot), lambda one: (0, one.id)),
    )
    check_orders(declared.problems, found)
    check_codes(declared.problems, found)
    check_rounds(declared.problems, found)
    return found


def _in_order(several: list[T], key: Callable[[T], tuple[int, str]]) -> tuple[T, ...]:
    return tuple(sorted(several, key=key))


class _Reader:
    """Reads the entries of one list of all files; of two of one id only the first."""

    def __init__(self, declared: Declared, documents: Documents) -> None:
        self._declared = declared
        self._documents = documents

    def all_of(self, name: str, read: Callable[[Declared, Fields, Inherited], T]) -> list[T]:
        return list(self._read(Role.JURISDICTION, name, read))

    def activities(self) -> list[Matter]:
        return list(self._read(Role.ACTIVITIES, ACTIVITIES, activity))

    def _read(
        self, role: Role, name: str, read: Callable[[Declared, Fields, Inherited], T]
    ) -> Iterator[T]:
        first = self._declared.charted.places
        for node in self._documents.of(role):
            head = Fields(node, self._declared.problems)
            above = inherited(self._declared, head)
            for item in head.items(name):
                fields = Fields(item, self._declared.problems)
                if first.get(fields.text("id"), fields.place_of("id")) == fields.place_of("id"):
                    yield read(self._declared, fields, above)
