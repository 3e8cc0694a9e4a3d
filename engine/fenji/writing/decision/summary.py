"""Many decisions as one table."""

from __future__ import annotations

from collections.abc import Sequence

from fenji.model.decision import Decision
from fenji.model.rule import FindingKind
from fenji.model.tier import ORDER, Tier
from fenji.writing.page.blocks import TIER_TONE, Block, Line, Page, Run, Table, Title, faint, line
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.tiers import range_word, tier_word


def summary(decisions: Sequence[Decision], words: Lexicon) -> Page:
    """A row for each subject in the order given, then how many there are of each tier."""
    count = len(decisions)
    days = sorted({decision.as_of.isoformat() for decision in decisions})
    below = words.pick(f"截至 {'、'.join(days)}", f"as of {', '.join(days)}")
    title = words.pick(f"汇总：{count} 个单位", f"Summary: {count} subjects")
    zh = "单位 已经确定 就申报而言 最坏可能 重大隐患 危险源 未定"
    columns = words.pick(zh, "subject certain declared possible hazards sources open").split()
    rows = tuple(_row(decision, words) for decision in decisions)
    blocks: list[Block] = [Title(title, line(faint(below))), Table(tuple(columns), rows)]
    blocks.append(_counts(decisions, words))
    return tuple(blocks)


def _row(decision: Decision, words: Lexicon) -> tuple[Line, ...]:
    kinds = [finding.kind for finding in decision.findings]
    declared = range_word(decision.tier.on_declared, words)
    return (
        line(decision.subject_name or decision.subject_id),
        line(_certain(decision, words)),
        line(declared),
        line(_tier(decision.tier.possible, words)),
        _number(kinds.count(FindingKind.MAJOR_ACCIDENT_HAZARD)),
        _number(kinds.count(FindingKind.MAJOR_HAZARD_SOURCE)),
        line(str(len(decision.open_findings))),
    )


def _certain(decision: Decision, words: Lexicon) -> Run:
    """The tier where it is settled, else the bound: only a settled tier takes its colour."""
    certain, possible = decision.tier.certain, decision.tier.possible
    if certain is None or certain == possible:
        return _tier(certain, words)
    word = tier_word(certain, words)
    return Run(words.pick(f"至少{word}", f"at least {word}"), "plain")


def _tier(tier: Tier | None, words: Lexicon) -> Run:
    return Run(tier_word(tier, words), TIER_TONE[tier])


def _number(number: int) -> Line:
    return line(Run(str(number), "red" if number else "faint"))


def _counts(decisions: Sequence[Decision], words: Lexicon) -> Table:
    """How many subjects are at least of each tier."""
    tiers = [decision.tier.certain for decision in decisions]
    rows = []
    for tier in (*reversed(ORDER), None):
        if tier in tiers:
            head = words.pick("至少为", "at least") if tier is not None else ""
            shown = line(_tier(tier, words))
            rows.append((line(faint(head)), shown, line(str(tiers.count(tier)))))
    return Table((), tuple(rows))
