"""Steps of folding on known and unknown truths, and what a proposal may not lower."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fenji.assessment.tiers.bands import bands_of
from fenji.assessment.tiers.figures import Figures, Pair
from fenji.assessment.tiers.folding import _lowered
from fenji.model.condition import Word
from fenji.model.folding import Fold, Step
from fenji.model.law import Standing
from fenji.model.tier import Tier, TierRange, better, moved
from fenji.model.truth import Truth
from fenji.model.value import NumberSpan
from tests.evaluation.vocabulary import LABEL, PROVENANCE

T, U, F = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
LOW, GENERAL, CONSIDERABLE, MAJOR = Tier.LOW, Tier.GENERAL, Tier.CONSIDERABLE, Tier.MAJOR
BANDS = (
    (((Word.LESS_THAN, "60"),), MAJOR),
    (((Word.LESS_THAN, "75"),), CONSIDERABLE),
    (((Word.LESS_THAN, "90"),), GENERAL),
    (((Word.AT_LEAST, "90"),), LOW),
)


def raised(truth: Truth, tier: Tier, standing: Standing = Standing.LAW) -> Figures:
    return Figures().raised(truth, truth, tier, tier, standing)


def test_nothing_folded_is_ungraded_and_not_low() -> None:
    shown = Figures().shown()
    assert (shown.certain, shown.possible) == (None, None)
    assert shown.on_declared == TierRange(None, None)


def test_what_raises_is_certain_only_when_true_and_possible_unless_false() -> None:
    assert raised(T, MAJOR).known == Pair(MAJOR, MAJOR)
    assert raised(U, MAJOR).known == Pair(None, MAJOR)
    assert raised(F, MAJOR).known == Pair(None, None)


def test_open_only_for_inspection_is_not_on_declared() -> None:
    shown = Figures().raised(U, F, MAJOR, MAJOR, Standing.LAW).shown()
    assert (shown.certain, shown.on_declared, shown.possible) == (
        None,
        TierRange(None, None),
        MAJOR,
    )


@pytest.mark.parametrize(
    ("truth", "certain", "possible"),
    [(T, GENERAL, GENERAL), (U, GENERAL, CONSIDERABLE), (F, CONSIDERABLE, CONSIDERABLE)],
)
def test_what_lowers_is_possible_only_when_true_and_certain_unless_false(
    truth: Truth, certain: Tier, possible: Tier
) -> None:
    before = raised(T, CONSIDERABLE, Standing.PROPOSAL)
    after = before.moved_better(truth, truth, lambda t: moved(t, -1), Standing.PROPOSAL)
    assert after.known == Pair(certain, possible)


def test_a_proposal_never_lowers_what_the_law_fixed() -> None:
    before = raised(T, MAJOR, Standing.LAW)
    after = before.moved_better(T, T, lambda t: better(t, LOW), Standing.PROPOSAL)
    assert after.known == Pair(MAJOR, MAJOR)


def test_a_proposal_lowers_what_was_only_proposed_down_to_what_is_fixed() -> None:
    before = raised(T, GENERAL).raised(T, T, MAJOR, MAJOR, Standing.PROPOSAL)
    after = before.moved_better(T, T, lambda t: better(t, LOW), Standing.PROPOSAL)
    assert after.known == Pair(GENERAL, GENERAL)


def test_the_law_lowers_what_the_law_fixed() -> None:
    after = raised(T, MAJOR).moved_better(T, T, lambda t: moved(t, -1), Standing.LAW)
    assert after.known == Pair(CONSIDERABLE, CONSIDERABLE)


@pytest.mark.parametrize(
    ("tier", "lowered"), [(MAJOR, CONSIDERABLE), (GENERAL, GENERAL), (LOW, LOW), (None, None)]
)
def test_lowering_stops_at_its_limit_and_leaves_what_is_better(
    tier: Tier | None, lowered: Tier | None
) -> None:
    step = Step("s", Fold.LOWER_BY, LABEL, PROVENANCE, to=GENERAL, by=1)
    assert _lowered(tier, step) is lowered


@pytest.mark.parametrize(
    ("low", "high", "tiers"),
    [
        (60, 60, {CONSIDERABLE}),
        ("59.9", "59.9", {MAJOR}),
        (90, 131, {LOW}),
        ("89.9", 90, {GENERAL, LOW}),
        (0, 74, {MAJOR, CONSIDERABLE}),
        (0, 75, {MAJOR, CONSIDERABLE, GENERAL}),
        (None, None, {MAJOR, CONSIDERABLE, GENERAL, LOW}),
        (75, None, {GENERAL, LOW}),
    ],
)
def test_a_score_falls_in_the_bands_that_its_span_meets(
    low: int | str | None, high: int | str | None, tiers: set[Tier]
) -> None:
    step = Step("s", Fold.BAND, LABEL, PROVENANCE, bands=BANDS)
    span = NumberSpan(*(None if end is None else Fraction(end) for end in (low, high)))
    assert set(bands_of(step).of(span)) == tiers


def test_between_bands_that_leave_a_gap_nothing_grades() -> None:
    step = Step("s", Fold.BAND, LABEL, PROVENANCE, bands=(BANDS[0], BANDS[3]))
    assert set(bands_of(step).of(NumberSpan(Fraction(50), Fraction(95)))) == {MAJOR, None, LOW}
