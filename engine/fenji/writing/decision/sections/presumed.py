"""Exclusions that only their enterprise can claim, and has not: the findings stand."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision
from fenji.writing.page.blocks import Block, Entry, Heading, Paragraph, Run, faint, line
from fenji.writing.wording.bases import bases_text
from fenji.writing.wording.entities import entity_text
from fenji.writing.wording.lexicon import Lexicon
from fenji.writing.wording.vocabulary import STANDING


def presumed(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """Each exclusion counted as not met because it was not claimed."""
    if not decision.presumed:
        return
    yield Heading(words.pick("推定", "Presumed"), len(decision.presumed))
    zh = "以下除外情形须由企业提出并举证；未提出，按不成立计。"
    en = "These exclusions are for the enterprise to claim and show; unclaimed, they count as not met."
    yield Paragraph(line(faint(words.pick(zh, en))))
    for item in decision.presumed:
        where = entity_text(item.entity, words)
        title = words.rules.get(item.rule)
        yield Entry(
            line(words.say(item.title)),
            (
                line(
                    Run(f"{where}  " if where else "", "name"),
                    faint(words.pick("对应：", "against: ")),
                    words.say(title) if title else item.rule,
                ),
                line(
                    faint(f"{bases_text(item.basis, words)} · {words.say(STANDING[item.standing])}")
                ),
            ),
        )
