"""Facts of one subject, drawn from a dictionary: known, spanned, missing, not applicable, not yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any as Anything

from fenji.model.dictionary import FactDefinition, Kind, Origin
from fenji.model.release import Release
from fenji.model.submission import (
    SUBJECT,
    Children,
    Determination,
    Entity,
    Fact,
    Source,
    Submission,
)
from fenji.model.value import Choice, DateSpan, NumberSpan, SetSpan, Value, one, point
from tests.agreement.edges import Edges, edges

MISSING = (0, 0, 0, 10, 10, 30, 70, 100)
"""Percentages of facts left out, one of which a submission has."""

NUMBER_OF_CHILDREN = (0, 1, 1, 2, 3)
LONG = 20
"""Of so many options each is given often enough as it is."""

LATEST = date.max - timedelta(days=400)


@dataclass(frozen=True)
class Facts:
    """Draws submissions for a release on a day; `read` are the facts and lists that are given."""

    release: Release
    as_of: date
    edges: Edges
    read: Mapping[str, Collection[str]]

    def drawn(self, random: Random) -> Submission:
        """One subject."""
        return _Hand(self, random).submission()


def facts_of(release: Release, as_of: date, read: Collection[tuple[str, str]] = ()) -> Facts:
    """Everything in the dictionary, or only those facts and lists of children, by their kind."""
    several: dict[str, list[str]] = {kind: [] for kind in release.entities}
    if read:
        for kind, name in sorted(read):
            if kind in several:
                several[kind].append(name)
    else:
        for kind, facts in release.facts.items():
            several[kind] += facts
        for entity in release.entities.values():
            if entity.parent:
                several[entity.parent].append(entity.name)
    return Facts(release, as_of, edges(release, as_of), several)


class _Hand:
    """One submission in the making."""

    def __init__(self, facts: Facts, random: Random) -> None:
        self._facts = facts
        self._random = random
        self._missing = self._one(MISSING)
        self._spanned = self._one((0, 0, 10, 30)) if self._missing else 0
        self._not_applicable = self._one((0, 0, 0, 4))
        self._late = self._one((0, 0, 5))
        self._paths: dict[str, list[tuple[str, str]]] = {}

    def _one(self, several: Anything) -> Anything:
        return several[self._random.randrange(len(several))]

    def _chance(self, percent: int) -> bool:
        return self._random.randrange(100) < percent

    def submission(self) -> Submission:
        root = self._entity(SUBJECT, "x", "")
        return Submission("enterprise", "x", "x", root, self._determinations())

    def _entity(self, kind: str, name: str, path: str) -> Entity:
        self._paths.setdefault(kind, []).append((name, path))
        release = self._facts.release
        facts: dict[str, Fact] = {}
        children: dict[str, Children] = {}
        for read in self._facts.read[kind]:
            definition = release.facts.get(kind, {}).get(read)
            if definition is not None:
                fact = self._fact(definition)
                if fact is not None:
                    facts[read] = fact
            elif read in release.entities:
                listed = self._children(read, path)
                if listed is not None:
                    children[read] = listed
        return Entity(kind, name, facts, children)

    def _children(self, kind: str, path: str) -> Children | None:
        if self._chance(self._missing // 2):
            return None
        items = []
        for index in range(self._one(NUMBER_OF_CHILDREN)):
            name = self._one((f"#{index + 1}", f"{kind}-{index}", f"{index}"))
            step = f"{kind}:{name}"
            items.append(self._entity(kind, name, f"{path}/{step}" if path else step))
        if not self._chance(self._missing):
            return Children(tuple(items), True, self._one((None, len(items))))
        if self._chance(50):
            return Children(tuple(items), False, None)
        return Children(tuple(items), False, len(items) + self._one((1, 1, 2, 5)))

    def _fact(self, fact: FactDefinition) -> Fact | None:
        if fact.origin is Origin.DETERMINED or self._chance(self._missing):
            return None
        if fact.applies_when is not None and self._chance(self._not_applicable):
            return Fact(None)
        known = not self._chance(self._spanned)
        value = self._value(fact, known)
        if value is None:
            return None
        at = None
        if self._chance(10):
            at = self._facts.as_of + timedelta(days=self._one((-900, -1, 0)))
        elif self._chance(self._late):
            at = self._facts.as_of + timedelta(days=1)
        return Fact(value, self._one((None, Source.REGISTER)), at)

    def _value(self, fact: FactDefinition, known: bool) -> Value | None:
        if fact.kind in (Kind.NUMBER, Kind.COUNT):
            return self._number(fact, known)
        if fact.kind is Kind.FLAG:
            return one(self._chance(50))
        if fact.kind is Kind.DATE:
            return self._day(known)
        if fact.kind is Kind.TEXT:
            several: tuple[Anything, ...] = self._facts.edges.texts
        else:
            several = tuple(option.value for option in fact.options)
        if not several:
            return None
        if fact.kind is Kind.CHOICES:
            return self._set(several, known)
        if known:
            return Choice(frozenset({self._one(several)}))
        return Choice(frozenset(self._one(several) for _ in range(3)))

    def _number(self, fact: FactDefinition, known: bool) -> Value:
        several = self._facts.edges.of(fact)
        first: Fraction = self._one(several)
        if known:
            return point(first)
        second: Fraction = self._one(several)
        low, high = min(first, second), max(first, second)
        possible = fact.range
        if fact.kind is Kind.COUNT and (possible.low is None or possible.low < 0):
            possible = NumberSpan(Fraction(0), possible.high)
        end = self._one(("low", "high", "both", "both"))
        return NumberSpan(
            possible.low if end == "high" else low, possible.high if end == "low" else high
        )

    def _day(self, known: bool) -> Value:
        first: date = self._one(self._facts.edges.days)
        if known:
            return DateSpan(first, first)
        second: date = min(first + timedelta(days=self._one((1, 30, 365))), LATEST)
        end = self._one(("low", "high", "both", "both"))
        return DateSpan(None if end == "high" else first, None if end == "low" else second)

    def _set(self, several: tuple[Anything, ...], known: bool) -> Value:
        words = [str(member) for member in self._telling(several) if self._chance(40)]
        certain = frozenset(words[:6])
        if known:
            return SetSpan(certain, certain)
        return SetSpan(certain, frozenset(map(str, several)))

    def _telling(self, several: tuple[Anything, ...]) -> tuple[Anything, ...]:
        """Of a long list the words that the release names, and a few others."""
        if len(several) <= LONG:
            return several
        named = [word for word in several if word in self._facts.edges.texts]
        others = [word for word in several if word not in self._facts.edges.texts]
        shown = [*named[:LONG], *self._random.sample(others, min(len(others), 3))]
        self._random.shuffle(shown)
        return tuple(shown)

    def _determinations(self) -> tuple[Determination, ...]:
        found = []
        for c in self._facts.release.classifications:
            if not c.determined_as or not self._chance(30) or c.for_ not in self._paths:
                continue
            name, path = self._one(self._paths[c.for_])
            values = [*c.order, *(case.value for case in c.cases if case.computed is None)]
            value = self._one(values)
            at = self._facts.as_of + timedelta(days=self._one((-40, -1, 0, 1)))
            of = self._one((name, path, "", "nobody"))
            found.append(Determination(c.determined_as, value, "authority", at, of))
        return tuple(found)
