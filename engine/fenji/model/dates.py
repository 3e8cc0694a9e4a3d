"""Days known to the day, the month or the year, and time counted as the Civil Code counts it.

Civil Code of the PRC (2021), articles 201-203: a period in months or years begins the day after and
ends on the corresponding day of its last month, or on that month's last day where there is none.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from fenji.model.truth import Truth


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day known only to lie between `first` and `last`, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31):
            return f"{self.first.year:04d}"
        return f"{self.first.year:04d}-{self.first.month:02d}"


def partial_date(text: str) -> PartialDate:
    """`2018-05-16`, `2018-05` or `2018`. Raises ValueError for anything else."""
    parts = text.split("-")
    if [len(p) for p in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(
        p.isascii() and p.isdigit() for p in parts
    ):
        raise ValueError(text)
    numbers = [int(p) for p in parts]
    if len(numbers) == 3:
        known = date(*numbers)
        return PartialDate(known, known)
    year = numbers[0]
    if len(numbers) == 1:
        return PartialDate(date(year, 1, 1), date(year, 12, 31))
    month = numbers[1]
    return PartialDate(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def has_begun(start: PartialDate, as_of: date) -> Truth:
    """Whether that day has come by the end of `as_of`."""
    if as_of >= start.last:
        return Truth.TRUE
    return Truth.FALSE if as_of < start.first else Truth.UNKNOWN


def add_months(start: date, months: int) -> date:
    """The corresponding day so many months on, or that month's last day."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """Whole months from `start` to `end`; negative before `start`."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if end >= add_months(start, months) else months - 1


def years_between(start: date, end: date) -> int:
    """Whole years from `start` to `end`; negative before `start`."""
    return months_between(start, end) // 12
