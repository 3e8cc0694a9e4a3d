"""The lead of one matter: principles in their order, exclusions, dates, and what is not known."""

from __future__ import annotations

import pytest

from fenji.model.jurisdiction.answer import JurisdictionAnswer, Settled, StepKind
from tests.jurisdiction.charts import activity, asked, chart, edge, flag, gaps, licence, subject


def of(*edges: object, **facts: bool) -> JurisdictionAnswer:
    """The answer for a subject that does one thing, under a chart of these edges."""
    return asked(chart([activity("a")], edges), subject("a", **facts))  # type: ignore[arg-type]


LADDER = (
    edge("a", "sp", nature="special"),
    edge("a", "du"),
    licence("a", "li", high_hazard=False),
    edge("a", "tr", "trade"),
    edge("a", "re", "trade", nature="residual"),
    edge("a", "pl", "place"),
    edge("a", "fa", "falls_back_to"),
)
WORDS = ("special", "duty", "licence", "trade", "residual", "place", "fallback")


@pytest.mark.parametrize("at", range(len(LADDER)))
def test_an_earlier_principle_goes_before_all_later_ones(at: int) -> None:
    found = of(*reversed(LADDER[at:]))
    assert found.settled is Settled.SETTLED
    assert found.leads == (LADDER[at][1].to if isinstance(LADDER[at], tuple) else LADDER[at].to,)
    assert found.matters[0].principle == WORDS[at]


def test_two_equals_are_undetermined_and_the_procedure_is_named() -> None:
    found = of(edge("a", "one"), edge("a", "two"), edge("a", "three", "trade"))
    assert found.settled is Settled.UNDETERMINED
    assert found.leads == ("one", "two")
    assert found.settles.en == "they agree; the government decides"
    assert found.waits_for == found.level.waits_for  # type: ignore[union-attr]
    assert {step.by for step in found.path if step.kind is StepKind.DUTY} == {
        "a.duty.one",
        "a.duty.two",
    }


def test_two_edges_to_one_department_are_no_conflict() -> None:
    assert of(edge("a", "one"), edge("a", "one", id_="again")).leads == ("one",)


def test_nobody_named_is_unassigned() -> None:
    found = of(edge("a", "one", concern="a part"))
    assert (found.settled, found.leads) == (Settled.UNASSIGNED, ())
    assert found.settles.en.endswith("the government decides")
    assert [one.department for one in found.cooperators] == ["one"]


def test_an_excluded_department_gives_way_and_the_path_says_so() -> None:
    found = of(edge("a", "one"), edge("a", "two", "trade"), edge("a", "one", "excludes"))
    assert found.leads == ("two",)
    assert "a.excludes.one" in {step.by for step in found.path}
    (rejected,) = found.rejected
    assert (rejected.department, "taken out by LAW, 1") == ("one", rejected.why.en)


def test_an_exclusion_that_moves_nothing_is_not_on_the_path() -> None:
    found = of(edge("a", "one"), edge("a", "two", "trade"), edge("a", "two", "excludes"))
    assert "a.excludes.two" not in {step.by for step in found.path}


def test_a_part_of_the_matter_never_leads_it() -> None:
    found = of(edge("a", "one", nature="special", concern="parts"), edge("a", "two", "place"))
    assert found.leads == ("two",)
    assert found.cooperators[0].concern.en == "parts"
    assert found.rejected[0].why.en == 'has a part in it only: "parts"'


def test_a_condition_that_is_not_met_makes_no_candidate() -> None:
    found = of(edge("a", "one", when=flag("x")), edge("a", "two", "trade"), x=False)
    assert found.leads == ("two",)
    assert found.rejected[0].why.en.startswith("the condition")


def test_a_condition_not_answered_leaves_both_and_asks() -> None:
    found = of(edge("a", "one", when=flag("x")), edge("a", "two", "trade"))
    assert found.settled is Settled.WAITS
    assert found.leads == ("one", "two")
    assert gaps(found)[0] == "x"


def test_what_is_not_known_does_not_matter_where_all_worlds_agree() -> None:
    found = of(edge("a", "one", when=flag("x")), edge("a", "one", "trade"))
    assert (found.settled, found.leads) == (Settled.SETTLED, ("one",))
    assert found.matters[0].principle == "trade"
    assert "x" not in gaps(found)


def test_an_exclusion_not_answered_leaves_both_and_asks() -> None:
    out = edge("a", "one", "excludes", when=flag("y"))
    found = of(edge("a", "one"), edge("a", "two", "trade"), out)
    assert (found.settled, found.leads) == (Settled.WAITS, ("one", "two"))
    assert gaps(found)[0] == "y"


def test_a_possible_equal_of_a_certain_one_is_open() -> None:
    found = of(edge("a", "one"), edge("a", "two", when=flag("x")))
    assert (found.settled, found.leads) == (Settled.WAITS, ("one", "two"))


def test_equals_stay_undetermined_whatever_a_third_is() -> None:
    found = of(edge("a", "one"), edge("a", "two"), edge("a", "three", when=flag("x")))
    assert found.settled is Settled.UNDETERMINED
    assert found.leads == ("one", "three", "two")


@pytest.mark.parametrize("law", ["OLD", "SOON"])
def test_an_edge_not_in_force_is_not_there(law: str) -> None:
    assert of(edge("a", "one", law=law), edge("a", "two", "place")).leads == ("two",)


def test_an_edge_perhaps_in_force_leaves_both_and_asks_nothing() -> None:
    found = of(edge("a", "one", law="ROUGH"), edge("a", "two", "place"))
    assert (found.settled, found.leads) == (Settled.WAITS, ("one", "two"))
    assert gaps(found.matters[0]) == []
