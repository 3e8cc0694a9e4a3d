"""What whoever relies on the decision should know."""

from __future__ import annotations

from collections.abc import Iterator

from fenji.model.decision import Decision
from fenji.writing.page.blocks import Block, Entry, Heading, faint, line
from fenji.writing.wording.lexicon import Lexicon


def cautions(decision: Decision, words: Lexicon) -> Iterator[Block]:
    """One line each, with what it is about."""
    if not decision.cautions:
        return
    yield Heading(words.pick("提请注意", "Cautions"), len(decision.cautions))
    for caution in decision.cautions:
        about = f" [{caution.about}]" if caution.about else ""
        yield Entry(line(words.say(caution.message), faint(about)))
