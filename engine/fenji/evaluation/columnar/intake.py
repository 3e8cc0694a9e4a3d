"""Submissions made into frames, in the layout that the package agrees on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from fenji.evaluation.columnar.frames import PARENT, REFER
from fenji.evaluation.columnar.numbers import is_plain
from fenji.evaluation.prepared import Prepared
from fenji.model.dictionary import EntityKind, FactDefinition, Kind
from fenji.model.submission import SUBJECT, Children, Entity, Fact, Submission
from fenji.model.value import Choice, DateSpan, NumberSpan, SetSpan, is_known

ID = "id"
VALUES: dict[Kind, type] = {
    Kind.NUMBER: NumberSpan,
    Kind.COUNT: NumberSpan,
    Kind.DATE: DateSpan,
    Kind.CHOICES: SetSpan,
}


class Filling:
    """The columns of one kind, filled row by row."""

    def __init__(self) -> None:
        self.height = 0
        self._columns: dict[str, list[Any]] = {}
        self._types: dict[str, Any] = {}

    def put(self, column: str, value: object, dtype: Any) -> None:
        """Put a value into the row at hand."""
        found = self._columns.setdefault(column, [])
        self._types.setdefault(column, dtype)
        found.extend([None] * (self.height - 1 - len(found)))
        found.append(value)

    def at(self, column: str, row: int, value: object, dtype: Any) -> None:
        """Put a value into a row that was filled before."""
        found = self._columns.setdefault(column, [])
        self._types.setdefault(column, dtype)
        found.extend([None] * (self.height - len(found)))
        found[row] = value

    def frame(self) -> pl.DataFrame:
        """All rows."""
        series = []
        for name, values in self._columns.items():
            values.extend([None] * (self.height - len(values)))
            series.append(pl.Series(name, values, dtype=self._types[name]))
        return pl.DataFrame(series)


Spot = tuple[str, str, int]
"""A path, an id, a row."""


class Intake:
    """Submissions taken in one after the other."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        release = prepared.release
        self._kinds = {kind: Filling() for kind in (SUBJECT, *release.entities)}
        self._matters = {
            c.determined_as: c.for_ for c in release.classifications if c.determined_as
        }
        self._spots: dict[str, list[Spot]] = {}

    def take(self, submission: Submission) -> None:
        """One subject."""
        self._spots = {}
        self._entity(submission.root, None, "", there=True)
        for determination in sorted(submission.determinations, key=lambda d: d.at):
            kind = self._matters.get(determination.matter)
            if kind is None or determination.at > self._prepared.as_of:
                continue
            spots = self._spots.get(kind, [])
            for path, name, row in spots:
                alone = not determination.of and len(spots) == 1
                if determination.of in (name, path) or alone:
                    value: Any = determination.value
                    column = f"{determination.matter}.determined"
                    self._kinds[kind].at(column, row, _word(value), pl.String)

    def frames(self) -> dict[str, pl.DataFrame]:
        """All that was taken in."""
        return {kind: filling.frame() for kind, filling in self._kinds.items() if filling.height}

    def _entity(self, entity: Entity, parent: int | None, path: str, *, there: bool) -> None:
        filling = self._kinds[entity.kind]
        row = filling.height
        filling.height += 1
        filling.put(ID, entity.id, pl.String)
        if parent is not None:
            filling.put(PARENT, parent, pl.UInt32)
        if there:
            self._spots.setdefault(entity.kind, []).append((path, entity.id, row))
        facts = self._prepared.release.facts.get(entity.kind, {})
        for name, fact in entity.facts.items():
            definition = facts.get(name)
            if definition is not None and not _put(filling, definition, fact):
                filling.put(REFER, True, pl.Boolean)
        for kind, children in entity.children.items():
            if kind in self._kinds:
                _put_list(filling, kind, children)
                self._children(kind, children, row, path, there=there)

    def _children(self, kind: str, children: Children, row: int, path: str, *, there: bool) -> None:
        known = self._prepared.release.entities[kind]
        for child in children.items:
            step = f"{kind}:{child.id}"
            here = there and _may_be_there(child, known, self._prepared.as_of)
            self._entity(child, row, f"{path}/{step}" if path else step, there=here)


def _may_be_there(child: Entity, kind: EntityKind, as_of: date) -> bool:
    """Whether a dated child has happened by the day, or may have."""
    fact = child.facts.get(kind.dated_by or "")
    value = None if fact is None else fact.value
    if not isinstance(value, DateSpan) or (value.high is not None and value.high <= as_of):
        return True
    return value.low is None or value.low <= as_of


def _put_list(filling: Filling, kind: str, children: Children) -> None:
    filling.put(f"{kind}.given", True, pl.Boolean)
    filling.put(f"{kind}.whole", children.whole, pl.Boolean)
    if children.count is not None:
        filling.put(f"{kind}.count", children.count, pl.Int64)


def _word(value: object) -> str:
    """A word as text; a numbered choice as the number's shortest decimal."""
    return repr(float(value)) if isinstance(value, Fraction) else str(value)


def _put(filling: Filling, definition: FactDefinition, fact: Fact) -> bool:
    """Put an answer into its columns. False where only the reference can judge the row."""
    name, value = definition.name, fact.value
    if fact.at is not None:
        filling.put(f"{name}.at", fact.at, pl.Date)
    if value is None:
        filling.put(f"{name}.absent", True, pl.Boolean)
        return definition.applies_when is not None
    if type(value) is not VALUES.get(definition.kind, Choice):
        return False
    if isinstance(value, NumberSpan):
        return _put_number(filling, name, value)
    if isinstance(value, DateSpan):
        _put_days(filling, name, value)
        return True
    if isinstance(value, SetSpan):
        words = pl.List(pl.String)
        filling.put(name, sorted(value.certain), words)
        if value.possible is None:
            filling.put(f"{name}.open", True, pl.Boolean)
        elif value.possible != value.certain:
            filling.put(f"{name}.possible", sorted(value.possible), words)
        return True
    assert isinstance(value, Choice)
    return _put_choice(filling, definition, value)


def _put_number(filling: Filling, name: str, value: NumberSpan) -> bool:
    ends = [None if end is None else float(end) for end in (value.low, value.high)]
    for end, double in zip((value.low, value.high), ends, strict=True):
        if end is not None and double is not None and not is_plain(end, double):
            return False
    if is_known(value):
        filling.put(name, ends[0], pl.Float64)
        return True
    for which, double in zip(("low", "high"), ends, strict=True):
        filling.put(f"{name}.{which}", double, pl.Float64)
    return True


def _put_days(filling: Filling, name: str, value: DateSpan) -> None:
    if is_known(value):
        filling.put(name, value.low, pl.Date)
        return
    filling.put(f"{name}.low", value.low, pl.Date)
    filling.put(f"{name}.high", value.high, pl.Date)


def _put_choice(filling: Filling, definition: FactDefinition, value: Choice) -> bool:
    name = definition.name
    if value.members is None:
        return True
    if definition.kind is Kind.FLAG:
        if len(value.members) == 1:
            filling.put(name, next(iter(value.members)), pl.Boolean)
        return True
    words = sorted(map(_word, value.members))
    if len(words) == 1:
        filling.put(name, words[0], pl.String)
    else:
        filling.put(f"{name}.one_of", words, pl.List(pl.String))
    return bool(words)


def taken_in(prepared: Prepared, submissions: Iterable[Submission]) -> dict[str, pl.DataFrame]:
    """The frames of some submissions, a row of the subject for each, in their order."""
    intake = Intake(prepared)
    for submission in submissions:
        intake.take(submission)
    return intake.frames()
