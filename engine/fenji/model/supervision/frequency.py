"""How often: so many times in so many months, and which of several is more often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times in so many months, both at least 1."""

    times: int
    months: int

    @property
    def rate(self) -> Fraction:
        """Times a month: what frequencies are compared by."""
        return Fraction(self.times, self.months)


def _order(one: Frequency) -> tuple[Fraction, int]:
    """By rate; of equals the one over the shorter period asks more, for it fixes the spacing."""
    return one.rate, -one.months


def more_often(several: Iterable[Frequency | None]) -> Frequency | None:
    """The one that asks most; `None` stands for no figure, which any figure exceeds."""
    found = [one for one in several if one is not None]
    return max(found, key=_order, default=None)


def less_often(several: Iterable[Frequency | None]) -> Frequency | None:
    """The one that allows least; `None` stands for no limit."""
    found = [one for one in several if one is not None]
    return min(found, key=_order, default=None)


def exceeds(floor: Frequency | None, cap: Frequency | None) -> bool:
    """Whether a floor asks for more than a cap allows."""
    return floor is not None and cap is not None and floor.rate > cap.rate
