"""The figures of rules on the day: written, kept as parameters, or the period of a duty."""

from __future__ import annotations

from dataclasses import dataclass

from fenji.evaluation.prepared import Prepared
from fenji.model.dates import has_begun
from fenji.model.duty import Calendar, Duty, Timing
from fenji.model.supervision.frequency import Frequency
from fenji.model.supervision.rule import Amount, Figure
from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Read:
    """A frequency on the day, and the parameters that it was read from."""

    frequency: Frequency | None
    parameters: tuple[str, ...] = ()


NO_FIGURE = Read(None)


def figure_on(prepared: Prepared, figure: Figure | None) -> Read:
    """The figure as it stands on the day; none before the first day of a parameter."""
    if figure is None:
        return NO_FIGURE
    amounts = (figure.times, figure.months)
    numbers = [_number(prepared, amount) for amount in amounts]
    names = tuple(amount.parameter for amount in amounts if amount.parameter)
    times, months = numbers
    return Read(None if times is None or months is None else Frequency(times, months), names)


def _number(prepared: Prepared, amount: Amount) -> int | None:
    """The last one that has begun; of a figure whose first day is known only roughly, none yet."""
    if not amount.parameter:
        return amount.number
    found = None
    for dated in prepared.release.parameters[amount.parameter].values:
        if has_begun(dated.from_, prepared.as_of) is Truth.TRUE:
            found = int(dated.value)
    return found


def period_of(duty: Duty) -> Read:
    """Once in each period of a recurrent duty; periods in days are said in words alone."""
    period = duty.period
    if duty.timing is not Timing.EVERY or period is None or period.unit is Calendar.DAYS:
        return NO_FIGURE
    return Read(Frequency(1, period.number * (12 if period.unit is Calendar.YEARS else 1)))
