"""Policies in columns: from findings to the tiers of the sectors, and of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from fenji.evaluation.columnar.applying import applying_of, to_subject
from fenji.evaluation.columnar.comparing import compare
from fenji.evaluation.columnar.declared import on_declared
from fenji.evaluation.columnar.graph import Node
from fenji.evaluation.columnar.places import Place
from fenji.evaluation.columnar.tiers import (
    FIXING,
    STEPS,
    Figures,
    Folding,
    Move,
    Tiers,
    Weight,
    weight_of,
)
from fenji.evaluation.columnar.values import Chosen, Elsewhere, Span, Value, as_span, point
from fenji.evaluation.columnar.weights import Weighed, weighed
from fenji.evaluation.columnar.work import NotCarried, Work
from fenji.model.expression import Name, Stratum
from fenji.model.folding import Fold, Policy, Step
from fenji.model.law import Standing
from fenji.model.submission import SUBJECT
from fenji.model.tier import Tier, rank, worse
from fenji.model.truth import Truth


def fold_everything(work: Work) -> Figures:
    """The figures of the whole; without a policy for it the subject stays ungraded."""
    folding = Folding(work.graph)
    sectors: dict[str, Figures] = {}
    for policy in work.prepared.release.policies:
        if policy.sector is not None:
            sectors[policy.sector] = _of_sector(work, folding, policy, policy.sector)
    for policy in work.prepared.release.policies:
        if policy.sector is None:
            return Steps(work, folding, weighed(work), sectors).folded(policy)
    return folding.ungraded


def _of_sector(work: Work, folding: Folding, policy: Policy, name: str) -> Figures:
    """The sector's own policy where it applies; the worst that it could bring where that is open."""
    applying = applying_of(work, name)
    own = [one for one in weighed(work) if one.sector == name]
    known = folding.where(applying.sure, Steps(work, folding, own, {}).folded(policy))
    unexcluded = folding.where(applying.open, _unexcluded(work, folding, policy, own))
    return folding.worst_with(known, unexcluded)


def _unexcluded(work: Work, folding: Folding, policy: Policy, own: list[Weighed]) -> Figures:
    """Nothing certain, and the worst that any step could bring."""
    graph, figures = work.graph, folding.ungraded
    always = Weight(graph.false, graph.true, graph.false, graph.true)
    for step in policy.steps:
        tiers = [step.to, *(tier for _, tier in step.tiers), *(tier for _, tier in step.bands)]
        worst = folding.scale.of(reduce(worse, tiers, None))
        figures = folding.raised(figures, always, worst, worst, Standing.PROPOSAL)
        if step.fold is Fold.WORST:
            for one in own:
                if one.kind in step.findings:
                    may = Weight(graph.false, one.weight.may, graph.false, one.weight.may)
                    tier = folding.scale.of(one.tier)
                    figures = folding.raised(figures, may, tier, tier, Standing.PROPOSAL)
    return figures


