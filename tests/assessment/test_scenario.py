"""Scenarios held against what was found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from fenji.assessment.found import found_in
from fenji.assessment.scenario import Mismatch, compare, compare_refused
from fenji.model.scenario import Expectation, Scenario
from fenji.model.submission import Children, Entity, Submission
from fenji.model.truth import Truth
from fenji.model.value import Choice, NumberSpan, Value, point
from tests.writing.decision.invented import decision

HOLDS, OPEN, NEITHER = "chem.major-hazard-source", "mine.ug.exits-too-close", "mine.other"
THREE_OR_FOUR = Choice(frozenset({Fraction(3), Fraction(4)}))
RATIO = NumberSpan(Fraction(5, 3), None)


def scenario(**expect: Any) -> Scenario:
    store = Entity("hazard_unit", "store-2", {}, {})
    root = Entity("subject", "x", {}, {"hazard_unit": Children((store,))})
    submission = Submission("enterprise", "x", "", root, ())
    return Scenario("case", date(2026, 3, 1), submission, (), Expectation(**expect))


@pytest.mark.parametrize(
    "expect",
    [
        {"findings": (HOLDS,), "open": (OPEN,), "not_": (NEITHER,)},
        {"values": {"hazard_unit.0.hazard_source_level": THREE_OR_FOUR}},
        {"values": {"hazard_unit.0.s": RATIO, "hazard_unit.0.beta": None, "rank": None}},
        {"tier": {"certain": "considerable", "possible": "major"}},
        {"tier": {"on_declared_certain": "considerable", "on_declared_possible": "major"}},
        {"asks": ("exit_spacing_m", "substance"), "not_asks": ("wing_exit_present",)},
        {"inspect": ("wing_exit_present",)},
        {"duties": ("chem.duty.assessment",), "open_duties": ("chem.duty.report",)},
        {"not_duties": ("chem.duty.other",)},
        {"presumed": (HOLDS,), "cautions": ("proposal",), "sectors": ("chemicals",)},
    ],
)
def test_what_is_so_is_no_mismatch(expect: dict[str, Any]) -> None:
    assert compare(scenario(**expect), found_in(decision())) == ()


@pytest.mark.parametrize(
    ("expect", "mismatch"),
    [
        ({"findings": (OPEN,)}, Mismatch("findings", OPEN, Truth.TRUE, Truth.UNKNOWN)),
        ({"findings": (NEITHER,)}, Mismatch("findings", NEITHER, Truth.TRUE, Truth.FALSE)),
        ({"not_": (OPEN,)}, Mismatch("not", OPEN, Truth.FALSE, Truth.UNKNOWN)),
        ({"not_": (HOLDS,)}, Mismatch("not", HOLDS, Truth.FALSE, Truth.TRUE)),
        ({"open": (HOLDS,)}, Mismatch("open", HOLDS, Truth.UNKNOWN, Truth.TRUE)),
        ({"open": (NEITHER,)}, Mismatch("open", NEITHER, Truth.UNKNOWN, Truth.FALSE)),
        (
            {"tier": {"certain": "ungraded"}},
            Mismatch("tier", "certain", "ungraded", "considerable"),
        ),
        ({"asks": ("cas",)}, Mismatch("asks", "cas", "cas", "")),
        ({"not_asks": ("substance",)}, Mismatch("not_asks", "substance", "", "substance")),
        (
            {"inspect": ("exit_spacing_m",)},
            Mismatch("inspect", "exit_spacing_m", "exit_spacing_m", ""),
        ),
        ({"presumed": (OPEN,)}, Mismatch("presumed", OPEN, OPEN, "")),
        ({"cautions": ("conflict",)}, Mismatch("cautions", "conflict", "conflict", "")),
        ({"sectors": ("mines",)}, Mismatch("sectors", "mines", "mines", "")),
        ({"error": "unknown-fact"}, Mismatch("error", "", "unknown-fact", "")),
    ],
)
def test_what_is_not_so_names_both_sides(expect: dict[str, Any], mismatch: Mismatch) -> None:
    assert compare(scenario(**expect), found_in(decision())) == (mismatch,)


@pytest.mark.parametrize(
    ("path", "expected", "found"),
    [
        ("hazard_unit.0.hazard_source_level", Choice(frozenset({Fraction(3)})), THREE_OR_FOUR),
        ("hazard_unit.0.s", point(Fraction(5, 3)), RATIO),
        ("hazard_unit.0.s", None, RATIO),
        ("s", RATIO, None),
    ],
)
def test_a_value_must_be_neither_wider_nor_narrower(
    path: str, expected: Value | None, found: Value | None
) -> None:
    made = compare(scenario(values={path: expected}), found_in(decision()))
    assert made == (Mismatch("values", path, expected, found),)


def test_a_number_is_the_same_as_a_choice_of_that_number() -> None:
    level = replace(decision().classifications[0], value=Choice(frozenset({Fraction(3)})))
    made = replace(decision(), classifications=(level,))
    expect = {"hazard_unit.0.hazard_source_level": point(3)}
    assert compare(scenario(values=expect), found_in(made)) == ()


def test_facts_refused_as_expected_are_fine() -> None:
    expected = scenario(error="unknown-fact")
    assert compare_refused(expected, ["wrong-unit", "unknown-fact"]) == ()
    assert compare_refused(expected, ["wrong-unit"]) == (
        Mismatch("error", "", "unknown-fact", "wrong-unit"),
    )
