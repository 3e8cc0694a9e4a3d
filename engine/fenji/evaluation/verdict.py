"""What evaluating gives: a verdict for a condition, a valued result for an expression.

A verdict has three truths. `truth` is what is known. `low` and `high` are what it would be if each
comparison that is open only through unanswered inspected facts were taken as not met, and as met:
negation swaps the two, which is the same as pushing it down to the comparisons first (design §6).
So `low` is a condition's truth if everything not yet inspected were found in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from fenji.model.dictionary import Origin
from fenji.model.reason import Gap, Reason, Seen
from fenji.model.truth import Truth, all_of
from fenji.model.value import Value

if TYPE_CHECKING:
    from fenji.model.condition import Condition

Gaps = frozenset[Gap]
NO_GAPS: Gaps = frozenset()


class Verdict(NamedTuple):
    """How a condition came out. `gaps` are what keeps it open; none where it is decided."""

    truth: Truth
    low: Truth
    high: Truth
    gaps: Gaps
    reason: Reason


class Valued(NamedTuple):
    """What an expression could be. `value` is `None` where it certainly does not apply.

    `applies` is unknown where that hangs on a gap: the value then is what it could be if it does.
    `on_declared` is the value if everything not yet inspected were found in order. `conflict` names
    the classifications that disagree on it.
    """

    value: Value | None
    applies: Truth
    gaps: Gaps
    seen: Seen
    on_declared: Value | None = None
    conflict: tuple[str, ...] = ()


def union(several: Iterable[Gaps]) -> Gaps:
    """All gaps of several."""
    found = [gaps for gaps in several if gaps]
    if not found:
        return NO_GAPS
    return found[0] if len(found) == 1 else frozenset().union(*found)


def leaf(
    condition: Condition, entity: str, truth: Truth, gaps: Gaps, seen: tuple[Seen, ...]
) -> Verdict:
    """The verdict of one comparison: open for inspection alone where all its gaps are inspected."""
    if truth is not Truth.UNKNOWN:
        reason = Reason(condition, entity, truth, truth, seen)
        return Verdict(truth, truth, truth, NO_GAPS, reason)
    inspected_only = bool(gaps) and all(gap.origin is Origin.INSPECTED for gap in gaps)
    low, high = (Truth.FALSE, Truth.TRUE) if inspected_only else (truth, truth)
    return Verdict(truth, low, high, gaps, Reason(condition, entity, truth, low, seen))


def opposite(condition: Condition, verdict: Verdict) -> Verdict:
    """The verdict of the negation."""
    low, high = ~verdict.high, ~verdict.low
    reason = Reason(condition, verdict.reason.entity, ~verdict.truth, low, (), (verdict.reason,))
    return Verdict(~verdict.truth, low, high, verdict.gaps, reason)


def restricted(verdict: Verdict, limit: Truth) -> Verdict:
    """The verdict where something without facts of its own (a date, an existence) must hold too."""
    if limit is Truth.TRUE:
        return verdict
    truth = all_of((verdict.truth, limit))
    low, high = all_of((verdict.low, limit)), all_of((verdict.high, limit))
    gaps = verdict.gaps if truth is Truth.UNKNOWN else NO_GAPS
    reason = verdict.reason
    again = Reason(reason.condition, reason.entity, truth, low, reason.seen, reason.parts)
    return Verdict(truth, low, high, gaps, again)
