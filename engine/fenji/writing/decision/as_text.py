"""A decision for people: text for a terminal, or Markdown."""

from __future__ import annotations

from fenji.model.decision import Decision
from fenji.model.release import Release
from fenji.model.text import Language
from fenji.writing.decision.composing import page_of
from fenji.writing.page.markdown import as_markdown as page_as_markdown
from fenji.writing.page.terminal import as_terminal
from fenji.writing.wording.lexicon import lexicon_of


def as_text(
    decision: Decision,
    release: Release,
    language: Language,
    *,
    explain: bool = False,
    width: int = 80,
    colour: bool = False,
) -> str:
    """The decision at a width in cells. `explain` adds the reasons and all that is cut short."""
    page = page_of(decision, lexicon_of(release, language), explain=explain)
    return as_terminal(page, width=width, colour=colour)


def as_markdown(
    decision: Decision, release: Release, language: Language, *, explain: bool = False
) -> str:
    """The decision as Markdown, with the same sections as the text."""
    return page_as_markdown(page_of(decision, lexicon_of(release, language), explain=explain))
