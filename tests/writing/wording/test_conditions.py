"""Conditions in words."""

from __future__ import annotations

from datetime import date

import pytest

from fenji.model.condition import (
    All,
    Any,
    AtLeastN,
    Compare,
    Condition,
    Counted,
    Fires,
    Listed,
    Not,
    Quantified,
    Word,
)
from fenji.model.expression import Arithmetic, Elapsed, Literal, Name, Parameter, Stratum
from fenji.model.value import day, one, point
from fenji.writing.wording import lexicon_of, outline, sentence
from tests.writing.decision.invented_release import (
    EXITS,
    NO_WING,
    OVER,
    QUANTITY,
    RATIO_MEASURE,
    TOO_CLOSE,
    TWO_EXITS,
    UNIT_KINDS,
    WING,
    release,
)

KIND = Name("hazard_unit", "unit_kind", Stratum.FACT)
STORAGE = Compare(KIND, Word.IS, (Literal(one("storage")),))
TWO, THREE = Literal(point(2)), Literal(point(3))
SUM = Arithmetic("+", QUANTITY, TWO)

CASES: list[tuple[Condition, str, str]] = [
    (TOO_CLOSE, "出口间距 低于 30 米", "exit spacing below 30 m"),
    (NO_WING, "“矿体翼部设有出口”不属实", "“wing has an exit” does not hold"),
    (
        Compare(WING, Word.IS_NOT, (Literal(one(False)),)),
        "“矿体翼部设有出口”属实",
        "“wing has an exit” holds",
    ),
    (STORAGE, "单元类别 为 “储存单元”", "kind of unit is “storage unit”"),
    (
        Compare(KIND, Word.ONE_OF, tuple(Literal(one(o.value)) for o in UNIT_KINDS)),
        "单元类别 为其中之一： “生产单元”、“储存单元”",
        "kind of unit is one of “production unit”, “storage unit”",
    ),
    (
        Compare(QUANTITY, Word.AT_LEAST, (Literal(day(date(2026, 3, 1))),)),
        "最大存量 不早于 2026-03-01",
        "largest quantity on or after 2026-03-01",
    ),
    (
        Compare(Arithmetic("*", SUM, THREE), Word.MORE_THAN, (Parameter("unheard_of"),)),
        "（最大存量 + 2） × 3 高于 unheard_of",
        "(largest quantity + 2) × 3 above unheard_of",
    ),
    (
        Compare(Elapsed("months", EXITS), Word.AT_MOST, (TWO,)),
        "自 直达地面的出口数 起的足月数 不高于 2",
        "whole months since surface exits at most 2",
    ),
    (All((TWO_EXITS, TOO_CLOSE)), "直达地面的出口数 为 2，且 出口间距 低于 30 米", ""),
    (
        Any((All((TWO_EXITS, TOO_CLOSE)), NO_WING)),
        "",
        "(surface exits is 2, and exit spacing below 30 m), or “wing has an exit” does not hold",
    ),
    (Not(TOO_CLOSE), "并非（出口间距 低于 30 米）", "not (exit spacing below 30 m)"),
    (
        AtLeastN(2, (TWO_EXITS, TOO_CLOSE, NO_WING)),
        "",
        "at least 2 of these: surface exits is 2; exit spacing below 30 m; "
        "“wing has an exit” does not hold",
    ),
    (Quantified("no", "mine", None), "没有矿山", "there is no mine"),
    (
        Quantified("every", "mine", TOO_CLOSE),
        "每个矿山都满足（出口间距 低于 30 米）",
        "every mine with (exit spacing below 30 m)",
    ),
    (
        Counted("mine", None, Word.AT_LEAST, THREE),
        "矿山的数目 不低于 3",
        "number of “mine” at least 3",
    ),
    (
        Fires("chem.major-hazard-source"),
        "符合“单元构成危险化学品重大危险源”",
        "“The unit is a major hazard source” is met",
    ),
    (Listed("critical", ()), "列于“临界量表”", "listed in “table of critical quantities”"),
    (OVER, f"{RATIO_MEASURE.label.zh} 不低于 1", "S at least 1"),
]


@pytest.mark.parametrize(("condition", "zh", "en"), CASES)
def test_a_condition_reads_as_a_sentence(condition: Condition, zh: str, en: str) -> None:
    words = lexicon_of(release(), "zh")
    if zh:
        assert sentence(condition, words) == zh
    if en:
        assert sentence(condition, words.in_("en")) == en


def test_an_outline_keeps_every_part() -> None:
    words = lexicon_of(release(), "en")
    made = outline(Any((All((TWO_EXITS, TOO_CLOSE)), NO_WING)), words)
    assert made.text == "any of these"
    assert [part.text for part in made.parts] == [
        "all of these",
        "“wing has an exit” does not hold",
    ]
    assert [part.text for part in made.parts[0].parts] == [
        "surface exits is 2",
        "exit spacing below 30 m",
    ]
