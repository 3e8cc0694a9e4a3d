"""Numbers as facts: exact, with their unit, and nothing else taken for one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenji.model.value import NumberSpan, point
from tests.reading.submission.reading import about, help_of, ids, mine, refused, spacing, substance


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        ("300", "300"),
        ("299.9999999", "2999999999/10000000"),
        ("1e-7", "1/10000000"),
        ("1.0", "1"),
        ("0", "0"),
        ("999999999999999", "999999999999999"),
        ('"500 m"', "500"),
        ('"3万米"', "30000"),
        ('"１．５千m"', "1500"),
        ("{value: 12.5, source: register}", "25/2"),
    ],
)
def test_a_number_is_exact(written: str, exact: str) -> None:
    assert spacing(written).value == point(Fraction(exact))


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("true", "not-a-number"),
        ('"abc"', "not-a-number"),
        ('"500"', "needs-unit"),
        ('"5万"', "needs-unit"),
        (".nan", "not-finite"),
        ('"NaN"', "not-finite"),
        (".inf", "not-finite"),
        ('"Infinity"', "not-finite"),
        ("9007199254740993", "too-many-digits"),
        ('"9007199254740993 m"', "too-many-digits"),
        ("1e30", "too-many-digits"),
        ("1000000000000000000000000000000", "too-many-digits"),
        ("-1", "out-of-range"),
        ("-0.0000001", "out-of-range"),
        ('"5 t"', "wrong-unit"),
        ('"5 ton"', "doubtful-unit"),
        ('"5 mm2"', "unknown-unit"),
        ('"5 10 m"', "not-a-number"),
        ('"1,000 m"', "unknown-unit"),
        ("[5]", "wrong-shape"),
        ("{at_least: 9, at_most: 5}", "reversed-bounds"),
        ("{more_than: 9}", "unknown-key"),
        ("{at_least: -5, at_most: 5}", "out-of-range"),
        ("{at_least: null}", "wrong-shape"),
        ("{}", "wrong-shape"),
        ("not_applicable", "always-applies"),
    ],
)
def test_what_is_no_number_is_refused(written: str, problem: str) -> None:
    assert ids(spacing, written) == [problem]


@pytest.mark.parametrize("written", ["null", "~", "", "{value: null, source: register}"])
def test_nothing_is_unanswered_and_never_zero(written: str) -> None:
    assert "exit_spacing_m" not in mine(f"{{id: a, exit_spacing_m: {written}}}").facts


def test_bounds_are_a_span_and_an_open_end_is_that_of_the_range() -> None:
    assert spacing("{at_least: 5, at_most: '10 m'}").value == NumberSpan(Fraction(5), Fraction(10))
    assert spacing("{at_least: 5}").value == NumberSpan(Fraction(5), None)
    assert spacing("{at_most: 5}").value == NumberSpan(Fraction(0), Fraction(5))


def test_a_number_without_a_range_may_be_negative() -> None:
    assert mine("{air_temperature: -12.5}").facts["air_temperature"].value == point(
        Fraction(-25, 2)
    )


def test_text_without_a_unit_is_told_both_ways_out() -> None:
    assert help_of(spacing, '"500"') == 'write `500` or `"500 m"`'
    assert help_of(spacing, '"5万"') == 'write `50000` or `"50000 m"`'


def test_a_rough_number_is_told_of_bounds() -> None:
    assert "at_least" in help_of(spacing, '"约5米"')
    assert "at_least" in help_of(spacing, '"<5 m"')


def test_a_wrong_unit_names_the_one_that_is_wanted() -> None:
    (found,) = refused(substance, '{quantity_t: "5 m³"}').diagnostics
    assert "cubic metres" in found.message.en
    assert "tonnes" in found.message.en
    assert "`kg`" in (found.help.en if found.help else "")


def test_a_doubtful_unit_gives_the_choice() -> None:
    assert "`short_ton`" in help_of(substance, '{quantity_t: "5 ton"}')


def test_a_range_names_the_fact_and_what_is_allowed() -> None:
    (found,) = refused(about, "{hazard_unit: [{pressure: 101}]}").diagnostics
    assert (
        found.message.en
        == "`pressure` (label of pressure) cannot be `101`: it must be from 0 to 100"
    )
    assert found.message.zh == "`pressure`（pressure的标签）不可能是 `101`，应当在 0 到 100 之间"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("2.5", "not-whole"),
        ("-1", "out-of-range"),
        ("true", "not-a-number"),
        ('"12"', "needs-unit"),
        ('"12 kg"', "wrong-unit"),
        ("{at_least: 1.5}", "not-whole"),
    ],
)
def test_a_count_is_whole_and_not_negative(written: str, problem: str) -> None:
    assert ids(about, f"{{employees: {written}}}") == [problem]


def test_a_count_may_be_written_with_a_point() -> None:
    assert about("{employees: 186.0}").root.facts["employees"].value == point(186)


@given(st.decimals(min_value=0, max_value=10**9, places=5).map(lambda d: d.normalize()))
def test_kilograms_become_tonnes_without_rounding(kilograms: Decimal) -> None:
    found = substance(f'{{quantity_t: "{kilograms:f} kg"}}').facts["quantity_t"].value
    assert found == point(Fraction(kilograms) / 1000)


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1), st.integers(0, 12))
def test_a_decimal_is_what_its_digits_say(digits: int, places: int) -> None:
    written = format(Decimal(digits).scaleb(-places), "f")
    found = mine(f"{{air_temperature: {written}}}").facts["air_temperature"].value
    assert found == point(Fraction(digits, 10**places))
