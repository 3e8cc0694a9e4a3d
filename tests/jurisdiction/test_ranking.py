"""Which matter is ranked first, and so whose lead is the subject's."""

from __future__ import annotations

from dataclasses import replace

from fenji.model.jurisdiction.answer import Settled
from fenji.model.truth import Truth
from tests.jurisdiction.charts import (
    activity,
    asked,
    by,
    chart,
    edge,
    flag,
    gaps,
    licence,
    place,
    subject,
)

CHART = chart(
    [
        activity("mine", "08"),
        activity("mill", "15"),
        activity("shop", "52?"),
        activity("store", "521?"),
        activity("dam", when=flag("x")),
        activity("blast"),
        place("boiler", flag("y")),
        place("hall", flag("z")),
    ],
    [
        licence("mine", "mines"),
        licence("blast", "police"),
        edge("mill", "industry", "trade"),
        edge("shop", "commerce", "trade"),
        edge("store", "commerce", "trade"),
        edge("dam", "water"),
        edge("boiler", "market"),
        edge("hall", "fire"),
    ],
)
NONE = {"x": False, "y": False, "z": False}


def test_the_only_activity_leads() -> None:
    found = asked(CHART, subject("mill", **NONE))
    assert (found.leads, found.matter) == (("industry",), "mill")
    assert found.ranking == "by_main_activity"


def test_an_activity_under_a_licence_of_high_hazard_goes_first() -> None:
    found = asked(CHART, subject("mill", "mine", **NONE, main_activity="mill"))
    assert (found.leads, found.matter, found.ranking) == (
        ("mines",),
        "mine",
        "by_high_hazard_licence",
    )
    assert [one.department for one in found.rejected] == ["industry"]
    assert found.rejected[0].why.en == 'leads "mill", which is ranked after "mine"'


def test_of_two_of_high_hazard_the_main_one_goes_first() -> None:
    found = asked(CHART, subject("mine", "blast", **NONE, main_activity="blast"))
    assert (found.matter, found.leads) == ("blast", ("police",))


def test_of_two_of_high_hazard_and_no_main_one_the_main_activity_is_asked() -> None:
    found = asked(CHART, subject("mine", "blast", **NONE))
    assert (found.settled, found.leads) == (Settled.WAITS, ("mines", "police"))
    assert gaps(found)[0] == "main_activity"


def test_of_two_of_high_hazard_beside_the_main_one_nothing_chooses() -> None:
    found = asked(CHART, subject("mine", "blast", "mill", **NONE, main_activity="mill"))
    assert (found.settled, found.leads) == (Settled.UNDETERMINED, ("mines", "police"))
    assert found.settles.en.startswith("they agree")


def test_the_main_activity_goes_before_others() -> None:
    found = asked(CHART, subject("mill", "shop", **NONE, main_activity="shop"))
    assert (found.matter, found.leads) == ("shop", ("commerce",))
    assert [(one.department, one.concern.en) for one in found.cooperators] == [("industry", "mill")]


def test_the_industry_code_says_which_declared_activity_is_the_main_one() -> None:
    found = asked(CHART, subject("mill", "shop", **NONE, industry_code="1512"))
    assert (found.matter, found.path[0].by) == ("mill", "activities")


def test_an_ambiguous_code_names_an_activity_that_is_declared() -> None:
    found = asked(CHART, subject("mill", "shop", **NONE, industry_code="5299"))
    assert found.matter == "shop"


def test_the_longest_code_goes_first() -> None:
    found = asked(CHART, subject("shop", "store", "mill", **NONE, industry_code="5211"))
    assert found.matter == "store"


def test_several_activities_with_one_lead_need_no_main_one() -> None:
    found = asked(CHART, subject("shop", "store", **NONE))
    assert (found.settled, found.leads) == (Settled.SETTLED, ("commerce",))
    assert "main_activity" not in gaps(found)


def test_several_activities_with_several_leads_ask_for_the_main_one() -> None:
    found = asked(CHART, subject("shop", "mill", **NONE))
    assert (found.settled, found.leads) == (Settled.WAITS, ("commerce", "industry"))
    assert gaps(found) == ["main_activity"]
    assert (found.matter, found.level, found.path) == ("", None, ())


