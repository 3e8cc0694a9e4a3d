"""What holds of every schedule and every tier.

A worse tier never means fewer inspections or a lower cap. What is known of less lies around what is
known of more: the certain floor never rises and the possible one never falls when the span of tiers
grows. A floor over a cap is always said.
"""

from __future__ import annotations

from itertools import combinations_with_replacement

from hypothesis import given, settings
from hypothesis import strategies as st

from fenji.model.decision import Decision
from fenji.model.law import Standing
from fenji.model.supervision.rule import CapRule, InspectionRule
from fenji.model.tier import ORDER, Tier, rank
from tests.supervision.small import cap, decided, floor, lead, often, rate, reach, room, scheduled

LADDER: tuple[Tier | None, ...] = (None, *ORDER)
SPANS = tuple(combinations_with_replacement(LADDER, 2))
"""Every (certain, possible), the certain one no worse."""

FIGURES = st.builds(often, st.integers(1, 4), st.sampled_from([1, 3, 6, 12, 36]))
TIERS = st.sampled_from(LADDER)
STANDINGS = st.sampled_from([Standing.LAW, Standing.LOCAL, Standing.PROPOSAL, Standing.ELSEWHERE])


Rule = InspectionRule | CapRule
Several = tuple[Rule, ...]


@st.composite
def rules(draw: st.DrawFn) -> Several:
    floors = [
        floor(
            f"floor-{at}",
            draw(FIGURES),
            reach(worse=draw(TIERS)),
            draw(STANDINGS),
            on_clue=draw(st.booleans()),
        )
        for at in range(draw(st.integers(1, 4)))
    ]
    caps = [
        cap(f"cap-{at}", draw(FIGURES), reach(better=draw(TIERS)), draw(STANDINGS))
        for at in range(draw(st.integers(0, 3)))
    ]
    return (*floors, *caps)


def at(certain: Tier | None, possible: Tier | None) -> Decision:
    return decided(certain, possible)


@given(rules())
@settings(max_examples=60, deadline=None)
def test_a_worse_tier_never_means_fewer_inspections(
    several: Several,
) -> None:
    of = scheduled(*several)
    found = [lead(of, at(tier, tier)) for tier in LADDER]
    floors = [rate(one.at_least.certain) for one in found]
    caps = [room(one.at_most.certain) for one in found[1:]]
    assert floors == sorted(floors)
    assert caps == sorted(caps)


@given(rules())
@settings(max_examples=30, deadline=None)
def test_what_is_known_of_less_lies_around_what_is_known_of_more(
    several: Several,
) -> None:
    of = scheduled(*several)
    found = {span: lead(of, at(*span)) for span in SPANS}
    for (low, high), wide in found.items():
        for (certain, possible), narrow in found.items():
            if rank(low) <= rank(certain) and rank(possible) <= rank(high):
                assert rate(wide.at_least.certain) <= rate(narrow.at_least.certain)
                assert rate(narrow.at_least.certain) <= rate(narrow.at_least.possible)
                assert rate(narrow.at_least.possible) <= rate(wide.at_least.possible)
                assert room(wide.at_most.possible) <= room(narrow.at_most.possible)
                assert room(narrow.at_most.possible) <= room(narrow.at_most.certain)
                assert room(narrow.at_most.certain) <= room(wide.at_most.certain)


@given(rules())
@settings(max_examples=60, deadline=None)
def test_every_floor_over_a_cap_is_said(several: Several) -> None:
    of = scheduled(*several)
    for tier in LADDER:
        found = lead(of, at(tier, tier))
        over = {
            (one.rule, other.rule)
            for one in found.inspections
            for other in found.caps
            if not one.on_clue and rate(one.frequency) > room(other.frequency)
        }
        assert {(c.inspection, c.cap) for c in found.conflicts if c.certain} == over
        assert all(c.certain for c in found.conflicts)


@given(rules().flatmap(lambda several: st.tuples(st.just(several), st.permutations(several))))
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_rules_does_not_matter(orders: tuple[Several, list[Rule]]) -> None:
    for span in ((None, Tier.MAJOR), (Tier.GENERAL, Tier.GENERAL)):
        one, other = (lead(scheduled(*order), at(*span)) for order in orders)
        assert (one.at_least, one.at_most, one.planned) == (
            other.at_least,
            other.at_most,
            other.planned,
        )
        assert set(one.inspections) == set(other.inspections)
        assert set(one.conflicts) == set(other.conflicts)


def test_two_rules_that_no_tier_can_meet_together_are_no_conflict() -> None:
    of = scheduled(
        floor("red", often(4), reach(worse=Tier.MAJOR)),
        cap("yellow", often(1), reach(better=Tier.GENERAL)),
    )
    assert lead(of, at(None, Tier.MAJOR)).conflicts == ()
    both = scheduled(
        floor("orange", often(4), reach(worse=Tier.CONSIDERABLE)),
        cap("up-to-orange", often(1), reach(better=Tier.CONSIDERABLE)),
    )
    (conflict,) = lead(both, at(None, Tier.MAJOR)).conflicts
    assert not conflict.certain


def test_ungraded_is_not_low() -> None:
    of = scheduled(
        floor("low", often(1, 36), reach(worse=Tier.LOW)),
        cap("low-cap", often(1), reach(better=Tier.LOW)),
    )
    found = lead(of, at(None, None))
    assert (found.inspections, found.caps) == ((), ())
