"""The tiers that a step's bands give to a score, whatever number of its span it is."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from fenji.evaluation.reference.comparing import compare
from fenji.model.folding import Step
from fenji.model.tier import Tier
from fenji.model.truth import Truth, all_of
from fenji.model.value import NumberSpan, point


class Bands(NamedTuple):
    """All limits in order, and the tiers of the numbers below the first, of it, up to the next, ….

    Bands change at limits only, so that no number between two of them falls in another band.
    """

    limits: tuple[Fraction, ...]
    tiers: tuple[Tier | None, ...]

    def of(self, span: NumberSpan) -> list[Tier | None]:
        """The tier of every number that a score could be, each once."""
        first = 0 if span.low is None else self._place(span.low)
        last = len(self.tiers) - 1 if span.high is None else self._place(span.high)
        return list(dict.fromkeys(self.tiers[first : last + 1]))

    def _place(self, number: Fraction) -> int:
        at = bisect_left(self.limits, number)
        return 2 * at + (at < len(self.limits) and self.limits[at] == number)


def bands_of(step: Step) -> Bands:
    """The bands of a step, by trying one number of each kind."""
    limits = sorted({Fraction(limit) for words, _ in step.bands for _, limit in words})
    between = [(a + b) / 2 for a, b in pairwise(limits)]
    tried = [limits[0] - 1] if limits else [Fraction(0)]
    for limit, after in zip(limits, [*between, None], strict=False):
        tried += [limit, limit + 1 if after is None else after]
    return Bands(tuple(limits), tuple(_tier(step, number) for number in tried))


def _tier(step: Step, number: Fraction) -> Tier | None:
    exact = point(number)
    for words, tier in step.bands:
        met = (compare(exact, word, point(Fraction(limit))) for word, limit in words)
        if all_of(met) is Truth.TRUE:
            return tier
    return None
