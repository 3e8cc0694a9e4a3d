"""What an earlier edition would have said, beside clauses in force that the release does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision, Finding, Status
from fenji.writing.decision.sections.findings import ORDER, cited
from fenji.writing.decision.sections.open_items import waits
from fenji.writing.decision.sections.reasons import branch
from fenji.writing.page.blocks import Block, Entry, Heading, Paragraph, Run, faint, line
from fenji.writing.wording.entities import entity_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.vocabulary import FINDING_KIND, STATUS


def earlier_edition(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """Each rule of an earlier edition that would have held or been open; none of it moves a tier."""
    if not decision.earlier_edition:
        return
    title = words.pick("旧版会怎样说", "What the earlier edition would have said")
    yield Heading(title, len(decision.earlier_edition))
    zh = "现行版没有收录，仍然未定；以下依已失效的旧版，只供参考，不影响等级。"
    en = (
        "The edition in force is not held and stays open; what follows is the edition before it, "
        "for guidance only, and moves no tier."
    )
    yield Paragraph(line(faint(words.pick(zh, en))))
    for finding in sorted(decision.earlier_edition, key=_gravest_first):
        yield _entry(finding, words, explain=explain)


def _gravest_first(finding: Finding) -> tuple[bool, int]:
    return finding.status is not Status.HOLDS, ORDER.index(finding.kind)


def _entry(finding: Finding, words: Lexicon, *, explain: bool) -> Entry:
    kind, status = words.say(FINDING_KIND[finding.kind.value]), words.say(STATUS[finding.status])
    where = entity_text(finding.entity, words)
    details = [
        line(Run(f"{where}  " if where else "", "name"), Run(status, "warning")),
        cited(finding, words),
    ]
    if finding.waits_for:
        details.append(waits(finding, words, explain=explain))
    tree = (branch(finding.reason, words, finding.entity),) if explain and finding.reason else ()
    return Entry(
        line(faint(f"{kind}{words.pick('：', ': ')}"), words.say(finding.title)),
        tuple(details),
        tree,
    )
