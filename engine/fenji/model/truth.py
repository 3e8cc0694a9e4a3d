"""Three-valued truth (strong Kleene logic; S. C. Kleene, Introduction to Metamathematics, 1952, §64).

`Truth` is deliberately no integer: with `IntEnum`, `UNKNOWN == True` would hold and JSON would
write 1. It refuses to be a bool, so that `if truth:` cannot silently read unknown as either.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """False, unknown or true. The value is the word written in JSON."""

    __hash__ = object.__hash__  # members are single; Enum's own hash is slow, and these are keys

    FALSE = "false"
    UNKNOWN = "unknown"
    TRUE = "true"

    def __bool__(self) -> bool:
        raise TypeError("a truth has three values: compare it with Truth.TRUE or Truth.FALSE")

    def __invert__(self) -> Truth:
        return _OPPOSITE[self]


_OPPOSITE = {
    Truth.FALSE: Truth.TRUE,
    Truth.UNKNOWN: Truth.UNKNOWN,
    Truth.TRUE: Truth.FALSE,
}


def truth_of(known: bool) -> Truth:
    """The truth of something that is known."""
    return Truth.TRUE if known else Truth.FALSE


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's "and": false as soon as one is false, true only when all are; over nothing, true."""
    found = Truth.TRUE
    for truth in truths:
        if truth is Truth.FALSE:
            return truth
        if truth is Truth.UNKNOWN:
            found = truth
    return found


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's "or": true as soon as one is true, false only when all are; over nothing, false."""
    found = Truth.FALSE
    for truth in truths:
        if truth is Truth.TRUE:
            return truth
        if truth is Truth.UNKNOWN:
            found = truth
    return found
