"""Rows of frames made back into submissions, for those subjects that the reference has to judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from fenji.evaluation.columnar.frames import PARENT, Frames
from fenji.evaluation.prepared import Prepared
from fenji.model.dictionary import FactDefinition, Kind
from fenji.model.submission import SUBJECT, Children, Determination, Entity, Fact, Submission
from fenji.model.value import Choice, DateSpan, Member, NumberSpan, SetSpan, Value, day, one, point

Row = Mapping[str, Any]
Number = tuple[int, Row]
"""Where a row stands in its frame, and what it holds."""


def submissions_of(prepared: Prepared, frames: Frames, subjects: Sequence[int]) -> list[Submission]:
    """The subjects that stand in those rows, with all that stands below them."""
    return Reading(prepared, frames, subjects).all()


class Reading:
    """The rows of a few subjects, by kind and by the row of their parent."""

    def __init__(self, prepared: Prepared, frames: Frames, subjects: Sequence[int]) -> None:
        self._prepared = prepared
        self._subjects = _rows(frames[SUBJECT], subjects)
        self._below: dict[tuple[str, int], list[Number]] = {}
        self._kinds: dict[str, list[str]] = {}
        release = prepared.release
        wanted = {SUBJECT: list(subjects)}
        for kind in sorted(release.entities, key=lambda k: len(release.lineage(k))):
            parent = release.entities[kind].parent or SUBJECT
            if kind != SUBJECT:
                self._kinds.setdefault(parent, []).append(kind)
            if kind != SUBJECT and kind in frames and frames[kind].height:
                places = frames[kind][PARENT].is_in(wanted.get(parent, [])).arg_true().to_list()
                wanted[kind] = places
                for place, row in _rows(frames[kind], places):
                    self._below.setdefault((kind, row[PARENT]), []).append((place, row))

    def all(self) -> list[Submission]:
        """The submissions, in the order asked for."""
        found = []
        for number in self._subjects:
            determinations: list[Determination] = []
            root = self._entity(SUBJECT, number, "", determinations)
            found.append(Submission(SUBJECT, root.id, root.id, root, tuple(determinations)))
        return found

    def _entity(
        self, kind: str, number: Number, path: str, determinations: list[Determination]
    ) -> Entity:
        place, row = number
        name = str(row.get("id") or place)
        here = path if kind == SUBJECT else f"{path}/{kind}:{name}".lstrip("/")
        for law in self._prepared.release.classifications:
            decided = row.get(f"{law.determined_as}.determined")
            if law.for_ == kind and law.determined_as and decided is not None:
                value = _member(decided, law.order)
                as_of = self._prepared.as_of
                of = here or name
                determinations.append(Determination(law.determined_as, value, "", as_of, of))
        facts: dict[str, Fact] = {}
        for definition in self._prepared.release.facts.get(kind, {}).values():
            fact = _fact(definition, row)
            if fact is not None:
                facts[definition.name] = fact
        children: dict[str, Children] = {}
        for below in self._kinds.get(kind, ()):
            items = tuple(
                self._entity(below, child, here, determinations)
                for child in self._below.get((below, place), ())
            )
            if items or row.get(f"{below}.given"):
                whole, count = row.get(f"{below}.whole"), row.get(f"{below}.count")
                children[below] = Children(items, whole is not False, count)
        return Entity(kind, name, facts, children)


def _rows(frame: pl.DataFrame, places: Sequence[int]) -> list[Number]:
    return list(zip(places, frame[list(places)].to_dicts(), strict=True))


def _fact(definition: FactDefinition, row: Row) -> Fact | None:
    name = definition.name
    at: date | None = row.get(f"{name}.at")
    if row.get(f"{name}.absent"):
        return Fact(None, at=at)
    value = _value(definition, row)
    return None if value is None else Fact(value, at=at)


def _value(definition: FactDefinition, row: Row) -> Value | None:
    name, kind = definition.name, definition.kind
    known, low, high = (row.get(part) for part in (name, f"{name}.low", f"{name}.high"))
    if kind is Kind.CHOICES:
        return _set(definition, row)
    if kind in (Kind.NUMBER, Kind.COUNT):
        if known is not None:
            return point(_exact(known))
        ends = (None if end is None else _exact(end) for end in (low, high))
        return None if low is None and high is None else NumberSpan(*ends)
    if kind is Kind.DATE:
        if known is not None:
            return day(known)
        return None if low is None and high is None else DateSpan(low, high)
    members = [option.value for option in definition.options]
    if known is not None:
        return one(known if kind is Kind.FLAG else _member(known, members))
    several = row.get(f"{name}.one_of")
    return None if several is None else Choice(frozenset(_member(w, members) for w in several))


def _set(definition: FactDefinition, row: Row) -> Value | None:
    certain = row.get(definition.name)
    if certain is None:
        return None
    possible = row.get(f"{definition.name}.possible")
    if row.get(f"{definition.name}.open"):
        return SetSpan(frozenset(certain), None)
    return SetSpan(frozenset(certain), frozenset(certain if possible is None else possible))


def _exact(double: float) -> Fraction:
    return Fraction(repr(float(double)))


def _member(word: Any, members: Iterable[Member]) -> Member:
    """The member that a word of a column stands for; a text stands for itself."""
    for member in members:
        if isinstance(member, Fraction) and str(word) in (str(float(member)), str(member)):
            return member
    return str(word)
