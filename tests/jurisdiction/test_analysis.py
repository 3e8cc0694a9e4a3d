"""What an analysis finds in a chart: each kind of finding on a chart made for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fenji.jurisdiction.analysis import Analysis, analyse
from fenji.model.jurisdiction.answer import Settled
from fenji.model.jurisdiction.blind_spot import BlindSpot
from fenji.model.jurisdiction.chart import Chart
from fenji.model.text import Text
from tests.jurisdiction.charts import (
    AS_OF,
    COUNTY_LEVEL,
    activity,
    by,
    chart,
    department,
    edge,
    flag,
    in_county,
    level,
    place,
    release_of,
)


def of(*matters: Any, edges: tuple[Any, ...], **more: Any) -> Analysis:
    return analyse(release_of(chart(matters, edges, **more)), AS_OF)


def test_two_equals_are_an_overlap_with_their_edges() -> None:
    found = of(
        activity("a"),
        activity("b"),
        edges=(edge("a", "one"), edge("a", "two"), edge("a", "six", "trade"), edge("b", "one")),
    )
    (overlap,) = found.overlaps
    assert (overlap.matter, overlap.principle) == ("a", "duty")
    assert (overlap.departments, overlap.edges) == (("one", "two"), ("a.duty.one", "a.duty.two"))
    assert (overlap.given, overlap.places) == ((), ())
    assert (found.undetermined, found.activities) == (("a",), 2)


def test_an_overlap_under_a_fact_says_which() -> None:
    found = of(activity("a"), edges=(edge("a", "one"), edge("a", "two", when=flag("x"))))
    (overlap,) = found.overlaps
    assert overlap.given == (("x", True),)
    (waiting,) = found.waiting
    assert [gap.name for gap in waiting.facts] == ["x"]
    assert waiting.cases == (
        ((("x", True),), Settled.UNDETERMINED, ("one", "two")),
        ((("x", False),), Settled.SETTLED, ("one",)),
    )


def test_conditions_that_cannot_both_hold_are_no_overlap() -> None:
    found = of(
        activity("a"),
        edges=(edge("a", "one", when=flag("x")), edge("a", "two", when=flag("x", False))),
    )
    assert (found.overlaps, found.nobody) == ((), ())
    assert found.waiting[0].leads == ("one", "two")


def test_an_overlap_in_one_county_names_it() -> None:
    found = of(activity("a"), edges=(edge("a", "one"), edge("a", "two", when=in_county("west"))))
    (overlap,) = found.overlaps
    assert overlap.places == ("west",)


def test_a_matter_that_no_edge_speaks_of_is_a_blind_spot() -> None:
    found = of(
        activity("a"),
        place("p", flag("y")),
        edges=(edge("a", "one", concern="a part"), edge("p", "one", when=flag("x"))),
    )
    assert [(one.matter, one.given) for one in found.nobody] == [("a", ()), ("p", (("x", False),))]


def test_hand_overs_that_go_round_are_a_cycle() -> None:
    several = [activity(id_) for id_ in "cab"]
    pairs = ("ab", "bc", "ca")
    edges = tuple(edge(one, to, "hands_over") for one, to in pairs)
    assert [(one.of, one.nodes) for one in of(*several, edges=edges).cycles] == [
        ("hands_over", ("a", "b", "c"))
    ]


def test_departments_above_each_other_are_a_cycle() -> None:
    one, two = department("one"), department("two")
    both = [replace(one, parent="two"), replace(two, parent="one")]
    found = of(activity("a"), edges=(edge("a", "one"),), departments=both)
    assert found.cycles[0].nodes == ("one", "two")


def test_a_department_only_taken_out_is_unreachable() -> None:
    found = of(activity("a"), edges=(edge("a", "one"), edge("a", "two", "excludes")))
    assert [one.department for one in found.unreachable] == ["two"]


def test_an_edge_under_a_law_that_was_replaced_has_lapsed() -> None:
    found = of(activity("a"), edges=(edge("a", "one", law="OLD"), edge("a", "two", law="SOON")))
    (lapsed,) = found.lapsed
    assert (lapsed.what, lapsed.replaced_by, lapsed.stands) == ("a.duty.one", "NEW", False)


def test_a_second_basis_that_was_replaced_leaves_the_edge_standing() -> None:
    joined = edge("a", "one")
    both = replace(joined.provenance, basis=(*by().basis, *by("OLD").basis))
    found = of(activity("a"), edges=(replace(joined, provenance=both),))
    assert [(one.instrument, one.stands) for one in found.lapsed] == [("OLD", True)]


def test_a_lead_sent_to_a_level_without_a_body_is_told() -> None:
    rules = [level("top", 1, "province", when=flag("x")), COUNTY_LEVEL]
    found = of(activity("a"), edges=(edge("a", "one"),), levels=rules)
    (missing,) = found.no_body
    assert (missing.department, missing.level.value, missing.matters) == ("one", "province", ("a",))


def test_a_chain_has_one_answer_for_each_link() -> None:
    made = replace(activity("a"), chain="fuel", link="use")
    sold = replace(activity("b"), chain="fuel", link="produce")
    edges = (edge("a", "one"), edge("b", "two"), edge("b", "a", "hands_over"))
    found = of(made, sold, edges=edges)
    assert [(one.link, one.leads, one.hands_over) for one in found.chains] == [
        ("produce", ("two",), ("a",)),
        ("use", ("one",), ()),
    ]


def test_a_declared_blind_spot_is_told_with_what_is_answered() -> None:
    spot = BlindSpot("BS", Text("盲", "blind"), ("a",), ("3.4",), Text("", ""), by())
    found = of(activity("a"), edges=(edge("a", "one"),), blind_spots=(spot,))
    assert found.blind_spots[0].answers == (("a", Settled.SETTLED, ("one",)),)


def test_every_matter_is_walked_in_every_place() -> None:
    found = of(activity("a"), place("p", flag("x")), edges=(edge("a", "one"),))
    assert found.walked == 2 * 4  # two counties, one zone, nowhere in particular


def test_the_order_of_the_chart_does_not_matter() -> None:
    matters = [activity("a"), activity("b")]
    edges = (edge("a", "one"), edge("a", "two"), edge("b", "two"), edge("b", "one", "trade"))
    one = chart(matters, edges)
    other: Chart = replace(
        one, edges=edges[::-1], matters=dict(reversed(list(one.matters.items())))
    )
    assert analyse(release_of(one), AS_OF) == analyse(release_of(other), AS_OF)
