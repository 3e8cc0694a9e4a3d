"""What a table says of keys that are told by whole numbers; found once for each that is met.

Each key has a reader, that makes a value of the model out of its numbers; rows are matched with it as
the language says. No column is touched here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from fenji.evaluation.prepared import ReadyRow, ReadyTable
from fenji.evaluation.reference.comparing import compare
from fenji.model.truth import Truth, any_of
from fenji.model.value import (
    ANY_NUMBER,
    Choice,
    DateSpan,
    Member,
    NumberSpan,
    SetSpan,
    Value,
    as_span,
    hull,
    is_known,
)


def elsewhere(words: Sequence[Member]) -> Member:
    """Stands for any other word than these; for any other number, where they are numbers."""
    figures = [word for word in words if isinstance(word, Fraction)]
    return max(figures) + 1 if figures and len(figures) == len(words) else "\0"


@dataclass(frozen=True)
class Placing:
    """A number told by its place among figures: twice the number of lower ones, and 1 if on one."""

    figures: tuple[Fraction, ...]
    takes = 2

    def read(self, codes: Sequence[int]) -> Value:
        """A span that stands among the figures just so."""
        low, high = codes
        return NumberSpan(self._standing(low), self._standing(high))

    def _standing(self, code: int) -> Fraction:
        index, on = divmod(code, 2)
        if on:
            return self.figures[index]
        if not self.figures:
            return Fraction(0)
        if index == 0:
            return self.figures[0] - 1
        if index == len(self.figures):
            return self.figures[-1] + 1
        return (self.figures[index - 1] + self.figures[index]) / 2


@dataclass(frozen=True)
class Dating:
    """A day told by its place among days."""

    days: tuple[date, ...]
    takes = 2

    def read(self, codes: Sequence[int]) -> Value:
        """A span of days that stands among them just so."""
        low, high = codes
        return DateSpan(self._standing(low), self._standing(high))

    def _standing(self, code: int) -> date:
        index, on = divmod(code, 2)
        if on:
            return self.days[index]
        if not self.days:
            return date(2000, 1, 1)
        if index == 0:
            return self.days[0] - timedelta(days=1)
        return self.days[index - 1] + timedelta(days=1)


@dataclass(frozen=True)
class Naming:
    """A choice told by a mask: the words of the cells, any other word, anything at all."""

    words: tuple[Member, ...]
    takes = 1

    def read(self, codes: Sequence[int]) -> Value:
        """What it may be."""
        (mask,) = codes
        if mask >> len(self.words) + 1 & 1:
            return Choice(None)
        may = (*self.words, elsewhere(self.words))
        return Choice(frozenset(word for bit, word in enumerate(may) if mask >> bit & 1))


@dataclass(frozen=True, eq=False)
class Coding:
    """A choice among many words, told by a number of its own for each thing that it may be."""

    words: tuple[Member, ...]
    unanswered: Choice
    values: list[Choice] = field(default_factory=list)
    known: dict[frozenset[Member] | None, int] = field(default_factory=dict)
    takes = 1

    def code_of(self, members: frozenset[Member] | None) -> int:
        """The number of what it may be."""
        cells = set(self.words)
        if members is not None:
            other = elsewhere(self.words)
            members = frozenset(m if m in cells else other for m in members)
        found = self.known.get(members)
        if found is None:
            found = self.known[members] = len(self.values)
            self.values.append(Choice(members))
        return found

    def read(self, codes: Sequence[int]) -> Value:
        """What it may be."""
        return self.values[codes[0]]


@dataclass(frozen=True)
class Having:
    """A set told by two masks: what it certainly has and what it may have of the cells' words."""

    words: tuple[str, ...]
    takes = 2

    def read(self, codes: Sequence[int]) -> Value:
        """The set, of the cells' words alone."""
        certain, possible = codes
        return SetSpan(self._of(certain), self._of(possible))

    def _of(self, mask: int) -> frozenset[str]:
        return frozenset(word for bit, word in enumerate(self.words) if mask >> bit & 1)


