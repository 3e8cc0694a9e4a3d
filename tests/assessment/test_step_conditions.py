"""Conditions of steps put together from what was compiled, and from findings anywhere."""

from __future__ import annotations

from itertools import product

import pytest

from fenji.assessment.foresight.conditions import (
    Three,
    combined,
    compiled_parts,
    gathered,
    put_together,
)
from fenji.model.condition import All, Any, AnyFinding, AtLeastN, Condition, Fires, Not, Quantified
from fenji.model.truth import Truth, all_of, any_of

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
UNINSPECTED: Three = (U, F, T)
STATES: tuple[Three, ...] = ((F, F, F), (U, U, U), UNINSPECTED, (T, T, T))
PART, FINDING = Fires("part"), AnyFinding("direct_tier")
WHOLES = (
    All((PART, FINDING)),
    Any((PART, FINDING)),
    Not(All((PART, Not(FINDING)))),
    AtLeastN(2, (PART, FINDING)),
)


def plainly(whole: Condition, part: Three, finding: Three) -> Three:
    """By the definition: each pass in Kleene's logic, with negation turning one into the other."""
    order = {F: 0, U: 1, T: 2}
    both = tuple(min(a, b, key=order.__getitem__) for a, b in zip(part, finding, strict=True))
    if isinstance(whole, Any):
        both = tuple(max(a, b, key=order.__getitem__) for a, b in zip(part, finding, strict=True))
    if isinstance(whole, Not):
        truth, low, high = finding
        turned = (~truth, ~high, ~low)
        met = tuple(min(a, b, key=order.__getitem__) for a, b in zip(part, turned, strict=True))
        both = (~met[0], ~met[2], ~met[1])
    return both if both[0] is U else (both[0], both[0], both[0])  # type: ignore[return-value]


@pytest.mark.parametrize("whole", WHOLES, ids=["all", "any", "not", "at least"])
def test_each_truth_of_each_part(whole: Condition) -> None:
    for part, finding in product(STATES, STATES):
        known = {id(PART): part}
        found = put_together(whole, lambda c, k=known: k.get(id(c)), lambda _, f=finding: f)
        assert found == plainly(whole, part, finding)


OTHER = Fires("other")
WIDE = (
    All((PART, FINDING, OTHER)),
    Any((PART, OTHER, FINDING)),
    Not(All((PART, Any((OTHER, FINDING, PART))))),
    All((PART, OTHER, All((OTHER, FINDING)))),
)


@pytest.mark.parametrize("whole", WIDE)
def test_gathering_what_reads_no_finding_changes_no_truth(whole: Condition) -> None:
    for part, other, finding in product(STATES, repeat=3):

        def compiled(
            condition: Condition, part: Three = part, other: Three = other
        ) -> Three | None:
            if isinstance(condition, Fires):
                return part if condition is PART else other
            if isinstance(condition, All | Any) and FINDING not in condition.of:
                how = all_of if isinstance(condition, All) else any_of
                parts = [compiled(one) for one in condition.of]
                return None if None in parts else combined([p for p in parts if p], how)
            return None

        def found(_: str, finding: Three = finding) -> Three:
            return finding

        plain = put_together(whole, lambda c: compiled(c) if isinstance(c, Fires) else None, found)
        assert put_together(gathered(whole), compiled, found) == plain


def test_what_reads_no_finding_is_gathered_into_one_part() -> None:
    assert list(compiled_parts(gathered(WIDE[0]))) == [All((PART, OTHER))]
    assert gathered(FINDING) is FINDING


def test_what_reads_no_finding_is_compiled_whole() -> None:
    assert list(compiled_parts(All((All((PART, PART)), FINDING)))) == [All((PART, PART))]


def test_a_finding_within_the_condition_of_a_child_is_left_to_the_reference() -> None:
    within = Quantified("some", "hazard_unit", FINDING)
    assert list(compiled_parts(All((PART, within)))) == [PART]
    assert put_together(All((within, FINDING)), lambda _: None, lambda _: (T, T, T)) is None
