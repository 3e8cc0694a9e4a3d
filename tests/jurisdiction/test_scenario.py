"""What a scenario expects of who is in charge, held against an answer made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fenji.assessment.scenario import Mismatch
from fenji.jurisdiction.scenario import compare
from fenji.model.dictionary import Origin
from fenji.model.jurisdiction.answer import (
    BodyAnswer,
    Cooperator,
    JurisdictionAnswer,
    LevelAnswer,
    MatterAnswer,
    Settled,
)
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.jurisdiction.territory import EnforcementLevel
from fenji.model.law import Confirmation, Review, Standing
from fenji.model.reason import Gap
from fenji.model.scenario import ExpectedJurisdiction
from fenji.model.text import Text
from fenji.model.truth import Truth

RECALLED = Review(Confirmation.RECALLED)
COUNTY = BodyAnswer("safety", EnforcementLevel.COUNTY, "0101", Text("乙县安全局", "B safety"))
TOWN = Gap("", "subject", "town", Origin.DECLARED)
STAFF = Gap("", "subject", "employees", Origin.DECLARED)


def part(department: str, *, certain: bool) -> Cooperator:
    title = Text(department, department)
    return Cooperator(
        department, title, "make", title, "e", certain, None, (), Standing.LAW, RECALLED
    )


LEVEL = LevelAnswer(
    (EnforcementLevel.COUNTY,),
    (COUNTY,),
    (),
    "at_county",
    Text("县级", "county"),
    (),
    Standing.LAW,
    RECALLED,
    (TOWN,),
)
MATTER = MatterAnswer(
    "make",
    MatterKind.ACTIVITY,
    Text("造", "make"),
    Truth.TRUE,
    Settled.WAITS,
    ("fire", "safety"),
    "",
    None,
    (),
    (),
    (),
    (),
    Text("", ""),
    (),
)
ANSWER = JurisdictionAnswer(
    Settled.SETTLED,
    ("safety",),
    (Text("安全局", "safety"),),
    "make",
    "any",
    LEVEL,
    (part("fire", certain=True), part("roads", certain=False)),
    (),
    (),
    (MATTER,),
    Text("", ""),
    (STAFF,),
)


def expected(**points: object) -> ExpectedJurisdiction:
    return replace(ExpectedJurisdiction(), **points)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "points",
    [
        {"leads": ("safety",), "settled": "settled", "matter": "make"},
        {"levels": ("county",), "body": "乙县安全局"},
        {"cooperates": ("fire",), "not_cooperates": ("water",)},
        {"asks": ("employees", "town")},
        {"matters": {"make": ("safety", "fire"), "sell": ()}},
        {},
    ],
)
def test_what_is_so_is_no_mismatch(points: dict[str, object]) -> None:
    assert list(compare(expected(**points), ANSWER)) == []


@pytest.mark.parametrize(
    ("points", "name", "wanted", "found"),
    [
        ({"leads": ("fire",)}, "lead", "fire", "safety"),
        ({"leads": ("safety", "fire")}, "lead", "fire、safety", "safety"),
        ({"settled": "waits"}, "settled", "waits", "settled"),
        ({"matter": "sell"}, "matter", "sell", "make"),
        ({"levels": ("city",)}, "level", "city", "county"),
        ({"body": "甲市安全局"}, "body", "甲市安全局", "乙县安全局"),
        ({"cooperates": ("water",)}, "cooperates", "water", ""),
        ({"cooperates": ("roads",)}, "cooperates", "roads", "roads?"),
        ({"not_cooperates": ("fire",)}, "not_cooperates", "", "fire"),
        ({"not_cooperates": ("roads",)}, "not_cooperates", "", "roads"),
        ({"asks": ("county",)}, "asks", "county", "employees、town"),
        ({"matters": {"make": ("safety",)}}, "matters.make", "safety", "fire、safety"),
        ({"matters": {"sell": ("safety",)}}, "matters.sell", "safety", ""),
        ({"matters": {"make": ()}}, "matters.make", "", "fire、safety"),
    ],
)
def test_what_is_not_so_is_one(
    points: dict[str, object], name: str, wanted: str, found: str
) -> None:
    assert list(compare(expected(**points), ANSWER)) == [
        Mismatch("jurisdiction", name, wanted, found)
    ]


def test_where_nothing_answers_everything_expected_is_missing() -> None:
    several = expected(leads=("safety",), levels=("county",), cooperates=("fire",))
    assert [one.name for one in compare(several, None)] == ["lead", "level", "cooperates"]
