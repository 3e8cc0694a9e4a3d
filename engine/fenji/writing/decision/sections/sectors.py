"""Which sectors apply, with their tiers; those not excluded, with the question that decides."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision, SectorAnswer
from fenji.model.submission import SUBJECT
from fenji.model.truth import Truth
from fenji.writing.decision.sections.tier import tone_of
from fenji.writing.page.blocks import Block, Heading, Line, Table, faint, line
from fenji.writing.wording.lexicon import Lexicon


def sectors(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """Two tables: the sectors that apply, the sectors not excluded."""
    apply = [s for s in decision.sectors if s.applies is Truth.TRUE]
    if apply:
        yield Heading(words.pick("所属行业", "Sectors"))
        columns = words.pick(
            "行业 已经确定 就申报而言 最坏可能", "sector certain declared possible"
        )
        yield Table(tuple(columns.split()), tuple(_row(s, words) for s in apply))
    unknown = [s for s in decision.sectors if s.applies is Truth.UNKNOWN]
    if unknown:
        title = words.pick("尚未排除的行业", "Sectors not excluded")
        yield Heading(title, len(unknown))
        titles = (words.pick("行业", "sector"), words.pick("最坏可能", "possible"))
        question = words.pick("先要回答", "the question that decides")
        yield Table((*titles, question), tuple(_open_row(s, words) for s in unknown))


def _row(sector: SectorAnswer, words: Lexicon) -> tuple[Line, ...]:
    declared = sector.tier.on_declared
    span = line(tone_of(declared.certain, words))
    if declared.certain is not declared.possible:
        span += line(words.pick(" 至 ", " to "), tone_of(declared.possible, words))
    return (
        line(words.say(sector.title)),
        line(tone_of(sector.tier.certain, words)),
        span,
        line(tone_of(sector.tier.possible, words)),
    )


def _open_row(sector: SectorAnswer, words: Lexicon) -> tuple[Line, ...]:
    fact = words.release.facts.get(SUBJECT, {}).get(sector.asked_by)
    question = words.say(fact.question) if fact else sector.asked_by
    return (
        line(words.say(sector.title)),
        line(tone_of(sector.tier.possible, words)),
        line(question, faint(f"  {sector.asked_by}") if fact else ""),
    )
