"""What is still open: clauses that nobody can yet say are not met, by the reason they are open."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision, Finding, Status
from fenji.model.text import Text
from fenji.model.tier import rank
from fenji.writing.decision.sections.findings import ORDER
from fenji.writing.decision.sections.reasons import branch
from fenji.writing.page.blocks import (
    TIER_TONE,
    Block,
    Entry,
    Heading,
    Line,
    Paragraph,
    Run,
    faint,
    line,
)
from fenji.writing.wording.bases import bases_text
from fenji.writing.wording.entities import entity_text
from fenji.writing.wording.gaps import gap_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.tiers import tier_text
from fenji.writing.wording.values import joined
from fenji.writing.wording.vocabulary import FINDING_KIND, STATUS

FIRST_FEW = 5
FIRST_GAPS = 3

WHY = {
    Status.NOT_ANSWERED: Text(
        "所报事实不足以判断；补报后即可确定",
        "the facts submitted do not settle these; answering would",
    ),
    Status.NOT_INSPECTED: Text("只有到现场才能判断", "only a look on the spot can settle these"),
    Status.NOT_ENCODED: Text(
        "规定在施行，但本版规则没有收录，须另行查阅原文",
        "in force, but this release does not hold them: read the text itself",
    ),
    Status.SECTOR_NOT_EXCLUDED: Text(
        "先回答“尚未排除的行业”所列问题", "answer the questions of the sectors not excluded first"
    ),
    Status.INSTRUMENT_OPEN: Text(
        "规定的起止日期只知大概", "the dates of these instruments are known only roughly"
    ),
}


def open_items(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """Grouped by status with counts; the first few of each, all of them when explained.

    Those of sectors not excluded are only counted: their sectors stand in a table of their own.
    """
    if not decision.open_findings:
        return
    yield Heading(words.pick("未定条款", "Open clauses"), len(decision.open_findings))
    for status, why in WHY.items():
        of_status = [f for f in decision.open_findings if f.status is status]
        if of_status:
            yield Paragraph(_group(status, len(of_status), why, words))
            if explain or status is not Status.SECTOR_NOT_EXCLUDED:
                yield from _listed(of_status, words, explain=explain)


def _group(status: Status, count: int, why: Text, words: Lexicon) -> Line:
    return line(
        Run(f"{words.say(STATUS[status])} {count}", "warning"),
        faint(f"{words.pick('：', ': ')}{words.say(why)}"),
    )


def _listed(several: list[Finding], words: Lexicon, *, explain: bool) -> Iterator[Block]:
    ranked = sorted(several, key=lambda f: (-rank(f.tier), ORDER.index(f.kind)))
    shown = ranked if explain else ranked[:FIRST_FEW]
    for finding in shown:
        yield _entry(finding, words, explain=explain)
    more = len(ranked) - len(shown)
    if more:
        zh = f"另有 {more} 项，用 --explain 全部列出"
        en = f"and {more} more: --explain lists them all"
        yield Entry(line(faint(words.pick(zh, en))))


def _entry(finding: Finding, words: Lexicon, *, explain: bool) -> Entry:
    kind = words.say(FINDING_KIND[finding.kind.value])
    where = entity_text(finding.entity, words)
    first = line(
        faint(f"{kind}{words.pick('：', ': ')}"),
        words.say(finding.title),
        *_tier(finding, words),
    )
    details = [
        line(Run(f"{where}  " if where else "", "name"), faint(bases_text(finding.basis, words)))
    ]
    if finding.waits_for:
        details.append(waits(finding, words, explain=explain))
    tree = (branch(finding.reason, words, finding.entity),) if explain and finding.reason else ()
    return Entry(first, tuple(d for d in details if d), tree)


def waits(finding: Finding, words: Lexicon, *, explain: bool) -> Line:
    """The gaps that keep it open: the first few, all of them when explained."""
    gaps = finding.waits_for if explain else finding.waits_for[:FIRST_GAPS]
    more = len(finding.waits_for) - len(gaps)
    named = joined((gap_text(gap, words, finding.entity) for gap in gaps), words)
    if more:
        named += words.pick(f" 等 {len(finding.waits_for)} 项", f" and {more} more")
    return line(faint(words.pick("待：", "waits for: ")), named)


def _tier(finding: Finding, words: Lexicon) -> list[Run]:
    if finding.tier is None:
        return []
    return [faint(" → "), Run(tier_text(finding.tier, words), TIER_TONE[finding.tier])]
