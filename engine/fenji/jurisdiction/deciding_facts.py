"""Which facts decide a lead that is open: few, and the most telling first."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.jurisdiction.matters import Held
from fenji.jurisdiction.ranking import Ranked
from fenji.jurisdiction.view import ACTIVITIES, MAIN_ACTIVITY, View
from fenji.model.jurisdiction.answer import Settled
from fenji.model.reason import Gap
from fenji.model.truth import Truth


def deciding_facts(view: View, held: Held, found: Ranked, how: Settled) -> tuple[Gap, ...]:
    """What to ask in order to know the lead; nothing where it is known, or no fact settles it."""
    if how is not Settled.WAITS:
        return ()
    return tuple(dict.fromkeys(_facts(view, held, found)))


def _facts(view: View, held: Held, found: Ranked) -> Iterator[Gap]:
    certain = [id_ for id_ in found.firsts if _certain(held, id_)]
    if held.unnamed and (not certain or not held.unnamed.isdisjoint(found.firsts)):
        yield view.gap(ACTIVITIES)
    elif found.asks_main:
        yield view.gap(MAIN_ACTIVITY)
    if held.unnamed and len(certain) > 1 and found.asks_main:
        yield view.gap(MAIN_ACTIVITY)
    settled = {found.firsts[id_].outcomes for id_ in certain}
    for id_, lead in found.firsts.items():
        had = held.activities.get(id_) or held.others.get(id_)
        if had is None:
            continue
        if had.has is Truth.UNKNOWN and settled != {lead.outcomes}:
            yield from sorted(had.gaps, key=lambda gap: (gap.entity, gap.is_list, gap.name))
        yield from lead.gaps


def _certain(held: Held, matter: str) -> bool:
    had = held.activities.get(matter) or held.others.get(matter)
    return had is not None and had.has is Truth.TRUE
