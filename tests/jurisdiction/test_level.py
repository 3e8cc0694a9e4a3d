"""One level for each subject, and who acts there by its own name."""

from __future__ import annotations

from datetime import date

from fenji.model.jurisdiction.answer import LevelAnswer, StepKind
from fenji.model.jurisdiction.level import LevelRule
from fenji.model.submission import Determination
from tests.jurisdiction.charts import (
    COUNTY_LEVEL,
    activity,
    asked,
    chart,
    department,
    edge,
    flag,
    gaps,
    level,
    licence,
    subject,
)

OFFICE = department(
    "office",
    city="{city} office",
    zone="office of {zone}",
    county="{county} office",
    township="{town} station",
)
CITY = level("big", 10, "city", when=flag("x"))
ZONE = level("branch", 20, "zone", when=flag("y"), territory="park", from_="city")


def of(
    *rules: LevelRule, roster: tuple[Determination, ...] = (), **facts: str | bool
) -> LevelAnswer:
    made = chart([activity("a")], [edge("a", "office")], departments=[OFFICE], levels=rules)
    found = asked(made, subject("a", determinations=roster, **facts)).level
    assert found is not None
    return found


def words(found: LevelAnswer) -> list[str]:
    return [one.value for one in found.levels]


def test_the_first_rule_that_is_true_gives_the_level() -> None:
    found = of(COUNTY_LEVEL, CITY, x=True, county="east", development_zone="none")
    assert (words(found), found.by, gaps(found)) == (["city"], "big", [])
    assert found.bodies[0].title.en == "Lu'an office"


def test_a_rule_that_is_not_met_is_passed_over() -> None:
    found = of(CITY, COUNTY_LEVEL, x=False, county="east")
    assert (words(found), found.bodies[0].title.zh) == (["county"], "东县 office")


def test_lower_bodies_are_barred() -> None:
    found = of(CITY, COUNTY_LEVEL, x=True, county="west", town="mill", development_zone="none")
    assert [one.title.en for one in found.barred] == ["West County office", "Mill station"]


def test_a_rule_not_answered_gives_both_levels_and_the_fact() -> None:
    found = of(CITY, COUNTY_LEVEL, county="east")
    assert (words(found), gaps(found)) == (["city", "county"], ["x"])
    assert [one.title.en for one in found.bodies] == ["Lu'an office", "East County office"]
    assert (found.by, found.barred) == ("", ())


def test_an_unknown_county_is_said_and_asked() -> None:
    found = of(COUNTY_LEVEL)
    assert (found.bodies[0].title.zh, found.bodies[0].territory) == ("所在县区 office", "")
    assert gaps(found) == ["county"]


def test_the_county_is_known_from_the_town_or_the_zone() -> None:
    assert of(COUNTY_LEVEL, town="mill").bodies[0].territory == "west"
    assert of(COUNTY_LEVEL, development_zone="park").bodies[0].territory == "east"


def test_a_branch_acts_by_delegation_and_the_path_says_so() -> None:
    made = chart([activity("a")], [edge("a", "office")], departments=[OFFICE], levels=[ZONE])
    found = asked(made, subject("a", y=True))
    assert found.level is not None
    assert found.level.bodies[0].title.en == "office of East Park"
    ends = [(step.kind, step.from_, step.to) for step in found.path][-2:]
    assert ends == [
        (StepKind.LEVEL, "office", "office@city"),
        (StepKind.DELEGATES, "office@city", "office@zone:park"),
    ]


def test_a_department_without_a_body_there_is_named_with_the_level() -> None:
    found = of(level("top", 1, "province"))
    assert found.bodies[0].title.zh == "office的名称（省级）"


def test_rules_of_other_departments_and_matters_do_not_speak_of_it() -> None:
    other = level("other", 1, "city", departments=("police",))
    elsewhere = level("elsewhere", 2, "city", matters=("b",))
    assert words(of(other, elsewhere, COUNTY_LEVEL)) == ["county"]


def test_a_roster_goes_before_all_rules() -> None:
    made = Determination("enforcement_level", "city", "市应急局", date(2026, 1, 5))
    found = of(COUNTY_LEVEL, roster=(made,), county="east")
    assert (words(found), found.by) == (["city"], "enforcement_level")
    assert found.title.zh == "市应急局于 2026-01-05 列入管辖名单"


def test_the_last_roster_by_the_day_counts() -> None:
    first = Determination("enforcement_level", "city", "a", date(2025, 1, 5))
    second = Determination("enforcement_level", "township", "b", date(2026, 1, 5))
    later = Determination("enforcement_level", "province", "c", date(2026, 6, 2))
    assert words(of(COUNTY_LEVEL, roster=(later, second, first))) == ["township"]


def test_the_roster_moves_the_lead_alone() -> None:
    made = Determination("enforcement_level", "city", "a", date(2026, 1, 5))
    both = [edge("a", "office"), edge("a", "police", concern="guns")]
    found = asked(chart([activity("a")], both), subject("a", determinations=(made,)))
    assert found.cooperators[0].body is not None
    assert found.cooperators[0].body.level.value == "county"


def test_matters_of_one_lead_and_two_levels_ask_which_is_the_main_one() -> None:
    several = [licence("a", "office"), licence("b", "office")]
    high = level("high", 1, "city", matters=("b",))
    made = chart([activity("a"), activity("b")], several, levels=[high, COUNTY_LEVEL])
    found = asked(made, subject("a", "b", county="east"))
    assert found.leads == ("office",)
    assert found.level is not None
    assert (words(found.level), gaps(found.level)) == (["city", "county"], ["main_activity"])
    found = asked(made, subject("a", "b", county="east", main_activity="b"))
    assert found.level is not None
    assert words(found.level) == ["city"]
