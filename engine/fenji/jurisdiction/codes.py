"""Which activity an industry code (GB/T 4754) names: that of the longest prefix that fits."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.jurisdiction.ready import ReadyChart


@dataclass(frozen=True, slots=True)
class NamedByCode:
    """The activities that a code fits; `alone` where the code by itself settles that it is had."""

    activities: frozenset[str]
    alone: bool


NOTHING = NamedByCode(frozenset(), False)


def named_by_code(ready: ReadyChart, code: str) -> NamedByCode:
    """What a code names. It settles nothing alone where its row is ambiguous, where two rows fit
    equally, or where a longer code of the same beginning would name another activity."""
    found = ready.remembered.get(("code", code))
    if found is None:
        found = ready.remembered["code", code] = _named(ready, code)
    return found


def _named(ready: ReadyChart, code: str) -> NamedByCode:
    fitting = [row for row in ready.codes if code.startswith(row[0])]
    if not fitting:
        return NOTHING
    longest = len(fitting[0][0])
    rows = [row for row in fitting if len(row[0]) == longest]
    names = frozenset(matter for _, matter, _ in rows)
    finer = {matter for prefix, matter, _ in ready.codes if prefix.startswith(code)} - names
    ambiguous = any(ambiguous for *_, ambiguous in rows)
    return NamedByCode(names, len(names) == 1 and not ambiguous and not finer)
