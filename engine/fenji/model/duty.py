"""Duties: what somebody must do in time or again and again, as data for supervision."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from fenji.model.condition import Condition
from fenji.model.dates import add_months
from fenji.model.law import Exclusion, Provenance
from fenji.model.place import NOWHERE, Place
from fenji.model.text import Text


class Binds(Enum):
    """Who has to do it; the value is the word in YAML and JSON."""

    ENTERPRISE = "enterprise"
    AUTHORITY = "authority"


class Timing(Enum):
    """What a period says of a duty; the value is the word in YAML and JSON.

    `every`: at least once in each; `within`: no later than so long after what calls for it;
    `ahead`: at least so long before; `keep`: what is kept is kept at least so long.
    """

    EVERY = "every"
    WITHIN = "within"
    AHEAD = "ahead"
    KEEP = "keep"


class Calendar(Enum):
    """The units in which the texts count time; the value is the word in YAML and JSON."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as a text states it, such as 6 months."""

    number: int
    unit: Calendar

    def after(self, start: date) -> date:
        """The last day of a period that begins the day after `start` (Civil Code, article 202).

        Raises OverflowError or ValueError past the end of the calendar.
        """
        if self.unit is Calendar.DAYS:
            return start + timedelta(days=self.number)
        return add_months(start, self.number * (12 if self.unit is Calendar.YEARS else 1))


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody has to do where a condition holds of an entity.

    It binds when `scope` and `when` are true and every exclusion is false. `timing` and `period` are
    `None` where the text gives no figure; `frequency` says it in words either way. `last_done` names
    the date fact, with the entity kind that owns it, by which the next time is reckoned.
    """

    id: str
    sector: str
    for_: str
    title: Text
    binds: Binds
    scope: Condition | None
    when: Condition
    unless: tuple[Exclusion, ...]
    timing: Timing | None
    period: Period | None
    frequency: Text
    last_done: tuple[str, str] | None
    provenance: Provenance
    place: Place = field(default=NOWHERE, compare=False)
