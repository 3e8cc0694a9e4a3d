"""The risk tier in its three figures, and the steps that made it.

Nothing is called safe; what nobody has graded is never called low; the figure on declared facts is
never given without how much has not been inspected or encoded, and what that could make of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision, Status, StepTaken
from fenji.model.tier import Tier, rank
from fenji.writing.page.blocks import (
    TIER_TONE,
    Block,
    Entry,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    faint,
    line,
)
from fenji.writing.wording.bases import bases_short
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.tiers import tier_text


def tier(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """The tier of the whole, and which steps moved it."""
    yield Heading(words.pick("风险等级", "Risk tier"))
    figures = decision.tier
    if figures.certain is figures.possible:
        yield Paragraph(_settled(figures.certain, words))
    else:
        yield Table((), _three_rows(decision, words))
    folds = (*(sector.steps for sector in decision.sectors), decision.steps)
    moved = [(step, settled) for steps in folds for step, settled in _moved(steps)]
    if moved:
        yield Paragraph(line(faint(words.pick("由下列各步得出", "brought about by these steps"))))
    for step, settled in moved:
        yield _step(step, settled, words)


def _moved(steps: tuple[StepTaken, ...]) -> Iterator[tuple[StepTaken, bool]]:
    """The steps that moved a figure, and whether what is certain moved by them."""
    before: Tier | None = None
    for step in steps:
        if step.moved:
            yield step, step.after.certain is not before
        before = step.after.certain


def tone_of(shown: Tier | None, words: Lexicon) -> Run:
    """A tier in its colour."""
    return Run(tier_text(shown, words), TIER_TONE[shown])


def _settled(shown: Tier | None, words: Lexicon) -> Line:
    if shown is None:
        return line(
            tone_of(shown, words),
            faint(
                words.pick(
                    "：现行规则均未给出等级。未定级不等于低风险。",
                    ": no rule in force grades this subject. Ungraded is not low.",
                )
            ),
        )
    return line(
        tone_of(shown, words),
        faint(words.pick("：尚缺的事实不会改变它。", ": no missing fact can change it.")),
    )


def _three_rows(decision: Decision, words: Lexicon) -> tuple[tuple[Line, ...], ...]:
    figures = decision.tier
    certain: Line = line(tone_of(None, words))
    why = words.pick(
        "尚无事实足以定级，不等于低风险", "nothing known grades it yet, which is not low"
    )
    if figures.certain is not None:
        certain = line(words.pick("至少 ", "at least "), tone_of(figures.certain, words))
        why = words.pick("无论尚缺的事实如何", "whatever the missing facts are")
    declared = _on_declared(decision, words)
    possible = line(tone_of(figures.possible, words))
    rows = (
        (words.pick("已经确定", "certain"), certain, why),
        (
            words.pick("就申报而言", "on declared facts"),
            declared,
            _taken(decision, words),
        ),
        (words.pick("最坏可能", "possible"), possible, _still_open(decision, words)),
    )
    colon = words.pick("：", ": ")
    return tuple((line(label), line(*shown, faint(colon + why))) for label, shown, why in rows)


def _on_declared(decision: Decision, words: Lexicon) -> Line:
    span = decision.tier.on_declared
    if span.certain is span.possible:
        return line(tone_of(span.certain, words))
    to = words.pick(" 至 ", " to ")
    return line(tone_of(span.certain, words), to, tone_of(span.possible, words))


def _taken(decision: Decision, words: Lexicon) -> str:
    """What the second figure takes for granted, and what that could make of it."""
    left = _count(decision, Status.NOT_INSPECTED)
    unread = _count(decision, Status.NOT_ENCODED)
    zh, en = [], []
    if left:
        zh.append(f"假定有待检查的 {left} 项均符合要求")
        en.append(f"taking {left} not yet inspected to be in order")
    if unread:
        zh.append(f"不计尚未录入的 {unread} 项")
        en.append(f"leaving out {unread} not encoded")
    if not zh:
        return words.pick("没有有待检查或尚未录入的条款", "nothing is left to inspect or to encode")
    if rank(decision.tier.possible) > rank(decision.tier.on_declared.possible):
        worst = tier_text(decision.tier.possible, words)
        zh.append(f"若不然，可至{worst}")
        en.append(f"which could make it {worst}")
    return words.pick("；".join(zh), ", ".join(en))


def _still_open(decision: Decision, words: Lexicon) -> str:
    parts = []
    for status, zh, en in (
        (Status.NOT_ANSWERED, "缺少申报事实", "not answered"),
        (Status.NOT_INSPECTED, "有待检查", "not inspected"),
        (Status.NOT_ENCODED, "尚未录入", "not encoded"),
        (Status.SECTOR_NOT_EXCLUDED, "行业未排除", "in sectors not excluded"),
        (Status.INSTRUMENT_OPEN, "施行日期不明", "of unclear dates"),
    ):
        count = _count(decision, status)
        if count:
            parts.append(words.pick(f"{zh} {count} 项", f"{count} {en}"))
    listed = words.pick("、", ", ").join(parts)
    if not listed:
        return words.pick("尚有未定之处", "something is still open")
    return words.pick(f"未定条款：{listed}", f"open clauses: {listed}")


def _count(decision: Decision, status: Status) -> int:
    return sum(finding.status is status for finding in decision.open_findings)


def _step(step: StepTaken, settled: bool, words: Lexicon) -> Entry:
    basis = bases_short(step.basis, words)
    shown = words.pick(f"（{basis}）", f" ({basis})") if basis else ""
    open_ = words.pick("；只是可能", "; possible only")
    return Entry(line(words.say(step.title), faint(shown if settled else f"{shown}{open_}")))
