"""The figures of a tier at one step, and what standing the worst of them rests on.

Each figure is folded twice: over everything, and over what law, standard or local document fixed
alone. A proposal may lower the first, but never below the second (design §2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fenji.model.decision import ThreeFigures
from fenji.model.law import Standing
from fenji.model.tier import Tier, TierRange, worse
from fenji.model.truth import Truth

Move = Callable[[Tier | None], Tier | None]
FIXING = frozenset({Standing.LAW, Standing.STANDARD, Standing.LOCAL})


class Pair(NamedTuple):
    """What holds whatever the gaps are, and the worst still open."""

    certain: Tier | None = None
    possible: Tier | None = None

    def raised(self, truth: Truth, tier: Tier | None) -> Pair:
        """The pair after something that makes the tier at least so bad, where it is true."""
        if truth is Truth.FALSE:
            return self
        certain = worse(self.certain, tier) if truth is Truth.TRUE else self.certain
        return Pair(certain, worse(self.possible, tier))

    def moved_worse(self, truth: Truth, move: Move) -> Pair:
        """After a move that makes it worse: certain only when true, possible unless false."""
        certain = move(self.certain) if truth is Truth.TRUE else self.certain
        return Pair(certain, self.possible if truth is Truth.FALSE else move(self.possible))

    def moved_better(self, truth: Truth, move: Move) -> Pair:
        """After a move that makes it better: possible only when true, certain unless false."""
        certain = self.certain if truth is Truth.FALSE else move(self.certain)
        return Pair(certain, move(self.possible) if truth is Truth.TRUE else self.possible)

    def at_least(self, other: Pair) -> Pair:
        """Never better than another pair."""
        return Pair(worse(self.certain, other.certain), worse(self.possible, other.possible))


class Figures(NamedTuple):
    """As known and on declared facts; `fixed` and `fixed_low` without what is only proposed."""

    known: Pair = Pair()
    low: Pair = Pair()
    fixed: Pair = Pair()
    fixed_low: Pair = Pair()

    def shown(self) -> ThreeFigures:
        """The three figures of the design."""
        on_declared = TierRange(self.low.certain, self.low.possible)
        return ThreeFigures(self.known.certain, on_declared, self.known.possible)

    def raised(
        self, truth: Truth, low: Truth, tier: Tier | None, low_tier: Tier | None, standing: Standing
    ) -> Figures:
        """After something that makes the tier at least so bad, where it is true."""
        fixed, fixed_low = self.fixed, self.fixed_low
        if standing in FIXING:
            fixed, fixed_low = fixed.raised(truth, tier), fixed_low.raised(low, low_tier)
        return Figures(
            self.known.raised(truth, tier), self.low.raised(low, low_tier), fixed, fixed_low
        )

    def moved_worse(self, truth: Truth, low: Truth, move: Move, standing: Standing) -> Figures:
        """After a move that makes it worse."""
        fixed, fixed_low = self.fixed, self.fixed_low
        if standing in FIXING:
            fixed, fixed_low = fixed.moved_worse(truth, move), fixed_low.moved_worse(low, move)
        known, low_ = self.known.moved_worse(truth, move), self.low.moved_worse(low, move)
        return Figures(known, low_, fixed, fixed_low)

    def moved_better(self, truth: Truth, low: Truth, move: Move, standing: Standing) -> Figures:
        """After a move that makes it better; one that is only proposed stops at what is fixed."""
        known, low_ = self.known.moved_better(truth, move), self.low.moved_better(low, move)
        fixed, fixed_low = self.fixed, self.fixed_low
        if standing in FIXING:
            fixed = fixed.moved_better(truth, move)
            fixed_low = fixed_low.moved_better(low, move)
        return Figures(known.at_least(fixed), low_.at_least(fixed_low), fixed, fixed_low)

    def worst_with(self, other: Figures) -> Figures:
        """The worse of two at each figure."""
        return Figures(
            self.known.at_least(other.known),
            self.low.at_least(other.low),
            self.fixed.at_least(other.fixed),
            self.fixed_low.at_least(other.fixed_low),
        )
