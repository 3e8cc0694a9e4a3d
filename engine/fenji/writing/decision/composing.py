"""A decision as a page: its sections in the order in which a reader wants them."""

from __future__ import annotations

from fenji.model.decision import Decision
from fenji.writing.decision.sections.answers import answers, determinations
from fenji.writing.decision.sections.asks import asks, inspect
from fenji.writing.decision.sections.cautions import cautions
from fenji.writing.decision.sections.duties import duties
from fenji.writing.decision.sections.earlier import earlier_edition
from fenji.writing.decision.sections.findings import findings
from fenji.writing.decision.sections.footer import footer
from fenji.writing.decision.sections.heading import heading
from fenji.writing.decision.sections.jurisdiction import jurisdiction
from fenji.writing.decision.sections.open_items import open_items
from fenji.writing.decision.sections.presumed import presumed
from fenji.writing.decision.sections.sectors import sectors
from fenji.writing.decision.sections.sources import sources
from fenji.writing.decision.sections.supervision import supervision
from fenji.writing.decision.sections.tier import tier
from fenji.writing.page.blocks import Block, Page
from fenji.writing.wording.lexicon import Lexicon


def page_of(decision: Decision, words: Lexicon, *, explain: bool) -> Page:
    """Everything a reader is shown; `explain` adds the reasons and lists what is cut short."""
    blocks: list[Block] = []
    blocks += heading(decision, words)
    blocks += tier(decision, words)
    blocks += sources(decision, words)
    blocks += findings(decision, words, explain=explain)
    blocks += answers(decision, words)
    blocks += determinations(decision, words)
    blocks += sectors(decision, words)
    blocks += jurisdiction(decision, words, explain=explain)
    blocks += open_items(decision, words, explain=explain)
    blocks += earlier_edition(decision, words, explain=explain)
    blocks += asks(decision, words, explain=explain)
    blocks += inspect(decision, words, explain=explain)
    blocks += supervision(decision, words, explain=explain)
    blocks += duties(decision, words, explain=explain)
    blocks += presumed(decision, words)
    blocks += cautions(decision, words)
    blocks += footer(decision, words)
    return tuple(blocks)
