"""What an analysis of a chart finds: a city's own documents where they overlap or leave a gap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fenji.model.jurisdiction.answer import Settled
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.reason import Gap
from fenji.model.text import Text
from fenji.model.value import Member

Given = tuple[tuple[str, Member], ...]
"""Facts of a subject, by name, under which something was found; none: whatever they are."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Departments that are equals in a matter (多头管理), by the edges that make them so.

    `places` are the units where that is so; none: everywhere.
    """

    matter: str
    title: Text
    principle: str
    departments: tuple[str, ...]
    edges: tuple[str, ...]
    given: Given
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NobodyNamed:
    """A matter for which no edge in force names anybody (监管盲区)."""

    matter: str
    title: Text
    given: Given
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A matter whose lead hangs on facts: who can lead, and what decides.

    `cases` are who leads under which facts, as far as these are yes or no or one of a few words.
    """

    matter: str
    title: Text
    leads: tuple[str, ...]
    facts: tuple[Gap, ...]
    cases: tuple[tuple[Given, Settled, tuple[str, ...]], ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cycle:
    """Nodes that lead back to where they began: hand-overs, departments or units above each other."""

    of: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A department that no edge in force names."""

    department: str
    title: Text


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Something that rests on an instrument which ended by the day; `stands` where another basis, or
    the lack of a date, still carries it. `replaced_by` is the instrument in its place."""

    what: str
    instrument: str
    replaced_by: str
    stands: bool


@dataclass(frozen=True, slots=True)
class NoBody:
    """A department that may have to enforce at a level at which it names no body."""

    department: str
    level: EnforcementLevel
    territory: str
    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a chain: who leads it, and to which matters it hands over."""

    chain: str
    link: str
    matter: str
    settled: Settled
    leads: tuple[str, ...]
    hands_over: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclaredBlindSpot:
    """A blind spot that the rules declare, and what the chart answers for each of its matters."""

    blind_spot: str
    title: Text
    open: Text
    clauses: tuple[str, ...]
    answers: tuple[tuple[str, Settled, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found on a day. `walked` counts the matters, in each place, that were gone through.

    `undetermined` are the activities in which departments are equals anywhere, of `activities` in all.
    """

    as_of: date
    walked: int
    activities: int
    undetermined: tuple[str, ...]
    overlaps: tuple[Overlap, ...]
    nobody: tuple[NobodyNamed, ...]
    waiting: tuple[Waiting, ...]
    cycles: tuple[Cycle, ...]
    unreachable: tuple[Unreachable, ...]
    lapsed: tuple[Lapsed, ...]
    no_body: tuple[NoBody, ...]
    chains: tuple[ChainLink, ...]
    blind_spots: tuple[DeclaredBlindSpot, ...]
