"""Duties in a decision: who is bound, what they wait for, and when they are next due."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fenji.assessment import decide
from fenji.model.decision import Decision, Status
from fenji.model.duty import Calendar, Period
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from tests.reading.grammar.small_folder import BASE, load, mines

DUTIES = """\
duties:
  - {id: drain, title: 排水, title_en: drain, binds: enterprise, when: {flooded: true},
     every: {months: 1}, frequency: 每月, frequency_en: monthly, last_done: licensed_on}
  - id: tell
    title: 报告
    title_en: tell
    binds: authority
    when: {mine_type: underground}
    within: {days: 15}
    frequency: 十五日内
    frequency_en: within 15 days
    from: 2021-01-01
    unless:
      - {when: {minerals: {has: gold}}, title: 金矿, title_en: gold,
         basis: {instrument: LAW-1, clause: 二}, claimed_by: enterprise}
"""
POLICY = {
    "policy/whole.yaml": """\
steps:
  - {id: worst, title: 最差, title_en: worst, basis: {instrument: LAW-1, clause: 一},
     standing: law, review: copy_seen, worst: sectors}
"""
}


def decided(under: Path, facts: str, as_of: date = date(2026, 3, 1)) -> Decision:
    release = load(under, {**BASE, **mines(DUTIES), **POLICY})
    text = f"subject: {{kind: enterprise, id: x, name: x}}\nfacts: {facts}\n"
    submission = submission_from(read_document(text.encode(), "x.yaml"), release, check_codes=False)
    return decide(release, submission, as_of)


def answers(decision: Decision) -> dict[tuple[str, str], Any]:
    return {(duty.duty, duty.entity): duty for duty in decision.duties}


def test_it_binds_at_each_entity_with_the_day_by_which_it_is_due(tmp_path: Path) -> None:
    drained = "{id: a, flooded: true, licensed_on: 2026-01-31}"
    facts = f"{{mines: true, mine: [{drained}, {{id: b, flooded: false}}]}}"
    found = answers(decided(tmp_path, facts))
    drain = found["drain", "mine:a"]
    assert drain.status is Status.HOLDS
    assert (drain.last_done, drain.due) == (date(2026, 1, 31), date(2026, 2, 28))
    assert ("drain", "mine:b") not in found


def test_the_day_it_was_last_done_is_asked_for(tmp_path: Path) -> None:
    decision = decided(tmp_path, "{mines: true, mine: [{id: a, flooded: true}]}")
    drain = answers(decision)["drain", "mine:a"]
    assert (drain.last_done, drain.due) == (None, None)
    assert "licensed_on" in [ask.gap.name for ask in decision.asks]


def test_one_that_is_open_says_what_it_waits_for(tmp_path: Path) -> None:
    decision = decided(tmp_path, "{mines: true, mine: [{id: a}]}")
    found = answers(decision)
    drain, tell = found["drain", "mine:a"], found["tell", "mine:a"]
    assert (drain.status, tell.status) == (Status.NOT_INSPECTED, Status.NOT_ANSWERED)
    assert [gap.name for gap in drain.waits_for] == ["flooded"]
    assert [gap.name for gap in tell.waits_for] == ["mine_type"]
    assert [ask.gap.name for ask in decision.inspect] == ["flooded"]


def test_what_only_duties_wait_for_is_asked_last(tmp_path: Path) -> None:
    asked = [a.gap.name for a in decided(tmp_path, "{}").asks]
    assert asked[0] == "mines"


def test_a_sector_that_may_apply_leaves_its_duties_open(tmp_path: Path) -> None:
    statuses = {duty.status for duty in decided(tmp_path, "{}").duties}
    assert statuses == {Status.SECTOR_NOT_EXCLUDED}
    assert decided(tmp_path, "{mines: false}").duties == ()


def test_an_exclusion_that_nobody_claims_is_presumed(tmp_path: Path) -> None:
    decision = decided(tmp_path, "{mines: true, mine: [{id: a, mine_type: underground}]}")
    assert answers(decision)["tell", "mine:a"].status is Status.HOLDS
    assert [item.rule for item in decision.presumed] == ["tell"]
    gold = "{mines: true, mine: [{id: a, mine_type: underground, minerals: [gold]}]}"
    assert ("tell", "mine:a") not in answers(decided(tmp_path, gold))


@pytest.mark.parametrize(("day", "bound"), [(date(2020, 12, 31), False), (date(2021, 1, 1), True)])
def test_it_binds_from_its_own_first_day(tmp_path: Path, day: date, bound: bool) -> None:
    facts = "{mines: true, mine: [{id: a, mine_type: underground}]}"
    assert (("tell", "mine:a") in answers(decided(tmp_path, facts, day))) is bound


@pytest.mark.parametrize(
    ("period", "end"),
    [
        (Period(15, Calendar.DAYS), date(2026, 2, 15)),
        (Period(1, Calendar.MONTHS), date(2026, 2, 28)),
        (Period(3, Calendar.YEARS), date(2029, 1, 31)),
    ],
)
def test_a_period_ends_on_the_corresponding_day(period: Period, end: date) -> None:
    assert period.after(date(2026, 1, 31)) == end
