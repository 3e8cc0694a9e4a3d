"""Facts as they stand in frames, made into the columns that the plan reads.

What was answered after the day is not answered; what was not answered could be anything that its
definition allows. A column that no row of the batch has is one value instead.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from fractions import Fraction

import polars as pl

from fenji.evaluation.columnar.frames import ENDLESS, FIRST_DAY
from fenji.evaluation.columnar.words import Words
from fenji.evaluation.prepared import Prepared
from fenji.model.dictionary import FactDefinition, Kind

Column = pl.Series | bool | float
Made = pl.Expr | bool | float
Types = dict[str, pl.DataType]
"""The columns of a frame that are not null throughout."""

MASKED = 60


class Facts:
    """The columns of one kind."""

    def __init__(self, prepared: Prepared, words: Words, kind: str, types: Types) -> None:
        self._as_of = prepared.as_of
        self._facts = prepared.release.facts.get(kind, {})
        self._words = words
        self.masks: dict[str, pl.Expr] = {}
        self._types = types

    def made(self, part: str, name: str, more: tuple[Hashable, ...]) -> Made:
        """One column."""
        if part in ("exists", "more", "there", "code"):
            return False
        if part == "absent":
            absent = self._column(f"{name}.absent")
            return False if absent is None else absent.fill_null(False)
        if part == "decided":
            column = f"{name}.determined"
            return self._is(column, more[0]) if column in self._types else False
        fact = self._facts[name]
        if fact.kind in (Kind.NUMBER, Kind.COUNT):
            return self._number(fact, part)
        if fact.kind is Kind.DATE:
            return self._day(fact, part)
        if fact.kind is Kind.CHOICES:
            return self._set(fact, part, more)
        return self._choice(fact, part, more)

    def _column(self, name: str) -> pl.Expr | None:
        return pl.col(name) if name in self._types else None

    def _late(self, fact: FactDefinition) -> pl.Expr | None:
        at = self._column(f"{fact.name}.at")
        return None if at is None else (at > self._as_of).fill_null(False)

    def _timely(self, fact: FactDefinition, column: str) -> pl.Expr | None:
        """A column of a fact without what was answered after the day."""
        found, late = self._column(column), self._late(fact)
        if found is None or late is None:
            return found
        return pl.when(late).then(None).otherwise(found)

    def _number(self, fact: FactDefinition, part: str) -> Made:
        value = self._timely(fact, fact.name)
        low, high = (self._timely(fact, f"{fact.name}.{end}") for end in ("low", "high"))
        limits = fact.range
        first = -ENDLESS if limits.low is None else float(limits.low)
        last = ENDLESS if limits.high is None else float(limits.high)
        if part == "known":
            points = [] if value is None else [value.is_not_null()]
            if low is not None and high is not None:
                points.append((low == high).fill_null(False))
            return _any(points)
        spanned = _any([e.is_not_null() for e in (low, high) if e is not None])
        own, limit, endless = (low, first, -ENDLESS) if part == "low" else (high, last, ENDLESS)
        found: Made = limit
        if isinstance(spanned, pl.Expr):
            bound = pl.lit(endless) if own is None else own.cast(pl.Float64).fill_null(endless)
            found = pl.when(spanned).then(bound).otherwise(pl.lit(limit))
        if value is None:
            return found
        return value.cast(pl.Float64).fill_null(found)

    def _day(self, fact: FactDefinition, part: str) -> Made:
        value, low, high = (
            self._column(name) for name in (fact.name, f"{fact.name}.low", f"{fact.name}.high")
        )
        as_of = float(self._as_of.toordinal())
        last = ENDLESS if fact.may_lie_ahead else as_of
        if value is None and low is None and high is None:
            return {"known": False, "low": -ENDLESS, "high": last}[part]
        ends = []
        for end, endless in ((low, -ENDLESS), (high, ENDLESS)):
            both = [_ordinal(e) for e in (value, end) if e is not None]
            ends.append(pl.coalesce(*both, pl.lit(endless)) if both else pl.lit(endless))
        late = self._late(fact)
        beyond = None if fact.may_lie_ahead else ends[1] > as_of
        unasked = _any([e for e in (late, beyond) if e is not None])
        if part == "known":
            same = ends[0] == ends[1]
            return same & ~unasked if isinstance(unasked, pl.Expr) else same
        own, limit = (ends[0], -ENDLESS) if part == "low" else (ends[1], last)
        if not isinstance(unasked, pl.Expr):
            return own
        return pl.when(unasked).then(pl.lit(limit)).otherwise(own)

    def _choice(self, fact: FactDefinition, part: str, more: tuple[Hashable, ...]) -> Made:
        name, several = fact.name, f"{fact.name}.one_of"
        value, listed = self._timely(fact, name), self._timely(fact, several)
        is_flag = fact.kind is Kind.FLAG
        free = not is_flag and fact.values is None
        if part == "text":
            return False if value is None else value.fill_null("")
        if part == "known":
            single = [] if value is None else [value.is_not_null()]
            if listed is not None:
                single.append((listed.list.n_unique() == 1).fill_null(False))
            return _any(single)
        if part == "begins":
            return self._begins(value, listed, more)
        unasked = _all([e.is_null() for e in (value, listed) if e is not None])
        if part == "anything":
            return unasked if free else False
        found: list[Made] = []
        if part == "may":
            word = more[0]
            allowed = is_flag or free or word in (fact.values or ())
            if value is not None:
                found.append(self._written_is(name, value, word).fill_null(False))
            if listed is not None:
                written = _written(self._types[several], word)
                found.append(listed.list.contains(written).fill_null(False))
            return _any([*found, unasked if allowed else False])
        assert part == "elsewhere"
        words = self._words.of(fact.entity, name)
        if value is not None:
            named = _any([self._written_is(name, value, word) for word in words])
            found.append(value.is_not_null() & ~_expression(named).fill_null(True))
        if listed is not None:
            held = [listed.list.contains(_written(self._types[several], w)) for w in words]
            count = pl.sum_horizontal(*held) if held else pl.lit(0)
            found.append((listed.list.n_unique() > count).fill_null(False))
        allowed = free or not (fact.values or frozenset()) <= set(words)
        return _any([*found, unasked if allowed else False])

    @staticmethod
    def _begins(value: pl.Expr | None, listed: pl.Expr | None, more: tuple[Hashable, ...]) -> Made:
        """Whether all that a text may be begins in one of these ways."""
        (ways,) = more
        assert isinstance(ways, tuple)
        found = []
        if value is not None:
            begun = _any([value.cast(pl.String).str.starts_with(way) for way in ways])
            found.append(_expression(begun).fill_null(False))
        if listed is not None:
            each = _any([pl.element().str.starts_with(way) for way in ways])
            found.append(listed.list.eval(_expression(each)).list.all().fill_null(False))
        return _any(found)

    def _set(self, fact: FactDefinition, part: str, more: tuple[Hashable, ...]) -> Made:
        certain, possible, open_ = (
            self._timely(fact, column)
            for column in (fact.name, f"{fact.name}.possible", f"{fact.name}.open")
        )
        options = None if fact.values is None else {str(option) for option in fact.values}
        if certain is None:
            return part == "possible" and (options is None or more[0] in options)
        wide = False if open_ is None else open_.fill_null(False)
        if part == "known":
            whole = certain.is_not_null()
            if possible is not None:
                same = possible.list.n_unique() == certain.list.n_unique()
                whole = whole & same.fill_null(True)
            return whole if isinstance(wide, bool) else whole & ~wide
        has = self._has(fact, fact.name, certain, str(more[0]))
        if part == "certain":
            return has
        among: list[Made] = [has, wide]
        if possible is not None:
            among.append(self._has(fact, f"{fact.name}.possible", possible, str(more[0])))
        if options is None or more[0] in options:
            among.append(certain.is_null())
        return _any(among)

    def _has(self, fact: FactDefinition, name: str, listed: pl.Expr, word: str) -> pl.Expr:
        """Whether a list has a word: told by a mask, which is made once for all words."""
        words = [str(word) for word in self._words.of(fact.entity, fact.name)]
        if len(words) > MASKED:
            return listed.list.contains(word).fill_null(False)
        mask = f"{name}.mask"
        bits = [1 << bit for bit in range(len(words))]
        told = pl.element().replace_strict(words, bits, default=0, return_dtype=pl.Int64)
        self.masks[mask] = listed.list.eval(told).list.sum().fill_null(0)
        return (pl.col(mask) & bits[words.index(word)]) != 0

    def _is(self, column: str, word: Hashable) -> pl.Expr:
        return self._written_is(column, pl.col(column), word).fill_null(False)

    def _written_is(self, column: str, value: pl.Expr, word: Hashable) -> pl.Expr:
        """Whether a column holds a word."""
        dtype = self._types[column]
        if dtype == pl.Boolean:
            return value if word is True else ~value
        written = _written(dtype, word)
        if dtype.is_numeric() and isinstance(written, str):
            return pl.lit(False)
        return value == written


def _ordinal(day: pl.Expr) -> pl.Expr:
    return day.cast(pl.Date).cast(pl.Int32).cast(pl.Float64) + FIRST_DAY


def _expression(made: Made) -> pl.Expr:
    return made if isinstance(made, pl.Expr) else pl.lit(made)


def _any(several: Iterable[Made]) -> Made:
    found: Made = False
    for one in several:
        if one is True or found is True:
            return True
        if isinstance(one, pl.Expr):
            found = found | one if isinstance(found, pl.Expr) else one
    return found


def _all(several: list[pl.Expr]) -> Made:
    found: Made = True
    for one in several:
        found = found & one if isinstance(found, pl.Expr) else one
    return found


def _written(dtype: pl.DataType, word: Hashable) -> object:
    """A word as it stands in a column: a numbered choice as a number, or as its decimal."""
    inner = dtype.inner if isinstance(dtype, pl.List) else dtype
    if inner == pl.Boolean:
        return word
    if isinstance(word, Fraction):
        return float(word) if inner.is_numeric() else repr(float(word))
    return str(word)
