"""Decisions as programs read them."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fenji.model.value import Choice, NumberSpan, SetSpan, Value, day, one, point
from fenji.writing.decision import as_json, json_schema
from fenji.writing.decision.exact import exact_json, value_json
from tests.writing.decision.invented import decision
from tests.writing.decision.invented_release import release

SCHEMA: dict[str, Any] = json.loads(json_schema())


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_decision_is_as_the_schema_says() -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(as_json(decision(), release())))


@pytest.mark.parametrize("member", ["tier", "findings", "format", "cautions", "duties"])
def test_the_schema_misses_what_is_missing(member: str) -> None:
    made = json.loads(as_json(decision(), release()))
    del made[member]
    assert not Draft202012Validator(SCHEMA).is_valid(made)


def test_the_members_come_in_the_order_of_the_schema() -> None:
    made = json.loads(as_json(decision(), release()))
    assert list(made) == list(SCHEMA["properties"])


def test_the_same_decision_is_the_same_bytes_on_one_line() -> None:
    first = as_json(decision(), release())
    assert first == as_json(decision(), release())
    assert b"\n" not in first
    assert "皖西虚拟矿业有限公司".encode() in first


def test_ungraded_is_null_and_not_low() -> None:
    made = json.loads(as_json(decision(), release()))
    assert made["sectors"][1]["tier"]["certain"] is None


def test_a_reason_stands_in_both_languages_with_what_was_seen() -> None:
    made = json.loads(as_json(decision(), release()))
    leaf = made["findings"][0]["reason"]["parts"][1]["parts"][0]
    assert leaf["condition"]["zh"] == "最大存量 不低于 “临界量表”所列值"
    assert leaf["condition"]["en"].startswith("largest quantity at least the figure in")
    assert leaf["seen"][0] == {
        "name": "quantity_t",
        "entity": "hazard_unit:store-2/substance:#1",
        "value": 12.5,
        "known": True,
        "source": "enterprise",
        "at": "2026-02-11",
        "parts": [],
    }


def test_a_clause_that_is_not_encoded_has_no_rule() -> None:
    made = json.loads(as_json(decision(), release()))
    assert [f["rule"] for f in made["open"]] == ["mine.ug.exits-too-close", None]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (point(Fraction("299.9999999")), "299.9999999"),
        (point(Fraction("1e-7")), "0.0000001"),
        (point(999999999999999), "999999999999999"),
        (point(Fraction(5, 3)), '{"num":"5","den":"3"}'),
        (point(2**60 + 1), '{"num":"1152921504606846977","den":"1"}'),
        (NumberSpan(None, Fraction(1, 2)), '{"at_least":null,"at_most":0.5}'),
        (day(decision().as_of), '"2026-03-01"'),
        (one(True), "true"),
        (one(Fraction(3)), "3"),
        (Choice(frozenset({Fraction(10), Fraction(9), "无"})), '{"one_of":[9,10,"无"]}'),
        (Choice(None), '{"one_of":null}'),
        (SetSpan(frozenset("ba"), frozenset("ab")), '["a","b"]'),
        (SetSpan(frozenset("a"), frozenset("abc")), '{"has":["a"],"may_have":["b","c"]}'),
        (SetSpan(frozenset(), None), '{"has":[],"may_have":null}'),
        (None, "null"),
    ],
)
def test_values_are_exact_and_keep_what_is_unknown(value: Value | None, text: str) -> None:
    assert exact_json(value_json(value)).decode() == text
    made = replace(decision().measures[0], value=value)
    whole = json.loads(as_json(replace(decision(), measures=(made,)), release()))
    Draft202012Validator(SCHEMA).validate(whole)


def test_what_is_empty_is_written_as_such() -> None:
    assert exact_json({"a": {}, "b": [], "c": ""}) == b'{"a":{},"b":[],"c":""}'


def test_a_duty_has_its_period_and_the_day_it_is_due() -> None:
    made = json.loads(as_json(decision(), release()))
    first, second = made["duties"]
    assert (first["binds"], first["timing"], first["due"]) == ("enterprise", "every", "2025-03-15")
    assert first["period"] == {"number": 3, "unit": "years"}
    assert (second["status"], second["period"], second["due"]) == ("not_answered", None, None)
    assert second["waits_for"][0]["is_list"] is True
