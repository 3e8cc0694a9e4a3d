"""Verdicts as small whole numbers: what is known, both passes and what keeps it open, in eight bits.

Two bits each for the truth, for the condition taken as not met where only an inspection is missing
(`low`), and as met (`high`): 00 false, 01 unknown, 11 true, so that `&` and `|` are Kleene's "and"
and "or". Two more bits say what keeps it open: 1 an inspected fact, 2 any other. So false is 0, true
is 63, anything else is open; what is decided is decided in every pass and waits for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fenji.model.truth import Truth

FALSE, TRUE = 0, 63
GAPS = 192
INSPECTED, OTHER = 1, 2
"""What keeps something open: an inspected fact alone, or any other."""

_TRUTHS = {0: Truth.FALSE, 1: Truth.UNKNOWN, 3: Truth.TRUE}
_BITS = {truth: bits for bits, truth in _TRUTHS.items()}


def code(truth: Truth, low: Truth, high: Truth, gaps: int = 0) -> int:
    """The code of a verdict."""
    return _BITS[truth] | _BITS[low] << 2 | _BITS[high] << 4 | gaps << 6


def _parts(number: int) -> tuple[Truth, Truth, Truth, int] | None:
    bits = (number & 3, number >> 2 & 3, number >> 4 & 3)
    if not all(b in _TRUTHS for b in bits):
        return None
    truth, low, high = (_TRUTHS[b] for b in bits)
    return truth, low, high, number >> 6


def _unknown(gaps: int) -> int:
    """A comparison that is open: decided in both passes where all that is missing is inspected."""
    if gaps == INSPECTED:
        return code(Truth.UNKNOWN, Truth.FALSE, Truth.TRUE, gaps)
    return code(Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN, gaps)


UNKNOWN = tuple(_unknown(gaps) for gaps in range(4))
"""The code of an open comparison, by what keeps it open."""


def _negated(number: int) -> int:
    parts = _parts(number)
    if parts is None:
        return number
    truth, low, high, gaps = parts
    return code(~truth, ~high, ~low, gaps)


def _not_excluded(number: int) -> int:
    parts = _parts(number)
    if parts is None:
        return number
    truth, low, _, gaps = parts
    return code(~truth, ~low, ~low, gaps)


def _doubtful(number: int) -> int:
    """The verdict where something must hold too that is unknown and waits for no fact."""
    parts = _parts(number)
    if parts is None or parts[0] is Truth.FALSE:
        return number
    truth, low, high, gaps = parts
    kept = gaps if truth is Truth.UNKNOWN else 0
    return code(Truth.UNKNOWN, _limited(low), _limited(high), kept)


def _limited(truth: Truth) -> Truth:
    return Truth.FALSE if truth is Truth.FALSE else Truth.UNKNOWN


def _met_by(existence: int) -> tuple[int, ...]:
    """For each verdict, the one where a child must exist too of which that is open."""
    found = []
    for number in range(256):
        limited = _parts(_doubtful(number))
        if limited is None or limited[0] is Truth.FALSE:
            found.append(number)
            continue
        plain, exists = _parts(number), _parts(existence)
        assert plain is not None
        assert exists is not None
        truth, low, high, gaps = limited
        low = Truth.FALSE if exists[1] is Truth.FALSE else low
        high = plain[2] if exists[2] is Truth.TRUE else high
        found.append(code(truth, low, high, gaps | exists[3]))
    return tuple(found)


NEGATED = tuple(map(_negated, range(256)))
NOT_EXCLUDED = tuple(map(_not_excluded, range(256)))
DOUBTFUL = tuple(map(_doubtful, range(256)))
MET = {UNKNOWN[gaps]: _met_by(UNKNOWN[gaps]) for gaps in range(4)}
APPLIES = tuple(
    Truth.FALSE if not n else Truth.TRUE if n == TRUE else Truth.UNKNOWN for n in range(256)
)
THREE: tuple[tuple[Truth, Truth, Truth], ...] = tuple(
    parts[:3] if (parts := _parts(n)) else (Truth.FALSE,) * 3 for n in range(256)
)
"""The three truths of a verdict: known, `low` and `high`."""
GIVEN: tuple[tuple[Truth, Truth], ...] = tuple((truth, low) for truth, low, _ in THREE)
"""The known truth and the truth on declared facts, as evaluators give them."""


def either(codes: Sequence[int]) -> int:
    """Kleene's "or" of verdicts."""
    found = FALSE
    for one in codes:
        if one == TRUE:
            return TRUE
        found |= one
    return found


def enough(codes: Sequence[int], n: int | Fraction) -> int:
    """Whether at least `n` of the verdicts are true."""
    open_ = [one for one in codes if one and one != TRUE]
    certain = sum(one == TRUE for one in codes)
    if certain >= n:
        return TRUE
    if certain + len(open_) < n:
        return FALSE
    gaps = 0
    low = high = 0
    sure = maybe = 0
    for one in open_:
        gaps |= one & GAPS
        low += one >> 2 & 3 == 3
        sure += one >> 2 & 3 != 0
        high += one >> 4 & 3 == 3
        maybe += one >> 4 & 3 != 0
    return (
        gaps
        | 1
        | _passed(certain + low, certain + sure, n) << 2
        | (_passed(certain + high, certain + maybe, n) << 4)
    )


def _passed(certainly: int, possibly: int, n: int | Fraction) -> int:
    if certainly >= n:
        return 3
    return 0 if possibly < n else 1
