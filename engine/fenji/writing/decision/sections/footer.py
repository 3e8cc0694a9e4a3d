"""By what the decision can be made again: the day, the release, the engine, the facts."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision
from fenji.writing.page.blocks import Block, Divider, Paragraph, faint, line
from fenji.writing.wording.lexicon import Lexicon

SHORT = 12


def footer(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """Digests are cut to their first characters; the JSON form holds them whole."""
    yield Divider()
    zh = (
        f"截至 {decision.as_of.isoformat()} · 规则 {decision.release[:SHORT]}"
        f" · 引擎 {decision.engine} · 事实 {decision.facts[:SHORT]}"
    )
    en = (
        f"as of {decision.as_of.isoformat()} · rules {decision.release[:SHORT]}"
        f" · engine {decision.engine} · facts {decision.facts[:SHORT]}"
    )
    yield Paragraph(line(faint(words.pick(zh, en))))
    said = words.pick(
        "本结果只说明所报事实符合哪些条款；判定由主管部门依法作出。",
        "This says which clauses the submitted facts meet; to determine is for the authority.",
    )
    yield Paragraph(line(faint(said)))
