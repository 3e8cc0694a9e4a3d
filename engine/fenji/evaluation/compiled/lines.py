"""The figures with which rules compare a fact, so that each comparison is one of two doubles.

Exact numbers compare slowly. A number *stands* where a double is that lies on the same side of all
figures: itself rounded, which keeps the order; but where that falls on a figure which the number is
not, the next double beside it.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf, nextafter

from fenji.model.value import NumberSpan


class Lines(dict[float, tuple[int, int]]):
    """The figures of one fact by their doubles, each as numerator and denominator."""

    def add(self, figure: Fraction) -> float | None:
        """The double of a figure; `None` where no other figure may stand so near.

        All are added before any number is placed.
        """
        ratio = figure.as_integer_ratio()
        try:
            rounded = ratio[0] / ratio[1]
        except OverflowError:
            return None
        known = self.get(rounded)
        if known is not None:
            return rounded if known == ratio else None
        if nextafter(rounded, inf) in self or nextafter(rounded, -inf) in self:
            return None
        self[rounded] = ratio
        return rounded

    def standing(self, numerator: int, denominator: int) -> float:
        """Where a number stands."""
        try:
            rounded = numerator / denominator
        except OverflowError:
            return inf if numerator > 0 else -inf
        line = self.get(rounded)
        if line is None:
            return rounded
        beyond = numerator * line[1] - line[0] * denominator
        if not beyond:
            return rounded
        return nextafter(rounded, inf if beyond > 0 else -inf)

    def around(self, value: NumberSpan) -> tuple[float, float]:
        """Where both bounds of a number stand."""
        low, high = value.low, value.high
        return (
            -inf if low is None else self.standing(*low.as_integer_ratio()),
            inf if high is None else self.standing(*high.as_integer_ratio()),
        )