REMEMBERED = 65_536
Reader = Placing | Dating | Naming | Coding | Having
Keys = dict[str, tuple[Value | None, Truth]]
APPLIES = {0: Truth.FALSE, 2: Truth.UNKNOWN, 3: Truth.TRUE}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of an answer: `what` it is, `which` of several, in the column that is given."""

    what: str
    which: Member = ""
    give: str = ""
    take: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows that match or may, and which keys open ones wait for."""

    matching: tuple[tuple[ReadyRow, Truth], ...]
    asked: frozenset[str]

    @property
    def match(self) -> Truth:
        """Whether some row matches."""
        return any_of(match for _, match in self.matching)

    def given(self, give: str, take: str | None) -> Value:
        """The hull of what certain rows give, else of what any give; or the extreme of all."""
        cells = [row.gives.get(give) for row, _ in self.matching]
        sure = [row.gives.get(give) for row, match in self.matching if match is Truth.TRUE]
        if take is not None:
            return _extreme(take, cells, sure)
        given = [cell for cell in (sure or cells) if cell is not None]
        return hull(given) if given and len(given) == len(sure or cells) else ANY_NUMBER


@dataclass(eq=False)
class Looking:
    """A table with what tells its keys: all that was found in it, by the numbers of all keys one after
    the other, each followed by whether it applies."""

    table: ReadyTable
    keys: tuple[tuple[str, Reader], ...]
    found: dict[tuple[int, ...], int] = field(default_factory=dict)
    results: list[Found] = field(default_factory=list)
    columns: dict[Part, list[bool | float]] = field(default_factory=dict)

    def forget(self) -> None:
        """Forget what was found, where that has become much. Between batches only."""
        if len(self.results) > REMEMBERED:
            self.found.clear()
            self.results.clear()
            self.columns.clear()

    def part(self, part: Part) -> list[bool | float]:
        """One thing of all answers found so far."""
        found = self.columns.setdefault(part, [])
        found.extend(part_of(result, part) for result in self.results[len(found) :])
        return found

    def index(self, codes: tuple[int, ...]) -> int:
        """Where the answer for these numbers stands among the results."""
        known = self.found.get(codes)
        if known is None:
            known = self.found[codes] = len(self.results)
            self.results.append(self._find(codes))
        return known

    def _find(self, codes: tuple[int, ...]) -> Found:
        values: Keys = {}
        at = 0
        for name, reader in self.keys:
            own, applies = codes[at : at + reader.takes], APPLIES[codes[at + reader.takes]]
            values[name] = (None if applies is Truth.FALSE else reader.read(own), applies)
            at += reader.takes + 1
        rows = ((row, _match(row, values)) for row in self.table.rows)
        matching = tuple((row, match) for row, match in rows if match is not Truth.FALSE)
        waiting = (row for row, match in matching if match is Truth.UNKNOWN)
        asked = frozenset(key for row in waiting for key, _, _ in row.asks)
        return Found(matching, asked)


def _match(row: ReadyRow, values: Keys) -> Truth:
    """Whether a row matches; a key that does not apply meets no cell."""
    found = Truth.TRUE
    for key, word, cell in row.asks:
        value, applies = values[key]
        truth = Truth.FALSE if value is None else compare(value, word, cell)
        if truth is Truth.FALSE:
            return truth
        if truth is Truth.UNKNOWN or applies is Truth.UNKNOWN:
            found = Truth.UNKNOWN
    return found


def _extreme(take: str, cells: Iterable[Value | None], sure: Iterable[Value | None]) -> NumberSpan:
    """The smallest or largest: no further than the certain ones, and any could reach further."""
    all_ = [as_span(cell) for cell in cells if cell is not None]
    certain = [as_span(cell) for cell in sure if cell is not None]
    if take == "smallest":
        lows = [s.low for s in all_ if s.low is not None]
        highs = [s.high for s in certain if s.high is not None]
        return NumberSpan(min(lows, default=None), min(highs, default=None))
    lows = [s.low for s in certain if s.low is not None]
    highs = [s.high for s in all_ if s.high is not None]
    return NumberSpan(max(lows, default=None), max(highs, default=None))


def part_of(found: Found, part: Part) -> bool | float:
    """One thing of an answer, as it stands in a column."""
    what, which = part.what, part.which
    if what == "match":
        return found.match is Truth.TRUE if which == "sure" else found.match is not Truth.FALSE
    if what == "asked":
        return which in found.asked
    value = found.given(part.give, part.take)
    if what == "known":
        return is_known(value)
    if what == "word":
        return isinstance(value, Choice) and which in (value.members or ())
    if what == "anything":
        return not isinstance(value, Choice) or value.members is None
    return _end(value, str(which))


def _end(value: Value, which: str) -> float:
    if isinstance(value, DateSpan):
        day = value.low if which == "low" else value.high
        known: Fraction | int | None = None if day is None else day.toordinal()
    else:
        span = as_span(value)
        known = span.low if which == "low" else span.high
    if known is None:
        return float("-inf") if which == "low" else float("inf")
    return float(known)
