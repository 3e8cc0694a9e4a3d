"""Recurrent duties stay with their sectors: here they are counted, and those with a day listed."""

from __future__ import annotations

from fenji.model.decision import Decision, Status
from fenji.model.duty import Timing
from fenji.model.supervision.answer import DutyDue


def recurring(decision: Decision) -> int:
    """How many different recurrent duties bind."""
    several = decision.duties
    return len({d.duty for d in several if d.status is Status.HOLDS and d.timing is Timing.EVERY})


def due_duties(decision: Decision) -> tuple[DutyDue, ...]:
    """Those whose next day is known, the earliest first."""
    found = [
        DutyDue(duty.duty, duty.entity, duty.title, duty.due, duty.due < decision.as_of)
        for duty in decision.duties
        if duty.status is Status.HOLDS and duty.due is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.duty, one.entity)))
