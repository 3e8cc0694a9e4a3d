"""So many times in so many months."""

from __future__ import annotations

import pytest

from fenji.model.supervision.frequency import Frequency, exceeds, less_often, more_often

YEARLY = Frequency(1, 12)
TWICE = Frequency(2, 12)
HALF_YEARLY = Frequency(1, 6)
EVERY_THREE_YEARS = Frequency(1, 36)


def test_frequencies_are_compared_by_their_rate() -> None:
    assert more_often([EVERY_THREE_YEARS, TWICE, YEARLY]) == TWICE
    assert less_often([EVERY_THREE_YEARS, TWICE, YEARLY]) == EVERY_THREE_YEARS


def test_of_equal_rates_the_shorter_period_asks_more() -> None:
    assert more_often([TWICE, HALF_YEARLY]) == more_often([HALF_YEARLY, TWICE]) == HALF_YEARLY
    assert less_often([TWICE, HALF_YEARLY]) == TWICE


def test_no_figure_is_neither_a_floor_nor_a_limit() -> None:
    assert more_often([None, YEARLY]) == less_often([None, YEARLY]) == YEARLY
    assert more_often([None]) is less_often([]) is None


@pytest.mark.parametrize(
    ("least", "most", "over"),
    [
        (TWICE, YEARLY, True),
        (HALF_YEARLY, TWICE, False),
        (HALF_YEARLY, YEARLY, True),
        (YEARLY, YEARLY, False),
        (None, YEARLY, False),
        (TWICE, None, False),
    ],
)
def test_a_floor_exceeds_a_cap(least: Frequency | None, most: Frequency | None, over: bool) -> None:
    assert exceeds(least, most) is over
