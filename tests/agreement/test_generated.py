"""All evaluators say the same of every generated release and subject; the tally says what was met."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.agreement.agreement import SUBJECTS, disagreements, drawn
from tests.agreement.cases import written
from tests.agreement.evaluators import others
from tests.agreement.reducing import smallest
from tests.agreement.releases import drawn_release
from tests.agreement.tally import FULL, NEEDED, Tally
from tests.agreement.well_formed import is_well_formed

PAIRS = 4_000
"""Pairs of a release and facts in each run of the tests: half a minute. The build server draws
10,000 others by `script/agree`, which goes on for as long as it is told to."""

CHANCE = st.randoms(use_true_random=False)
ONCE = settings(
    max_examples=PAIRS // SUBJECTS,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],  # what fails is made small by our own steps, in seconds
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def tally() -> Tally:
    """What the run met."""
    return Tally()


def test_all_evaluators_agree(tally: Tally) -> None:
    evaluators = others()

    @ONCE
    @given(CHANCE, st.integers(0, 2**32))
    def agree(random: Random, seed: int) -> None:
        release, as_of, submissions = drawn(random, Random(seed))
        for failure in disagreements(release, as_of, submissions, evaluators, tally):
            small = smallest(failure, evaluators)
            pytest.fail(f"{small}\n\n{written(small)}", pytrace=False)

    agree()


def test_each_construct_met_each_truth_often_enough(tally: Tally) -> None:
    if not tally.counts:
        test_all_evaluators_agree(tally)
    print("\n".join(tally.lines()))
    assert tally.thin(NEEDED * PAIRS // FULL) == []


@pytest.mark.parametrize("seed", range(10))
def test_what_is_drawn_is_what_the_reader_lets_through(seed: int) -> None:
    assert is_well_formed(drawn_release(Random(seed)))


def test_a_seed_is_a_release_and_its_subjects() -> None:
    one, other = (drawn(Random(3)) for _ in range(2))
    assert one[1:] == other[1:]
    assert (one[0].rules, one[0].facts) == (other[0].rules, other[0].facts)
