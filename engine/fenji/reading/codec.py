"""Frozen values as plain data and back: nothing that is read can run.

A value is a pool: first atoms (words, numbers, yes and no), then exact numbers, days and members of
enumerations, then the objects of each class, then tuples, sets and mappings, inner ones first. All
refer to one another by their position; equal ones are kept once. Objects are made empty and filled
column by column, which is several times faster than calling their classes. What a class looks like
is read off its dataclass fields, so that a new noun of the model needs nothing here; a pool that
was written by other classes is refused.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from importlib import import_module
from itertools import repeat
from typing import Any

import msgspec

from fenji.uncollected import uncollected

_HOME = "fenji.model."
"""Only classes of the model are ever looked up by name."""


class Undecodable(Exception):
    """The bytes are no pool, or one that other classes wrote."""


def encode(value: object) -> bytes:
    """The value as MessagePack."""
    pool = _Pool()
    last = pool.put(value)
    return msgspec.msgpack.encode(pool.written(last))


def decode(data: bytes) -> Any:
    """The value again. Raises Undecodable."""
    try:
        with uncollected():
            return _decoded(msgspec.msgpack.decode(data))
    except Undecodable:
        raise
    except Exception as error:
        raise Undecodable(str(error)) from error


def _decoded(written: list[Any]) -> Any:
    atoms, fractions, days, members, classes, containers, last = written
    pool: list[Any] = list(atoms)
    get = pool.__getitem__
    pool += [Fraction(top, bottom) for top, bottom in fractions]
    pool += [date(*parts) for parts in days]
    pool += [_class(*described)[name] for described, name in members]
    unfilled = []
    for described, count, columns in classes:
        kind = _class(*described)
        empty = list(map(object.__new__, repeat(kind, count)))
        unfilled.append((kind, described[2], empty, columns))
        pool += empty
    for which, *inside in containers:
        pool.append(_CONTAINERS[which](list(map(get, inside))))
    for kind, names, empty, columns in unfilled:
        for name, column in zip(names, columns, strict=True):
            deque(map(kind.__dict__[name].__set__, empty, map(get, column)), maxlen=0)
    return pool[last]


def _mapping(flat: list[Any]) -> dict[Any, Any]:
    return dict(zip(flat[::2], flat[1::2], strict=True))


_CONTAINERS: tuple[Callable[[list[Any]], object], ...] = (tuple, frozenset, _mapping)
_TUPLE, _SET, _MAPPING = range(len(_CONTAINERS))


def _class(module: str, name: str, known: list[str]) -> Any:
    """The class of that name, if it has just these fields (or, for an enumeration, members)."""
    if not module.startswith(_HOME):
        raise Undecodable(module)
    found = getattr(import_module(module), name)
    if _shape(found) != known:
        raise Undecodable(name)
    return found


def _described(kind: type) -> list[object]:
    return [kind.__module__, kind.__qualname__, _shape(kind)]


def _shape(kind: type) -> list[str]:
    if issubclass(kind, Enum):
        return [member.name for member in kind]
    if not is_dataclass(kind):
        raise Undecodable(kind.__name__)
    return [field.name for field in fields(kind)]


class _Section:
    """Entries of one sort, each kept once, in the order met."""

    def __init__(self) -> None:
        self.entries: list[Any] = []
        self._at: dict[object, int] = {}

    def add(self, key: object, entry: object) -> int:
        """Where the entry stands in the section."""
        at = self._at.get(key)
        if at is None:
            at = self._at[key] = len(self.entries)
            self.entries.append(entry)
        return at


_Ref = tuple[object, int]
"""A section (for objects: their class) with a place in it; a position once all are gathered."""


class _Pool:
    def __init__(self) -> None:
        self._sections: dict[object, _Section] = {
            name: _Section() for name in ("atoms", "fractions", "days", "members")
        }
        self._containers = _Section()

    def put(self, value: Any) -> _Ref:
        """Where the value stands."""
        if value is None or isinstance(value, bool | int | str):
            return self._keep("atoms", (type(value), value), value)
        if isinstance(value, Fraction):
            return self._keep("fractions", value, (value.numerator, value.denominator))
        if isinstance(value, date):
            return self._keep("days", value, (value.year, value.month, value.day))
        if isinstance(value, Enum):
            return self._keep("members", value, (_described(type(value)), value.name))
        if isinstance(value, tuple):
            return self._contain(_TUPLE, value)
        if isinstance(value, frozenset):
            return self._contain(_SET, sorted(value, key=_order))
        if isinstance(value, Mapping):
            return self._contain(_MAPPING, [part for pair in value.items() for part in pair])
        parts = tuple(self.put(getattr(value, name)) for name in _shape(type(value)))
        return self._keep(type(value), parts, parts)

    def _keep(self, section: object, key: object, entry: object) -> _Ref:
        return section, self._sections.setdefault(section, _Section()).add(key, entry)

    def _contain(self, which: int, inside: Any) -> _Ref:
        refs = tuple(self.put(part) for part in inside)
        return None, self._containers.add((which, refs), (which, refs))

    def written(self, last: _Ref) -> list[object]:
        """All sections with positions in the one pool that they make together."""
        starts: dict[object, int] = {}
        count = 0
        for name, section in self._sections.items():
            starts[name] = count
            count += len(section.entries)
        starts[None] = count

        def position(ref: _Ref) -> int:
            return starts[ref[0]] + ref[1]

        plain = [self._sections.pop(n).entries for n in ("atoms", "fractions", "days", "members")]
        classes = [
            (_described(kind), len(s.entries), _columns(s.entries, position))
            for kind, s in self._sections.items()
            if isinstance(kind, type)
        ]
        containers = [(w, *map(position, refs)) for w, refs in self._containers.entries]
        return [*plain, classes, containers, position(last)]


def _columns(rows: list[tuple[_Ref, ...]], position: Callable[[_Ref], int]) -> list[list[int]]:
    return [list(map(position, column)) for column in zip(*rows, strict=True)]


def _order(item: object) -> tuple[str, str]:
    return type(item).__name__, str(item)
