"""What stands below something that may not have happened may not be there either."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fenji.assessment import decide
from fenji.evaluation import compiled
from fenji.evaluation.prepared import prepare
from fenji.evaluation.reference import whole
from fenji.model.decision import Status
from fenji.model.release import Release
from fenji.model.submission import Submission
from fenji.reading.document import read_document
from fenji.reading.submission import submission_from
from tests.reading.grammar.small_folder import BASE, load

AS_OF = date(2026, 3, 1)
FACTS = """\
entities:
  - {name: storm, parent: subject, label: 暴雨, label_en: storm, origin: declared, dated_by: storm_on}
  - {name: warning, parent: storm, label: 预警, label_en: warning, origin: declared}
facts:
  storm:
    - {name: storm_on, label: 日期, label_en: day, question: 哪天？, question_en: When?,
       kind: date, origin: declared}
  warning:
    - {name: red, label: 红色, label_en: red, question: 红色吗？, question_en: Is it red?,
       kind: flag, origin: declared}
"""
RULES = """\
sector: mines
for: warning
basis: {instrument: LAW-1, clause: 第一条}
review: copy_seen
rules:
  - {id: red, title: 红, title_en: red, when: {red: true}, finding: element}
"""


def released(under: Path) -> Release:
    return load(under, {**BASE, "facts/storms.yaml": FACTS, "02_mines/storms.yaml": RULES})


def submitted(release: Release, storm: str) -> Submission:
    facts = f"{{mines: true, storm: [{{id: s, {storm}warning: [{{id: w, red: true}}]}}]}}"
    text = f"subject: {{kind: enterprise, id: x, name: x}}\nfacts: {facts}\n"
    return submission_from(read_document(text.encode(), "x.yaml"), release, check_codes=False)


@pytest.mark.parametrize(("storm", "holds"), [("storm_on: 2026-02-01, ", True), ("", False)])
def test_a_rule_of_a_child_waits_for_the_day_of_what_it_stands_below(
    storm: str, holds: bool, tmp_path: Path
) -> None:
    release = released(tmp_path)
    decision = decide(release, submitted(release, storm), AS_OF)
    found = {f.rule: f.status for f in (*decision.findings, *decision.open_findings)}
    assert found == {"red": Status.HOLDS if holds else Status.NOT_ANSWERED}
    assert ("storm_on" in [ask.gap.name for ask in decision.asks]) is not holds


@pytest.mark.parametrize("storm", ["storm_on: 2026-02-01, ", "", "storm_on: 2026-04-01, "])
def test_both_evaluators_say_so(storm: str, tmp_path: Path) -> None:
    release = released(tmp_path)
    submission = submitted(release, storm)
    prepared = prepare(release, AS_OF)
    assert compiled.judge(prepared, submission) == whole.judge(prepared, submission)
