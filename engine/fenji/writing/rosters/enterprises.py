"""The roster of enterprises (名单): whose each is, by department and level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from fenji.model.decision import Decision
from fenji.model.jurisdiction.answer import LEADING, JurisdictionAnswer, StepKind
from fenji.model.law import Basis
from fenji.model.reason import Gap
from fenji.writing.rosters.in_charge import of_subject
from fenji.writing.rosters.roster import Roster
from fenji.writing.wording.bases import bases_short
from fenji.writing.wording.chart import matter_text
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.tiers import tier_word
from fenji.writing.wording.values import joined

_COLUMNS = (
    ("牵头部门", "lead"),
    ("层级", "level"),
    ("执法机构", "body"),
    ("单位", "subject"),
    ("编号", "id"),
    ("所依事项", "through"),
    ("风险等级", "tier"),
    ("依据", "basis"),
    ("配合部门", "cooperates"),
    ("待补事实", "waits for"),
)
_EDGES = (*LEADING, StepKind.LEVEL, StepKind.DELEGATES)
"""The steps of a path whose basis says whose the subject is, and at which level."""


def enterprises(decisions: Sequence[Decision], as_of: date, words: Lexicon) -> Roster:
    """A row for each subject, by department, level and body; those that are open come last."""
    several = [(of_subject(decision, words), decision) for decision in decisions]
    several.sort(key=lambda pair: (pair[0].order, pair[1].subject_name, pair[1].subject_id))
    rows = tuple(
        (one.department, one.level, one.body, *_cells(decision, words)) for one, decision in several
    )
    columns = tuple(words.pick(zh, en) for zh, en in _COLUMNS)
    title = words.pick("监管单位名单", "Roster of subjects by department and level")
    return Roster(title, as_of, columns, 3, 3, rows)


def _cells(decision: Decision, words: Lexicon) -> tuple[str, ...]:
    answer = decision.jurisdiction
    tier = tier_word(decision.tier.certain, words)
    name = decision.subject_name or decision.subject_id
    if answer is None:
        return (name, decision.subject_id, "", tier, "", "", "")
    return (
        name,
        decision.subject_id,
        matter_text(answer.matter, words) if answer.matter else "",
        tier,
        bases_short(_basis(answer), words),
        joined(_cooperators(answer, words), words),
        joined((gap_text(gap, words) for gap in _gaps(answer)), words),
    )


def _basis(answer: JurisdictionAnswer) -> Iterator[Basis]:
    return (basis for step in answer.path if step.kind in _EDGES for basis in step.basis)


def _cooperators(answer: JurisdictionAnswer, words: Lexicon) -> Iterator[str]:
    """Those that certainly have a part, each once."""
    certain = (one for one in answer.cooperators if one.certain)
    titles = (one.title if one.body is None else one.body.title for one in certain)
    return iter(dict.fromkeys(words.say(title) for title in titles))


def _gaps(answer: JurisdictionAnswer) -> dict[Gap, None]:
    gaps = dict.fromkeys(answer.waits_for)
    return gaps if answer.level is None else gaps | dict.fromkeys(answer.level.waits_for)
