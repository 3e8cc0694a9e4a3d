"""What the pieces rest on: all that they read by name, and what those read, however far down."""

from __future__ import annotations

from collections.abc import Iterable

from fenji.evaluation.compiled.work import Mention, Ref, Work


def resting_on(work: Work, wanted: Iterable[Ref]) -> dict[Ref, frozenset[Mention]]:
    """The facts, rules and derived values that each thing reads, whether in force or not."""
    found: dict[Ref, frozenset[Mention]] = {}
    for ref in wanted:
        _rest(work, ref, found)
    return {ref: found[ref] for ref in wanted}


def _rest(work: Work, ref: Ref, found: dict[Ref, frozenset[Mention]]) -> frozenset[Mention]:
    known = found.get(ref)
    if known is None:
        own = work.mentioned.get(ref, ())
        several = [_rest(work, used, found) for used in dict.fromkeys(work.pieces[ref].uses)]
        known = found[ref] = frozenset(own).union(*several)
    return known
