"""What rules find, as rosters: the list of major risks and the list of hazards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from fenji.model.decision import Decision, Finding, Status, StepTaken
from fenji.model.rule import FindingKind
from fenji.model.tier import Tier
from fenji.writing.rosters.in_charge import InCharge, of_sector
from fenji.writing.rosters.roster import Roster
from fenji.writing.wording.bases import bases_short, standing_and_review
from fenji.writing.wording.entities import entity_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.tiers import tier_word
from fenji.writing.wording.vocabulary import FINDING_KIND

_COLUMNS = (
    ("监管部门", "department"),
    ("执法机构", "body"),
    ("单位", "subject"),
    ("编号", "id"),
    ("风险等级", "tier"),
    ("行业领域", "sector"),
    ("种类", "kind"),
    ("内容", "what"),
    ("对象", "where"),
    ("依据", "basis"),
    ("效力与核对", "standing and review"),
)

_Row = tuple[InCharge, Decision, tuple[str, ...]]


def risks(decisions: Sequence[Decision], as_of: date, words: Lexicon) -> Roster:
    """Whatever certainly makes a subject a major risk, and every major hazard source."""
    title = words.pick("重大风险清单", "List of major risks")
    open_ = sum(
        decision.tier.possible is Tier.MAJOR and decision.tier.certain is not Tier.MAJOR
        for decision in decisions
    )
    remark = words.pick(
        f"另有 {open_} 个单位视未报、未查的事实可能为重大风险，不在本清单",
        f"{open_} more may be a major risk, as facts not given turn out: they are not listed",
    )
    return _roster(title, _risks, decisions, as_of, remark if open_ else "", words)


def hazards(decisions: Sequence[Decision], as_of: date, words: Lexicon) -> Roster:
    """Every major accident hazard whose criterion the submitted facts meet."""
    title = words.pick("重大事故隐患清单", "List of major accident hazards")
    open_ = sum(
        finding.kind is FindingKind.MAJOR_ACCIDENT_HAZARD
        for decision in decisions
        for finding in decision.open_findings
    )
    remark = words.pick(
        f"所报事实符合判定条款的才列入，判定由主管部门作出；另有 {open_} 条尚不能定",
        f"listed is what meets a criterion by the facts submitted; {open_} more are open",
    )
    return _roster(title, _hazards, decisions, as_of, remark, words)


def _roster(
    title: str,
    listed: Callable[[Decision, Lexicon], Iterator[_Row]],
    decisions: Sequence[Decision],
    as_of: date,
    remark: str,
    words: Lexicon,
) -> Roster:
    several = [row for decision in decisions for row in listed(decision, words)]
    several.sort(key=lambda row: (row[0].order, row[1].subject_name, row[1].subject_id, row[2]))
    rows = tuple((one.department, one.body, *cells) for one, _, cells in several)
    columns = tuple(words.pick(zh, en) for zh, en in _COLUMNS)
    return Roster(title, as_of, columns, 2, 2, rows, remark)


def _risks(decision: Decision, words: Lexicon) -> Iterator[_Row]:
    listed = [finding for finding in decision.findings if _is_risk(finding)]
    yield from (_of_finding(decision, finding, words) for finding in listed)
    if decision.tier.certain is Tier.MAJOR and not any(f.tier is Tier.MAJOR for f in listed):
        for sector, step in _steps(decision):
            yield _of_step(decision, sector, step, words)


def _is_risk(finding: Finding) -> bool:
    if finding.status is not Status.HOLDS:
        return False
    return finding.tier is Tier.MAJOR or finding.kind is FindingKind.MAJOR_HAZARD_SOURCE


def _steps(decision: Decision) -> Iterator[tuple[str, StepTaken]]:
    """The steps by which a sector's tier, else that of the whole, came to be major."""
    found = [
        (sector.name, step)
        for sector in decision.sectors
        for step in sector.steps
        if step.moved and step.after.certain is Tier.MAJOR
    ]
    whole = (s for s in decision.steps if s.moved and s.after.certain is Tier.MAJOR)
    yield from found or [("", step) for step in whole]


def _hazards(decision: Decision, words: Lexicon) -> Iterator[_Row]:
    for finding in decision.findings:
        hazard = finding.kind is FindingKind.MAJOR_ACCIDENT_HAZARD
        if hazard and finding.status is Status.HOLDS:
            yield _of_finding(decision, finding, words)


def _of_finding(decision: Decision, finding: Finding, words: Lexicon) -> _Row:
    kind = words.say(FINDING_KIND[finding.kind.value])
    about = standing_and_review(finding.standing, finding.review, words)
    cells = (
        *_subject(decision, words),
        _sector(finding.sector, words),
        kind,
        words.say(finding.title),
        entity_text(finding.entity, words),
        bases_short(finding.basis, words),
        about,
    )
    return of_sector(decision, finding.sector, words), decision, cells


def _of_step(decision: Decision, sector: str, step: StepTaken, words: Lexicon) -> _Row:
    cells = (
        *_subject(decision, words),
        _sector(sector, words),
        words.pick("分级", "grading"),
        words.say(step.title),
        "",
        bases_short(step.basis, words),
        "",
    )
    return of_sector(decision, sector, words), decision, cells


def _subject(decision: Decision, words: Lexicon) -> tuple[str, str, str]:
    name = decision.subject_name or decision.subject_id
    return name, decision.subject_id, tier_word(decision.tier.certain, words)


def _sector(name: str, words: Lexicon) -> str:
    found = words.release.sectors.get(name)
    return words.say(found.title) if found else ""
