"""Yes or no, choices, sets, text and dates as facts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from fenji.model.value import NO, YES, Choice, DateSpan, SetSpan, day, one
from tests.reading.submission.reading import about, help_of, ids, mine


def test_yes_or_no_is_true_or_false() -> None:
    assert mine("{blocked: true}").facts["blocked"].value == YES
    assert mine("{blocked: false}").facts["blocked"].value == NO


@pytest.mark.parametrize("written", ['"true"', "yes", "no", "off", "1", "0", "是", "[true]"])
def test_nothing_else_is_a_yes_or_a_no(written: str) -> None:
    assert ids(mine, f"{{blocked: {written}}}") == ["not-yes-or-no"]


def test_a_quoted_true_is_told_to_lose_its_quotes() -> None:
    assert help_of(mine, '{blocked: "true"}') == "write `true`, without quotes"


def test_a_choice_is_one_of_its_options() -> None:
    assert mine("{mine_type: open_pit}").facts["mine_type"].value == one("open_pit")


@pytest.mark.parametrize(
    ("written", "value"), [("1", Fraction(1)), ("2.0", Fraction(2)), ("none", "none")]
)
def test_a_choice_may_be_numbered(written: str, value: Fraction | str) -> None:
    assert mine(f"{{class: {written}}}").facts["class"].value == one(value)


def test_a_choice_may_be_one_of_several() -> None:
    found = mine("{mine_type: {one_of: [open_pit, underground]}}").facts["mine_type"].value
    assert found == Choice(frozenset({"open_pit", "underground"}))


@pytest.mark.parametrize(
    ("written", "step"),
    [
        ("open-pit", "did you mean `open_pit`?"),
        ("选open_pit", "write `open_pit`"),
        ("zzz", "it can be `underground`, `open_pit`"),
        ("{one_of: [open_pit, undergrond]}", "did you mean `underground`?"),
    ],
)
def test_an_unknown_choice_is_told_what_it_may_be(written: str, step: str) -> None:
    assert help_of(mine, f"{{mine_type: {written}}}") == step


@pytest.mark.parametrize(
    "written", ["[open_pit]", "{one_of: []}", "{one_of: open_pit}", "{at_least: open_pit}", "{}"]
)
def test_a_choice_has_one_value(written: str) -> None:
    assert ids(mine, f"{{mine_type: {written}}}") == ["wrong-shape"]


def test_a_list_of_a_set_fact_is_whole() -> None:
    assert about("{activities: [mining]}").root.facts["activities"].value == SetSpan(
        frozenset({"mining"}), frozenset({"mining"})
    )
    assert about("{activities: []}").root.facts["activities"].value == SetSpan(
        frozenset(), frozenset()
    )


def test_a_set_that_is_not_whole_may_have_every_option() -> None:
    found = about("{activities: {whole: false, items: [mining]}}").root.facts["activities"]
    assert found.value == SetSpan(
        frozenset({"mining"}), frozenset({"mining", "chemical_production"})
    )


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("mining", "wrong-shape"),
        ("[minning]", "unknown-choice"),
        ("[[mining]]", "wrong-shape"),
        ("{whole: maybe, items: []}", "not-yes-or-no"),
        ("{item: [mining]}", "unknown-key"),
    ],
)
def test_a_set_that_is_none_is_refused(written: str, problem: str) -> None:
    assert ids(about, f"{{activities: {written}}}") == [problem]


def test_text_is_kept_as_written() -> None:
    assert about('{county: "341522"}').root.facts["county"].value == one("341522")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("341522", "not-text"),
        ("true", "not-text"),
        ('""', "empty-text"),
        ('"34152"', "wrong-pattern"),
        ('"３４１５２２"', "wrong-pattern"),
        ('"341522\\n"', "wrong-pattern"),
    ],
)
def test_text_that_does_not_fit_is_refused(written: str, problem: str) -> None:
    assert ids(about, f"{{county: {written}}}") == [problem]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-03-01", day(date(2026, 3, 1))),
        ("2024-02", DateSpan(date(2024, 2, 1), date(2024, 2, 29))),
        ("2026", DateSpan(date(2026, 1, 1), date(2026, 12, 31))),
        ("{at_least: 2026-03, at_most: 2026-05}", DateSpan(date(2026, 3, 1), date(2026, 5, 31))),
        ("{at_most: 2026-05-02}", DateSpan(None, date(2026, 5, 2))),
    ],
)
def test_a_date_is_known_to_the_day_the_month_or_the_year(written: str, value: DateSpan) -> None:
    assert mine(f"{{licensed_until: {written}}}").facts["licensed_until"].value == value


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("2026-02-30", "not-a-date"),
        ("tomorrow", "not-a-date"),
        ("true", "not-a-date"),
        ("[2026-03-01]", "wrong-shape"),
        ("{at_least: 2026-05-02, at_most: 2026-05-01}", "reversed-bounds"),
    ],
)
def test_what_is_no_date_is_refused(written: str, problem: str) -> None:
    assert ids(mine, f"{{licensed_until: {written}}}") == [problem]


@pytest.mark.parametrize("written", ["2026年3月1日", "2026/3/1", "2026.03.01", "2026-3-1"])
def test_a_date_written_otherwise_is_written_out(written: str) -> None:
    assert help_of(mine, f'{{licensed_until: "{written}"}}') == "write `2026-03-01`"


def test_a_fact_that_may_not_apply_can_be_answered_so() -> None:
    found = mine("{surface_exits: not_applicable}").facts["surface_exits"]
    assert found.value is None


@pytest.mark.parametrize("name", ["mine_type", "blocked", "licensed_until", "exit_spacing_m"])
def test_a_fact_that_always_applies_cannot(name: str) -> None:
    assert ids(mine, f"{{{name}: not_applicable}}") == ["always-applies"]


def test_where_a_fact_is_known_from_is_kept() -> None:
    written = "{value: true, source: inspection, at: 2026-01-31, evidence: [photo-3]}"
    found = mine(f"{{blocked: {written}}}").facts["blocked"]
    assert found.value == YES
    assert found.source is not None
    assert (found.source.value, found.at, found.evidence) == (
        "inspection",
        date(2026, 1, 31),
        ("photo-3",),
    )


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("{value: true, source: inspektion}", ["unknown-choice"]),
        ("{source: inspection}", ["missing-key"]),
        ("{value: true, at: 2026-01}", ["not-a-date"]),
        ("{value: true, evidence: photo}", ["wrong-shape"]),
        ("{value: true, form: x}", ["unknown-key"]),
        ("{value: 1, source: x, at: y}", ["not-yes-or-no", "unknown-choice", "not-a-date"]),
    ],
)
def test_wrong_provenance_is_refused(written: str, problems: list[str]) -> None:
    assert ids(mine, f"{{blocked: {written}}}") == problems
