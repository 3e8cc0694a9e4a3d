"""Inspections, caps and joint visits, as written and as read."""

from __future__ import annotations

from pathlib import Path

import yaml

from fenji.model.law import Standing
from fenji.model.rule import FindingKind
from fenji.model.supervision.rule import Amount, By, Figure, Mode, Reach
from fenji.model.text import Text
from fenji.model.tier import Tier
from tests.reading.grammar.small_folder import load
from tests.reading.grammar.supervision.small_schedule import FLOORS, SCHEDULE


def test_everything_is_read(tmp_path: Path) -> None:
    schedule = load(tmp_path, SCHEDULE).schedule
    by_duty, drawn, red = schedule.inspections
    assert red.reach.when is not None
    assert (red.id, red.title, red.mode) == ("red", Text("红色", "red"), Mode.KEY_UNIT)
    assert red.at_least == Figure(Amount(0, "red"), Amount(12))
    assert (red.reach.by, red.reach.departments) == (By.LEAD, ("safety",))
    assert (red.reach.sectors, red.reach.worse) == (("mines",), Tier.MAJOR)
    kinds = (FindingKind.MAJOR_ACCIDENT_HAZARD, FindingKind.PROHIBITION)
    assert red.reach.findings == kinds
    assert red.provenance.standing is Standing.PROPOSAL
    assert by_duty.reach == Reach(By.NAMED, ("transport",), (), None, None, (), None, "visit")
    assert (by_duty.at_least, by_duty.on_clue, by_duty.outside_plan) == (None, True, False)
    assert (drawn.reach.by, drawn.outside_plan) == (By.EACH, True)
    assert drawn.frequency == Text("没有次数", "no figure")
    assert drawn.provenance.covers == ("S07",)


def test_caps_and_joint_visits_are_read(tmp_path: Path) -> None:
    schedule = load(tmp_path, SCHEDULE).schedule
    most, to_come = schedule.caps
    assert (most.reach.better, most.at_most) == (Tier.GENERAL, Figure(Amount(1), Amount(12)))
    assert (to_come.at_most, to_come.frequency) == (None, Text("公布", "published"))
    assert [one.id for one in schedule.joint_visits] == ["joint"]
    assert schedule.parameters == {"red"}
    assert set(schedule.rules) == {"red", "by-duty", "drawn", "most", "to-come", "joint"}


def test_the_order_in_the_file_and_over_files_does_not_matter(tmp_path: Path) -> None:
    written = yaml.safe_load(SCHEDULE[FLOORS] or "")
    head = {key: written[key] for key in ("basis", "review")}
    apart: dict[str, str | None] = {
        **SCHEDULE,
        FLOORS: yaml.safe_dump(
            {**head, "inspections": written["inspections"][::-1]}, allow_unicode=True
        ),
        "supervision/others.yaml": yaml.safe_dump(
            {**head, "joint_visits": written["joint_visits"], "caps": written["caps"][::-1]},
            allow_unicode=True,
        ),
    }
    one, other = load(tmp_path / "one", SCHEDULE), load(tmp_path / "other", apart)
    assert one.schedule == other.schedule
    assert one.digest == other.digest


def test_a_schedule_changes_the_digest(tmp_path: Path) -> None:
    text = SCHEDULE[FLOORS] or ""
    changed = {
        **SCHEDULE,
        FLOORS: text.replace("months: 12}\n    standing", "months: 6}\n    standing"),
    }
    assert load(tmp_path / "1", SCHEDULE).digest != load(tmp_path / "2", changed).digest
