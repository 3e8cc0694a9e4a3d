"""What a value could be, in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from fenji.model.text import Text
from fenji.model.value import (
    ANY_DATE,
    NO,
    YES,
    YES_OR_NO,
    Choice,
    DateSpan,
    NumberSpan,
    SetSpan,
    Value,
    day,
    one,
    point,
)
from fenji.writing.wording.lexicon import Named, lexicon_of
from fenji.writing.wording.values import value_text
from tests.writing.decision.invented_release import AT_LEAST_0, release

KINDS = {
    "production": Text("生产单元", "production unit"),
    "storage": Text("储存单元", "storage unit"),
    "neither": Text("都不是", "neither"),
}
MASS = Named(Text("存量", "quantity"), "t", {}, AT_LEAST_0)
KIND = Named(Text("类别", "kind"), "", KINDS)
MARCH = date(2026, 3, 1)


def span(low: int | None, high: int | None) -> NumberSpan:
    return NumberSpan(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


@pytest.mark.parametrize(
    ("value", "named", "zh", "en"),
    [
        (point(Fraction("29.9")), MASS, "29.9 吨", "29.9 t"),
        (span(1, 50), MASS, "1 至 50 吨", "1 to 50 t"),
        (span(2, None), MASS, "至少 2 吨", "at least 2 t"),
        (span(None, 2), MASS, "至多 2 吨", "at most 2 t"),
        (span(None, None), MASS, "未知", "unknown"),
        (AT_LEAST_0, MASS, "未知", "unknown"),
        (None, MASS, "不适用", "not applicable"),
        (day(MARCH), MASS, "2026-03-01", "2026-03-01"),
        (DateSpan(None, MARCH), MASS, "不晚于 2026-03-01", "on or before 2026-03-01"),
        (ANY_DATE, MASS, "未知", "unknown"),
        (YES, KIND, "是", "yes"),
        (NO, KIND, "否", "no"),
        (YES_OR_NO, KIND, "未知", "unknown"),
        (one("storage"), KIND, "储存单元", "storage unit"),
        (one("elsewhere"), KIND, "elsewhere", "elsewhere"),
        (one(Fraction(3)), KIND, "3", "3"),
        (
            Choice(frozenset({"storage", "production"})),
            KIND,
            "生产单元 或 储存单元",
            "production unit or storage unit",
        ),
        (Choice(frozenset(KINDS)), KIND, "未知", "unknown"),
        (Choice(None), KIND, "未知", "unknown"),
        (Choice(frozenset("abcde")), KIND, "未知（5 种可能）", "unknown (5 possibilities)"),
        (SetSpan(frozenset(), frozenset()), KIND, "无", "none"),
        (SetSpan(frozenset(), None), KIND, "未知", "unknown"),
        (SetSpan(frozenset({"storage"}), frozenset({"storage"})), KIND, "储存单元", "storage unit"),
        (
            SetSpan(frozenset({"storage"}), None),
            KIND,
            "储存单元，可能还有其他",
            "storage unit, perhaps more",
        ),
    ],
)
def test_a_value_says_what_is_known(value: Value | None, named: Named, zh: str, en: str) -> None:
    words = lexicon_of(release(), "zh")
    assert value_text(value, named, words) == zh
    assert value_text(value, named, words.in_("en")) == en


def test_an_answered_zero_is_not_taken_for_unknown() -> None:
    nothing = Named(Text("", ""), "", {}, point(0))
    assert value_text(point(0), nothing, lexicon_of(release(), "zh")) == "0"
