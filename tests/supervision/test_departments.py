"""Who inspects, which figures count, and which inspections meet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fenji.model.decision import Status
from fenji.model.jurisdiction.matter import MatterKind
from fenji.model.law import Standing
from fenji.model.rule import FindingKind
from fenji.model.supervision.answer import DepartmentAnswer, SupervisionAnswer
from fenji.model.supervision.frequency import Frequency
from fenji.model.supervision.rule import By, Mode
from fenji.model.tier import Tier
from fenji.model.truth import Truth
from tests.supervision.small import (
    JOINT,
    cap,
    decided,
    floor,
    hazard,
    in_charge,
    lead,
    matter,
    often,
    reach,
    release,
    scheduled,
    supervised,
    with_matters,
)

MINING = reach(By.EACH, findings=(FindingKind.MAJOR_ACCIDENT_HAZARD,))


def of(name: str, answer: SupervisionAnswer) -> DepartmentAnswer:
    (found,) = (one for one in answer.departments if one.departments == (name,))
    return found


def test_a_release_without_rules_says_nothing() -> None:
    from fenji.supervision import supervise
    from tests.supervision.small import AS_OF, SUBMISSION

    assert supervise(release(), SUBMISSION, decided(), None, AS_OF) is None


def test_the_lead_inspects_and_a_named_department_beside_it() -> None:
    rules = scheduled(
        floor("lead", often(1)), floor("fire", often(2), reach(By.NAMED, departments=("fire",)))
    )
    answer = supervised(rules, decided(), in_charge(matter("mining", "safety"), matter("x", "x")))
    assert [one.departments for one in answer.departments] == [("safety",), ("fire",)]
    assert of("safety", answer).at_least.certain == Frequency(1, 12)
    assert of("fire", answer).at_least.certain == Frequency(2, 12)


def test_where_the_lead_is_open_a_rule_for_one_of_them_is_too() -> None:
    rules = scheduled(floor("safety", often(1), reach(departments=("safety",))))
    either = supervised(rules, decided(), in_charge(matter("mining", "safety", "trade")))
    (inspection,) = either.departments[0].inspections
    assert (either.departments[0].departments, inspection.holds) == (
        ("safety", "trade"),
        Truth.UNKNOWN,
    )
    other = supervised(rules, decided(), in_charge(matter("mining", "trade")))
    assert other.departments[0].inspections == ()
    nobody = supervised(rules, decided(), in_charge(matter("mining")))
    assert nobody.departments[0].inspections[0].holds is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("matters", "who"),
    [
        ((matter("trade", "trade"), matter("mining", "safety")), {("safety",)}),
        (
            (matter("mining", "safety"), matter("rights", "land", kind=MatterKind.WORK)),
            {("safety",)},
        ),
        ((matter("trade", "trade"), matter("rights", "land", kind=MatterKind.WORK)), {("land",)}),
        ((matter("trade", "trade"),), {("trade",)}),
        ((matter("trade", "trade"), matter("mining", "safety", has=Truth.FALSE)), {("trade",)}),
    ],
)
def test_a_hazard_is_for_who_leads_the_activity_of_its_sector(
    matters: tuple[object, ...], who: set[tuple[str, ...]]
) -> None:
    rules = with_matters(
        scheduled(floor("special", None, MINING, mode=Mode.SPECIAL, on_clue=True)),
        mining=(2,),
        rights=(2,),
        trade=(9, 2),
    )
    decision = decided(findings=(hazard(),), mines=Truth.TRUE)
    answer = supervised(rules, decision, in_charge(*matters))  # type: ignore[arg-type]
    assert {one.departments for one in answer.departments if one.inspections} == who


def test_while_it_is_open_whether_there_is_such_a_matter_the_hazard_is_the_leads() -> None:
    rules = with_matters(scheduled(floor("special", None, MINING)), mining=(2,), trade=(9,))
    maybe = matter("mining", "safety", has=Truth.UNKNOWN)
    answer = supervised(
        rules,
        decided(findings=(hazard(),), mines=Truth.TRUE),
        in_charge(matter("trade", "trade"), maybe),
    )
    (found,) = answer.departments
    assert (found.departments, found.inspections[0].holds) == (("trade",), Truth.TRUE)


def test_an_open_finding_keeps_an_inspection_open() -> None:
    rules = scheduled(floor("special", None, MINING))
    left = decided(open_findings=(hazard(Status.NOT_INSPECTED),), mines=Truth.TRUE)
    (inspection,) = lead(rules, left).inspections
    assert (inspection.holds, inspection.declared) == (Truth.UNKNOWN, Truth.FALSE)
    unread = decided(open_findings=(hazard(Status.NOT_ENCODED),), mines=Truth.TRUE)
    (inspection,) = lead(rules, unread).inspections
    assert (inspection.holds, inspection.declared) == (Truth.UNKNOWN, Truth.UNKNOWN)


@pytest.mark.parametrize("mines", Truth)
def test_a_rule_about_a_sector_reads_whether_it_applies_and_its_tier(mines: Truth) -> None:
    rules = scheduled(floor("mines", often(1), reach(sectors=("mines",), worse=Tier.MAJOR)))
    found = lead(rules, decided(Tier.MAJOR, Tier.MAJOR, mines=mines)).inspections
    assert [one.holds for one in found] == ([] if mines is Truth.FALSE else [mines])


def test_what_other_places_do_counts_nowhere() -> None:
    rules = scheduled(
        floor("there", often(12), standing=Standing.ELSEWHERE),
        cap("there-too", often(1), standing=Standing.ELSEWHERE),
        floor("here", often(2)),
    )
    found = lead(rules, decided())
    assert found.at_least.possible == Frequency(2, 12)
    assert (found.at_most.certain, found.conflicts) == (None, ())
    assert [one.rule for one in found.compared_inspections] == ["there"]
    assert [one.rule for one in found.compared_caps] == ["there-too"]


@pytest.mark.parametrize(
    ("floors", "caps", "stands", "planned"),
    [
        (Standing.LAW, Standing.PROPOSAL, True, 4),
        (Standing.LAW, Standing.LAW, True, 4),
        (Standing.PROPOSAL, Standing.PROPOSAL, True, 4),
        (Standing.PROPOSAL, Standing.LAW, False, 2),
        (Standing.PROPOSAL, Standing.LOCAL, False, 2),
    ],
)
def test_a_floor_gives_way_to_a_cap_only_where_it_is_proposed_and_the_cap_is_not(
    floors: Standing, caps: Standing, stands: bool, planned: int
) -> None:
    rules = scheduled(floor("least", often(4), standing=floors), cap("most", often(2), None, caps))
    found = lead(rules, decided())
    (conflict,) = found.conflicts
    assert (conflict.certain, conflict.floor_stands) == (True, stands)
    assert found.planned == Frequency(planned, 12)
    assert found.at_least.certain == Frequency(4, 12)


def test_what_is_fixed_stands_beside_what_is_proposed() -> None:
    rules = scheduled(floor("law", often(1), standing=Standing.LAW), floor("ours", often(4)))
    assert lead(rules, decided()).at_least.fixed == Frequency(1, 12)


def test_a_cap_without_a_figure_is_said() -> None:
    found = lead(scheduled(floor("x", often(1)), cap("to-come", None)), decided())
    assert (found.at_most.certain, found.at_most.unpublished) == (None, True)


def test_a_random_draw_outside_the_plan_holds_where_nothing_is_planned() -> None:
    draw = floor("draw", None, mode=Mode.RANDOM_DRAW, outside_plan=True)
    planned = floor("red", often(4), reach(worse=Tier.MAJOR))
    clue = floor("clue", often(1), on_clue=True)
    rules = scheduled(draw, planned, clue)

    def holds(certain: Tier | None, possible: Tier | None) -> Truth | None:
        found = {one.rule: one.holds for one in lead(rules, decided(certain, possible)).inspections}
        return found.get("draw")

    assert holds(Tier.LOW, Tier.LOW) is Truth.TRUE
    assert holds(Tier.LOW, Tier.MAJOR) is Truth.UNKNOWN
    assert holds(Tier.MAJOR, Tier.MAJOR) is None


def test_departments_that_both_come_come_together_as_often_as_the_rarer() -> None:
    fire = reach(By.NAMED, departments=("fire",))
    rules = scheduled(floor("lead", often(4)), floor("fire", often(1), fire), JOINT)
    (visit,) = supervised(rules, decided(), in_charge(matter("mining", "safety"))).joint_visits
    assert (visit.departments, visit.visits, visit.holds) == (
        (("safety",), ("fire",)),
        Frequency(1, 12),
        Truth.TRUE,
    )


def test_a_department_that_only_may_come_makes_a_joint_visit_possible() -> None:
    fire = reach(By.NAMED, departments=("fire",), worse=Tier.MAJOR)
    rules = scheduled(floor("lead", often(4)), floor("fire", often(1), fire), JOINT)
    charge = in_charge(matter("mining", "safety"))
    (visit,) = supervised(rules, decided(None, Tier.MAJOR), charge).joint_visits
    assert visit.holds is Truth.UNKNOWN
    assert supervised(rules, decided(Tier.LOW, Tier.LOW), charge).joint_visits == ()


def test_recurrent_duties_are_counted_and_the_overdue_said() -> None:
    from datetime import date

    from fenji.model.decision import DutyAnswer
    from fenji.model.duty import Binds, Calendar, Period, Timing
    from fenji.model.law import Confirmation, Review
    from fenji.model.text import Text

    def duty(name: str, due: date | None, status: Status = Status.HOLDS) -> DutyAnswer:
        words = Text(name, name)
        return DutyAnswer(
            name,
            "mines",
            words,
            "",
            Binds.ENTERPRISE,
            status,
            Timing.EVERY,
            Period(1, Calendar.YEARS),
            words,
            None,
            due,
            (),
            Standing.LAW,
            Review(Confirmation.COPY_SEEN),
            (),
        )

    several = (
        duty("late", date(2026, 2, 28)),
        duty("soon", date(2026, 3, 1)),
        duty("unknown", None),
        duty("open", None, Status.NOT_ANSWERED),
    )
    answer = supervised(scheduled(floor("x", often(1))), replace(decided(), duties=several))
    assert answer.recurring == 3
    assert [(one.duty, one.overdue) for one in answer.due] == [("late", True), ("soon", False)]
