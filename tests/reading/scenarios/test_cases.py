"""Scenario files: what goes on from case to case, what is varied, what is expected."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from fenji.model.diagnostic import Refused
from fenji.model.scenario import Scenario
from fenji.model.submission import Entity
from fenji.model.value import Choice, NumberSpan, one, point
from fenji.reading.document import read_document
from fenji.reading.scenarios.cases import scenarios_from
from tests.reading.small_release import small_release

RELEASE = small_release()
BASE = """
- case: base
  as_of: 2026-03-01
  facts:
    mine: [{id: a, exit_spacing_m: 29.9, blocked: false}]
    hazard_unit: [{substance: {whole: false, items: [{cas: 7664-41-7}]}}]
  expect: {findings: [mine.exits]}
"""


def read(text: str) -> tuple[Scenario, ...]:
    return scenarios_from(read_document(text.encode(), "x_test.yaml"), RELEASE)


def ids(text: str) -> list[str]:
    with pytest.raises(Refused) as caught:
        read(text)
    assert all(d.place.line > 0 and d.help is not None for d in caught.value.diagnostics)
    return [found.id for found in caught.value.diagnostics]


def mine_of(scenario: Scenario) -> Entity:
    assert scenario.submission is not None
    return scenario.submission.root.children["mine"].items[0]


def varied(changes: str) -> Scenario:
    return read(f"{BASE}- case: next\n  vary: {changes}\n  expect: {{not: [mine.exits]}}\n")[1]


def test_the_date_goes_on_until_another_is_set() -> None:
    case = "- {case: %s, facts: {}, expect: {cautions: [x]}%s}\n"
    several = BASE + case % ("b", "") + case % ("c", ", as_of: 2027-01-01") + case % ("d", "")
    assert [s.as_of for s in read(several)] == [
        date(2026, 3, 1),
        date(2026, 3, 1),
        date(2027, 1, 1),
        date(2027, 1, 1),
    ]


def test_a_case_varies_the_nearest_one_with_facts() -> None:
    assert mine_of(varied("{mine.0.exit_spacing_m: 30}")).facts["exit_spacing_m"].value == point(30)
    third = read(
        BASE
        + "- {case: b, vary: {mine.0.exit_spacing_m: 30}, expect: {not: [mine.exits]}}\n"
        + "- {case: c, vary: {mine.0.blocked: true}, expect: {not: [mine.exits]}}\n"
    )[2]
    assert mine_of(third).facts["exit_spacing_m"].value == point(Fraction("29.9"))


def test_null_takes_a_fact_away() -> None:
    assert set(mine_of(varied("{mine.0.blocked: null}")).facts) == {"exit_spacing_m"}


def test_facts_children_and_grandchildren_can_be_set() -> None:
    found = varied(
        "{employees: 3, mine.1: {id: b}, hazard_unit.0.substance.0.quantity_t: 800 kg}"
    ).submission
    assert found is not None
    assert found.root.facts["employees"].value == point(3)
    assert [m.id for m in found.root.children["mine"].items] == ["a", "b"]
    substances = found.root.children["hazard_unit"].items[0].children["substance"]
    assert not substances.whole
    assert substances.items[0].facts["quantity_t"].value == point(Fraction(4, 5))


def test_a_child_can_be_taken_away() -> None:
    found = varied("{mine.0: null}").submission
    assert found is not None
    assert found.root.children["mine"].items == ()


def test_determinations_and_subject_go_with_the_facts() -> None:
    text = BASE.replace(
        "  expect",
        "  subject: {kind: park, id: p}\n"
        "  determinations: [{matter: rating, value: A, authority: x, at: 2025-01-01}]\n  expect",
    )
    text += "- {case: b, vary: {employees: 3}, expect: {not: [mine.exits]}}\n"
    text += "- {case: c, vary: {employees: 3}, determinations: [], expect: {not: [mine.exits]}}\n"
    _, second, third = read(text)
    assert second.submission is not None
    assert second.submission.id == "p"
    assert second.submission.root.facts["rating"].value == one("A")
    assert third.submission is not None
    assert third.submission.determinations == ()


@pytest.mark.parametrize(
    "path", ["mine.1.blocked", "mine.x.blocked", "mien.0.blocked", "mine.0.blocked.x", "pond.0.x"]
)
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    text = f"{BASE}- case: b\n  vary: {{{path}: true}}\n  expect: {{not: [mine.exits]}}\n"
    assert ids(text) == ["unknown-path"]


def test_taking_away_what_is_not_there_is_refused() -> None:
    text = f"{BASE}- case: b\n  vary: {{mine.0.bloked: null}}\n  expect: {{not: [mine.exits]}}\n"
    assert ids(text) == ["unknown-path"]


def test_a_wrong_value_is_shown_in_the_case_that_has_it() -> None:
    text = f"{BASE}- case: b\n  vary: {{mine.0.blocked: 1}}\n  expect: {{not: [mine.exits]}}\n"
    with pytest.raises(Refused) as caught:
        read(text)
    (found,) = caught.value.diagnostics
    assert (found.id, found.place.line, found.place.column) == ("not-yes-or-no", 9, 26)


def expected(expect: str) -> Scenario:
    return read(BASE.replace("{findings: [mine.exits]}", expect))[0]


def test_everything_that_can_be_expected_is_read() -> None:
    found = expected(
        "{findings: [mine.exits], not: [chem.source], open: [chem.source], presumed: [mine.exits],"
        " tier: {certain: ungraded, possible: major, on_declared_certain: low,"
        " on_declared_possible: general}, asks: [cas, substance], not_asks: [employees],"
        " inspect: [blocked], cautions: [presumed-replacement], sectors: [chemicals]}"
    ).expect
    assert found.findings == ("mine.exits",)
    assert found.not_ == ("chem.source",)
    assert found.open == ("chem.source",)
    assert found.presumed == ("mine.exits",)
    assert found.tier == {
        "certain": "ungraded",
        "possible": "major",
        "on_declared_certain": "low",
        "on_declared_possible": "general",
    }
    assert found.asks == ("cas", "substance")
    assert found.not_asks == ("employees",)
    assert found.inspect == ("blocked",)
    assert found.cautions == ("presumed-replacement",)
    assert found.sectors == ("chemicals",)


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("hazard_unit.0.level: 4", one(Fraction(4))),
        ("hazard_unit.0.level: none", one("none")),
        ("hazard_unit.0.level: [3, none]", Choice(frozenset({Fraction(3), "none"}))),
        ("hazard_unit.0.level: null", None),
        ("hazard_unit.0.ratio: 1.25", point(Fraction(5, 4))),
        ("hazard_unit.0.ratio: {at_least: 1, at_most: 2}", NumberSpan(Fraction(1), Fraction(2))),
        ("hazard_unit.0.ratio: {at_least: 1}", NumberSpan(Fraction(1), None)),
        ("mine.0.depth: 30 m", point(30)),
    ],
)
def test_an_expected_value_is_typed_by_what_it_names(value: str, typed: object) -> None:
    assert expected(f"{{values: {{{value}}}}}").expect.values == {value.split(":")[0]: typed}


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ("{}", "empty-expectation"),
        ("{findngs: [mine.exits]}", "unknown-key"),
        ("{findings: [mine.exit]}", "unknown-rule"),
        ("{findings: mine.exits}", "wrong-shape"),
        ("{asks: [cass]}", "unknown-fact"),
        ("{sectors: [chemical]}", "unknown-name"),
        ("{tier: {certain: red}}", "unknown-choice"),
        ("{tier: {certainly: low}}", "unknown-key"),
        ("{tier: low}", "wrong-shape"),
        ("{values: {hazard_unit.0.levle: 4}}", "unknown-value"),
        ("{values: {hazard_unit.1.level: 4}}", "unknown-path"),
        ("{values: {hazard_unti.0.level: 4}}", "unknown-path"),
        ("{values: {hazard_unit.level: 4}}", "unknown-path"),
        ("{values: {hazard_unit.0.level: 5}}", "unknown-choice"),
        ("{values: {hazard_unit.0.ratio: [1, 2]}}", "wrong-shape"),
        ("{values: {hazard_unit.0.ratio: {at_least: 2, at_most: 1}}}", "reversed-bounds"),
        ("{error: unknown-fact, findings: [mine.exits]}", "wrong-shape"),
    ],
)
def test_what_cannot_be_expected_is_refused(expect: str, problem: str) -> None:
    assert ids(BASE.replace("{findings: [mine.exits]}", expect)) == [problem]


def test_facts_may_be_expected_to_be_refused() -> None:
    text = BASE.replace("29.9", "-1").replace("{findings: [mine.exits]}", "{error: out-of-range}")
    (found,) = read(text)
    assert found.submission is None
    assert found.refused_with == ("out-of-range",)
    assert found.expect.error == "out-of-range"


def test_facts_that_were_to_be_refused_and_are_not_stay() -> None:
    found = expected("{error: out-of-range}")
    assert found.submission is not None
    assert found.refused_with == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{}", "wrong-shape"),
        ("- 3", "wrong-shape"),
        ("- {case: a, facts: {}, expect: {sectors: [chemicals]}}", "missing-key"),
        ("- {as_of: 2026-01-01, facts: {}, expect: {sectors: [chemicals]}}", "missing-key"),
        ("- {case: a, as_of: 2026-01-01, facts: {}}", "missing-key"),
        ("- {case: a, as_of: 2026-01, facts: {}, expect: {sectors: [chemicals]}}", "not-a-date"),
        ("- {case: a, as_of: 2026-01-01, expect: {sectors: [chemicals]}}", "facts-or-vary"),
        (
            "- {case: a, as_of: 2026-01-01, vary: {a: 1}, expect: {sectors: [chemicals]}}",
            "nothing-to-vary",
        ),
        (BASE + BASE, "same-case"),
    ],
)
def test_a_file_that_holds_no_cases_is_refused(text: str, problem: str) -> None:
    assert ids(text) == [problem]
