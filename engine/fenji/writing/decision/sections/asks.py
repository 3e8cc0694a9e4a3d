"""What to ask the enterprise, and what an officer has to see."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Ask, Decision
from fenji.writing.decision.sections.tier import tone_of
from fenji.writing.page.blocks import Block, Entry, Heading, Run, faint, line
from fenji.writing.wording.entities import entity_text
from fenji.writing.wording.gaps import gap_name
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.values import unit_text

FIRST_FEW = 6


def asks(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """The declared facts that could change the decision, the most telling first."""
    title = words.pick("请企业补报", "To ask the enterprise")
    yield from _listed(title, decision.asks, words, explain=explain)


def inspect(decision: Decision, words: Lexicon, *, explain: bool) -> Iterator[Block]:
    """The facts that only an inspection settles."""
    title = words.pick("请现场查看", "To see on the spot")
    yield from _listed(title, decision.inspect, words, explain=explain)


def _listed(
    title: str, several: tuple[Ask, ...], words: Lexicon, *, explain: bool
) -> Iterator[Block]:
    if not several:
        return
    yield Heading(title, len(several))
    shown = several if explain else several[:FIRST_FEW]
    for ask in shown:
        yield _entry(ask, words)
    more = len(several) - len(shown)
    if more:
        zh = f"另有 {more} 项，用 --explain 全部列出"
        en = f"and {more} more: --explain lists them all"
        yield Entry(line(faint(words.pick(zh, en))))


def _entry(ask: Ask, words: Lexicon) -> Entry:
    question = words.say(ask.question) or words.say(ask.label) or gap_name(ask.gap, words)
    unit = unit_text(ask.unit, words)
    where = entity_text(ask.gap.entity, words)
    waiting = words.pick(f"影响 {len(ask.waiting)} 项", f"affects {len(ask.waiting)}")
    details = line(Run(ask.gap.name, "name"), faint(f" · {waiting}"))
    if ask.worst is not None:
        worst = words.pick(" · 最重可至 ", " · could bring ")
        details += line(faint(worst), tone_of(ask.worst, words))
    return Entry(
        line(
            Run(f"{where}{words.pick('：', ': ')}" if where else "", "name"),
            question,
            faint(words.pick(f"（{unit}）", f" ({unit})") if unit else ""),
        ),
        (details,),
    )