class Steps:
    """The steps of one policy, taken in their order."""

    def __init__(
        self,
        work: Work,
        folding: Folding,
        weights: list[Weighed],
        sectors: Mapping[str, Figures],
    ) -> None:
        self._work = work
        self._folding = folding
        self._weights = weights
        self._sectors = sectors

    def folded(self, policy: Policy) -> Figures:
        """The figures after all steps that are or may be in force."""
        prepared, figures = self._work.prepared, self._folding.ungraded
        for step in policy.steps:
            laws = prepared.release.instruments
            force = step.provenance.in_force(prepared.as_of, dict(laws))
            if force is Truth.FALSE:
                continue
            if step.fold is Fold.WORST:
                figures = self._worst(step, figures)
            elif step.of is not None:
                figures = self._by_value(step, figures)
            else:
                figures = self._adjusted(step, figures)
        return figures

    def _worst(self, step: Step, figures: Figures) -> Figures:
        folding = self._folding
        if not step.findings:
            return reduce(folding.worst_with, self._sectors.values(), figures)
        for one in self._weights:
            tier = step.tiers[0][1] if step.tiers else one.tier
            if one.kind in step.findings and tier is not None:
                own = step.provenance.standing
                standing = one.standing if one.standing not in FIXING else own
                tiers = folding.scale.of(tier)
                figures = folding.raised(figures, one.weight, tiers, tiers, standing)
        return figures

    def _adjusted(self, step: Step, figures: Figures) -> Figures:
        """A step that moves the tier where its condition holds."""
        work, folding, scale = self._work, self._folding, self._folding.scale
        true, standing = work.graph.true, step.provenance.standing
        weight = Weight(true, true, true, true)
        if step.when is not None:
            weight = weight_of(work.judge(step.when, work.places.real(SUBJECT)))
        if step.fold is Fold.RAISE_TO:
            to = scale.of(step.to)
            return folding.raised(figures, weight, to, to, standing)
        worse_: dict[Fold, Move] = {
            Fold.RAISE_BY: scale.worse_by(step.by),
            Fold.FLOOR: scale.floor(step.to),
        }
        if step.fold in worse_:
            return folding.moved_worse(figures, weight, worse_[step.fold], standing)
        better: dict[Fold, Move] = {
            Fold.LOWER_BY: scale.better_by(step.by, step.to),
            Fold.CAP: scale.cap(step.to),
        }
        return folding.moved_better(figures, weight, better[step.fold], standing)

    def _by_value(self, step: Step, figures: Figures) -> Figures:
        """The worst over all entities, by a choice, a classification, a measure or a score."""
        work, graph = self._work, self._work.graph
        assert step.of is not None
        kind, name = step.of
        stratum = _stratum(work, kind, name)
        node = work.shared(("of", step.of), lambda: Name(kind, name, stratum))
        sides: list[list[Tiers]] = [[], [], [], []]
        for place in work.places.all_of(kind):
            valued = work.value(node, place)
            sure = graph.all_(valued.sure, place.exists)
            best, worst = self._tiers(step, valued.value)
            low_best, low_worst = self._tiers(step, on_declared(work, node, place))
            if stratum is Stratum.FACT:
                settled = graph.not_(graph.any_(valued.waiting.inspected, valued.waiting.other))
                sure = graph.all_(sure, settled)
            each = ((sure, best), (sure, low_best), (valued.may, worst), (valued.may, low_worst))
            for side, (test, tiers) in zip(sides, each, strict=True):
                side.append(self._gathered(place, test, tiers))
        worse_ = self._folding.scale.worse
        best, low_best, worst, low_worst = (worse_(*side) for side in sides)
        standing = step.provenance.standing
        true, false = graph.true, graph.false
        certain, open_ = Weight(true, true, true, true), Weight(false, true, false, true)
        figures = self._folding.raised(figures, certain, best, low_best, standing)
        return self._folding.raised(figures, open_, worst, low_worst, standing)

    def _gathered(self, place: Place, test: Node, tiers: Tiers) -> Tiers:
        """The worst over the rows of a place, of those where the test holds."""
        graph = self._work.graph
        return tuple(to_subject(self._work, place, graph.all_(test, flag)) for flag in tiers)

    def _tiers(self, step: Step, value: Value) -> tuple[Tiers, Tiers]:
        """The best and the worst tier that the value could bring."""
        found = self._mapped(step, value) if step.fold is Fold.MAP else self._banded(step, value)
        graph = self._work.graph
        some = graph.any_(*(flag for flag, _ in found))
        best, worst = [], []
        for at in STEPS:
            better = graph.any_(*(flag for flag, tier in found if rank(tier) < at))
            best.append(graph.all_(some, graph.not_(better)))
            worst.append(graph.any_(*(flag for flag, tier in found if rank(tier) >= at)))
        return tuple(best), tuple(worst)

    def _mapped(self, step: Step, value: Value) -> list[tuple[Node, Tier | None]]:
        """Where it may be each word, with the tier of that; anything could be any, or none."""
        assert isinstance(value, Chosen)
        if value.computed:
            raise NotCarried(f"a tier by an answer that is computed without an order: {step.id}")
        tiers = dict(step.tiers)
        found = [
            (flag, None if isinstance(word, Elsewhere) else tiers.get(str(word)))
            for word, flag in value.may.items()
        ]
        return [*found, *((value.anything, tier) for tier in (None, *tiers.values()))]

    def _banded(self, step: Step, value: Value) -> list[tuple[Node, Tier | None]]:
        """Where the span touches each stretch of numbers that bring the same tier."""
        numbers, graph = self._work.numbers, self._work.graph
        span, found = as_span(numbers, value), []
        for stretch in self._stretches(step):
            touched = [graph.true]
            if stretch.low is not None:
                here = numbers.given(stretch.low)
                reaches = numbers.at_least if stretch.from_low else numbers.more
                touched.append(reaches(span.high, here))
            if stretch.high is not None:
                here = numbers.given(stretch.high)
                reaches = numbers.at_least if stretch.to_high else numbers.more
                touched.append(reaches(here, span.low))
            found.append((graph.all_(*touched), stretch.tier))
        return found

    def _stretches(self, step: Step) -> list[Stretch]:
        """All numbers cut where the tier changes: at a limit, just before or just after it."""
        limits = sorted({Fraction(limit) for words, _ in step.bands for _, limit in words})
        ends = [None, *limits, None]
        pieces = []
        for low, high in pairwise(ends):
            if low is not None:
                pieces.append(Stretch(self._band(step, low), low, True, low, True))
            tier = self._band(step, _between(low, high))
            pieces.append(Stretch(tier, low, False, high, False))
        found = pieces[:1]
        for piece in pieces[1:]:
            if piece.tier is found[-1].tier:
                found[-1] = replace(found[-1], high=piece.high, to_high=piece.to_high)
            else:
                found.append(piece)
        return found

    def _band(self, step: Step, number: Fraction) -> Tier | None:
        """The first band that fits a number."""
        work = self._work
        exact: Span = point(work.numbers.given(number))
        for words, tier in step.bands:
            met = [
                compare(work, exact, word, [point(work.numbers.given(Fraction(limit)))])[0]
                for word, limit in words
            ]
            if all(one is work.graph.true for one in met):
                return tier
        return None


@dataclass(frozen=True)
class Stretch:
    """Numbers that bring the same tier, between two ends (`None`: endless) that belong to it or not."""

    tier: Tier | None
    low: Fraction | None
    from_low: bool
    high: Fraction | None
    to_high: bool


def _between(low: Fraction | None, high: Fraction | None) -> Fraction:
    if low is None:
        return Fraction(0) if high is None else high - 1
    return low + 1 if high is None else (low + high) / 2


def _stratum(work: Work, kind: str, name: str) -> Stratum:
    release = work.prepared.release
    if name in release.facts.get(kind, {}):
        return Stratum.FACT
    if (kind, name) in work.prepared.measures:
        return Stratum.MEASURE
    sheets = {(sheet.for_, sheet.name) for sheet in release.sheets}
    return Stratum.SHEET if (kind, name) in sheets else Stratum.CLASSIFICATION
