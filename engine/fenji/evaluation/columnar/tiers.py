"""Tiers in columns: for each figure a flag for "graded at all", "general at least" and so on.

So the worse of two is the flags' "or", and a move by steps takes the flag of another step. Of each
figure there are two, what is certain and what is possible, as in the assessment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fenji.evaluation.columnar.graph import Graph, Node
from fenji.evaluation.columnar.verdict import Verdict
from fenji.model.law import Standing
from fenji.model.tier import ORDER, Tier, rank

Tiers = tuple[Node, ...]
"""A flag for each tier from the best on: the figure is that or worse."""

Move = Callable[[Tiers], Tiers]
FIXING = frozenset({Standing.LAW, Standing.STANDARD, Standing.LOCAL})
STEPS = range(1, len(ORDER) + 1)


class Scale:
    """What is done with tiers."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.none: Tiers = (graph.false,) * len(ORDER)

    def of(self, tier: Tier | None) -> Tiers:
        """One tier everywhere."""
        return tuple(self._graph.flag(rank(tier) >= step) for step in STEPS)

    def worse(self, *several: Tiers) -> Tiers:
        """The worst of several; a graded one is worse than none."""
        return tuple(self._graph.any_(*flags) for flags in zip(*several, strict=True))

    def where(self, test: Node, tiers: Tiers) -> Tiers:
        """The tier where the test holds, else none."""
        return tuple(self._graph.all_(test, flag) for flag in tiers)

    def choose(self, test: Node, one: Tiers, other: Tiers) -> Tiers:
        """One where the test holds, else the other."""
        return tuple(self._graph.choose(test, a, b) for a, b in zip(one, other, strict=True))

    def worse_by(self, by: int) -> Move:
        """So many steps worse; what is ungraded stays so."""
        return lambda tiers: tuple(tiers[max(step - by, 1) - 1] for step in STEPS)

    def better_by(self, by: int, not_below: Tier | None) -> Move:
        """So many steps better, but not past a tier; what is better already stays."""

        def move(tiers: Tiers) -> Tiers:
            lowered = [tiers[0] if step == 1 else self._at(tiers, step + by) for step in STEPS]
            kept = self.where(tiers[0], self.of(not_below))
            stays = [self._graph.all_(a, b) for a, b in zip(tiers, kept, strict=True)]
            return tuple(self._graph.any_(a, b) for a, b in zip(lowered, stays, strict=True))

        return move

    def _at(self, tiers: Tiers, step: int) -> Node:
        return tiers[step - 1] if step <= len(ORDER) else self._graph.false

    def floor(self, tier: Tier | None) -> Move:
        """Not better than that, of what is graded."""
        return lambda tiers: self.worse(tiers, self.where(tiers[0], self.of(tier)))

    def cap(self, tier: Tier | None) -> Move:
        """Not worse than that."""
        limit = self.of(tier)
        return lambda tiers: tuple(
            self._graph.all_(a, b) for a, b in zip(tiers, limit, strict=True)
        )


@dataclass(frozen=True)
class Pair:
    """What is certain, and the worst still open."""

    certain: Tiers
    possible: Tiers


@dataclass(frozen=True)
class Figures:
    """As known and on declared facts; `fixed` and `fixed_low` without what is only proposed."""

    known: Pair
    low: Pair
    fixed: Pair
    fixed_low: Pair


@dataclass(frozen=True)
class Weight:
    """What makes a tier at least so bad: where it is true and may be, as known and on declared facts."""

    sure: Node
    may: Node
    low_sure: Node
    low_may: Node


def weight_of(verdict: Verdict) -> Weight:
    """A verdict as far as a tier hangs on it."""
    return Weight(verdict.sure, verdict.may, verdict.low_sure, verdict.low_may)


class Folding:
    """Figures after each sort of step."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.scale = Scale(graph)
        nothing = Pair(self.scale.none, self.scale.none)
        self.ungraded = Figures(nothing, nothing, nothing, nothing)

    def raised(
        self, figures: Figures, weight: Weight, tiers: Tiers, low: Tiers, standing: Standing
    ) -> Figures:
        """After something that makes the tier at least so bad where it is true."""

        def raise_(pair: Pair, sure: Node, may: Node, to: Tiers) -> Pair:
            scale = self.scale
            certain = scale.worse(pair.certain, scale.where(sure, to))
            return Pair(certain, scale.worse(pair.possible, scale.where(may, to)))

        return self._each(
            figures,
            standing,
            lambda pair: raise_(pair, weight.sure, weight.may, tiers),
            lambda pair: raise_(pair, weight.low_sure, weight.low_may, low),
        )

    def moved_worse(
        self, figures: Figures, weight: Weight, move: Move, standing: Standing
    ) -> Figures:
        """After a move that makes it worse: certain only when true, possible unless false."""

        def moved(pair: Pair, sure: Node, may: Node) -> Pair:
            choose = self.scale.choose
            certain = choose(sure, move(pair.certain), pair.certain)
            return Pair(certain, choose(may, move(pair.possible), pair.possible))

        return self._each(
            figures,
            standing,
            lambda pair: moved(pair, weight.sure, weight.may),
            lambda pair: moved(pair, weight.low_sure, weight.low_may),
        )

    def moved_better(
        self, figures: Figures, weight: Weight, move: Move, standing: Standing
    ) -> Figures:
        """After a move that makes it better; one that is only proposed stops at what is fixed."""

        def moved(pair: Pair, sure: Node, may: Node) -> Pair:
            choose = self.scale.choose
            certain = choose(may, move(pair.certain), pair.certain)
            return Pair(certain, choose(sure, move(pair.possible), pair.possible))

        found = self._each(
            figures,
            standing,
            lambda pair: moved(pair, weight.sure, weight.may),
            lambda pair: moved(pair, weight.low_sure, weight.low_may),
        )
        known = self._at_least(found.known, found.fixed)
        low = self._at_least(found.low, found.fixed_low)
        return Figures(known, low, found.fixed, found.fixed_low)

    def worst_with(self, figures: Figures, other: Figures) -> Figures:
        """The worse of two at each figure."""
        return Figures(
            self._at_least(figures.known, other.known),
            self._at_least(figures.low, other.low),
            self._at_least(figures.fixed, other.fixed),
            self._at_least(figures.fixed_low, other.fixed_low),
        )

    def where(self, test: Node, figures: Figures) -> Figures:
        """The figures where the test holds, else none."""

        def kept(pair: Pair) -> Pair:
            where = self.scale.where
            return Pair(where(test, pair.certain), where(test, pair.possible))

        return Figures(
            kept(figures.known), kept(figures.low), kept(figures.fixed), kept(figures.fixed_low)
        )

    def _at_least(self, pair: Pair, other: Pair) -> Pair:
        worse = self.scale.worse
        return Pair(worse(pair.certain, other.certain), worse(pair.possible, other.possible))

    @staticmethod
    def _each(
        figures: Figures,
        standing: Standing,
        known: Callable[[Pair], Pair],
        low: Callable[[Pair], Pair],
    ) -> Figures:
        """Those fixed move only with what fixes."""
        fixed, fixed_low = figures.fixed, figures.fixed_low
        if standing in FIXING:
            fixed, fixed_low = known(fixed), low(fixed_low)
        return Figures(known(figures.known), low(figures.low), fixed, fixed_low)
