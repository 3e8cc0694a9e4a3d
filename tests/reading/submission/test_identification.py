"""Which substance it is, from CAS numbers and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fenji.model.value import Choice, one
from fenji.reading.submission.cas_number import check_digit
from tests.reading.submission.reading import help_of, ids, refused, substance


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("cas: 7664-41-7", "ammonia"),
        ("cas: '7664–41–7'", "ammonia"),
        ("cas: 7664-41-7, substance_name: anything", "ammonia"),
        ("cas: 7664-41-7, substance_name: 氨(液氨)", "ammonia"),
        ("cas: 9004-70-0", "nitrocellulose"),
        ("cas: 1310-73-2", "other"),
        ("substance_name: 氨（液氨）", "ammonia"),
        ("substance_name: '氨 【 液氨 】'", "ammonia"),
        ("substance_name: ＬＩＱＵＩＤ ammonia", "ammonia"),
        ("substance: chlorine", "chlorine"),
        ("substance: chlorine, substance_name: 钢瓶里的气", "chlorine"),
        ("substance: other, substance_name: 烧碱", "other"),
        ("cas: {one_of: [7664-41-7]}", "ammonia"),
        ("substance: nitrocellulose, substance_name: 黑药", "nitrocellulose"),
    ],
)
def test_a_number_or_a_known_name_settles_it(facts: str, expected: str) -> None:
    assert substance(f"{{{facts}}}").facts["substance"].value == one(expected)


def test_a_spelling_of_several_leaves_it_between_them() -> None:
    found = substance("{substance_name: 黑药}").facts["substance"].value
    assert found == Choice(frozenset({"nitrocellulose", "other"}))
    several = substance("{cas: {one_of: [7664-41-7, 1310-73-2]}}").facts["substance"].value
    assert several == Choice(frozenset({"ammonia", "other"}))


def test_it_is_known_from_where_its_number_is() -> None:
    found = substance("{cas: {value: 7664-41-7, source: register}}").facts["substance"]
    assert found.written == "7664-41-7"
    assert found.source is not None
    assert found.source.value == "register"


def test_an_unknown_name_alone_is_refused_and_asks_for_what_would_tell() -> None:
    (found,) = refused(substance, "{substance_name: 神秘液体, quantity_t: 3}").diagnostics
    assert found.id == "unknown-substance"
    assert found.message.en == "no substance is called `神秘液体`"
    assert found.help is not None
    assert "(`cas`)" in found.help.en
    assert "(`hazard_categories`)" in found.help.en
    assert "colours" not in found.help.en


def test_what_no_table_is_looked_up_by_does_not_tell_what_it_is() -> None:
    assert ids(substance, "{substance_name: 神秘液体, colours: [red]}") == ["unknown-substance"]


def test_an_unknown_name_with_its_categories_stays_open_and_is_never_taken_for_another() -> None:
    facts = substance("{substance_name: 神秘液体, hazard_categories: [W5.3]}").facts
    assert "substance" not in facts


def test_nothing_said_is_nothing_settled() -> None:
    assert "substance" not in substance("{quantity_t: 3}").facts
    assert "substance" not in substance("{substance_name: null, cas: null}").facts


@pytest.mark.parametrize(
    "facts",
    [
        "cas: 7664-41-7, substance_name: 液氯",
        "cas: 1310-73-2, substance_name: 液氯",
        "cas: 7664-41-7, substance: chlorine",
        "cas: 1310-73-2, substance: chlorine",
        "substance: other, substance_name: 液氯",
    ],
)
def test_a_number_and_a_name_that_disagree_are_refused(facts: str) -> None:
    assert ids(substance, f"{{{facts}}}") == ["identities-disagree"]


@pytest.mark.parametrize("number", ["7664-41-8", "7664417", "氨", "07664-41-7", "7664-41-77"])
def test_a_number_that_cannot_be_one_is_refused(number: str) -> None:
    assert ids(substance, f"{{cas: '{number}'}}") == ["wrong-cas-number"]


def test_a_wrong_quantity_hides_no_wrong_number() -> None:
    found = ids(substance, "{cas: 7664-41-8, quantity_t: -1}")
    assert found == ["wrong-cas-number", "out-of-range"]


def test_a_category_that_cannot_be_read_is_not_taken_for_none() -> None:
    found = ids(substance, "{substance_name: 神秘液体, hazard_categories: [W5.5]}")
    assert found == ["unknown-choice"]


def test_a_wrong_number_is_not_blamed_on_the_name_too() -> None:
    assert ids(substance, "{cas: 5, substance_name: 神秘液体}") == ["not-text"]
    assert "data sheet" in help_of(substance, "{cas: 7664-41-8, substance_name: 神秘液体}")


@given(st.integers(10, 9_999_999), st.integers(0, 99), st.integers(1, 9))
def test_one_wrong_check_digit_is_noticed(head: int, middle: int, off: int) -> None:
    body = f"{head}-{middle:02d}-"
    right = check_digit(body + "0")
    assert check_digit(body + right) == right
    assert "substance" in substance(f"{{cas: {body}{right}}}").facts
    wrong = str((int(right) + off) % 10)
    assert ids(substance, f"{{cas: {body}{wrong}}}") == ["wrong-cas-number"]
