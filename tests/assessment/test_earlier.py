"""What an earlier edition would have said stands beside a clause that is not held, and moves nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fenji.assessment import decide
from fenji.model.decision import Decision, Status
from fenji.model.tier import Tier
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from tests.reading.grammar.small_folder import BASE, load, mines

INSTRUMENTS = """\
instruments:
  - {id: LAW-1, title: 矿山法, title_en: Mines act, number: 第1号, issuer: 某部, standing: law,
     from: 2020-01-01, until: 2025-10-31, replaced_by: LAW-2, encoded: whole,
     source: written for the tests}
  - id: LAW-2
    title: 矿山法新版
    title_en: Mines act, new edition
    number: 第2号
    issuer: 某部
    standing: law
    from: 2025-11-01
    encoded: none
    missing:
      - clause: 第五章
        title: 未见
        title_en: not read
        sector: mines
        for: mine
        scope: {mine_type: underground}
        finding: major_accident_hazard
        tier: major
        why: text_not_read
        earlier: LAW-1
    source: written for the tests
  - {id: LAW-3, title: 办法, title_en: Measures, number: 第3号, issuer: 某部, standing: law,
     from: 2020-01-01, encoded: whole, source: written for the tests}
"""
RULES = """\
sheets: []
rules:
  - {id: wet, title: 积水, title_en: wet, when: {flooded: true}, finding: element}
  - id: bad
    title: 隐患
    title_en: hazard
    when: {finding: wet, depth_m: {at_least: 100}}
    finding: major_accident_hazard
  - {id: other, title: 他, title_en: other, when: {flooded: true}, finding: major_accident_hazard,
     basis: {instrument: LAW-3, clause: 一}}
"""
POLICY = """\
steps:
  - {id: hazard, title: 隐患, title_en: hazard, basis: {instrument: LAW-3, clause: 一},
     standing: law, review: copy_seen, worst: {findings: [major_accident_hazard], tier: major}}
"""


def decided(under: Path, mine: str, as_of: date = date(2025, 11, 1)) -> Decision:
    files = {**BASE, **mines(RULES), "instruments.yaml": INSTRUMENTS}
    files |= {"policy/whole.yaml": POLICY}
    facts = f"{{mines: true, mine: [{{id: a, {mine}}}]}}"
    text = f"subject: {{kind: enterprise, id: x, name: x}}\nfacts: {facts}\n"
    release = load(under, files)
    submission = submission_from(read_document(text.encode(), "x.yaml"), release, check_codes=False)
    return decide(release, submission, as_of)


def said(decision: Decision) -> dict[str, Status]:
    return {finding.rule: finding.status for finding in decision.earlier_edition}


def test_it_is_shown_from_the_first_day_of_the_new_edition_and_moves_no_tier(
    tmp_path: Path,
) -> None:
    facts = "mine_type: underground, flooded: true, depth_m: 100"
    decision = decided(tmp_path, facts)
    assert said(decision) == {"bad": Status.HOLDS}
    assert {f.rule for f in decision.findings} == {"other"}
    assert [f.status for f in decision.open_findings] == [Status.NOT_ENCODED]


def test_the_day_before_it_holds_by_itself(tmp_path: Path) -> None:
    facts = "mine_type: underground, flooded: true, depth_m: 100"
    decision = decided(tmp_path, facts, date(2025, 10, 31))
    assert said(decision) == {}
    assert {"bad", "other"} <= {f.rule for f in decision.findings}


def test_what_it_would_wait_for_is_asked(tmp_path: Path) -> None:
    decision = decided(tmp_path, "mine_type: underground, flooded: true")
    assert said(decision) == {"bad": Status.NOT_ANSWERED}
    depth = next(ask for ask in decision.asks if ask.gap.name == "depth_m")
    assert depth.waiting == ("bad",)
    assert depth.worst is None


def test_where_it_says_nothing_the_clause_in_force_stays_open(tmp_path: Path) -> None:
    decision = decided(tmp_path, "mine_type: underground, flooded: false, depth_m: 99")
    assert said(decision) == {}
    assert decision.tier.certain is None
    assert decision.tier.possible is Tier.MAJOR


def test_outside_the_scope_of_the_missing_clause_it_is_not_asked(tmp_path: Path) -> None:
    decision = decided(tmp_path, "mine_type: open_pit, flooded: true, depth_m: 100")
    assert said(decision) == {}
