"""What authorities have decided."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from fenji.model.submission import Determination, Source, Submission
from fenji.model.value import one
from tests.reading.submission.reading import CODE, help_of, ids, submitted


def decided(matter: str, facts: str = "{mine: [{id: a}], hazard_unit: [{id: u}]}") -> Submission:
    """The submission of one enterprise with these determinations."""
    subject = f"subject: {{kind: enterprise, id: {CODE}}}"
    return submitted(f"{subject}\nfacts: {facts}\ndeterminations: [{matter}]\n")


def test_a_fact_that_is_decided_stands_on_its_entity() -> None:
    found = decided("{matter: grade, value: B, authority: 省厅, at: 2025-11-20}")
    fact = found.root.children["mine"].items[0].facts["grade"]
    assert (fact.value, fact.source, fact.at) == (one("B"), Source.REGISTER, date(2025, 11, 20))
    assert found.determinations == (
        Determination("grade", "B", "省厅", date(2025, 11, 20), of="a"),
    )


def test_what_is_decided_of_the_subject_needs_no_name() -> None:
    found = decided("{matter: rating, value: A, authority: x, at: 2025-11-20}")
    assert found.root.facts["rating"].value == one("A")
    assert found.determinations[0].of == ""


def test_what_a_classification_computes_may_be_decided() -> None:
    found = decided("{matter: level_filed, value: 4, authority: x, at: 2025-11-20, reason: 复核}")
    (one_decision,) = found.determinations
    assert (one_decision.value, one_decision.of, one_decision.reason) == (Fraction(4), "u", "复核")


def test_one_of_several_is_meant_by_its_id() -> None:
    facts = "{mine: [{id: a}, {id: b}]}"
    found = decided("{matter: grade, value: D, authority: x, at: 2025-11-20, of: b}", facts)
    assert "grade" not in found.root.children["mine"].items[0].facts
    assert found.root.children["mine"].items[1].facts["grade"].value == one("D")


def test_one_of_several_with_the_same_id_is_meant_by_its_path() -> None:
    facts = "{mine: [{id: a, pond: [{id: p}]}, {id: b, pond: [{id: p}]}]}"
    matter = "matter: safety, value: sick, authority: x, at: 2025-11-20"

    def read(text: str) -> Submission:
        return decided(text, facts)

    assert help_of(read, f"{{{matter}, of: p}}") == "add `of`, such as `of: mine:a/pond:p`"
    found = read(f"{{{matter}, of: 'mine:b/pond:p'}}")
    assert found.determinations[0].of == "mine:b/pond:p"
    ponds = [mine.children["pond"].items[0].facts for mine in found.root.children["mine"].items]
    assert [pond.get("safety") is not None for pond in ponds] == [False, True]


def test_a_path_is_shortened_to_an_id_that_says_the_same() -> None:
    matter = "{matter: grade, value: B, authority: x, at: 2025-11-20, of: 'mine:a'}"
    assert decided(matter).determinations[0].of == "a"


@pytest.mark.parametrize(
    ("matter", "facts", "problem"),
    [
        ("matter: grdae, value: B", "{mine: [{}]}", "unknown-matter"),
        ("matter: mine_type, value: open_pit", "{mine: [{}]}", "unknown-matter"),
        ("matter: level, value: 4", "{hazard_unit: [{}]}", "unknown-matter"),
        ("matter: grade, value: E", "{mine: [{}]}", "unknown-choice"),
        ("matter: grade, value: {one_of: [A, B]}", "{mine: [{}]}", "wrong-shape"),
        ("matter: level_filed, value: 5", "{hazard_unit: [{}]}", "unknown-choice"),
        ("matter: grade, value: B", "{mine: [{}, {}]}", "which-entity"),
        ("matter: grade, value: B", "{mine: {whole: false, items: [{}]}}", "which-entity"),
        ("matter: grade, value: B", "{}", "unknown-entity"),
        ("matter: grade, value: B, of: c", "{mine: [{id: a}]}", "unknown-entity"),
        ("matter: grade", "{mine: [{}]}", "missing-key"),
        ("matter: grade, value: null", "{mine: [{}]}", "missing-key"),
        ("matter: grade, value: B, by: x", "{mine: [{}]}", "unknown-key"),
    ],
)
def test_a_determination_that_fits_nothing_is_refused(
    matter: str, facts: str, problem: str
) -> None:
    def read(text: str) -> Submission:
        return decided(text, facts)

    assert ids(read, f"{{{matter}, authority: x, at: 2025-11-20}}") == [problem]


def test_several_are_named_where_it_is_not_said_which() -> None:
    def read(text: str) -> Submission:
        return decided(text, "{mine: [{id: a}, {id: b}]}")

    assert help_of(read, "{matter: grade, value: B, authority: x, at: 2025-11-20}") == (
        "add `of`, such as `of: a`"
    )


def test_one_without_an_id_is_meant_by_its_place_in_quotes() -> None:
    def read(text: str) -> Submission:
        return decided(text, "{mine: [{}, {}]}")

    matter = "matter: grade, value: B, authority: x, at: 2025-11-20"
    assert help_of(read, f"{{{matter}}}") == 'add `of`, such as `of: "#1"`'
    found = read(f'{{{matter}, of: "#2"}}')
    assert found.determinations[0].of == "#2"
    assert "grade" in found.root.children["mine"].items[1].facts


def test_a_matter_is_decided_once() -> None:
    first = "{matter: grade, value: B, authority: x, at: 2024-11-20}"
    second = "{matter: grade, value: A, authority: x, at: 2025-11-20}"
    assert ids(decided, f"{first}, {second}") == ["determined-twice"]


def test_a_determination_is_dated_to_the_day() -> None:
    assert ids(decided, "{matter: grade, value: B, authority: x, at: 2025-11}") == ["not-a-date"]


def test_a_list_is_wanted() -> None:
    assert ids(decided, "a") == ["wrong-shape"]
