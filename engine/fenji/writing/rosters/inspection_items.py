"""What is to be inspected by special and comprehensive inspections, as a roster by department."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fenji.model.decision import Decision
from fenji.model.supervision.answer import DepartmentAnswer, InspectionAnswer
from fenji.model.supervision.rule import Mode
from fenji.model.truth import Truth
from fenji.writing.rosters.roster import Roster
from fenji.writing.wording.bases import bases_short, standing_and_review
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.supervision import MODE, frequency_text
from fenji.writing.wording.values import either

MODES = (Mode.SPECIAL, Mode.COMPREHENSIVE)

_COLUMNS = (
    ("检查部门", "department"),
    ("方式", "mode"),
    ("单位", "subject"),
    ("编号", "id"),
    ("检查事项", "item"),
    ("次数", "how often"),
    ("是否确定", "certain"),
    ("依据", "basis"),
    ("效力与核对", "standing and review"),
)


def inspection_items(decisions: Sequence[Decision], as_of: date, words: Lexicon) -> Roster:
    """A row for each such inspection of each subject; those that only may be due are marked."""
    rows = [
        (_who(department, words), *_cells(decision, one, words))
        for decision in decisions
        if decision.supervision is not None
        for department in decision.supervision.departments
        for one in department.inspections
        if one.mode in MODES
    ]
    columns = tuple(words.pick(zh, en) for zh, en in _COLUMNS)
    title = words.pick(
        "专项检查、综合性检查事项清单", "Items of special and comprehensive inspections"
    )
    return Roster(title, as_of, columns, 2, 2, tuple(sorted(rows)))


def _who(department: DepartmentAnswer, words: Lexicon) -> str:
    if len(department.bodies) == 1:
        return words.say(department.bodies[0].title)
    if not department.titles:
        return words.pick("未定", "not settled")
    return either((words.say(title) for title in department.titles), words)


def _cells(decision: Decision, one: InspectionAnswer, words: Lexicon) -> tuple[str, ...]:
    often = words.say(one.words) if one.frequency is None else frequency_text(one.frequency, words)
    certain = one.holds is Truth.TRUE
    return (
        words.say(MODE[one.mode]),
        decision.subject_name or decision.subject_id,
        decision.subject_id,
        words.say(one.title),
        often,
        words.pick("是", "yes") if certain else words.pick("视事实而定", "as facts turn out"),
        bases_short(one.basis, words),
        standing_and_review(one.standing, one.review, words),
    )