def test_activities_not_answered_are_unknown_and_asked_first() -> None:
    found = asked(CHART, subject(named=False, **NONE))
    assert found.settled is Settled.WAITS
    assert found.leads == ("commerce", "industry", "mines", "police", "water")
    assert gaps(found) == ["activities"]


def test_a_clear_code_makes_its_activity_certain_though_none_was_named() -> None:
    found = asked(CHART, subject(named=False, **NONE, industry_code="0810"))
    assert (found.settled, found.leads) == (Settled.SETTLED, ("mines",))
    assert found.path[0].by == "industry_code"


def test_a_code_of_low_hazard_leaves_open_what_else_is_done() -> None:
    found = asked(CHART, subject(named=False, **NONE, industry_code="1511"))
    assert found.leads == ("industry", "mines", "police")
    assert gaps(found)[0] == "activities"


def test_an_ambiguous_code_alone_settles_nothing() -> None:
    found = asked(CHART, subject(named=False, **NONE, industry_code="5211"))
    assert found.settled is Settled.WAITS
    assert [one.matter for one in found.matters] == []


def test_a_code_adds_nothing_to_activities_that_are_all_named() -> None:
    found = asked(CHART, subject("mill", **NONE, industry_code="0810"))
    assert found.leads == ("industry",)


def test_a_list_that_is_not_whole_leaves_the_others_possible() -> None:
    found = asked(CHART, subject("mill", besides=None, **NONE))
    assert (found.settled, gaps(found)[0]) == (Settled.WAITS, "activities")
    assert asked(CHART, subject("mine", besides=("mill",), **NONE)).leads == ("mines",)


def test_a_short_code_of_which_a_longer_one_names_another_settles_nothing() -> None:
    several = [activity("mine", "10"), activity("mill", "101")]
    made = chart(several, [edge("mine", "mines"), edge("mill", "industry")])
    found = asked(made, subject(named=False, industry_code="10"))
    assert (found.leads, found.matters) == (("industry", "mines"), ())
    assert asked(made, subject(named=False, industry_code="102")).matters[0].matter == "mine"


def test_a_licence_perhaps_in_force_leaves_open_which_goes_first() -> None:
    one, joined = licence("mine", "mines")
    rough = replace(joined, provenance=by("ROUGH"))
    made = chart(
        [activity("mine"), activity("blast")],
        [(one, rough), edge("mine", "industry", "trade"), licence("blast", "police")],
    )
    found = asked(made, subject("mine", "blast", main_activity="mine"))
    assert found.settled is Settled.WAITS
    assert found.leads == ("industry", "mines", "police")


def test_an_activity_is_also_shown_by_facts() -> None:
    found = asked(CHART, subject(**{**NONE, "x": True}))
    assert (found.leads, found.path[0].by) == (("water",), "dam")


def test_an_activity_perhaps_shown_by_facts_is_asked_for() -> None:
    found = asked(CHART, subject("mill", y=False, z=False, main_activity="mill"))
    assert found.leads == ("industry",)
    found = asked(CHART, subject("mill", y=False, z=False))
    assert (found.leads, gaps(found)) == (("industry", "water"), ["main_activity", "x"])


def test_a_boiler_does_not_lead_a_mill() -> None:
    found = asked(CHART, subject("mill", x=False, y=True, z=True))
    assert found.leads == ("industry",)
    assert [(one.department, one.matter) for one in found.cooperators] == [
        ("fire", "hall"),
        ("market", "boiler"),
    ]


def test_a_matter_that_may_be_there_cooperates_perhaps() -> None:
    found = asked(CHART, subject("mill", x=False, y=True))
    assert [(one.department, one.certain) for one in found.cooperators] == [
        ("market", True),
        ("fire", False),
    ]
    assert [one.has for one in found.matters] == [Truth.TRUE, Truth.TRUE, Truth.UNKNOWN]


def test_where_there_is_no_activity_another_matter_leads() -> None:
    found = asked(CHART, subject(x=False, y=False, z=True))
    assert (found.leads, found.ranking) == (("fire",), "by_any")
    found = asked(CHART, subject(x=False, y=True, z=True))
    assert (found.settled, found.leads) == (Settled.UNDETERMINED, ("fire", "market"))


def test_where_there_is_nothing_nobody_leads() -> None:
    found = asked(CHART, subject(**NONE))
    assert (found.settled, found.leads, found.matters) == (Settled.UNASSIGNED, (), ())
